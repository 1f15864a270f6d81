/* Written by assayc from rule files: change the rule, not this file. */
/*
 * The index: derived from the tables in decisions/, which are what is reviewed.
 */
#include "assay.h"

#if ASSAY_ABI != 4
#error "this index was written for ABI 4 of assay.h"
#endif

extern const struct assay_usage assay_table_usage;
extern const struct assay_list assay_list_ms_series;
extern const struct assay_specialization assay_table_adoption_and_change_management;
extern const struct assay_specialization assay_table_ai_and_machine_learning_on_microsoft_azure;
extern const struct assay_specialization assay_table_analytics_on_microsoft_azure;
extern const struct assay_specialization assay_table_build_and_modernize_ai_apps_with_microsoft_azure;
extern const struct assay_specialization assay_table_business_intelligence;
extern const struct assay_specialization assay_table_calling_for_microsoft_teams;
extern const struct assay_specialization assay_table_cloud_security;
extern const struct assay_specialization assay_table_custom_solutions_for_microsoft_teams;
extern const struct assay_specialization assay_table_data_warehouse_migration_to_microsoft_azure;
extern const struct assay_specialization assay_table_devops_with_github_on_microsoft_azure;
extern const struct assay_specialization assay_table_finance;
extern const struct assay_specialization assay_table_hybrid_cloud_infrastructure_with_microsoft_azure_stack_hci;
extern const struct assay_specialization assay_table_identity_and_access_management;
extern const struct assay_specialization assay_table_information_protection_and_governance;
extern const struct assay_specialization assay_table_infra_and_database_migration_to_microsoft_azure;
extern const struct assay_specialization assay_table_intelligent_automation;
extern const struct assay_specialization assay_table_kubernetes_on_microsoft_azure;
extern const struct assay_specialization assay_table_meetings_and_meeting_rooms_for_microsoft_teams;
extern const struct assay_specialization assay_table_microsoft_azure_virtual_desktop;
extern const struct assay_specialization assay_table_microsoft_azure_vmware_solution;
extern const struct assay_specialization assay_table_microsoft_low_code_application_development;
extern const struct assay_specialization assay_table_migrate_enterprise_applications_to_microsoft_azure;
extern const struct assay_specialization assay_table_modernize_endpoints;
extern const struct assay_specialization assay_table_networking_services_in_microsoft_azure;
extern const struct assay_specialization assay_table_sales;
extern const struct assay_specialization assay_table_sap_on_microsoft_azure;
extern const struct assay_specialization assay_table_service;
extern const struct assay_specialization assay_table_small_and_midsize_business_management;
extern const struct assay_specialization assay_table_supply_chain;
extern const struct assay_specialization assay_table_teamwork_deployment;
extern const struct assay_specialization assay_table_threat_protection;

static const struct assay_list *const lists[] = {
    &assay_list_ms_series,
};

static const struct assay_specialization *const specializations[] = {
    &assay_table_adoption_and_change_management,
    &assay_table_ai_and_machine_learning_on_microsoft_azure,
    &assay_table_analytics_on_microsoft_azure,
    &assay_table_build_and_modernize_ai_apps_with_microsoft_azure,
    &assay_table_business_intelligence,
    &assay_table_calling_for_microsoft_teams,
    &assay_table_cloud_security,
    &assay_table_custom_solutions_for_microsoft_teams,
    &assay_table_data_warehouse_migration_to_microsoft_azure,
    &assay_table_devops_with_github_on_microsoft_azure,
    &assay_table_finance,
    &assay_table_hybrid_cloud_infrastructure_with_microsoft_azure_stack_hci,
    &assay_table_identity_and_access_management,
    &assay_table_information_protection_and_governance,
    &assay_table_infra_and_database_migration_to_microsoft_azure,
    &assay_table_intelligent_automation,
    &assay_table_kubernetes_on_microsoft_azure,
    &assay_table_meetings_and_meeting_rooms_for_microsoft_teams,
    &assay_table_microsoft_azure_virtual_desktop,
    &assay_table_microsoft_azure_vmware_solution,
    &assay_table_microsoft_low_code_application_development,
    &assay_table_migrate_enterprise_applications_to_microsoft_azure,
    &assay_table_modernize_endpoints,
    &assay_table_networking_services_in_microsoft_azure,
    &assay_table_sales,
    &assay_table_sap_on_microsoft_azure,
    &assay_table_service,
    &assay_table_small_and_midsize_business_management,
    &assay_table_supply_chain,
    &assay_table_teamwork_deployment,
    &assay_table_threat_protection,
};

static const struct assay_entry entries_service_level_1[] = {
    {.text = "compute", .length = 7, .class_ = 1, .canonical = 2, .alias = 0},
    {.text = "databases", .length = 9, .class_ = 2, .canonical = 3, .alias = 0},
};
static const uint16_t slots_service_level_1[] = {
    0, 3, 2, 0,
};
static const uint64_t masks_service_level_1[] = {
    0x1de1ffffff,
    0x1fe1ffffff,
    0x1dffffffff,
};
static const uint64_t free_service_level_1[] = {
    0x1de1ffffff,
};

static const struct assay_entry entries_service_level_2[] = {
    {.text = "azure app service", .length = 17, .class_ = 2, .canonical = 2, .alias = 0},
    {.text = "azure data factory", .length = 18, .class_ = 3, .canonical = 3, .alias = 0},
    {.text = "azure data factory v2", .length = 21, .class_ = 3, .canonical = 4, .alias = 0},
    {.text = "azure database for mariadb", .length = 26, .class_ = 4, .canonical = 5, .alias = 0},
    {.text = "azure database for mysql", .length = 24, .class_ = 5, .canonical = 6, .alias = 0},
    {.text = "azure stack hci", .length = 15, .class_ = 6, .canonical = 7, .alias = 0},
    {.text = "azure synapse analytics", .length = 23, .class_ = 7, .canonical = 8, .alias = 0},
    {.text = "cloud services", .length = 14, .class_ = 8, .canonical = 9, .alias = 0},
    {.text = "container instances", .length = 19, .class_ = 8, .canonical = 10, .alias = 0},
    {.text = "container registry", .length = 18, .class_ = 8, .canonical = 11, .alias = 0},
    {.text = "cosmos db", .length = 9, .class_ = 9, .canonical = 12, .alias = 0},
    {.text = "cosmosdb", .length = 8, .class_ = 9, .canonical = 12, .alias = 1},
    {.text = "mysql database on azure", .length = 23, .class_ = 5, .canonical = 14, .alias = 0},
    {.text = "postgresql", .length = 10, .class_ = 10, .canonical = 15, .alias = 0},
    {.text = "specialized compute", .length = 19, .class_ = 8, .canonical = 16, .alias = 0},
    {.text = "unknown", .length = 7, .class_ = 0, .canonical = 17, .alias = 0},
    {.text = "virtual machines", .length = 16, .class_ = 11, .canonical = 18, .alias = 0},
    {.text = "virtual machines licenses", .length = 25, .class_ = 8, .canonical = 19, .alias = 0},
};
static const uint16_t slots_service_level_2[] = {
    2, 10, 0, 0, 0, 0, 0, 0, 0, 0, 4, 16, 0, 0, 0, 0,
    7, 0, 0, 15, 0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 19, 0, 6, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 11,
    0, 0, 0, 8, 13, 0, 3, 5, 9, 17, 0, 0, 0, 0, 18, 0,
};
static const uint64_t masks_service_level_2[] = {
    0x19a170ffb7,
    0x1de170ffb7,
    0x1fe170ffb7,
    0x1de170fff7,
    0x1de370ffb7,
    0x1de570ffb7,
    0x1de172ffb7,
    0x1de171ffbf,
    0x1de17cffb7,
    0x1df170ffb7,
    0x1de970ffb7,
    0x1de1fcffb7,
};
static const uint64_t free_service_level_2[] = {
    0x19a170ffb7,
};

static const uint16_t slots_service_level_3[] = {
    0,
};
static const uint64_t masks_service_level_3[] = {
    0x1fffffffff,
};
static const uint64_t free_service_level_3[] = {
    0x1fffffffff,
};

static const struct assay_entry entries_service_level_4[] = {
    {.text = "application gateway waf v2", .length = 26, .class_ = 1, .canonical = 2, .alias = 0},
    {.text = "azure active directory b2c", .length = 26, .class_ = 1, .canonical = 3, .alias = 0},
    {.text = "azure active directory domain services", .length = 38, .class_ = 1, .canonical = 4, .alias = 0},
    {.text = "azure active directory for external identities", .length = 46, .class_ = 1, .canonical = 5, .alias = 0},
    {.text = "azure bastion", .length = 13, .class_ = 1, .canonical = 6, .alias = 0},
    {.text = "azure ddos protection", .length = 21, .class_ = 1, .canonical = 7, .alias = 0},
    {.text = "azure dedicated hsm", .length = 19, .class_ = 1, .canonical = 8, .alias = 0},
    {.text = "azure defender for app service", .length = 30, .class_ = 1, .canonical = 25, .alias = 1},
    {.text = "azure defender for container registries", .length = 39, .class_ = 1, .canonical = 26, .alias = 1},
    {.text = "azure defender for iot", .length = 22, .class_ = 1, .canonical = 27, .alias = 1},
    {.text = "azure defender for kubernetes", .length = 29, .class_ = 1, .canonical = 28, .alias = 1},
    {.text = "azure defender for servers", .length = 26, .class_ = 1, .canonical = 29, .alias = 1},
    {.text = "azure defender for sql", .length = 22, .class_ = 1, .canonical = 30, .alias = 1},
    {.text = "azure defender for storage", .length = 26, .class_ = 1, .canonical = 31, .alias = 1},
    {.text = "azure firewall", .length = 14, .class_ = 1, .canonical = 16, .alias = 0},
    {.text = "azure firewall manager", .length = 22, .class_ = 1, .canonical = 17, .alias = 0},
    {.text = "azure front door service", .length = 24, .class_ = 1, .canonical = 18, .alias = 0},
    {.text = "azure vmware solution", .length = 21, .class_ = 2, .canonical = 19, .alias = 0},
    {.text = "azure vmware solution by cloudsimple", .length = 36, .class_ = 2, .canonical = 20, .alias = 0},
    {.text = "azure vmware solution by virtustream", .length = 36, .class_ = 2, .canonical = 21, .alias = 0},
    {.text = "baremetal infrastructure", .length = 24, .class_ = 3, .canonical = 22, .alias = 0},
    {.text = "cloud services ms series", .length = 24, .class_ = 4, .canonical = 23, .alias = 0},
    {.text = "key vault", .length = 9, .class_ = 1, .canonical = 24, .alias = 0},
    {.text = "microsoft defender for app service", .length = 34, .class_ = 1, .canonical = 25, .alias = 0},
    {.text = "microsoft defender for container registries", .length = 43, .class_ = 1, .canonical = 26, .alias = 0},
    {.text = "microsoft defender for iot", .length = 26, .class_ = 1, .canonical = 27, .alias = 0},
    {.text = "microsoft defender for kubernetes", .length = 33, .class_ = 1, .canonical = 28, .alias = 0},
    {.text = "microsoft defender for servers", .length = 30, .class_ = 1, .canonical = 29, .alias = 0},
    {.text = "microsoft defender for sql", .length = 26, .class_ = 1, .canonical = 30, .alias = 0},
    {.text = "microsoft defender for storage", .length = 30, .class_ = 1, .canonical = 31, .alias = 0},
    {.text = "ms series dedicated host", .length = 24, .class_ = 4, .canonical = 32, .alias = 0},
    {.text = "msv2 series dedicated host", .length = 26, .class_ = 4, .canonical = 33, .alias = 0},
    {.text = "network watcher", .length = 15, .class_ = 1, .canonical = 34, .alias = 0},
    {.text = "red hat enterprise linux", .length = 24, .class_ = 5, .canonical = 35, .alias = 0},
    {.text = "red hat enterprise linux with ha", .length = 32, .class_ = 5, .canonical = 36, .alias = 0},
    {.text = "sap cloud platform alert notification", .length = 37, .class_ = 3, .canonical = 37, .alias = 0},
    {.text = "sap cloud platform extension factory - kyma runtime", .length = 51, .class_ = 3, .canonical = 38, .alias = 0},
    {.text = "sap cloud platform integration suite - additional messages", .length = 58, .class_ = 3, .canonical = 39, .alias = 0},
    {.text = "sap cloud platform integration suite - standard edition", .length = 55, .class_ = 3, .canonical = 40, .alias = 0},
    {.text = "sap cloud platform transport management", .length = 39, .class_ = 3, .canonical = 41, .alias = 0},
    {.text = "sap edge services", .length = 17, .class_ = 3, .canonical = 42, .alias = 0},
    {.text = "sap embrace api management", .length = 26, .class_ = 3, .canonical = 43, .alias = 0},
    {.text = "sap embrace application logging", .length = 31, .class_ = 3, .canonical = 44, .alias = 0},
    {.text = "sap embrace application runtime", .length = 31, .class_ = 3, .canonical = 45, .alias = 0},
    {.text = "sap embrace bandwidth", .length = 21, .class_ = 3, .canonical = 46, .alias = 0},
    {.text = "sap embrace business application studio", .length = 39, .class_ = 3, .canonical = 47, .alias = 0},
    {.text = "sap embrace business rules", .length = 26, .class_ = 3, .canonical = 48, .alias = 0},
    {.text = "sap embrace cloud integration", .length = 29, .class_ = 3, .canonical = 49, .alias = 0},
    {.text = "sap embrace credential store", .length = 28, .class_ = 3, .canonical = 50, .alias = 0},
    {.text = "sap embrace custom domain", .length = 25, .class_ = 3, .canonical = 51, .alias = 0},
    {.text = "sap embrace data intelligence", .length = 29, .class_ = 3, .canonical = 52, .alias = 0},
    {.text = "sap embrace enterprise messaging", .length = 32, .class_ = 3, .canonical = 53, .alias = 0},
    {.text = "sap embrace extension factory, serverless runtime", .length = 49, .class_ = 3, .canonical = 54, .alias = 0},
    {.text = "sap embrace hana cloud", .length = 22, .class_ = 3, .canonical = 55, .alias = 0},
    {.text = "sap embrace identity authentication", .length = 35, .class_ = 3, .canonical = 56, .alias = 0},
    {.text = "sap embrace job scheduler", .length = 25, .class_ = 3, .canonical = 57, .alias = 0},
    {.text = "sap embrace macc", .length = 16, .class_ = 3, .canonical = 58, .alias = 0},
    {.text = "sap embrace mobile services", .length = 27, .class_ = 3, .canonical = 59, .alias = 0},
    {.text = "sap embrace object store service", .length = 32, .class_ = 3, .canonical = 60, .alias = 0},
    {.text = "sap embrace open connectors", .length = 27, .class_ = 3, .canonical = 61, .alias = 0},
    {.text = "sap embrace portal", .length = 18, .class_ = 3, .canonical = 62, .alias = 0},
    {.text = "sap embrace process visibility", .length = 30, .class_ = 3, .canonical = 63, .alias = 0},
    {.text = "sap embrace web analytics", .length = 25, .class_ = 3, .canonical = 64, .alias = 0},
    {.text = "sap embrace workflow", .length = 20, .class_ = 3, .canonical = 65, .alias = 0},
    {.text = "sap hana on azure large instances", .length = 33, .class_ = 3, .canonical = 66, .alias = 0},
    {.text = "sap hana service", .length = 16, .class_ = 3, .canonical = 67, .alias = 0},
    {.text = "sap web ide", .length = 11, .class_ = 3, .canonical = 68, .alias = 0},
    {.text = "sentinel", .length = 8, .class_ = 6, .canonical = 69, .alias = 0},
    {.text = "specialized compute azure vmware solution", .length = 41, .class_ = 2, .canonical = 70, .alias = 0},
    {.text = "suse linux enterprise server basic", .length = 34, .class_ = 5, .canonical = 71, .alias = 0},
    {.text = "suse linux enterprise server for hpc priority", .length = 45, .class_ = 5, .canonical = 72, .alias = 0},
    {.text = "suse linux enterprise server for hpc standard", .length = 45, .class_ = 5, .canonical = 73, .alias = 0},
    {.text = "suse linux enterprise server priority", .length = 37, .class_ = 5, .canonical = 74, .alias = 0},
    {.text = "suse linux enterprise server standard", .length = 37, .class_ = 5, .canonical = 75, .alias = 0},
    {.text = "virtual machines mdsv2 series", .length = 29, .class_ = 3, .canonical = 76, .alias = 0},
    {.text = "virtual machines mdsv2 series windows", .length = 37, .class_ = 3, .canonical = 77, .alias = 0},
    {.text = "virtual machines ms series", .length = 26, .class_ = 4, .canonical = 78, .alias = 0},
    {.text = "virtual machines ms series windows", .length = 34, .class_ = 4, .canonical = 79, .alias = 0},
    {.text = "virtual machines msv2 series", .length = 28, .class_ = 4, .canonical = 80, .alias = 0},
    {.text = "virtual machines msv2 series windows", .length = 36, .class_ = 4, .canonical = 81, .alias = 0},
    {.text = "waf application gateway", .length = 23, .class_ = 1, .canonical = 82, .alias = 0},
};
static const uint16_t slots_service_level_4[] = {
    0, 4, 0, 74, 0, 0, 0, 60, 0, 0, 0, 0, 73, 0, 0, 40,
    0, 0, 0, 0, 31, 0, 0, 0, 0, 30, 81, 0, 0, 72, 0, 32,
    0, 26, 44, 0, 0, 0, 0, 51, 12, 0, 0, 0, 59, 69, 0, 0,
    24, 0, 0, 0, 0, 0, 0, 80, 0, 0, 75, 0, 57, 0, 0, 2,
    0, 34, 0, 0, 0, 63, 0, 23, 47, 38, 0, 71, 0, 0, 50, 17,
    0, 0, 0, 0, 11, 49, 0, 0, 66, 67, 0, 65, 0, 0, 0, 20,
    0, 0, 79, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 10, 0, 0, 53, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    14, 0, 0, 0, 56, 29, 52, 39, 0, 0, 0, 0, 77, 0, 0, 41,
    62, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 22, 0, 15, 0, 0,
    0, 0, 0, 28, 0, 5, 0, 48, 0, 0, 0, 0, 64, 0, 18, 0,
    0, 0, 0, 0, 9, 0, 0, 0, 0, 27, 0, 0, 13, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 35, 0, 42, 0, 58, 46, 0, 0, 61, 0,
    16, 8, 55, 0, 0, 7, 36, 19, 0, 0, 0, 0, 6, 76, 82, 0,
    0, 0, 37, 0, 3, 68, 0, 0, 0, 0, 21, 0, 45, 0, 0, 78,
    0, 43, 0, 33, 0, 25, 0, 0, 0, 0, 0, 70, 0, 0, 0, 54,
};
static const uint64_t masks_service_level_4[] = {
    0x6feff7fff,
    0x6feffffff,
    0x7feff7fff,
    0xefeff7fff,
    0xefe7f7fff,
    0x6ffff7fff,
    0x16feffffff,
};
static const uint64_t free_service_level_4[] = {
    0x6fe7f7fff,
};

static const struct assay_entry entries_service_influencer[] = {
    {.text = "aks", .length = 3, .class_ = 1, .canonical = 2, .alias = 0},
    {.text = "aks-engine", .length = 10, .class_ = 1, .canonical = 3, .alias = 0},
    {.text = "native avd", .length = 10, .class_ = 2, .canonical = 4, .alias = 0},
    {.text = "native wvd", .length = 10, .class_ = 2, .canonical = 4, .alias = 1},
};
static const uint16_t slots_service_influencer[] = {
    0, 5, 2, 3, 0, 0, 0, 4,
};
static const uint64_t masks_service_influencer[] = {
    0x1f5fffffff,
    0x1f7fffffff,
    0x1fdfffffff,
};
static const uint64_t free_service_influencer[] = {
    0x1f5fffffff,
};

static const struct assay_entry entries_service_group_2[] = {
    {.text = "ai", .length = 2, .class_ = 1, .canonical = 2, .alias = 0},
    {.text = "app dev", .length = 7, .class_ = 2, .canonical = 3, .alias = 0},
};
static const uint16_t slots_service_group_2[] = {
    3, 0, 0, 2,
};
static const uint64_t masks_service_group_2[] = {
    0x1bfffffffb,
    0x1bffffffff,
    0x1ffffffffb,
};
static const uint64_t free_service_group_2[] = {
    0x1bfffffffb,
};

static const struct assay_entry entries_service_group_3[] = {
    {.text = "aks", .length = 3, .class_ = 1, .canonical = 2, .alias = 0},
    {.text = "applied ai services", .length = 19, .class_ = 2, .canonical = 3, .alias = 0},
    {.text = "aro", .length = 3, .class_ = 3, .canonical = 4, .alias = 0},
    {.text = "azure data lake", .length = 15, .class_ = 4, .canonical = 5, .alias = 0},
    {.text = "azure machine learning", .length = 22, .class_ = 5, .canonical = 6, .alias = 0},
    {.text = "azure spring cloud", .length = 18, .class_ = 6, .canonical = 7, .alias = 0},
    {.text = "cognitive services", .length = 18, .class_ = 7, .canonical = 8, .alias = 0},
    {.text = "cosmos db", .length = 9, .class_ = 8, .canonical = 9, .alias = 0},
    {.text = "cosmosdb", .length = 8, .class_ = 8, .canonical = 9, .alias = 1},
    {.text = "databricks", .length = 10, .class_ = 9, .canonical = 11, .alias = 0},
    {.text = "pgsql", .length = 5, .class_ = 10, .canonical = 12, .alias = 0},
    {.text = "spring cloud", .length = 12, .class_ = 11, .canonical = 13, .alias = 0},
    {.text = "sql db mi", .length = 9, .class_ = 12, .canonical = 14, .alias = 0},
    {.text = "sql on iaas", .length = 11, .class_ = 13, .canonical = 15, .alias = 0},
    {.text = "sql on iaas vm", .length = 14, .class_ = 13, .canonical = 16, .alias = 0},
    {.text = "sqldb", .length = 5, .class_ = 14, .canonical = 17, .alias = 0},
};
static const uint16_t slots_service_group_3[] = {
    0, 0, 2, 0, 7, 12, 0, 14, 0, 9, 0, 11, 3, 13, 0, 4,
    0, 8, 15, 5, 10, 0, 0, 16, 0, 17, 0, 0, 0, 6, 0, 0,
};
static const uint64_t masks_service_group_3[] = {
    0x1bbf8f804f,
    0x1bbf8f80cf,
    0x1bbf8fc04f,
    0x1bff8f814f,
    0x1bbf8f805f,
    0x1bbf8fa04f,
    0x1bbf8f824f,
    0x1bbf8f904f,
    0x1bbf8f844f,
    0x1bbf8f806f,
    0x1bbf8f884f,
    0x1fbf8f804f,
    0x1bbfaf804f,
    0x1bbfcf804f,
    0x1bbf9f804f,
};
static const uint64_t free_service_group_3[] = {
    0x1bbf8f804f,
};

static const struct assay_entry entries_compute_os[] = {
    {.text = "linux", .length = 5, .class_ = 1, .canonical = 2, .alias = 0},
    {.text = "windows", .length = 7, .class_ = 2, .canonical = 3, .alias = 0},
};
static const uint16_t slots_compute_os[] = {
    0, 2, 3, 0,
};
static const uint64_t masks_compute_os[] = {
    0x1fff73ffff,
    0x1ffffbffff,
    0x1fff77ffff,
};
static const uint64_t free_compute_os[] = {
    0x1fff73ffff,
};

static const struct assay_entry entries_compute_os_attribute[] = {
    {.text = "non-windows", .length = 11, .class_ = 1, .canonical = 2, .alias = 0},
    {.text = "unknown", .length = 7, .class_ = 2, .canonical = 3, .alias = 0},
    {.text = "windows", .length = 7, .class_ = 2, .canonical = 4, .alias = 0},
    {.text = "windows-ahub", .length = 12, .class_ = 3, .canonical = 5, .alias = 0},
};
static const uint16_t slots_compute_os_attribute[] = {
    2, 3, 4, 5, 0, 0, 0, 0,
};
static const uint64_t masks_compute_os_attribute[] = {
    0x1fff73ffff,
    0x1ffff3ffff,
    0x1ffff7ffff,
    0x1fff7bffff,
};
static const uint64_t free_compute_os_attribute[] = {
    0x1fff73ffff,
};

static const struct assay_entry entries_compute_core_software[] = {
    {.text = "core", .length = 4, .class_ = 1, .canonical = 2, .alias = 0},
};
static const uint16_t slots_compute_core_software[] = {
    2, 0,
};
static const uint64_t masks_compute_core_software[] = {
    0x1ffff3ffff,
    0x1fffffffff,
};
static const uint64_t free_compute_core_software[] = {
    0x1ffff3ffff,
};

static const struct assay_entry entries_acr_adjustment_type[] = {
    {.text = "n/a", .length = 3, .class_ = 1, .canonical = 2, .alias = 0},
};
static const uint16_t slots_acr_adjustment_type[] = {
    0, 2,
};
static const uint64_t masks_acr_adjustment_type[] = {
    0x1bff73ffff,
    0x1fffffffff,
};
static const uint64_t free_acr_adjustment_type[] = {
    0x1bff73ffff,
};

static const struct assay_entry entries_offer_type[] = {
    {.text = "benefit program", .length = 15, .class_ = 1, .canonical = 5, .alias = 0},
    {.text = "benefit programs", .length = 16, .class_ = 1, .canonical = 5, .alias = 0},
    {.text = "benefits program", .length = 16, .class_ = 1, .canonical = 5, .alias = 0},
    {.text = "benefits programs", .length = 17, .class_ = 1, .canonical = 5, .alias = 0},
    {.text = "internal", .length = 8, .class_ = 1, .canonical = 6, .alias = 0},
    {.text = "support", .length = 7, .class_ = 1, .canonical = 7, .alias = 0},
    {.text = "trial", .length = 5, .class_ = 1, .canonical = 8, .alias = 0},
};
static const uint16_t slots_offer_type[] = {
    6, 3, 4, 8, 0, 0, 5, 0, 2, 7, 0, 0, 0, 0, 0, 0,
};
static const uint64_t masks_offer_type[] = {
    0x1fffffffff,
    0x1ffffffffd,
};
static const uint64_t free_offer_type[] = {
    0x1ffffffffd,
};

static const struct assay_entry entries_partner_attribution_type[] = {
    {.text = "csp t1", .length = 6, .class_ = 1, .canonical = 4, .alias = 0},
    {.text = "csp t2", .length = 6, .class_ = 1, .canonical = 5, .alias = 0},
    {.text = "csp tier 1", .length = 10, .class_ = 1, .canonical = 4, .alias = 0},
    {.text = "csp tier 2", .length = 10, .class_ = 1, .canonical = 5, .alias = 0},
    {.text = "csp tier1", .length = 9, .class_ = 1, .canonical = 4, .alias = 0},
    {.text = "csp tier2", .length = 9, .class_ = 1, .canonical = 5, .alias = 0},
    {.text = "deal registration", .length = 17, .class_ = 0, .canonical = 8, .alias = 0},
    {.text = "digital partner of record", .length = 25, .class_ = 1, .canonical = 11, .alias = 0},
    {.text = "digital partner of record (dpor)", .length = 32, .class_ = 1, .canonical = 11, .alias = 0},
    {.text = "dpor", .length = 4, .class_ = 1, .canonical = 11, .alias = 0},
    {.text = "pal", .length = 3, .class_ = 1, .canonical = 12, .alias = 0},
    {.text = "partner admin link", .length = 18, .class_ = 1, .canonical = 12, .alias = 0},
    {.text = "partner admin link (pal)", .length = 24, .class_ = 1, .canonical = 12, .alias = 0},
    {.text = "partner as end-customer", .length = 23, .class_ = 0, .canonical = 15, .alias = 0},
    {.text = "partner of record", .length = 17, .class_ = 1, .canonical = 11, .alias = 0},
    {.text = "por", .length = 3, .class_ = 1, .canonical = 11, .alias = 0},
    {.text = "tpor", .length = 4, .class_ = 0, .canonical = 18, .alias = 0},
    {.text = "transacting partner of record", .length = 29, .class_ = 0, .canonical = 19, .alias = 0},
    {.text = "transacting partner of record (tpor)", .length = 36, .class_ = 0, .canonical = 20, .alias = 0},
};
static const uint16_t slots_partner_attribution_type[] = {
    4, 18, 0, 0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 19, 6, 0,
    0, 0, 12, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 16,
    0, 0, 0, 20, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    8, 11, 0, 0, 0, 0, 13, 17, 0, 5, 15, 7, 0, 10, 0, 0,
};
static const uint64_t masks_partner_attribution_type[] = {
    0x1ffffffffe,
    0x1fffffffff,
};
static const uint64_t free_partner_attribution_type[] = {
    0x1ffffffffe,
};

static const uint16_t slots_subscription[] = {
    0,
};
static const uint64_t masks_subscription[] = {
    0x1fffffffff,
};
static const uint64_t free_subscription[] = {
    0x1fffffffff,
};

static const uint16_t slots_usage_units[] = {
    0,
};
static const uint64_t masks_usage_units[] = {
    0x1fffffffff,
};
static const uint64_t free_usage_units[] = {
    0x1fffffffff,
};

static const uint16_t slots_usage_quantity[] = {
    0,
};
static const uint64_t masks_usage_quantity[] = {
    0x1fffffffff,
};
static const uint64_t free_usage_quantity[] = {
    0x1fffffffff,
};

static const uint16_t slots_mpn_id[] = {
    0,
};
static const uint64_t masks_mpn_id[] = {
    0x1fffffffff,
};
static const uint64_t free_mpn_id[] = {
    0x1fffffffff,
};

static const struct assay_entry entries_is_acr_duplicate_at_pga_level[] = {
    {.text = "0", .length = 1, .class_ = 0, .canonical = 2, .alias = 0},
    {.text = "1", .length = 1, .class_ = 0, .canonical = 3, .alias = 0},
    {.text = "false", .length = 5, .class_ = 0, .canonical = 4, .alias = 0},
    {.text = "n", .length = 1, .class_ = 0, .canonical = 5, .alias = 0},
    {.text = "no", .length = 2, .class_ = 0, .canonical = 6, .alias = 0},
    {.text = "true", .length = 4, .class_ = 0, .canonical = 7, .alias = 0},
    {.text = "y", .length = 1, .class_ = 0, .canonical = 8, .alias = 0},
    {.text = "yes", .length = 3, .class_ = 0, .canonical = 9, .alias = 0},
};
static const uint16_t slots_is_acr_duplicate_at_pga_level[] = {
    9, 5, 0, 0, 8, 7, 0, 0, 4, 0, 6, 0, 3, 0, 0, 2,
};
static const uint64_t masks_is_acr_duplicate_at_pga_level[] = {
    0x1fffffffff,
};
static const uint64_t free_is_acr_duplicate_at_pga_level[] = {
    0x1fffffffff,
};

static const uint16_t slots_acr[] = {
    0,
};
static const uint64_t masks_acr[] = {
    0x1fffffffff,
};
static const uint64_t free_acr[] = {
    0x1fffffffff,
};

static const struct assay_entry entries_customer[] = {
    {.text = "00000000-0000-0000-0000-000000000000", .length = 36, .class_ = 0, .canonical = 2, .alias = 0},
    {.text = "unknown", .length = 7, .class_ = 0, .canonical = 3, .alias = 0},
};
static const uint16_t slots_customer[] = {
    0, 2, 3, 0,
};
static const uint64_t masks_customer[] = {
    0x1fffffffff,
};
static const uint64_t free_customer[] = {
    0x1fffffffff,
};

static const uint16_t slots_month[] = {
    0,
};
static const uint64_t masks_month[] = {
    0x1fffffffff,
};
static const uint64_t free_month[] = {
    0x1fffffffff,
};

static const struct assay_index_field fields[] = {
    {.entries = entries_service_level_1, .slots = slots_service_level_1, .masks = masks_service_level_1, .free_ = free_service_level_1,
     .slot_mask = 3, .entry_count = 2, .class_count = 3, .blank_class = 0, .other_class = 0},
    {.entries = entries_service_level_2, .slots = slots_service_level_2, .masks = masks_service_level_2, .free_ = free_service_level_2,
     .slot_mask = 63, .entry_count = 18, .class_count = 12, .blank_class = 0, .other_class = 1},
    {.entries = NULL, .slots = slots_service_level_3, .masks = masks_service_level_3, .free_ = free_service_level_3,
     .slot_mask = 0, .entry_count = 0, .class_count = 1, .blank_class = 0, .other_class = 0},
    {.entries = entries_service_level_4, .slots = slots_service_level_4, .masks = masks_service_level_4, .free_ = free_service_level_4,
     .slot_mask = 255, .entry_count = 81, .class_count = 7, .blank_class = 0, .other_class = 0},
    {.entries = entries_service_influencer, .slots = slots_service_influencer, .masks = masks_service_influencer, .free_ = free_service_influencer,
     .slot_mask = 7, .entry_count = 4, .class_count = 3, .blank_class = 0, .other_class = 0},
    {.entries = entries_service_group_2, .slots = slots_service_group_2, .masks = masks_service_group_2, .free_ = free_service_group_2,
     .slot_mask = 3, .entry_count = 2, .class_count = 3, .blank_class = 0, .other_class = 0},
    {.entries = entries_service_group_3, .slots = slots_service_group_3, .masks = masks_service_group_3, .free_ = free_service_group_3,
     .slot_mask = 31, .entry_count = 16, .class_count = 15, .blank_class = 0, .other_class = 0},
    {.entries = entries_compute_os, .slots = slots_compute_os, .masks = masks_compute_os, .free_ = free_compute_os,
     .slot_mask = 3, .entry_count = 2, .class_count = 3, .blank_class = 0, .other_class = 0},
    {.entries = entries_compute_os_attribute, .slots = slots_compute_os_attribute, .masks = masks_compute_os_attribute, .free_ = free_compute_os_attribute,
     .slot_mask = 7, .entry_count = 4, .class_count = 4, .blank_class = 0, .other_class = 0},
    {.entries = entries_compute_core_software, .slots = slots_compute_core_software, .masks = masks_compute_core_software, .free_ = free_compute_core_software,
     .slot_mask = 1, .entry_count = 1, .class_count = 2, .blank_class = 0, .other_class = 0},
    {.entries = entries_acr_adjustment_type, .slots = slots_acr_adjustment_type, .masks = masks_acr_adjustment_type, .free_ = free_acr_adjustment_type,
     .slot_mask = 1, .entry_count = 1, .class_count = 2, .blank_class = 0, .other_class = 0},
    {.entries = entries_offer_type, .slots = slots_offer_type, .masks = masks_offer_type, .free_ = free_offer_type,
     .slot_mask = 15, .entry_count = 7, .class_count = 2, .blank_class = 0, .other_class = 0},
    {.entries = entries_partner_attribution_type, .slots = slots_partner_attribution_type, .masks = masks_partner_attribution_type, .free_ = free_partner_attribution_type,
     .slot_mask = 63, .entry_count = 19, .class_count = 2, .blank_class = 0, .other_class = 0},
    {.entries = NULL, .slots = slots_subscription, .masks = masks_subscription, .free_ = free_subscription,
     .slot_mask = 0, .entry_count = 0, .class_count = 1, .blank_class = 0, .other_class = 0},
    {.entries = NULL, .slots = slots_usage_units, .masks = masks_usage_units, .free_ = free_usage_units,
     .slot_mask = 0, .entry_count = 0, .class_count = 1, .blank_class = 0, .other_class = 0},
    {.entries = NULL, .slots = slots_usage_quantity, .masks = masks_usage_quantity, .free_ = free_usage_quantity,
     .slot_mask = 0, .entry_count = 0, .class_count = 1, .blank_class = 0, .other_class = 0},
    {.entries = NULL, .slots = slots_mpn_id, .masks = masks_mpn_id, .free_ = free_mpn_id,
     .slot_mask = 0, .entry_count = 0, .class_count = 1, .blank_class = 0, .other_class = 0},
    {.entries = entries_is_acr_duplicate_at_pga_level, .slots = slots_is_acr_duplicate_at_pga_level, .masks = masks_is_acr_duplicate_at_pga_level, .free_ = free_is_acr_duplicate_at_pga_level,
     .slot_mask = 15, .entry_count = 8, .class_count = 1, .blank_class = 0, .other_class = 0},
    {.entries = NULL, .slots = slots_acr, .masks = masks_acr, .free_ = free_acr,
     .slot_mask = 0, .entry_count = 0, .class_count = 1, .blank_class = 0, .other_class = 0},
    {.entries = entries_customer, .slots = slots_customer, .masks = masks_customer, .free_ = free_customer,
     .slot_mask = 3, .entry_count = 2, .class_count = 1, .blank_class = 0, .other_class = 0},
    {.entries = NULL, .slots = slots_month, .masks = masks_month, .free_ = free_month,
     .slot_mask = 0, .entry_count = 0, .class_count = 1, .blank_class = 0, .other_class = 0},
};

static const uint32_t first[] = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    16, 17, 18, 20, 21, 22, 23, 25, 26, 27, 28, 29, 30, 31, 32, 33,
    34, 35, 36, 37,
};

static const struct assay_index rules_index = {
    .clause_count = 37,
    .words = 1,
    .measure_count = 33,
    .first = first,
    .fields = fields,
};

const struct assay_ruleset assay_rules = {
    .abi = ASSAY_ABI,
    .hash = "9ae4cad35931247c9c33725f7ec10e625328b25e54a319028d3344d6a25979fd",
    .usage = &assay_table_usage,
    .lists = lists,
    .specializations = specializations,
    .list_count = 1,
    .specialization_count = 31,
    .index = &rules_index,
};
