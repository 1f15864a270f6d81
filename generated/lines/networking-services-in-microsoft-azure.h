/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/networking-services.assay, for decisions/networking-services-in-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
