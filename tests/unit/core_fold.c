/* core_fold.c - texts, blanks, hashes, codes and names: R1, R2, R4 and R5. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "runtime/core/assay.h"

/* ---- A fold written another way: by code points, from the ruling's list ---- */

static const char *const white[] = {" ",
                                    "\t",
                                    "\n",
                                    "\v",
                                    "\f",
                                    "\r",
                                    "\xC2\xA0",
                                    "\xE2\x80\x80",
                                    "\xE2\x80\x81",
                                    "\xE2\x80\x82",
                                    "\xE2\x80\x83",
                                    "\xE2\x80\x84",
                                    "\xE2\x80\x85",
                                    "\xE2\x80\x86",
                                    "\xE2\x80\x87",
                                    "\xE2\x80\x88",
                                    "\xE2\x80\x89",
                                    "\xE2\x80\x8A",
                                    "\xE2\x80\xAF",
                                    "\xE2\x81\x9F",
                                    "\xE3\x80\x80"};
enum { WHITE = sizeof white / sizeof *white };

/* Ordinary texts, among them the neighbours of white space, U+200B, U+0085, U+FEFF and bytes that are not UTF-8. */
static const char *const ordinary[] = {"a",
                                       "Z",
                                       "@",
                                       "[",
                                       "`",
                                       "{",
                                       "\x7F",
                                       "_",
                                       "7",
                                       "\x1F",
                                       "\x08",
                                       "\x0E",
                                       "!",
                                       "\xE2\x80\x8B",
                                       "\xC2\x85",
                                       "\xEF\xBB\xBF",
                                       "\xC2\xA1",
                                       "\xC3\xA0",
                                       "\xE2\x80\xB0",
                                       "\xE2\x81\xA0",
                                       "\xE3\x80\x81",
                                       "\xFF",
                                       "\xC2",
                                       "\xE2\x80",
                                       "\xE3",
                                       "\x80",
                                       "\xA0",
                                       "\xE2",
                                       "\xE1\x9A\x80",
                                       "\xE2\x80\xA8",
                                       "NULL",
                                       "Virtual Machines"};
enum { ORDINARY = sizeof ordinary / sizeof *ordinary };

static size_t white_at(const char *text, size_t length) {
    for (size_t i = 0; i < WHITE; i++)
        if (strlen(white[i]) <= length && memcmp(text, white[i], strlen(white[i])) == 0) return strlen(white[i]);
    return 0;
}

/* Every run of white space becomes one blank; then the ends are cut; then ASCII is lowered. */
static size_t reference_fold(char *out, const char *text, size_t length) {
    size_t written = 0, at = 0;
    while (at < length) {
        size_t space = white_at(text + at, length - at);
        if (space == 0)
            out[written++] = text[at++];
        else if (written == 0 || out[written - 1] != ' ')
            out[written++] = ' ';
        at += space;
    }
    while (written && out[written - 1] == ' ')
        written--;
    size_t lead = written && out[0] == ' ' ? 1 : 0;
    memmove(out, out + lead, written - lead);
    for (size_t i = 0; i < written - lead; i++)
        if (strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", out[i]) && out[i]) out[i] = (char)(out[i] + 32);
    return written - lead;
}

static uint64_t random_state = 7;

static uint32_t random_below(uint32_t bound) {
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((random_state >> 33) % bound);
}

static size_t random_text(char *out, size_t pieces) {
    size_t length = 0;
    for (size_t i = 0; i < pieces; i++) {
        const char *piece = random_below(3) ? ordinary[random_below(ORDINARY)] : white[random_below(WHITE)];
        if (random_below(2)) piece = random_below(6) ? "Bq" : " ";
        memcpy(out + length, piece, strlen(piece));
        length += strlen(piece);
    }
    return length;
}

static void assert_folds(const char *text, const char *expected) {
    char out[256];
    size_t length = assay_fold(out, text, strlen(text));
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(out, expected, length);
}

static void R1_trims_folds_runs_and_lowers_ascii(void **state) {
    (void)state;
    assert_folds("", "");
    assert_folds("AKS", "aks");
    assert_folds("  Virtual \t Machines\r\n", "virtual machines");
    assert_folds("WINDOWS-AHUB and more THAN eight", "windows-ahub and more than eight");
    assert_folds("a\vb\fc\rd", "a b c d");
    assert_folds("\xC3\x84Z", "\xC3\x84z");
    assert_folds("Eight  Blanks", "eight blanks");
    assert_folds("1234567  8", "1234567 8");
    assert_folds("12345678 9", "12345678 9");
}

static void R1_knows_exactly_the_listed_white_space(void **state) {
    (void)state;
    for (size_t i = 0; i < WHITE; i++) {
        char text[32] = "a";
        strcat(strcat(text, white[i]), "b");
        assert_folds(text, "a b");
        assert_true(assay_is_blank(white[i], strlen(white[i])));
    }
    for (size_t i = 0; i < ORDINARY; i++) {
        char out[32], expected[32];
        size_t length = assay_fold(out, ordinary[i], strlen(ordinary[i]));
        assert_int_equal(length, reference_fold(expected, ordinary[i], strlen(ordinary[i])));
        assert_int_equal(length, strlen(ordinary[i]));
        assert_memory_equal(out, expected, length);
    }
    assert_false(assay_is_blank("\xE2\x80\x8B", 3));
    assert_true(assay_same("a\xE2\x80\x8A", 4, "a", 1));
    assert_false(assay_same("a\xE2\x80\x8B", 4, "a", 1));
}

static void R1_does_not_read_behind_a_text(void **state) {
    (void)state;
    static const char cut[] = "\xE2\x80\x80";
    for (size_t length = 1; length < 3; length++) {
        char *exact = malloc(length), out[4];
        assert_non_null(exact);
        memcpy(exact, cut, length);
        assert_int_equal(assay_fold(out, exact, length), length);
        assert_memory_equal(out, cut, length);
        assert_false(assay_is_blank(exact, length));
        free(exact);
    }
    assert_int_equal(assay_fold(NULL, NULL, 0), 0);
    assert_true(assay_is_blank(NULL, 0));
    assert_true(assay_same(NULL, 0, "  ", 2));
}

static void R1_agrees_with_a_second_fold_on_random_texts(void **state) {
    (void)state;
    for (int round = 0; round < 200000; round++) {
        char text[512], out[512], expected[512], twice[512];
        size_t length = random_text(text, random_below(14));
        size_t folded = assay_fold(out, text, length), reference = reference_fold(expected, text, length);
        assert_int_equal(folded, reference);
        assert_memory_equal(out, expected, folded);
        assert_true(assay_same(text, length, expected, reference));
        assert_int_equal(assay_is_blank(text, length), folded == 0 || (folded == 4 && !memcmp(out, "null", 4)));
        assert_int_equal(assay_fold(twice, out, folded), folded);
        assert_memory_equal(twice, out, folded);
        assert_int_equal(assay_fold(text, text, length), folded);
        assert_memory_equal(text, out, folded);
    }
}

static void R1_same_is_equality_of_folded_texts(void **state) {
    (void)state;
    int same = 0;
    for (int round = 0; round < 200000; round++) {
        char a[512], b[512], folded_a[512], folded_b[512];
        size_t a_length = random_text(a, random_below(4)), b_length = random_text(b, random_below(4));
        size_t left = reference_fold(folded_a, a, a_length), right = reference_fold(folded_b, b, b_length);
        int expected = left == right && memcmp(folded_a, folded_b, left) == 0;
        assert_int_equal(assay_same(a, a_length, b, b_length), expected);
        same += expected;
    }
    assert_true(same > 1000);
}

static void R1_compares_whole_values(void **state) {
    (void)state;
    assert_false(assay_same("Windows", 7, "WINDOWS-AHUB", 12));
    assert_false(assay_same("AKS-Engine", 10, "AKS", 3));
    assert_false(assay_same("SQL on IaaS", 11, "SQL on IaaS VM", 14));
    assert_true(assay_same(" sql ON\tiaas  ", 14, "SQL on IaaS", 11));
    assert_false(assay_same("a b", 3, "ab", 2));
}

static void R2_blank_is_empty_white_or_null(void **state) {
    (void)state;
    static const char *const blanks[] = {"", " ", "\t\r\n\v\f ", "NULL", "null", "NuLl", " \xC2\xA0Null\xE3\x80\x80"};
    static const char *const values[] = {"UNKNOWN", "N/A", "NUL", "NULLS", "N ULL", "NULL NULL", "0", "\"\"", "n"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        assert_true(assay_is_blank(blanks[i], strlen(blanks[i])));
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        assert_false(assay_is_blank(values[i], strlen(values[i])));
    assert_false(assay_is_blank("\0", 1));
    assert_false(assay_is_blank("NULL\0", 5));
}

static void hash_is_fnv_1a(void **state) {
    (void)state;
    assert_int_equal(assay_hash("", 0), 0x811C9DC5u);
    assert_int_equal(assay_hash("a", 1), 0xE40C292Cu);
    assert_int_equal(assay_hash("foobar", 6), 0xBF9CF968u);
    assert_int_equal(assay_hash("\xFF", 1), (0x811C9DC5u ^ 0xFFu) * 16777619u);
}

/* ---- Codes ---- */

enum { LONGEST = ASSAY_TEXT_MAX, SLOTS = 4 };

struct coded {
    char longest[LONGEST + 1];
    struct assay_entry entries[3];
    uint16_t slots[SLOTS], slot_none[1];
    struct assay_index_field index_fields[2];
    struct assay_field fields[2];
    struct assay_usage usage;
    struct assay_index index;
    struct assay_ruleset rules;
};

/* Two fields: one with three entries in four slots, so that probes wrap around; one that no rule looks at. */
static void coded_build(struct coded *coded) {
    memset(coded, 0, sizeof *coded);
    memset(coded->longest, 'x', LONGEST);
    coded->entries[0] = (struct assay_entry){.text = "aks", .length = 3, .canonical = 2};
    coded->entries[1] = (struct assay_entry){.text = "aks-engine", .length = 10, .canonical = 2, .alias = 1};
    coded->entries[2] = (struct assay_entry){.text = coded->longest, .length = LONGEST, .canonical = 4};
    for (uint16_t i = 0; i < 3; i++) {
        uint32_t slot = assay_hash(coded->entries[i].text, coded->entries[i].length);
        while (coded->slots[slot % SLOTS])
            slot++;
        coded->slots[slot % SLOTS] = (uint16_t)(i + 2);
    }
    coded->index_fields[0] = (struct assay_index_field){
        .entries = coded->entries, .slots = coded->slots, .slot_mask = SLOTS - 1, .entry_count = 3};
    coded->index_fields[1] = (struct assay_index_field){.slots = coded->slot_none};
    coded->fields[0].name = "Service Influencer";
    coded->fields[1].name = "Compute OS";
    coded->usage = (struct assay_usage){.field_count = 2, .fields = coded->fields};
    coded->index.fields = coded->index_fields;
    coded->rules = (struct assay_ruleset){.abi = ASSAY_ABI, .usage = &coded->usage, .index = &coded->index};
}

static uint16_t intern(const struct coded *coded, uint16_t field, const char *text) {
    return assay_intern(&coded->rules, field, text, strlen(text));
}

static void R1_interns_folded_texts(void **state) {
    (void)state;
    struct coded coded;
    coded_build(&coded);
    assert_int_equal(intern(&coded, 0, " AKS\t"), 2);
    assert_int_equal(intern(&coded, 0, "aks-ENGINE"), 3);
    assert_int_equal(intern(&coded, 0, "AKS Engine"), ASSAY_OTHER);
    assert_int_equal(intern(&coded, 0, "UNKNOWN"), ASSAY_OTHER);
    assert_int_equal(intern(&coded, 0, " Null "), ASSAY_BLANK);
    assert_int_equal(intern(&coded, 0, ""), ASSAY_BLANK);
    assert_int_equal(intern(&coded, 1, "aks"), ASSAY_OTHER);
    assert_int_equal(intern(&coded, 1, " "), ASSAY_BLANK);
    assert_string_equal(assay_code_text(&coded.rules, 0, 3), "aks-engine");
    assert_null(assay_code_text(&coded.rules, 0, ASSAY_BLANK));
    assert_null(assay_code_text(&coded.rules, 0, ASSAY_OTHER));
    assert_null(assay_code_text(&coded.rules, 0, ASSAY_ABSENT));
    assert_null(assay_code_text(&coded.rules, 0, 5));
}

static void R1_a_full_table_ends_a_probe(void **state) {
    (void)state;
    struct coded coded;
    coded_build(&coded);
    for (int i = 0; i < SLOTS; i++)
        coded.slots[i] = 2;
    assert_int_equal(intern(&coded, 0, "nowhere"), ASSAY_OTHER);
    /* Nor does the beginning of an entry do for the entry. */
    for (int i = 0; i < SLOTS; i++)
        coded.slots[i] = 3;
    assert_int_equal(intern(&coded, 0, "aks"), ASSAY_OTHER);
}

/* The limit is on the folded text: white space around it does not count. */
static void R1_long_texts_are_other(void **state) {
    (void)state;
    struct coded coded;
    coded_build(&coded);
    char text[3 * LONGEST];
    memset(text, ' ', sizeof text);
    memset(text + LONGEST, 'X', LONGEST);
    assert_int_equal(assay_intern(&coded.rules, 0, text, sizeof text), 4);
    assert_int_equal(assay_intern(&coded.rules, 0, text + LONGEST, LONGEST), 4);
    text[2 * LONGEST] = 'X';
    assert_int_equal(assay_intern(&coded.rules, 0, text, sizeof text), ASSAY_OTHER);
    memset(text + LONGEST, ' ', 2 * LONGEST);
    assert_int_equal(assay_intern(&coded.rules, 0, text, sizeof text), ASSAY_BLANK);
    memcpy(text + 2 * LONGEST, "NULL", 4);
    assert_int_equal(assay_intern(&coded.rules, 0, text, sizeof text), ASSAY_BLANK);
}

static int field_named(const struct coded *coded, const char *name) {
    return assay_field_named(&coded->rules, name, strlen(name));
}

static void R29_names_compare_without_blanks_and_underscores(void **state) {
    (void)state;
    struct coded coded;
    coded_build(&coded);
    assert_int_equal(field_named(&coded, "Service Influencer"), 0);
    assert_int_equal(field_named(&coded, "service_influencer"), 0);
    assert_int_equal(field_named(&coded, " ComputeOS_ "), 1);
    assert_int_equal(field_named(&coded, "_ _Compute\xC2\xA0__O s"), 1);
    assert_int_equal(field_named(&coded, "Compute"), ASSAY_E_FIELD);
    assert_int_equal(field_named(&coded, "Compute OS Attribute"), ASSAY_E_FIELD);
    assert_int_equal(field_named(&coded, ""), ASSAY_E_FIELD);
}

static void check_refuses_another_abi(void **state) {
    (void)state;
    struct assay_ruleset rules = {.abi = ASSAY_ABI};
    assert_int_equal(assay_check(&rules), ASSAY_OK);
    rules.abi = ASSAY_ABI + 1;
    assert_int_equal(assay_check(&rules), ASSAY_E_ABI);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R1_trims_folds_runs_and_lowers_ascii),
        cmocka_unit_test(R1_knows_exactly_the_listed_white_space),
        cmocka_unit_test(R1_does_not_read_behind_a_text),
        cmocka_unit_test(R1_agrees_with_a_second_fold_on_random_texts),
        cmocka_unit_test(R1_same_is_equality_of_folded_texts),
        cmocka_unit_test(R1_compares_whole_values),
        cmocka_unit_test(R2_blank_is_empty_white_or_null),
        cmocka_unit_test(hash_is_fnv_1a),
        cmocka_unit_test(R1_interns_folded_texts),
        cmocka_unit_test(R1_a_full_table_ends_a_probe),
        cmocka_unit_test(R1_long_texts_are_other),
        cmocka_unit_test(R29_names_compare_without_blanks_and_underscores),
        cmocka_unit_test(check_refuses_another_abi),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
