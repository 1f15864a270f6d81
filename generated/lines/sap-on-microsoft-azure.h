/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/sap.assay, for decisions/sap-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_sap_workloads_acr_service_level_4[] = {
    57, 91, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73,
    74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 59,
    89, 90, 92, 93
};
static const uint32_t lines_sap_workloads_acr[] = {56, 56};
static const char text_designation[] = "designation Infrastructure (Azure)";
static const uint32_t lines_designation[] = {6};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {11};
static const char text_amount_sap_workloads_acr[] = "at least 30,000 USD of SAP Workloads ACR over 3 months";
static const uint32_t lines_amount_sap_workloads_acr[] = {14};
static const char text_amount_sap_workloads_acr_2[] = "at least 7,500 USD of SAP Workloads ACR over 3 months";
static const uint32_t lines_amount_sap_workloads_acr_2[] = {24};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {33};
static const char text_people[] = "at least 1 person with AZ-120";
static const uint32_t lines_people[] = {35};
static const uint32_t lines[] = {1};
