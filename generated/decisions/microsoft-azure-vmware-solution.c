/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Microsoft Azure VMware Solution
 *
 *   area      Azure
 *   rule      azure/azure-vmware-solution.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/microsoft-azure-vmware-solution.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
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

/* ---- What counts ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure VMware Solutions (AVS) ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_vmware_solutions_avs_acr),
        .clauses = clauses_azure_vmware_solutions_avs_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_vmware_solutions_avs_acr,
    },
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Infrastructure (Azure)",
};

static const struct assay_requirement requirements[] = {
    {.kind = ASSAY_REQUIRES_DESIGNATION,
     .name_count = ASSAY_COUNT(names_designation),
     .names = names_designation,
     .cites = {.title = "Specializations", .date = 20231009},
     .text = text_designation, .lines = lines_designation},
    {.kind = ASSAY_REQUIRES_AUDIT, .valid_months = 24,
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_audit, .lines = lines_audit},
    {.kind = ASSAY_REQUIRES_UNPUBLISHED, .subject = "amount",
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_amount, .lines = lines_amount},
    {.kind = ASSAY_REQUIRES_UNPUBLISHED, .subject = "knowledge",
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_knowledge, .lines = lines_knowledge},
};

extern const struct assay_specialization assay_table_microsoft_azure_vmware_solution;
const struct assay_specialization assay_table_microsoft_azure_vmware_solution = {
    .name = "Microsoft Azure VMware Solution",
    .area = "Azure",
    .file = "azure/azure-vmware-solution.assay",
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
