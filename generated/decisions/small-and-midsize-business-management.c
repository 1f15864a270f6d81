/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Small and Midsize Business Management
 *
 *   area      Business Applications
 *   rule      business-applications/small-and-midsize-business-management.assay
 *   cites     Apply for specializations, 2023-07-11
 *   measures  not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/small-and-midsize-business-management.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Business Applications",
};

static const char *const names_growth_monthly_active_users[] = {
    "Monthly active users",
};

static const char *const notes_growth_monthly_active_users[] = {
    "No document is named for these numbers; the year is that of the change.",
};

static const char *const names_growth_monthly_active_users_2[] = {
    "Monthly active users",
};

static const char *const notes_growth_monthly_active_users_2[] = {
    "No document is named for these numbers; the year is that of the change.",
};

static const char *const names_metric_deployments[] = {
    "Deployments",
};

static const char *const notes_metric_deployments[] = {
    "No document is named for these numbers; the year is that of the change.",
};

static const char *const names_metric_deployments_2[] = {
    "Deployments",
};

static const char *const notes_metric_deployments_2[] = {
    "No document is named for these numbers; the year is that of the change.",
};

static const struct assay_requirement requirements[] = {
    {.kind = ASSAY_REQUIRES_DESIGNATION,
     .name_count = ASSAY_COUNT(names_designation),
     .names = names_designation,
     .cites = {.title = "Specializations", .date = 20231009},
     .text = text_designation, .lines = lines_designation},
    {.kind = ASSAY_REQUIRES_GROWTH, .percent = 1, .amount = "35", .until = 20260326,
     .name_count = ASSAY_COUNT(names_growth_monthly_active_users),
     .note_count = ASSAY_COUNT(notes_growth_monthly_active_users),
     .names = names_growth_monthly_active_users,
     .notes = notes_growth_monthly_active_users,
     .cites = {.title = "Source not named", .date = 20260000, .secondary = 1},
     .text = text_growth_monthly_active_users, .lines = lines_growth_monthly_active_users},
    {.kind = ASSAY_REQUIRES_GROWTH, .percent = 1, .amount = "15", .from = 20260327,
     .name_count = ASSAY_COUNT(names_growth_monthly_active_users_2),
     .note_count = ASSAY_COUNT(notes_growth_monthly_active_users_2),
     .names = names_growth_monthly_active_users_2,
     .notes = notes_growth_monthly_active_users_2,
     .cites = {.title = "Source not named", .date = 20260000, .secondary = 1},
     .text = text_growth_monthly_active_users_2, .lines = lines_growth_monthly_active_users_2},
    {.kind = ASSAY_REQUIRES_METRIC, .amount = "10", .until = 20260326,
     .name_count = ASSAY_COUNT(names_metric_deployments),
     .note_count = ASSAY_COUNT(notes_metric_deployments),
     .names = names_metric_deployments,
     .notes = notes_metric_deployments,
     .cites = {.title = "Source not named", .date = 20260000, .secondary = 1},
     .text = text_metric_deployments, .lines = lines_metric_deployments},
    {.kind = ASSAY_REQUIRES_METRIC, .amount = "15", .from = 20260327,
     .name_count = ASSAY_COUNT(names_metric_deployments_2),
     .note_count = ASSAY_COUNT(notes_metric_deployments_2),
     .names = names_metric_deployments_2,
     .notes = notes_metric_deployments_2,
     .cites = {.title = "Source not named", .date = 20260000, .secondary = 1},
     .text = text_metric_deployments_2, .lines = lines_metric_deployments_2},
    {.kind = ASSAY_REQUIRES_UNPUBLISHED, .subject = "knowledge",
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_knowledge, .lines = lines_knowledge},
};

static const struct assay_metric metrics[] = {
    {.name = "Monthly active users",
     .cites = {.title = "Source not named", .date = 20260000, .secondary = 1},
     .lines = lines_metric_monthly_active_users},
    {.name = "Deployments",
     .cites = {.title = "Source not named", .date = 20260000, .secondary = 1},
     .lines = lines_metric_deployments_3},
};

extern const struct assay_specialization assay_table_small_and_midsize_business_management;
const struct assay_specialization assay_table_small_and_midsize_business_management = {
    .name = "Small and Midsize Business Management",
    .area = "Business Applications",
    .file = "business-applications/small-and-midsize-business-management.assay",
    .requirement_count = ASSAY_COUNT(requirements),
    .metric_count = ASSAY_COUNT(metrics),
    .requirements = requirements,
    .metrics = metrics,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
