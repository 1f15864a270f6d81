/* diff_usage_print.c - what changes sides in an export, in the three formats. */
#include "compiler/cli/diff_usage.h"

#include "compiler/cli/diff.h"
#include "runtime/base/show.h"
#include "runtime/usage/day.h"

static void print_number(struct text *out, uint64_t count) {
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)count);
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) text_add_char(out, ',');
        text_add_char(out, digits[i]);
    }
}

static void print_count(struct text *out, uint64_t count, const char *what) {
    print_number(out, count);
    text_addf(out, " %s%s", what, count == 1 ? "" : "s");
}

static void print_money(struct text *out, const struct diff_usage *usage, const struct tally *tally) {
    char cents[ASSAY_MONEY_TEXT];
    assay_money_cents(cents, tally_net(tally));
    text_addf(out, "%s %s", cents, usage->currency);
}

/* `12 rows, 1,234.50 USD, 1 customer` */
static void print_side(struct text *out, const struct diff_usage *usage, const struct tally *tally,
                       uint64_t customers) {
    print_count(out, tally->rows, "row");
    text_add(out, ", ");
    print_money(out, usage, tally);
    if (!usage->customers_known) return;
    text_add(out, ", ");
    print_count(out, customers, "customer");
}

/* ---- Text ---- */

static bool print_same(const struct tally *a, const struct tally *b) {
    return a->rows == b->rows && tally_net(a) == tally_net(b);
}

/* One line when nothing is in doubt; none when nothing goes this way. */
static void usage_text_side(struct text *out, const struct diff_usage *usage, const struct diff_usage_measure *measure,
                            bool gained) {
    const struct diff_usage_change *certain = &measure->certain, *possible = &measure->possible;
    const struct tally *sure = gained ? &certain->gained : &certain->lost;
    const struct tally *may = gained ? &possible->gained : &possible->lost;
    uint64_t customers = gained ? certain->customers_gained : certain->customers_lost;
    uint64_t customers_may = gained ? possible->customers_gained : possible->customers_lost;
    bool same = print_same(sure, may) && customers == customers_may;
    if (sure->rows + may->rows + customers + customers_may == 0) return;
    text_add(out, gained ? "    gained " : "    lost   ");
    print_side(out, usage, sure, customers);
    if (!same) {
        text_add(out, " certain\n           ");
        print_side(out, usage, may, customers_may);
        text_add(out, " possible");
    }
    text_add_char(out, '\n');
}

/* `1 row, 5.00 USD` */
static void print_tally(struct text *out, const struct diff_usage *usage, const struct tally *tally) {
    print_count(out, tally->rows, "row");
    text_add(out, ", ");
    print_money(out, usage, tally);
}

/* `from "A" of "S" to "B" of "S"` */
static void print_move(struct text *out, const struct diff_usage_move *move) {
    text_add(out, "from ");
    diff_words_name(move->old, out);
    text_add(out, " to ");
    diff_words_name(move->new, out);
}

static void usage_text_move(struct text *out, const struct diff_usage *usage, const struct diff_usage_move *move) {
    text_add(out, "    moved  ");
    print_tally(out, usage, &move->certain);
    if (!print_same(&move->certain, &move->possible)) {
        text_add(out, " certain, ");
        print_tally(out, usage, &move->possible);
        text_add(out, " possible,");
    }
    text_add_char(out, ' ');
    print_move(out, move);
    text_add_char(out, '\n');
}

static void usage_text_reasons(const struct diff_usage *usage, struct text *out) {
    if (usage->reason_count) text_add(out, "  Reasons that change\n");
    for (size_t i = 0; i < usage->reason_count; i++) {
        const struct diff_usage_reason *reason = &usage->reasons[i];
        text_addf(out, "    %s -> %s: ", reason->old, reason->new);
        print_count(out, reason->tally.rows, "row");
        text_add(out, ", ");
        print_money(out, usage, &reason->tally);
        text_add_char(out, '\n');
    }
}

/* The days that picked the editions of both sides; one, where they are the same. */
static void usage_days(const struct diff_usage *usage, struct text *out) {
    char old[DAY_TEXT] = "no day", new[DAY_TEXT] = "no day";
    if (usage->as_of[0]) day_text(old, usage->as_of[0]);
    if (usage->as_of[1]) day_text(new, usage->as_of[1]);
    if (usage->as_of[0] != usage->as_of[1])
        text_addf(out, ", the old rules as of %s, the new ones as of %s", old, new);
    else if (usage->as_of[0])
        text_addf(out, ", as of %s", new);
}

static void usage_head(const struct diff_usage *usage, struct text *out) {
    print_number(out, usage->changed);
    text_add(out, " of ");
    print_count(out, usage->rows, "row");
    text_addf(out, " start%s or stop%s counting for some measure", usage->changed == 1 ? "s" : "",
              usage->changed == 1 ? "s" : "");
    if (usage->rejected[0] + usage->rejected[1] == 0) return;
    text_addf(out, "; %llu rejected", (unsigned long long)usage->rejected[0]);
    if (usage->rejected[0] != usage->rejected[1])
        text_addf(out, " by the old rules, %llu by the new ones", (unsigned long long)usage->rejected[1]);
}

void diff_usage_text(const struct diff_usage *usage, struct text *out) {
    text_add(out, out->length ? "\nIn " : "In ");
    show_string(out, usage->path, SHOW_ALL);
    usage_days(usage, out);
    text_add(out, "\n  ");
    usage_head(usage, out);
    text_add_char(out, '\n');
    for (size_t i = 0; i < usage->measure_count; i++) {
        const struct diff_usage_measure *measure = &usage->measures[i];
        text_add(out, "  ");
        diff_words_measure(measure->measure, out);
        text_add_char(out, '\n');
        usage_text_side(out, usage, measure, false);
        usage_text_side(out, usage, measure, true);
        for (size_t k = 0; k < measure->move_count; k++)
            usage_text_move(out, usage, &measure->moves[k]);
    }
    usage_text_reasons(usage, out);
}

/* ---- JSON ---- */

static void usage_json_money(struct json *json, const struct tally *tally) {
    char exact[ASSAY_MONEY_TEXT];
    assay_money_exact(exact, tally_net(tally));
    json_uint(json, "rows", tally->rows);
    json_string(json, "amount", exact);
}

static void usage_json_side(struct json *json, const struct diff_usage *usage, const char *key,
                            const struct tally *tally, uint64_t customers) {
    json_object(json, key);
    usage_json_money(json, tally);
    if (usage->customers_known)
        json_uint(json, "customers", customers);
    else
        json_null(json, "customers");
    json_end_object(json);
}

static void usage_json_change(struct json *json, const struct diff_usage *usage, const char *key,
                              const struct diff_usage_change *change) {
    json_object(json, key);
    usage_json_side(json, usage, "lost", &change->lost, change->customers_lost);
    usage_json_side(json, usage, "gained", &change->gained, change->customers_gained);
    json_end_object(json);
}

static void usage_json_end(struct json *json, const char *key, const struct difference_edition *edition) {
    json_object(json, key);
    json_string(json, "specialization", edition->specialization->name.text);
    json_string(json, "measure", edition->measure->name.text);
    json_end_object(json);
}

static void usage_json_moves(struct json *json, const struct diff_usage_measure *measure) {
    json_array(json, "moved");
    for (size_t i = 0; i < measure->move_count; i++) {
        const struct diff_usage_move *move = &measure->moves[i];
        json_object(json, NULL);
        usage_json_end(json, "old", move->old);
        usage_json_end(json, "new", move->new);
        json_object(json, "certain");
        usage_json_money(json, &move->certain);
        json_end_object(json);
        json_object(json, "possible");
        usage_json_money(json, &move->possible);
        json_end_object(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void usage_json_day(struct json *json, const char *key, uint32_t day) {
    char text[DAY_TEXT];
    if (day)
        day_text(text, day), json_string(json, key, text);
    else
        json_null(json, key);
}

static void usage_json_input(struct json *json, const struct diff_usage *usage) {
    json_string(json, "path", usage->path);
    json_string(json, "sha256", usage->hash);
    json_string(json, "currency", usage->currency);
    json_uint(json, "rows", usage->rows);
    usage_json_day(json, "as_of_old", usage->as_of[0]);
    usage_json_day(json, "as_of_new", usage->as_of[1]);
    json_uint(json, "rejected_old", usage->rejected[0]);
    json_uint(json, "rejected_new", usage->rejected[1]);
    json_uint(json, "changed", usage->changed);
}

void diff_usage_json(const struct diff_usage *usage, struct json *json) {
    json_object(json, "usage");
    usage_json_input(json, usage);
    json_array(json, "measures");
    for (size_t i = 0; i < usage->measure_count; i++) {
        const struct diff_usage_measure *measure = &usage->measures[i];
        json_object(json, NULL);
        json_string(json, "specialization", diff_measure_of(measure->measure));
        json_string(json, "measure", diff_measure_name(measure->measure));
        usage_json_change(json, usage, "certain", &measure->certain);
        usage_json_change(json, usage, "possible", &measure->possible);
        usage_json_moves(json, measure);
        json_end_object(json);
    }
    json_end_array(json);
    json_array(json, "reasons");
    for (size_t i = 0; i < usage->reason_count; i++) {
        json_object(json, NULL);
        json_string(json, "old", usage->reasons[i].old);
        json_string(json, "new", usage->reasons[i].new);
        usage_json_money(json, &usage->reasons[i].tally);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

/* ---- Markdown ---- */

static void usage_markdown_row(struct text *out, const struct diff_usage *usage,
                               const struct diff_usage_measure *measure, const char *name,
                               const struct diff_usage_change *change) {
    struct text title = {0};
    diff_words_measure(measure->measure, &title);
    text_add(out, "| ");
    diff_markdown_text(out, title.data ? title.data : "");
    text_free(&title);
    text_addf(out, " | %s | ", name);
    print_side(out, usage, &change->lost, change->customers_lost);
    text_add(out, " | ");
    print_side(out, usage, &change->gained, change->customers_gained);
    text_add(out, " |\n");
}

static void usage_markdown_moves(struct text *out, const struct diff_usage *usage) {
    bool headed = false;
    for (size_t i = 0; i < usage->measure_count; i++) {
        for (size_t k = 0; k < usage->measures[i].move_count; k++) {
            const struct diff_usage_move *move = &usage->measures[i].moves[k];
            struct text words = {0};
            print_move(&words, move);
            if (!headed) text_add(out, "\n| moved | certain | possible |\n|---|---|---|\n");
            headed = true;
            text_add(out, "| ");
            diff_markdown_text(out, words.data ? words.data : "");
            text_add(out, " | ");
            print_tally(out, usage, &move->certain);
            text_add(out, " | ");
            print_tally(out, usage, &move->possible);
            text_add(out, " |\n");
            text_free(&words);
        }
    }
}

void diff_usage_markdown(const struct diff_usage *usage, struct text *out) {
    text_add(out, "\n### In ");
    diff_markdown_text(out, usage->path);
    usage_days(usage, out);
    text_add(out, "\n\n");
    usage_head(usage, out);
    text_add(out, ".\n");
    if (usage->measure_count) text_add(out, "\n| measure | | lost | gained |\n|---|---|---|---|\n");
    for (size_t i = 0; i < usage->measure_count; i++) {
        usage_markdown_row(out, usage, &usage->measures[i], "certain", &usage->measures[i].certain);
        usage_markdown_row(out, usage, &usage->measures[i], "possible", &usage->measures[i].possible);
    }
    usage_markdown_moves(out, usage);
    if (usage->reason_count) text_add(out, "\n| reason was | is | rows | amount |\n|---|---|---|---|\n");
    for (size_t i = 0; i < usage->reason_count; i++) {
        const struct diff_usage_reason *reason = &usage->reasons[i];
        text_add(out, "| ");
        diff_markdown_text(out, reason->old);
        text_add(out, " | ");
        diff_markdown_text(out, reason->new);
        text_addf(out, " | %llu | ", (unsigned long long)reason->tally.rows);
        print_money(out, usage, &reason->tally);
        text_add(out, " |\n");
    }
}
