/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Adoption and Change Management
 *
 *   area        Modern Work
 *   rule        modern-work/adoption-and-change-management.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  customer references
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/adoption-and-change-management.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

static const char *const designations[] = {
    "Modern Work",
};

extern const struct assay_specialization assay_table_adoption_and_change_management;
const struct assay_specialization assay_table_adoption_and_change_management = {
    .name = "Adoption and Change Management",
    .area = "Modern Work",
    .file = "modern-work/adoption-and-change-management.assay",
    .validation = ASSAY_VALIDATION_REFERENCES,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
