/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/analytics.assay, for decisions/analytics-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_synapse_analytics_acr_service_level_2[] = {21, 21};
static const uint32_t lines_azure_synapse_analytics_acr[] = {20, 20};
static const uint32_t lines_data_lake_acr_service_group_3[] = {37, 37};
static const uint32_t lines_data_lake_acr[] = {37, 37};
static const uint32_t lines_databricks_acr_service_group_3[] = {55, 55};
static const uint32_t lines_databricks_acr[] = {55, 55};
static const uint32_t lines_azure_data_factory_acr_service_level_2[] = {71, 71, 71};
static const uint32_t lines_azure_data_factory_acr[] = {70, 70};
static const char text_designation[] = "designation Data & AI (Azure)";
static const uint32_t lines_designation[] = {11};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {16};
static const uint32_t lines[] = {1};
