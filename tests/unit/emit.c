#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/emit/emit.h"
#include "tests/unit/from_text.h"

#include <stdlib.h>

static struct emitted *emitted_of(struct from_text *from, struct model *model) {
    assert_non_null(model);
    const struct assay_ruleset *rules = layout_ruleset(model, &from->arena);
    assert_non_null(rules);
    return emit_c(rules, &from->arena);
}

/* ---- Files ---- */

static void files_are_sorted_and_begin_with_our_line(void **state) {
    (void)state;
    struct from_text from;
    struct emitted *files = emitted_of(
        &from, from_text(&from, FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION("Zeta", "measures not published")
                                    FROM_TEXT_SPECIALIZATION("Fields", "measures not published")));
    static const char *const names[] = {
        "decisions/fields.c", "decisions/fields.h", "decisions/usage.c", "decisions/zeta.c", "index.c",
        "lines/fields.h",     "lines/usage.h",      "lines/zeta.h"};
    for (size_t i = 0; i < 8; i++, files = files->next) {
        assert_string_equal(files->name, names[i]);
        assert_memory_equal(files->bytes, EMIT_HEADER "\n", sizeof EMIT_HEADER);
        assert_int_equal(strlen(files->bytes), files->length);
        if (i != 1 && i < 5) assert_non_null(strstr(files->bytes, "#if ASSAY_ABI != 4\n#error"));
    }
    assert_null(files);
    from_text_end(&from);
}

static void slugs_are_unique_whatever_the_order(void **state) {
    (void)state;
    static const char *const names[] = {"A & B", "a  b!", "Usage", "\xC3\x84", "A-B-2", "a B", "Lists"};
    static const char *const other[] = {"Lists", "a B", "A-B-2", "\xC3\x84", "Usage", "a  b!", "A & B"};
    static const char *const expected[] = {"a-b", "a-b-3", "usage-2", "unnamed", "a-b-2", "a-b-4", "lists-2"};
    struct arena arena = {0};
    const char *const *slugs = emit_slugs(names, 7, &arena), *const *turned = emit_slugs(other, 7, &arena);
    for (size_t i = 0; i < 7; i++) {
        assert_string_equal(slugs[i], expected[i]);
        assert_string_equal(turned[6 - i], expected[i]);
    }
    arena_free(&arena);
}

static void the_order_of_files_and_declarations_means_nothing(void **state) {
    (void)state;
    static const char *const texts[] = {
        FROM_TEXT_USAGE("alias \"o\" means \"1\" in A alias \"n\" means \"2\" in B"),
        FROM_TEXT_SPECIALIZATION("One", "measure \"M\" counts usage where A is any of \"2\", \"1\", Ones"),
        FROM_TEXT_SPECIALIZATION("Two", "measure \"M\" counts usage where B is \"2\""),
        "list Ones of A \"11\" \"111\" end"};
    static const char *const paths[] = {"d", "b", "a", "c"};
    struct from_text here, there;
    from_text_begin(&here);
    from_text_begin(&there);
    for (size_t i = 0; i < 4; i++) {
        from_text_add(&here, paths[i], texts[i]);
        from_text_add(&there, paths[3 - i], texts[3 - i]);
    }
    const struct emitted *a = emitted_of(&here, from_text_model(&here));
    const struct emitted *b = emitted_of(&there, from_text_model(&there));
    for (; a; a = a->next, b = b->next) {
        assert_string_equal(a->name, b->name);
        assert_string_equal(a->bytes, b->bytes);
    }
    assert_null(b);
    from_text_end(&here);
    from_text_end(&there);
}

/* ---- Texts that attack ---- */

/* Takes comments and literals out of C text, and gathers the bytes of all literals, one behind another, each ended by a
 * line end. Trigraphs first, as a compiler does. */
static void strip_c(const char *c, struct text *code, struct text *literals) {
    struct text plain = {0};
    for (; *c; c++) {
        assert_false(c[0] == '?' && c[1] == '?' && strchr("=/'()!<>-", c[2]));
        text_add_char(&plain, *c);
    }
    for (const char *at = plain.data; *at;) {
        if (at[0] == '/' && at[1] == '*') {
            at = strstr(at + 2, "*/");
            assert_non_null(at);
            at += 2;
            continue;
        }
        if (*at != '"') {
            text_add_char(code, *at++);
            continue;
        }
        for (at++; *at != '"'; at++) {
            assert_true((unsigned char)*at >= 0x20 && (unsigned char)*at < 0x7F);
            if (*at != '\\') {
                text_add_char(literals, *at);
            } else if (at[1] >= '0' && at[1] <= '7') {
                text_add_char(literals, (char)((at[1] - '0') * 64 + (at[2] - '0') * 8 + (at[3] - '0')));
                at += 3;
            } else {
                text_add_char(literals, *++at);
            }
        }
        at++;
        text_add_char(literals, '\n');
    }
    text_free(&plain);
}

#define EVIL                                                                                                           \
    "EVIL */ /* \\ ? ?\?/ ?\?' %s \\0 \xC3\xA4"                                                                        \
    "7 // *//*"

static void no_text_ends_a_literal_or_a_comment(void **state) {
    (void)state;
    struct from_text from;
    struct emitted *files = emitted_of(
        &from,
        from_text(&from, "usage \"U " EVIL "\" edition \"" EVIL "\" cites \"" EVIL "\", 2023-07-11 note \"" EVIL "\"\n"
                         "field A column \"" EVIL "\" amount Cost column \"c" EVIL "\" in USD\n"
                         "counts only where A is none of \"" EVIL "\" otherwise \"" EVIL
                         "\" known not to count \"k" EVIL "\"\n"
                         "alias \"" EVIL " \"\"alias\" means \"" EVIL "\" in A end\n"
                         "specialization \"" EVIL "\" area \"" EVIL "\" formerly \"was " EVIL "\" cites \"" EVIL
                         "\", 2023-07-11\n"
                         "requires designation any of \"" EVIL "\" requires customer references note \"" EVIL "\"\n"
                         "measure \"" EVIL "\" counts usage under either option \"" EVIL "\" A is \"" EVIL "\"\n"
                         "option \"2\" A is \"*/\" end"));
    struct text literals = {0};
    for (const struct emitted *file = files; file; file = file->next) {
        struct text code = {0};
        strip_c(file->bytes, &code, &literals);
        for (const char *at = code.data; at && *at; at++)
            assert_true((unsigned char)*at < 0x7F);
        assert_null(strstr(code.data, "EVIL"));
        assert_null(strstr(code.data, "*/"));
        text_free(&code);
    }
    assert_non_null(strstr(literals.data, "\n" EVIL "\n"));
    assert_non_null(strstr(literals.data, "\n" EVIL " \"alias\n"));
    text_free(&literals);
    from_text_end(&from);
}

/* ---- Small changes stay small ---- */

static int by_line(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* All lines of decisions/, sorted. */
static char **lines_of(struct from_text *from, const struct emitted *files, size_t *count) {
    size_t lines = 0;
    for (const struct emitted *file = files; file; file = file->next) {
        for (size_t i = 0; i < file->length; i++)
            lines += file->bytes[i] == '\n';
    }
    char **sorted = ARENA_ARRAY(&from->arena, lines, char *);
    *count = 0;
    for (const struct emitted *file = files; file; file = file->next) {
        if (strncmp(file->name, "decisions/", 10) != 0) continue;
        char *at = arena_format(&from->arena, "%s", file->bytes);
        for (char *line; (line = strtok(at, "\n")); at = NULL)
            sorted[(*count)++] = line;
    }
    qsort(sorted, *count, sizeof *sorted, by_line);
    return sorted;
}

/* Lines of one and not of the other. */
static size_t lines_changed(char **a, size_t a_count, char **b, size_t b_count) {
    size_t i = 0, k = 0, changed = 0;
    while (i < a_count || k < b_count) {
        int order = i == a_count ? 1 : k == b_count ? -1 : strcmp(a[i], b[k]);
        changed += order != 0;
        i += order <= 0;
        k += order >= 0;
    }
    return changed;
}

static struct model *shipped(struct from_text *from, const struct model_value *edited) {
    struct from_text plain;
    char *paths[] = {"rules"};
    from_text_begin(&plain);
    from_text_begin(from);
    assert_true(source_load(&plain.sources, &plain.diagnostics, paths, 1));
    for (size_t i = 0; i < plain.sources.count; i++) {
        const struct source *source = &plain.sources.files[i];
        bool here = edited && edited->span.begin >= source->base && edited->span.end <= source->base + source->length;
        const char *text = source->bytes;
        if (here) {
            text = arena_format(&from->arena, "%.*s\"an edited value\"%s", (int)(edited->span.begin - source->base),
                                text, text + (edited->span.end - source->base));
        }
        from_text_add(from, source->name, text);
    }
    from_text_end(&plain);
    return from_text_model(from);
}

/* Values of the first clause of each measure, those of named lists too. */
static const struct model_value **written_values(struct from_text *from, const struct model *model, size_t *count) {
    const struct model_value **values = ARENA_ARRAY(&from->arena, 10000, const struct model_value *);
    *count = 0;
    for (size_t s = 0; s < model->specialization_count; s++) {
        for (size_t m = 0; m < model->specializations[s].measure_count; m++) {
            const struct model_clause *clause = model->specializations[s].measures[m].rule.clauses;
            for (size_t c = 0; c < clause->condition_count; c++) {
                for (size_t v = 0; v < clause->conditions[c]->value_count; v++) {
                    assert_true(*count < 10000);
                    values[(*count)++] = &clause->conditions[c]->values[v];
                }
            }
        }
    }
    return values;
}

static void an_edited_value_of_the_shipped_rules_changes_two_lines(void **state) {
    (void)state;
    struct from_text before, after;
    struct model *model = shipped(&before, NULL);
    size_t before_count, after_count, values_count;
    char **before_lines = lines_of(&before, emitted_of(&before, model), &before_count);
    const struct model_value **values = written_values(&before, model, &values_count);
    assert_true(values_count > 50);
    for (size_t i = 0; i < values_count; i += 4) {
        struct model *edited = shipped(&after, values[i]);
        char **lines = lines_of(&after, emitted_of(&after, edited), &after_count);
        assert_int_equal(lines_changed(before_lines, before_count, lines, after_count), 2);
        from_text_end(&after);
    }
    from_text_end(&before);
}

static void check_edit(const char *rules, const char *from_words, const char *to_words) {
    struct from_text before, after;
    struct arena arena = {0};
    const char *at = strstr(rules, from_words);
    assert_non_null(at);
    char *edited = arena_format(&arena, "%.*s%s%s", (int)(at - rules), rules, to_words, at + strlen(from_words));
    size_t before_count, after_count;
    char **a = lines_of(&before, emitted_of(&before, from_text(&before, rules)), &before_count);
    char **b = lines_of(&after, emitted_of(&after, from_text(&after, edited)), &after_count);
    size_t changed = lines_changed(a, before_count, b, after_count);
    assert_true(changed >= 1 && changed <= 3);
    from_text_end(&before);
    from_text_end(&after);
    arena_free(&arena);
}

static void an_added_or_removed_value_changes_at_most_three_lines(void **state) {
    (void)state;
    static const char rules[] = FROM_TEXT_USAGE(
        "alias \"o\" means \"1\" in A counts only where B is none of \"trial\" known not to count \"k\"\n"
        "counts once per A preferring C \"pal\", \"dpor\"") "list Ones of C \"11\" \"111\" "
                                                            "end\n" FROM_TEXT_SPECIALIZATION("S",
                                                                                             "measure \"M\" counts "
                                                                                             "usage where (A is \"1\" "
                                                                                             "or A is \"2\" or B is "
                                                                                             "\"3\")\n"
                                                                                             "and C is any of \"c\", "
                                                                                             "\"pal\", \"dpor\" and (B "
                                                                                             "is \"4\" or A is none of "
                                                                                             "\"5\", blank)\n"
                                                                                             "measure \"N\" counts "
                                                                                             "usage where C is any of "
                                                                                             "Ones\n"
                                                                                             "measure \"O\" counts "
                                                                                             "usage where C is none of "
                                                                                             "Ones");
    check_edit(rules, "A is \"1\"", "A is any of \"1\", \"9\"");
    check_edit(rules, "\"c\", ", "");
    check_edit(rules, "\"5\"", "\"5\", \"55\"");
    check_edit(rules, "\"4\"", "\"40\"");
    check_edit(rules, "\"trial\"", "\"trial\", \"t\"");
    check_edit(rules, "\"k\"", "\"k\", \"l\"");
    check_edit(rules, "\"111\"", "\"111\" \"1111\"");
    check_edit(rules, "none of Ones", "none of Ones, \"one\"");
    check_edit(rules, "any of Ones", "any of \"one\", Ones");
    check_edit(rules, "\"o\"", "\"o\", \"oh\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_sorted_and_begin_with_our_line),
        cmocka_unit_test(slugs_are_unique_whatever_the_order),
        cmocka_unit_test(the_order_of_files_and_declarations_means_nothing),
        cmocka_unit_test(no_text_ends_a_literal_or_a_comment),
        cmocka_unit_test(an_edited_value_of_the_shipped_rules_changes_two_lines),
        cmocka_unit_test(an_added_or_removed_value_changes_at_most_three_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
