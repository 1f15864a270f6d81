/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of modern-work/modernize-endpoints.assay, for decisions/modernize-endpoints.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
