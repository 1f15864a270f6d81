/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/analytics.assay, for decisions/analytics-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_synapse_analytics_acr_service_level_2[] = {18, 18};
static const uint32_t lines_azure_synapse_analytics_acr[] = {17, 17};
static const uint32_t lines_data_lake_acr_service_group_3[] = {34, 34};
static const uint32_t lines_data_lake_acr[] = {34, 34};
static const uint32_t lines_databricks_acr_service_group_3[] = {52, 52};
static const uint32_t lines_databricks_acr[] = {52, 52};
static const uint32_t lines_azure_data_factory_acr_service_level_2[] = {68, 68, 68};
static const uint32_t lines_azure_data_factory_acr[] = {67, 67};
static const uint32_t lines[] = {1};
