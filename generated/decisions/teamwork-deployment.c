/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Teamwork Deployment
 *
 *   area        Modern Work
 *   rule        modern-work/teamwork-deployment.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  customer references
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

static const char *const designations[] = {
    "Modern Work",
};

extern const struct assay_specialization assay_table_teamwork_deployment;
const struct assay_specialization assay_table_teamwork_deployment = {
    .name = "Teamwork Deployment",
    .area = "Modern Work",
    .file = "modern-work/teamwork-deployment.assay",
    .line = 1,
    .validation = ASSAY_VALIDATION_REFERENCES,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
