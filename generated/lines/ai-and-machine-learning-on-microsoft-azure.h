/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of azure/ai-and-machine-learning.assay, for decisions/ai-and-machine-learning-on-microsoft-azure.c. Derived: these are not what is reviewed. */
static const uint32_t lines_ai_acr_service_group_2[] = {57, 57};
static const uint32_t lines_ai_acr[] = {57, 57};
static const char text_designation[] = "designation any of Data & AI (Azure), Digital & App Innovation (Azure)";
static const uint32_t lines_designation[] = {6};
static const char text_audit[] = "audit by a third party, valid for 2 years";
static const uint32_t lines_audit[] = {11};
static const char text_amount_ai_acr[] = "monthly average of at least 2,000 USD of AI ACR over 3 months from at least 3 customers";
static const uint32_t lines_amount_ai_acr[] = {15};
static const char text_people[] = "at least 3 people with any of DP-100, AI-102";
static const uint32_t lines_people[] = {39};
static const char text_people_2[] = "of which at least 1 with DP-100";
static const uint32_t lines_people_2[] = {39};
static const char text_people_3[] = "of which at least 1 with AI-102";
static const uint32_t lines_people_3[] = {40};
static const uint32_t lines[] = {1};
