/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Azure usage report
 *
 *   edition  2023-07-11
 *   rule     usage.assay
 *   cites    Apply for specializations, 2023-07-11
 */
#include "assay.h"
#include "fields.h"
#include "../lines/usage.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
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
    {.name = "Service Level 1",
     .means = "Highest level at which Azure services are bundled. See Directory of Azure Cloud service.",
     .address = "https://azure.microsoft.com/services/",
     .column_count = ASSAY_COUNT(columns_service_level_1), .columns = columns_service_level_1},
    {.name = "Service Level 2",
     .means = "Second-highest level Azure Services based, for example Pricing overview - How Azure pricing works",
     .address = "https://azure.microsoft.com/pricing/",
     .column_count = ASSAY_COUNT(columns_service_level_2), .columns = columns_service_level_2},
    {.name = "Service Level 3",
     .means = "Third-highest level Azure Services based, for example Pricing - Linux virtual machines",
     .address = "https://azure.microsoft.com/pricing/details/virtual-machines/linux/",
     .column_count = ASSAY_COUNT(columns_service_level_3), .columns = columns_service_level_3},
    {.name = "Service Level 4",
     .means = "Fourth-highest level Azure Services based, for example Pricing - Linux virtual machines",
     .address = "https://azure.microsoft.com/pricing/details/virtual-machines/linux/",
     .column_count = ASSAY_COUNT(columns_service_level_4), .columns = columns_service_level_4},
    {.name = "Service Influencer",
     .means = "Grouping of Azure services mapped to a specific consumption activity",
     .column_count = ASSAY_COUNT(columns_service_influencer), .columns = columns_service_influencer},
    {.name = "Service Group 2",
     .means = "Grouping of Azure services according to a service category",
     .column_count = ASSAY_COUNT(columns_service_group_2), .columns = columns_service_group_2},
    {.name = "Service Group 3",
     .means = "Grouping of Azure services according to a service subcategory",
     .column_count = ASSAY_COUNT(columns_service_group_3), .columns = columns_service_group_3},
    {.name = "Compute OS",
     .means = "Compute Operating System",
     .column_count = ASSAY_COUNT(columns_compute_os), .columns = columns_compute_os},
    {.name = "Compute OS Attribute",
     .assume = ASSAY_ASSUME_NOTHING,
     .column_count = ASSAY_COUNT(columns_compute_os_attribute), .columns = columns_compute_os_attribute},
    {.name = "Compute Core Software",
     .means = "Compute Core Software",
     .column_count = ASSAY_COUNT(columns_compute_core_software), .columns = columns_compute_core_software},
    {.name = "ACR Adjustment Type",
     .assume = ASSAY_ASSUME_VALUE, .assumed = "N/A",
     .column_count = ASSAY_COUNT(columns_acr_adjustment_type), .columns = columns_acr_adjustment_type},
    {.name = "Offer Type",
     .assume = ASSAY_ASSUME_BLANK,
     .column_count = ASSAY_COUNT(columns_offer_type), .columns = columns_offer_type},
    {.name = "Partner Attribution Type",
     .column_count = ASSAY_COUNT(columns_partner_attribution_type), .columns = columns_partner_attribution_type},
    {.name = "Subscription",
     .column_count = ASSAY_COUNT(columns_subscription), .columns = columns_subscription},
    {.name = "Usage Units",
     .column_count = ASSAY_COUNT(columns_usage_units), .columns = columns_usage_units},
    {.name = "Usage Quantity",
     .column_count = ASSAY_COUNT(columns_usage_quantity), .columns = columns_usage_quantity},
    {.name = "MPN Id",
     .column_count = ASSAY_COUNT(columns_mpn_id), .columns = columns_mpn_id},
    {.name = "Is ACR Duplicate At PGA Level",
     .column_count = ASSAY_COUNT(columns_is_acr_duplicate_at_pga_level), .columns = columns_is_acr_duplicate_at_pga_level},
    {.name = "ACR", .role = ASSAY_AMOUNT,
     .column_count = ASSAY_COUNT(columns_acr), .columns = columns_acr},
    {.name = "Customer", .role = ASSAY_CUSTOMER,
     .column_count = ASSAY_COUNT(columns_customer), .except_count = ASSAY_COUNT(except_customer), .columns = columns_customer, .except = except_customer},
    {.name = "Month", .role = ASSAY_MONTH,
     .column_count = ASSAY_COUNT(columns_month), .columns = columns_month},
};

/* ---- Aliases, and spellings that are nothing to report ---- */

static const uint16_t fields_service_influencer[] = {
    FIELD_SERVICE_INFLUENCER,
};

static const char *const texts_alias_service_influencer[] = {
    "NATIVE WVD",
};
static const struct assay_alias alias_service_influencer = {
    .means = "NATIVE AVD",
    .text_count = ASSAY_COUNT(texts_alias_service_influencer), .field_count = ASSAY_COUNT(fields_service_influencer),
    .texts = texts_alias_service_influencer, .fields = fields_service_influencer,
    .lines = lines_alias_service_influencer,
};

static const uint16_t fields_alias_service_level_2[] = {
    FIELD_SERVICE_LEVEL_2,
    FIELD_SERVICE_GROUP_3,
};

static const char *const texts_alias_service_level_2[] = {
    "CosmosDB",
};
static const struct assay_alias alias_service_level_2 = {
    .means = "Cosmos DB",
    .text_count = ASSAY_COUNT(texts_alias_service_level_2), .field_count = ASSAY_COUNT(fields_alias_service_level_2),
    .texts = texts_alias_service_level_2, .fields = fields_alias_service_level_2,
    .lines = lines_alias_service_level_2,
};

static const uint16_t fields_service_level_4[] = {
    FIELD_SERVICE_LEVEL_4,
};

static const char *const texts_alias_service_level_4[] = {
    "Azure Defender for SQL",
};
static const struct assay_alias alias_service_level_4 = {
    .means = "Microsoft Defender for SQL",
    .text_count = ASSAY_COUNT(texts_alias_service_level_4), .field_count = ASSAY_COUNT(fields_service_level_4),
    .texts = texts_alias_service_level_4, .fields = fields_service_level_4,
    .lines = lines_alias_service_level_4,
};

static const char *const texts_alias_service_level_4_2[] = {
    "Azure Defender for container registries",
};
static const struct assay_alias alias_service_level_4_2 = {
    .means = "Microsoft Defender for container registries",
    .text_count = ASSAY_COUNT(texts_alias_service_level_4_2), .field_count = ASSAY_COUNT(fields_service_level_4),
    .texts = texts_alias_service_level_4_2, .fields = fields_service_level_4,
    .lines = lines_alias_service_level_4_2,
};

static const char *const texts_alias_service_level_4_3[] = {
    "Azure Defender for Kubernetes",
};
static const struct assay_alias alias_service_level_4_3 = {
    .means = "Microsoft Defender for Kubernetes",
    .text_count = ASSAY_COUNT(texts_alias_service_level_4_3), .field_count = ASSAY_COUNT(fields_service_level_4),
    .texts = texts_alias_service_level_4_3, .fields = fields_service_level_4,
    .lines = lines_alias_service_level_4_3,
};

static const char *const texts_alias_service_level_4_4[] = {
    "Azure Defender for Storage",
};
static const struct assay_alias alias_service_level_4_4 = {
    .means = "Microsoft Defender for Storage",
    .text_count = ASSAY_COUNT(texts_alias_service_level_4_4), .field_count = ASSAY_COUNT(fields_service_level_4),
    .texts = texts_alias_service_level_4_4, .fields = fields_service_level_4,
    .lines = lines_alias_service_level_4_4,
};

static const char *const texts_alias_service_level_4_5[] = {
    "Azure Defender for IoT",
};
static const struct assay_alias alias_service_level_4_5 = {
    .means = "Microsoft Defender for IoT",
    .text_count = ASSAY_COUNT(texts_alias_service_level_4_5), .field_count = ASSAY_COUNT(fields_service_level_4),
    .texts = texts_alias_service_level_4_5, .fields = fields_service_level_4,
    .lines = lines_alias_service_level_4_5,
};

static const char *const texts_alias_service_level_4_6[] = {
    "Azure Defender for App Service",
};
static const struct assay_alias alias_service_level_4_6 = {
    .means = "Microsoft Defender for App Service",
    .text_count = ASSAY_COUNT(texts_alias_service_level_4_6), .field_count = ASSAY_COUNT(fields_service_level_4),
    .texts = texts_alias_service_level_4_6, .fields = fields_service_level_4,
    .lines = lines_alias_service_level_4_6,
};

static const char *const texts_alias_service_level_4_7[] = {
    "Azure Defender for servers",
};
static const struct assay_alias alias_service_level_4_7 = {
    .means = "Microsoft Defender for servers",
    .text_count = ASSAY_COUNT(texts_alias_service_level_4_7), .field_count = ASSAY_COUNT(fields_service_level_4),
    .texts = texts_alias_service_level_4_7, .fields = fields_service_level_4,
    .lines = lines_alias_service_level_4_7,
};

static const uint16_t fields_partner_attribution_type[] = {
    FIELD_PARTNER_ATTRIBUTION_TYPE,
};

static const char *const texts_spelling_partner_attribution_type[] = {
    "Partner admin link",
    "Partner admin link (PAL)",
};
static const struct assay_alias spelling_partner_attribution_type = {
    .means = "PAL",
    .text_count = ASSAY_COUNT(texts_spelling_partner_attribution_type), .field_count = ASSAY_COUNT(fields_partner_attribution_type), .spelling = 1,
    .texts = texts_spelling_partner_attribution_type, .fields = fields_partner_attribution_type,
    .lines = lines_spelling_partner_attribution_type,
};

static const char *const texts_spelling_partner_attribution_type_2[] = {
    "Digital Partner of Record",
    "Digital Partner of Record (DPOR)",
    "Partner of record",
    "POR",
};
static const struct assay_alias spelling_partner_attribution_type_2 = {
    .means = "DPOR",
    .text_count = ASSAY_COUNT(texts_spelling_partner_attribution_type_2), .field_count = ASSAY_COUNT(fields_partner_attribution_type), .spelling = 1,
    .texts = texts_spelling_partner_attribution_type_2, .fields = fields_partner_attribution_type,
    .lines = lines_spelling_partner_attribution_type_2,
};

static const char *const texts_spelling_partner_attribution_type_3[] = {
    "CSP T1",
    "CSP Tier1",
};
static const struct assay_alias spelling_partner_attribution_type_3 = {
    .means = "CSP Tier 1",
    .text_count = ASSAY_COUNT(texts_spelling_partner_attribution_type_3), .field_count = ASSAY_COUNT(fields_partner_attribution_type), .spelling = 1,
    .texts = texts_spelling_partner_attribution_type_3, .fields = fields_partner_attribution_type,
    .lines = lines_spelling_partner_attribution_type_3,
};

static const char *const texts_spelling_partner_attribution_type_4[] = {
    "CSP T2",
    "CSP Tier2",
};
static const struct assay_alias spelling_partner_attribution_type_4 = {
    .means = "CSP Tier 2",
    .text_count = ASSAY_COUNT(texts_spelling_partner_attribution_type_4), .field_count = ASSAY_COUNT(fields_partner_attribution_type), .spelling = 1,
    .texts = texts_spelling_partner_attribution_type_4, .fields = fields_partner_attribution_type,
    .lines = lines_spelling_partner_attribution_type_4,
};

static const uint16_t fields_offer_type[] = {
    FIELD_OFFER_TYPE,
};

static const char *const texts_spelling_offer_type[] = {
    "Benefit program",
    "Benefit programs",
    "Benefits program",
};
static const struct assay_alias spelling_offer_type = {
    .means = "Benefits programs",
    .text_count = ASSAY_COUNT(texts_spelling_offer_type), .field_count = ASSAY_COUNT(fields_offer_type), .spelling = 1,
    .texts = texts_spelling_offer_type, .fields = fields_offer_type,
    .lines = lines_spelling_offer_type,
};

static const struct assay_alias *const aliases[] = {
    &alias_service_influencer,
    &alias_service_level_2,
    &alias_service_level_4,
    &alias_service_level_4_2,
    &alias_service_level_4_3,
    &alias_service_level_4_4,
    &alias_service_level_4_5,
    &alias_service_level_4_6,
    &alias_service_level_4_7,
    &spelling_partner_attribution_type,
    &spelling_partner_attribution_type_2,
    &spelling_partner_attribution_type_3,
    &spelling_partner_attribution_type_4,
    &spelling_offer_type,
};

/* ---- Counts only where: association ---- */

/* Partner Attribution Type is any of */
static const char *const texts_association_partner_attribution_type[] = {
    "CSP Tier 1",
    "CSP Tier 2",
    "DPOR",
    "PAL",
};

/* All of these hold. */
static const struct assay_condition conditions_association_1[] = {
    /* Partner Attribution Type is any of */
    {.field = FIELD_PARTNER_ATTRIBUTION_TYPE, .test = ASSAY_ANY_OF,
     .values = {.text_count = ASSAY_COUNT(texts_association_partner_attribution_type),
                .texts = texts_association_partner_attribution_type},
     .lines = lines_association_partner_attribution_type},
};

/* Any one of these will do. */
static const struct assay_clause clauses_association[] = {
    {.condition_count = ASSAY_COUNT(conditions_association_1),
     .conditions = conditions_association_1},
};

/* Known not to count. */
static const char *const texts_known_association[] = {
    "Deal registration",
    "Partner as end-customer",
    "TPOR",
    "Transacting partner of record",
    "Transacting partner of record (TPOR)",
};

/* ---- Counts only where: offer type ---- */

/* Offer Type is none of */
static const char *const texts_offer_type_offer_type[] = {
    "Benefits programs",
    "Internal",
    "Support",
    "Trial",
};

/* All of these hold. */
static const struct assay_condition conditions_offer_type_1[] = {
    /* Offer Type is none of */
    {.field = FIELD_OFFER_TYPE, .test = ASSAY_NONE_OF,
     .values = {.text_count = ASSAY_COUNT(texts_offer_type_offer_type),
                .texts = texts_offer_type_offer_type},
     .lines = lines_offer_type_offer_type},
};

/* Any one of these will do. */
static const struct assay_clause clauses_offer_type[] = {
    {.condition_count = ASSAY_COUNT(conditions_offer_type_1),
     .conditions = conditions_offer_type_1},
};

/* Known not to count. */
static const char *const texts_known_offer_type[] = {
    "Benefits programs",
    "Internal",
    "Support",
    "Trial",
};

/* All of these must hold. */
static const struct assay_eligibility eligibilities[] = {
    {.reason = "association",
     .clause_count = ASSAY_COUNT(clauses_association), .known_blank = 1,
     .clauses = clauses_association,
     .known = {.text_count = ASSAY_COUNT(texts_known_association),
               .texts = texts_known_association},
     .lines = lines_association},
    {.reason = "offer type",
     .clause_count = ASSAY_COUNT(clauses_offer_type),
     .clauses = clauses_offer_type,
     .known = {.text_count = ASSAY_COUNT(texts_known_offer_type),
               .texts = texts_known_offer_type},
     .lines = lines_offer_type},
};

/* ---- Certifications that requirements name, and the titles of exports ---- */

static const char *const titles_ai_102[] = {
    "Microsoft Certified: Azure AI Engineer Associate",
};

static const char *const titles_az_120[] = {
    "Microsoft Certified: Azure for SAP Workloads Specialty",
};

static const char *const titles_az_500[] = {
    "Microsoft Certified: Azure Security Engineer Associate",
};

static const char *const titles_dp_100[] = {
    "Microsoft Certified: Azure Data Scientist Associate",
};

static const char *const titles_sc_200[] = {
    "Microsoft Certified: Security Operations Analyst Associate",
};

static const char *const titles_sc_300[] = {
    "Microsoft Certified: Identity and Access Administrator Associate",
};

static const char *const titles_sc_400[] = {
    "Microsoft Certified: Information Protection and Compliance Administrator Associate",
    "Microsoft Certified: Information Protection Administrator Associate",
};

static const struct assay_certification certifications[] = {
    {.code = "AI-102", .title_count = ASSAY_COUNT(titles_ai_102), .titles = titles_ai_102,
     .lines = lines_certification_ai_102},
    {.code = "AZ-120", .title_count = ASSAY_COUNT(titles_az_120), .titles = titles_az_120,
     .lines = lines_certification_az_120},
    {.code = "AZ-500", .title_count = ASSAY_COUNT(titles_az_500), .titles = titles_az_500,
     .lines = lines_certification_az_500},
    {.code = "DP-100", .title_count = ASSAY_COUNT(titles_dp_100), .titles = titles_dp_100,
     .lines = lines_certification_dp_100},
    {.code = "SC-200", .title_count = ASSAY_COUNT(titles_sc_200), .titles = titles_sc_200,
     .lines = lines_certification_sc_200},
    {.code = "SC-300", .title_count = ASSAY_COUNT(titles_sc_300), .titles = titles_sc_300,
     .lines = lines_certification_sc_300},
    {.code = "SC-400", .title_count = ASSAY_COUNT(titles_sc_400), .titles = titles_sc_400,
     .lines = lines_certification_sc_400},
};

/* ---- Counts once ----
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
    .key_count = ASSAY_COUNT(once_key),
    .preferred_count = ASSAY_COUNT(once_preferred),
    .least_count = ASSAY_COUNT(once_least),
    .preferred_field = FIELD_PARTNER_ATTRIBUTION_TYPE,
    .key = once_key,
    .preferred = once_preferred,
    .least = once_least,
};

/* ---- A published flag to compare with: never trusted ---- */

static const char *const dropped[] = {
    "1",
    "true",
    "yes",
    "Y",
};

static const char *const kept[] = {
    "0",
    "false",
    "no",
    "N",
};

static const struct assay_cross_check cross_check = {
    .field = FIELD_IS_ACR_DUPLICATE_AT_PGA_LEVEL,
    .dropped_count = ASSAY_COUNT(dropped),
    .kept_count = ASSAY_COUNT(kept),
    .dropped = dropped,
    .kept = kept,
};

/* ---- Requalification ---- */

static const struct assay_renewal renewal = {
    .months = 12, .opens_days = 60, .grace_days = 30,
    .cites = {.title = "Specializations", .date = 20231009},
    .lines = lines_renewal,
};

/* How fresh figures are. */
static const struct assay_refresh performance = {
    .day = 20,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines_refresh_performance,
};

/* How fresh figures are. */
static const struct assay_refresh knowledge = {
    .days = 10,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines_refresh_knowledge,
};

/* ---- Where the next step is taken, for each kind of validation ---- */

static const char *const roles_audit[] = {
    "MPN Partner admin",
    "Global admin",
};

static const struct assay_place places_audit[] = {
    {.kind = ASSAY_PLACE_TEXT, .text = "Membership"},
    {.kind = ASSAY_PLACE_TEXT, .text = "Specializations"},
    {.kind = ASSAY_PLACE_AREA},
    {.kind = ASSAY_PLACE_NAME},
};

static const char *const roles_references[] = {
    "MPN Partner admin",
    "Global admin",
};

static const struct assay_place places_references[] = {
    {.kind = ASSAY_PLACE_TEXT, .text = "Membership"},
    {.kind = ASSAY_PLACE_TEXT, .text = "Specializations"},
    {.kind = ASSAY_PLACE_AREA},
    {.kind = ASSAY_PLACE_NAME},
};

static const char *const roles_neither[] = {
    "MPN Partner admin",
    "Global admin",
};

static const struct assay_place places_neither[] = {
    {.kind = ASSAY_PLACE_TEXT, .text = "Membership"},
    {.kind = ASSAY_PLACE_TEXT, .text = "Specializations"},
    {.kind = ASSAY_PLACE_AREA},
    {.kind = ASSAY_PLACE_NAME},
};

static const struct assay_step steps[] = {
    {.kind = ASSAY_STEP_AUDIT, .waits = 1, .action = "Schedule audit",
     .site = "Partner Center",
     .address = "https://partner.microsoft.com/dashboard/home",
     .role_count = ASSAY_COUNT(roles_audit),
     .place_count = ASSAY_COUNT(places_audit),
     .roles = roles_audit,
     .places = places_audit,
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .lines = lines_step_audit},
    {.kind = ASSAY_STEP_REFERENCES, .action = "Provide customer references",
     .site = "Partner Center",
     .address = "https://partner.microsoft.com/dashboard/home",
     .role_count = ASSAY_COUNT(roles_references),
     .place_count = ASSAY_COUNT(places_references),
     .roles = roles_references,
     .places = places_references,
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .lines = lines_step_references},
    {.kind = ASSAY_STEP_NEITHER, .action = "Check whether the status is Active",
     .site = "Partner Center",
     .address = "https://partner.microsoft.com/dashboard/home",
     .role_count = ASSAY_COUNT(roles_neither),
     .place_count = ASSAY_COUNT(places_neither),
     .roles = roles_neither,
     .places = places_neither,
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .lines = lines_step_neither},
};

/* What being Active brings. */
static const struct assay_active active = {
    .means = "An advanced specialization tag is on the business profile, which is visible to all customers who look for a solution provider.",
    .address = "https://www.microsoft.com/solution-providers/home",
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines_active,
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
    .field_count = ASSAY_COUNT(fields),
    .alias_count = ASSAY_COUNT(aliases),
    .eligibility_count = ASSAY_COUNT(eligibilities),
    .note_count = ASSAY_COUNT(notes),
    .fields = fields,
    .aliases = aliases,
    .eligibilities = eligibilities,
    .once = &once,
    .no_repeats = 1, /* an export holds no record twice */
    .cross_check = &cross_check,
    .notes = notes,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
    .field_lines = lines_of_fields,
    .certification_count = ASSAY_COUNT(certifications),
    .certifications = certifications,
    .renewal = &renewal,
    .performance = &performance,
    .knowledge = &knowledge,
    .step_count = ASSAY_COUNT(steps),
    .steps = steps,
    .active = &active,
};
