/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Supply Chain
 *
 *   area        Business Applications
 *   rule        business-applications/supply-chain.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  neither audit nor references
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/supply-chain.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

static const char *const designations[] = {
    "Business Applications",
};

extern const struct assay_specialization assay_table_supply_chain;
const struct assay_specialization assay_table_supply_chain = {
    .name = "Supply Chain",
    .area = "Business Applications",
    .file = "business-applications/supply-chain.assay",
    .validation = ASSAY_VALIDATION_NONE,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
