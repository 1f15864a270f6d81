/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of security/information-protection-and-governance.assay, for decisions/information-protection-and-governance.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
