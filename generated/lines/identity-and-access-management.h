/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of security/identity-and-access-management.assay, for decisions/identity-and-access-management.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
