/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Microsoft Azure VMware Solution
 *
 *   area        Azure
 *   rule        azure/azure-vmware-solution.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- Azure VMware Solutions (AVS) ACR ----
 * Rule azure/azure-vmware-solution.assay:14, cites Apply for specializations, 2023-07-11. */

/* Service Level 4 is any of */
static const struct assay_value values_azure_vmware_solutions_avs_acr_service_level_4[] = {
    {.text = "Azure VMware Solution", .line = 16}, /* azure/azure-vmware-solution.assay:16 */
    {.text = "Azure VMware Solution by CloudSimple", .line = 17}, /* azure/azure-vmware-solution.assay:17 */
    {.text = "Azure VMware Solution by Virtustream", .line = 18}, /* azure/azure-vmware-solution.assay:18 */
    {.text = "Specialized Compute Azure VMware Solution", .line = 19}, /* azure/azure-vmware-solution.assay:19 */
};

/* azure/azure-vmware-solution.assay:14: all of these hold. */
static const struct assay_condition conditions_azure_vmware_solutions_avs_acr_1[] = {
    /* Service Level 4 is any of: azure/azure-vmware-solution.assay:15 */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_vmware_solutions_avs_acr_service_level_4),
     .line = 15, .values = values_azure_vmware_solutions_avs_acr_service_level_4},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_vmware_solutions_avs_acr[] = {
    {.line = 14,
     .condition_count = ASSAY_COUNT(conditions_azure_vmware_solutions_avs_acr_1),
     .conditions = conditions_azure_vmware_solutions_avs_acr_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure VMware Solutions (AVS) ACR",
        .line = 14,
        .clause_count = ASSAY_COUNT(clauses_azure_vmware_solutions_avs_acr),
        .clauses = clauses_azure_vmware_solutions_avs_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
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
    .line = 1,
    .validation = ASSAY_VALIDATION_AUDIT,
    .designation_count = ASSAY_COUNT(designations),
    .measure_count = ASSAY_COUNT(measures),
    .designations = designations,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
