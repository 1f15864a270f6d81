/* Do the examples of a requirement guard its numbers (A0753)? Does each state what its line looks at (A0754), and are
 * there two that state the same (A0752)?
 *
 * A number is guarded when some example would fail if it were the next higher one, and some if it were the next lower
 * one: a cent, a customer, a person, a month. That is tried, number by number, by the naive judge (trial.h). Of a line
 * without examples nothing is asked: `assayc test` names it. */
#include "compiler/analysis/finding.h"
#include "compiler/analysis/trial.h"
#include "compiler/model/requirement.h"

#include <string.h>

struct cases {
    struct findings *findings;
    const struct model_specialization *of;
    const struct model_requirement *line;
    struct model_requirement *copy; /* of the line with all that stands below it: its numbers are tried */
    enum assay_answer *answers;     /* by example */
    struct text gaps;               /* what was found */
    bool reaches, misses;           /* which examples are missing */
};

static void cases_copy(struct findings *findings, struct model_requirement *to, const struct model_requirement *from) {
    *to = *from;
    to->parts = ARENA_ARRAY(findings->arena, from->part_count, struct model_requirement);
    for (size_t i = 0; i < from->part_count; i++)
        cases_copy(findings, &to->parts[i], &from->parts[i]);
}

/* ---- Whether a number is guarded ---- */

static enum assay_answer cases_answer(struct cases *cases, size_t number) {
    struct findings *findings = cases->findings;
    const struct model_case *from = &cases->line->cases[number];
    uint64_t steps = (uint64_t)from->fact_count * (from->fact_count + 1);
    findings->budget.exceeded = findings->budget.exceeded || steps > findings->budget.left;
    if (findings->budget.exceeded) return ASSAY_CANNOT_TELL;
    findings->budget.left -= steps;
    return trial_answer(findings->model, cases->copy, from, findings->arena);
}

/* Whether some example would be answered otherwise by the copy as it is now. */
static bool cases_notice(struct cases *cases) {
    for (size_t i = 0; i < cases->line->case_count; i++)
        if (cases_answer(cases, i) != cases->answers[i]) return true;
    return false;
}

/* What a number would be instead, where no example notices; NULL: one does. */
struct cases_gap {
    const char *stated, *lower, *higher;
};

static void cases_add(struct cases *cases, const struct cases_gap *gap) {
    if ((!gap->lower && !gap->higher) || cases->findings->budget.exceeded) return;
    text_addf(&cases->gaps, "%s%s from %s%s%s", cases->gaps.length ? ", " : "", gap->stated,
              gap->lower ? gap->lower : "", gap->lower && gap->higher ? " or " : "", gap->higher ? gap->higher : "");
    cases->reaches = cases->reaches || gap->higher;
    cases->misses = cases->misses || gap->lower;
}

static const char *cases_money(struct cases *cases, const struct model_requirement *of, assay_money amount) {
    char text[ASSAY_MONEY_TEXT];
    bool money = of->kind == ASSAY_REQUIRES_AMOUNT;
    (void)(money ? assay_money_cents : assay_money_exact)(text, amount);
    const char *unit = money ? cases->findings->model->currency : of->percent ? "percent" : "";
    return arena_format(cases->findings->arena, "%s%s%s", text, *unit ? " " : "", unit);
}

static const char *cases_exact(struct cases *cases, assay_money amount) {
    char text[ASSAY_MONEY_TEXT];
    size_t length = assay_money_exact(text, amount);
    return arena_string(cases->findings->arena, text, length);
}

static void cases_amount(struct cases *cases, const struct model_requirement *of, struct model_requirement *copy) {
    assay_money stated = 0, step = 0;
    bool whole = of->kind != ASSAY_REQUIRES_AMOUNT && !strchr(of->amount, '.');
    const char *least = whole ? "1" : "0.01";
    (void)assay_money_parse(of->amount, strlen(of->amount), &stated);
    (void)assay_money_parse(least, strlen(least), &step);
    struct cases_gap gap = {.stated = cases_money(cases, of, stated)};
    copy->amount = cases_exact(cases, stated + step);
    if (!cases_notice(cases)) gap.higher = cases_money(cases, of, stated + step);
    copy->amount = cases_exact(cases, stated - step);
    if (!cases_notice(cases)) gap.lower = cases_money(cases, of, stated - step);
    copy->amount = of->amount;
    cases_add(cases, &gap);
}

static const char *cases_counted(struct cases *cases, unsigned number, const char *one, const char *many) {
    return number ? arena_format(cases->findings->arena, "%u %s", number, number == 1 ? one : many) : "none";
}

static void cases_number(struct cases *cases, uint16_t *number, const char *one, const char *many) {
    uint16_t stated = *number;
    if (!stated) return;
    struct cases_gap gap = {.stated = cases_counted(cases, stated, one, many)};
    *number = (uint16_t)(stated + 1);
    if (!cases_notice(cases)) gap.higher = cases_counted(cases, stated + 1u, one, many);
    *number = (uint16_t)(stated - 1);
    if (!cases_notice(cases)) gap.lower = cases_counted(cases, stated - 1u, one, many);
    *number = stated;
    cases_add(cases, &gap);
}

/* That one customer is needed is said by the sum as well, where it has a customer.
 * Growth over months that nobody publishes is met by nothing that is known, so no example could guard its number. */
static void cases_numbers(struct cases *cases, const struct model_requirement *of, struct model_requirement *copy) {
    bool untold = of->kind == ASSAY_REQUIRES_GROWTH && !of->months;
    if (of->amount && !untold) cases_amount(cases, of, copy);
    if (of->customers > 1) cases_number(cases, &copy->customers, "customer", "customers");
    cases_number(cases, &copy->people, "person", "people");
    cases_number(cases, &copy->references, "reference", "references");
    for (size_t i = 0; i < of->part_count; i++)
        cases_numbers(cases, &of->parts[i], &copy->parts[i]);
}

static void cases_tell(struct cases *cases) {
    struct findings *findings = cases->findings;
    const struct model_requirement *line = cases->line;
    const char *gaps = finding_keep(findings, &cases->gaps);
    struct text subject = {0};
    text_addf(&subject, "%s: %s: %s", finding_fold(findings, cases->of->name.text), line->text, gaps);
    struct finding *finding =
        finding_add(findings, A0753, line->span, finding_keep(findings, &subject), "no example tells %s", gaps);
    finding_mean(findings, finding,
                 "with that number instead all examples would hold, so a slip of the pen goes unseen");
    const char *reaches = "just reaches the number and is met", *misses = "just misses the number and is not met";
    bool both = cases->reaches && cases->misses;
    finding_remedy(findings, finding, "add an example that %s%s%s", cases->reaches ? reaches : misses,
                   both ? ", and one that " : "", both ? misses : "");
}

static void cases_guard(struct findings *findings, const struct model_specialization *of,
                        const struct model_requirement *line) {
    struct model_requirement copy;
    struct cases cases = {.findings = findings, .of = of, .line = line, .copy = &copy};
    cases.answers = ARENA_ARRAY(findings->arena, line->case_count, enum assay_answer);
    cases_copy(findings, &copy, line);
    for (size_t i = 0; i < line->case_count; i++)
        cases.answers[i] = cases_answer(&cases, i);
    if (line->case_count) cases_numbers(&cases, line, &copy);
    if (cases.gaps.length) cases_tell(&cases);
}

/* ---- What an example states ---- */

/* Whether a line, or what stands below it, looks at facts of this kind. */
static bool cases_look_at(const struct model_requirement *of, int kind) {
    static const int looks[] = {[ASSAY_REQUIRES_AMOUNT] = MODEL_FACT_MONEY,
                                [ASSAY_REQUIRES_GROWTH] = MODEL_FACT_METRIC,
                                [ASSAY_REQUIRES_METRIC] = MODEL_FACT_METRIC,
                                [ASSAY_REQUIRES_PEOPLE] = MODEL_FACT_PEOPLE,
                                [ASSAY_REQUIRES_DESIGNATION] = MODEL_FACT_DESIGNATION,
                                [ASSAY_REQUIRES_AUDIT] = MODEL_FACT_AUDIT,
                                [ASSAY_REQUIRES_REFERENCES] = MODEL_FACT_REFERENCES};
    bool either = of->kind == ASSAY_REQUIRES_ANY_OF || of->kind == ASSAY_REQUIRES_ALL_OF;
    if (!either && of->kind != ASSAY_REQUIRES_UNPUBLISHED && looks[of->kind] == kind) return true;
    for (size_t i = 0; i < of->part_count; i++)
        if (cases_look_at(&of->parts[i], kind)) return true;
    return false;
}

static void cases_unseen(struct findings *findings, const struct model_specialization *of,
                         const struct model_requirement *line, const struct model_case *from) {
    static const char *const words[] = {[MODEL_FACT_MONEY] = "usage",   [MODEL_FACT_METRIC] = "a metric",
                                        [MODEL_FACT_PEOPLE] = "people", [MODEL_FACT_DESIGNATION] = "designations",
                                        [MODEL_FACT_AUDIT] = "audits",  [MODEL_FACT_REFERENCES] = "references"};
    for (size_t i = 0; i < from->fact_count; i++) {
        int kind = (int)from->facts[i].kind;
        if (cases_look_at(line, kind)) continue;
        struct text subject = {0};
        text_addf(&subject, "%s: %s: %s: %s", finding_fold(findings, of->name.text), line->text,
                  finding_fold(findings, from->name.text), words[kind]);
        struct finding *finding = finding_add(findings, A0754, from->span, finding_keep(findings, &subject),
                                              "the example \"%s\" states %s, and its line does not look at that",
                                              from->name.text, words[kind]);
        finding_relate(findings, finding, line->span, &line->cites, "%s", line->text);
        finding_mean(findings, finding, "the example says the same without it");
        finding_remedy(findings, finding, "put the example behind the line it speaks of, or leave that out");
        return;
    }
}

static void cases_twice(struct findings *findings, const struct model_specialization *of,
                        const struct model_requirement *line, size_t number) {
    const struct model_case *two = &line->cases[number];
    for (size_t i = 0; i < number; i++) {
        const struct model_case *one = &line->cases[i];
        if (!requirement_same_given(one, two)) continue;
        struct text subject = {0};
        text_addf(&subject, "%s: %s: %s, %s", finding_fold(findings, of->name.text), line->text,
                  finding_fold(findings, one->name.text), finding_fold(findings, two->name.text));
        struct finding *finding =
            finding_add(findings, A0752, two->span, finding_keep(findings, &subject),
                        "the example \"%s\" states the same as \"%s\"", two->name.text, one->name.text);
        finding_relate(findings, finding, one->span, NULL, "example \"%s\"", one->name.text);
        finding_mean(findings, finding, "stated twice, it shows nothing more");
        finding_remedy(findings, finding, "make one example of both, or change what was to differ");
        return;
    }
}

void finding_cases(struct findings *findings) {
    for (size_t s = 0; s < findings->model->specialization_count; s++) {
        const struct model_specialization *of = &findings->model->specializations[s];
        for (size_t r = 0; r < of->requirement_count; r++) {
            const struct model_requirement *line = &of->requirements[r];
            cases_guard(findings, of, line);
            for (size_t i = 0; i < line->case_count; i++) {
                cases_unseen(findings, of, line, &line->cases[i]);
                cases_twice(findings, of, line, i);
            }
        }
    }
}
