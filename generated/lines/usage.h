/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of usage.assay, for decisions/usage.c. Derived: these are not what is reviewed. */
static const uint32_t lines_of_fields[] = {
    14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
    30, 31, 33, 36, 39
};
static const uint32_t lines[] = {3, 103, 122};
static const uint32_t lines_alias_service_influencer[] = {43, 43};
static const uint32_t lines_alias_service_level_2[] = {44, 44};
static const uint32_t lines_alias_service_level_4[] = {45, 45};
static const uint32_t lines_alias_service_level_4_2[] = {46, 46};
static const uint32_t lines_alias_service_level_4_3[] = {48, 48};
static const uint32_t lines_alias_service_level_4_4[] = {49, 49};
static const uint32_t lines_alias_service_level_4_5[] = {50, 50};
static const uint32_t lines_alias_service_level_4_6[] = {51, 51};
static const uint32_t lines_alias_service_level_4_7[] = {53, 53};
static const uint32_t lines_spelling_partner_attribution_type[] = {65, 65, 65};
static const uint32_t lines_spelling_partner_attribution_type_2[] = {66, 67, 68, 69, 70};
static const uint32_t lines_spelling_partner_attribution_type_3[] = {72, 72, 72};
static const uint32_t lines_spelling_partner_attribution_type_4[] = {73, 73, 73};
static const uint32_t lines_spelling_offer_type[] = {94, 94, 94, 94};
static const uint32_t lines_association_partner_attribution_type[] = {75, 75, 75, 75, 75};
static const uint32_t lines_association[] = {75, 75, 82, 81, 80, 79, 78};
static const uint32_t lines_offer_type_offer_type[] = {97, 97, 97, 97, 97};
static const uint32_t lines_offer_type[] = {97, 97, 99, 99, 99, 99};
