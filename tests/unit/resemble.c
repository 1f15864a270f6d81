/* Which texts resemble one another, and which look alike: against a slow comparison of all pairs, written from what the
 * language says (7.4) with an edit distance of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/analysis/findings.h"
#include "compiler/analysis/resemble.h"
#include "compiler/base/fold.h"
#include "compiler/base/unicode.h"
#include "tests/unit/from_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TEXTS = 60, ROUNDS = 300, POINTS_MAX = 64, SECONDS_MAX = 5 };

/* ---- A slow comparison ---- */

struct points {
    uint32_t at[POINTS_MAX];
    size_t count;
};

static struct points points_of(const char *text, bool letters_alone) {
    struct points points = {.count = 0};
    size_t size;
    for (uint32_t point; point = unicode_next(text, &size), size; text += size) {
        bool weighs = point >= 0x80 || (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z');
        if (weighs || !letters_alone) points.at[points.count++] = point;
    }
    return points;
}

static bool is_digit(uint32_t point) {
    return point >= '0' && point <= '9';
}

/* Whether some one edit, none of them of a digit, makes `b` of `a`. */
static bool one_edit(const struct points *a, const struct points *b) {
    if (a->count > b->count) return one_edit(b, a);
    if (b->count - a->count > 1) return false;
    for (size_t i = 0; i < b->count; i++) { /* change or leave out character i of `b` */
        bool left_out = b->count > a->count;
        if (left_out) {
            bool same = memcmp(a->at, b->at, i * sizeof *a->at) == 0 &&
                        memcmp(a->at + i, b->at + i + 1, (a->count - i) * sizeof *a->at) == 0;
            if (same && !is_digit(b->at[i])) return true;
            continue;
        }
        struct points changed = *a;
        changed.at[i] = b->at[i];
        bool same = memcmp(changed.at, b->at, a->count * sizeof *a->at) == 0;
        if (same && !is_digit(a->at[i]) && !is_digit(b->at[i])) return true;
        if (i + 1 == b->count) break;
        changed = *a;
        changed.at[i] = a->at[i + 1];
        changed.at[i + 1] = a->at[i];
        if (memcmp(changed.at, b->at, a->count * sizeof *a->at) == 0 && !is_digit(a->at[i]) && !is_digit(b->at[i]))
            return true;
    }
    return false;
}

static bool same_points(const struct points *a, const struct points *b) {
    return a->count == b->count && memcmp(a->at, b->at, a->count * sizeof *a->at) == 0;
}

/* Without the `s` of words of four letters and more, and without what is no letter or digit. */
static struct points singular_of(const char *text) {
    struct points all = points_of(text, false), out = {.count = 0};
    for (size_t i = 0, word = 0; i <= all.count; i++) {
        uint32_t point = i < all.count ? all.at[i] : ' ';
        bool weighs = point >= 0x80 || is_digit(point) || (point >= 'a' && point <= 'z');
        size_t bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : 3;
        if (!weighs && word >= 4 && out.at[out.count - 1] == 's') out.count--;
        word = weighs ? word + bytes : 0;
        if (weighs) out.at[out.count++] = point;
    }
    return out;
}

static bool a_word_more(const char *longer, const char *shorter) {
    if (!strchr(shorter, ' ')) return false;
    char without[256];
    for (size_t begin = 0, length = strlen(longer); begin < length;) {
        size_t end = begin + strcspn(longer + begin, " ");
        bool last = end == length;
        size_t from = last && begin ? begin - 1 : begin, until = last ? end : end + 1;
        snprintf(without, sizeof without, "%.*s%s", (int)from, longer, longer + until);
        if (strcmp(without, shorter) == 0) return true;
        begin = last ? length : end + 1;
    }
    return false;
}

static bool look_alike(const char *a, const char *b, struct arena *arena) {
    return strcmp(resemble_skeleton(a, arena), resemble_skeleton(b, arena)) == 0;
}

static bool values_resemble(const char *a, const char *b, struct arena *arena) {
    struct points left = points_of(a, true), right = points_of(b, true);
    struct points one = singular_of(a), other = singular_of(b);
    if (look_alike(a, b, arena)) return false;
    if ((left.count && same_points(&left, &right)) || (one.count && same_points(&one, &other))) return true;
    if (a_word_more(a, b) || a_word_more(b, a)) return true;
    size_t longest = left.count > right.count ? left.count : right.count;
    return longest >= 6 && one_edit(&left, &right);
}

/* ---- Random texts that are often near ---- */

static unsigned next_random(uint64_t *state) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*state >> 33);
}

static const char *random_text(uint64_t *state, struct arena *arena) {
    static const char *const words[] = {"cloud", "clouds",    "azure", "a\u00fcre", "sql",
                                        "vm",    "gr\u00fcn", "grun",  "7",         "12"};
    static const char *const between[] = {" ", " ", "-", "", "/", "\u2013"};
    static const char *const letters[] = {"a", "s", "\u00fc", "\u00e9", "1", "x", "-"};
    struct text text = {0};
    for (size_t i = 0, count = 1 + next_random(state) % 3; i < count; i++) {
        text_add(&text, i ? between[next_random(state) % 6] : "");
        text_add(&text, words[next_random(state) % 10]);
        if (next_random(state) % 4 == 0) text_add(&text, letters[next_random(state) % 7]);
    }
    const char *kept = arena_string(arena, text.data, text.length);
    text_free(&text);
    return kept;
}

static size_t gather(uint64_t *state, const char **texts, struct arena *arena) {
    size_t count = 0;
    for (size_t i = 0; i < TEXTS; i++) {
        const char *text = random_text(state, arena);
        size_t k = 0;
        while (k < count && strcmp(texts[k], text) != 0)
            k++;
        if (k == count) texts[count++] = text;
    }
    return count;
}

static bool is_told(const struct resemble_pairs *pairs, size_t a, size_t b) {
    for (size_t i = 0; i < pairs->count; i++)
        if (pairs->items[i].a == a && pairs->items[i].b == b) return true;
    return false;
}

static void all_pairs_and_no_others(void **state) {
    (void)state;
    uint64_t seed = 7;
    size_t near = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct arena arena = {0};
        const char *texts[TEXTS];
        struct resemble_text all[TEXTS];
        struct space_budget budget = {UINT64_C(1) << 40, false};
        size_t count = gather(&seed, texts, &arena);
        for (size_t i = 0; i < count; i++)
            all[i] = resemble_text(i % 2, texts[i], texts[i], &arena);
        struct resemble_pairs pairs = resemble_find(all, count, RESEMBLE_VALUES, &arena, &budget);
        for (size_t a = 0; a < count; a++) {
            for (size_t b = a + 1; b < count; b++) {
                bool expected = a % 2 == b % 2 && values_resemble(texts[a], texts[b], &arena);
                if (is_told(&pairs, a, b) != expected) fail_msg("\"%s\" and \"%s\"", texts[a], texts[b]);
                near += expected;
            }
        }
        arena_free(&arena);
    }
    if (near < 500) fail_msg("only %zu pairs are near", near);
}

/* ---- Look-alikes of random values, told by the finding ---- */

static void look_alikes_of_values(void **state) {
    (void)state;
    static const char *const letters[][4] = {
        {"a", "\u0430", "a\u0301", "\u00e1"},
        {"-", "\u2013", "\u2014", " "},
        {"o", "0", "\u043e", "p"},
        {"'", "\u2019", "\u2032", "x"},
    };
    uint64_t seed = 11;
    size_t told = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct from_text from;
        struct text rules = {0};
        const char *values[12];
        size_t count = 0, expected = 0;
        from_text_begin(&from);
        for (size_t i = 0; i < 12; i++) {
            unsigned dice = next_random(&seed);
            const char *value = arena_format(&from.arena, "q%s%s%s%s", letters[0][dice % 4], letters[1][dice / 4 % 4],
                                             letters[2][dice / 16 % 4], letters[3][dice / 64 % 4]);
            size_t k = 0;
            while (k < count && strcmp(values[k], value) != 0)
                k++;
            if (k == count) values[count++] = value;
        }
        text_add(&rules, FROM_TEXT_USAGE("") "specialization \"S\" area \"Area\" cites \"Page\", 2023-07-11\n"
                                             "requires neither audit nor references\n"
                                             "measure \"M\" counts usage where A is any of ");
        for (size_t i = 0; i < count; i++) {
            text_addf(&rules, "%s\"%s\"", i ? ", " : "", values[i]);
            bool first = true;
            for (size_t k = 0; k < i; k++)
                first = first && !look_alike(values[i], values[k], &from.arena);
            expected += !first;
        }
        text_add(&rules, "\nend\n");
        from_text_add(&from, "rules.assay", rules.data);
        struct model *model = from_text_model(&from);
        assert_non_null(model);
        findings_run(model, &(struct findings_options){0}, &from.arena, &from.diagnostics);
        size_t found = 0;
        for (size_t i = 0; i < from.diagnostics.count; i++)
            found += from.diagnostics.items[i].code == A0723;
        assert_int_equal(found, expected);
        told += found;
        text_free(&rules);
        from_text_end(&from);
    }
    assert_true(told > 100);
}

/* ---- Many texts take moments ---- */

static void many_values(void **state) {
    (void)state;
    struct from_text from;
    struct text rules = {0};
    text_add(&rules, FROM_TEXT_USAGE(""));
    for (unsigned i = 0; i < 10; i++) {
        text_addf(&rules,
                  "specialization \"S %u\" area \"Area\" cites \"Page\", 2023-07-11\n"
                  "requires neither audit nor references measure \"M %u\" counts usage where A is any of ",
                  i, i);
        for (unsigned k = 0; k < 1000; k++)
            text_addf(&rules, "%s\"Value \u2013 no. %u\"", k ? ", " : "", i * 1000 + k);
        text_add(&rules, "\nend\n");
    }
    from_text_begin(&from);
    from_text_add(&from, "rules.assay", rules.data);
    struct model *model = from_text_model(&from);
    assert_non_null(model);
    clock_t begin = clock();
    findings_run(model, &(struct findings_options){0}, &from.arena, &from.diagnostics);
    assert_true(clock() - begin < SECONDS_MAX * CLOCKS_PER_SEC);
    text_free(&rules);
    from_text_end(&from);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_pairs_and_no_others),
        cmocka_unit_test(look_alikes_of_values),
        cmocka_unit_test(many_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
