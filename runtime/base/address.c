#include "runtime/base/address.h"

#include <string.h>
#include <strings.h>

static const char *address_behind_scheme(const char *address) {
    static const char *const schemes[] = {"https://", "http://"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t length = strlen(schemes[i]);
        if (strncasecmp(address, schemes[i], length) == 0) return address + length;
    }
    return NULL;
}

static bool address_names_host(const char *host) {
    return (*host >= 'a' && *host <= 'z') || (*host >= 'A' && *host <= 'Z') || (*host >= '0' && *host <= '9') ||
           *host == '[';
}

/* What stands before an @ looks like the host and is none: nobody sees where the link leads. */
static bool address_names_user(const char *host) {
    return memchr(host, '@', strcspn(host, "/?#")) != NULL;
}

enum address_fault address_fault(const char *address) {
    const char *host = address_behind_scheme(address);
    if (!host) return ADDRESS_SCHEME;
    for (const char *at = host; *at; at++) {
        if (*at <= ' ' || *at > '~' || strchr("\"'<>\\^`{|}", *at)) return ADDRESS_CHARACTER;
    }
    if (address_names_user(host)) return ADDRESS_USER;
    if (!address_names_host(host)) return ADDRESS_HOST;
    return strlen(address) > ADDRESS_MAX ? ADDRESS_LONG : ADDRESS_GOOD;
}

bool address_is_good(const char *address) {
    return address_fault(address) == ADDRESS_GOOD;
}
