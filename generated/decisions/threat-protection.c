/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Threat Protection
 *
 *   area        Security
 *   rule        security/threat-protection.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  customer references
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- Microsoft Sentinel ACR ----
 * Rule security/threat-protection.assay:15, cites Apply for specializations, 2023-07-11. */

static const char *const former_names_microsoft_sentinel_acr[] = {
    "Azure Sentinel ACR",
};

/* Service Level 4 is any of */
static const struct assay_value values_microsoft_sentinel_acr_service_level_4[] = {
    {.text = "Sentinel", .line = 15}, /* security/threat-protection.assay:15 */
};

/* security/threat-protection.assay:15: all of these hold. */
static const struct assay_condition conditions_microsoft_sentinel_acr_1[] = {
    /* Service Level 4 is any of: security/threat-protection.assay:15 */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_microsoft_sentinel_acr_service_level_4),
     .line = 15, .values = values_microsoft_sentinel_acr_service_level_4},
};

/* Any one of these will do. */
static const struct assay_clause clauses_microsoft_sentinel_acr[] = {
    {.line = 15,
     .condition_count = ASSAY_COUNT(conditions_microsoft_sentinel_acr_1),
     .conditions = conditions_microsoft_sentinel_acr_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Microsoft Sentinel ACR",
        .line = 15,
        .clause_count = ASSAY_COUNT(clauses_microsoft_sentinel_acr),
        .former_count = ASSAY_COUNT(former_names_microsoft_sentinel_acr),
        .clauses = clauses_microsoft_sentinel_acr,
        .former_names = former_names_microsoft_sentinel_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
};

static const char *const designations[] = {
    "Security",
};

extern const struct assay_specialization assay_table_threat_protection;
const struct assay_specialization assay_table_threat_protection = {
    .name = "Threat Protection",
    .area = "Security",
    .file = "security/threat-protection.assay",
    .line = 1,
    .validation = ASSAY_VALIDATION_REFERENCES,
    .designation_count = ASSAY_COUNT(designations),
    .measure_count = ASSAY_COUNT(measures),
    .designations = designations,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
