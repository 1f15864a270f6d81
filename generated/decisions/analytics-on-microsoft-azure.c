/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Analytics on Microsoft Azure
 *
 *   area        Azure
 *   rule        azure/analytics.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- Azure Synapse Analytics ACR ----
 * Rule azure/analytics.assay:17, cites Apply for specializations, 2023-07-11. */

/* Service Level 2 is any of */
static const struct assay_value values_azure_synapse_analytics_acr_service_level_2[] = {
    {.text = "Azure Synapse Analytics", .line = 18}, /* azure/analytics.assay:18 */
};

/* azure/analytics.assay:17: all of these hold. */
static const struct assay_condition conditions_azure_synapse_analytics_acr_1[] = {
    /* Service Level 2 is any of: azure/analytics.assay:18 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_synapse_analytics_acr_service_level_2),
     .line = 18, .values = values_azure_synapse_analytics_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_synapse_analytics_acr[] = {
    {.line = 17,
     .condition_count = ASSAY_COUNT(conditions_azure_synapse_analytics_acr_1),
     .conditions = conditions_azure_synapse_analytics_acr_1},
};

/* ---- Data Lake ACR ----
 * Rule azure/analytics.assay:34, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_data_lake_acr_service_group_3[] = {
    {.text = "Azure Data Lake", .line = 34}, /* azure/analytics.assay:34 */
};

/* azure/analytics.assay:34: all of these hold. */
static const struct assay_condition conditions_data_lake_acr_1[] = {
    /* Service Group 3 is any of: azure/analytics.assay:34 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_data_lake_acr_service_group_3),
     .line = 34, .values = values_data_lake_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_data_lake_acr[] = {
    {.line = 34,
     .condition_count = ASSAY_COUNT(conditions_data_lake_acr_1),
     .conditions = conditions_data_lake_acr_1},
};

/* ---- Databricks ACR ----
 * Rule azure/analytics.assay:52, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_databricks_acr_service_group_3[] = {
    {.text = "Databricks", .line = 52}, /* azure/analytics.assay:52 */
};

/* azure/analytics.assay:52: all of these hold. */
static const struct assay_condition conditions_databricks_acr_1[] = {
    /* Service Group 3 is any of: azure/analytics.assay:52 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_databricks_acr_service_group_3),
     .line = 52, .values = values_databricks_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_databricks_acr[] = {
    {.line = 52,
     .condition_count = ASSAY_COUNT(conditions_databricks_acr_1),
     .conditions = conditions_databricks_acr_1},
};

/* ---- Azure Data Factory ACR ----
 * Rule azure/analytics.assay:67, cites Apply for specializations, 2023-07-11. */

/* Service Level 2 is any of */
static const struct assay_value values_azure_data_factory_acr_service_level_2[] = {
    {.text = "Azure Data Factory", .line = 68}, /* azure/analytics.assay:68 */
    {.text = "Azure Data Factory v2", .line = 68}, /* azure/analytics.assay:68 */
};

/* azure/analytics.assay:67: all of these hold. */
static const struct assay_condition conditions_azure_data_factory_acr_1[] = {
    /* Service Level 2 is any of: azure/analytics.assay:68 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_data_factory_acr_service_level_2),
     .line = 68, .values = values_azure_data_factory_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_data_factory_acr[] = {
    {.line = 67,
     .condition_count = ASSAY_COUNT(conditions_azure_data_factory_acr_1),
     .conditions = conditions_azure_data_factory_acr_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure Synapse Analytics ACR",
        .line = 17,
        .clause_count = ASSAY_COUNT(clauses_azure_synapse_analytics_acr),
        .clauses = clauses_azure_synapse_analytics_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Data Lake ACR",
        .line = 34,
        .clause_count = ASSAY_COUNT(clauses_data_lake_acr),
        .clauses = clauses_data_lake_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Databricks ACR",
        .line = 52,
        .clause_count = ASSAY_COUNT(clauses_databricks_acr),
        .clauses = clauses_databricks_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure Data Factory ACR",
        .line = 67,
        .clause_count = ASSAY_COUNT(clauses_azure_data_factory_acr),
        .clauses = clauses_azure_data_factory_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
};

static const char *const designations[] = {
    "Data & AI (Azure)",
};

static const char *const notes[] = {
    "Reading R27: a row may meet several of these measures; it then counts once in each.",
};

extern const struct assay_specialization assay_table_analytics_on_microsoft_azure;
const struct assay_specialization assay_table_analytics_on_microsoft_azure = {
    .name = "Analytics on Microsoft Azure",
    .area = "Azure",
    .file = "azure/analytics.assay",
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
