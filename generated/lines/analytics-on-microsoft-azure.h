/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/analytics.assay, for decisions/analytics-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_synapse_analytics_acr_service_level_2[] = {25, 25};
static const uint32_t lines_azure_synapse_analytics_acr[] = {24, 24};
static const uint32_t lines_data_lake_acr_service_group_3[] = {41, 41};
static const uint32_t lines_data_lake_acr[] = {41, 41};
static const uint32_t lines_databricks_acr_service_group_3[] = {59, 59};
static const uint32_t lines_databricks_acr[] = {59, 59};
static const uint32_t lines_azure_data_factory_acr_service_level_2[] = {75, 75, 75};
static const uint32_t lines_azure_data_factory_acr[] = {74, 74};
static const char text_designation[] = "designation Data & AI (Azure)";
static const uint32_t lines_designation[] = {12};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {17};
static const char text_amount[] = "amount not published";
static const uint32_t lines_amount[] = {19};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {20};
static const uint32_t lines[] = {1};
