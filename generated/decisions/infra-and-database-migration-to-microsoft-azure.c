/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Infra and Database migration to Microsoft Azure
 *
 *   area      Azure
 *   rule      azure/infra-and-database-migration.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/infra-and-database-migration-to-microsoft-azure.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- Windows ACR ----
 * Cites Apply for specializations, 2023-07-11. */

static const char *const notes_windows_acr[] = {
    "Reading R6: Virtual Machines Licenses is kept as published.",
    "Reading R8: the list of Service Level 2 holds for Windows and for Linux with Azure Hybrid Benefit alike.",
};

/* ACR Adjustment Type is any of */
static const char *const texts_windows_acr_acr_adjustment_type[] = {
    "N/A",
};

/* Compute Core Software is any of */
static const char *const texts_windows_acr_compute_core_software[] = {
    "Core",
};

/* Compute OS is any of */
static const char *const texts_windows_acr_compute_os[] = {
    "WINDOWS",
};

/* Compute OS Attribute is any of */
static const char *const texts_windows_acr_compute_os_attribute[] = {
    "UNKNOWN",
    "WINDOWS",
};

/* Service Level 2 is any of */
static const char *const texts_windows_acr_service_level_2[] = {
    "Cloud Services",
    "Container Instances",
    "Container Registry",
    "Specialized Compute",
    "Virtual Machines",
    "Virtual Machines Licenses",
};

/* Compute OS is any of */
static const char *const texts_windows_acr_compute_os_2[] = {
    "LINUX",
};

/* Compute OS Attribute is any of */
static const char *const texts_windows_acr_compute_os_attribute_2[] = {
    "WINDOWS-AHUB",
};

/* All of these hold. */
static const struct assay_condition conditions_windows_acr_1[] = {
    /* ACR Adjustment Type is any of */
    {.field = FIELD_ACR_ADJUSTMENT_TYPE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_acr_adjustment_type),
                .texts = texts_windows_acr_acr_adjustment_type},
     .lines = lines_windows_acr_acr_adjustment_type},
    /* Compute Core Software is any of */
    {.field = FIELD_COMPUTE_CORE_SOFTWARE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_compute_core_software),
                .texts = texts_windows_acr_compute_core_software},
     .lines = lines_windows_acr_compute_core_software},
    /* Compute OS is any of */
    {.field = FIELD_COMPUTE_OS, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_compute_os),
                .texts = texts_windows_acr_compute_os},
     .lines = lines_windows_acr_compute_os},
    /* Compute OS Attribute is any of */
    {.field = FIELD_COMPUTE_OS_ATTRIBUTE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_compute_os_attribute),
                .texts = texts_windows_acr_compute_os_attribute},
     .lines = lines_windows_acr_compute_os_attribute},
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_service_level_2),
                .texts = texts_windows_acr_service_level_2},
     .lines = lines_windows_acr_service_level_2},
};

/* All of these hold. */
static const struct assay_condition conditions_windows_acr_2[] = {
    /* ACR Adjustment Type is any of */
    {.field = FIELD_ACR_ADJUSTMENT_TYPE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_acr_adjustment_type),
                .texts = texts_windows_acr_acr_adjustment_type},
     .lines = lines_windows_acr_acr_adjustment_type},
    /* Compute Core Software is any of */
    {.field = FIELD_COMPUTE_CORE_SOFTWARE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_compute_core_software),
                .texts = texts_windows_acr_compute_core_software},
     .lines = lines_windows_acr_compute_core_software},
    /* Compute OS is any of */
    {.field = FIELD_COMPUTE_OS, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_compute_os_2),
                .texts = texts_windows_acr_compute_os_2},
     .lines = lines_windows_acr_compute_os_2},
    /* Compute OS Attribute is any of */
    {.field = FIELD_COMPUTE_OS_ATTRIBUTE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_compute_os_attribute_2),
                .texts = texts_windows_acr_compute_os_attribute_2},
     .lines = lines_windows_acr_compute_os_attribute_2},
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_windows_acr_service_level_2),
                .texts = texts_windows_acr_service_level_2},
     .lines = lines_windows_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_windows_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_windows_acr_1),
     .conditions = conditions_windows_acr_1},
    {.condition_count = ASSAY_COUNT(conditions_windows_acr_2),
     .conditions = conditions_windows_acr_2},
};

/* ---- SQL Database (DB) ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_sql_database_db_acr_service_group_3[] = {
    "SQLDB",
};

/* All of these hold. */
static const struct assay_condition conditions_sql_database_db_acr_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_sql_database_db_acr_service_group_3),
                .texts = texts_sql_database_db_acr_service_group_3},
     .lines = lines_sql_database_db_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_sql_database_db_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_sql_database_db_acr_1),
     .conditions = conditions_sql_database_db_acr_1},
};

/* ---- SQL Managed Instance (MI) ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_sql_managed_instance_mi_acr_service_group_3[] = {
    "SQL DB MI",
};

/* All of these hold. */
static const struct assay_condition conditions_sql_managed_instance_mi_acr_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_sql_managed_instance_mi_acr_service_group_3),
                .texts = texts_sql_managed_instance_mi_acr_service_group_3},
     .lines = lines_sql_managed_instance_mi_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_sql_managed_instance_mi_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_sql_managed_instance_mi_acr_1),
     .conditions = conditions_sql_managed_instance_mi_acr_1},
};

/* ---- SQL VM ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_sql_vm_acr_service_group_3[] = {
    "SQL on IaaS",
    "SQL on IaaS VM",
};

/* All of these hold. */
static const struct assay_condition conditions_sql_vm_acr_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_sql_vm_acr_service_group_3),
                .texts = texts_sql_vm_acr_service_group_3},
     .lines = lines_sql_vm_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_sql_vm_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_sql_vm_acr_1),
     .conditions = conditions_sql_vm_acr_1},
};

/* ---- Linux Virtual Machines (VM) ACR ----
 * Cites Apply for specializations, 2023-07-11. */

static const char *const notes_linux_virtual_machines_vm_acr[] = {
    "Reading R15: in option 1 a blank Service Level 4 passes; in option 2 it fails.",
    "Reading R16: in option 2 the operating system does not matter.",
};

/* ACR Adjustment Type is any of */
static const char *const texts_linux_virtual_machines_vm_acr_acr_adjustment_type[] = {
    "N/A",
};

/* Service Level 2 is any of */
static const char *const texts_linux_virtual_machines_vm_acr_service_level_2[] = {
    "Virtual Machines",
};

/* Compute OS is any of */
static const char *const texts_linux_virtual_machines_vm_acr_compute_os[] = {
    "Linux",
};

/* Compute OS Attribute is any of */
static const char *const texts_linux_virtual_machines_vm_acr_compute_os_attribute[] = {
    "Non-Windows",
    "UNKNOWN",
    "Windows",
};

/* Service Level 4 is none of MS Series */
static const char *const texts_linux_virtual_machines_vm_acr_service_level_4[] = {
    NULL,
};
extern const struct assay_list assay_list_ms_series;
static const struct assay_list *const lists_linux_virtual_machines_vm_acr_service_level_4[] = {
    &assay_list_ms_series,
};

/* Service Level 4 is any of */
static const char *const texts_linux_virtual_machines_vm_acr_service_level_4_2[] = {
    "Red Hat Enterprise Linux",
    "Red Hat Enterprise Linux with HA",
    "SUSE Linux Enterprise Server Basic",
    "SUSE Linux Enterprise Server for HPC Priority",
    "SUSE Linux Enterprise Server for HPC Standard",
    "SUSE Linux Enterprise Server Priority",
    "SUSE Linux Enterprise Server Standard",
};

/* Option "1": all of these hold. */
static const struct assay_condition conditions_linux_virtual_machines_vm_acr_1[] = {
    /* ACR Adjustment Type is any of */
    {.field = FIELD_ACR_ADJUSTMENT_TYPE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_linux_virtual_machines_vm_acr_acr_adjustment_type),
                .texts = texts_linux_virtual_machines_vm_acr_acr_adjustment_type},
     .lines = lines_linux_virtual_machines_vm_acr_acr_adjustment_type},
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_linux_virtual_machines_vm_acr_service_level_2),
                .texts = texts_linux_virtual_machines_vm_acr_service_level_2},
     .lines = lines_linux_virtual_machines_vm_acr_service_level_2},
    /* Compute OS is any of */
    {.field = FIELD_COMPUTE_OS, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_linux_virtual_machines_vm_acr_compute_os),
                .texts = texts_linux_virtual_machines_vm_acr_compute_os},
     .lines = lines_linux_virtual_machines_vm_acr_compute_os},
    /* Compute OS Attribute is any of */
    {.field = FIELD_COMPUTE_OS_ATTRIBUTE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_linux_virtual_machines_vm_acr_compute_os_attribute),
                .texts = texts_linux_virtual_machines_vm_acr_compute_os_attribute},
     .lines = lines_linux_virtual_machines_vm_acr_compute_os_attribute},
    /* Service Level 4 is none of MS Series */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_NONE_OF,
     .values = {.text_count = ASSAY_TEXTS(texts_linux_virtual_machines_vm_acr_service_level_4), .list_count = ASSAY_COUNT(lists_linux_virtual_machines_vm_acr_service_level_4),
                .texts = texts_linux_virtual_machines_vm_acr_service_level_4, .lists = lists_linux_virtual_machines_vm_acr_service_level_4},
     .lines = lines_linux_virtual_machines_vm_acr_service_level_4},
};

/* Option "2": all of these hold. */
static const struct assay_condition conditions_linux_virtual_machines_vm_acr_2[] = {
    /* Service Level 4 is any of */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_linux_virtual_machines_vm_acr_service_level_4_2),
                .texts = texts_linux_virtual_machines_vm_acr_service_level_4_2},
     .lines = lines_linux_virtual_machines_vm_acr_service_level_4_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_linux_virtual_machines_vm_acr[] = {
    {.option = "1",
     .condition_count = ASSAY_COUNT(conditions_linux_virtual_machines_vm_acr_1),
     .conditions = conditions_linux_virtual_machines_vm_acr_1},
    {.option = "2",
     .condition_count = ASSAY_COUNT(conditions_linux_virtual_machines_vm_acr_2),
     .conditions = conditions_linux_virtual_machines_vm_acr_2},
};

/* ---- Azure Database (DB) for MariaDB ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Level 1 is any of */
static const char *const texts_azure_database_db_for_mariadb_acr_service_level_1[] = {
    "Databases",
};

/* Service Level 2 is any of */
static const char *const texts_azure_database_db_for_mariadb_acr_service_level_2[] = {
    "Azure Database for MariaDB",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_database_db_for_mariadb_acr_1[] = {
    /* Service Level 1 is any of */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_database_db_for_mariadb_acr_service_level_1),
                .texts = texts_azure_database_db_for_mariadb_acr_service_level_1},
     .lines = lines_azure_database_db_for_mariadb_acr_service_level_1},
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_database_db_for_mariadb_acr_service_level_2),
                .texts = texts_azure_database_db_for_mariadb_acr_service_level_2},
     .lines = lines_azure_database_db_for_mariadb_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_database_db_for_mariadb_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_database_db_for_mariadb_acr_1),
     .conditions = conditions_azure_database_db_for_mariadb_acr_1},
};

/* ---- Azure DB for MySql ACR ----
 * Cites Apply for specializations, 2023-07-11. */

static const char *const notes_azure_db_for_mysql_acr[] = {
    "Reading R13: Azure Database for MySQL and MySQL Database on Azure are two values, either of which counts.",
};

/* Service Level 1 is any of */
static const char *const texts_azure_db_for_mysql_acr_service_level_1[] = {
    "Databases",
};

/* Service Level 2 is any of */
static const char *const texts_azure_db_for_mysql_acr_service_level_2[] = {
    "Azure Database for MySQL",
    "MySQL Database on Azure",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_db_for_mysql_acr_1[] = {
    /* Service Level 1 is any of */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_db_for_mysql_acr_service_level_1),
                .texts = texts_azure_db_for_mysql_acr_service_level_1},
     .lines = lines_azure_db_for_mysql_acr_service_level_1},
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_db_for_mysql_acr_service_level_2),
                .texts = texts_azure_db_for_mysql_acr_service_level_2},
     .lines = lines_azure_db_for_mysql_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_db_for_mysql_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_db_for_mysql_acr_1),
     .conditions = conditions_azure_db_for_mysql_acr_1},
};

/* ---- Azure DB for PostgreSQL ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Level 1 is any of */
static const char *const texts_azure_db_for_postgresql_acr_service_level_1[] = {
    "Databases",
};

/* Service Level 2 is any of */
static const char *const texts_azure_db_for_postgresql_acr_service_level_2[] = {
    "PostgreSQL",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_db_for_postgresql_acr_1[] = {
    /* Service Level 1 is any of */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_db_for_postgresql_acr_service_level_1),
                .texts = texts_azure_db_for_postgresql_acr_service_level_1},
     .lines = lines_azure_db_for_postgresql_acr_service_level_1},
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_db_for_postgresql_acr_service_level_2),
                .texts = texts_azure_db_for_postgresql_acr_service_level_2},
     .lines = lines_azure_db_for_postgresql_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_db_for_postgresql_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_db_for_postgresql_acr_1),
     .conditions = conditions_azure_db_for_postgresql_acr_1},
};

/* ---- Azure COSMOS DB ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Level 1 is any of */
static const char *const texts_azure_cosmos_db_acr_service_level_1[] = {
    "Databases",
};

/* Service Level 2 is any of */
static const char *const texts_azure_cosmos_db_acr_service_level_2[] = {
    "Cosmos DB",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_cosmos_db_acr_1[] = {
    /* Service Level 1 is any of */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_cosmos_db_acr_service_level_1),
                .texts = texts_azure_cosmos_db_acr_service_level_1},
     .lines = lines_azure_cosmos_db_acr_service_level_1},
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_cosmos_db_acr_service_level_2),
                .texts = texts_azure_cosmos_db_acr_service_level_2},
     .lines = lines_azure_cosmos_db_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_cosmos_db_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_cosmos_db_acr_1),
     .conditions = conditions_azure_cosmos_db_acr_1},
};

/* ---- What counts ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Windows ACR",
        .clause_count = ASSAY_COUNT(clauses_windows_acr),
        .note_count = ASSAY_COUNT(notes_windows_acr),
        .clauses = clauses_windows_acr,
        .notes = notes_windows_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_windows_acr,
    },
    {
        .name = "SQL Database (DB) ACR",
        .clause_count = ASSAY_COUNT(clauses_sql_database_db_acr),
        .clauses = clauses_sql_database_db_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_sql_database_db_acr,
    },
    {
        .name = "SQL Managed Instance (MI) ACR",
        .clause_count = ASSAY_COUNT(clauses_sql_managed_instance_mi_acr),
        .clauses = clauses_sql_managed_instance_mi_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_sql_managed_instance_mi_acr,
    },
    {
        .name = "SQL VM ACR",
        .clause_count = ASSAY_COUNT(clauses_sql_vm_acr),
        .clauses = clauses_sql_vm_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_sql_vm_acr,
    },
    {
        .name = "Linux Virtual Machines (VM) ACR",
        .clause_count = ASSAY_COUNT(clauses_linux_virtual_machines_vm_acr),
        .note_count = ASSAY_COUNT(notes_linux_virtual_machines_vm_acr),
        .clauses = clauses_linux_virtual_machines_vm_acr,
        .notes = notes_linux_virtual_machines_vm_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_linux_virtual_machines_vm_acr,
    },
    {
        .name = "Azure Database (DB) for MariaDB ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_database_db_for_mariadb_acr),
        .clauses = clauses_azure_database_db_for_mariadb_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_database_db_for_mariadb_acr,
    },
    {
        .name = "Azure DB for MySql ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_db_for_mysql_acr),
        .note_count = ASSAY_COUNT(notes_azure_db_for_mysql_acr),
        .clauses = clauses_azure_db_for_mysql_acr,
        .notes = notes_azure_db_for_mysql_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_db_for_mysql_acr,
    },
    {
        .name = "Azure DB for PostgreSQL ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_db_for_postgresql_acr),
        .clauses = clauses_azure_db_for_postgresql_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_db_for_postgresql_acr,
    },
    {
        .name = "Azure COSMOS DB ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_cosmos_db_acr),
        .clauses = clauses_azure_cosmos_db_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_cosmos_db_acr,
    },
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Data & AI (Azure)",
    "Infrastructure (Azure)",
};

static const char *const names_amount_windows_acr[] = {
    "Windows ACR",
};

static const char *const names_amount_linux_virtual_machines_vm_acr[] = {
    "Linux Virtual Machines (VM) ACR",
};

static const char *const names_amount_sql_managed_instance_mi_acr[] = {
    "SQL Managed Instance (MI) ACR",
    "SQL Database (DB) ACR",
    "SQL VM ACR",
};

static const char *const names_amount_sql_managed_instance_mi_acr_2[] = {
    "SQL Managed Instance (MI) ACR",
    "SQL Database (DB) ACR",
};

static const struct assay_requirement parts_amount_sql_managed_instance_mi_acr[] = {
    {.kind = ASSAY_REQUIRES_AMOUNT, .amount = "3000",
     .name_count = ASSAY_COUNT(names_amount_sql_managed_instance_mi_acr_2),
     .names = names_amount_sql_managed_instance_mi_acr_2,
     .text = text_amount_sql_managed_instance_mi_acr_2, .lines = lines_amount_sql_managed_instance_mi_acr_2},
};

static const char *const names_amount_azure_database_db_for_mariadb_acr[] = {
    "Azure Database (DB) for MariaDB ACR",
    "Azure DB for MySql ACR",
    "Azure DB for PostgreSQL ACR",
    "Azure COSMOS DB ACR",
};

static const struct assay_requirement requirements[] = {
    {.kind = ASSAY_REQUIRES_DESIGNATION,
     .name_count = ASSAY_COUNT(names_designation),
     .names = names_designation,
     .cites = {.title = "Specializations", .date = 20231009},
     .text = text_designation, .lines = lines_designation},
    {.kind = ASSAY_REQUIRES_AUDIT, .valid_months = 24,
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_audit, .lines = lines_audit},
    {.kind = ASSAY_REQUIRES_AMOUNT, .amount = "30000", .months = 3, .customers = 3,
     .name_count = ASSAY_COUNT(names_amount_windows_acr),
     .names = names_amount_windows_acr,
     .cites = {.title = "Infra and Database Migration", .date = 20230000},
     .text = text_amount_windows_acr, .lines = lines_amount_windows_acr},
    {.kind = ASSAY_REQUIRES_AMOUNT, .amount = "15000", .months = 3, .customers = 3,
     .name_count = ASSAY_COUNT(names_amount_linux_virtual_machines_vm_acr),
     .names = names_amount_linux_virtual_machines_vm_acr,
     .cites = {.title = "Infra and Database Migration", .date = 20230000},
     .text = text_amount_linux_virtual_machines_vm_acr, .lines = lines_amount_linux_virtual_machines_vm_acr},
    {.kind = ASSAY_REQUIRES_AMOUNT, .amount = "9000", .months = 3, .customers = 3,
     .name_count = ASSAY_COUNT(names_amount_sql_managed_instance_mi_acr),
     .part_count = ASSAY_COUNT(parts_amount_sql_managed_instance_mi_acr),
     .names = names_amount_sql_managed_instance_mi_acr,
     .parts = parts_amount_sql_managed_instance_mi_acr,
     .cites = {.title = "Infra and Database Migration", .date = 20230000},
     .text = text_amount_sql_managed_instance_mi_acr, .lines = lines_amount_sql_managed_instance_mi_acr},
    {.kind = ASSAY_REQUIRES_AMOUNT, .amount = "4500", .months = 3, .customers = 3,
     .name_count = ASSAY_COUNT(names_amount_azure_database_db_for_mariadb_acr),
     .names = names_amount_azure_database_db_for_mariadb_acr,
     .cites = {.title = "Infra and Database Migration", .date = 20230000},
     .text = text_amount_azure_database_db_for_mariadb_acr, .lines = lines_amount_azure_database_db_for_mariadb_acr},
    {.kind = ASSAY_REQUIRES_UNPUBLISHED, .subject = "knowledge",
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_knowledge, .lines = lines_knowledge},
};

static const char *const notes[] = {
    "Reading R27: a row may meet several of these measures; it then counts once in each.",
};

extern const struct assay_specialization assay_table_infra_and_database_migration_to_microsoft_azure;
const struct assay_specialization assay_table_infra_and_database_migration_to_microsoft_azure = {
    .name = "Infra and Database migration to Microsoft Azure",
    .area = "Azure",
    .file = "azure/infra-and-database-migration.assay",
    .note_count = ASSAY_COUNT(notes),
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .notes = notes,
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
