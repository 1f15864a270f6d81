/* status_text.c - `assay status` for people, in 80 columns. */
#include "runtime/cli/status.h"

#include "runtime/cli/status_table.h"
#include "runtime/usage/bind.h"
#include "runtime/usage/month.h"

#include <stdlib.h>
#include <string.h>

/* Columns of the table of what did not count. */
enum { NAME_COLUMNS = 35, MONEY_COLUMNS = 16 };

static void text_heading(struct style *style, const char *heading) {
    text_add_char(style->out, '\n');
    style_add(style, STYLE_BOLD, heading);
    text_add_char(style->out, '\n');
}

/* ---- The head ---- */

static void text_assumed(struct style *style, const struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    for (uint16_t f = 0; f < usage->field_count; f++) {
        const struct assumption *assumption = &run->assumptions[f];
        if (!assumption->text) continue;
        text_addf(style->out, "assumed: %s is ", usage->fields[f].name);
        text_addf(style->out, *assumption->text ? "\"%s\"" : "blank%s", assumption->text);
        text_add(style->out, assumption->declared ? " (declared reasonable by the rules)\n" : "\n");
    }
}

static void text_absent(struct style *style, const struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    struct text names = {0};
    for (uint16_t f = 0; f < usage->field_count; f++)
        if (run->uses[f] && run->columns[f] == BIND_ABSENT)
            text_addf(&names, "%s %s", names.length ? "," : "absent:", usage->fields[f].name);
    if (names.length) style_wrap(style->out, names.data, 2, 0);
    if (names.failed) style->out->failed = true;
    text_free(&names);
}

static void text_input(struct style *style, const struct run *run, const char *path) {
    struct text *out = style->out;
    text_addf(out, "%s, ", strcmp(path, "-") == 0 ? "<stdin>" : path);
    style_count(out, run->bytes, run->bytes);
    text_addf(out, " bytes, SHA-256 %.12s\n", run->hash);
    style_rows(out, run->rows);
    if (run->rejects.count) {
        text_add(out, ", ");
        struct text rejected = {0};
        style_count(&rejected, run->rejects.count, run->rejects.count);
        text_add(&rejected, " rejected");
        style_add(style, STYLE_BAD, rejected.failed ? "" : rejected.data);
        text_free(&rejected);
    }
    char month[MONTH_TEXT] = "";
    if (run_newest_month(run) >= 0) month_text(month, run_newest_month(run));
    text_addf(out, ", newest month %s", *month ? month : "not known");
    if (run->as_of) {
        text_add(out, ", as of ");
        style_date(out, run->as_of);
    }
    text_add_char(out, '\n');
}

static void text_head(struct style *style, const struct status *status) {
    const struct run *run = status->summary->run;
    style_add(style, STYLE_BOLD, run->rules->usage->name);
    text_addf(style->out, ", rules of %s (%.8s)\n", run->rules->usage->edition, run->rules->hash);
    text_input(style, run, status->path);
    text_absent(style, run);
    text_assumed(style, run);
}

/* ---- Specializations without a table ---- */

/* Names the specializations without a table, those without a published filter apart. */
static void text_rest(struct style *style, const struct status *status, bool published, const char *heading) {
    const struct assay_ruleset *rules = status->summary->run->rules;
    struct text names = {0};
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        if (status->only && status->only != specialization) continue;
        if ((specialization->measure_count > 0) != published || status_has_table(status, specialization)) continue;
        text_addf(&names, "%s%s", names.length ? "; " : "", specialization->name);
    }
    if (names.length) {
        text_heading(style, heading);
        text_add(style->out, "  ");
        style_wrap(style->out, names.data, 2, 2);
    }
    text_free(&names);
}

/* ---- What did not count ---- */

static void text_money_column(struct text *out, assay_money amount) {
    char cents[ASSAY_MONEY_TEXT];
    assay_money_cents(cents, amount);
    text_add_char(out, ' ');
    style_right(out, cents, MONEY_COLUMNS - 1);
}

#define TEXT_SHOWN 12 /* texts per reason */

static void text_failed(struct style *style, const char *shown, bool known, const struct tally *tally) {
    struct text label = {0};
    text_addf(&label, "%.60s", shown);
    text_add(style->out, "    ");
    if (!label.failed) style_left(style->out, label.data, NAME_COLUMNS - 2);
    text_free(&label);
    text_money_column(style->out, tally_net(tally));
    text_add(style->out, "  ");
    style_rows(style->out, tally->rows);
    if (!known) style_add(style, STYLE_OPEN, "  not a known spelling");
    text_add_char(style->out, '\n');
}

static void text_reason(struct style *style, const struct run *run, uint16_t e) {
    const struct excluded_reason *reason = &run->excluded.reasons[e];
    size_t count, unknown = 0;
    const struct excluded_text **texts = status_texts(reason, &count);
    text_add(style->out, "  ");
    style_left(style->out, run->rules->usage->eligibilities[e].reason, NAME_COLUMNS);
    text_money_column(style->out, tally_net(&reason->all));
    text_add(style->out, "  ");
    style_rows(style->out, reason->all.rows);
    text_add_char(style->out, '\n');
    if (reason->blank.tally.rows) text_failed(style, "blank", reason->blank.known, &reason->blank.tally);
    struct tally rest = reason->others;
    for (size_t t = 0; texts && t < count; t++) {
        unknown += !texts[t]->known;
        if (t < TEXT_SHOWN || (!texts[t]->known && unknown <= TEXT_SHOWN))
            text_failed(style, texts[t]->shown, texts[t]->known, &texts[t]->tally);
        else if (!tally_merge(&rest, &texts[t]->tally))
            style->out->failed = true;
    }
    if (rest.rows) text_failed(style, "other texts", true, &rest);
    if (!texts) style->out->failed = true;
    free(texts);
}

static void text_not_counted(struct style *style, const struct run *run) {
    uint64_t rows = run->dropped;
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++)
        rows += run->excluded.reasons[e].all.rows;
    if (rows == 0) return;
    text_heading(style, "Not counted");
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++)
        if (run->excluded.reasons[e].all.rows) text_reason(style, run, e);
    if (!run->dropped) return;
    struct tally all = {0};
    for (uint32_t i = 0; i < run->excluded.room; i++)
        if (!tally_merge(&all, &run->excluded.duplicates[i])) style->out->failed = true;
    text_add(style->out, "  ");
    style_left(style->out, "duplicates", NAME_COLUMNS);
    text_money_column(style->out, tally_net(&all));
    text_add(style->out, "  ");
    style_rows(style->out, run->dropped);
    text_add_char(style->out, '\n');
}

/* ---- Remarks ---- */

static void text_remark(struct style *style, const struct text *words) {
    text_add(style->out, "  ");
    if (!words->failed) style_wrap(style->out, words->data, 4, 2);
}

static void text_aliases(struct style *style, const struct summary *summary) {
    const struct assay_usage *usage = summary->run->rules->usage;
    bool headed = false;
    for (uint16_t a = 0; a < usage->alias_count; a++) {
        if (!summary->aliases[a].rows) continue;
        if (!headed) text_heading(style, "Counted by an alias only");
        headed = true;
        struct text words = {0};
        text_addf(&words, "\"%s\", which means \"%s\" in %s: ", usage->aliases[a].text, usage->aliases[a].means,
                  usage->fields[usage->aliases[a].field].name);
        style_money(&words, tally_net(&summary->aliases[a]));
        text_add(&words, " in ");
        style_rows(&words, summary->aliases[a].rows);
        text_remark(style, &words);
        text_free(&words);
    }
}

static void text_value(struct text *out, const struct assay_ruleset *rules, uint16_t field,
                       const struct undecided_value *value) {
    const char *text = value->code == ASSAY_BLANK ? NULL : status_value(rules, field, value->code);
    text_addf(out, "%s=%s", rules->usage->fields[field].name,
              value->code == ASSAY_BLANK ? "blank"
              : text                     ? text
                                         : "any text that no rule names");
}

static void text_settles(struct text *out, const struct undecided_value *value) {
    text_add(out, " would settle ");
    style_rows(out, value->rows);
    text_add(out, " and ");
    style_money(out, value->amount);
}

static void text_reasonable(struct style *style, const struct summary *summary, const struct undecided_field *field) {
    const struct assay_ruleset *rules = summary->run->rules;
    bool nothing = rules->usage->fields[field->field].assume == ASSAY_ASSUME_NOTHING;
    if (!field->has_declared && !nothing) return;
    struct text words = {0};
    text_addf(&words, "%s is absent", rules->usage->fields[field->field].name);
    if (field->has_declared) {
        text_add(&words, "; reasonable is ");
        text_value(&words, rules, field->field, &field->declared);
        if (field->declared.rows) {
            text_add(&words, ", which");
            text_settles(&words, &field->declared);
        }
    } else {
        text_add(&words, "; no assumption is reasonable");
    }
    text_remark(style, &words);
    text_free(&words);
}

static void text_undecided(struct style *style, const struct summary *summary) {
    const struct undecided *undecided = &summary->undecided;
    if (!undecided->rows) return;
    text_heading(style, "Cannot tell");
    struct text words = {0};
    style_rows(&words, undecided->rows);
    text_add(&words, " with amounts of ");
    style_money(&words, undecided->amount);
    text_add(&words, " (credits as positive) cannot be told. ");
    if (undecided->best < undecided->count) {
        const struct undecided_field *best = &undecided->fields[undecided->best];
        text_add(&words, "--assume '");
        text_value(&words, summary->run->rules, best->field, &best->best);
        text_add_char(&words, '\'');
        text_settles(&words, &best->best);
        text_add_char(&words, '.');
    } else {
        text_add(&words, "No single assumption would settle any of them.");
    }
    text_remark(style, &words);
    text_free(&words);
    for (size_t i = 0; i < undecided->count; i++)
        text_reasonable(style, summary, &undecided->fields[i]);
}

static void text_notes(struct style *style, const struct run *run) {
    struct text words = {0};
    if (run->flag >= 0 && run->disagreements) {
        style_rows(&words, run->disagreements);
        text_addf(&words, " where %s disagrees with counting once (the flag is compared, never trusted)",
                  run->rules->usage->fields[run->rules->usage->cross_check->field].name);
    }
    if (!words.length && !run->notes.count && !run->rules->usage->note_count) return;
    text_heading(style, "Notes");
    if (words.length) text_remark(style, &words);
    for (size_t i = 0; i < run->notes.count + run->rules->usage->note_count; i++) {
        text_clear(&words);
        text_add(&words, i < run->notes.count ? run->notes.lines[i] : run->rules->usage->notes[i - run->notes.count]);
        text_remark(style, &words);
    }
    text_free(&words);
}

void status_text(const struct status *status, struct text *out) {
    const struct run *run = status->summary->run;
    struct style style = style_of_stdout(out);
    text_head(&style, status);
    struct status_table table = status_table_begin(status, &style);
    for (uint16_t s = 0; s < run->rules->specialization_count; s++) {
        const struct assay_specialization *specialization = run->rules->specializations[s];
        if (status->only && status->only != specialization) continue;
        if (status_has_table(status, specialization)) status_table(&table, specialization);
    }
    text_not_counted(&style, run);
    text_aliases(&style, status->summary);
    text_undecided(&style, status->summary);
    text_notes(&style, run);
    text_rest(&style, status, true, "Nothing counted");
    text_rest(&style, status, false, "No filter published");
}
