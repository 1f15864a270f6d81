/* Written by assayc from rule files: change the rule, not this file. */
/*
 * The fields of Azure usage report, in order of declaration.
 */
#ifndef ASSAY_FIELDS_H
#define ASSAY_FIELDS_H

enum {
    FIELD_SERVICE_LEVEL_1, /* Service Level 1 */
    FIELD_SERVICE_LEVEL_2, /* Service Level 2 */
    FIELD_SERVICE_LEVEL_3, /* Service Level 3 */
    FIELD_SERVICE_LEVEL_4, /* Service Level 4 */
    FIELD_SERVICE_INFLUENCER, /* Service Influencer */
    FIELD_SERVICE_GROUP_2, /* Service Group 2 */
    FIELD_SERVICE_GROUP_3, /* Service Group 3 */
    FIELD_COMPUTE_OS, /* Compute OS */
    FIELD_COMPUTE_OS_ATTRIBUTE, /* Compute OS Attribute */
    FIELD_COMPUTE_CORE_SOFTWARE, /* Compute Core Software */
    FIELD_ACR_ADJUSTMENT_TYPE, /* ACR Adjustment Type */
    FIELD_OFFER_TYPE, /* Offer Type */
    FIELD_PARTNER_ATTRIBUTION_TYPE, /* Partner Attribution Type */
    FIELD_SUBSCRIPTION, /* Subscription */
    FIELD_USAGE_UNITS, /* Usage Units */
    FIELD_USAGE_QUANTITY, /* Usage Quantity */
    FIELD_MPN_ID, /* MPN Id */
    FIELD_IS_ACR_DUPLICATE_AT_PGA_LEVEL, /* Is ACR Duplicate At PGA Level */
    FIELD_ACR, /* ACR */
    FIELD_CUSTOMER, /* Customer */
    FIELD_MONTH, /* Month */
};

/* How many items an array has, so that no table states a number. */
#define ASSAY_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The same for texts that end with NULL, so that there may be none. */
#define ASSAY_TEXTS(array) (ASSAY_COUNT(array) - 1)

/* Members that a row does not name are 0, in C and in C++; C++ compilers warn of them. Texts may be longer
 * than the 4,095 bytes that every compiler must take. */
#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Woverlength-strings"
#endif

#endif
