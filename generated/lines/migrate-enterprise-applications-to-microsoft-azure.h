/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/migrate-enterprise-applications.assay, for decisions/migrate-enterprise-applications-to-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_app_service_acr_service_level_1[] = {22, 22};
static const uint32_t lines_azure_app_service_acr_service_level_2[] = {23, 23};
static const uint32_t lines_azure_app_service_acr[] = {21, 21};
static const uint32_t lines_azure_spring_cloud_acr_acr_adjustment_type[] = {67, 67};
static const uint32_t lines_azure_spring_cloud_acr_service_group_2[] = {68, 68};
static const uint32_t lines_azure_spring_cloud_acr_service_group_3[] = {69, 69};
static const uint32_t lines_azure_spring_cloud_acr_service_level_2[] = {70, 70};
static const uint32_t lines_azure_spring_cloud_acr[] = {66, 66};
static const uint32_t lines[] = {1};
