#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "runtime/cli/ruleset.h"

#include <string.h>

/* A copy of the linked rule set that a test may damage: the parts on the way to what is damaged. */
struct copy {
    struct assay_ruleset rules;
    struct assay_usage usage;
    struct assay_index index;
    struct assay_field fields[64];
    struct assay_index_field index_fields[64];
    struct assay_eligibility eligibilities[8];
    struct assay_clause clauses[8];
    struct assay_condition condition;
    struct assay_entry entries[256];
    uint32_t first[256];
};

static struct copy copy;

static int begin(void **state) {
    (void)state;
    memset(&copy, 0, sizeof copy);
    copy.rules = assay_rules;
    copy.usage = *assay_rules.usage;
    copy.index = *assay_rules.index;
    size_t fields = copy.usage.field_count, eligibilities = copy.usage.eligibility_count;
    size_t rules = eligibilities + copy.index.measure_count + 1;
    if (fields > 64 || eligibilities > 8 || !eligibilities || rules > 256) return -1;
    memcpy(copy.fields, copy.usage.fields, fields * sizeof *copy.fields);
    memcpy(copy.index_fields, copy.index.fields, fields * sizeof *copy.index_fields);
    memcpy(copy.eligibilities, copy.usage.eligibilities, eligibilities * sizeof *copy.eligibilities);
    memcpy(copy.first, copy.index.first, rules * sizeof *copy.first);
    if (copy.eligibilities[0].clause_count > 8 || copy.index_fields[0].entry_count > 256) return -1;
    memcpy(copy.clauses, copy.eligibilities[0].clauses, copy.eligibilities[0].clause_count * sizeof *copy.clauses);
    memcpy(copy.entries, copy.index_fields[0].entries, copy.index_fields[0].entry_count * sizeof *copy.entries);
    copy.condition = copy.clauses[0].conditions[0];
    copy.rules.usage = &copy.usage;
    copy.rules.index = &copy.index;
    copy.usage.fields = copy.fields;
    copy.usage.eligibilities = copy.eligibilities;
    copy.index.fields = copy.index_fields;
    copy.index.first = copy.first;
    copy.eligibilities[0].clauses = copy.clauses;
    copy.index_fields[0].entries = copy.entries;
    return 0;
}

static void the_linked_rules_are_whole(void **state) {
    (void)state;
    assert_null(ruleset_broken(&assay_rules));
    assert_null(ruleset_broken(&copy.rules));
}

/* Damages one thing, expects the refusal, and takes a new copy. */
#define DAMAGED(change, expected)                                                                                      \
    do {                                                                                                               \
        assert_int_equal(begin(NULL), 0);                                                                              \
        change;                                                                                                        \
        const char *broken = ruleset_broken(&copy.rules);                                                              \
        assert_non_null(broken);                                                                                       \
        assert_string_equal(broken, expected);                                                                         \
    } while (0)

static void damage_is_found(void **state) {
    (void)state;
    DAMAGED(copy.rules.hash = "abc", "its hash is none");
    DAMAGED(copy.rules.index = NULL, "a part is missing");
    DAMAGED(copy.usage.name = NULL, "the usage declaration is not whole");
    DAMAGED(copy.fields[1].columns = NULL, "a field has no column");
    DAMAGED(copy.fields[1].role = 77, "a field has a role that is none");
    DAMAGED(copy.fields[0].role = ASSAY_AMOUNT, "there is not one amount");
    DAMAGED(copy.index.first = NULL, "a part of the index is missing");
    DAMAGED(copy.index.words = 0, "clause sets are too small");
    DAMAGED(copy.index.measure_count++, "measures are counted otherwise");
    DAMAGED(copy.index.clause_count--, "clauses are counted otherwise");
    DAMAGED(copy.usage.lines = NULL, "the usage declaration is not whole");
    DAMAGED(copy.usage.aliases = NULL, "the aliases are missing");
    DAMAGED(copy.eligibilities[0].reason = NULL, "an eligibility is not whole");
    DAMAGED((copy.condition.values.text_count = 1, copy.condition.values.texts = NULL,
             copy.clauses[0].conditions = &copy.condition),
            "a condition lacks its values");
    DAMAGED(copy.rules.lists = NULL, "the lists are missing");
    DAMAGED(copy.first[1]++, "clauses are numbered otherwise");
    DAMAGED(copy.eligibilities[0].clauses = NULL, "a rule lacks its clauses");
    DAMAGED(copy.clauses[0].conditions = NULL, "a clause lacks its conditions");
    DAMAGED((copy.condition.field = copy.usage.field_count, copy.clauses[0].conditions = &copy.condition),
            "a condition is on a field that is none");
    DAMAGED((copy.condition.test = 9, copy.clauses[0].conditions = &copy.condition),
            "a condition has a test that is none");
}

/* A module's tables are not made by this compiler perhaps. */
static void damage_of_what_reports_say_is_found(void **state) {
    (void)state;
    static struct assay_refresh refresh;
    static struct assay_step step;
    static struct assay_active active;
    static const struct assay_place place = {.kind = 9}, nowhere = {.kind = ASSAY_PLACE_TEXT};
    assert_true(copy.usage.step_count > 0 && copy.usage.performance && copy.usage.knowledge && copy.usage.active);
    DAMAGED(copy.fields[0].address = "javascript:alert(1)", "an address is none");
    DAMAGED(copy.usage.cites.address = "data:,x", "an address is none");
    DAMAGED((refresh = *copy.usage.performance, refresh.day = 32, copy.usage.performance = &refresh),
            "how fresh figures are is not whole");
    DAMAGED((refresh = *copy.usage.knowledge, refresh.days = 0, copy.usage.knowledge = &refresh),
            "how fresh figures are is not whole");
    DAMAGED((refresh = *copy.usage.knowledge, refresh.cites.address = "x", copy.usage.knowledge = &refresh),
            "an address is none");
    DAMAGED(copy.usage.steps = NULL, "the steps are missing");
    DAMAGED((step = copy.usage.steps[0], step.kind = 4, copy.usage.steps = &step, copy.usage.step_count = 1),
            "a step is not whole");
    DAMAGED((step = copy.usage.steps[0], step.roles = NULL, copy.usage.steps = &step, copy.usage.step_count = 1),
            "a step is not whole");
    DAMAGED((step = copy.usage.steps[0], step.places = &place, step.place_count = 1, copy.usage.steps = &step,
             copy.usage.step_count = 1),
            "a step is not whole");
    DAMAGED((step = copy.usage.steps[0], step.places = &nowhere, step.place_count = 1, copy.usage.steps = &step,
             copy.usage.step_count = 1),
            "a step is not whole");
    DAMAGED((step = copy.usage.steps[0], step.address = "//x", copy.usage.steps = &step, copy.usage.step_count = 1),
            "an address is none");
    DAMAGED((active = *copy.usage.active, active.means = NULL, copy.usage.active = &active),
            "what being Active brings is not whole");
    DAMAGED((active = *copy.usage.active, active.address = "x", copy.usage.active = &active), "an address is none");
}

static void damage_of_the_index_is_found(void **state) {
    (void)state;
    static const uint16_t wild[] = {9, 60000};
    DAMAGED(copy.index_fields[0].masks = NULL, "the index of a field is not whole");
    DAMAGED(copy.index_fields[0].slot_mask = 6, "slots are no power of two");
    DAMAGED(copy.index_fields[0].other_class = 1000, "a class is out of range");
    DAMAGED((copy.index_fields[0].slots = wild, copy.index_fields[0].slot_mask = 1),
            "a slot holds a code that is none");
    DAMAGED(copy.entries[0].length++, "a text has another length");
    DAMAGED(copy.entries[0].class_ = 1000, "a class is out of range");
    DAMAGED(copy.entries[0].canonical = 1, "an alias means a code that is none");
    DAMAGED((copy.entries[0].text = "\x01", copy.entries[0].length = 1), "a text leads to another code");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_linked_rules_are_whole, begin),
        cmocka_unit_test(damage_is_found),
        cmocka_unit_test_setup(damage_of_what_reports_say_is_found, begin),
        cmocka_unit_test(damage_of_the_index_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
