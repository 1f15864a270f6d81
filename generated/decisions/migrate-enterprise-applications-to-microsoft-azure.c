/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Migrate Enterprise Applications to Microsoft Azure
 *
 *   area        Azure
 *   rule        azure/migrate-enterprise-applications.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- Azure App Service ACR ----
 * Rule azure/migrate-enterprise-applications.assay:21, cites Apply for specializations, 2023-07-11. */

/* Service Level 1 is any of */
static const struct assay_value values_azure_app_service_acr_service_level_1[] = {
    {.text = "Compute", .line = 22}, /* azure/migrate-enterprise-applications.assay:22 */
};

/* Service Level 2 is any of */
static const struct assay_value values_azure_app_service_acr_service_level_2[] = {
    {.text = "Azure App Service", .line = 23}, /* azure/migrate-enterprise-applications.assay:23 */
};

/* azure/migrate-enterprise-applications.assay:21: all of these hold. */
static const struct assay_condition conditions_azure_app_service_acr_1[] = {
    /* Service Level 1 is any of: azure/migrate-enterprise-applications.assay:22 */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_app_service_acr_service_level_1),
     .line = 22, .values = values_azure_app_service_acr_service_level_1},
    /* Service Level 2 is any of: azure/migrate-enterprise-applications.assay:23 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_app_service_acr_service_level_2),
     .line = 23, .values = values_azure_app_service_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_app_service_acr[] = {
    {.line = 21,
     .condition_count = ASSAY_COUNT(conditions_azure_app_service_acr_1),
     .conditions = conditions_azure_app_service_acr_1},
};

/* ---- Azure Spring Cloud ACR ----
 * Rule azure/migrate-enterprise-applications.assay:66, cites Apply for specializations, 2023-07-11. */

static const char *const notes_azure_spring_cloud_acr[] = {
    "Reading R6: kept as published, Spring Cloud here and Azure Spring cloud in Build and Modernize AI Apps.",
};

/* ACR Adjustment Type is any of */
static const struct assay_value values_azure_spring_cloud_acr_acr_adjustment_type[] = {
    {.text = "N/A", .line = 67}, /* azure/migrate-enterprise-applications.assay:67 */
};

/* Service Group 2 is any of */
static const struct assay_value values_azure_spring_cloud_acr_service_group_2[] = {
    {.text = "App Dev", .line = 68}, /* azure/migrate-enterprise-applications.assay:68 */
};

/* Service Group 3 is any of */
static const struct assay_value values_azure_spring_cloud_acr_service_group_3[] = {
    {.text = "Spring Cloud", .line = 69}, /* azure/migrate-enterprise-applications.assay:69 */
};

/* Service Level 2 is anything except */
static const struct assay_value values_azure_spring_cloud_acr_service_level_2[] = {
    {.text = "Unknown", .line = 70}, /* azure/migrate-enterprise-applications.assay:70 */
};

/* azure/migrate-enterprise-applications.assay:66: all of these hold. */
static const struct assay_condition conditions_azure_spring_cloud_acr_1[] = {
    /* ACR Adjustment Type is any of: azure/migrate-enterprise-applications.assay:67 */
    {.field = FIELD_ACR_ADJUSTMENT_TYPE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_spring_cloud_acr_acr_adjustment_type),
     .line = 67, .values = values_azure_spring_cloud_acr_acr_adjustment_type},
    /* Service Group 2 is any of: azure/migrate-enterprise-applications.assay:68 */
    {.field = FIELD_SERVICE_GROUP_2, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_spring_cloud_acr_service_group_2),
     .line = 68, .values = values_azure_spring_cloud_acr_service_group_2},
    /* Service Group 3 is any of: azure/migrate-enterprise-applications.assay:69 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_spring_cloud_acr_service_group_3),
     .line = 69, .values = values_azure_spring_cloud_acr_service_group_3},
    /* Service Level 2 is anything except: azure/migrate-enterprise-applications.assay:70 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANYTHING_EXCEPT,
     .value_count = ASSAY_COUNT(values_azure_spring_cloud_acr_service_level_2),
     .line = 70, .values = values_azure_spring_cloud_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_spring_cloud_acr[] = {
    {.line = 66,
     .condition_count = ASSAY_COUNT(conditions_azure_spring_cloud_acr_1),
     .conditions = conditions_azure_spring_cloud_acr_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure App Service ACR",
        .line = 21,
        .clause_count = ASSAY_COUNT(clauses_azure_app_service_acr),
        .clauses = clauses_azure_app_service_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure Spring Cloud ACR",
        .line = 66,
        .clause_count = ASSAY_COUNT(clauses_azure_spring_cloud_acr),
        .note_count = ASSAY_COUNT(notes_azure_spring_cloud_acr),
        .clauses = clauses_azure_spring_cloud_acr,
        .notes = notes_azure_spring_cloud_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
};

static const char *const former_names[] = {
    "Modernization of Web Applications to Microsoft Azure",
};

static const char *const designations[] = {
    "Data & AI (Azure)",
    "Digital & App Innovation (Azure)",
};

static const char *const notes[] = {
    "Reading R27: a row may meet several of these measures; it then counts once in each.",
};

extern const struct assay_specialization assay_table_migrate_enterprise_applications_to_microsoft_azure;
const struct assay_specialization assay_table_migrate_enterprise_applications_to_microsoft_azure = {
    .name = "Migrate Enterprise Applications to Microsoft Azure",
    .area = "Azure",
    .file = "azure/migrate-enterprise-applications.assay",
    .line = 1,
    .validation = ASSAY_VALIDATION_AUDIT,
    .former_count = ASSAY_COUNT(former_names),
    .designation_count = ASSAY_COUNT(designations),
    .note_count = ASSAY_COUNT(notes),
    .measure_count = ASSAY_COUNT(measures),
    .former_names = former_names,
    .designations = designations,
    .notes = notes,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
