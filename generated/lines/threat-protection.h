/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of security/threat-protection.assay, for decisions/threat-protection.c. Derived: these are not what is reviewed. */
static const uint32_t lines_microsoft_sentinel_acr_service_level_4[] = {95, 95};
static const uint32_t lines_microsoft_sentinel_acr[] = {95, 95};
static const char text_designation[] = "designation Security";
static const uint32_t lines_designation[] = {6};
static const char text_references[] = "at least 3 customer references, valid for 2 years";
static const uint32_t lines_references[] = {11};
static const char text_either[] = "either active users or consumption";
static const uint32_t lines_either[] = {34};
static const char text_growth_monthly_active_users_of_defender_for_identity[] = "growth of at least 1,000 in any of Monthly active users of Defender for Identity, Monthly active users of Defender for Cloud Apps over 12 months";
static const uint32_t lines_growth_monthly_active_users_of_defender_for_identity[] = {35};
static const char text_amount_microsoft_sentinel_acr[] = "at least 100,000 USD of Microsoft Sentinel ACR over 12 months";
static const uint32_t lines_amount_microsoft_sentinel_acr[] = {38};
static const char text_people[] = "at least 6 people with SC-200";
static const uint32_t lines_people[] = {84};
static const uint32_t lines_metric_monthly_active_users_of_defender_for_identity[] = {27};
static const uint32_t lines_metric_monthly_active_users_of_defender_for_cloud_apps[] = {29};
static const uint32_t lines[] = {1};
