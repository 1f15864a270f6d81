/* The template of the partner file says nothing as it is, and everything once its examples are taken. */
#include "runtime/cli/init.h"
#include "runtime/usage/partner_rules.h"
#include "tests/unit/partner_file.h"

/* The template; `taken`: with its examples uncommented. */
static void template(struct text *out, bool taken) {
    struct text whole = {0};
    init_template(&assay_rules, &whole);
    assert_false(whole.failed);
    for (const char *line = whole.data, *end; *line; line = end) {
        end = strchr(line, '\n') + 1;
        bool example = line[0] == '#' && line[1] != '\n' && (line[1] != ' ' || line[2] == ' ');
        if (taken && example) line++;
        text_add_bytes(out, line, (size_t)(end - line));
    }
    text_free(&whole);
}

/* Reads it by the names of the rules that are linked in. */
static void read_template(struct partner *partner, const struct text *text) {
    struct partner_rules known;
    assert_true(partner_rules_make(&known, &assay_rules));
    char path[] = "/tmp/assay-template-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text->data, text->length), text->length);
    close(descriptor);
    assert_true(partner_read_statement(partner, path, &known.names));
    partner_rules_free(&known);
    unlink(path);
    assert_int_equal(partner->remarks.count, 0);
}

static void the_template_says_nothing(void **state) {
    struct partner partner = {0};
    struct text text = {0};
    (void)state;
    template(&text, false);
    read_template(&partner, &text);
    assert_null(partner.name.text);
    for (int s = 0; s < PARTNER_SECTIONS; s++)
        assert_false(partner_says(&partner, (enum partner_section)s));
    text_free(&text);
    partner_free(&partner);
}

static void its_examples_say_something_of_every_section(void **state) {
    struct partner partner = {0};
    struct text text = {0};
    (void)state;
    template(&text, true);
    read_template(&partner, &text);
    assert_string_equal(partner.name.text, "Contoso Services");
    for (int s = 0; s < PARTNER_SECTIONS; s++)
        assert_true(partner_says(&partner, (enum partner_section)s));
    assert_int_equal(partner.designation_count, 1);
    assert_int_equal(partner.certification_count, 1);
    assert_int_equal(partner.audit_count, 1);
    assert_int_equal(partner.reference_count, 1);
    assert_int_equal(partner.earned_count, 1);
    assert_int_equal(partner.metrics[0].month_count, 2);
    text_free(&text);
    partner_free(&partner);
}

static void names_of_the_rules_are_quoted(void **state) {
    static const char *const designations[] = {"A: \"B\" \\ #1"};
    static const struct assay_requirement lines[] = {
        {.kind = ASSAY_REQUIRES_DESIGNATION, .names = designations, .name_count = 1}, {.kind = ASSAY_REQUIRES_AUDIT}};
    static const struct assay_specialization named = {
        .name = "- @x: 'y'", .requirements = lines, .requirement_count = 2};
    static const struct assay_specialization *const all[] = {&named};
    static const struct assay_usage usage = {.name = "Case"};
    const struct assay_ruleset rules = {.usage = &usage, .specializations = all, .specialization_count = 1};
    struct text text = {0};
    (void)state;
    init_template(&rules, &text);
    assert_non_null(strstr(text.data, "#  - name: \"A: \\\"B\\\" \\\\ #1\"\n"));
    assert_non_null(strstr(text.data, "#  - specialization: \"- @x: 'y'\"\n"));
    text_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_template_says_nothing),
        cmocka_unit_test(its_examples_say_something_of_every_section),
        cmocka_unit_test(names_of_the_rules_are_quoted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
