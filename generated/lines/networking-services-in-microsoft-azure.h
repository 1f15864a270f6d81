/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/networking-services.assay, for decisions/networking-services-in-microsoft-azure.c. Derived: these are not what is reviewed. */
static const char text_designation[] = "designation Infrastructure (Azure)";
static const uint32_t lines_designation[] = {5};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {10};
static const uint32_t lines[] = {1};
