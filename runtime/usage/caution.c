/* caution.c - what has to be known before any figure of a run is read: what absent columns, and repeats, leave in doubt
 * (R19, R31). No assumption settles either, so each says what does. */
#include "runtime/usage/run.h"

#include "runtime/base/text.h"
#include "runtime/usage/uses.h"

/* "3 rows with amounts of 1,234.00 USD": charges and credits added up, so that nothing hides behind a sum of zero. */
static void caution_rows(const struct run *run, const struct tally *tally, struct text *out) {
    char cents[ASSAY_MONEY_TEXT];
    assay_money absolute;
    text_addf(out, "%llu row%s", (unsigned long long)tally->rows, tally->rows == 1 ? "" : "s");
    if (!tally_absolute(tally, &absolute)) return; /* beyond what can be written; the rows are said */
    assay_money_cents(cents, absolute);
    text_addf(out, " with amounts of %s %s (credits as positive)", cents, run->rules->usage->currency);
}

/* The absent columns of counting once that are of any of these uses; their number. */
static size_t caution_columns(const struct run *run, uint8_t uses, struct text *out) {
    size_t count = 0;
    for (uint16_t f = 0; f < run->rules->usage->field_count; f++)
        if (run->uses[f] & uses && run_once_lacks(run, f))
            text_addf(out, "%s%s", count++ ? ", " : "", run->rules->usage->fields[f].name);
    return count;
}

/* A note where nothing is in doubt. */
static void caution_absent(struct run *run) {
    struct text words = {0}, names = {0};
    if (!run->key_absent && !run->claim_absent) return;
    bool several = caution_columns(run, USE_KEY | USE_CLAIM, &names) > 1;
    text_addf(&words, "counting once lacks the column%s %s", several ? "s" : "", names.failed ? "" : names.data);
    if (run->by_columns.rows) {
        bool one = run->by_columns.rows == 1;
        text_add(&words, ". So ");
        caution_rows(run, &run->by_columns, &words);
        text_addf(&words,
                  " may be the same consumption as another row, and %s not count for certain. Export the file "
                  "with %s to settle it; no assumption does",
                  one ? "does" : "do", several ? "these columns" : "this column");
        notes_add_text(&run->cautions, &words);
    } else {
        text_add(&words, "; no row is in doubt because of that");
        notes_add_text(&run->notes, &words);
    }
    text_free(&words);
    text_free(&names);
}

/* Rows alike that may be one consumption of several claims stay so. */
static void caution_counts_not(const struct run *run, struct text *out) {
    text_add(out, "`--repeats count` settles nothing without ");
    caution_columns(run, USE_CLAIM, out);
}

/* What --repeats would do, where it was not given. */
static void caution_options(const struct run *run, struct text *out) {
    text_add(out, ". Exports that overlap may have been joined, so ");
    text_add(out, run->repeated.rows == 1 ? "it does" : "they do");
    text_add(out, " not count for certain. `--repeats drop` drops such rows; ");
    if (run->claim_absent)
        caution_counts_not(run, out);
    else
        text_add(out, "`--repeats count` takes them for consumption of their own");
}

/* What --repeats did. */
static void caution_treated(const struct run *run, struct text *out) {
    bool one = run->repeated.rows == 1;
    text_add(out, ". ");
    if (run->repeats == ONCE_REPEATS_DROPPED)
        text_addf(out, "As `--repeats drop` says, %s dropped", one ? "it is" : "they are");
    else if (run->claim_absent)
        caution_counts_not(run, out);
    else
        text_addf(out, "As `--repeats count` says, %s own",
                  one ? "it is consumption of its" : "they are consumption of their");
}

static void caution_repeats(struct run *run) {
    struct text words = {0};
    bool one = run->repeated.rows == 1;
    if (run->repeated.rows == 0) return;
    caution_rows(run, &run->repeated, &words);
    text_add(&words, one ? " repeats an earlier row in every cell" : " repeat an earlier row in every cell");
    if (run->repeats == ONCE_REPEATS_UNDECIDED)
        caution_options(run, &words);
    else
        caution_treated(run, &words);
    notes_add_text(&run->cautions, &words);
    text_free(&words);
}

bool run_caution(struct run *run) {
    caution_absent(run);
    caution_repeats(run);
    return !run->cautions.failed && !run->notes.failed;
}
