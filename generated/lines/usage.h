/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of usage.assay, for decisions/usage.c. Derived: these are not what is reviewed. */
static const uint32_t lines_of_fields[] = {
    16, 19, 22, 25, 28, 30, 32, 34, 35, 36, 38, 39, 40, 41, 42, 43,
    44, 45, 47, 50, 53
};
static const uint32_t lines[] = {3, 175, 201, 197};
static const uint32_t lines_alias_service_influencer[] = {115, 115};
static const uint32_t lines_alias_service_level_2[] = {116, 116};
static const uint32_t lines_alias_service_level_4[] = {117, 117};
static const uint32_t lines_alias_service_level_4_2[] = {118, 118};
static const uint32_t lines_alias_service_level_4_3[] = {120, 120};
static const uint32_t lines_alias_service_level_4_4[] = {121, 121};
static const uint32_t lines_alias_service_level_4_5[] = {122, 122};
static const uint32_t lines_alias_service_level_4_6[] = {123, 123};
static const uint32_t lines_alias_service_level_4_7[] = {125, 125};
static const uint32_t lines_spelling_partner_attribution_type[] = {137, 137, 137};
static const uint32_t lines_spelling_partner_attribution_type_2[] = {138, 139, 140, 141, 142};
static const uint32_t lines_spelling_partner_attribution_type_3[] = {144, 144, 144};
static const uint32_t lines_spelling_partner_attribution_type_4[] = {145, 145, 145};
static const uint32_t lines_spelling_offer_type[] = {166, 166, 166, 166};
static const uint32_t lines_association_partner_attribution_type[] = {147, 147, 147, 147, 147};
static const uint32_t lines_association[] = {147, 147, 154, 153, 152, 151, 150};
static const uint32_t lines_offer_type_offer_type[] = {169, 169, 169, 169, 169};
static const uint32_t lines_offer_type[] = {169, 169, 171, 171, 171, 171};
static const uint32_t lines_certification_ai_102[] = {57};
static const uint32_t lines_certification_az_120[] = {58};
static const uint32_t lines_certification_az_500[] = {59};
static const uint32_t lines_certification_dp_100[] = {60};
static const uint32_t lines_certification_sc_200[] = {61};
static const uint32_t lines_certification_sc_300[] = {62};
static const uint32_t lines_certification_sc_400[] = {63};
static const uint32_t lines_renewal[] = {71};
static const uint32_t lines_refresh_performance[] = {80};
static const uint32_t lines_refresh_knowledge[] = {81};
static const uint32_t lines_step_audit[] = {92};
static const uint32_t lines_step_references[] = {98};
static const uint32_t lines_step_neither[] = {103};
static const uint32_t lines_active[] = {109};
