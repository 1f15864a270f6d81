/* Written by assayc from rule files: change the rule, not this file. */
/*
 * SAP on Microsoft Azure
 *
 *   area      Azure
 *   rule      azure/sap.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/sap-on-microsoft-azure.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- SAP Workloads ACR ----
 * Cites Apply for specializations, 2023-07-11. */

static const char *const notes_sap_workloads_acr[] = {
    "Reading R14: SAP Embrace Extension Factory, serverless runtime is one value.",
};

/* Service Level 4 is any of MS Series */
static const char *const texts_sap_workloads_acr_service_level_4[] = {
    "BareMetal Infrastructure",
    "SAP Cloud Platform Alert Notification",
    "SAP Cloud Platform Extension Factory - Kyma Runtime",
    "SAP Cloud Platform Integration Suite - Additional Messages",
    "SAP Cloud Platform Integration Suite - Standard Edition",
    "SAP Cloud Platform Transport Management",
    "SAP Edge Services",
    "SAP Embrace API Management",
    "SAP Embrace Application Logging",
    "SAP Embrace Application Runtime",
    "SAP Embrace Bandwidth",
    "SAP Embrace Business Application Studio",
    "SAP Embrace Business Rules",
    "SAP Embrace Cloud Integration",
    "SAP Embrace Credential Store",
    "SAP Embrace Custom Domain",
    "SAP Embrace Data Intelligence",
    "SAP Embrace Enterprise Messaging",
    "SAP Embrace Extension Factory, serverless runtime",
    "SAP Embrace HANA Cloud",
    "SAP Embrace Identity Authentication",
    "SAP Embrace Job Scheduler",
    "SAP Embrace MACC",
    "SAP Embrace Mobile Services",
    "SAP Embrace Object Store Service",
    "SAP Embrace Open Connectors",
    "SAP Embrace Portal",
    "SAP Embrace Process Visibility",
    "SAP Embrace Web Analytics",
    "SAP Embrace Workflow",
    "SAP HANA on Azure Large Instances",
    "SAP HANA Service",
    "SAP Web IDE",
    "Virtual Machines MdSv2 Series",
    "Virtual Machines MdSv2 Series Windows",
    NULL,
};
extern const struct assay_list assay_list_ms_series;
static const struct assay_list *const lists_sap_workloads_acr_service_level_4[] = {
    &assay_list_ms_series,
};

/* All of these hold. */
static const struct assay_condition conditions_sap_workloads_acr_1[] = {
    /* Service Level 4 is any of MS Series */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_TEXTS(texts_sap_workloads_acr_service_level_4), .list_count = ASSAY_COUNT(lists_sap_workloads_acr_service_level_4),
                .texts = texts_sap_workloads_acr_service_level_4, .lists = lists_sap_workloads_acr_service_level_4},
     .lines = lines_sap_workloads_acr_service_level_4},
};

/* Any one of these will do. */
static const struct assay_clause clauses_sap_workloads_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_sap_workloads_acr_1),
     .conditions = conditions_sap_workloads_acr_1},
};

/* ---- What counts ---- */

static const struct assay_measure measures[] = {
    {
        .name = "SAP Workloads ACR",
        .clause_count = ASSAY_COUNT(clauses_sap_workloads_acr),
        .note_count = ASSAY_COUNT(notes_sap_workloads_acr),
        .clauses = clauses_sap_workloads_acr,
        .notes = notes_sap_workloads_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_sap_workloads_acr,
    },
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Infrastructure (Azure)",
};

static const char *const names_amount_sap_workloads_acr[] = {
    "SAP Workloads ACR",
};

static const char *const names_amount_sap_workloads_acr_2[] = {
    "SAP Workloads ACR",
};

static const char *const names_people[] = {
    "AZ-120",
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
    {.kind = ASSAY_REQUIRES_AMOUNT, .amount = "30000", .months = 3, .until = 20251231,
     .name_count = ASSAY_COUNT(names_amount_sap_workloads_acr),
     .names = names_amount_sap_workloads_acr,
     .cites = {.title = "Refresh of the program", .date = 20250000},
     .text = text_amount_sap_workloads_acr, .lines = lines_amount_sap_workloads_acr},
    {.kind = ASSAY_REQUIRES_AMOUNT, .amount = "7500", .months = 3, .from = 20260101,
     .name_count = ASSAY_COUNT(names_amount_sap_workloads_acr_2),
     .names = names_amount_sap_workloads_acr_2,
     .cites = {.title = "Refresh of the program", .date = 20250000, .secondary = 1},
     .text = text_amount_sap_workloads_acr_2, .lines = lines_amount_sap_workloads_acr_2},
    {.kind = ASSAY_REQUIRES_UNPUBLISHED, .subject = "knowledge", .until = 20251231,
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_knowledge, .lines = lines_knowledge},
    {.kind = ASSAY_REQUIRES_PEOPLE, .people = 1, .from = 20260101,
     .name_count = ASSAY_COUNT(names_people),
     .names = names_people,
     .cites = {.title = "Refresh of the program", .date = 20250000, .secondary = 1},
     .text = text_people, .lines = lines_people},
};

extern const struct assay_specialization assay_table_sap_on_microsoft_azure;
const struct assay_specialization assay_table_sap_on_microsoft_azure = {
    .name = "SAP on Microsoft Azure",
    .area = "Azure",
    .file = "azure/sap.assay",
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
