/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Intelligent Automation
 *
 *   area        Business Applications
 *   rule        business-applications/intelligent-automation.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  neither audit nor references
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/intelligent-automation.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

static const char *const designations[] = {
    "Business Applications",
    "Digital & App Innovation (Azure)",
};

extern const struct assay_specialization assay_table_intelligent_automation;
const struct assay_specialization assay_table_intelligent_automation = {
    .name = "Intelligent Automation",
    .area = "Business Applications",
    .file = "business-applications/intelligent-automation.assay",
    .validation = ASSAY_VALIDATION_NONE,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
