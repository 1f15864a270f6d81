/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Networking Services in Microsoft Azure
 *
 *   area        Azure
 *   rule        azure/networking-services.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 *   measures    not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/networking-services-in-microsoft-azure.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

static const char *const designations[] = {
    "Infrastructure (Azure)",
};

extern const struct assay_specialization assay_table_networking_services_in_microsoft_azure;
const struct assay_specialization assay_table_networking_services_in_microsoft_azure = {
    .name = "Networking Services in Microsoft Azure",
    .area = "Azure",
    .file = "azure/networking-services.assay",
    .validation = ASSAY_VALIDATION_AUDIT,
    .designation_count = ASSAY_COUNT(designations),
    .designations = designations,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
