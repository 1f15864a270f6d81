/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/sap.assay, for decisions/sap-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_sap_workloads_acr_service_level_4[] = {
    56, 90, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72,
    73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 58,
    88, 89, 91, 92
};
static const uint32_t lines_sap_workloads_acr[] = {55, 55};
static const char text_designation[] = "designation Infrastructure (Azure)";
static const uint32_t lines_designation[] = {5};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {10};
static const char text_amount_sap_workloads_acr[] = "at least 30,000 USD of SAP Workloads ACR over 3 months";
static const uint32_t lines_amount_sap_workloads_acr[] = {13};
static const char text_amount_sap_workloads_acr_2[] = "at least 7,500 USD of SAP Workloads ACR over 3 months";
static const uint32_t lines_amount_sap_workloads_acr_2[] = {23};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {32};
static const char text_people[] = "at least 1 person with AZ-120";
static const uint32_t lines_people[] = {34};
static const uint32_t lines[] = {1};
