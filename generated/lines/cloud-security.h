/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of security/cloud-security.assay, for decisions/cloud-security.c. Derived: these are not what is reviewed. */
static const uint32_t lines_hybrid_environment_xdr_and_network_security_acr_service_level_4[] = {
    21, 26, 28, 29, 30, 31, 32, 37, 33, 34, 35, 38, 40, 23, 36, 24,
    41, 22, 25, 39, 42, 27
};
static const uint32_t lines_hybrid_environment_xdr_and_network_security_acr[] = {20, 20};
static const char text_designation[] = "designation Security";
static const uint32_t lines_designation[] = {5};
static const char text_references[] = "customer references, how many is not published";
static const uint32_t lines_references[] = {10};
static const uint32_t lines[] = {1};
