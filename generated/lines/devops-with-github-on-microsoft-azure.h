/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/devops-with-github.assay, for decisions/devops-with-github-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
