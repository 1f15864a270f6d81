/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/ai-and-machine-learning.assay, for decisions/ai-and-machine-learning-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_ai_acr_service_group_2[] = {13, 13};
static const uint32_t lines_ai_acr[] = {13, 13};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure)";
static const uint32_t lines_designation[] = {5};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {10};
static const uint32_t lines[] = {1};
