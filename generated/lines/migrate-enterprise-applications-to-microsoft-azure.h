/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/migrate-enterprise-applications.assay, for decisions/migrate-enterprise-applications-to-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_app_service_acr_service_level_1[] = {25, 25};
static const uint32_t lines_azure_app_service_acr_service_level_2[] = {26, 26};
static const uint32_t lines_azure_app_service_acr[] = {24, 24};
static const uint32_t lines_azure_spring_cloud_acr_acr_adjustment_type[] = {70, 70};
static const uint32_t lines_azure_spring_cloud_acr_service_group_2[] = {71, 71};
static const uint32_t lines_azure_spring_cloud_acr_service_group_3[] = {72, 72};
static const uint32_t lines_azure_spring_cloud_acr_service_level_2[] = {73, 73};
static const uint32_t lines_azure_spring_cloud_acr[] = {69, 69};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure)";
static const uint32_t lines_designation[] = {16};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {21};
static const uint32_t lines[] = {1};
