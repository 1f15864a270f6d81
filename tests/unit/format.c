/* format.c - the one layout: tokens and comments are kept, and laying out twice changes nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/oracle/format_agree.h"

enum { MUTATIONS = 100, CANONICAL = 20 }; /* of each rule file */

/* ---- The rule files of this repository ---- */

static void load_rules(struct arena *arena, struct sources *sources) {
    char *paths[] = {"rules"};
    struct diagnostics diagnostics = {.arena = arena};
    *sources = (struct sources){.arena = arena};
    assert_true(source_load(sources, &diagnostics, paths, 1));
    assert_true(sources->count > 30);
}

static void must_agree(const char *path, const char *bytes, size_t length) {
    bool parsed;
    const char *wrong = format_agree(bytes, length, &parsed);
    if (!parsed || wrong) {
        print_error("%s: %s\n%.*s\n", path, parsed ? wrong : "does not parse", (int)length, bytes);
        fail();
    }
}

/* ---- Random layouts of a file ---- */

static uint32_t random_next(uint64_t *state, uint32_t below) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % below;
}

static void add_white(struct text *out, uint64_t *state) {
    static const char *const white[] = {" ", "  ", "\t", "\n", "\r\n", " \n\t ", "\n    "};
    text_add(out, white[random_next(state, sizeof white / sizeof *white)]);
}

/* What stands between two tokens: white space always, now and then a comment or a blank line. */
static void add_gap(struct text *out, uint64_t *state, bool comments) {
    add_white(out, state);
    if (!comments) return;
    uint32_t chance = random_next(state, 24);
    if (chance == 0) text_add(out, "\n\n\n");
    for (uint32_t i = chance; i > 20; i--) {
        if (random_next(state, 2)) text_add(out, "\n");
        text_addf(out, "# \"%u\" is (a remark%s\n", random_next(state, 1000), random_next(state, 2) ? "" : " \t\r");
        if (random_next(state, 2)) text_add(out, " \n \n");
        add_white(out, state);
    }
}

static void add_folded(struct text *out, const char *words, uint64_t *state) {
    for (; *words; words++) {
        if (*words == ' ')
            add_white(out, state);
        else
            text_add_char(out, *words);
    }
}

static void add_token(struct text *out, const struct source *source, const struct token *token, uint64_t *state) {
    if (token->kind == TK_NAME)
        add_folded(out, token->text, state);
    else
        text_add_bytes(out, source->bytes + (token->span.begin - source->base), token->span.end - token->span.begin);
    if (token->kind == TOKEN_COMMENT) text_add(out, "\n");
}

/* The tokens of a file with other white space between them: with its comments, and more of them and blank lines; or
 * without any. */
static void mutate(const struct source *source, bool comments, uint64_t *state, struct text *out) {
    struct arena arena = {0};
    struct lexer lexer = {.arena = &arena, .comments = comments};
    lexer_start(&lexer, source);
    unsigned values = 0; /* of a list; 0: not in one */
    if (random_next(state, 4) == 0) text_add(out, "\xEF\xBB\xBF");
    for (struct token token = lexer_next(&lexer); token.kind != TK_YYEOF; token = lexer_next(&lexer)) {
        add_gap(out, state, comments);
        if (values > 1 && token.kind == TK_TEXT && random_next(state, 2)) {
            text_add(out, ",");
            add_gap(out, state, comments);
        }
        add_token(out, source, &token, state);
        if (token.kind == TK_LIST) values = 1;
        if (token.kind == TK_TEXT && values) values++;
        if (token.kind == TK_END) values = 0;
    }
    arena_free(&arena);
}

static void format_bytes(const char *bytes, size_t length, struct text *out) {
    struct arena arena = {0};
    struct sources sources = {.arena = &arena};
    format_source(format_only_source(&sources, bytes, length), out);
    arena_free(&arena);
}

/* ---- What must hold ---- */

static void shipped_rules_keep_tokens_and_are_stable(void **state) {
    (void)state;
    struct arena arena = {0};
    struct sources sources;
    load_rules(&arena, &sources);
    for (size_t i = 0; i < sources.count; i++)
        must_agree(sources.files[i].path, sources.files[i].bytes, sources.files[i].length);
    arena_free(&arena);
}

static void shipped_rules_are_laid_out(void **state) {
    (void)state;
    struct arena arena = {0};
    struct sources sources;
    load_rules(&arena, &sources);
    for (size_t i = 0; i < sources.count; i++) {
        struct text text = {0};
        format_source(&sources.files[i], &text);
        if (strcmp(text.data, sources.files[i].bytes) != 0)
            fail_msg("%s is laid out otherwise: run assayc fmt --write", sources.files[i].path);
        text_free(&text);
    }
    arena_free(&arena);
}

static void any_layout_keeps_tokens_and_is_stable(void **state) {
    (void)state;
    struct arena arena = {0};
    struct sources sources;
    uint64_t seed = 1;
    load_rules(&arena, &sources);
    for (size_t i = 0; i < sources.count; i++) {
        for (int turn = 0; turn < MUTATIONS; turn++) {
            struct text text = {0};
            mutate(&sources.files[i], true, &seed, &text);
            must_agree(sources.files[i].path, text.data, text.length);
            text_free(&text);
        }
    }
    arena_free(&arena);
}

static void line_breaks_of_the_author_mean_nothing(void **state) {
    (void)state;
    struct arena arena = {0};
    struct sources sources;
    uint64_t seed = 2;
    load_rules(&arena, &sources);
    for (size_t i = 0; i < sources.count; i++) {
        struct text first = {0};
        for (int turn = 0; turn < CANONICAL; turn++) {
            struct text text = {0}, laid_out = {0};
            mutate(&sources.files[i], false, &seed, &text);
            format_bytes(text.data, text.length, &laid_out);
            if (turn == 0) text_add(&first, laid_out.data);
            assert_string_equal(laid_out.data, first.data);
            text_free(&text);
            text_free(&laid_out);
        }
        text_free(&first);
    }
    arena_free(&arena);
}

static void must_format(const char *bytes, size_t length, const char *expected) {
    struct text text = {0};
    format_bytes(bytes, length, &text);
    assert_string_equal(text.data ? text.data : "", expected);
    text_free(&text);
    must_agree("text", bytes, length);
}

static void must_format_string(const char *string, const char *expected) {
    must_format(string, strlen(string), expected);
}

static void nothing_stays_nothing(void **state) {
    (void)state;
    must_format_string("", "");
    must_format_string(" \t\r\n\n", "");
    must_format_string("\xEF\xBB\xBF", "");
}

static void comments_alone(void **state) {
    (void)state;
    must_format_string("\n\n  # one \t\r\n#two\r\n\r\n\r\n # three", "# one\n#two\n\n# three\n");
}

static void names_fold_and_line_ends_become_lf(void **state) {
    (void)state;
    must_format_string("\xEF\xBB\xBFlist\r\nMS\r\nSeries\tof Service  Level\r\n4 \"a  b\"\r\nend # \xC3\xA9 \r\n",
                       "list MS Series of Service Level 4\n  \"a  b\"\nend  # \xC3\xA9\n");
}

/* The hundredth column is the last one; characters count, not bytes. */
static void must_break_behind(size_t title, bool breaks) {
    struct text text = {0};
    text_add(&text, "specialization \"S\"\n  formerly \"");
    for (size_t i = 0; i < title; i++)
        text_add(&text, "\xC3\xA9");
    text_add(&text, "\", \"b\"\nend\n");
    struct text laid_out = {0};
    format_bytes(text.data, text.length, &laid_out);
    assert_int_equal(strstr(laid_out.data, "formerly\n") != NULL, breaks);
    text_free(&text);
    text_free(&laid_out);
}

static void lines_have_100_columns(void **state) {
    (void)state;
    size_t rest = strlen("  formerly \"\", \"b\"");
    must_break_behind(100 - rest, false);
    must_break_behind(101 - rest, true);
}

/* The first of two comments stays behind its value when the comma between them goes. */
static void comma_of_a_list_leaves_its_comment(void **state) {
    (void)state;
    must_format_string("list L of F \"a\" # one\n, # two\n\"b\"\n, # three\n\"c\" end",
                       "list L of F\n  \"a\"  # one\n  # two\n  \"b\"  # three\n  \"c\"\nend\n");
}

/* 100 parentheses are allowed: deeper than a line is wide. */
static void parentheses_to_the_limit(void **state) {
    (void)state;
    struct text text = {0};
    text_add(&text, "specialization \"S\" measure \"M\" counts usage where ");
    for (int i = 0; i < 100; i++)
        text_add(&text, i % 2 ? "(F is \"y\" or " : "(F is blank and ");
    text_add(&text, "F is \"z\"");
    text_add_repeat(&text, ')', 100);
    text_add(&text, " end");
    must_agree("100 parentheses", text.data, text.length);
    text_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_rules_keep_tokens_and_are_stable),
        cmocka_unit_test(shipped_rules_are_laid_out),
        cmocka_unit_test(any_layout_keeps_tokens_and_is_stable),
        cmocka_unit_test(line_breaks_of_the_author_mean_nothing),
        cmocka_unit_test(nothing_stays_nothing),
        cmocka_unit_test(comments_alone),
        cmocka_unit_test(names_fold_and_line_ends_become_lf),
        cmocka_unit_test(lines_have_100_columns),
        cmocka_unit_test(comma_of_a_list_leaves_its_comment),
        cmocka_unit_test(parentheses_to_the_limit),
    };
    return cmocka_run_group_tests_name("format", tests, NULL, NULL);
}
