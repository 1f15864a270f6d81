/* status_text.c - `assay status` for people, in 80 columns. */
#include "runtime/cli/status.h"

#include "runtime/cli/status_excluded.h"
#include "runtime/cli/status_table.h"
#include "runtime/usage/bind.h"
#include "runtime/usage/month.h"
#include "runtime/base/show.h"

#include <string.h>

static void text_wrapped(struct style *style, const struct text *words, size_t indent, size_t column) {
    if (words->failed)
        style->out->failed = true;
    else
        style_wrap(style->out, words->data, indent, column);
}

/* ---- The head ---- */

static void text_assumed(struct style *style, const struct run *run) {
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
        text_wrapped(style, &words, 2, 0);
        text_free(&words);
    }
}

static void text_absent(struct style *style, const struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    struct text names = {0};
    for (uint16_t f = 0; f < usage->field_count; f++)
        if (run->uses[f] && run->columns[f] == BIND_ABSENT)
            text_addf(&names, "%s %s", names.length ? "," : "absent:", usage->fields[f].name);
    if (names.length) text_wrapped(style, &names, 2, 0);
    text_free(&names);
}

static void text_input(struct style *style, const struct run *run, const char *path) {
    struct text *out = style->out;
    struct text words = {0};
    show_string(&words, strcmp(path, "-") == 0 ? "<stdin>" : path, SHOW_ALL);
    text_add(&words, ", ");
    style_count(&words, run->bytes, run->bytes);
    text_addf(&words, " bytes, SHA-256 %.12s", run->hash);
    text_wrapped(style, &words, 2, 0);
    text_free(&words);
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

static void text_head(struct style *style, const struct report *report) {
    const struct run *run = report->summary.run;
    char rules[80];
    snprintf(rules, sizeof rules, ", rules of %.40s (%.8s)", run->rules->usage->edition, run->rules->hash);
    style_title(style, run->rules->usage->name, rules);
    text_input(style, run, report->path);
    text_absent(style, run);
    text_assumed(style, run);
}

/* ---- Specializations without a table ---- */

/* Names the specializations without a table, those without a published filter apart. */
static void text_rest(struct style *style, const struct report *report, bool published, const char *heading) {
    const struct assay_ruleset *rules = report->summary.run->rules;
    struct text names = {0};
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        if (report->only && report->only != specialization) continue;
        if ((specialization->measure_count > 0) != published || status_has_table(report, specialization)) continue;
        text_addf(&names, "%s%s", names.length ? "; " : "", specialization->name);
    }
    if (names.length) {
        style_heading(style, heading);
        text_add(style->out, "  ");
        style_wrap(style->out, names.data, 2, 2);
    }
    text_free(&names);
}

/* ---- Remarks ---- */

static void text_remark(struct style *style, const struct text *words) {
    text_add(style->out, "  ");
    text_wrapped(style, words, 4, 2);
}

static void text_aliases(struct style *style, const struct summary *summary) {
    const struct assay_usage *usage = summary->run->rules->usage;
    bool headed = false;
    for (size_t a = 0; a < summary->alias_count; a++) {
        const struct summary_alias *alias = &summary->aliases[a];
        if (!alias->tally.rows) continue;
        if (!headed) style_heading(style, "Counted by an alias only");
        headed = true;
        struct text words = {0};
        text_addf(&words, "\"%s\", which means \"%s\" in %s: ", alias->text, alias->means,
                  usage->fields[alias->field].name);
        style_money(&words, tally_net(&alias->tally));
        text_add(&words, " in ");
        style_rows(&words, alias->tally.rows);
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

/* Only what the rules call reasonable is offered as an option to paste. */
static void text_assume(struct style *style, const struct summary *summary) {
    const struct undecided *undecided = &summary->undecided;
    const struct undecided_field *best = &undecided->fields[undecided->best];
    const struct undecided_declared *declared = &undecided->declared;
    struct text words = {0};
    if (undecided->best < undecided->count && best->declared.rows) {
        text_add(&words, "--assume '");
        text_value(&words, summary->run->rules, best->field, &best->declared);
        text_add_char(&words, '\'');
        text_settles(&words, &best->declared);
        text_add_char(&words, '.');
        text_remark(style, &words);
    }
    if (declared->fields) {
        text_clear(&words);
        text_add(&words, "--assume declared");
        if (declared->rows)
            text_settles(&words, &(struct undecided_value){.rows = declared->rows, .amount = declared->amount});
        else
            text_add(&words, " would settle none of them");
        text_add_char(&words, '.');
        text_remark(style, &words);
    }
    text_free(&words);
}

/* Whether a field comes before another as one to find out about: those that nothing reasonable settles first. */
static bool text_asks_before(const struct undecided_field *field, const struct undecided_field *than) {
    if (field->has_declared != than->has_declared) return !field->has_declared;
    return field->best.rows > than->best.rows ||
           (field->best.rows == than->best.rows && field->best.amount > than->best.amount);
}

/* What some value would settle is a fact about the column, not advice to assume that value. */
static void text_ask(struct style *style, const struct summary *summary) {
    const struct undecided *undecided = &summary->undecided;
    const struct undecided_field *asked = NULL;
    for (size_t i = 0; i < undecided->count; i++) {
        const struct undecided_field *field = &undecided->fields[i];
        bool more = field->best.rows && (!field->has_declared || field->best.rows > field->declared.rows);
        if (more && (!asked || text_asks_before(field, asked))) asked = field;
    }
    if (!asked) return;
    struct text words = {0};
    text_addf(&words, "Some hang on %s: told it, up to ", summary->run->rules->usage->fields[asked->field].name);
    style_rows(&words, asked->best.rows);
    text_add(&words, " and ");
    style_money(&words, asked->best.amount);
    text_add(&words, " would be decided.");
    text_remark(style, &words);
    text_free(&words);
}

static void text_undecided(struct style *style, const struct summary *summary) {
    const struct undecided *undecided = &summary->undecided;
    if (!undecided->rows) return;
    style_heading(style, "Cannot tell");
    struct text words = {0};
    style_rows(&words, undecided->rows);
    text_add(&words, " with amounts of ");
    style_money(&words, undecided->amount);
    text_add(&words, " (credits as positive) cannot be told.");
    if (undecided->best == undecided->count) text_add(&words, " No single assumption would settle any of them.");
    text_remark(style, &words);
    text_free(&words);
    text_assume(style, summary);
    text_ask(style, summary);
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
    style_heading(style, "Notes");
    if (words.length) text_remark(style, &words);
    for (size_t i = 0; i < run->notes.count + run->rules->usage->note_count; i++) {
        text_clear(&words);
        text_add(&words, i < run->notes.count ? run->notes.lines[i] : run->rules->usage->notes[i - run->notes.count]);
        text_remark(style, &words);
    }
    text_free(&words);
}

/* The parts that --specialization does not narrow. */
static void text_whole_file(struct style *style, const struct report *report) {
    const struct run *run = report->summary.run;
    struct text parts = {0};
    struct style inner = *style;
    inner.out = &parts;
    status_excluded(&inner, run);
    text_aliases(&inner, &report->summary);
    text_undecided(&inner, &report->summary);
    text_notes(&inner, run);
    if (report->only && parts.length) style_heading(style, "In the whole file");
    if (parts.failed) style->out->failed = true;
    if (parts.length) text_add_bytes(style->out, parts.data, parts.length);
    text_free(&parts);
}

static void text_without_table(struct style *style, const struct report *report) {
    text_rest(style, report, true, "Nothing counted");
    text_rest(style, report, false, "No filter published");
}

void status_text(const struct report *report, struct text *out) {
    const struct run *run = report->summary.run;
    struct style style = style_of_stdout(out);
    text_head(&style, report);
    struct status_table table = status_table_begin(report, &style);
    for (uint16_t s = 0; s < run->rules->specialization_count; s++) {
        const struct assay_specialization *specialization = run->rules->specializations[s];
        if (report->only && report->only != specialization) continue;
        if (status_has_table(report, specialization)) status_table(&table, specialization);
    }
    if (report->only) text_without_table(&style, report);
    text_whole_file(&style, report);
    if (!report->only) text_without_table(&style, report);
}
