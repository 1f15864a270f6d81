#include "compiler/cli/diff_usage.h"

#include "runtime/base/show.h"
#include "runtime/usage/run.h"
#include "runtime/usage/uses.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* What becomes of a row under one rule set: the number of an outcome, or one of these. */
enum { STATE_DUPLICATE = 0x7FFFFFFF, STATE_EXCLUDED = 0x7FFF0000 }; /* excluded: and the number of the reason */

/* Rows that go one way: from a state to a state. */
struct usage_pair {
    uint32_t old, new;
    uint32_t reason_differs; /* the reasons' words, or the rows that a duplicate is of */
};

struct usage_pair_sum {
    struct tally old, new; /* with the amounts of either rule set */
};

struct usage_work {
    struct diff_usage *usage;
    const struct difference *difference;
    struct run runs[2];
    struct text line[2];
    struct dictionary pairs;
    struct usage_pair_sum *sums; /* by pair */
    uint32_t room;
    bool overflow;
};

static enum cli_status usage_refuse(const char *path, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static enum cli_status usage_refuse(const char *path, const char *remedy, const char *format, ...) {
    struct text text = {0};
    va_list arguments;
    show_string(&text, path, SHOW_ALL);
    text_add(&text, ": error: ");
    va_start(arguments, format);
    text_add_list(&text, format, arguments);
    va_end(arguments);
    if (remedy && *remedy) text_addf(&text, "\n  %s", remedy);
    text_add_char(&text, '\n');
    text_write(&text, stderr);
    text_free(&text);
    return CLI_USAGE;
}

/* ---- Reading twice ---- */

static enum cli_status usage_check_path(const char *path) {
    struct stat status;
    const char *remedy = "write it to a file first: it is read twice";
    if (strcmp(path, "-") == 0) return usage_refuse("<stdin>", remedy, "--usage cannot read standard input");
    if (stat(path, &status) != 0) return usage_refuse(path, NULL, "cannot be read: %s", strerror(errno));
    if (!S_ISREG(status.st_mode)) return usage_refuse(path, remedy, "--usage needs a regular file");
    return CLI_CLEAN;
}

/* The notes of the new rules are told where they are others. */
static void usage_notes(const struct usage_work *work, int side) {
    const struct notes *notes = &work->runs[side].notes, *told = side ? &work->runs[0].notes : NULL;
    for (size_t i = 0; i < notes->count; i++) {
        bool known = false;
        for (size_t k = 0; told && k < told->count && !known; k++)
            known = strcmp(told->lines[k], notes->lines[i]) == 0;
        if (known) continue;
        struct text text = {0};
        show_string(&text, work->usage->path, SHOW_ALL);
        text_add(&text, side ? ": note: with the new rules: " : ": note: ");
        show_string(&text, notes->lines[i], SHOW_ALL);
        text_add_char(&text, '\n');
        text_write(&text, stderr);
        text_free(&text);
    }
}

/* Rejected rows are told once, by the old rules. */
static enum cli_status usage_read(struct usage_work *work, int side, const struct assay_ruleset *rules,
                                  const struct diff_usage_options *options) {
    struct run_options wanted = {.path = options->path,
                                 .assume = options->assume,
                                 .assume_count = options->assume_count,
                                 .as_of = options->as_of,
                                 .need_amount = true,
                                 .keep_answers = true,
                                 .keep_amounts = true,
                                 .messages = side ? NULL : stderr};
    struct run *run = &work->runs[side];
    if (!run_usage(run, rules, &wanted))
        return usage_refuse(options->path, run->refusal.remedy, "with the %s rules: %s", side ? "new" : "old",
                            run->refusal.message);
    usage_notes(work, side);
    work->usage->rejected[side] = run->rejects.count;
    work->usage->as_of[side] = run->as_of;
    return CLI_CLEAN;
}

/* ---- Rows ---- */

/* The reason that a row's words begin with: 0 when it was rejected, else 1 and the number of the eligibility. */
static uint32_t usage_excluded(const struct run *run, const struct text *words) {
    const struct assay_usage *usage = run->rules->usage;
    uint32_t found = 0;
    size_t longest = 0;
    if (strncmp(words->data, "rejected: ", 10) == 0) return 0;
    for (uint32_t e = 0; e < usage->eligibility_count; e++) {
        size_t length = strlen(usage->eligibilities[e].reason);
        if (found && length <= longest) continue;
        if (strncmp(words->data, usage->eligibilities[e].reason, length) != 0) continue;
        if (words->data[length] && words->data[length] != ' ') continue;
        longest = length;
        found = e + 1;
    }
    return found;
}

static uint32_t usage_state(const struct run *run, uint32_t outcome, const struct duplicates_fate *fate) {
    switch (fate->result) {
    case ONCE_DUPLICATE:
    case ONCE_REPEAT:
        return STATE_DUPLICATE;
    case ONCE_UNDECIDED:
        return run->outcomes.all[outcome].undecided;
    case ONCE_COUNTS:
        break;
    }
    return outcome;
}

/* The next row's state; `winner` is the row that it is a duplicate of, or 0. */
static bool usage_next(struct usage_work *work, int side, uint64_t row, uint32_t *state, uint64_t *winner,
                       assay_money *amount) {
    struct run *run = &work->runs[side];
    struct answer answer = {.reason = work->line[side]};
    bool good = answers_next(&run->answers, &answer) && spool_read(&run->amounts, amount, sizeof *amount);
    work->line[side] = answer.reason;
    *winner = 0;
    if (!good) return false;
    if (answer.excluded) {
        *state = STATE_EXCLUDED + usage_excluded(run, &answer.reason);
        return true;
    }
    struct duplicates_fate fate;
    if (!duplicates_find(&run->duplicates, row, &fate)) return false;
    *state = usage_state(run, answer.outcome, &fate);
    if (*state >= STATE_EXCLUDED) *winner = fate.other;
    return true;
}

static struct usage_pair_sum *usage_sum(struct usage_work *work, const struct usage_pair *pair) {
    uint32_t number = dictionary_put(&work->pairs, pair, sizeof *pair);
    if (number == DICTIONARY_NONE) return NULL;
    if (number >= work->room) {
        uint32_t room = work->room ? 2 * work->room : 256;
        struct usage_pair_sum *sums = realloc(work->sums, room * sizeof *sums);
        if (!sums) return NULL;
        memset(sums + work->room, 0, (room - work->room) * sizeof *sums);
        work->sums = sums;
        work->room = room;
    }
    return &work->sums[number];
}

static bool usage_same_words(const struct text *a, const struct text *b) {
    return a->length == b->length && (a->length == 0 || memcmp(a->data, b->data, a->length) == 0);
}

static bool usage_row(struct usage_work *work, uint64_t row) {
    uint32_t states[2];
    uint64_t winners[2];
    assay_money amounts[2];
    for (int side = 0; side < 2; side++)
        if (!usage_next(work, side, row, &states[side], &winners[side], &amounts[side])) return false;
    bool excluded = states[0] >= STATE_EXCLUDED && states[1] >= STATE_EXCLUDED;
    bool differs = winners[0] != winners[1] || !usage_same_words(&work->line[0], &work->line[1]);
    if (excluded && !differs) return true;
    struct usage_pair pair = {states[0], states[1], differs};
    struct usage_pair_sum *sum = usage_sum(work, &pair);
    if (!sum) return false;
    work->overflow = !tally_add(&sum->old, amounts[0]) || !tally_add(&sum->new, amounts[1]);
    return !work->overflow;
}

static enum cli_status usage_rows(struct usage_work *work, const char *path) {
    struct run *old = &work->runs[0], *new = &work->runs[1];
    if (strcmp(old->hash, new->hash) != 0)
        return usage_refuse(path, "let nobody write to it meanwhile", "the file changed while it was read");
    bool good = answers_rewind(&old->answers) && answers_rewind(&new->answers) && spool_rewind(&old->amounts) &&
                spool_rewind(&new->amounts);
    errno = 0;
    for (uint64_t row = 1; good && row <= old->rows; row++)
        good = usage_row(work, row);
    if (work->overflow) return usage_refuse(path, "split the file", "a sum of amounts is beyond 128 bits");
    if (!good) return usage_refuse(path, NULL, "temporary data: %s", errno ? strerror(errno) : "out of memory");
    return CLI_CLEAN;
}

/* ---- Measures ---- */

static bool usage_in_force(const struct run *run, uint32_t number) {
    return run->in_force[number / 64] >> number % 64 & 1;
}

/* The measures of one side, in the numbers of its tables, that are in force on the day. */
struct usage_numbers {
    uint32_t *items;
    size_t count;
};

/* `only`, or NULL: of this name. */
static struct usage_numbers usage_numbers(const struct usage_work *work, int side, const struct difference_measure *of,
                                          const struct difference_edition *only) {
    const struct difference_edition *editions = side ? of->news : of->olds;
    size_t count = side ? of->new_count : of->old_count;
    struct usage_numbers numbers = {ARENA_ARRAY(&work->usage->arena, count + 1, uint32_t), 0};
    for (size_t i = 0; i < count; i++) {
        const struct difference_edition *edition = &editions[i];
        if (only && (only->specialization != edition->specialization ||
                     strcasecmp(only->measure->name.text, edition->measure->name.text) != 0))
            continue;
        uint32_t number = difference_measure_number(work->runs[side].rules, edition->specialization, edition->measure);
        if (usage_in_force(&work->runs[side], number)) numbers.items[numbers.count++] = number;
    }
    return numbers;
}

/* What a row counts as under any of the measures. */
static enum assay_answer usage_answer(const struct run *run, uint32_t state, const struct usage_numbers *numbers) {
    enum assay_answer answer = ASSAY_NO;
    if (state >= STATE_EXCLUDED) return ASSAY_NO;
    const struct outcome *outcome = &run->outcomes.all[state];
    for (size_t i = 0; i < numbers->count; i++) {
        uint32_t number = numbers->items[i];
        if (outcome->counts[number / 64] >> number % 64 & 1) return ASSAY_YES;
        if (outcome->may[number / 64] >> number % 64 & 1) answer = ASSAY_CANNOT_TELL;
    }
    return answer;
}

static bool usage_change(struct diff_usage_change *change, bool before, bool after, const struct usage_pair_sum *sum) {
    if (before == after) return true;
    return before ? tally_merge(&change->lost, &sum->old) : tally_merge(&change->gained, &sum->new);
}

static struct usage_pair usage_pair(const struct usage_work *work, uint32_t number) {
    struct usage_pair pair;
    size_t length;
    memcpy(&pair, dictionary_at(&work->pairs, number, &length), sizeof pair);
    return pair;
}

static bool usage_sum_measure(struct usage_work *work, struct diff_usage_measure *measure, bool *changed) {
    struct usage_numbers before = usage_numbers(work, 0, measure->measure, NULL);
    struct usage_numbers after = usage_numbers(work, 1, measure->measure, NULL);
    bool good = true;
    for (uint32_t i = 0; good && i < work->pairs.count; i++) {
        struct usage_pair pair = usage_pair(work, i);
        enum assay_answer old = usage_answer(&work->runs[0], pair.old, &before);
        enum assay_answer new = usage_answer(&work->runs[1], pair.new, &after);
        if (old == new) continue;
        changed[i] = true;
        good = usage_change(&measure->certain, old == ASSAY_YES, new == ASSAY_YES, &work->sums[i]) &&
               usage_change(&measure->possible, old != ASSAY_NO, new != ASSAY_NO, &work->sums[i]);
    }
    return good;
}

/* Rows of one name that go on as another: each pair of names once, whatever its periods. */
static bool usage_sum_move(struct usage_work *work, const struct difference_measure *measure,
                           struct diff_usage_move *move) {
    struct usage_numbers before = usage_numbers(work, 0, measure, move->old);
    struct usage_numbers after = usage_numbers(work, 1, measure, move->new);
    bool good = true;
    for (uint32_t i = 0; good && i < work->pairs.count; i++) {
        struct usage_pair pair = usage_pair(work, i);
        enum assay_answer old = usage_answer(&work->runs[0], pair.old, &before);
        enum assay_answer new = usage_answer(&work->runs[1], pair.new, &after);
        if (old == ASSAY_YES && new == ASSAY_YES) good = tally_merge(&move->certain, &work->sums[i].new);
        if (old != ASSAY_NO && new != ASSAY_NO) good = good && tally_merge(&move->possible, &work->sums[i].new);
    }
    return good;
}

static bool usage_moves(struct usage_work *work, struct diff_usage_measure *measure) {
    const struct difference_measure *of = measure->measure;
    measure->moves = ARENA_ARRAY(&work->usage->arena, of->passage_count + 1, struct diff_usage_move);
    for (size_t i = 0; i < of->passage_count; i++) {
        const struct difference_passage *passage = &of->passages[i];
        struct diff_usage_move *last = measure->move_count ? &measure->moves[measure->move_count - 1] : NULL;
        if (last && last->old->specialization == passage->old.specialization &&
            last->new->specialization == passage->new.specialization &&
            strcasecmp(last->old->measure->name.text, passage->old.measure->name.text) == 0 &&
            strcasecmp(last->new->measure->name.text, passage->new.measure->name.text) == 0)
            continue;
        struct diff_usage_move move = {.old = &passage->old, .new = &passage->new};
        if (!usage_sum_move(work, of, &move)) return false;
        if (move.possible.rows) measure->moves[measure->move_count++] = move;
    }
    return true;
}

/* ---- Customers ---- */

/* The customers of one measure under one rule set: bit 0 certainly, bit 1 possibly; by their numbers in the old run,
 * those that only the new run knows behind them. */
struct usage_customers {
    const struct run *old, *run;
    uint8_t *marks;
};

static uint32_t usage_customer(const struct usage_customers *customers, uint32_t number) {
    const struct run *old = customers->old, *run = customers->run;
    if (run == old || run->customer < 0 || old->customer < 0) return number;
    size_t length;
    const char *text = dictionary_at(&run->slots[run->customer].reader.texts, number, &length);
    const struct dictionary *texts = &old->slots[old->customer].reader.texts;
    uint32_t found = dictionary_find(texts, text, length);
    return found != DICTIONARY_NONE ? found : texts->count + number;
}

static void usage_mark(void *context, const struct ledger_customer *customer) {
    const struct usage_customers *customers = context;
    uint8_t mark = ledger_least(customer) > 0 ? 3 : ledger_greatest(customer) > 0 ? 2 : 0;
    customers->marks[usage_customer(customers, customer->customer)] |= mark;
}

static size_t usage_customer_count(const struct run *run) {
    return run->customer >= 0 ? run->slots[run->customer].reader.texts.count : 1;
}

static bool usage_mark_all(const struct usage_work *work, int side, const struct difference_measure *measure,
                           uint8_t *marks) {
    const struct run *run = &work->runs[side];
    struct usage_customers customers = {&work->runs[0], run, marks};
    struct usage_numbers numbers = usage_numbers(work, side, measure, NULL);
    if (!numbers.count) return true;
    uint64_t *set = calloc(run->outcomes.measure_words + 1u, sizeof *set);
    if (!set) return false;
    for (size_t i = 0; i < numbers.count; i++)
        set[numbers.items[i] / 64] |= UINT64_C(1) << numbers.items[i] % 64;
    struct ledger_question question = {set, LEDGER_ALL_FROM, LEDGER_ALL_UNTIL, false, false};
    enum ledger_result result = ledger_customers(&run->ledger, &run->outcomes, &question, usage_mark, &customers);
    free(set);
    return result == LEDGER_OK;
}

static void usage_count_customers(struct diff_usage_change *change, bool before, bool after) {
    change->customers_lost += before && !after;
    change->customers_gained += after && !before;
}

static bool usage_sum_customers(struct usage_work *work, struct diff_usage_measure *measure) {
    size_t count = usage_customer_count(&work->runs[0]) + usage_customer_count(&work->runs[1]);
    uint8_t *marks = calloc(2 * count + 2, 1);
    bool good = marks && usage_mark_all(work, 0, measure->measure, marks) &&
                usage_mark_all(work, 1, measure->measure, marks + count);
    for (size_t i = 0; good && i < count; i++) {
        usage_count_customers(&measure->certain, marks[i] & 1, marks[count + i] & 1);
        usage_count_customers(&measure->possible, marks[i] & 2, marks[count + i] & 2);
    }
    free(marks);
    return good;
}

static bool usage_knows_customers(const struct run *run) {
    int field = uses_role(run->rules->usage, ASSAY_CUSTOMER);
    return field >= 0 && (run->customer >= 0 || run->assumptions[field].text);
}

/* ---- All measures ---- */

static bool usage_measure(struct usage_work *work, struct diff_usage_measure measure, bool *changed) {
    struct diff_usage *usage = work->usage;
    if (!usage_sum_measure(work, &measure, changed) || !usage_moves(work, &measure)) return false;
    if (usage->customers_known && !usage_sum_customers(work, &measure)) return false;
    if (measure.possible.lost.rows + measure.possible.gained.rows + measure.certain.lost.rows +
            measure.certain.gained.rows + measure.possible.customers_lost + measure.possible.customers_gained +
            measure.move_count ==
        0)
        return true;
    usage->measures[usage->measure_count++] = measure;
    return true;
}

static bool usage_measures(struct usage_work *work) {
    const struct difference *difference = work->difference;
    struct diff_usage *usage = work->usage;
    bool *changed = ARENA_ARRAY(&usage->arena, work->pairs.count + 1u, bool);
    size_t count = 0;
    for (size_t s = 0; s < difference->specialization_count; s++)
        count += difference->specializations[s].measure_count;
    usage->measures = ARENA_ARRAY(&usage->arena, count + 1, struct diff_usage_measure);
    usage->customers_known = usage_knows_customers(&work->runs[0]) && usage_knows_customers(&work->runs[1]);
    for (size_t s = 0; s < difference->specialization_count; s++) {
        const struct difference_specialization *specialization = &difference->specializations[s];
        for (size_t m = 0; m < specialization->measure_count; m++) {
            struct diff_usage_measure measure = {.measure = &specialization->measures[m]};
            if (!usage_measure(work, measure, changed)) return false;
        }
    }
    for (uint32_t i = 0; i < work->pairs.count; i++)
        usage->changed += changed[i] ? work->sums[i].new.rows : 0;
    return true;
}

/* ---- Reasons ---- */

static const char *usage_reason(const struct run *run, uint32_t state) {
    if (state == STATE_DUPLICATE) return "duplicate";
    if (state == STATE_EXCLUDED) return "rejected";
    if (state > STATE_EXCLUDED) return run->rules->usage->eligibilities[state - STATE_EXCLUDED - 1].reason;
    const struct outcome *outcome = &run->outcomes.all[state];
    bool counts = outcomes_meet(&run->outcomes, outcome->counts, run->in_force) ||
                  outcomes_meet(&run->outcomes, outcome->may, run->in_force);
    return counts ? "counts" : "no measure";
}

static bool usage_add_reason(struct diff_usage *usage, const char *old, const char *new, const struct tally *tally) {
    size_t i = 0;
    while (i < usage->reason_count &&
           (strcmp(usage->reasons[i].old, old) != 0 || strcmp(usage->reasons[i].new, new) != 0))
        i++;
    if (i == usage->reason_count) usage->reasons[usage->reason_count++] = (struct diff_usage_reason){old, new, {0}};
    return tally_merge(&usage->reasons[i].tally, tally);
}

static int usage_by_rows(const void *left, const void *right) {
    const struct diff_usage_reason *a = left, *b = right;
    if (a->tally.rows != b->tally.rows) return a->tally.rows < b->tally.rows ? 1 : -1;
    int order = strcmp(a->old, b->old);
    return order ? order : strcmp(a->new, b->new);
}

static bool usage_reasons(struct usage_work *work) {
    struct diff_usage *usage = work->usage;
    usage->reasons = ARENA_ARRAY(&usage->arena, work->pairs.count + 1u, struct diff_usage_reason);
    for (uint32_t i = 0; i < work->pairs.count; i++) {
        struct usage_pair pair = usage_pair(work, i);
        const char *old = usage_reason(&work->runs[0], pair.old), *new = usage_reason(&work->runs[1], pair.new);
        if (!pair.reason_differs && strcmp(old, new) == 0) continue;
        old = arena_string(&usage->arena, old, strlen(old));
        new = arena_string(&usage->arena, new, strlen(new));
        if (!usage_add_reason(usage, old, new, &work->sums[i].new)) return false;
    }
    qsort(usage->reasons, usage->reason_count, sizeof *usage->reasons, usage_by_rows);
    return true;
}

/* ---- All of it ---- */

static void usage_free(struct usage_work *work) {
    for (int side = 0; side < 2; side++) {
        run_free(&work->runs[side]);
        text_free(&work->line[side]);
    }
    dictionary_free(&work->pairs);
    free(work->sums);
}

enum cli_status diff_usage_make(struct diff_usage *usage, const struct difference *difference,
                                const struct assay_ruleset *old, const struct assay_ruleset *new,
                                const struct diff_usage_options *options) {
    enum cli_status status = usage_check_path(options->path);
    if (status != CLI_CLEAN) return status;
    struct usage_work work = {.usage = usage, .difference = difference};
    work.runs[0].rules = old, work.runs[1].rules = new;
    *usage = (struct diff_usage){.path = options->path, .currency = new->usage->currency};
    status = usage_read(&work, 0, old, options);
    if (status == CLI_CLEAN) status = usage_read(&work, 1, new, options);
    if (status == CLI_CLEAN) status = usage_rows(&work, options->path);
    usage->rows = work.runs[0].rows;
    usage->hash = arena_string(&usage->arena, work.runs[0].hash, strlen(work.runs[0].hash));
    if (status == CLI_CLEAN && (!usage_measures(&work) || !usage_reasons(&work)))
        status = usage_refuse(options->path, "split the file", "a sum is beyond 128 bits, or memory ran out");
    usage_free(&work);
    return status;
}

void diff_usage_free(struct diff_usage *usage) {
    arena_free(&usage->arena);
}
