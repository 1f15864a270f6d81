/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/kubernetes.assay, for decisions/kubernetes-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_kubernetes_service_aks_acr_service_influencer[] = {20, 20, 20};
static const uint32_t lines_azure_kubernetes_service_aks_acr[] = {19, 19};
static const uint32_t lines_azure_redhat_openshift_acr_service_group_3[] = {50, 50};
static const uint32_t lines_azure_redhat_openshift_acr_service_level_2[] = {51, 51};
static const uint32_t lines_azure_redhat_openshift_acr[] = {49, 49};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure)";
static const uint32_t lines_designation[] = {11};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {16};
static const uint32_t lines[] = {1};
