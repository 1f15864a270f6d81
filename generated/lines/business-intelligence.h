/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of business-applications/business-intelligence.assay, for decisions/business-intelligence.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
