/* status_head.c - what the report of `assay status` is made of: rules, usage, assumptions, the partner's inputs. */
#include "runtime/cli/status_parts.h"

#include "runtime/base/show.h"
#include "runtime/cli/report_fresh.h"
#include "runtime/cli/report_months.h"
#include "runtime/usage/bind.h"
#include "runtime/usage/month.h"

#include <string.h>

#define HEAD_NAME 60 /* characters of the partner's name */

static void head_assumed(struct style *style, const struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    for (uint16_t f = 0; f < usage->field_count; f++) {
        const struct assumption *assumption = &run->assumptions[f];
        if (!assumption->text) continue;
        struct text words = {0};
        text_addf(&words, "assumed: %s is ", usage->fields[f].name);
        if (*assumption->text) text_add_char(&words, '"');
        show_string(&words, *assumption->text ? assumption->text : "blank", SHOW_ALL);
        if (*assumption->text) text_add_char(&words, '"');
        if (assumption->declared) text_add(&words, " (declared reasonable by the rules)");
        style_words_of(style, &words, 2, 0);
        text_free(&words);
    }
}

static void head_absent(struct style *style, const struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    struct text names = {0};
    for (uint16_t f = 0; f < usage->field_count; f++)
        if (run->uses[f] && run->columns[f] == BIND_ABSENT)
            text_addf(&names, "%s %s", names.length ? "," : "absent:", usage->fields[f].name);
    if (names.length) style_words_of(style, &names, 2, 0);
    text_free(&names);
}

static void head_rows(struct style *style, const struct run *run) {
    struct text rejected = {0}, rest = {0}, *out = style->out;
    size_t before = out->length;
    style_rows(out, run->rows);
    if (run->rejects.count) {
        text_add(out, ", ");
        style_count(&rejected, run->rejects.count, run->rejects.count);
        text_add(&rejected, " rejected");
        style_add(style, STYLE_BAD, rejected.failed ? "" : rejected.data);
    }
    uint64_t skipped = run->records.headers + run->records.empty;
    if (skipped) {
        text_add(&rest, ", ");
        style_count(&rest, skipped, skipped);
        text_add(&rest, " skipped");
    }
    size_t column = out->failed ? 0 : out->length - before - (rejected.length && style->colour ? STYLE_CODES : 0);
    char month[MONTH_TEXT] = "";
    if (run_newest_month(run) >= 0) month_text(month, run_newest_month(run));
    text_addf(&rest, ", newest month %s", *month ? month : "not known");
    if (run->as_of) {
        text_add(&rest, ", as of ");
        style_date(&rest, run->as_of);
    }
    style_words_of(style, &rest, 2, column);
    text_free(&rejected);
    text_free(&rest);
}

/* What is wrong with every row alike. */
static void head_fault(struct style *style, const struct run *run) {
    struct text words = {0};
    if (!run->rejects.fault.data) return;
    style_add(style, STYLE_BAD, "fault:");
    text_addf(&words, " %s", run->rejects.fault.data);
    style_words_of(style, &words, 2, 6);
    text_free(&words);
}

static void head_input(struct style *style, const struct run *run, const char *path) {
    struct text words = {0};
    show_string(&words, strcmp(path, "-") == 0 ? "<stdin>" : path, SHOW_ALL);
    text_add(&words, ", ");
    style_count(&words, run->bytes, run->bytes);
    text_addf(&words, " bytes, SHA-256 %.12s", run->hash);
    style_words_of(style, &words, 2, 0);
    text_free(&words);
    head_rows(style, run);
    head_fault(style, run);
}

static void head_months(struct style *style, const struct report *report) {
    struct text words = {0};
    if (!report->options->measures) report_months_beyond(&words, report);
    if (words.length || words.failed) style_words_of(style, &words, 2, 0);
    text_free(&words);
}

/* Which figures may still change, and when to look again. */
static void head_fresh(struct style *style, const struct report *report) {
    struct text words = {0};
    report_fresh_performance(&words, report);
    if (words.length || words.failed) style_words_of(style, &words, 2, 0);
    text_clear(&words);
    if (!report->options->measures) report_fresh_knowledge(&words, report);
    if (words.length || words.failed) style_words_of(style, &words, 2, 0);
    text_free(&words);
}

/* The partner's name and inputs; their hashes in full reports. */
static void head_partner(struct style *style, const struct partner *partner, bool full) {
    struct text words = {0};
    text_add(&words, "partner: ");
    show_string(&words, partner->name.text ? partner->name.text : "not named", HEAD_NAME);
    for (int i = 0; i < PARTNER_KINDS; i++) {
        const struct partner_input *input = &partner->inputs[i];
        if (!input->path) continue;
        text_add(&words, ", ");
        show_string(&words, strcmp(input->path, "-") == 0 ? "<stdin>" : input->path, SHOW_ALL);
        if (full) text_addf(&words, " (%.12s)", input->sha256);
        if (input->rejected)
            text_addf(&words, " with %llu rejected row%s", (unsigned long long)input->rejected,
                      input->rejected == 1 ? "" : "s");
    }
    style_words_of(style, &words, 2, 0);
    text_free(&words);
}

/* How the partner's exports write their days. */
static void head_dates(struct style *style, const struct partner *partner) {
    for (size_t i = 0; i < partner->date_count; i++) {
        struct text words = {0};
        if (!dates_speaks(&partner->dates[i].column)) continue;
        text_add(&words, "dates: ");
        dates_words(&words, &partner->dates[i].column);
        style_words_of(style, &words, 2, 0);
        text_free(&words);
    }
}

/* What has to be known before any figure is read. */
static void head_cautions(struct style *style, const struct run *run) {
    for (size_t i = 0; i < run->cautions.count; i++) {
        struct text words = {0};
        text_add(&words, run->cautions.lines[i]);
        style_add(style, STYLE_OPEN, "Caution: ");
        style_words_of(style, &words, 2, strlen("Caution: "));
        text_free(&words);
    }
}

void status_head(struct style *style, const struct report *report) {
    const struct run *run = report->summary.run;
    char rules[80];
    snprintf(rules, sizeof rules, ", rules of %.40s (%.8s)", run->rules->usage->edition, run->rules->hash);
    style_title(style, run->rules->usage->name, rules);
    head_input(style, run, report->path);
    head_months(style, report);
    head_fresh(style, report);
    head_absent(style, run);
    head_assumed(style, run);
    if (report->has_partner) head_partner(style, &report->partner, report->only || report->options->measures);
    head_dates(style, &report->partner);
    head_cautions(style, run);
}
