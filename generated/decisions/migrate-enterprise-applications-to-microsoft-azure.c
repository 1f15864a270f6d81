/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Migrate Enterprise Applications to Microsoft Azure
 *
 *   area      Azure
 *   rule      azure/migrate-enterprise-applications.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/migrate-enterprise-applications-to-microsoft-azure.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- Azure App Service ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Level 1 is any of */
static const char *const texts_azure_app_service_acr_service_level_1[] = {
    "Compute",
};

/* Service Level 2 is any of */
static const char *const texts_azure_app_service_acr_service_level_2[] = {
    "Azure App Service",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_app_service_acr_1[] = {
    /* Service Level 1 is any of */
    {.field = FIELD_SERVICE_LEVEL_1, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_app_service_acr_service_level_1),
                .texts = texts_azure_app_service_acr_service_level_1},
     .lines = lines_azure_app_service_acr_service_level_1},
    /* Service Level 2 is any of */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_app_service_acr_service_level_2),
                .texts = texts_azure_app_service_acr_service_level_2},
     .lines = lines_azure_app_service_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_app_service_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_app_service_acr_1),
     .conditions = conditions_azure_app_service_acr_1},
};

/* ---- Azure Spring Cloud ACR ----
 * Cites Apply for specializations, 2023-07-11. */

static const char *const notes_azure_spring_cloud_acr[] = {
    "Reading R6: kept as published, Spring Cloud here and Azure Spring cloud in Build and Modernize AI Apps.",
};

/* ACR Adjustment Type is any of */
static const char *const texts_azure_spring_cloud_acr_acr_adjustment_type[] = {
    "N/A",
};

/* Service Group 2 is any of */
static const char *const texts_azure_spring_cloud_acr_service_group_2[] = {
    "App Dev",
};

/* Service Group 3 is any of */
static const char *const texts_azure_spring_cloud_acr_service_group_3[] = {
    "Spring Cloud",
};

/* Service Level 2 is anything except */
static const char *const texts_azure_spring_cloud_acr_service_level_2[] = {
    "Unknown",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_spring_cloud_acr_1[] = {
    /* ACR Adjustment Type is any of */
    {.field = FIELD_ACR_ADJUSTMENT_TYPE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_spring_cloud_acr_acr_adjustment_type),
                .texts = texts_azure_spring_cloud_acr_acr_adjustment_type},
     .lines = lines_azure_spring_cloud_acr_acr_adjustment_type},
    /* Service Group 2 is any of */
    {.field = FIELD_SERVICE_GROUP_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_spring_cloud_acr_service_group_2),
                .texts = texts_azure_spring_cloud_acr_service_group_2},
     .lines = lines_azure_spring_cloud_acr_service_group_2},
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_spring_cloud_acr_service_group_3),
                .texts = texts_azure_spring_cloud_acr_service_group_3},
     .lines = lines_azure_spring_cloud_acr_service_group_3},
    /* Service Level 2 is anything except */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANYTHING_EXCEPT,
     .values = {.text_count = ASSAY_COUNT(texts_azure_spring_cloud_acr_service_level_2),
                .texts = texts_azure_spring_cloud_acr_service_level_2},
     .lines = lines_azure_spring_cloud_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_spring_cloud_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_spring_cloud_acr_1),
     .conditions = conditions_azure_spring_cloud_acr_1},
};

/* ---- What counts ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure App Service ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_app_service_acr),
        .clauses = clauses_azure_app_service_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_app_service_acr,
    },
    {
        .name = "Azure Spring Cloud ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_spring_cloud_acr),
        .note_count = ASSAY_COUNT(notes_azure_spring_cloud_acr),
        .clauses = clauses_azure_spring_cloud_acr,
        .notes = notes_azure_spring_cloud_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_spring_cloud_acr,
    },
};

static const char *const former_names[] = {
    "Modernization of Web Applications to Microsoft Azure",
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Data & AI (Azure)",
    "Digital & App Innovation (Azure)",
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

extern const struct assay_specialization assay_table_migrate_enterprise_applications_to_microsoft_azure;
const struct assay_specialization assay_table_migrate_enterprise_applications_to_microsoft_azure = {
    .name = "Migrate Enterprise Applications to Microsoft Azure",
    .area = "Azure",
    .file = "azure/migrate-enterprise-applications.assay",
    .former_count = ASSAY_COUNT(former_names),
    .note_count = ASSAY_COUNT(notes),
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .former_names = former_names,
    .notes = notes,
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
