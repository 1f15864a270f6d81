/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/data-warehouse-migration.assay, for decisions/data-warehouse-migration-to-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_synapse_analytics_acr_service_level_2[] = {16, 16};
static const uint32_t lines_azure_synapse_analytics_acr[] = {15, 15};
static const uint32_t lines[] = {1};
