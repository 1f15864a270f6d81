#include "compiler/cli/diff_usage_inner.h"

#include "runtime/base/show.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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
