/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Analytics on Microsoft Azure
 *
 *   area      Azure
 *   rule      azure/analytics.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/analytics-on-microsoft-azure.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- Azure Synapse Analytics ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Level 2 is any of */
static const char *const texts_azure_synapse_analytics_acr_service_level_2[] = {
    "Azure Synapse Analytics",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_synapse_analytics_acr_1[] = {
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_synapse_analytics_acr_service_level_2),
                .texts = texts_azure_synapse_analytics_acr_service_level_2},
     .lines = lines_azure_synapse_analytics_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_synapse_analytics_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_synapse_analytics_acr_1),
     .conditions = conditions_azure_synapse_analytics_acr_1},
};

/* ---- Data Lake ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_data_lake_acr_service_group_3[] = {
    "Azure Data Lake",
};

/* All of these hold. */
static const struct assay_condition conditions_data_lake_acr_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_data_lake_acr_service_group_3),
                .texts = texts_data_lake_acr_service_group_3},
     .lines = lines_data_lake_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_data_lake_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_data_lake_acr_1),
     .conditions = conditions_data_lake_acr_1},
};

/* ---- Databricks ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_databricks_acr_service_group_3[] = {
    "Databricks",
};

/* All of these hold. */
static const struct assay_condition conditions_databricks_acr_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_databricks_acr_service_group_3),
                .texts = texts_databricks_acr_service_group_3},
     .lines = lines_databricks_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_databricks_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_databricks_acr_1),
     .conditions = conditions_databricks_acr_1},
};

/* ---- Azure Data Factory ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Level 2 is any of */
static const char *const texts_azure_data_factory_acr_service_level_2[] = {
    "Azure Data Factory",
    "Azure Data Factory v2",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_data_factory_acr_1[] = {
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_data_factory_acr_service_level_2),
                .texts = texts_azure_data_factory_acr_service_level_2},
     .lines = lines_azure_data_factory_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_data_factory_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_data_factory_acr_1),
     .conditions = conditions_azure_data_factory_acr_1},
};

/* ---- What counts ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure Synapse Analytics ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_synapse_analytics_acr),
        .clauses = clauses_azure_synapse_analytics_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_synapse_analytics_acr,
    },
    {
        .name = "Data Lake ACR",
        .clause_count = ASSAY_COUNT(clauses_data_lake_acr),
        .clauses = clauses_data_lake_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_data_lake_acr,
    },
    {
        .name = "Databricks ACR",
        .clause_count = ASSAY_COUNT(clauses_databricks_acr),
        .clauses = clauses_databricks_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_databricks_acr,
    },
    {
        .name = "Azure Data Factory ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_data_factory_acr),
        .clauses = clauses_azure_data_factory_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_data_factory_acr,
    },
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Data & AI (Azure)",
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
    {.kind = ASSAY_REQUIRES_UNPUBLISHED, .subject = "amount",
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_amount, .lines = lines_amount},
    {.kind = ASSAY_REQUIRES_UNPUBLISHED, .subject = "knowledge",
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_knowledge, .lines = lines_knowledge},
};

static const char *const notes[] = {
    "Reading R27: a row may meet several of these measures; it then counts once in each.",
};

extern const struct assay_specialization assay_table_analytics_on_microsoft_azure;
const struct assay_specialization assay_table_analytics_on_microsoft_azure = {
    .name = "Analytics on Microsoft Azure",
    .area = "Azure",
    .file = "azure/analytics.assay",
    .note_count = ASSAY_COUNT(notes),
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .notes = notes,
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
