/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Kubernetes on Microsoft Azure
 *
 *   area      Azure
 *   rule      azure/kubernetes.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/kubernetes-on-microsoft-azure.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- Azure Kubernetes Service (AKS) ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Influencer is any of */
static const char *const texts_azure_kubernetes_service_aks_acr_service_influencer[] = {
    "AKS",
    "AKS-Engine",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_kubernetes_service_aks_acr_1[] = {
    /* Service Influencer is any of */
    {.field = FIELD_SERVICE_INFLUENCER, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_kubernetes_service_aks_acr_service_influencer),
                .texts = texts_azure_kubernetes_service_aks_acr_service_influencer},
     .lines = lines_azure_kubernetes_service_aks_acr_service_influencer},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_kubernetes_service_aks_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_kubernetes_service_aks_acr_1),
     .conditions = conditions_azure_kubernetes_service_aks_acr_1},
};

/* ---- Azure RedHat OpenShift ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_azure_redhat_openshift_acr_service_group_3[] = {
    "ARO",
};

/* Service Level 2 is anything except */
static const char *const texts_azure_redhat_openshift_acr_service_level_2[] = {
    "Unknown",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_redhat_openshift_acr_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_redhat_openshift_acr_service_group_3),
                .texts = texts_azure_redhat_openshift_acr_service_group_3},
     .lines = lines_azure_redhat_openshift_acr_service_group_3},
    /* Service Level 2 is anything except */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANYTHING_EXCEPT,
     .values = {.text_count = ASSAY_COUNT(texts_azure_redhat_openshift_acr_service_level_2),
                .texts = texts_azure_redhat_openshift_acr_service_level_2},
     .lines = lines_azure_redhat_openshift_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_redhat_openshift_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_redhat_openshift_acr_1),
     .conditions = conditions_azure_redhat_openshift_acr_1},
};

/* ---- What counts ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure Kubernetes Service (AKS) ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_kubernetes_service_aks_acr),
        .clauses = clauses_azure_kubernetes_service_aks_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_kubernetes_service_aks_acr,
    },
    {
        .name = "Azure RedHat OpenShift ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_redhat_openshift_acr),
        .clauses = clauses_azure_redhat_openshift_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_redhat_openshift_acr,
    },
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Data & AI (Azure)",
    "Digital & App Innovation (Azure)",
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

static const char *const notes[] = {
    "Reading R27: a row may meet several of these measures; it then counts once in each.",
};

extern const struct assay_specialization assay_table_kubernetes_on_microsoft_azure;
const struct assay_specialization assay_table_kubernetes_on_microsoft_azure = {
    .name = "Kubernetes on Microsoft Azure",
    .area = "Azure",
    .file = "azure/kubernetes.assay",
    .note_count = ASSAY_COUNT(notes),
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .notes = notes,
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
