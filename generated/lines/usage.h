/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of usage.assay, for decisions/usage.c. Derived: these are not what is reviewed. */
static const uint32_t lines_of_fields[] = {
    14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
    30, 31, 33, 36, 39
};
static const uint32_t lines[] = {3, 122, 141};
static const uint32_t lines_alias_service_influencer[] = {62, 62};
static const uint32_t lines_alias_service_level_2[] = {63, 63};
static const uint32_t lines_alias_service_level_4[] = {64, 64};
static const uint32_t lines_alias_service_level_4_2[] = {65, 65};
static const uint32_t lines_alias_service_level_4_3[] = {67, 67};
static const uint32_t lines_alias_service_level_4_4[] = {68, 68};
static const uint32_t lines_alias_service_level_4_5[] = {69, 69};
static const uint32_t lines_alias_service_level_4_6[] = {70, 70};
static const uint32_t lines_alias_service_level_4_7[] = {72, 72};
static const uint32_t lines_spelling_partner_attribution_type[] = {84, 84, 84};
static const uint32_t lines_spelling_partner_attribution_type_2[] = {85, 86, 87, 88, 89};
static const uint32_t lines_spelling_partner_attribution_type_3[] = {91, 91, 91};
static const uint32_t lines_spelling_partner_attribution_type_4[] = {92, 92, 92};
static const uint32_t lines_spelling_offer_type[] = {113, 113, 113, 113};
static const uint32_t lines_association_partner_attribution_type[] = {94, 94, 94, 94, 94};
static const uint32_t lines_association[] = {94, 94, 101, 100, 99, 98, 97};
static const uint32_t lines_offer_type_offer_type[] = {116, 116, 116, 116, 116};
static const uint32_t lines_offer_type[] = {116, 116, 118, 118, 118, 118};
static const uint32_t lines_certification_ai_102[] = {43};
static const uint32_t lines_certification_az_120[] = {44};
static const uint32_t lines_certification_az_500[] = {45};
static const uint32_t lines_certification_dp_100[] = {46};
static const uint32_t lines_certification_sc_200[] = {47};
static const uint32_t lines_certification_sc_300[] = {48};
static const uint32_t lines_certification_sc_400[] = {49};
static const uint32_t lines_renewal[] = {57};
