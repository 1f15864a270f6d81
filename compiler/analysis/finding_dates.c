/* Is every measure in force on the as-of date (A0741), and are there days between two periods of one name on which none
 * of it is (A0742)? The same of what is required (A0743). */
#include "compiler/analysis/finding.h"
#include "compiler/base/fold.h"
#include "compiler/model/requirement.h"
#include "compiler/model/sentence.h"
#include "runtime/base/calendar.h"

#include <string.h>

static const char *dates_print(struct findings *findings, uint32_t date) {
    return sentence_date(date, findings->arena);
}

static uint32_t dates_next(uint32_t date) {
    uint32_t year = date / 10000, month = date / 100 % 100, day = date % 100;
    if (day < (uint32_t)calendar_days((int)year, (int)month)) return date + 1;
    return month < 12 ? year * 10000 + (month + 1) * 100 + 1 : (year + 1) * 10000 + 101;
}

static uint32_t dates_previous(uint32_t date) {
    uint32_t year = date / 10000, month = date / 100 % 100;
    if (date % 100 > 1) return date - 1;
    if (month == 1) return (year - 1) * 10000 + 1231;
    return year * 10000 + (month - 1) * 100 + (uint32_t)calendar_days((int)year, (int)month - 1);
}

/* The days between the last of one period and the first of the next. */
static const char *dates_days(struct findings *findings, uint32_t last, uint32_t next) {
    const char *from = dates_print(findings, dates_next(last)), *until = dates_print(findings, dates_previous(next));
    return strcmp(from, until) == 0 ? arena_format(findings->arena, "on %s", from)
                                    : arena_format(findings->arena, "from %s until %s", from, until);
}

static void dates_not_in_force(struct findings *findings, const struct finding_measure *of) {
    const struct model_measure *measure = of->measure;
    bool past = measure->until && measure->until < findings->as_of;
    if (!past && measure->from <= findings->as_of) return;
    const char *date = dates_print(findings, past ? measure->until : measure->from);
    struct text subject = {0};
    text_addf(&subject, "%s %s %s", finding_measure_name(findings, of), past ? "until" : "from", date);
    struct finding *finding = finding_add(findings, A0741, measure->span, finding_keep(findings, &subject),
                                          past ? "the measure '%s' was in force until %s and is no more on %s"
                                               : "the measure '%s' is in force from %s on and not yet on %s",
                                          measure->name.text, date, dates_print(findings, findings->as_of));
    finding_mean(findings, finding, "a report as of that date leaves it out");
    finding_remedy(findings, finding, "ask for another date by `--as-of`");
    if (past) finding_remedy(findings, finding, "remove the measure, when no report looks so far back");
}

/* The measure of the same name that comes into force next after this one ends; NULL: none, or there is no gap. */
static const struct model_measure *dates_after_gap(const struct model_specialization *of,
                                                   const struct model_measure *measure, const char *const *names) {
    const struct model_measure *next = NULL;
    const char *name = names[measure - of->measures];
    if (!measure->until) return NULL;
    uint32_t wanted = dates_next(measure->until);
    for (size_t i = 0; i < of->measure_count; i++) {
        const struct model_measure *other = &of->measures[i];
        if (other->from <= measure->until || strcmp(names[i], name) != 0) continue;
        if (!next || other->from < next->from) next = other;
    }
    return next && next->from > wanted ? next : NULL;
}

static void dates_gaps(struct findings *findings, const struct model_specialization *of) {
    const char **names = ARENA_ARRAY(findings->arena, of->measure_count, const char *);
    for (size_t i = 0; i < of->measure_count; i++)
        names[i] = finding_fold(findings, of->measures[i].name.text);
    for (size_t i = 0; i < of->measure_count; i++) {
        const struct model_measure *measure = &of->measures[i];
        const struct model_measure *next = dates_after_gap(of, measure, names);
        if (!next) continue;
        const char *from = dates_print(findings, dates_next(measure->until));
        const char *until = dates_print(findings, dates_previous(next->from));
        const char *days = dates_days(findings, measure->until, next->from);
        struct text subject = {0};
        text_addf(&subject, "%s / %s from %s until %s", finding_fold(findings, of->name.text), names[i], from, until);
        struct finding *finding = finding_add(findings, A0742, next->span, finding_keep(findings, &subject),
                                              "%s no measure '%s' is in force", days, measure->name.text);
        finding_relate(findings, finding, measure->span, &measure->cites, "the period before");
        finding_mean(findings, finding, "usage is not counted as of these days");
        finding_remedy(findings, finding, "let the periods follow one another, unless the page means the gap");
    }
}

/* ---- What is required ---- */

/* What a line is about, when nothing is published of it: amount, knowledge, performance. */
static bool dates_subject(const struct model_requirement *line, const char *subject) {
    bool amount = line->kind == ASSAY_REQUIRES_AMOUNT;
    if (strcmp(subject, "amount") == 0) return amount;
    if (strcmp(subject, "knowledge") == 0) return line->kind == ASSAY_REQUIRES_PEOPLE;
    return amount || line->kind == ASSAY_REQUIRES_GROWTH || line->kind == ASSAY_REQUIRES_METRIC ||
           line->kind == ASSAY_REQUIRES_ANY_OF;
}

static bool dates_share_name(const struct model_requirement *a, const struct model_requirement *b) {
    for (size_t i = 0; i < a->name_count; i++)
        for (size_t k = 0; k < b->name_count; k++)
            if (fold_same(a->names[i].text, b->names[k].text)) return true;
    return false;
}

/* Whether one line goes on with what the other asked for. */
static bool dates_go_on(const struct model_requirement *a, const struct model_requirement *b) {
    bool published = a->kind != ASSAY_REQUIRES_UNPUBLISHED;
    if (!published && b->kind == ASSAY_REQUIRES_UNPUBLISHED) return strcmp(a->subject, b->subject) == 0;
    if (!published) return dates_subject(b, a->subject);
    if (b->kind == ASSAY_REQUIRES_UNPUBLISHED) return dates_subject(a, b->subject);
    if (requirement_validates(a)) return requirement_validates(b);
    if (a->kind != b->kind) return false;
    return a->kind == ASSAY_REQUIRES_DESIGNATION || a->kind == ASSAY_REQUIRES_ANY_OF || dates_share_name(a, b);
}

/* The line that goes on with one some days after its end; NULL: none, or there is no gap. */
static const struct model_requirement *dates_line_after_gap(const struct model_specialization *of,
                                                            const struct model_requirement *line) {
    const struct model_requirement *next = NULL;
    uint32_t wanted = line->until ? dates_next(line->until) : 0;
    for (size_t i = 0; wanted && i < of->requirement_count; i++) {
        const struct model_requirement *other = &of->requirements[i];
        if (other == line || (other->until && other->until < wanted) || (next && other->from >= next->from)) continue;
        if (dates_go_on(line, other)) next = other;
    }
    return next && next->from > wanted ? next : NULL;
}

static void dates_line_gaps(struct findings *findings, const struct model_specialization *of) {
    for (size_t i = 0; i < of->requirement_count; i++) {
        const struct model_requirement *line = &of->requirements[i];
        const struct model_requirement *next = dates_line_after_gap(of, line);
        if (!next) continue;
        const char *days = dates_days(findings, line->until, next->from);
        struct text subject = {0};
        text_addf(&subject, "%s: %s; %s: %s", finding_fold(findings, of->name.text), line->text, next->text, days);
        struct finding *finding = finding_add(findings, A0743, next->span, finding_keep(findings, &subject),
                                              "%s nothing of this is required", days);
        finding_relate(findings, finding, line->span, &line->cites, "the period before: %s", line->text);
        finding_mean(findings, finding, "a report as of these days asks for less than before and after");
        finding_remedy(findings, finding, "let it be effective from %s, or the line before until %s",
                       dates_print(findings, dates_next(line->until)),
                       dates_print(findings, dates_previous(next->from)));
    }
}

void finding_dates(struct findings *findings) {
    for (size_t i = 0; i < findings->measure_count; i++)
        dates_not_in_force(findings, &findings->measures[i]);
    for (size_t s = 0; s < findings->model->specialization_count; s++)
        dates_gaps(findings, &findings->model->specializations[s]);
    for (size_t s = 0; s < findings->model->specialization_count; s++)
        dates_line_gaps(findings, &findings->model->specializations[s]);
}
