/* address.h - what may be the address of a page: the same for rules, tables and reports. */
#ifndef ASSAY_BASE_ADDRESS_H
#define ASSAY_BASE_ADDRESS_H

#include <stdbool.h>

#define ADDRESS_MAX 2048

enum address_fault {
    ADDRESS_GOOD,
    ADDRESS_SCHEME,    /* begins with neither https:// nor http:// */
    ADDRESS_HOST,      /* names no host */
    ADDRESS_USER,      /* hides its host behind a user's name */
    ADDRESS_CHARACTER, /* holds a blank, a control, a quote, a bracket, a backslash, or what is not ASCII */
    ADDRESS_LONG
};

/* The first fault of an address. */
enum address_fault address_fault(const char *address);

/* Whether it may be made a link. */
bool address_is_good(const char *address);

#endif
