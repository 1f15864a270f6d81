/* Written by assayc from rule files: change the rule, not this file. */
/*
 * AI and Machine Learning on Microsoft Azure
 *
 *   area        Azure
 *   rule        azure/ai-and-machine-learning.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 */
#include "assay.h"
#include "fields.h"
#include "../lines/ai-and-machine-learning-on-microsoft-azure.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
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

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "AI ACR",
        .clause_count = ASSAY_COUNT(clauses_ai_acr),
        .clauses = clauses_ai_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
        .lines = lines_ai_acr,
    },
};

static const char *const designations[] = {
    "Data & AI (Azure)",
    "Digital & App Innovation (Azure)",
};

extern const struct assay_specialization assay_table_ai_and_machine_learning_on_microsoft_azure;
const struct assay_specialization assay_table_ai_and_machine_learning_on_microsoft_azure = {
    .name = "AI and Machine Learning on Microsoft Azure",
    .area = "Azure",
    .file = "azure/ai-and-machine-learning.assay",
    .validation = ASSAY_VALIDATION_AUDIT,
    .designation_count = ASSAY_COUNT(designations),
    .measure_count = ASSAY_COUNT(measures),
    .designations = designations,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
