/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/data-warehouse-migration.assay, for decisions/data-warehouse-migration-to-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_synapse_analytics_acr_service_level_2[] = {16, 16};
static const uint32_t lines_azure_synapse_analytics_acr[] = {15, 15};
static const char text_designation[] = "designation Data & AI (Azure)";
static const uint32_t lines_designation[] = {5};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {10};
static const uint32_t lines[] = {1};
