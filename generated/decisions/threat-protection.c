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

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
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
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_microsoft_sentinel_acr,
    },
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Security",
};

static const char *const names_growth_monthly_active_users_of_defender_for_identity[] = {
    "Monthly active users of Defender for Identity",
    "Monthly active users of Defender for Cloud Apps",
};

static const char *const names_amount_microsoft_sentinel_acr[] = {
    "Microsoft Sentinel ACR",
};

static const struct assay_requirement parts_either[] = {
    {.kind = ASSAY_REQUIRES_GROWTH, .amount = "1000", .months = 12,
     .option = "active users",
     .name_count = ASSAY_COUNT(names_growth_monthly_active_users_of_defender_for_identity),
     .names = names_growth_monthly_active_users_of_defender_for_identity,
     .text = text_growth_monthly_active_users_of_defender_for_identity, .lines = lines_growth_monthly_active_users_of_defender_for_identity},
    {.kind = ASSAY_REQUIRES_AMOUNT, .amount = "100000", .months = 12,
     .option = "consumption",
     .name_count = ASSAY_COUNT(names_amount_microsoft_sentinel_acr),
     .names = names_amount_microsoft_sentinel_acr,
     .text = text_amount_microsoft_sentinel_acr, .lines = lines_amount_microsoft_sentinel_acr},
};

static const char *const names_people[] = {
    "SC-200",
};

static const struct assay_requirement requirements[] = {
    {.kind = ASSAY_REQUIRES_DESIGNATION,
     .name_count = ASSAY_COUNT(names_designation),
     .names = names_designation,
     .cites = {.title = "Specializations", .date = 20231009},
     .text = text_designation, .lines = lines_designation},
    {.kind = ASSAY_REQUIRES_REFERENCES, .references = 3, .valid_months = 24,
     .cites = {.title = "Security academy", .date = 20250411},
     .text = text_references, .lines = lines_references},
    {.kind = ASSAY_REQUIRES_ANY_OF,
     .part_count = ASSAY_COUNT(parts_either),
     .parts = parts_either,
     .cites = {.title = "Security academy", .date = 20250411},
     .text = text_either, .lines = lines_either},
    {.kind = ASSAY_REQUIRES_PEOPLE, .people = 6,
     .name_count = ASSAY_COUNT(names_people),
     .names = names_people,
     .cites = {.title = "Security academy", .date = 20250411},
     .text = text_people, .lines = lines_people},
};

static const struct assay_metric metrics[] = {
    {.name = "Monthly active users of Defender for Identity",
     .cites = {.title = "Security academy", .date = 20250411},
     .lines = lines_metric_monthly_active_users_of_defender_for_identity},
    {.name = "Monthly active users of Defender for Cloud Apps",
     .cites = {.title = "Security academy", .date = 20250411},
     .lines = lines_metric_monthly_active_users_of_defender_for_cloud_apps},
};

extern const struct assay_specialization assay_table_threat_protection;
const struct assay_specialization assay_table_threat_protection = {
    .name = "Threat Protection",
    .area = "Security",
    .file = "security/threat-protection.assay",
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .metric_count = ASSAY_COUNT(metrics),
    .measures = measures,
    .requirements = requirements,
    .metrics = metrics,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
