/* Written by assayc from rule files: change the rule, not this file. */
/*
 * SAP on Microsoft Azure
 *
 *   area        Azure
 *   rule        azure/sap.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- SAP Workloads ACR ----
 * Rule azure/sap.assay:27, cites Apply for specializations, 2023-07-11. */

static const char *const notes_sap_workloads_acr[] = {
    "Reading R14: SAP Embrace Extension Factory, serverless runtime is one value.",
};

/* Service Level 4: MS Series */
static const struct assay_value values_ms_series[] = {
    {.text = "BareMetal Infrastructure", .line = 62}, /* azure/sap.assay:62 */
    {.text = "Cloud Services MS Series", .file = "lists.assay", .line = 6}, /* lists.assay:6 */
    {.text = "MS Series Dedicated Host", .file = "lists.assay", .line = 11}, /* lists.assay:11 */
    {.text = "MSv2 Series Dedicated Host", .file = "lists.assay", .line = 12}, /* lists.assay:12 */
    {.text = "SAP Cloud Platform Alert Notification", .line = 31}, /* azure/sap.assay:31 */
    {.text = "SAP Cloud Platform Extension Factory - Kyma Runtime", .line = 32}, /* azure/sap.assay:32 */
    {.text = "SAP Cloud Platform Integration Suite - Additional Messages", .line = 33}, /* azure/sap.assay:33 */
    {.text = "SAP Cloud Platform Integration Suite - Standard Edition", .line = 34}, /* azure/sap.assay:34 */
    {.text = "SAP Cloud Platform Transport Management", .line = 35}, /* azure/sap.assay:35 */
    {.text = "SAP Edge Services", .line = 36}, /* azure/sap.assay:36 */
    {.text = "SAP Embrace API Management", .line = 37}, /* azure/sap.assay:37 */
    {.text = "SAP Embrace Application Logging", .line = 38}, /* azure/sap.assay:38 */
    {.text = "SAP Embrace Application Runtime", .line = 39}, /* azure/sap.assay:39 */
    {.text = "SAP Embrace Bandwidth", .line = 40}, /* azure/sap.assay:40 */
    {.text = "SAP Embrace Business Application Studio", .line = 41}, /* azure/sap.assay:41 */
    {.text = "SAP Embrace Business Rules", .line = 42}, /* azure/sap.assay:42 */
    {.text = "SAP Embrace Cloud Integration", .line = 43}, /* azure/sap.assay:43 */
    {.text = "SAP Embrace Credential Store", .line = 44}, /* azure/sap.assay:44 */
    {.text = "SAP Embrace Custom Domain", .line = 45}, /* azure/sap.assay:45 */
    {.text = "SAP Embrace Data Intelligence", .line = 46}, /* azure/sap.assay:46 */
    {.text = "SAP Embrace Enterprise Messaging", .line = 47}, /* azure/sap.assay:47 */
    {.text = "SAP Embrace Extension Factory, serverless runtime", .line = 48}, /* azure/sap.assay:48 */
    {.text = "SAP Embrace HANA Cloud", .line = 49}, /* azure/sap.assay:49 */
    {.text = "SAP Embrace Identity Authentication", .line = 50}, /* azure/sap.assay:50 */
    {.text = "SAP Embrace Job Scheduler", .line = 51}, /* azure/sap.assay:51 */
    {.text = "SAP Embrace MACC", .line = 52}, /* azure/sap.assay:52 */
    {.text = "SAP Embrace Mobile Services", .line = 53}, /* azure/sap.assay:53 */
    {.text = "SAP Embrace Object Store Service", .line = 54}, /* azure/sap.assay:54 */
    {.text = "SAP Embrace Open Connectors", .line = 55}, /* azure/sap.assay:55 */
    {.text = "SAP Embrace Portal", .line = 56}, /* azure/sap.assay:56 */
    {.text = "SAP Embrace Process Visibility", .line = 57}, /* azure/sap.assay:57 */
    {.text = "SAP Embrace Web Analytics", .line = 58}, /* azure/sap.assay:58 */
    {.text = "SAP Embrace Workflow", .line = 59}, /* azure/sap.assay:59 */
    {.text = "SAP HANA on Azure Large Instances", .line = 30}, /* azure/sap.assay:30 */
    {.text = "SAP HANA Service", .line = 60}, /* azure/sap.assay:60 */
    {.text = "SAP Web IDE", .line = 61}, /* azure/sap.assay:61 */
    {.text = "Virtual Machines MdSv2 Series", .line = 63}, /* azure/sap.assay:63 */
    {.text = "Virtual Machines MdSv2 Series Windows", .line = 64}, /* azure/sap.assay:64 */
    {.text = "Virtual Machines MS Series", .file = "lists.assay", .line = 7}, /* lists.assay:7 */
    {.text = "Virtual Machines MS Series Windows", .file = "lists.assay", .line = 8}, /* lists.assay:8 */
    {.text = "Virtual Machines MSv2 Series", .file = "lists.assay", .line = 9}, /* lists.assay:9 */
    {.text = "Virtual Machines MSv2 Series Windows", .file = "lists.assay", .line = 10}, /* lists.assay:10 */
};

/* azure/sap.assay:27: all of these hold. */
static const struct assay_condition conditions_sap_workloads_acr_1[] = {
    /* Service Level 4 is any of MS Series: azure/sap.assay:28 */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_ms_series),
     .line = 28, .list = "MS Series", .values = values_ms_series},
};

/* Any one of these will do. */
static const struct assay_clause clauses_sap_workloads_acr[] = {
    {.line = 27,
     .condition_count = ASSAY_COUNT(conditions_sap_workloads_acr_1),
     .conditions = conditions_sap_workloads_acr_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "SAP Workloads ACR",
        .line = 27,
        .clause_count = ASSAY_COUNT(clauses_sap_workloads_acr),
        .note_count = ASSAY_COUNT(notes_sap_workloads_acr),
        .clauses = clauses_sap_workloads_acr,
        .notes = notes_sap_workloads_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
};

static const char *const designations[] = {
    "Infrastructure (Azure)",
};

extern const struct assay_specialization assay_table_sap_on_microsoft_azure;
const struct assay_specialization assay_table_sap_on_microsoft_azure = {
    .name = "SAP on Microsoft Azure",
    .area = "Azure",
    .file = "azure/sap.assay",
    .line = 1,
    .validation = ASSAY_VALIDATION_AUDIT,
    .designation_count = ASSAY_COUNT(designations),
    .measure_count = ASSAY_COUNT(measures),
    .designations = designations,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
