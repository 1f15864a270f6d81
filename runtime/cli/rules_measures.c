#include "runtime/cli/rules.h"

#include "runtime/cli/words.h"

static void measures_clause(struct style *style, const struct assay_usage *usage, const struct assay_clause *clause,
                            size_t indent) {
    for (uint16_t i = 0; i < clause->condition_count; i++) {
        struct text words = {0};
        text_add(&words, i ? "and " : "");
        words_condition(&words, usage, &clause->conditions[i], WORDS_ALL);
        text_addf(&words, " (line %u)", clause->conditions[i].lines[0]);
        text_add_repeat(style->out, ' ', indent);
        style_words_of(style, &words, indent + 2, indent);
        text_free(&words);
    }
}

static void measures_clauses(struct style *style, const struct assay_usage *usage, const struct assay_clause *clauses,
                             uint16_t count) {
    for (uint16_t c = 0; c < count; c++) {
        struct text words = {0};
        text_add(&words, c ? "or" : "either");
        if (clauses[c].option) text_addf(&words, " option \"%s\"", clauses[c].option);
        if (count > 1) {
            text_add(style->out, "  ");
            style_words_of(style, &words, 4, 2);
        }
        measures_clause(style, usage, &clauses[c], count > 1 ? 4 : 2);
        text_free(&words);
    }
}

static void measures_source(struct style *style, const char *file, uint32_t line, const struct assay_citation *cites) {
    struct text words = {0};
    text_addf(&words, "%s:%u%s", file, line, cites && cites->title ? ", " : "");
    if (cites) words_source(&words, cites);
    text_add(style->out, "  ");
    style_words_of(style, &words, 4, 2);
    text_free(&words);
}

static void measures_measure(struct style *style, const struct assay_usage *usage,
                             const struct assay_specialization *specialization, const struct assay_measure *measure) {
    struct text title = {0};
    text_addf(&title, "%s / %s", specialization->name, measure->name);
    text_add_char(style->out, '\n');
    style_words_of(style, &title, 2, 0);
    measures_source(style, specialization->file, measure->lines[0], &measure->cites);
    text_add(style->out, "  counts usage where\n");
    measures_clauses(style, usage, measure->clauses, measure->clause_count);
    text_free(&title);
}

void rules_measures(const struct assay_ruleset *rules, struct style *style) {
    const struct assay_usage *usage = rules->usage;
    text_addf(style->out, "Rules of %s, SHA-256 %s\n", usage->edition, rules->hash);
    for (uint16_t e = 0; e < usage->eligibility_count; e++) {
        const struct assay_eligibility *eligibility = &usage->eligibilities[e];
        text_addf(style->out, "\n%s: a row counts only where\n", eligibility->reason);
        measures_source(style, usage->file, eligibility->lines[0], NULL);
        measures_clauses(style, usage, eligibility->clauses, eligibility->clause_count);
    }
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        for (uint16_t m = 0; m < rules->specializations[s]->measure_count; m++)
            measures_measure(style, usage, rules->specializations[s], &rules->specializations[s]->measures[m]);
    rules_shared(usage, style);
}
