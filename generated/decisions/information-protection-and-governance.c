/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Information Protection and Governance
 *
 *   area        Security
 *   rule        security/information-protection-and-governance.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  customer references
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/information-protection-and-governance.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

static const char *const designations[] = {
    "Security",
};

extern const struct assay_specialization assay_table_information_protection_and_governance;
const struct assay_specialization assay_table_information_protection_and_governance = {
    .name = "Information Protection and Governance",
    .area = "Security",
    .file = "security/information-protection-and-governance.assay",
    .validation = ASSAY_VALIDATION_REFERENCES,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
