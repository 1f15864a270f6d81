/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Service
 *
 *   area        Business Applications
 *   rule        business-applications/service.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  neither audit nor references
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/service.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

static const char *const designations[] = {
    "Business Applications",
};

extern const struct assay_specialization assay_table_service;
const struct assay_specialization assay_table_service = {
    .name = "Service",
    .area = "Business Applications",
    .file = "business-applications/service.assay",
    .validation = ASSAY_VALIDATION_NONE,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
