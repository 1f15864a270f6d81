/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Kubernetes on Microsoft Azure
 *
 *   area        Azure
 *   rule        azure/kubernetes.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- Azure Kubernetes Service (AKS) ACR ----
 * Rule azure/kubernetes.assay:16, cites Apply for specializations, 2023-07-11. */

/* Service Influencer is any of */
static const struct assay_value values_azure_kubernetes_service_aks_acr_service_influencer[] = {
    {.text = "AKS", .line = 17}, /* azure/kubernetes.assay:17 */
    {.text = "AKS-Engine", .line = 17}, /* azure/kubernetes.assay:17 */
};

/* azure/kubernetes.assay:16: all of these hold. */
static const struct assay_condition conditions_azure_kubernetes_service_aks_acr_1[] = {
    /* Service Influencer is any of: azure/kubernetes.assay:17 */
    {.field = FIELD_SERVICE_INFLUENCER, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_kubernetes_service_aks_acr_service_influencer),
     .line = 17, .values = values_azure_kubernetes_service_aks_acr_service_influencer},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_kubernetes_service_aks_acr[] = {
    {.line = 16,
     .condition_count = ASSAY_COUNT(conditions_azure_kubernetes_service_aks_acr_1),
     .conditions = conditions_azure_kubernetes_service_aks_acr_1},
};

/* ---- Azure RedHat OpenShift ACR ----
 * Rule azure/kubernetes.assay:46, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_azure_redhat_openshift_acr_service_group_3[] = {
    {.text = "ARO", .line = 47}, /* azure/kubernetes.assay:47 */
};

/* Service Level 2 is anything except */
static const struct assay_value values_azure_redhat_openshift_acr_service_level_2[] = {
    {.text = "Unknown", .line = 48}, /* azure/kubernetes.assay:48 */
};

/* azure/kubernetes.assay:46: all of these hold. */
static const struct assay_condition conditions_azure_redhat_openshift_acr_1[] = {
    /* Service Group 3 is any of: azure/kubernetes.assay:47 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_redhat_openshift_acr_service_group_3),
     .line = 47, .values = values_azure_redhat_openshift_acr_service_group_3},
    /* Service Level 2 is anything except: azure/kubernetes.assay:48 */
    {.field = FIELD_SERVICE_LEVEL_2, .test = ASSAY_ANYTHING_EXCEPT,
     .value_count = ASSAY_COUNT(values_azure_redhat_openshift_acr_service_level_2),
     .line = 48, .values = values_azure_redhat_openshift_acr_service_level_2},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_redhat_openshift_acr[] = {
    {.line = 46,
     .condition_count = ASSAY_COUNT(conditions_azure_redhat_openshift_acr_1),
     .conditions = conditions_azure_redhat_openshift_acr_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure Kubernetes Service (AKS) ACR",
        .line = 16,
        .clause_count = ASSAY_COUNT(clauses_azure_kubernetes_service_aks_acr),
        .clauses = clauses_azure_kubernetes_service_aks_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure RedHat OpenShift ACR",
        .line = 46,
        .clause_count = ASSAY_COUNT(clauses_azure_redhat_openshift_acr),
        .clauses = clauses_azure_redhat_openshift_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
};

static const char *const designations[] = {
    "Data & AI (Azure)",
    "Digital & App Innovation (Azure)",
};

static const char *const notes[] = {
    "Reading R27: a row may meet several of these measures; it then counts once in each.",
};

extern const struct assay_specialization assay_table_kubernetes_on_microsoft_azure;
const struct assay_specialization assay_table_kubernetes_on_microsoft_azure = {
    .name = "Kubernetes on Microsoft Azure",
    .area = "Azure",
    .file = "azure/kubernetes.assay",
    .line = 1,
    .validation = ASSAY_VALIDATION_AUDIT,
    .designation_count = ASSAY_COUNT(designations),
    .note_count = ASSAY_COUNT(notes),
    .measure_count = ASSAY_COUNT(measures),
    .designations = designations,
    .notes = notes,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
