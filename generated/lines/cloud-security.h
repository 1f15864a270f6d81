/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of security/cloud-security.assay, for decisions/cloud-security.c. Derived: these are not what is reviewed. */
static const uint32_t lines_hybrid_environment_xdr_and_network_security_acr_service_level_4[] = {
    64, 69, 71, 72, 73, 74, 75, 80, 76, 77, 78, 81, 83, 66, 79, 67,
    84, 65, 68, 82, 85, 70
};
static const uint32_t lines_hybrid_environment_xdr_and_network_security_acr[] = {63, 63};
static const char text_designation[] = "designation Security";
static const uint32_t lines_designation[] = {6};
static const char text_references[] = "at least 3 customer references, valid for 2 years";
static const uint32_t lines_references[] = {11};
static const char text_amount_hybrid_environment_xdr_and_network_security_acr[] = "at least 200,000 USD of Hybrid Environment XDR and Network Security ACR over 12 months";
static const uint32_t lines_amount_hybrid_environment_xdr_and_network_security_acr[] = {27};
static const char text_people[] = "at least 6 people with AZ-500";
static const uint32_t lines_people[] = {43};
static const char text_people_2[] = "at least 4 people with SC-200";
static const uint32_t lines_people_2[] = {49};
static const uint32_t lines[] = {1};
