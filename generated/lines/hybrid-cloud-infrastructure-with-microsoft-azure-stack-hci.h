/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/azure-stack-hci.assay, for decisions/hybrid-cloud-infrastructure-with-microsoft-azure-stack-hci.c. Derived: these are not what is reviewed. */
static const uint32_t lines_azure_stack_hci_acr_service_level_2[] = {20, 20};
static const uint32_t lines_azure_stack_hci_acr[] = {20, 20};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure), Infrastructure (Azure)";
static const uint32_t lines_designation[] = {6};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {14};
static const char text_amount[] = "amount not published";
static const uint32_t lines_amount[] = {16};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {17};
static const uint32_t lines[] = {1};
