/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Custom Solutions for Microsoft Teams
 *
 *   area        Modern Work
 *   rule        modern-work/custom-solutions-for-microsoft-teams.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  customer references
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/custom-solutions-for-microsoft-teams.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

static const char *const designations[] = {
    "Modern Work",
};

extern const struct assay_specialization assay_table_custom_solutions_for_microsoft_teams;
const struct assay_specialization assay_table_custom_solutions_for_microsoft_teams = {
    .name = "Custom Solutions for Microsoft Teams",
    .area = "Modern Work",
    .file = "modern-work/custom-solutions-for-microsoft-teams.assay",
    .validation = ASSAY_VALIDATION_REFERENCES,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
