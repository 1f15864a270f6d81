/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of modern-work/teamwork-deployment.assay, for decisions/teamwork-deployment.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
