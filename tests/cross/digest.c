/* digest.c - answers of the core for a rule set, as text that must be the same on every machine: what each text of the
 * rules alone counts as, random rows with absent and unknown cells, explanations, and money. One line per part, with
 * its first answers and a digest of all. No number is hashed as the machine holds it. */
#include "runtime/core/assay.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS_MAX = 64, WORDS_MAX = 64, ROWS = 20000, AMOUNTS = 20000, SHOWN = 3 };

struct part {
    const char *name;
    uint64_t digest, count;
};

/* FNV-1a, 64 bits. */
static void part_add(struct part *part, const char *text) {
    for (; *text; text++)
        part->digest = (part->digest ^ (unsigned char)*text) * 0x100000001b3u;
    part->digest = (part->digest ^ '\n') * 0x100000001b3u;
}

static void part_answer(struct part *part, const char *text) {
    if (part->count++ < SHOWN) printf("%s: %s\n", part->name, text);
    part_add(part, text);
}

static struct part part_begin(const char *name) {
    return (struct part){name, 0xcbf29ce484222325u, 0};
}

static void part_end(const struct part *part) {
    printf("%s: %" PRIu64 " answers, digest %016" PRIx64 "\n", part->name, part->count, part->digest);
}

static uint64_t random_next(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* ---- Rows ---- */

struct outcome_sets {
    uint64_t counts[WORDS_MAX], may[WORDS_MAX], matches[WORDS_MAX], may_match[WORDS_MAX];
    struct assay_outcome outcome;
};

static void print_set(char *out, const uint64_t *set, uint32_t words) {
    for (uint32_t w = 0; w < words; w++)
        sprintf(out + strlen(out), "%016" PRIx64, set[w]);
    strcat(out, " ");
}

static void answer_row(struct part *part, const struct assay_cell *cells, void *work) {
    struct outcome_sets sets = {.outcome = {0}};
    char text[4 * 17 * WORDS_MAX + 64] = "";
    uint32_t words = assay_measure_words(&assay_rules);
    sets.outcome = (struct assay_outcome){
        .counts = sets.counts, .may = sets.may, .matches = sets.matches, .may_match = sets.may_match};
    int status = assay_classify_text(&assay_rules, cells, work, &sets.outcome);
    sprintf(text, "%d %d %" PRIx32 " ", status, (int)sets.outcome.eligible, sets.outcome.ineligible);
    print_set(text, sets.counts, words);
    print_set(text, sets.may, words);
    print_set(text, sets.matches, words);
    print_set(text, sets.may_match, words);
    part_answer(part, text);
}

static struct assay_cell cell_of(const char *text) {
    return (struct assay_cell){text, text ? strlen(text) : 0};
}

static void answer_texts(void *work) {
    struct part part = part_begin("texts");
    for (uint16_t f = 0; f < assay_rules.usage->field_count; f++) {
        struct assay_cell cells[FIELDS_MAX];
        for (uint16_t other = 0; other < FIELDS_MAX; other++)
            cells[other] = cell_of(NULL);
        for (uint16_t i = 0; i < assay_rules.index->fields[f].entry_count; i++) {
            cells[f] = cell_of(assay_code_text(&assay_rules, f, (uint16_t)(2 + i)));
            answer_row(&part, cells, work);
        }
    }
    part_end(&part);
}

static const char *random_text(uint64_t *state, uint16_t field) {
    uint16_t entries = assay_rules.index->fields[field].entry_count;
    switch (random_next(state) % 8) {
    case 0:
        return NULL;
    case 1:
        return " \t";
    case 2:
        return "what no rule names";
    default:
        return entries ? assay_code_text(&assay_rules, field, (uint16_t)(2 + random_next(state) % entries)) : "";
    }
}

static void answer_holds(struct part *part, const struct assay_cell *cells, uint32_t measure) {
    const struct assay_specialization *specialization;
    const struct assay_measure *found;
    char text[64];
    if (assay_measure_at(&assay_rules, measure, &specialization, &found) != ASSAY_OK) return;
    for (uint16_t c = 0; c < found->clause_count; c++) {
        sprintf(text, "%" PRIu32 " %d", measure, (int)assay_clause_holds(&assay_rules, &found->clauses[c], cells));
        part_answer(part, text);
    }
}

static void answer_rows(void *work) {
    struct part rows = part_begin("rows"), clauses = part_begin("clauses");
    uint64_t state = 88172645463325252u;
    for (int row = 0; row < ROWS; row++) {
        struct assay_cell cells[FIELDS_MAX];
        for (uint16_t f = 0; f < assay_rules.usage->field_count; f++)
            cells[f] = cell_of(random_text(&state, f));
        answer_row(&rows, cells, work);
        answer_holds(&clauses, cells, (uint32_t)(random_next(&state) % assay_rules.index->measure_count));
    }
    part_end(&rows);
    part_end(&clauses);
}

/* ---- Money ---- */

static void random_amount(uint64_t *state, char *out) {
    static const char signs[][2] = {"", "", "-", "+"}, letters[] = "0123456789012345678901234567890123456789.eE-, ";
    size_t length = random_next(state) % 30;
    size_t known = random_next(state) % 8 ? 10 : sizeof letters - 1;
    out += sprintf(out, "%s", signs[random_next(state) % 4]);
    for (size_t i = 0; i < length; i++)
        *out++ = i == length / 2 && known == 10 ? '.' : letters[random_next(state) % known];
    *out = '\0';
    if (random_next(state) % 16 == 0) sprintf(out, "e%d", (int)(random_next(state) % 40) - 20);
}

static void answer_money(struct part *part, const char *amount, assay_money *sum) {
    char exact[ASSAY_MONEY_TEXT] = "", cents[ASSAY_MONEY_TEXT] = "", sums[ASSAY_MONEY_TEXT], text[256];
    assay_money money = 0;
    int status = assay_money_parse(amount, strlen(amount), &money);
    int added = assay_money_add(sum, money);
    assay_money_exact(exact, money);
    assay_money_cents(cents, money);
    assay_money_exact(sums, *sum);
    sprintf(text, "'%s' %d %s %s, sum %d %s", amount, status, exact, cents, added, sums);
    part_answer(part, text);
}

static void answer_amounts(void) {
    static const char *const amounts[] = {"99999999999999.999999999999999999999999",
                                          "-99999999999999.995",
                                          "0.005",
                                          "-0.005",
                                          "1e-24",
                                          "1e-25",
                                          "1e13",
                                          "1e14",
                                          "-0",
                                          ".5",
                                          "5.",
                                          ".",
                                          "",
                                          "1,5"};
    struct part part = part_begin("money");
    assay_money sum = 0;
    uint64_t state = 362436069362436069u;
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
        answer_money(&part, amounts[i], &sum);
    for (int i = 0; i < AMOUNTS; i++) {
        char amount[64];
        random_amount(&state, amount);
        answer_money(&part, amount, &sum);
    }
    part_end(&part);
}

int main(void) {
    if (assay_check(&assay_rules) != ASSAY_OK || assay_rules.usage->field_count > FIELDS_MAX ||
        assay_measure_words(&assay_rules) > WORDS_MAX)
        return 3;
    void *work = malloc(assay_work_size(&assay_rules));
    if (!work) return 3;
    printf("rules %s\n", assay_rules.hash);
    answer_texts(work);
    answer_rows(work);
    answer_amounts();
    free(work);
    return 0;
}
