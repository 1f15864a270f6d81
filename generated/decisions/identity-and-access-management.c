/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Identity and Access Management
 *
 *   area      Security
 *   rule      security/identity-and-access-management.assay
 *   cites     Apply for specializations, 2023-07-11
 *   measures  not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/identity-and-access-management.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Security",
};

static const char *const names_growth_monthly_active_users_of_entra_id_premium[] = {
    "Monthly active users of Entra ID Premium",
};

static const char *const names_people[] = {
    "SC-300",
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
    {.kind = ASSAY_REQUIRES_GROWTH, .amount = "2000", .months = 12,
     .name_count = ASSAY_COUNT(names_growth_monthly_active_users_of_entra_id_premium),
     .names = names_growth_monthly_active_users_of_entra_id_premium,
     .cites = {.title = "Security academy", .date = 20250411},
     .text = text_growth_monthly_active_users_of_entra_id_premium, .lines = lines_growth_monthly_active_users_of_entra_id_premium},
    {.kind = ASSAY_REQUIRES_PEOPLE, .people = 6,
     .name_count = ASSAY_COUNT(names_people),
     .names = names_people,
     .cites = {.title = "Security academy", .date = 20250411},
     .text = text_people, .lines = lines_people},
};

static const struct assay_metric metrics[] = {
    {.name = "Monthly active users of Entra ID Premium",
     .cites = {.title = "Security academy", .date = 20250411},
     .lines = lines_metric_monthly_active_users_of_entra_id_premium},
};

extern const struct assay_specialization assay_table_identity_and_access_management;
const struct assay_specialization assay_table_identity_and_access_management = {
    .name = "Identity and Access Management",
    .area = "Security",
    .file = "security/identity-and-access-management.assay",
    .requirement_count = ASSAY_COUNT(requirements),
    .metric_count = ASSAY_COUNT(metrics),
    .requirements = requirements,
    .metrics = metrics,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
