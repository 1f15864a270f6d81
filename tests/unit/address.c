#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "runtime/base/address.h"

#include <stdio.h>
#include <string.h>

static void good_ones(void **state) {
    (void)state;
    static const char *const good[] = {
        "https://example.com", "http://example.com/",     "HTTPS://EXAMPLE.COM/a?b=c&d=%20#e",
        "https://[::1]:8080/", "https://example.com/a@b", "https://example.com/?to=a@b"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(address_is_good(good[i]));
}

static void others(void **state) {
    (void)state;
    static const struct {
        const char *address;
        enum address_fault fault;
    } tried[] = {
        {"", ADDRESS_SCHEME},
        {"example.com", ADDRESS_SCHEME},
        {"//example.com", ADDRESS_SCHEME},
        {"https:/example.com", ADDRESS_SCHEME},
        {"javascript:alert(1)", ADDRESS_SCHEME},
        {"JavaScript://example.com/%0Aalert(1)", ADDRESS_SCHEME},
        {"data:text/html,x", ADDRESS_SCHEME},
        {"vbscript:x", ADDRESS_SCHEME},
        {"file:///etc/passwd", ADDRESS_SCHEME},
        {" https://example.com", ADDRESS_SCHEME},
        {"\thttps://example.com", ADDRESS_SCHEME},
        {"https://", ADDRESS_HOST},
        {"https:///path", ADDRESS_HOST},
        {"https://?q", ADDRESS_HOST},
        {"https://.example.com", ADDRESS_HOST},
        {"https://example.com@example.org/", ADDRESS_USER},
        {"https://user:word@example.org", ADDRESS_USER},
        {"https://example.com/a b", ADDRESS_CHARACTER},
        {"https://example.com/\"", ADDRESS_CHARACTER},
        {"https://example.com/'", ADDRESS_CHARACTER},
        {"https://example.com\\@example.org", ADDRESS_CHARACTER},
        {"https://example.com/<", ADDRESS_CHARACTER},
        {"https://example.com/\n", ADDRESS_CHARACTER},
        {"https://example.com/\x7f", ADDRESS_CHARACTER},
        {"https://ex\xc3\xa1mple.com/", ADDRESS_CHARACTER},
        {"https://example.com/\xe2\x80\xae", ADDRESS_CHARACTER},
    };
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++)
        assert_int_equal(address_fault(tried[i].address), tried[i].fault);
}

/* Each byte within: good are the letters, digits and marks that RFC 3986 lists, the percent sign and the apostrophe
 * apart. */
static void each_byte(void **state) {
    (void)state;
    const char *marks = "-._~:/?#[]@!$&()*+,;=%";
    for (int byte = 1; byte < 256; byte++) {
        char address[] = "https://example.com/?";
        address[sizeof address - 2] = (char)byte;
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        assert_int_equal(address_is_good(address), letter || strchr(marks, byte) != NULL);
    }
}

static void length(void **state) {
    (void)state;
    char address[ADDRESS_MAX + 2];
    memset(address, 'a', sizeof address);
    memcpy(address, "https://", 8);
    address[ADDRESS_MAX + 1] = '\0';
    assert_int_equal(address_fault(address), ADDRESS_LONG);
    address[ADDRESS_MAX] = '\0';
    assert_int_equal(address_fault(address), ADDRESS_GOOD);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_ones),
        cmocka_unit_test(others),
        cmocka_unit_test(each_byte),
        cmocka_unit_test(length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
