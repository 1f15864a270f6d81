/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/kubernetes.assay, for decisions/kubernetes-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_kubernetes_service_aks_acr_service_influencer[] = {17, 17, 17};
static const uint32_t lines_azure_kubernetes_service_aks_acr[] = {16, 16};
static const uint32_t lines_azure_redhat_openshift_acr_service_group_3[] = {47, 47};
static const uint32_t lines_azure_redhat_openshift_acr_service_level_2[] = {48, 48};
static const uint32_t lines_azure_redhat_openshift_acr[] = {46, 46};
static const uint32_t lines[] = {1};
