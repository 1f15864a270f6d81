/* What both programs print with: numbers, and formats of every length around what there is room for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "runtime/base/text.h"

#include <string.h>

static void numbers_have_no_needless_zeros(void **state) {
    (void)state;
    struct text text = {0};
    text_add_uint(&text, 0);
    text_add(&text, " ");
    text_add_uint(&text, UINT64_MAX);
    text_add(&text, " ");
    text_add_hex(&text, 0);
    text_add(&text, " ");
    text_add_hex(&text, 0xABC0);
    text_add(&text, " ");
    text_add_hex(&text, UINT64_MAX);
    assert_string_equal(text.data, "0 18446744073709551615 0 abc0 ffffffffffffffff");
    text_free(&text);
}

static void formats_fit_whatever_room_is_left(void **state) {
    (void)state;
    for (size_t before = 0; before < 600; before++) {
        for (int width = 1; width < 1200; width += 97) {
            struct text text = {0};
            text_add_repeat(&text, '.', before);
            text_addf(&text, "%*d;", width, 7);
            assert_false(text.failed);
            assert_int_equal(text.length, before + (size_t)width + 1);
            assert_int_equal(strlen(text.data), text.length);
            assert_string_equal(text.data + text.length - 2, "7;");
            text_free(&text);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_no_needless_zeros),
        cmocka_unit_test(formats_fit_whatever_room_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
