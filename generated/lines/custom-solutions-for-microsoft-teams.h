/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of modern-work/custom-solutions-for-microsoft-teams.assay, for decisions/custom-solutions-for-microsoft-teams.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
