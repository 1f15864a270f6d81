/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/build-and-modernize-ai-apps.assay, for decisions/build-and-modernize-ai-apps-with-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_kubernetes_service_aks_acr_service_group_3[] = {13, 13};
static const uint32_t lines_azure_kubernetes_service_aks_acr[] = {13, 13};
static const uint32_t lines_azure_redhat_openshift_acr_service_group_3[] = {27, 27};
static const uint32_t lines_azure_redhat_openshift_acr[] = {27, 27};
static const uint32_t lines_azure_spring_apps_acr_service_group_3[] = {41, 41};
static const uint32_t lines_azure_spring_apps_acr[] = {41, 41};
static const uint32_t lines_azure_cosmos_db_service_group_3[] = {63, 63};
static const uint32_t lines_azure_cosmos_db[] = {63, 63};
static const uint32_t lines_azure_database_for_postgresql_service_group_3[] = {78, 78};
static const uint32_t lines_azure_database_for_postgresql[] = {78, 78};
static const uint32_t lines_azure_cognitive_services_service_group_3[] = {90, 90};
static const uint32_t lines_azure_cognitive_services[] = {90, 90};
static const uint32_t lines_azure_machine_learning_service_group_3[] = {109, 109};
static const uint32_t lines_azure_machine_learning[] = {109, 109};
static const uint32_t lines_azure_open_ai_service_service_group_3[] = {128, 128};
static const uint32_t lines_azure_open_ai_service[] = {128, 128};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure)";
static const uint32_t lines_designation[] = {5};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {10};
static const uint32_t lines[] = {1};
