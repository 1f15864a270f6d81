/* Texts from outside, on their way to people. */
#include "runtime/base/show.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define GONE "\xEF\xBF\xBD"

static void shows(const char *text, size_t most, const char *expected) {
    struct text out = {0};
    show_string(&out, text, most);
    assert_false(out.failed);
    assert_string_equal(out.data, expected);
    text_free(&out);
}

static void what_steers_a_terminal_is_replaced(void **state) {
    static const char *const texts[] = {"\x01",         "\t",           "\n",           "\r",           "\x1B",
                                        "\x1F",         "\x7F",         "\xC2\x80",     "\xC2\x9B",     "\xC2\x9F",
                                        "\xD8\x9C",     "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAE",
                                        "\xE2\x81\xA6", "\xE2\x81\xA9", "\xFF",         "\xC3",         "\x80"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        shows(texts[i], SHOW_ALL, GONE);
    shows("a\x1B[31mb", SHOW_ALL, "a" GONE "[31mb");
    shows("\xE2\x82", SHOW_ALL, GONE GONE);                            /* cut off */
    shows("\xC0\xAF\xED\xA0\x80", SHOW_ALL, GONE GONE GONE GONE GONE); /* overlong, surrogate */
}

static void ordinary_text_stays(void **state) {
    (void)state;
    shows("", SHOW_ALL, "");
    shows("C\u00F4te d'Ivoire \u4E2D \U0001F600 \u00A0\u061B\u061D\u200D\u2010\u2029\u202F\u2065\u206A", SHOW_ALL,
          "C\u00F4te d'Ivoire \u4E2D \U0001F600 \u00A0\u061B\u061D\u200D\u2010\u2029\u202F\u2065\u206A");
    struct text out = {0};
    show_add(&out, "a\0b", 3, SHOW_ALL);
    assert_string_equal(out.data, "a" GONE "b");
    text_free(&out);
}

static void cuts_between_characters(void **state) {
    (void)state;
    shows("\u00E9\u00E9\u00E9", 3, "\u00E9\u00E9\u00E9");
    shows("\u00E9\u00E9\u00E9", 2, "\u00E9\u00E9...");
    shows("\U0001F600x", 1, "\U0001F600...");
    shows("x", 0, "...");
}

static void files_keep_all_that_is_utf8(void **state) {
    (void)state;
    struct text out = {0};
    show_utf8(&out, "a\x1B\xC2\x9B\xFFz\xE2\x82", 8);
    assert_string_equal(out.data, "a\x1B\xC2\x9B" GONE "z" GONE GONE);
    text_clear(&out);
    show_utf8(&out, "", 0);
    assert_string_equal(out.data, "");
    text_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_steers_a_terminal_is_replaced),
        cmocka_unit_test(ordinary_text_stays),
        cmocka_unit_test(cuts_between_characters),
        cmocka_unit_test(files_keep_all_that_is_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
