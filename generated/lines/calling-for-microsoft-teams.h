/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of modern-work/calling-for-microsoft-teams.assay, for decisions/calling-for-microsoft-teams.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
