/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/sap.assay, for decisions/sap-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_sap_workloads_acr_service_level_4[] = {
    28, 62, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44,
    45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 30,
    60, 61, 63, 64
};
static const uint32_t lines_sap_workloads_acr[] = {27, 27};
static const char text_designation[] = "designation Infrastructure (Azure)";
static const uint32_t lines_designation[] = {5};
static const char text_audit[] = "audit by a third party";
static const uint32_t lines_audit[] = {10};
static const uint32_t lines[] = {1};
