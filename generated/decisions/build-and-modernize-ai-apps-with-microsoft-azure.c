/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Build and Modernize AI Apps with Microsoft Azure
 *
 *   area        Azure
 *   rule        azure/build-and-modernize-ai-apps.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  audit by a third party
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- Azure Kubernetes Service (AKS) ACR ----
 * Rule azure/build-and-modernize-ai-apps.assay:13, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_azure_kubernetes_service_aks_acr_service_group_3[] = {
    {.text = "AKS", .line = 13}, /* azure/build-and-modernize-ai-apps.assay:13 */
};

/* azure/build-and-modernize-ai-apps.assay:13: all of these hold. */
static const struct assay_condition conditions_azure_kubernetes_service_aks_acr_1[] = {
    /* Service Group 3 is any of: azure/build-and-modernize-ai-apps.assay:13 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_kubernetes_service_aks_acr_service_group_3),
     .line = 13, .values = values_azure_kubernetes_service_aks_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_kubernetes_service_aks_acr[] = {
    {.line = 13,
     .condition_count = ASSAY_COUNT(conditions_azure_kubernetes_service_aks_acr_1),
     .conditions = conditions_azure_kubernetes_service_aks_acr_1},
};

/* ---- Azure RedHat OpenShift ACR ----
 * Rule azure/build-and-modernize-ai-apps.assay:27, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_azure_redhat_openshift_acr_service_group_3[] = {
    {.text = "ARO", .line = 27}, /* azure/build-and-modernize-ai-apps.assay:27 */
};

/* azure/build-and-modernize-ai-apps.assay:27: all of these hold. */
static const struct assay_condition conditions_azure_redhat_openshift_acr_1[] = {
    /* Service Group 3 is any of: azure/build-and-modernize-ai-apps.assay:27 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_redhat_openshift_acr_service_group_3),
     .line = 27, .values = values_azure_redhat_openshift_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_redhat_openshift_acr[] = {
    {.line = 27,
     .condition_count = ASSAY_COUNT(conditions_azure_redhat_openshift_acr_1),
     .conditions = conditions_azure_redhat_openshift_acr_1},
};

/* ---- Azure Spring Apps ACR ----
 * Rule azure/build-and-modernize-ai-apps.assay:41, cites Apply for specializations, 2023-07-11. */

static const char *const notes_azure_spring_apps_acr[] = {
    "Reading R6: kept as published, Azure Spring cloud here and Spring Cloud in Migrate Enterprise Applications.",
    "The page writes Azure Spring AppsACR; the missing blank is put in.",
};

/* Service Group 3 is any of */
static const struct assay_value values_azure_spring_apps_acr_service_group_3[] = {
    {.text = "Azure Spring cloud", .line = 41}, /* azure/build-and-modernize-ai-apps.assay:41 */
};

/* azure/build-and-modernize-ai-apps.assay:41: all of these hold. */
static const struct assay_condition conditions_azure_spring_apps_acr_1[] = {
    /* Service Group 3 is any of: azure/build-and-modernize-ai-apps.assay:41 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_spring_apps_acr_service_group_3),
     .line = 41, .values = values_azure_spring_apps_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_spring_apps_acr[] = {
    {.line = 41,
     .condition_count = ASSAY_COUNT(conditions_azure_spring_apps_acr_1),
     .conditions = conditions_azure_spring_apps_acr_1},
};

/* ---- Azure Cosmos DB ----
 * Rule azure/build-and-modernize-ai-apps.assay:63, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_azure_cosmos_db_service_group_3[] = {
    {.text = "Cosmos DB", .line = 63}, /* azure/build-and-modernize-ai-apps.assay:63 */
};

/* azure/build-and-modernize-ai-apps.assay:63: all of these hold. */
static const struct assay_condition conditions_azure_cosmos_db_1[] = {
    /* Service Group 3 is any of: azure/build-and-modernize-ai-apps.assay:63 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_cosmos_db_service_group_3),
     .line = 63, .values = values_azure_cosmos_db_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_cosmos_db[] = {
    {.line = 63,
     .condition_count = ASSAY_COUNT(conditions_azure_cosmos_db_1),
     .conditions = conditions_azure_cosmos_db_1},
};

/* ---- Azure database for Postgresql ----
 * Rule azure/build-and-modernize-ai-apps.assay:78, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_azure_database_for_postgresql_service_group_3[] = {
    {.text = "PGSQL", .line = 78}, /* azure/build-and-modernize-ai-apps.assay:78 */
};

/* azure/build-and-modernize-ai-apps.assay:78: all of these hold. */
static const struct assay_condition conditions_azure_database_for_postgresql_1[] = {
    /* Service Group 3 is any of: azure/build-and-modernize-ai-apps.assay:78 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_database_for_postgresql_service_group_3),
     .line = 78, .values = values_azure_database_for_postgresql_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_database_for_postgresql[] = {
    {.line = 78,
     .condition_count = ASSAY_COUNT(conditions_azure_database_for_postgresql_1),
     .conditions = conditions_azure_database_for_postgresql_1},
};

/* ---- Azure Cognitive Services ----
 * Rule azure/build-and-modernize-ai-apps.assay:90, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_azure_cognitive_services_service_group_3[] = {
    {.text = "Cognitive Services", .line = 90}, /* azure/build-and-modernize-ai-apps.assay:90 */
};

/* azure/build-and-modernize-ai-apps.assay:90: all of these hold. */
static const struct assay_condition conditions_azure_cognitive_services_1[] = {
    /* Service Group 3 is any of: azure/build-and-modernize-ai-apps.assay:90 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_cognitive_services_service_group_3),
     .line = 90, .values = values_azure_cognitive_services_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_cognitive_services[] = {
    {.line = 90,
     .condition_count = ASSAY_COUNT(conditions_azure_cognitive_services_1),
     .conditions = conditions_azure_cognitive_services_1},
};

/* ---- Azure Machine Learning ----
 * Rule azure/build-and-modernize-ai-apps.assay:109, cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const struct assay_value values_azure_machine_learning_service_group_3[] = {
    {.text = "Azure Machine Learning", .line = 109}, /* azure/build-and-modernize-ai-apps.assay:109 */
};

/* azure/build-and-modernize-ai-apps.assay:109: all of these hold. */
static const struct assay_condition conditions_azure_machine_learning_1[] = {
    /* Service Group 3 is any of: azure/build-and-modernize-ai-apps.assay:109 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_machine_learning_service_group_3),
     .line = 109, .values = values_azure_machine_learning_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_machine_learning[] = {
    {.line = 109,
     .condition_count = ASSAY_COUNT(conditions_azure_machine_learning_1),
     .conditions = conditions_azure_machine_learning_1},
};

/* ---- Azure Open AI service ----
 * Rule azure/build-and-modernize-ai-apps.assay:128, cites Apply for specializations, 2023-07-11. */

static const char *const notes_azure_open_ai_service[] = {
    "Reading R6: Applied AI Services, for Azure Open AI service, is kept as published.",
};

/* Service Group 3 is any of */
static const struct assay_value values_azure_open_ai_service_service_group_3[] = {
    {.text = "Applied AI Services", .line = 128}, /* azure/build-and-modernize-ai-apps.assay:128 */
};

/* azure/build-and-modernize-ai-apps.assay:128: all of these hold. */
static const struct assay_condition conditions_azure_open_ai_service_1[] = {
    /* Service Group 3 is any of: azure/build-and-modernize-ai-apps.assay:128 */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_azure_open_ai_service_service_group_3),
     .line = 128, .values = values_azure_open_ai_service_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_open_ai_service[] = {
    {.line = 128,
     .condition_count = ASSAY_COUNT(conditions_azure_open_ai_service_1),
     .conditions = conditions_azure_open_ai_service_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Azure Kubernetes Service (AKS) ACR",
        .line = 13,
        .clause_count = ASSAY_COUNT(clauses_azure_kubernetes_service_aks_acr),
        .clauses = clauses_azure_kubernetes_service_aks_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure RedHat OpenShift ACR",
        .line = 27,
        .clause_count = ASSAY_COUNT(clauses_azure_redhat_openshift_acr),
        .clauses = clauses_azure_redhat_openshift_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure Spring Apps ACR",
        .line = 41,
        .clause_count = ASSAY_COUNT(clauses_azure_spring_apps_acr),
        .note_count = ASSAY_COUNT(notes_azure_spring_apps_acr),
        .clauses = clauses_azure_spring_apps_acr,
        .notes = notes_azure_spring_apps_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure Cosmos DB",
        .line = 63,
        .clause_count = ASSAY_COUNT(clauses_azure_cosmos_db),
        .clauses = clauses_azure_cosmos_db,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure database for Postgresql",
        .line = 78,
        .clause_count = ASSAY_COUNT(clauses_azure_database_for_postgresql),
        .clauses = clauses_azure_database_for_postgresql,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure Cognitive Services",
        .line = 90,
        .clause_count = ASSAY_COUNT(clauses_azure_cognitive_services),
        .clauses = clauses_azure_cognitive_services,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure Machine Learning",
        .line = 109,
        .clause_count = ASSAY_COUNT(clauses_azure_machine_learning),
        .clauses = clauses_azure_machine_learning,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
    {
        .name = "Azure Open AI service",
        .line = 128,
        .clause_count = ASSAY_COUNT(clauses_azure_open_ai_service),
        .note_count = ASSAY_COUNT(notes_azure_open_ai_service),
        .clauses = clauses_azure_open_ai_service,
        .notes = notes_azure_open_ai_service,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
};

static const char *const designations[] = {
    "Data & AI (Azure)",
    "Digital & App Innovation (Azure)",
};

extern const struct assay_specialization assay_table_build_and_modernize_ai_apps_with_microsoft_azure;
const struct assay_specialization assay_table_build_and_modernize_ai_apps_with_microsoft_azure = {
    .name = "Build and Modernize AI Apps with Microsoft Azure",
    .area = "Azure",
    .file = "azure/build-and-modernize-ai-apps.assay",
    .line = 1,
    .validation = ASSAY_VALIDATION_AUDIT,
    .designation_count = ASSAY_COUNT(designations),
    .measure_count = ASSAY_COUNT(measures),
    .designations = designations,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
