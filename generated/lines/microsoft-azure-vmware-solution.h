/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/azure-vmware-solution.assay, for decisions/microsoft-azure-vmware-solution.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_vmware_solutions_avs_acr_service_level_4[] = {15, 16, 17, 18, 19};
static const uint32_t lines_azure_vmware_solutions_avs_acr[] = {14, 14};
static const char text_designation[] = "designation Infrastructure (Azure)";
static const uint32_t lines_designation[] = {5};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {10};
static const uint32_t lines[] = {1};
