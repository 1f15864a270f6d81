/* Facts about characters: what the lexer refuses is what the table says, for every code point and place; look-alikes
 * and composed forms. tests/oracle/unicode.py compares the tables with another source. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/base/unicode.h"
#include "grammar/lexer.h"
#include "tests/unit/from_text.h"

#include <stdlib.h>

/* Reads a text to its end. */
static void scan(struct from_text *from, const char *bytes, size_t length) {
    from_text_begin(from);
    source_add(&from->sources, "rules.assay", bytes, length);
    source_arrange(&from->sources);
    struct lexer lexer = {.arena = &from->arena, .diagnostics = &from->diagnostics};
    lexer_start(&lexer, &from->sources.files[0]);
    while (lexer_next(&lexer).kind != 0)
        ;
}

static bool refused(enum message_code code) {
    return code == A0103 || code == A0104 || code == A0105 || code == A0111 || code == A0112;
}

static enum message_code expected(uint32_t point) {
    static const enum message_code codes[] = {
        [UNICODE_BLANK] = A0104, [UNICODE_STEERS] = A0105, [UNICODE_UNSEEN] = A0111, [UNICODE_UNCERTAIN] = A0112};
    enum unicode_sight sight = unicode_sight(point);
    bool control = point < 0xA0 && sight == UNICODE_SEEN;
    return control ? A0103 : sight == UNICODE_SEEN ? MESSAGE_COUNT : codes[sight];
}

/* Each character of a plane between `before` and `after`, on a line of its own. */
static void compare_plane(uint32_t plane, const char *before, const char *after) {
    struct text text = {0};
    struct from_text from;
    uint32_t *begin = calloc(0x10000, sizeof *begin);
    assert_non_null(begin);
    for (uint32_t low = 0; low < 0x10000; low++) {
        uint32_t point = plane << 16 | low;
        if (point < 0x80 || (point >= 0xD800 && point < 0xE000)) continue;
        text_add(&text, before);
        begin[low] = (uint32_t)text.length + 1;
        unicode_add(&text, point);
        text_add(&text, after);
    }
    scan(&from, text.data, text.length);
    size_t at = 0;
    for (uint32_t low = 0; low < 0x10000; low++) {
        if (!begin[low]) continue;
        enum message_code code = expected(plane << 16 | low);
        while (at < from.diagnostics.count && !refused(from.diagnostics.items[at].code))
            at++;
        const struct diagnostic *item = at < from.diagnostics.count ? &from.diagnostics.items[at] : NULL;
        bool here = item && item->span.begin == begin[low];
        if (here != (code != MESSAGE_COUNT) || (here && item->code != code))
            fail_msg("U+%04X between %s and %s", plane << 16 | low, before, after);
        at += here;
    }
    free(begin);
    text_free(&text);
    from_text_end(&from);
}

static void the_lexer_refuses_what_the_table_says(void **state) {
    (void)state;
    for (uint32_t plane = 0; plane < 17; plane++) {
        compare_plane(plane, "#", "\n");
        compare_plane(plane, "\"", "\"\n");
        compare_plane(plane, ", ", ",\n");
        compare_plane(plane, "Name", "n\n");
        compare_plane(plane, "word", "w\n");
    }
}

/* ---- Words with what cannot be seen in them are the words without it: one message, and no other ---- */

static void what_cannot_be_seen_is_left_out(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *reads;
        size_t messages;
    } cases[] = {
        {"mea\u200bsure", "measure", 1},   {"Service \u200b Level\u00ad 1", "Service Level 1", 2},
        {"30,\u2060000", "30000", 1},      {"2024-\u200b01-01", NULL, 1},
        {"2024\u201301\u201301", NULL, 1}, {"\ufeffusage", "usage", 0},
        {" \ufeffusage", "usage", 1},      {"Service\rLevel 1", "Service Level 1", 1},
        {"\"o\rne\"", "o ne", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct from_text from;
        from_text_begin(&from);
        source_add(&from.sources, "rules.assay", cases[i].text, strlen(cases[i].text));
        source_arrange(&from.sources);
        struct lexer lexer = {.arena = &from.arena, .diagnostics = &from.diagnostics};
        lexer_start(&lexer, &from.sources.files[0]);
        struct token token = lexer_next(&lexer);
        if (cases[i].reads)
            assert_string_equal(token.text, cases[i].reads);
        else
            assert_int_equal(token.date, 20240101);
        assert_int_equal(lexer_next(&lexer).kind, 0);
        assert_int_equal(from.diagnostics.count, cases[i].messages);
        from_text_end(&from);
    }
}

/* ---- Look-alikes ---- */

static bool alike(const char *a, const char *b) {
    struct text left = {0}, right = {0};
    unicode_skeleton(a, &left);
    unicode_skeleton(b, &right);
    bool same = left.length == right.length && (!left.length || memcmp(left.data, right.data, left.length) == 0);
    text_free(&left);
    text_free(&right);
    return same;
}

static void texts_that_look_alike(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"A-B", "A\u2013B"},
        {"A-B", "A\u2212B"},
        {"Open", "\u041epen"},
        {"Caf\u00e9", "Cafe\u0301"},
        {"Partner's", "Partner\u2019s"},
        {"HANA", "HANA\u00ae"},
        {"Office 365", "0ffice 365"},
        {"SQL Vl", "SQL VI"},
        {"Internal", "Intemal"},
        {"Full", "\uff26\uff55\uff4c\uff4c"},
        {"Bold", "\U0001d401\U0001d428\U0001d425\U0001d41d"},
        {"\u00dcbung", "\u00fcbung"},
        {"a...", "a\u2026"},
        {"vi\u1ec7t", "vie\u0302\u0323t"},
    };
    static const char *const others[][2] = {
        {"A-B", "A B"}, {"Mail", "Mall"}, {"Gr\u00fcn", "Grun"}, {"Tier 1", "Tier 2"}, {"Gro\u00dfe", "Grosse"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!alike(pairs[i][0], pairs[i][1])) fail_msg("%s %s", pairs[i][0], pairs[i][1]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (alike(others[i][0], others[i][1])) fail_msg("%s %s", others[i][0], others[i][1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lexer_refuses_what_the_table_says),
        cmocka_unit_test(what_cannot_be_seen_is_left_out),
        cmocka_unit_test(texts_that_look_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
