/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Cloud Security
 *
 *   area        Security
 *   rule        security/cloud-security.assay:1
 *   cites       Apply for specializations, 2023-07-11
 *   validation  customer references
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- Hybrid Environment XDR and Network Security ACR ----
 * Rule security/cloud-security.assay:20, cites Apply for specializations, 2023-07-11. */

/* Service Level 4 is any of */
static const struct assay_value values_hybrid_environment_xdr_and_network_security_acr_service_level_4[] = {
    {.text = "Application Gateway WAF v2", .line = 26}, /* security/cloud-security.assay:26 */
    {.text = "Azure Active Directory B2C", .line = 28}, /* security/cloud-security.assay:28 */
    {.text = "Azure Active Directory Domain Services", .line = 29}, /* security/cloud-security.assay:29 */
    {.text = "Azure Active Directory for External Identities", .line = 30}, /* security/cloud-security.assay:30 */
    {.text = "Azure Bastion", .line = 31}, /* security/cloud-security.assay:31 */
    {.text = "Azure DDOS Protection", .line = 32}, /* security/cloud-security.assay:32 */
    {.text = "Azure Dedicated HSM", .line = 37}, /* security/cloud-security.assay:37 */
    {.text = "Azure Firewall", .line = 33}, /* security/cloud-security.assay:33 */
    {.text = "Azure Firewall Manager", .line = 34}, /* security/cloud-security.assay:34 */
    {.text = "Azure Front Door Service", .line = 35}, /* security/cloud-security.assay:35 */
    {.text = "Key Vault", .line = 38}, /* security/cloud-security.assay:38 */
    {.text = "Microsoft Defender for App Service", .line = 40}, /* security/cloud-security.assay:40 */
    {.text = "Microsoft Defender for container registries", .line = 23}, /* security/cloud-security.assay:23 */
    {.text = "Microsoft Defender for IoT", .line = 36}, /* security/cloud-security.assay:36 */
    {.text = "Microsoft Defender for Kubernetes", .line = 24}, /* security/cloud-security.assay:24 */
    {.text = "Microsoft Defender for servers", .line = 41}, /* security/cloud-security.assay:41 */
    {.text = "Microsoft Defender for SQL", .line = 22}, /* security/cloud-security.assay:22 */
    {.text = "Microsoft Defender for Storage", .line = 25}, /* security/cloud-security.assay:25 */
    {.text = "Network Watcher", .line = 39}, /* security/cloud-security.assay:39 */
    {.text = "Sentinel", .line = 42}, /* security/cloud-security.assay:42 */
    {.text = "WAF Application Gateway", .line = 27}, /* security/cloud-security.assay:27 */
};

/* security/cloud-security.assay:20: all of these hold. */
static const struct assay_condition conditions_hybrid_environment_xdr_and_network_security_acr_1[] = {
    /* Service Level 4 is any of: security/cloud-security.assay:21 */
    {.field = FIELD_SERVICE_LEVEL_4, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_hybrid_environment_xdr_and_network_security_acr_service_level_4),
     .line = 21, .values = values_hybrid_environment_xdr_and_network_security_acr_service_level_4},
};

/* Any one of these will do. */
static const struct assay_clause clauses_hybrid_environment_xdr_and_network_security_acr[] = {
    {.line = 20,
     .condition_count = ASSAY_COUNT(conditions_hybrid_environment_xdr_and_network_security_acr_1),
     .conditions = conditions_hybrid_environment_xdr_and_network_security_acr_1},
};

/* ---- The specialization ---- */

static const struct assay_measure measures[] = {
    {
        .name = "Hybrid Environment XDR and Network Security ACR",
        .line = 20,
        .clause_count = ASSAY_COUNT(clauses_hybrid_environment_xdr_and_network_security_acr),
        .clauses = clauses_hybrid_environment_xdr_and_network_security_acr,
        .cites = {.title = "Apply for specializations", .date = 20230711},
    },
};

static const char *const designations[] = {
    "Security",
};

extern const struct assay_specialization assay_table_cloud_security;
const struct assay_specialization assay_table_cloud_security = {
    .name = "Cloud Security",
    .area = "Security",
    .file = "security/cloud-security.assay",
    .line = 1,
    .validation = ASSAY_VALIDATION_REFERENCES,
    .designation_count = ASSAY_COUNT(designations),
    .measure_count = ASSAY_COUNT(measures),
    .designations = designations,
    .measures = measures,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
