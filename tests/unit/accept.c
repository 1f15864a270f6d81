/* accept.c - findings, as an analysis would add them: their marks, what accepts them, and how they are told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "compiler/analysis/accept.h"
#include "tests/unit/from_text.h"

static const char *const remedies[] = {"narrow one of the two",
                                       "write `measures may overlap`, where the page means it"};

/* The first place of some words in the rules. */
static struct span place_of(const struct from_text *from, const char *words) {
    const struct source *source = &from->sources.files[0];
    const char *at = strstr(source->bytes, words);
    assert_non_null(at);
    uint32_t begin = source->base + (uint32_t)(at - source->bytes);
    return (struct span){begin, begin + (uint32_t)strlen(words)};
}

static struct finding *add_finding(struct from_text *from, const char *words, const char *subject, const char *text) {
    struct finding *finding = ARENA_NEW(&from->arena, struct finding);
    finding->subject = subject;
    diagnostic_add(&from->diagnostics, A0781, place_of(from, words), "%s", text)->finding = finding;
    return finding;
}

/* A model with two measures and `accepts`, and the findings "two measures" and "another". */
static struct model *begin_with(struct from_text *from, const char *accepts) {
    static const char head[] = FROM_TEXT_USAGE("") "specialization \"S\" area \"Area\" cites \"Page\", 2023-07-11\n"
                                                   "requires neither audit nor references\n"
                                                   "measure \"One\" counts usage where A is \"a\"\n"
                                                   "measure \"Two\" counts usage where B is \"b\"\n";
    struct text text = {0};
    text_addf(&text, "%s%s\nend\n", head, accepts);
    struct model *model = from_text(from, text.data);
    text_free(&text);
    assert_non_null(model);
    struct finding *finding =
        add_finding(from, "measure \"One\"", "two measures", "'One' and 'Two' claim the same rows");
    finding->witness = "A \"a\", B \"b\"";
    finding->meaning = "such a row is in both sums";
    finding->related = ARENA_ARRAY(&from->arena, 1, struct related);
    finding->related[0] =
        (struct related){place_of(from, "measure \"Two\""), "measure \"Two\"", "\"Page\", 2023-07-11"};
    finding->related_count = 1;
    finding->remedies = remedies;
    finding->remedy_count = 2;
    add_finding(from, "measure \"Two\"", "another", "'Two' is odd");
    return model;
}

static void must_count(const struct from_text *from, size_t errors, size_t warnings, size_t notes, size_t accepted) {
    assert_int_equal(from->diagnostics.errors, errors);
    assert_int_equal(from->diagnostics.warnings, warnings);
    assert_int_equal(from->diagnostics.notes, notes);
    assert_int_equal(from->diagnostics.accepted, accepted);
}

static void must_print(struct from_text *from, const char *expected) {
    struct text text = {0};
    diagnostic_sort(&from->diagnostics);
    diagnostic_print_text(&from->diagnostics, &from->sources, false, &text);
    assert_string_equal(text.data ? text.data : "", expected);
    text_free(&text);
}

static const char *hint_of(const struct from_text *from, enum message_code code) {
    for (size_t i = 0; i < from->diagnostics.count; i++)
        if (from->diagnostics.items[i].code == code) return from->diagnostics.items[i].hint;
    return NULL;
}

/* ---- Marks ---- */

/* Made by another program: the first 8 digits of sha256("A0781\ntwo measures"). */
static void a_mark_is_of_code_and_subject(void **state) {
    (void)state;
    struct arena arena = {0};
    assert_string_equal(finding_mark(A0781, "two measures", &arena), "65bd7b95");
    assert_string_not_equal(finding_mark(A0782, "two measures", &arena), "65bd7b95");
    assert_string_not_equal(finding_mark(A0781, "two measures.", &arena), "65bd7b95");
    arena_free(&arena);
}

/* ---- How they are told ---- */

#define OTHER                                                                                                          \
    "rules.assay:9:1: warning A0781: 'Two' is odd\n"                                                                   \
    "    9 | measure \"Two\" counts usage where B is \"b\"\n"                                                          \
    "      | ^~~~~~~~~~~~~\n"                                                                                          \
    "      = if it is meant: accepts A0781 as \"1d192096\" because \"...\"\n"

static void an_open_finding_shows_the_ways_out(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = begin_with(&from, "");
    accept_findings(model, &from.diagnostics);
    must_count(&from, 0, 2, 0, 0);
    must_print(&from, "rules.assay:8:1: warning A0781: 'One' and 'Two' claim the same rows\n"
                      "    8 | measure \"One\" counts usage where A is \"a\"\n"
                      "      | ^~~~~~~~~~~~~\n"
                      "      = for example: A \"a\", B \"b\"\n"
                      "      = measure \"Two\": rules.assay:9:1, \"Page\", 2023-07-11\n"
                      "      = such a row is in both sums\n"
                      "      = so: narrow one of the two\n"
                      "      = or: write `measures may overlap`, where the page means it\n"
                      "      = if it is meant: accepts A0781 as \"65bd7b95\" because \"...\"\n" OTHER);
    from_text_end(&from);
}

static void an_accepted_finding_is_hidden_and_can_be_shown(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = begin_with(&from, "accepts A0781 as \"65bd7b95\" because \"It is so.\"");
    accept_findings(model, &from.diagnostics);
    must_count(&from, 0, 1, 0, 1);
    must_print(&from, OTHER);
    from.diagnostics.show_accepted = true;
    must_print(&from, "rules.assay:8:1: accepted A0781: 'One' and 'Two' claim the same rows\n"
                      "    8 | measure \"One\" counts usage where A is \"a\"\n"
                      "      | ^~~~~~~~~~~~~\n"
                      "      = for example: A \"a\", B \"b\"\n"
                      "      = measure \"Two\": rules.assay:9:1, \"Page\", 2023-07-11\n"
                      "      = accepted: It is so. (rules.assay:10:1)\n" OTHER);
    from_text_end(&from);
}

static void json_tells_all_of_it(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = begin_with(&from, "accepts A0781 as \"65bd7b95\" because \"It is so.\"");
    accept_findings(model, &from.diagnostics);
    static const char expected[] = "\"finding\": {\n"
                                   "        \"mark\": \"65bd7b95\",\n"
                                   "        \"witness\": \"A \\\"a\\\", B \\\"b\\\"\",\n"
                                   "        \"meaning\": \"such a row is in both sums\",\n"
                                   "        \"related\": [\n"
                                   "          {\n"
                                   "            \"file\": \"rules.assay\",\n"
                                   "            \"line\": 9,\n"
                                   "            \"column\": 1,\n"
                                   "            \"end_line\": 9,\n"
                                   "            \"end_column\": 14,\n"
                                   "            \"message\": \"measure \\\"Two\\\"\",\n"
                                   "            \"cites\": \"\\\"Page\\\", 2023-07-11\"\n"
                                   "          }\n"
                                   "        ],\n"
                                   "        \"remedies\": [\n"
                                   "          \"narrow one of the two\",\n"
                                   "          \"write `measures may overlap`, where the page means it\"\n"
                                   "        ],\n"
                                   "        \"accepted\": {\n"
                                   "          \"reason\": \"It is so.\",\n"
                                   "          \"file\": \"rules.assay\",\n"
                                   "          \"line\": 10,\n";
    struct text text = {0};
    diagnostic_print_json(&from.diagnostics, &from.sources, &text);
    assert_non_null(strstr(text.data, "\"errors\": 0,\n  \"warnings\": 1,\n  \"notes\": 0,\n  \"accepted\": 1,"));
    const char *finding = strstr(text.data, "\"finding\": ");
    assert_non_null(finding);
    assert_memory_equal(finding, expected, strlen(expected));
    assert_non_null(strstr(finding, "\"accepted\": null"));
    text_free(&text);
    from_text_end(&from);
}

static void must_hold(const char *text, const char *part) {
    if (!strstr(text, part)) fail_msg("%s\nis not in\n%s", part, text);
}

/* What tests/sarif/structure cannot see in the cases: what a finding has besides. */
static void sarif_tells_all_of_it(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = begin_with(&from, "accepts A0781 as \"65bd7b95\" because \"It is so.\"");
    accept_findings(model, &from.diagnostics);
    struct text text = {0};
    diagnostic_print_sarif(&from.diagnostics, &from.sources, true, &text);
    must_hold(text.data, "\"text\": \"'One' and 'Two' claim the same rows\\nFor example: A \\\"a\\\", B \\\"b\\\"\\n"
                         "such a row is in both sums\\nso: narrow one of the two\\nor: write `measures may overlap`, "
                         "where the page means it\"");
    must_hold(text.data, "\"text\": \"measure \\\"Two\\\", \\\"Page\\\", 2023-07-11\"");
    must_hold(text.data, "\"assayMark/v1\": \"65bd7b95\"");
    must_hold(text.data, "\"suppressions\": [\n"
                         "            {\n"
                         "              \"kind\": \"inSource\",\n"
                         "              \"justification\": \"It is so.\",\n"
                         "              \"location\": {\n"
                         "                \"physicalLocation\": {\n");
    must_hold(text.data, "\"startLine\": 10,");
    must_hold(text.data, "\"suppressions\": []");
    text_free(&text);
    from_text_end(&from);
}

/* ---- Acceptances ---- */

static void an_acceptance_of_another_code_or_mark_accepts_nothing(void **state) {
    (void)state;
    struct from_text from;
    struct model *model = begin_with(&from, "accepts A0781 as \"65bd7b95\" because \"Another code.\"\n"
                                            "accepts A0781 as \"00000000\" because \"Another mark.\"");
    model->acceptances[0].code = A0412;
    accept_findings(model, &from.diagnostics);
    must_count(&from, 0, 4, 0, 0);
    from_text_end(&from);
}

static void an_acceptance_of_nothing_shows_what_is_open(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = begin_with(&from, "accepts A0781 as \"00000000\" because \"It was so.\"\n"
                                                  "accepts A0781 as \"1d192096\" because \"It is so.\"");
    accept_findings(model, &from.diagnostics);
    must_count(&from, 0, 2, 0, 1);
    assert_string_equal(hint_of(&from, A0790), "look at it again");
    const struct diagnostic *last = &from.diagnostics.items[from.diagnostics.count - 1];
    assert_string_equal(last->note,
                        "A0781 open in this file: \"65bd7b95\" (line 8); write the mark of the one that is meant");
    from_text_end(&from);
}

static void an_acceptance_of_what_is_off_is_left_alone(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = begin_with(&from, "accepts A0781 as \"00000000\" because \"It was so.\"");
    enum severity severities[MESSAGE_COUNT] = {SEVERITY_ERROR};
    severities[A0781] = SEVERITY_OFF;
    from.diagnostics.severities = severities;
    accept_findings(model, &from.diagnostics);
    must_count(&from, 0, 0, 0, 0);
    must_print(&from, "");
    from_text_end(&from);
}

static void findings_weigh_by_the_severity_in_force(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = begin_with(&from, "accepts A0781 as \"1d192096\" because \"It is so.\"");
    enum severity severities[MESSAGE_COUNT] = {SEVERITY_ERROR};
    from.diagnostics.severities = severities;
    severities[A0781] = SEVERITY_ERROR;
    accept_findings(model, &from.diagnostics);
    must_count(&from, 1, 0, 0, 1);
    severities[A0781] = SEVERITY_NOTE;
    diagnostic_count(&from.diagnostics);
    must_count(&from, 0, 0, 1, 1);
    from_text_end(&from);
}

/* Said twice of one place is said once, but not when the two say something else of the rules. */
static void findings_of_one_place_are_told_apart_by_subject(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = begin_with(&from, "");
    add_finding(&from, "measure \"Two\"", "another", "'Two' is odd");
    add_finding(&from, "measure \"Two\"", "a third", "'Two' is odd");
    accept_findings(model, &from.diagnostics);
    must_count(&from, 0, 4, 0, 0);
    diagnostic_sort(&from.diagnostics);
    must_count(&from, 0, 3, 0, 0);
    from_text_end(&from);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_is_of_code_and_subject),
        cmocka_unit_test(an_open_finding_shows_the_ways_out),
        cmocka_unit_test(an_accepted_finding_is_hidden_and_can_be_shown),
        cmocka_unit_test(json_tells_all_of_it),
        cmocka_unit_test(sarif_tells_all_of_it),
        cmocka_unit_test(an_acceptance_of_another_code_or_mark_accepts_nothing),
        cmocka_unit_test(an_acceptance_of_nothing_shows_what_is_open),
        cmocka_unit_test(an_acceptance_of_what_is_off_is_left_alone),
        cmocka_unit_test(findings_weigh_by_the_severity_in_force),
        cmocka_unit_test(findings_of_one_place_are_told_apart_by_subject),
    };
    return cmocka_run_group_tests_name("accept", tests, NULL, NULL);
}
