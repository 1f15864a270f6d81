#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/emit/layout_check.h"
#include "tests/unit/from_text.h"

enum { A, B, C, COST };

static const struct assay_ruleset *layout_of(struct from_text *from, const char *text) {
    struct model *model = from_text(from, text);
    assert_non_null(model);
    const struct assay_ruleset *rules = layout_ruleset(model, &from->arena);
    assert_non_null(rules);
    assert_null(layout_check(rules, &from->arena));
    return rules;
}

static uint16_t code_of(const struct assay_ruleset *rules, uint16_t field, const char *text) {
    return assay_intern(rules, field, text, strlen(text));
}

static uint16_t class_of(const struct assay_ruleset *rules, uint16_t field, const char *text) {
    const struct assay_index_field *index = &rules->index->fields[field];
    uint16_t code = code_of(rules, field, text);
    return code == ASSAY_BLANK   ? index->blank_class
           : code == ASSAY_OTHER ? index->other_class
                                 : index->entries[code - 2].class_;
}

static const char sample[] = FROM_TEXT_USAGE(
    "alias \"old\" means \"new\" in A spelling \"nw\" means \"new\" in A\n"
    "counts only where B is none of \"trial\" known not to count \"gone\", blank\n"
    "counts once per A, Cost preferring C \"pal\", \"dpor\" cross-check A with \"1\" for dropped and \"0\" for kept")
    FROM_TEXT_SPECIALIZATION("Two",
                             "measure \"M\" counts usage where (A is any of \"new\", \"x\" and C is any of \"dpor\", "
                             "\"pal\") or B is \"y\"\n"
                             "measure \"N\" counts usage where A is anything except \"x\"")
        FROM_TEXT_SPECIALIZATION("One", "measure \"O\" counts usage where C is blank");

static void entries_are_all_texts_named_for_a_field(void **state) {
    (void)state;
    struct from_text from;
    const struct assay_ruleset *rules = layout_of(&from, sample);
    static const char *const expected[] = {"0", "1", "new", "nw", "old", "x"};
    const struct assay_index_field *field = &rules->index->fields[A];
    assert_int_equal(field->entry_count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(field->entries[i].text, expected[i]);
        assert_int_equal(field->entries[i].length, strlen(expected[i]));
    }
    assert_true(code_of(rules, B, "GONE") > ASSAY_OTHER);
    assert_int_equal(code_of(rules, A, "dpor"), ASSAY_OTHER);
    assert_int_equal(rules->index->fields[COST].entry_count, 0);
    from_text_end(&from);
}

static void R5_aliases_share_class_and_canonical_code(void **state) {
    (void)state;
    struct from_text from;
    const struct assay_ruleset *rules = layout_of(&from, sample);
    const struct assay_entry *entries = rules->index->fields[A].entries;
    uint16_t new_ = code_of(rules, A, "New"), old = code_of(rules, A, " OLD"), nw = code_of(rules, A, "nw");
    assert_int_equal(entries[old - 2].canonical, new_);
    assert_int_equal(entries[nw - 2].canonical, new_);
    assert_int_equal(entries[new_ - 2].canonical, new_);
    assert_int_equal(entries[old - 2].class_, entries[new_ - 2].class_);
    assert_int_equal(entries[old - 2].alias, 1);
    assert_int_equal(entries[nw - 2].alias, 0);
    from_text_end(&from);
}

static void classes_are_numbered_by_first_occurrence(void **state) {
    (void)state;
    struct from_text from;
    const struct assay_ruleset *rules = layout_of(&from, sample);
    const struct assay_index_field *field = &rules->index->fields[A];
    assert_int_equal(field->blank_class, 0);
    assert_int_equal(field->other_class, 1);
    assert_int_equal(class_of(rules, A, "0"), 1); /* no clause tells it from other texts */
    assert_int_equal(class_of(rules, A, "new"), 2);
    assert_int_equal(class_of(rules, A, "x"), 3);
    assert_int_equal(field->class_count, 4);
    assert_int_equal(class_of(rules, C, "dpor"), class_of(rules, C, "pal"));
    assert_int_equal(rules->index->fields[COST].class_count, 1);
    from_text_end(&from);
}

static void clauses_are_numbered_eligibilities_first(void **state) {
    (void)state;
    struct from_text from;
    const struct assay_ruleset *rules = layout_of(&from, sample);
    /* The eligibility; One's measure; then Two's, of two clauses and one. */
    static const uint32_t first[] = {0, 1, 2, 4, 5};
    assert_int_equal(rules->index->clause_count, 5);
    assert_int_equal(rules->index->measure_count, 3);
    assert_memory_equal(rules->index->first, first, sizeof first);
    assert_string_equal(rules->specializations[0]->name, "One");
    const struct assay_index_field *field = &rules->index->fields[A];
    assert_int_equal(*field->free_, 0x0B);
    assert_int_equal(field->masks[class_of(rules, A, "x")], 0x0F);
    assert_int_equal(field->masks[class_of(rules, A, "new")], 0x1F);
    assert_int_equal(field->masks[class_of(rules, A, "?")], 0x1B);
    assert_int_equal(field->masks[class_of(rules, A, "NULL")], 0x0B);
    from_text_end(&from);
}

static void slots_are_at_most_half_full(void **state) {
    (void)state;
    struct from_text from;
    const struct assay_ruleset *rules = layout_of(&from, sample);
    for (uint16_t field = 0; field < rules->usage->field_count; field++) {
        const struct assay_index_field *index = &rules->index->fields[field];
        uint32_t filled = 0;
        for (uint32_t i = 0; i <= index->slot_mask; i++)
            filled += index->slots[i] != 0;
        assert_int_equal(filled, index->entry_count);
        assert_true(2 * filled <= index->slot_mask + 1);
    }
    from_text_end(&from);
}

static void tables_follow_file_names_not_names(void **state) {
    (void)state;
    struct from_text from;
    const struct assay_ruleset *rules =
        layout_of(&from, FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION("A", "measures not published")
                             FROM_TEXT_SPECIALIZATION("A b", "measures not published"));
    /* a-b.c comes before a.c: '-' is less than '.' */
    assert_string_equal(rules->specializations[0]->name, "A b");
    assert_string_equal(rules->specializations[1]->name, "A");
    assert_int_equal(rules->index->clause_count, 0);
    assert_int_equal(rules->index->words, 1);
    from_text_end(&from);
}

static void a_list_stands_once_and_names_its_file(void **state) {
    (void)state;
    struct from_text from;
    from_text_begin(&from);
    from_text_add(&from, "lists.assay", "list Ones of A\n\"1\"\n\"11\" end");
    from_text_add(&from, "usage.assay", FROM_TEXT_USAGE(""));
    from_text_add(&from, "s.assay",
                  FROM_TEXT_SPECIALIZATION("S",
                                           "measure \"M\" counts usage where A is any of Ones, \"2\"\n"
                                           "measure \"N\" counts usage where A is none of Ones or A is any of Ones"));
    struct model *model = from_text_model(&from);
    assert_non_null(model);
    const struct assay_ruleset *rules = layout_ruleset(model, &from.arena);
    assert_null(layout_check(rules, &from.arena));
    assert_int_equal(rules->list_count, 1);
    const struct assay_list *list = rules->lists[0];
    assert_string_equal(list->name, "Ones");
    assert_string_equal(list->file, "lists.assay");
    assert_int_equal(list->field, A);
    assert_int_equal(list->value_count, 2);
    assert_string_equal(list->values[1], "11");
    assert_int_equal(list->lines[0], 1);
    assert_int_equal(list->lines[2], 3);
    const struct assay_measure *measures = rules->specializations[0]->measures;
    const struct assay_condition *condition = &measures[0].clauses[0].conditions[0];
    assert_int_equal(condition->values.text_count, 1);
    assert_string_equal(condition->values.texts[0], "2");
    assert_int_equal(condition->values.list_count, 1);
    assert_ptr_equal(condition->values.lists[0], list);
    assert_int_equal(condition->lines[1], 3);
    assert_ptr_equal(measures[1].clauses[1].conditions[0].values.lists[0], list);
    assert_int_equal(assay_value_count(&condition->values), 3);
    assert_string_equal(assay_value_at(&condition->values, 0), "2");
    assert_string_equal(assay_value_at(&condition->values, 2), "11");
    from_text_end(&from);
}

/* Lines stand beside what they are lines of: of measures and their clauses, of conditions and their texts, of
 * eligibilities with what is known not to count, of fields and aliases. */
static void lines_follow_the_rules(void **state) {
    (void)state;
    struct from_text from;
    const struct assay_ruleset *rules =
        layout_of(&from, "usage \"U\" edition \"1\" cites \"P\", 2023-07-11\n"
                         "field A column \"A\"\nfield B column \"B\"\namount Cost column \"Cost\" in USD\n"
                         "alias\n\"z\",\n\"y\" means \"1\" in B, A\n"
                         "counts only where A is \"1\"\nknown not to count \"n\",\n\"m\", Ms\n"
                         "counts once per A preferring B \"1\" end\n"
                         "list Ms of A \"mm\" end\n"
                         "specialization \"S\" area \"A\" cites \"P\", 2023-07-11 requires customer references\n"
                         "measure \"M\" counts usage under either\noption \"1\" A is any of \"3\",\n\"2\"\n"
                         "option \"2\" B is any of \"1\", blank\nend");
    const struct assay_usage *usage = rules->usage;
    const struct assay_measure *measure = rules->specializations[0]->measures;
    static const uint32_t of_usage[] = {1, 11, 0}, of_fields[] = {2, 3, 4}, of_alias[] = {5, 7, 6};
    static const uint32_t of_eligibility[] = {8, 8, 10, 9}, of_measure[] = {14, 15, 17}, of_condition[] = {15, 16, 15};
    assert_memory_equal(usage->lines, of_usage, sizeof of_usage);
    assert_memory_equal(usage->field_lines, of_fields, sizeof of_fields);
    assert_int_equal(usage->alias_count, 1);
    assert_int_equal(usage->aliases[0]->text_count, 2);
    assert_int_equal(usage->aliases[0]->field_count, 2);
    assert_string_equal(usage->aliases[0]->texts[0], "y");
    assert_memory_equal(usage->aliases[0]->lines, of_alias, sizeof of_alias);
    assert_int_equal(usage->eligibilities[0].known.text_count, 2);
    assert_int_equal(usage->eligibilities[0].known.list_count, 1);
    assert_memory_equal(usage->eligibilities[0].lines, of_eligibility, sizeof of_eligibility);
    assert_int_equal(rules->specializations[0]->lines[0], 13);
    assert_memory_equal(measure->lines, of_measure, sizeof of_measure);
    assert_memory_equal(measure->clauses[0].conditions[0].lines, of_condition, sizeof of_condition);
    assert_int_equal(measure->clauses[1].conditions[0].lines[0], 17);
    from_text_end(&from);
}

static void L4_3_cites_attach_and_are_inherited(void **state) {
    (void)state;
    struct from_text from;
    const struct assay_ruleset *rules = layout_of(
        &from,
        FROM_TEXT_USAGE("") "specialization \"S\" area \"A\" formerly \"Old S\" cites \"Page\", 2023-07-11\n"
                            "note \"of S\" requires audit by a third party\n"
                            "measure \"M\" effective from 2024-01-02 until 2025-03-04 counts usage where A is \"1\"\n"
                            "formerly \"Old M\", \"Older M\" cites \"Other\", 2024-05-06 note \"of M\"\n"
                            "measure \"N\" counts usage where A is \"2\" end");
    const struct assay_specialization *table = rules->specializations[0];
    assert_string_equal(table->cites.title, "Page");
    assert_int_equal(table->former_count, 1);
    assert_int_equal(table->note_count, 1);
    assert_int_equal(table->requirement_count, 1);
    assert_int_equal(table->requirements[0].kind, ASSAY_REQUIRES_AUDIT);
    assert_string_equal(table->measures[0].cites.title, "Other");
    assert_int_equal(table->measures[0].cites.date, 20240506);
    assert_int_equal(table->measures[0].from, 20240102);
    assert_int_equal(table->measures[0].until, 20250304);
    assert_int_equal(table->measures[0].former_count, 2);
    assert_string_equal(table->measures[0].notes[0], "of M");
    assert_string_equal(table->measures[1].cites.title, "Page");
    assert_int_equal(table->measures[1].former_count, 0);
    from_text_end(&from);
}

static void the_check_finds_a_wrong_bit(void **state) {
    (void)state;
    struct from_text from;
    const struct assay_ruleset *rules = layout_of(&from, sample);
    for (size_t field = A; field <= C; field++) {
        uint64_t *masks = (uint64_t *)(uintptr_t)rules->index->fields[field].masks;
        for (size_t class_ = 0; class_ < rules->index->fields[field].class_count; class_++) {
            for (unsigned bit = 0; bit < 5; bit++) {
                bool looks = !(*rules->index->fields[field].free_ >> bit & 1);
                masks[class_] ^= UINT64_C(1) << bit;
                assert_int_equal(layout_check(rules, &from.arena) != NULL, looks);
                masks[class_] ^= UINT64_C(1) << bit;
            }
        }
    }
    from_text_end(&from);
}

/* 100 specializations of 100 measures, 10,000 clauses and 10,000 values: seconds if anything were quadratic. */
static void large_rule_sets_are_laid_out_quickly(void **state) {
    (void)state;
    struct text text = {0};
    text_add(&text, FROM_TEXT_USAGE(""));
    for (unsigned s = 0; s < 100; s++) {
        text_addf(&text,
                  "specialization \"S%u\" area \"A\" cites \"P\", 2023-07-11 "
                  "requires neither audit nor references\n",
                  s);
        for (unsigned m = 0; m < 100; m++) {
            text_addf(&text,
                      "measure \"M%u\" counts usage where A is any of \"%u\", \"x%u\" and B is none of \"b%u\"\n", m,
                      100 * s + m, (100 * s + m) / 7, m);
        }
        text_add(&text, "end\n");
    }
    struct from_text from;
    struct model *model = from_text(&from, text.data);
    assert_non_null(model);
    const struct assay_ruleset *rules = layout_ruleset(model, &from.arena);
    assert_non_null(rules);
    assert_int_equal(rules->index->clause_count, 10000);
    assert_int_equal(rules->index->words, 157);
    assert_true(rules->index->fields[A].entry_count > 11000);
    assert_int_equal(rules->index->fields[B].class_count, 101); /* blank passes none of: it is as any other text */
    text_free(&text);
    from_text_end(&from);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_all_texts_named_for_a_field),
        cmocka_unit_test(R5_aliases_share_class_and_canonical_code),
        cmocka_unit_test(classes_are_numbered_by_first_occurrence),
        cmocka_unit_test(clauses_are_numbered_eligibilities_first),
        cmocka_unit_test(slots_are_at_most_half_full),
        cmocka_unit_test(tables_follow_file_names_not_names),
        cmocka_unit_test(a_list_stands_once_and_names_its_file),
        cmocka_unit_test(lines_follow_the_rules),
        cmocka_unit_test(L4_3_cites_attach_and_are_inherited),
        cmocka_unit_test(the_check_finds_a_wrong_bit),
        cmocka_unit_test(large_rule_sets_are_laid_out_quickly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
