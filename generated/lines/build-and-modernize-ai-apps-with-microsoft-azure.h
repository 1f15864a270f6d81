/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/build-and-modernize-ai-apps.assay, for decisions/build-and-modernize-ai-apps-with-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_kubernetes_service_aks_acr_service_group_3[] = {17, 17};
static const uint32_t lines_azure_kubernetes_service_aks_acr[] = {17, 17};
static const uint32_t lines_azure_redhat_openshift_acr_service_group_3[] = {31, 31};
static const uint32_t lines_azure_redhat_openshift_acr[] = {31, 31};
static const uint32_t lines_azure_spring_apps_acr_service_group_3[] = {45, 45};
static const uint32_t lines_azure_spring_apps_acr[] = {45, 45};
static const uint32_t lines_azure_cosmos_db_service_group_3[] = {67, 67};
static const uint32_t lines_azure_cosmos_db[] = {67, 67};
static const uint32_t lines_azure_database_for_postgresql_service_group_3[] = {82, 82};
static const uint32_t lines_azure_database_for_postgresql[] = {82, 82};
static const uint32_t lines_azure_cognitive_services_service_group_3[] = {94, 94};
static const uint32_t lines_azure_cognitive_services[] = {94, 94};
static const uint32_t lines_azure_machine_learning_service_group_3[] = {113, 113};
static const uint32_t lines_azure_machine_learning[] = {113, 113};
static const uint32_t lines_azure_open_ai_service_service_group_3[] = {132, 132};
static const uint32_t lines_azure_open_ai_service[] = {132, 132};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure)";
static const uint32_t lines_designation[] = {6};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {11};
static const char text_amount[] = "amount not published";
static const uint32_t lines_amount[] = {13};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {14};
static const uint32_t lines[] = {1};
