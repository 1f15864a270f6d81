/* columns.c - how wide texts are on a terminal, and how lines are broken by it. */
#include "runtime/base/columns.h"
#include "runtime/cli/style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void characters_have_their_columns(void **state) {
    static const struct {
        const char *text;
        size_t columns;
    } texts[] = {{"", 0},         {"abc", 3},          {"\u00E9", 1}, {"e\u0301", 1},      {"\u6F22\u5B57", 4},
                 {"\uAC00", 2},   {"\uFF1D", 2},       {"\u3000", 2}, {"\U0001F600", 2},   {"a\u200Db", 2},
                 {"\u05E9", 1},   {"\u2588\u2592", 2}, {"\u2713", 1}, {"\U00020000", 2},   {"\u00B7", 1},
                 {"\xFF\xFE", 2}, {"\xE6\xBC", 2},     {"\uFE0F", 0}, {"\u0E01\u0E34", 1}, {"\u303F", 1},
                 {"\u0E4E", 0},   {"\u0E4F", 1},       {"\u115F", 2}, {"\u1160", 1},       {"\U000E01F0", 1}};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(columns_of(texts[i].text, strlen(texts[i].text)), texts[i].columns);
}

/* Every width: no line is wider than it, and nothing but line ends and blanks is put in or left out. */
static void lines_keep_their_width(void **state) {
    static const char words[] = "ab \u6F22\u5B57\u6F22\u5B57\u6F22\u5B57 e\u0301e\u0301e\u0301 "
                                "longwordthatisbroken \U0001F600\U0001F600 \u05E9\u05DC";
    (void)state;
    for (size_t width = 6; width < 60; width++) {
        struct text out = {0};
        struct style style = {.out = &out, .width = width};
        style_words(&style, words, 2, 0);
        const char *left = words;
        for (const char *line = out.data; *line; line += strcspn(line, "\n") + 1) {
            assert_true(columns_of(line, strcspn(line, "\n")) <= width);
            for (const char *c = line; *c != '\n'; c++) {
                if (*c == ' ') continue;
                left += strspn(left, " ");
                assert_int_equal(*c, *left++);
            }
        }
        assert_int_equal(*left, '\0');
        text_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_have_their_columns),
        cmocka_unit_test(lines_keep_their_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
