/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Identity and Access Management
 *
 *   area        Security
 *   rule        security/identity-and-access-management.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  customer references
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/identity-and-access-management.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

static const char *const designations[] = {
    "Security",
};

extern const struct assay_specialization assay_table_identity_and_access_management;
const struct assay_specialization assay_table_identity_and_access_management = {
    .name = "Identity and Access Management",
    .area = "Security",
    .file = "security/identity-and-access-management.assay",
    .validation = ASSAY_VALIDATION_REFERENCES,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
