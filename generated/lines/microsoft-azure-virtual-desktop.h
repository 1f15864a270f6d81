/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/azure-virtual-desktop.assay, for decisions/microsoft-azure-virtual-desktop.c. Derived: these are not what is reviewed. */
static const uint32_t lines_microsoft_azure_virtual_desktop_acr_service_influencer[] = {19, 19};
static const uint32_t lines_microsoft_azure_virtual_desktop_acr[] = {18, 18};
static const char text_designation[] = "designation Infrastructure (Azure)";
static const uint32_t lines_designation[] = {6};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {11};
static const char text_amount[] = "amount not published";
static const uint32_t lines_amount[] = {13};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {14};
static const uint32_t lines[] = {1};
