/* Written by assayc from rule files: change the rule, not this file. */
/*
 * DevOps with GitHub on Microsoft Azure
 *
 *   area        Azure
 *   rule        azure/devops-with-github.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/devops-with-github-on-microsoft-azure.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

static const char *const designations[] = {
    "Digital & App Innovation (Azure)",
};

extern const struct assay_specialization assay_table_devops_with_github_on_microsoft_azure;
const struct assay_specialization assay_table_devops_with_github_on_microsoft_azure = {
    .name = "DevOps with GitHub on Microsoft Azure",
    .area = "Azure",
    .file = "azure/devops-with-github.assay",
    .validation = ASSAY_VALIDATION_AUDIT,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
