/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Cloud Security
 *
 *   area      Security
 *   rule      security/cloud-security.assay
 *   cites     Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/cloud-security.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- Hybrid Environment XDR and Network Security ACR ----
 * Cites Apply for specializations, 2023-07-11. */

/* Service Level 4 is any of */
static const char *const texts_hybrid_environment_xdr_and_network_security_acr_service_level_4[] = {
    "Application Gateway WAF v2",
    "Azure Active Directory B2C",
    "Azure Active Directory Domain Services",
    "Azure Active Directory for External Identities",
    "Azure Bastion",
    "Azure DDOS Protection",
    "Azure Dedicated HSM",
    "Azure Firewall",
    "Azure Firewall Manager",
    "Azure Front Door Service",
    "Key Vault",
    "Microsoft Defender for App Service",
    "Microsoft Defender for container registries",
    "Microsoft Defender for IoT",
    "Microsoft Defender for Kubernetes",
    "Microsoft Defender for servers",
    "Microsoft Defender for SQL",
    "Microsoft Defender for Storage",
    "Network Watcher",
    "Sentinel",
    "WAF Application Gateway",
};

/* All of these hold. */
static const struct assay_condition conditions_hybrid_environment_xdr_and_network_security_acr_1[] = {
    /* Service Level 4 is any of */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_hybrid_environment_xdr_and_network_security_acr_service_level_4),
                .texts = texts_hybrid_environment_xdr_and_network_security_acr_service_level_4},
     .lines = lines_hybrid_environment_xdr_and_network_security_acr_service_level_4},
};

/* Any one of these will do. */
static const struct assay_clause clauses_hybrid_environment_xdr_and_network_security_acr[] = {
    {.condition_count = ASSAY_COUNT(conditions_hybrid_environment_xdr_and_network_security_acr_1),
     .conditions = conditions_hybrid_environment_xdr_and_network_security_acr_1},
};

/* ---- What counts ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Hybrid Environment XDR and Network Security ACR",
        .clause_count = ASSAY_COUNT(clauses_hybrid_environment_xdr_and_network_security_acr),
        .clauses = clauses_hybrid_environment_xdr_and_network_security_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
        .lines = lines_hybrid_environment_xdr_and_network_security_acr,
    },
};

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Security",
};

static const char *const names_amount_hybrid_environment_xdr_and_network_security_acr[] = {
    "Hybrid Environment XDR and Network Security ACR",
};

static const char *const names_people[] = {
    "AZ-500",
};

static const char *const names_people_2[] = {
    "SC-200",
};

static const struct assay_requirement requirements[] = {
    {.kind = ASSAY_REQUIRES_DESIGNATION,
     .name_count = ASSAY_COUNT(names_designation),
     .names = names_designation,
     .cites = {.title = "Specializations", .date = 20231009},
     .text = text_designation, .lines = lines_designation},
    {.kind = ASSAY_REQUIRES_REFERENCES, .references = 3, .valid_months = 24,
     .cites = {.title = "Security academy", .date = 20250411},
     .text = text_references, .lines = lines_references},
    {.kind = ASSAY_REQUIRES_AMOUNT, .amount = "200000", .months = 12,
     .name_count = ASSAY_COUNT(names_amount_hybrid_environment_xdr_and_network_security_acr),
     .names = names_amount_hybrid_environment_xdr_and_network_security_acr,
     .cites = {.title = "Security academy", .date = 20250411},
     .text = text_amount_hybrid_environment_xdr_and_network_security_acr, .lines = lines_amount_hybrid_environment_xdr_and_network_security_acr},
    {.kind = ASSAY_REQUIRES_PEOPLE, .people = 6,
     .name_count = ASSAY_COUNT(names_people),
     .names = names_people,
     .cites = {.title = "Security academy", .date = 20250411},
     .text = text_people, .lines = lines_people},
    {.kind = ASSAY_REQUIRES_PEOPLE, .people = 4,
     .name_count = ASSAY_COUNT(names_people_2),
     .names = names_people_2,
     .cites = {.title = "Security academy", .date = 20250411},
     .text = text_people_2, .lines = lines_people_2},
};

extern const struct assay_specialization assay_table_cloud_security;
const struct assay_specialization assay_table_cloud_security = {
    .name = "Cloud Security",
    .area = "Security",
    .file = "security/cloud-security.assay",
    .measure_count = ASSAY_COUNT(measures),
    .requirement_count = ASSAY_COUNT(requirements),
    .measures = measures,
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
