/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of business-applications/small-and-midsize-business-management.assay, for decisions/small-and-midsize-business-management.c. Derived: these are not what is reviewed. */
static const char text_designation[] = "designation Business Applications";
static const uint32_t lines_designation[] = {6};
static const char text_growth_monthly_active_users[] = "growth of at least 35 percent in Monthly active users over months not published";
static const uint32_t lines_growth_monthly_active_users[] = {20};
static const char text_growth_monthly_active_users_2[] = "growth of at least 15 percent in Monthly active users over months not published";
static const uint32_t lines_growth_monthly_active_users_2[] = {28};
static const char text_metric_deployments[] = "at least 10 in Deployments";
static const uint32_t lines_metric_deployments[] = {37};
static const char text_metric_deployments_2[] = "at least 15 in Deployments";
static const uint32_t lines_metric_deployments_2[] = {47};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {57};
static const uint32_t lines_metric_monthly_active_users[] = {14};
static const uint32_t lines_metric_deployments_3[] = {16};
static const uint32_t lines[] = {1};
