/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/azure-virtual-desktop.assay, for decisions/microsoft-azure-virtual-desktop.c. Derived: these are not what is reviewed. */
static const uint32_t lines_microsoft_azure_virtual_desktop_acr_service_influencer[] = {15, 15};
static const uint32_t lines_microsoft_azure_virtual_desktop_acr[] = {14, 14};
static const char text_designation[] = "designation Infrastructure (Azure)";
static const uint32_t lines_designation[] = {5};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {10};
static const uint32_t lines[] = {1};
