/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of security/information-protection-and-governance.assay, for decisions/information-protection-and-governance.c. Derived: these are not what is reviewed. */
static const char text_designation[] = "designation Security";
static const uint32_t lines_designation[] = {6};
static const char text_references[] = "at least 3 customer references, valid for 2 years";
static const uint32_t lines_references[] = {11};
static const char text_growth_monthly_active_users_of_information_protection[] = "growth of at least 1,000 in Monthly active users of Information Protection over 12 months";
static const uint32_t lines_growth_monthly_active_users_of_information_protection[] = {31};
static const char text_people[] = "at least 6 people with SC-400";
static const uint32_t lines_people[] = {47};
static const uint32_t lines_metric_monthly_active_users_of_information_protection[] = {27};
static const uint32_t lines[] = {1};
