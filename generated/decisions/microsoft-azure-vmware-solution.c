/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Microsoft Azure VMware Solution
 *
 *   area        Azure
 *   rule        azure/azure-vmware-solution.assay
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 */
#include "assay.h"
#include "fields.h"
#include "../lines/microsoft-azure-vmware-solution.h"

#if ASSAY_ABI != 2
#error "these tables were written for ABI 2 of assay.h"
#endif

/* ---- Azure VMware Solutions (AVS) ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Level 4 is any of */
static const char *const texts_azure_vmware_solutions_avs_acr_service_level_4[] = {
    "Azure VMware Solution",
    "Azure VMware Solution by CloudSimple",
    "Azure VMware Solution by Virtustream",
    "Specialized Compute Azure VMware Solution",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_vmware_solutions_avs_acr_1[] = {
    /* Service Level 4 is any of */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_vmware_solutions_avs_acr_service_level_4),
                .texts = texts_azure_vmware_solutions_avs_acr_service_level_4},
     .lines = lines_azure_vmware_solutions_avs_acr_service_level_4},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_vmware_solutions_avs_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_vmware_solutions_avs_acr_1),
     .conditions = conditions_azure_vmware_solutions_avs_acr_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure VMware Solutions (AVS) ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_vmware_solutions_avs_acr),
        .clauses = clauses_azure_vmware_solutions_avs_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
        .lines = lines_azure_vmware_solutions_avs_acr,
    },
};

static const char *const designations[] = {
    "Infrastructure (Azure)",
};

extern const struct assay_specialization assay_table_microsoft_azure_vmware_solution;
const struct assay_specialization assay_table_microsoft_azure_vmware_solution = {
    .name = "Microsoft Azure VMware Solution",
    .area = "Azure",
    .file = "azure/azure-vmware-solution.assay",
    .validation = ASSAY_VALIDATION_AUDIT,
    .designation_count = ASSAY_COUNT(designations),
    .measure_count = ASSAY_COUNT(measures),
    .designations = designations,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
    .lines = lines,
};
