/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Networking Services in Microsoft Azure
 *
 *   area      Azure
 *   rule      azure/networking-services.assay
 *   cites     Apply for specializations, 2023-07-11
 *   measures  not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/networking-services-in-microsoft-azure.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

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

extern const struct assay_specialization assay_table_networking_services_in_microsoft_azure;
const struct assay_specialization assay_table_networking_services_in_microsoft_azure = {
    .name = "Networking Services in Microsoft Azure",
    .area = "Azure",
    .file = "azure/networking-services.assay",
    .requirement_count = ASSAY_COUNT(requirements),
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
