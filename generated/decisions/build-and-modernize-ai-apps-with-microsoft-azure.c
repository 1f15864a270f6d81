/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Build and Modernize AI Apps with Microsoft Azure
 *
 *   area      Azure
 *   rule      azure/build-and-modernize-ai-apps.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/build-and-modernize-ai-apps-with-microsoft-azure.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- Azure Kubernetes Service (AKS) ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_azure_kubernetes_service_aks_acr_service_group_3[] = {
    "AKS",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_kubernetes_service_aks_acr_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_kubernetes_service_aks_acr_service_group_3),
                .texts = texts_azure_kubernetes_service_aks_acr_service_group_3},
     .lines = lines_azure_kubernetes_service_aks_acr_service_group_3},
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

/* All of these hold. */
static const struct assay_condition conditions_azure_redhat_openshift_acr_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_redhat_openshift_acr_service_group_3),
                .texts = texts_azure_redhat_openshift_acr_service_group_3},
     .lines = lines_azure_redhat_openshift_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_redhat_openshift_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_redhat_openshift_acr_1),
     .conditions = conditions_azure_redhat_openshift_acr_1},
};

/* ---- Azure Spring Apps ACR ----
 * Cites Apply for specializations, 2023-07-11. */

static const char *const notes_azure_spring_apps_acr[] = {
    "Reading R6: kept as published, Azure Spring cloud here and Spring Cloud in Migrate Enterprise Applications.",
    "The page writes Azure Spring AppsACR; the missing blank is put in.",
};

/* Service Group 3 is any of */
static const char *const texts_azure_spring_apps_acr_service_group_3[] = {
    "Azure Spring cloud",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_spring_apps_acr_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_spring_apps_acr_service_group_3),
                .texts = texts_azure_spring_apps_acr_service_group_3},
     .lines = lines_azure_spring_apps_acr_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_spring_apps_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_spring_apps_acr_1),
     .conditions = conditions_azure_spring_apps_acr_1},
};

/* ---- Azure Cosmos DB ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_azure_cosmos_db_service_group_3[] = {
    "Cosmos DB",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_cosmos_db_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_cosmos_db_service_group_3),
                .texts = texts_azure_cosmos_db_service_group_3},
     .lines = lines_azure_cosmos_db_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_cosmos_db[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_cosmos_db_1),
     .conditions = conditions_azure_cosmos_db_1},
};

/* ---- Azure database for Postgresql ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_azure_database_for_postgresql_service_group_3[] = {
    "PGSQL",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_database_for_postgresql_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_database_for_postgresql_service_group_3),
                .texts = texts_azure_database_for_postgresql_service_group_3},
     .lines = lines_azure_database_for_postgresql_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_database_for_postgresql[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_database_for_postgresql_1),
     .conditions = conditions_azure_database_for_postgresql_1},
};

/* ---- Azure Cognitive Services ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_azure_cognitive_services_service_group_3[] = {
    "Cognitive Services",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_cognitive_services_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_cognitive_services_service_group_3),
                .texts = texts_azure_cognitive_services_service_group_3},
     .lines = lines_azure_cognitive_services_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_cognitive_services[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_cognitive_services_1),
     .conditions = conditions_azure_cognitive_services_1},
};

/* ---- Azure Machine Learning ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Group 3 is any of */
static const char *const texts_azure_machine_learning_service_group_3[] = {
    "Azure Machine Learning",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_machine_learning_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_machine_learning_service_group_3),
                .texts = texts_azure_machine_learning_service_group_3},
     .lines = lines_azure_machine_learning_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_machine_learning[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_machine_learning_1),
     .conditions = conditions_azure_machine_learning_1},
};

/* ---- Azure Open AI service ----
 * Cites Apply for specializations, 2023-07-11. */

static const char *const notes_azure_open_ai_service[] = {
    "Reading R6: Applied AI Services, for Azure Open AI service, is kept as published.",
};

/* Service Group 3 is any of */
static const char *const texts_azure_open_ai_service_service_group_3[] = {
    "Applied AI Services",
};

/* All of these hold. */
static const struct assay_condition conditions_azure_open_ai_service_1[] = {
    /* Service Group 3 is any of */
    {.field = FIELD_SERVICE_GROUP_3, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_azure_open_ai_service_service_group_3),
                .texts = texts_azure_open_ai_service_service_group_3},
     .lines = lines_azure_open_ai_service_service_group_3},
};

/* Any one of these will do. */
static const struct assay_clause clauses_azure_open_ai_service[] = {
    {.condition_count = ASSAY_COUNT(conditions_azure_open_ai_service_1),
     .conditions = conditions_azure_open_ai_service_1},
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
    {
        .name = "Azure Spring Apps ACR",
        .clause_count = ASSAY_COUNT(clauses_azure_spring_apps_acr),
        .note_count = ASSAY_COUNT(notes_azure_spring_apps_acr),
        .clauses = clauses_azure_spring_apps_acr,
        .notes = notes_azure_spring_apps_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_spring_apps_acr,
    },
    {
        .name = "Azure Cosmos DB",
        .clause_count = ASSAY_COUNT(clauses_azure_cosmos_db),
        .clauses = clauses_azure_cosmos_db,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_cosmos_db,
    },
    {
        .name = "Azure database for Postgresql",
        .clause_count = ASSAY_COUNT(clauses_azure_database_for_postgresql),
        .clauses = clauses_azure_database_for_postgresql,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_database_for_postgresql,
    },
    {
        .name = "Azure Cognitive Services",
        .clause_count = ASSAY_COUNT(clauses_azure_cognitive_services),
        .clauses = clauses_azure_cognitive_services,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_cognitive_services,
    },
    {
        .name = "Azure Machine Learning",
        .clause_count = ASSAY_COUNT(clauses_azure_machine_learning),
        .clauses = clauses_azure_machine_learning,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_machine_learning,
    },
    {
        .name = "Azure Open AI service",
        .clause_count = ASSAY_COUNT(clauses_azure_open_ai_service),
        .note_count = ASSAY_COUNT(notes_azure_open_ai_service),
        .clauses = clauses_azure_open_ai_service,
        .notes = notes_azure_open_ai_service,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_azure_open_ai_service,
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

extern const struct assay_specialization assay_table_build_and_modernize_ai_apps_with_microsoft_azure;
const struct assay_specialization assay_table_build_and_modernize_ai_apps_with_microsoft_azure = {
    .name = "Build and Modernize AI Apps with Microsoft Azure",
    .area = "Azure",
    .file = "azure/build-and-modernize-ai-apps.assay",
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
