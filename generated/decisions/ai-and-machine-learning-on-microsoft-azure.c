/* Written by assayc from rule files: change the rule, not this file. */
/*
 * AI and Machine Learning on Microsoft Azure
 *
 *   area      Azure
 *   rule      azure/ai-and-machine-learning.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/ai-and-machine-learning-on-microsoft-azure.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- AI ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 2 is any of */
static const char *const texts_ai_acr_service_group_2[] = {
    "AI",
};

/* All of these hold. */
static const struct assay_condition conditions_ai_acr_1[] = {
    /* Service Group 2 is any of */
    {.field = FIELD_SERVICE_GROUP_2, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_ai_acr_service_group_2),
                .texts = texts_ai_acr_service_group_2},
     .lines = lines_ai_acr_service_group_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_ai_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_ai_acr_1),
     .conditions = conditions_ai_acr_1},
};

/* ---- What counts ---- */

static const struct assay_measure measures[] = {
    {
        .name = "AI ACR",
        .clause_count = ASSAY_COUNT(clauses_ai_acr),
        .clauses = clauses_ai_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_ai_acr,
    },
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Data & AI (Azure)",
    "Digital & App Innovation (Azure)",
};

static const char *const names_amount_ai_acr[] = {
    "AI ACR",
};

static const char *const names_people[] = {
    "DP-100",
    "AI-102",
};

static const char *const names_people_2[] = {
    "DP-100",
};

static const char *const names_people_3[] = {
    "AI-102",
};

static const struct assay_requirement parts_people[] = {
    {.kind = ASSAY_REQUIRES_PEOPLE, .people = 1,
     .name_count = ASSAY_COUNT(names_people_2),
     .names = names_people_2,
     .text = text_people_2, .lines = lines_people_2},
    {.kind = ASSAY_REQUIRES_PEOPLE, .people = 1,
     .name_count = ASSAY_COUNT(names_people_3),
     .names = names_people_3,
     .text = text_people_3, .lines = lines_people_3},
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
    {.kind = ASSAY_REQUIRES_AMOUNT, .average = 1, .amount = "2000", .months = 3, .customers = 3,
     .name_count = ASSAY_COUNT(names_amount_ai_acr),
     .names = names_amount_ai_acr,
     .cites = {.title = "Partner preparation guide", .date = 20240617},
     .text = text_amount_ai_acr, .lines = lines_amount_ai_acr},
    {.kind = ASSAY_REQUIRES_PEOPLE, .people = 3,
     .name_count = ASSAY_COUNT(names_people),
     .part_count = ASSAY_COUNT(parts_people),
     .names = names_people,
     .parts = parts_people,
     .cites = {.title = "Partner preparation guide", .date = 20240617},
     .text = text_people, .lines = lines_people},
};

extern const struct assay_specialization assay_table_ai_and_machine_learning_on_microsoft_azure;
const struct assay_specialization assay_table_ai_and_machine_learning_on_microsoft_azure = {
    .name = "AI and Machine Learning on Microsoft Azure",
    .area = "Azure",
    .file = "azure/ai-and-machine-learning.assay",
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
