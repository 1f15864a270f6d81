/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of business-applications/intelligent-automation.assay, for decisions/intelligent-automation.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
