/* The reader of emitted C: what it takes, and what it refuses where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/proof/decode_internal.h"

#include <string.h>

#define HEADER "/* Written by assayc from rule files: change the rule, not this file. */\n"
#define INDEX                                                                                                          \
    "extern const struct assay_usage assay_table_usage;\n"                                                             \
    "const struct assay_ruleset assay_rules = {.abi = ASSAY_ABI, .usage = &assay_table_usage};\n"
#define USAGE "const struct assay_usage assay_table_usage = {.name = \"U\"};\n"

struct read {
    struct arena arena;
    struct decode_file files[4];
    struct decoded decoded;
    struct decode_error error;
    bool good;
};

/* Reads decisions/usage.c and index.c, and fields.h when it is given. */
static struct read *read_files(struct read *read, const char *usage, const char *index, const char *fields) {
    size_t count = 0;
    *read = (struct read){0};
    if (fields) read->files[count++] = (struct decode_file){"decisions/fields.h", fields, strlen(fields), false};
    read->files[count++] = (struct decode_file){"decisions/usage.c", usage, strlen(usage), false};
    read->files[count++] = (struct decode_file){"index.c", index, strlen(index), false};
    read->good = decode_files(read->files, count, &read->arena, &read->decoded, &read->error);
    return read;
}

static void refused(const char *usage, const char *place, const char *text) {
    struct read read;
    assert_false(read_files(&read, usage, HEADER INDEX, NULL)->good);
    assert_non_null(read.error.text);
    const char *where = arena_format(&read.arena, "%s:%u:%u", read.error.file, read.error.line, read.error.column);
    assert_string_equal(where, place);
    assert_string_equal(read.error.text, text);
    arena_free(&read.arena);
}

static void values_of_all_kinds(void **state) {
    (void)state;
    struct read read;
    const char *usage =
        HEADER "#include \"assay.h\"\n#include \"fields.h\"\n\n#if ASSAY_ABI != 4\n#error \"ABI\"\n#endif\n"
               "static const char *const notes[] = {\n    \"a \\\"b\\\" \\\\ \\303\\244 ?\\?=\", /* , */\n"
               "    \"\", \"c\",\n};\n"
               "static const char *const none[] = {NULL};\n"
               "static const uint32_t lines[] = {1, 0x10, 4294967295};\n"
               "static const uint16_t key[] = {FIELD_B, FIELD_A};\n"
               "static const struct assay_once once = {.key_count = ASSAY_COUNT(key), .key = key,\n"
               "    .least_count = ASSAY_TEXTS(none), .preferred = NULL};\n"
               "const struct assay_usage assay_table_usage = {.name = \"U\", .note_count = "
               "ASSAY_COUNT(notes), .notes = notes, .once = &once,\n .cites = {.title = \"T\", .date = 7},"
               " .lines = lines};\n";
    const char *fields = HEADER "#ifndef ASSAY_FIELDS_H\n#define ASSAY_FIELDS_H\nenum {\n    FIELD_A, /* A */\n    "
                                "FIELD_B,\n};\n#define ASSAY_COUNT(array) (sizeof(array) / sizeof((array)[0]))\n"
                                "#define ASSAY_TEXTS(array) (ASSAY_COUNT(array) - 1)\n"
                                "#ifdef __GNUC__\n#pragma GCC diagnostic ignored \"-Wx\"\n#endif\n#endif\n";
    read_files(&read, usage, HEADER INDEX, fields);
    if (read.error.text) fail_msg("%s:%u: %s", read.error.file, read.error.line, read.error.text);
    const struct assay_usage *table = read.decoded.rules->usage;
    assert_int_equal(read.decoded.rules->abi, ASSAY_ABI);
    assert_int_equal(table->note_count, 3);
    assert_string_equal(table->notes[0], "a \"b\" \\ \xC3\xA4 ?\?=");
    assert_string_equal(table->notes[1], "");
    assert_int_equal(table->lines[1], 16);
    assert_int_equal(table->lines[2], UINT32_MAX);
    assert_int_equal(table->once->key_count, 2);
    assert_int_equal(table->once->key[0], 1);
    assert_int_equal(table->once->least_count, 0);
    assert_int_equal(table->cites.date, 7);
    assert_int_equal(decode_at(&read.decoded, table->lines)->count, 3);
    assert_null(decode_at(&read.decoded, table->lines + 1));
    arena_free(&read.arena);
}

static void numbers_that_do_not_fit(void **state) {
    (void)state;
    refused(HEADER "static const uint16_t a[] = {1, 65536};\n", "decisions/usage.c:2:33",
            "the number has more than 16 bits");
    refused(HEADER "static const uint64_t a[] = {UINT64_C(0x10000000000000000)};\n", "decisions/usage.c:2:39",
            "the number has more than 64 bits");
    refused(HEADER "static const uint32_t a[] = {01};\n", "decisions/usage.c:2:31", "'}' was expected");
    refused(HEADER "static const uint32_t a[] = {-1};\n", "decisions/usage.c:2:30", "a number was expected");
    refused(HEADER "static const uint32_t a[] = {1 + 1};\n", "decisions/usage.c:2:32", "'}' was expected");
    refused(HEADER "static const uint32_t a[] = {sizeof(int)};\n", "decisions/usage.c:2:30",
            "a number, a field or a constant of assay.h was expected");
}

static void texts_that_are_none(void **state) {
    (void)state;
    refused(HEADER "static const char *const a[] = {\"a\" \"b\"};\n", "decisions/usage.c:2:37", "'}' was expected");
    refused(HEADER "static const char *const a[] = {\"a\n\"};\n", "decisions/usage.c:2:33",
            "a text in quotes was expected");
    refused(HEADER "static const char *const a[] = {\"\\x41\"};\n", "decisions/usage.c:2:33",
            "a text in quotes was expected");
    refused(HEADER "static const char *const a[] = {\"\\000\"};\n", "decisions/usage.c:2:33",
            "a text cannot hold a NUL");
    refused(HEADER "static const char *const a[] = {1};\n", "decisions/usage.c:2:33", "a text in quotes was expected");
}

static void rows_that_are_none(void **state) {
    (void)state;
    refused(HEADER "const struct assay_usage assay_table_usage = {.nome = \"U\"};\n", "decisions/usage.c:2:48",
            "a member of struct assay_usage was expected");
    refused(HEADER "const struct assay_usage assay_table_usage = {.name = \"U\", .name = \"V\"};\n",
            "decisions/usage.c:2:61", "name stands twice");
    refused(HEADER "const struct assay_usage assay_table_usage = {\"U\"};\n", "decisions/usage.c:2:47",
            "'.' was expected");
    refused(HEADER "const struct assay_usage assay_table_usage = {.fields = fields};\n", "decisions/usage.c:2:57",
            "the name of a table that stands above was expected");
    refused(HEADER "static const uint32_t a[] = {1};\nconst struct assay_usage assay_table_usage = {.notes = a};\n",
            "decisions/usage.c:3:56", "a is not what belongs here: char *, as an array");
    refused(HEADER "static const uint32_t a[] = {1};\nconst struct assay_usage assay_table_usage = {.lines = &a};\n",
            "decisions/usage.c:3:57", "a is not what belongs here: uint32_t");
}

static void definitions_that_are_none(void **state) {
    (void)state;
    refused(HEADER "static int a = 1;\n", "decisions/usage.c:2:8", "'const' was expected");
    refused(HEADER "static const int a = 1;\n", "decisions/usage.c:2:14", "no table is of the type int");
    refused(HEADER "static const uint32_t a[] = {1};\nstatic const uint32_t a[] = {1};\n", "decisions/usage.c:3:32",
            "a is defined twice");
    refused(HEADER "static const uint32_t a[] = {};\n", "decisions/usage.c:2:30", "a number was expected");
    refused(HEADER "static const uint32_t a[1] = {1};\n", "decisions/usage.c:2:25", "']' was expected");
    refused(HEADER USAGE "int main(void) { return 0; }\n", "decisions/usage.c:3:1", "'const' was expected");
    refused(HEADER "/* no end\n" USAGE, "decisions/usage.c:2:1", "'const' was expected");
    refused("/* Written by hand. */\n" USAGE, "decisions/usage.c:1:1",
            "assayc did not write this file: its first line is another");
}

static void directives_that_are_none(void **state) {
    (void)state;
    refused(HEADER "#include <stdio.h>\n", "decisions/usage.c:2:1", "no such directive is written by assayc");
    refused(HEADER "#define NULL 1\n", "decisions/usage.c:2:1", "no such directive is written by assayc");
    refused(HEADER "#include \"fields.h\"\n", "decisions/usage.c:2:1", "fields.h is missing");
    refused(HEADER "#include \"usage.c\"\n", "decisions/usage.c:2:1", "too many files include one another");
    refused(HEADER "#if ASSAY_ABI != 1\n", "decisions/usage.c:2:1",
            "the tables were written for ABI 1 of assay.h, and this assayc reads ABI 4");
    refused(HEADER "#if ASSAY_ABI != 4\n" USAGE, "decisions/usage.c:3:1", "'#error \"...' was expected");
    refused(HEADER "static #endif\n", "decisions/usage.c:2:8", "'const' was expected");
    refused(HEADER "#ifndef A\n#define B\n#endif\n", "decisions/usage.c:3:1", "'#define A' was expected");
    refused(HEADER "#ifndef A\n#define A\n" USAGE, "decisions/usage.c:5:1", "'#endif' was expected");
}

static void an_index_without_a_rule_set(void **state) {
    (void)state;
    struct read read;
    assert_false(read_files(&read, HEADER USAGE, HEADER, NULL)->good);
    assert_string_equal(read.error.text, "it does not define assay_rules");
    arena_free(&read.arena);
    assert_false(
        read_files(&read, HEADER USAGE, HEADER "const struct assay_index assay_rules = {.words = 1};\n", NULL)->good);
    assert_string_equal(read.error.text, "it does not define assay_rules");
    arena_free(&read.arena);
    assert_false(read_files(&read, HEADER, HEADER INDEX, NULL)->good);
    assert_string_equal(read.error.text, "no file here defines assay_table_usage");
    arena_free(&read.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_of_all_kinds),         cmocka_unit_test(numbers_that_do_not_fit),
        cmocka_unit_test(texts_that_are_none),         cmocka_unit_test(rows_that_are_none),
        cmocka_unit_test(definitions_that_are_none),   cmocka_unit_test(directives_that_are_none),
        cmocka_unit_test(an_index_without_a_rule_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
