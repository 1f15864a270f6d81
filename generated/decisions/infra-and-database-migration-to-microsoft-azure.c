/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Infra and Database migration to Microsoft Azure
 *
 *   area        Azure
 *   rule        azure/infra-and-database-migration.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- Windows ACR ----
 * Rule azure/infra-and-database-migration.assay:27, cites Apply for specializations, 2023-07-11. */

static const char *const notes_windows_acr[] = {
    "Reading R6: Virtual Machines Licenses is kept as published.",
    "Reading R8: the list of Service Level 2 holds for Windows and for Linux with Azure Hybrid Benefit alike.",
};

/* ACR Adjustment Type is any of */
static const struct assay_value values_windows_acr_acr_adjustment_type[] = {
    {.text = "N/A", .line = 28}, /* azure/infra-and-database-migration.assay:28 */
};

/* Compute Core Software is any of */
static const struct assay_value values_windows_acr_compute_core_software[] = {
    {.text = "Core", .line = 29}, /* azure/infra-and-database-migration.assay:29 */
};

/* Compute OS is any of */
static const struct assay_value values_windows_acr_compute_os[] = {
    {.text = "WINDOWS", .line = 30}, /* azure/infra-and-database-migration.assay:30 */
};

/* Compute OS Attribute is any of */
static const struct assay_value values_windows_acr_compute_os_attribute[] = {
    {.text = "UNKNOWN", .line = 30}, /* azure/infra-and-database-migration.assay:30 */
    {.text = "WINDOWS", .line = 30}, /* azure/infra-and-database-migration.assay:30 */
};

/* Service Level 2 is any of */
static const struct assay_value values_windows_acr_service_level_2[] = {
    {.text = "Cloud Services", .line = 33}, /* azure/infra-and-database-migration.assay:33 */
    {.text = "Container Instances", .line = 34}, /* azure/infra-and-database-migration.assay:34 */
    {.text = "Container Registry", .line = 35}, /* azure/infra-and-database-migration.assay:35 */
    {.text = "Specialized Compute", .line = 36}, /* azure/infra-and-database-migration.assay:36 */
    {.text = "Virtual Machines", .line = 37}, /* azure/infra-and-database-migration.assay:37 */
    {.text = "Virtual Machines Licenses", .line = 38}, /* azure/infra-and-database-migration.assay:38 */
};

/* Compute OS is any of */
static const struct assay_value values_windows_acr_compute_os_2[] = {
    {.text = "LINUX", .line = 31}, /* azure/infra-and-database-migration.assay:31 */
};

/* Compute OS Attribute is any of */
static const struct assay_value values_windows_acr_compute_os_attribute_2[] = {
    {.text = "WINDOWS-AHUB", .line = 31}, /* azure/infra-and-database-migration.assay:31 */
};

/* azure/infra-and-database-migration.assay:27: all of these hold. */
static const struct assay_condition conditions_windows_acr_1[] = {
    /* ACR Adjustment Type is any of: azure/infra-and-database-migration.assay:28 */
    {.field = FIELD_ACR_ADJUSTMENT_TYPE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_acr_adjustment_type),
     .line = 28, .values = values_windows_acr_acr_adjustment_type},
    /* Compute Core Software is any of: azure/infra-and-database-migration.assay:29 */
    {.field = FIELD_COMPUTE_CORE_SOFTWARE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_compute_core_software),
     .line = 29, .values = values_windows_acr_compute_core_software},
    /* Compute OS is any of: azure/infra-and-database-migration.assay:30 */
    {.field = FIELD_COMPUTE_OS, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_compute_os),
     .line = 30, .values = values_windows_acr_compute_os},
    /* Compute OS Attribute is any of: azure/infra-and-database-migration.assay:30 */
    {.field = FIELD_COMPUTE_OS_ATTRIBUTE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_compute_os_attribute),
     .line = 30, .values = values_windows_acr_compute_os_attribute},
    /* Service Level 2 is any of: azure/infra-and-database-migration.assay:32 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_service_level_2),
     .line = 32, .values = values_windows_acr_service_level_2},
};

/* azure/infra-and-database-migration.assay:27: all of these hold. */
static const struct assay_condition conditions_windows_acr_2[] = {
    /* ACR Adjustment Type is any of: azure/infra-and-database-migration.assay:28 */
    {.field = FIELD_ACR_ADJUSTMENT_TYPE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_acr_adjustment_type),
     .line = 28, .values = values_windows_acr_acr_adjustment_type},
    /* Compute Core Software is any of: azure/infra-and-database-migration.assay:29 */
    {.field = FIELD_COMPUTE_CORE_SOFTWARE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_compute_core_software),
     .line = 29, .values = values_windows_acr_compute_core_software},
    /* Compute OS is any of: azure/infra-and-database-migration.assay:31 */
    {.field = FIELD_COMPUTE_OS, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_compute_os_2),
     .line = 31, .values = values_windows_acr_compute_os_2},
    /* Compute OS Attribute is any of: azure/infra-and-database-migration.assay:31 */
    {.field = FIELD_COMPUTE_OS_ATTRIBUTE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_compute_os_attribute_2),
     .line = 31, .values = values_windows_acr_compute_os_attribute_2},
    /* Service Level 2 is any of: azure/infra-and-database-migration.assay:32 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_windows_acr_service_level_2),
     .line = 32, .values = values_windows_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_windows_acr[] = {
    {.line = 27,
     .condition_count = ASSAY_COUNT(conditions_windows_acr_1),
     .conditions = conditions_windows_acr_1},
    {.line = 27,
     .condition_count = ASSAY_COUNT(conditions_windows_acr_2),
     .conditions = conditions_windows_acr_2},
};

/* ---- SQL Database (DB) ACR ----
 * Rule azure/infra-and-database-migration.assay:200, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_sql_database_db_acr_service_group_3[] = {
    {.text = "SQLDB", .line = 200}, /* azure/infra-and-database-migration.assay:200 */
};

/* azure/infra-and-database-migration.assay:200: all of these hold. */
static const struct assay_condition conditions_sql_database_db_acr_1[] = {
    /* Service Group 3 is any of: azure/infra-and-database-migration.assay:200 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_sql_database_db_acr_service_group_3),
     .line = 200, .values = values_sql_database_db_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_sql_database_db_acr[] = {
    {.line = 200,
     .condition_count = ASSAY_COUNT(conditions_sql_database_db_acr_1),
     .conditions = conditions_sql_database_db_acr_1},
};

/* ---- SQL Managed Instance (MI) ACR ----
 * Rule azure/infra-and-database-migration.assay:211, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_sql_managed_instance_mi_acr_service_group_3[] = {
    {.text = "SQL DB MI", .line = 211}, /* azure/infra-and-database-migration.assay:211 */
};

/* azure/infra-and-database-migration.assay:211: all of these hold. */
static const struct assay_condition conditions_sql_managed_instance_mi_acr_1[] = {
    /* Service Group 3 is any of: azure/infra-and-database-migration.assay:211 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_sql_managed_instance_mi_acr_service_group_3),
     .line = 211, .values = values_sql_managed_instance_mi_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_sql_managed_instance_mi_acr[] = {
    {.line = 211,
     .condition_count = ASSAY_COUNT(conditions_sql_managed_instance_mi_acr_1),
     .conditions = conditions_sql_managed_instance_mi_acr_1},
};

/* ---- SQL VM ACR ----
 * Rule azure/infra-and-database-migration.assay:224, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_sql_vm_acr_service_group_3[] = {
    {.text = "SQL on IaaS", .line = 224}, /* azure/infra-and-database-migration.assay:224 */
    {.text = "SQL on IaaS VM", .line = 224}, /* azure/infra-and-database-migration.assay:224 */
};

/* azure/infra-and-database-migration.assay:224: all of these hold. */
static const struct assay_condition conditions_sql_vm_acr_1[] = {
    /* Service Group 3 is any of: azure/infra-and-database-migration.assay:224 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_sql_vm_acr_service_group_3),
     .line = 224, .values = values_sql_vm_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_sql_vm_acr[] = {
    {.line = 224,
     .condition_count = ASSAY_COUNT(conditions_sql_vm_acr_1),
     .conditions = conditions_sql_vm_acr_1},
};

/* ---- Linux Virtual Machines (VM) ACR ----
 * Rule azure/infra-and-database-migration.assay:263, cites Apply for specializations, 2023-07-11. */

static const char *const notes_linux_virtual_machines_vm_acr[] = {
    "Reading R15: in option 1 a blank Service Level 4 passes; in option 2 it fails.",
    "Reading R16: in option 2 the operating system does not matter.",
};

/* ACR Adjustment Type is any of */
static const struct assay_value values_linux_virtual_machines_vm_acr_acr_adjustment_type[] = {
    {.text = "N/A", .line = 265}, /* azure/infra-and-database-migration.assay:265 */
};

/* Service Level 2 is any of */
static const struct assay_value values_linux_virtual_machines_vm_acr_service_level_2[] = {
    {.text = "Virtual Machines", .line = 266}, /* azure/infra-and-database-migration.assay:266 */
};

/* Compute OS is any of */
static const struct assay_value values_linux_virtual_machines_vm_acr_compute_os[] = {
    {.text = "Linux", .line = 267}, /* azure/infra-and-database-migration.assay:267 */
};

/* Compute OS Attribute is any of */
static const struct assay_value values_linux_virtual_machines_vm_acr_compute_os_attribute[] = {
    {.text = "Non-Windows", .line = 268}, /* azure/infra-and-database-migration.assay:268 */
    {.text = "UNKNOWN", .line = 268}, /* azure/infra-and-database-migration.assay:268 */
    {.text = "Windows", .line = 268}, /* azure/infra-and-database-migration.assay:268 */
};

/* Service Level 4: MS Series */
static const struct assay_value values_ms_series[] = {
    {.text = "Cloud Services MS Series", .file = "lists.assay", .line = 6}, /* lists.assay:6 */
    {.text = "MS Series Dedicated Host", .file = "lists.assay", .line = 11}, /* lists.assay:11 */
    {.text = "MSv2 Series Dedicated Host", .file = "lists.assay", .line = 12}, /* lists.assay:12 */
    {.text = "Virtual Machines MS Series", .file = "lists.assay", .line = 7}, /* lists.assay:7 */
    {.text = "Virtual Machines MS Series Windows", .file = "lists.assay", .line = 8}, /* lists.assay:8 */
    {.text = "Virtual Machines MSv2 Series", .file = "lists.assay", .line = 9}, /* lists.assay:9 */
    {.text = "Virtual Machines MSv2 Series Windows", .file = "lists.assay", .line = 10}, /* lists.assay:10 */
};

/* Service Level 4 is any of */
static const struct assay_value values_linux_virtual_machines_vm_acr_service_level_4[] = {
    {.text = "Red Hat Enterprise Linux", .line = 272}, /* azure/infra-and-database-migration.assay:272 */
    {.text = "Red Hat Enterprise Linux with HA", .line = 273}, /* azure/infra-and-database-migration.assay:273 */
    {.text = "SUSE Linux Enterprise Server Basic", .line = 274}, /* azure/infra-and-database-migration.assay:274 */
    {.text = "SUSE Linux Enterprise Server for HPC Priority", .line = 275}, /* azure/infra-and-database-migration.assay:275 */
    {.text = "SUSE Linux Enterprise Server for HPC Standard", .line = 276}, /* azure/infra-and-database-migration.assay:276 */
    {.text = "SUSE Linux Enterprise Server Priority", .line = 277}, /* azure/infra-and-database-migration.assay:277 */
    {.text = "SUSE Linux Enterprise Server Standard", .line = 278}, /* azure/infra-and-database-migration.assay:278 */
};

/* Option "1", azure/infra-and-database-migration.assay:264: all of these hold. */
static const struct assay_condition conditions_linux_virtual_machines_vm_acr_1[] = {
    /* ACR Adjustment Type is any of: azure/infra-and-database-migration.assay:265 */
    {.field = FIELD_ACR_ADJUSTMENT_TYPE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_linux_virtual_machines_vm_acr_acr_adjustment_type),
     .line = 265, .values = values_linux_virtual_machines_vm_acr_acr_adjustment_type},
    /* Service Level 2 is any of: azure/infra-and-database-migration.assay:266 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_linux_virtual_machines_vm_acr_service_level_2),
     .line = 266, .values = values_linux_virtual_machines_vm_acr_service_level_2},
    /* Compute OS is any of: azure/infra-and-database-migration.assay:267 */
    {.field = FIELD_COMPUTE_OS, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_linux_virtual_machines_vm_acr_compute_os),
     .line = 267, .values = values_linux_virtual_machines_vm_acr_compute_os},
    /* Compute OS Attribute is any of: azure/infra-and-database-migration.assay:268 */
    {.field = FIELD_COMPUTE_OS_ATTRIBUTE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_linux_virtual_machines_vm_acr_compute_os_attribute),
     .line = 268, .values = values_linux_virtual_machines_vm_acr_compute_os_attribute},
    /* Service Level 4 is none of MS Series: azure/infra-and-database-migration.assay:269 */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_NONE_OF,
     .value_count = ASSAY_COUNT(values_ms_series),
     .line = 269, .list = "MS Series", .values = values_ms_series},
};

/* Option "2", azure/infra-and-database-migration.assay:270: all of these hold. */
static const struct assay_condition conditions_linux_virtual_machines_vm_acr_2[] = {
    /* Service Level 4 is any of: azure/infra-and-database-migration.assay:271 */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_linux_virtual_machines_vm_acr_service_level_4),
     .line = 271, .values = values_linux_virtual_machines_vm_acr_service_level_4},
};

/* Any one of these will do. */
static const struct assay_clause clauses_linux_virtual_machines_vm_acr[] = {
    {.option = "1", .line = 264,
     .condition_count = ASSAY_COUNT(conditions_linux_virtual_machines_vm_acr_1),
     .conditions = conditions_linux_virtual_machines_vm_acr_1},
    {.option = "2", .line = 270,
     .condition_count = ASSAY_COUNT(conditions_linux_virtual_machines_vm_acr_2),
     .conditions = conditions_linux_virtual_machines_vm_acr_2},
};

/* ---- Azure Database (DB) for MariaDB ACR ----
 * Rule azure/infra-and-database-migration.assay:493, cites Apply for specializations, 2023-07-11. */

/* Service Level 1 is any of */
static const struct assay_value values_azure_database_db_for_mariadb_acr_service_level_1[] = {
    {.text = "Databases", .line = 494}, /* azure/infra-and-database-migration.assay:494 */
};

/* Service Level 2 is any of */
static const struct assay_value values_azure_database_db_for_mariadb_acr_service_level_2[] = {
    {.text = "Azure Database for MariaDB", .line = 495}, /* azure/infra-and-database-migration.assay:495 */
};

/* azure/infra-and-database-migration.assay:493: all of these hold. */
static const struct assay_condition conditions_azure_database_db_for_mariadb_acr_1[] = {
    /* Service Level 1 is any of: azure/infra-and-database-migration.assay:494 */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_database_db_for_mariadb_acr_service_level_1),
     .line = 494, .values = values_azure_database_db_for_mariadb_acr_service_level_1},
    /* Service Level 2 is any of: azure/infra-and-database-migration.assay:495 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_database_db_for_mariadb_acr_service_level_2),
     .line = 495, .values = values_azure_database_db_for_mariadb_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_database_db_for_mariadb_acr[] = {
    {.line = 493,
     .condition_count = ASSAY_COUNT(conditions_azure_database_db_for_mariadb_acr_1),
     .conditions = conditions_azure_database_db_for_mariadb_acr_1},
};

/* ---- Azure DB for MySql ACR ----
 * Rule azure/infra-and-database-migration.assay:525, cites Apply for specializations, 2023-07-11. */

static const char *const notes_azure_db_for_mysql_acr[] = {
    "Reading R13: Azure Database for MySQL and MySQL Database on Azure are two values, either of which counts.",
};

/* Service Level 1 is any of */
static const struct assay_value values_azure_db_for_mysql_acr_service_level_1[] = {
    {.text = "Databases", .line = 526}, /* azure/infra-and-database-migration.assay:526 */
};

/* Service Level 2 is any of */
static const struct assay_value values_azure_db_for_mysql_acr_service_level_2[] = {
    {.text = "Azure Database for MySQL", .line = 527}, /* azure/infra-and-database-migration.assay:527 */
    {.text = "MySQL Database on Azure", .line = 527}, /* azure/infra-and-database-migration.assay:527 */
};

/* azure/infra-and-database-migration.assay:525: all of these hold. */
static const struct assay_condition conditions_azure_db_for_mysql_acr_1[] = {
    /* Service Level 1 is any of: azure/infra-and-database-migration.assay:526 */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_db_for_mysql_acr_service_level_1),
     .line = 526, .values = values_azure_db_for_mysql_acr_service_level_1},
    /* Service Level 2 is any of: azure/infra-and-database-migration.assay:527 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_db_for_mysql_acr_service_level_2),
     .line = 527, .values = values_azure_db_for_mysql_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_db_for_mysql_acr[] = {
    {.line = 525,
     .condition_count = ASSAY_COUNT(conditions_azure_db_for_mysql_acr_1),
     .conditions = conditions_azure_db_for_mysql_acr_1},
};

/* ---- Azure DB for PostgreSQL ACR ----
 * Rule azure/infra-and-database-migration.assay:554, cites Apply for specializations, 2023-07-11. */

/* Service Level 1 is any of */
static const struct assay_value values_azure_db_for_postgresql_acr_service_level_1[] = {
    {.text = "Databases", .line = 555}, /* azure/infra-and-database-migration.assay:555 */
};

/* Service Level 2 is any of */
static const struct assay_value values_azure_db_for_postgresql_acr_service_level_2[] = {
    {.text = "PostgreSQL", .line = 556}, /* azure/infra-and-database-migration.assay:556 */
};

/* azure/infra-and-database-migration.assay:554: all of these hold. */
static const struct assay_condition conditions_azure_db_for_postgresql_acr_1[] = {
    /* Service Level 1 is any of: azure/infra-and-database-migration.assay:555 */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_db_for_postgresql_acr_service_level_1),
     .line = 555, .values = values_azure_db_for_postgresql_acr_service_level_1},
    /* Service Level 2 is any of: azure/infra-and-database-migration.assay:556 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_db_for_postgresql_acr_service_level_2),
     .line = 556, .values = values_azure_db_for_postgresql_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_db_for_postgresql_acr[] = {
    {.line = 554,
     .condition_count = ASSAY_COUNT(conditions_azure_db_for_postgresql_acr_1),
     .conditions = conditions_azure_db_for_postgresql_acr_1},
};

/* ---- Azure COSMOS DB ACR ----
 * Rule azure/infra-and-database-migration.assay:580, cites Apply for specializations, 2023-07-11. */

/* Service Level 1 is any of */
static const struct assay_value values_azure_cosmos_db_acr_service_level_1[] = {
    {.text = "Databases", .line = 581}, /* azure/infra-and-database-migration.assay:581 */
};

/* Service Level 2 is any of */
static const struct assay_value values_azure_cosmos_db_acr_service_level_2[] = {
    {.text = "Cosmos DB", .line = 582}, /* azure/infra-and-database-migration.assay:582 */
};

/* azure/infra-and-database-migration.assay:580: all of these hold. */
static const struct assay_condition conditions_azure_cosmos_db_acr_1[] = {
    /* Service Level 1 is any of: azure/infra-and-database-migration.assay:581 */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_cosmos_db_acr_service_level_1),
     .line = 581, .values = values_azure_cosmos_db_acr_service_level_1},
    /* Service Level 2 is any of: azure/infra-and-database-migration.assay:582 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_cosmos_db_acr_service_level_2),
     .line = 582, .values = values_azure_cosmos_db_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_cosmos_db_acr[] = {
    {.line = 580,
     .condition_count = ASSAY_COUNT(conditions_azure_cosmos_db_acr_1),
     .conditions = conditions_azure_cosmos_db_acr_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Windows ACR",
        .line = 27,
        .clause_count = ASSAY_COUNT(clauses_windows_acr),
        .note_count = ASSAY_COUNT(notes_windows_acr),
        .clauses = clauses_windows_acr,
        .notes = notes_windows_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "SQL Database (DB) ACR",
        .line = 200,
        .clause_count = ASSAY_COUNT(clauses_sql_database_db_acr),
        .clauses = clauses_sql_database_db_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "SQL Managed Instance (MI) ACR",
        .line = 211,
        .clause_count = ASSAY_COUNT(clauses_sql_managed_instance_mi_acr),
        .clauses = clauses_sql_managed_instance_mi_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "SQL VM ACR",
        .line = 224,
        .clause_count = ASSAY_COUNT(clauses_sql_vm_acr),
        .clauses = clauses_sql_vm_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Linux Virtual Machines (VM) ACR",
        .line = 263,
        .clause_count = ASSAY_COUNT(clauses_linux_virtual_machines_vm_acr),
        .note_count = ASSAY_COUNT(notes_linux_virtual_machines_vm_acr),
        .clauses = clauses_linux_virtual_machines_vm_acr,
        .notes = notes_linux_virtual_machines_vm_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure Database (DB) for MariaDB ACR",
        .line = 493,
        .clause_count = ASSAY_COUNT(clauses_azure_database_db_for_mariadb_acr),
        .clauses = clauses_azure_database_db_for_mariadb_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure DB for MySql ACR",
        .line = 525,
        .clause_count = ASSAY_COUNT(clauses_azure_db_for_mysql_acr),
        .note_count = ASSAY_COUNT(notes_azure_db_for_mysql_acr),
        .clauses = clauses_azure_db_for_mysql_acr,
        .notes = notes_azure_db_for_mysql_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure DB for PostgreSQL ACR",
        .line = 554,
        .clause_count = ASSAY_COUNT(clauses_azure_db_for_postgresql_acr),
        .clauses = clauses_azure_db_for_postgresql_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure COSMOS DB ACR",
        .line = 580,
        .clause_count = ASSAY_COUNT(clauses_azure_cosmos_db_acr),
        .clauses = clauses_azure_cosmos_db_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
};

static const char *const designations[] = {
    "Data & AI (Azure)",
    "Infrastructure (Azure)",
};

static const char *const notes[] = {
    "Reading R27: a row may meet several of these measures; it then counts once in each.",
};

extern const struct assay_specialization assay_table_infra_and_database_migration_to_microsoft_azure;
const struct assay_specialization assay_table_infra_and_database_migration_to_microsoft_azure = {
    .name = "Infra and Database migration to Microsoft Azure",
    .area = "Azure",
    .file = "azure/infra-and-database-migration.assay",
    .line = 1,
    .validation = ASSAY_VALIDATION_AUDIT,
    .designation_count = ASSAY_COUNT(designations),
    .note_count = ASSAY_COUNT(notes),
    .measure_count = ASSAY_COUNT(measures),
    .designations = designations,
    .notes = notes,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
