/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/kubernetes.assay, for decisions/kubernetes-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_kubernetes_service_aks_acr_service_influencer[] = {29, 29, 29};
static const uint32_t lines_azure_kubernetes_service_aks_acr[] = {28, 28};
static const uint32_t lines_azure_redhat_openshift_acr_service_group_3[] = {59, 59};
static const uint32_t lines_azure_redhat_openshift_acr_service_level_2[] = {60, 60};
static const uint32_t lines_azure_redhat_openshift_acr[] = {58, 58};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure)";
static const uint32_t lines_designation[] = {12};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {17};
static const char text_amount[] = "amount not published";
static const uint32_t lines_amount[] = {24};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {25};
static const uint32_t lines[] = {1};
