/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of security/threat-protection.assay, for decisions/threat-protection.c. Derived: these are not what is reviewed. */
static const uint32_t lines_microsoft_sentinel_acr_service_level_4[] = {17, 17};
static const uint32_t lines_microsoft_sentinel_acr[] = {17, 17};
static const char text_designation[] = "designation Security";
static const uint32_t lines_designation[] = {5};
static const char text_references[] = "customer references, how many is not published";
static const uint32_t lines_references[] = {10};
static const uint32_t lines[] = {1};
