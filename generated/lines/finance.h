/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of business-applications/finance.assay, for decisions/finance.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
