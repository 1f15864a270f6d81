/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/build-and-modernize-ai-apps.assay, for decisions/build-and-modernize-ai-apps-with-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_kubernetes_service_aks_acr_service_group_3[] = {16, 16};
static const uint32_t lines_azure_kubernetes_service_aks_acr[] = {16, 16};
static const uint32_t lines_azure_redhat_openshift_acr_service_group_3[] = {30, 30};
static const uint32_t lines_azure_redhat_openshift_acr[] = {30, 30};
static const uint32_t lines_azure_spring_apps_acr_service_group_3[] = {44, 44};
static const uint32_t lines_azure_spring_apps_acr[] = {44, 44};
static const uint32_t lines_azure_cosmos_db_service_group_3[] = {66, 66};
static const uint32_t lines_azure_cosmos_db[] = {66, 66};
static const uint32_t lines_azure_database_for_postgresql_service_group_3[] = {81, 81};
static const uint32_t lines_azure_database_for_postgresql[] = {81, 81};
static const uint32_t lines_azure_cognitive_services_service_group_3[] = {93, 93};
static const uint32_t lines_azure_cognitive_services[] = {93, 93};
static const uint32_t lines_azure_machine_learning_service_group_3[] = {112, 112};
static const uint32_t lines_azure_machine_learning[] = {112, 112};
static const uint32_t lines_azure_open_ai_service_service_group_3[] = {131, 131};
static const uint32_t lines_azure_open_ai_service[] = {131, 131};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure)";
static const uint32_t lines_designation[] = {5};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {10};
static const char text_amount[] = "amount not published";
static const uint32_t lines_amount[] = {12};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {13};
static const uint32_t lines[] = {1};
