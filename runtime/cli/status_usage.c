/* status_usage.c - what counts per measure, what does not, and what cannot be told. */
#include "runtime/cli/status_parts.h"

#include "runtime/cli/status_excluded.h"
#include "runtime/cli/status_table.h"

/* ---- Specializations without a table ---- */

/* Names the specializations without a table, those without a published filter apart. */
static void usage_rest(struct style *style, const struct report *report, bool published, const char *heading) {
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
        style_words(style, names.data, 2, 2);
    }
    text_free(&names);
}

/* ---- Remarks ---- */

static void usage_remark(struct style *style, const struct text *words) {
    text_add(style->out, "  ");
    style_words_of(style, words, 4, 2);
}

static void usage_aliases(struct style *style, const struct summary *summary) {
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
        usage_remark(style, &words);
        text_free(&words);
    }
}

static void usage_value(struct text *out, const struct assay_ruleset *rules, uint16_t field,
                        const struct undecided_value *value) {
    const char *text = value->code == ASSAY_BLANK ? NULL : status_value(rules, field, value->code);
    text_addf(out, "%s=%s", rules->usage->fields[field].name,
              value->code == ASSAY_BLANK ? "blank"
              : text                     ? text
                                         : "any text that no rule names");
}

static void usage_settles(struct text *out, const struct undecided_value *value) {
    text_add(out, " would settle ");
    style_rows(out, value->rows);
    text_add(out, " and ");
    style_money(out, value->amount);
}

static void usage_reasonable(struct style *style, const struct summary *summary, const struct undecided_field *field) {
    const struct assay_ruleset *rules = summary->run->rules;
    bool nothing = rules->usage->fields[field->field].assume == ASSAY_ASSUME_NOTHING;
    if (!field->has_declared && !nothing) return;
    struct text words = {0};
    text_addf(&words, "%s is absent", rules->usage->fields[field->field].name);
    if (field->has_declared) {
        text_add(&words, "; reasonable is ");
        usage_value(&words, rules, field->field, &field->declared);
        if (field->declared.rows) {
            text_add(&words, ", which");
            usage_settles(&words, &field->declared);
        }
    } else {
        text_add(&words, "; no assumption is reasonable");
    }
    usage_remark(style, &words);
    text_free(&words);
}

/* Only what the rules call reasonable is offered as an option to paste. */
static void usage_assume(struct style *style, const struct summary *summary) {
    const struct undecided *undecided = &summary->undecided;
    const struct undecided_field *best = &undecided->fields[undecided->best];
    const struct undecided_declared *declared = &undecided->declared;
    struct text words = {0};
    if (undecided->best < undecided->count && best->declared.rows) {
        text_add(&words, "--assume '");
        usage_value(&words, summary->run->rules, best->field, &best->declared);
        text_add_char(&words, '\'');
        usage_settles(&words, &best->declared);
        text_add_char(&words, '.');
        usage_remark(style, &words);
    }
    if (declared->fields) {
        text_clear(&words);
        text_add(&words, "--assume declared");
        if (declared->rows)
            usage_settles(&words, &(struct undecided_value){.rows = declared->rows, .amount = declared->amount});
        else
            text_add(&words, " would settle none of them");
        text_add_char(&words, '.');
        usage_remark(style, &words);
    }
    text_free(&words);
}

/* Whether a field comes before another as one to find out about: those that nothing reasonable settles first. */
static bool usage_asks_before(const struct undecided_field *field, const struct undecided_field *than) {
    if (field->has_declared != than->has_declared) return !field->has_declared;
    return field->best.rows > than->best.rows ||
           (field->best.rows == than->best.rows && field->best.amount > than->best.amount);
}

/* What some value would settle is a fact about the column, not advice to assume that value. */
static void usage_ask(struct style *style, const struct summary *summary) {
    const struct undecided *undecided = &summary->undecided;
    const struct undecided_field *asked = NULL;
    for (size_t i = 0; i < undecided->count; i++) {
        const struct undecided_field *field = &undecided->fields[i];
        bool more = field->best.rows && (!field->has_declared || field->best.rows > field->declared.rows);
        if (more && (!asked || usage_asks_before(field, asked))) asked = field;
    }
    if (!asked) return;
    struct text words = {0};
    text_addf(&words, "Some hang on %s: told it, up to ", summary->run->rules->usage->fields[asked->field].name);
    style_rows(&words, asked->best.rows);
    text_add(&words, " and ");
    style_money(&words, asked->best.amount);
    text_add(&words, " would be decided.");
    usage_remark(style, &words);
    text_free(&words);
}

static void usage_undecided(struct style *style, const struct summary *summary) {
    const struct undecided *undecided = &summary->undecided;
    if (!undecided->rows) return;
    style_heading(style, "Cannot tell");
    struct text words = {0};
    style_rows(&words, undecided->rows);
    text_add(&words, " with amounts of ");
    style_money(&words, undecided->amount);
    text_add(&words, " (credits as positive) cannot be told.");
    if (undecided->best == undecided->count) text_add(&words, " No single assumption would settle any of them.");
    usage_remark(style, &words);
    text_free(&words);
    usage_assume(style, summary);
    usage_ask(style, summary);
    for (size_t i = 0; i < undecided->count; i++)
        usage_reasonable(style, summary, &undecided->fields[i]);
}

static void usage_notes(struct style *style, const struct run *run) {
    struct text words = {0};
    uint64_t disagreements;
    if (run_disagreements(run, &disagreements) && disagreements) {
        style_rows(&words, disagreements);
        text_addf(&words, " where %s disagrees with counting once (the flag is compared, never trusted)",
                  run->rules->usage->fields[run->rules->usage->cross_check->field].name);
    }
    if (!words.length && !run->notes.count && !run->rules->usage->note_count) return;
    style_heading(style, "Notes");
    if (words.length) usage_remark(style, &words);
    for (size_t i = 0; i < run->notes.count + run->rules->usage->note_count; i++) {
        text_clear(&words);
        text_add(&words, i < run->notes.count ? run->notes.lines[i] : run->rules->usage->notes[i - run->notes.count]);
        usage_remark(style, &words);
    }
    text_free(&words);
}

/* The parts that --specialization does not narrow. */
static void usage_whole_file(struct style *style, const struct report *report) {
    const struct run *run = report->summary.run;
    struct text parts = {0};
    struct style inner = *style;
    inner.out = &parts;
    status_excluded(&inner, run);
    usage_aliases(&inner, &report->summary);
    usage_undecided(&inner, &report->summary);
    usage_notes(&inner, run);
    if (report->only && parts.length) style_heading(style, "In the whole file");
    if (parts.failed) style->out->failed = true;
    if (parts.length) text_add_bytes(style->out, parts.data, parts.length);
    text_free(&parts);
}

void status_usage(struct style *style, const struct report *report) {
    const struct assay_ruleset *rules = report->summary.run->rules;
    struct status_table table = status_table_begin(report, style);
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        if (report->only && report->only != specialization) continue;
        if (status_has_table(report, specialization)) status_table(&table, specialization);
    }
    if (!report->only) usage_whole_file(style, report);
    usage_rest(style, report, true, "Nothing counted");
    usage_rest(style, report, false, "No filter published");
    if (report->only) usage_whole_file(style, report);
}
