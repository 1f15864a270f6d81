/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of modern-work/adoption-and-change-management.assay, for decisions/adoption-and-change-management.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
