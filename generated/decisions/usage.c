/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Azure usage report
 *
 *   edition  2023-07-11
 *   rule     usage.assay:3
 *   cites    Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"

#if ASSAY_ABI != 1
#error "these tables were written for ABI 1 of assay.h"
#endif

/* ---- Fields: the header spellings of their columns, the preferred one first ---- */

static const char *const columns_service_level_1[] = {
    "ServiceLevel1",
};

static const char *const columns_service_level_2[] = {
    "ServiceLevel2",
};

static const char *const columns_service_level_3[] = {
    "ServiceLevel3",
};

static const char *const columns_service_level_4[] = {
    "ServiceLevel4",
};

static const char *const columns_service_influencer[] = {
    "ServiceInfluencer",
};

static const char *const columns_service_group_2[] = {
    "ServiceGroup2",
};

static const char *const columns_service_group_3[] = {
    "ServiceGroup3",
};

static const char *const columns_compute_os[] = {
    "ComputeOS",
};

static const char *const columns_compute_os_attribute[] = {
    "ComputeOSAttribute",
};

static const char *const columns_compute_core_software[] = {
    "ComputeCoreSoftware",
    "Compute Core SW",
};

static const char *const columns_acr_adjustment_type[] = {
    "ACRAdjustmentType",
};

static const char *const columns_offer_type[] = {
    "AI_OfferType",
    "Offer Type",
};

static const char *const columns_partner_attribution_type[] = {
    "PartnerAttributionType",
    "Association Type",
};

static const char *const columns_subscription[] = {
    "SubscriptionId",
};

static const char *const columns_usage_units[] = {
    "UsageUnits",
};

static const char *const columns_usage_quantity[] = {
    "UsageQuantity",
};

static const char *const columns_mpn_id[] = {
    "MPNId",
    "PartnerID",
};

static const char *const columns_is_acr_duplicate_at_pga_level[] = {
    "IsACRDuplicateAtPGALevel",
    "IsDuplicateAtPGALevel",
};

static const char *const columns_acr[] = {
    "ACR_USD",
    "AzureConsumedRevenueUSD",
};

static const char *const columns_customer[] = {
    "CustomerTenantId",
};

static const char *const except_customer[] = {
    "UNKNOWN",
    "00000000-0000-0000-0000-000000000000",
};

static const char *const columns_month[] = {
    "Month",
};

/* In the order of fields.h. */
static const struct assay_field fields[] = {
    {.name = "Service Level 1", .line = 14,
     .column_count = ASSAY_COUNT(columns_service_level_1), .columns = columns_service_level_1}, /* usage.assay:14 */
    {.name = "Service Level 2", .line = 15,
     .column_count = ASSAY_COUNT(columns_service_level_2), .columns = columns_service_level_2}, /* usage.assay:15 */
    {.name = "Service Level 3", .line = 16,
     .column_count = ASSAY_COUNT(columns_service_level_3), .columns = columns_service_level_3}, /* usage.assay:16 */
    {.name = "Service Level 4", .line = 17,
     .column_count = ASSAY_COUNT(columns_service_level_4), .columns = columns_service_level_4}, /* usage.assay:17 */
    {.name = "Service Influencer", .line = 18,
     .column_count = ASSAY_COUNT(columns_service_influencer), .columns = columns_service_influencer}, /* usage.assay:18 */
    {.name = "Service Group 2", .line = 19,
     .column_count = ASSAY_COUNT(columns_service_group_2), .columns = columns_service_group_2}, /* usage.assay:19 */
    {.name = "Service Group 3", .line = 20,
     .column_count = ASSAY_COUNT(columns_service_group_3), .columns = columns_service_group_3}, /* usage.assay:20 */
    {.name = "Compute OS", .line = 21,
     .column_count = ASSAY_COUNT(columns_compute_os), .columns = columns_compute_os}, /* usage.assay:21 */
    {.name = "Compute OS Attribute", .line = 22,
     .assume = ASSAY_ASSUME_NOTHING,
     .column_count = ASSAY_COUNT(columns_compute_os_attribute), .columns = columns_compute_os_attribute}, /* usage.assay:22 */
    {.name = "Compute Core Software", .line = 23,
     .column_count = ASSAY_COUNT(columns_compute_core_software), .columns = columns_compute_core_software}, /* usage.assay:23 */
    {.name = "ACR Adjustment Type", .line = 24,
     .assume = ASSAY_ASSUME_VALUE, .assumed = "N/A",
     .column_count = ASSAY_COUNT(columns_acr_adjustment_type), .columns = columns_acr_adjustment_type}, /* usage.assay:24 */
    {.name = "Offer Type", .line = 25,
     .assume = ASSAY_ASSUME_BLANK,
     .column_count = ASSAY_COUNT(columns_offer_type), .columns = columns_offer_type}, /* usage.assay:25 */
    {.name = "Partner Attribution Type", .line = 26,
     .column_count = ASSAY_COUNT(columns_partner_attribution_type), .columns = columns_partner_attribution_type}, /* usage.assay:26 */
    {.name = "Subscription", .line = 27,
     .column_count = ASSAY_COUNT(columns_subscription), .columns = columns_subscription}, /* usage.assay:27 */
    {.name = "Usage Units", .line = 28,
     .column_count = ASSAY_COUNT(columns_usage_units), .columns = columns_usage_units}, /* usage.assay:28 */
    {.name = "Usage Quantity", .line = 29,
     .column_count = ASSAY_COUNT(columns_usage_quantity), .columns = columns_usage_quantity}, /* usage.assay:29 */
    {.name = "MPN Id", .line = 30,
     .column_count = ASSAY_COUNT(columns_mpn_id), .columns = columns_mpn_id}, /* usage.assay:30 */
    {.name = "Is ACR Duplicate At PGA Level", .line = 31,
     .column_count = ASSAY_COUNT(columns_is_acr_duplicate_at_pga_level), .columns = columns_is_acr_duplicate_at_pga_level}, /* usage.assay:31 */
    {.name = "ACR", .line = 33, .role = ASSAY_AMOUNT,
     .column_count = ASSAY_COUNT(columns_acr), .columns = columns_acr}, /* usage.assay:33 */
    {.name = "Customer", .line = 36, .role = ASSAY_CUSTOMER,
     .column_count = ASSAY_COUNT(columns_customer), .except_count = ASSAY_COUNT(except_customer), .columns = columns_customer, .except = except_customer}, /* usage.assay:36 */
    {.name = "Month", .line = 39, .role = ASSAY_MONTH,
     .column_count = ASSAY_COUNT(columns_month), .columns = columns_month}, /* usage.assay:39 */
};

/* ---- Aliases, and spellings that are nothing to report ---- */

static const struct assay_alias aliases[] = {
    {.text = "CosmosDB", .means = "Cosmos DB", .line = 44, .field = FIELD_SERVICE_LEVEL_2}, /* usage.assay:44 */
    {.text = "Azure Defender for App Service", .means = "Microsoft Defender for App Service", .line = 51, .field = FIELD_SERVICE_LEVEL_4}, /* usage.assay:51 */
    {.text = "Azure Defender for container registries", .means = "Microsoft Defender for container registries", .line = 46, .field = FIELD_SERVICE_LEVEL_4}, /* usage.assay:46 */
    {.text = "Azure Defender for IoT", .means = "Microsoft Defender for IoT", .line = 50, .field = FIELD_SERVICE_LEVEL_4}, /* usage.assay:50 */
    {.text = "Azure Defender for Kubernetes", .means = "Microsoft Defender for Kubernetes", .line = 48, .field = FIELD_SERVICE_LEVEL_4}, /* usage.assay:48 */
    {.text = "Azure Defender for servers", .means = "Microsoft Defender for servers", .line = 53, .field = FIELD_SERVICE_LEVEL_4}, /* usage.assay:53 */
    {.text = "Azure Defender for SQL", .means = "Microsoft Defender for SQL", .line = 45, .field = FIELD_SERVICE_LEVEL_4}, /* usage.assay:45 */
    {.text = "Azure Defender for Storage", .means = "Microsoft Defender for Storage", .line = 49, .field = FIELD_SERVICE_LEVEL_4}, /* usage.assay:49 */
    {.text = "NATIVE WVD", .means = "NATIVE AVD", .line = 43, .field = FIELD_SERVICE_INFLUENCER}, /* usage.assay:43 */
    {.text = "CosmosDB", .means = "Cosmos DB", .line = 44, .field = FIELD_SERVICE_GROUP_3}, /* usage.assay:44 */
    {.text = "Benefit program", .means = "Benefits programs", .line = 94, .field = FIELD_OFFER_TYPE, .spelling = 1}, /* usage.assay:94 */
    {.text = "Benefit programs", .means = "Benefits programs", .line = 94, .field = FIELD_OFFER_TYPE, .spelling = 1}, /* usage.assay:94 */
    {.text = "Benefits program", .means = "Benefits programs", .line = 94, .field = FIELD_OFFER_TYPE, .spelling = 1}, /* usage.assay:94 */
    {.text = "CSP T1", .means = "CSP Tier 1", .line = 72, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:72 */
    {.text = "CSP T2", .means = "CSP Tier 2", .line = 73, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:73 */
    {.text = "CSP Tier1", .means = "CSP Tier 1", .line = 72, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:72 */
    {.text = "CSP Tier2", .means = "CSP Tier 2", .line = 73, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:73 */
    {.text = "Digital Partner of Record", .means = "DPOR", .line = 67, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:67 */
    {.text = "Digital Partner of Record (DPOR)", .means = "DPOR", .line = 68, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:68 */
    {.text = "Partner admin link", .means = "PAL", .line = 65, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:65 */
    {.text = "Partner admin link (PAL)", .means = "PAL", .line = 65, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:65 */
    {.text = "Partner of record", .means = "DPOR", .line = 69, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:69 */
    {.text = "POR", .means = "DPOR", .line = 70, .field = FIELD_PARTNER_ATTRIBUTION_TYPE, .spelling = 1}, /* usage.assay:70 */
};

/* ---- Counts only where: association ----
 * Rule usage.assay:75. */

/* Partner Attribution Type is any of */
static const struct assay_value values_association_partner_attribution_type[] = {
    {.text = "CSP Tier 1", .line = 75}, /* usage.assay:75 */
    {.text = "CSP Tier 2", .line = 75}, /* usage.assay:75 */
    {.text = "DPOR", .line = 75}, /* usage.assay:75 */
    {.text = "PAL", .line = 75}, /* usage.assay:75 */
};

/* usage.assay:75: all of these hold. */
static const struct assay_condition conditions_association_1[] = {
    /* Partner Attribution Type is any of: usage.assay:75 */
    {.field = FIELD_PARTNER_ATTRIBUTION_TYPE, .test = ASSAY_ANY_OF,
     .value_count = ASSAY_COUNT(values_association_partner_attribution_type),
     .line = 75, .values = values_association_partner_attribution_type},
};

/* Any one of these will do. */
static const struct assay_clause clauses_association[] = {
    {.line = 75,
     .condition_count = ASSAY_COUNT(conditions_association_1),
     .conditions = conditions_association_1},
};

/* Known not to count. */
static const struct assay_value values_known_association[] = {
    {.text = "Deal registration", .line = 82}, /* usage.assay:82 */
    {.text = "Partner as end-customer", .line = 81}, /* usage.assay:81 */
    {.text = "TPOR", .line = 80}, /* usage.assay:80 */
    {.text = "Transacting partner of record", .line = 79}, /* usage.assay:79 */
    {.text = "Transacting partner of record (TPOR)", .line = 78}, /* usage.assay:78 */
};

/* ---- Counts only where: offer type ----
 * Rule usage.assay:97. */

/* Offer Type is none of */
static const struct assay_value values_offer_type_offer_type[] = {
    {.text = "Benefits programs", .line = 97}, /* usage.assay:97 */
    {.text = "Internal", .line = 97}, /* usage.assay:97 */
    {.text = "Support", .line = 97}, /* usage.assay:97 */
    {.text = "Trial", .line = 97}, /* usage.assay:97 */
};

/* usage.assay:97: all of these hold. */
static const struct assay_condition conditions_offer_type_1[] = {
    /* Offer Type is none of: usage.assay:97 */
    {.field = FIELD_OFFER_TYPE, .test = ASSAY_NONE_OF,
     .value_count = ASSAY_COUNT(values_offer_type_offer_type),
     .line = 97, .values = values_offer_type_offer_type},
};

/* Any one of these will do. */
static const struct assay_clause clauses_offer_type[] = {
    {.line = 97,
     .condition_count = ASSAY_COUNT(conditions_offer_type_1),
     .conditions = conditions_offer_type_1},
};

/* Known not to count. */
static const struct assay_value values_known_offer_type[] = {
    {.text = "Benefits programs", .line = 99}, /* usage.assay:99 */
    {.text = "Internal", .line = 99}, /* usage.assay:99 */
    {.text = "Support", .line = 99}, /* usage.assay:99 */
    {.text = "Trial", .line = 99}, /* usage.assay:99 */
};

/* All of these must hold. */
static const struct assay_eligibility eligibilities[] = {
    {.reason = "association", .line = 75,
     .clause_count = ASSAY_COUNT(clauses_association), .known_count = ASSAY_COUNT(values_known_association), .known_blank = 1,
     .clauses = clauses_association, .known = values_known_association},
    {.reason = "offer type", .line = 97,
     .clause_count = ASSAY_COUNT(clauses_offer_type), .known_count = ASSAY_COUNT(values_known_offer_type),
     .clauses = clauses_offer_type, .known = values_known_offer_type},
};

/* ---- Counts once ----
 * Rule usage.assay:103.
 * Alike in all fields of the key. The claim is the preferred value, best first, then the least texts. */

static const uint16_t once_key[] = {
    FIELD_SERVICE_LEVEL_1,
    FIELD_SERVICE_LEVEL_2,
    FIELD_SERVICE_LEVEL_3,
    FIELD_SERVICE_LEVEL_4,
    FIELD_SERVICE_INFLUENCER,
    FIELD_SERVICE_GROUP_2,
    FIELD_SERVICE_GROUP_3,
    FIELD_COMPUTE_OS,
    FIELD_COMPUTE_OS_ATTRIBUTE,
    FIELD_COMPUTE_CORE_SOFTWARE,
    FIELD_SUBSCRIPTION,
    FIELD_USAGE_UNITS,
    FIELD_USAGE_QUANTITY,
    FIELD_ACR,
    FIELD_CUSTOMER,
    FIELD_MONTH,
};

static const char *const once_preferred[] = {
    "PAL",
    "DPOR",
    "CSP Tier 1",
    "CSP Tier 2",
};

static const uint16_t once_least[] = {
    FIELD_MPN_ID,
};

static const struct assay_once once = {
    .line = 103,
    .key_count = ASSAY_COUNT(once_key),
    .preferred_count = ASSAY_COUNT(once_preferred),
    .least_count = ASSAY_COUNT(once_least),
    .preferred_field = FIELD_PARTNER_ATTRIBUTION_TYPE,
    .key = once_key,
    .preferred = once_preferred,
    .least = once_least,
};

/* A published flag to compare with: never trusted. Rule usage.assay:122. */
static const struct assay_cross_check cross_check = {
    .field = FIELD_IS_ACR_DUPLICATE_AT_PGA_LEVEL,
    .line = 122,
    .dropped = "1",
    .kept = "0",
};

static const char *const notes[] = {
    "Reading R3: ACR Adjustment Type is in no documented export; what needs it cannot be told without an assumption.",
    "Reading R3: many exports lack Compute OS Attribute, and no assumption about it is reasonable.",
    "Reading R19: IsACRDuplicateAtPGALevel is only compared; it can prefer an association that does not count.",
    "Reading R28: government subscriptions through PAL do not count for some specializations; no column shows them.",
};

extern const struct assay_usage assay_table_usage;
const struct assay_usage assay_table_usage = {
    .name = "Azure usage report",
    .edition = "2023-07-11",
    .file = "usage.assay",
    .currency = "USD",
    .line = 3,
    .field_count = ASSAY_COUNT(fields),
    .alias_count = ASSAY_COUNT(aliases),
    .eligibility_count = ASSAY_COUNT(eligibilities),
    .note_count = ASSAY_COUNT(notes),
    .fields = fields,
    .aliases = aliases,
    .eligibilities = eligibilities,
    .once = &once,
    .cross_check = &cross_check,
    .notes = notes,
    .cites = {.title = "Apply for specializations", .date = 20230711},
};
