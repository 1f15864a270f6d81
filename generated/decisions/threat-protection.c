/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Threat Protection
 *
 *   area      Security
 *   rule      security/threat-protection.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/threat-protection.h"

#if ASSAY_ABI != 3
#error "these tables were written for ABI 3 of assay.h"
#endif

/* ---- Microsoft Sentinel ACR ----
 * Cites Apply for specializations, 2023-07-11. */

static const char *const former_names_microsoft_sentinel_acr[] = {
    "Azure Sentinel ACR",
};

/* Service Level 4 is any of */
static const char *const texts_microsoft_sentinel_acr_service_level_4[] = {
    "Sentinel",
};

/* All of these hold. */
static const struct assay_condition conditions_microsoft_sentinel_acr_1[] = {
    /* Service Level 4 is any of */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_microsoft_sentinel_acr_service_level_4),
                .texts = texts_microsoft_sentinel_acr_service_level_4},
     .lines = lines_microsoft_sentinel_acr_service_level_4},
};

/* Any one of these will do. */
static const struct assay_clause clauses_microsoft_sentinel_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_microsoft_sentinel_acr_1),
     .conditions = conditions_microsoft_sentinel_acr_1},
};

/* ---- What counts ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Microsoft Sentinel ACR",
        .clause_count = ASSAY_COUNT(clauses_microsoft_sentinel_acr),
        .former_count = ASSAY_COUNT(former_names_microsoft_sentinel_acr),
        .clauses = clauses_microsoft_sentinel_acr,
        .former_names = former_names_microsoft_sentinel_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
        .lines = lines_microsoft_sentinel_acr,
    },
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Security",
};

static const struct assay_requirement requirements[] = {
    {.kind = ASSAY_REQUIRES_DESIGNATION,
     .name_count = ASSAY_COUNT(names_designation),
     .names = names_designation,
     .cites = {.title = "Specializations", .date = 20231009},
     .text = text_designation, .lines = lines_designation},
    {.kind = ASSAY_REQUIRES_REFERENCES,
     .cites = {.title = "Apply for specializations", .date = 20230711},
     .text = text_references, .lines = lines_references},
};

extern const struct assay_specialization assay_table_threat_protection;
const struct assay_specialization assay_table_threat_protection = {
    .name = "Threat Protection",
    .area = "Security",
    .file = "security/threat-protection.assay",
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
