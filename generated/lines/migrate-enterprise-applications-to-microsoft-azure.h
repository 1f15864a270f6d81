/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/migrate-enterprise-applications.assay, for decisions/migrate-enterprise-applications-to-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_app_service_acr_service_level_1[] = {29, 29};
static const uint32_t lines_azure_app_service_acr_service_level_2[] = {30, 30};
static const uint32_t lines_azure_app_service_acr[] = {28, 28};
static const uint32_t lines_azure_spring_cloud_acr_acr_adjustment_type[] = {74, 74};
static const uint32_t lines_azure_spring_cloud_acr_service_group_2[] = {75, 75};
static const uint32_t lines_azure_spring_cloud_acr_service_group_3[] = {76, 76};
static const uint32_t lines_azure_spring_cloud_acr_service_level_2[] = {77, 77};
static const uint32_t lines_azure_spring_cloud_acr[] = {73, 73};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure)";
static const uint32_t lines_designation[] = {17};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {22};
static const char text_amount[] = "amount not published";
static const uint32_t lines_amount[] = {24};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {25};
static const uint32_t lines[] = {1};
