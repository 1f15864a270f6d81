/* Are names told apart: is a former name the name of another measure of the specialization (A0734)? Is a designation
 * required twice (A0735)? */
#include "compiler/analysis/finding.h"

#include <string.h>

static bool names_same(struct findings *findings, const char *a, const char *b) {
    return strcmp(finding_fold(findings, a), finding_fold(findings, b)) == 0;
}

static void names_tell_former(struct findings *findings, const struct model_specialization *of,
                              const struct model_text *former, const struct model_measure *measure,
                              const struct model_measure *other, const char *what) {
    struct text subject = {0};
    text_addf(&subject, "%s: %s formerly %s, %s %s", finding_fold(findings, of->name.text),
              finding_fold(findings, measure->name.text), finding_fold(findings, former->text), what,
              finding_fold(findings, other->name.text));
    struct finding *finding =
        finding_add(findings, A0734, former->span, finding_keep(findings, &subject),
                    "\"%s\", a former name of '%s', is %s", former->text, measure->name.text,
                    measure == other ? "its name today"
                                     : arena_format(findings->arena, "%s of '%s' as well", what, other->name.text));
    if (measure != other)
        finding_relate(findings, finding, other->span, &other->cites, "measure '%s'", other->name.text);
    finding_mean(findings, finding, "a report that names it may mean either");
    finding_remedy(findings, finding, "remove the former name, or correct it");
}

static void names_former(struct findings *findings, const struct model_specialization *of, size_t number) {
    const struct model_measure *measure = &of->measures[number];
    for (size_t f = 0; f < measure->former_count; f++) {
        const struct model_text *former = &measure->former_names[f];
        for (size_t i = 0; i < of->measure_count; i++) {
            const struct model_measure *other = &of->measures[i];
            if (names_same(findings, former->text, other->name.text))
                names_tell_former(findings, of, former, measure, other, "the name");
            if (i >= number || names_same(findings, measure->name.text, other->name.text)) continue;
            for (size_t k = 0; k < other->former_count; k++) {
                if (names_same(findings, former->text, other->former_names[k].text))
                    names_tell_former(findings, of, former, measure, other, "a former name");
            }
        }
    }
}

static void names_designations(struct findings *findings, const struct model_specialization *of,
                               const struct model_requirement *line) {
    for (size_t i = 0; i < line->name_count; i++) {
        size_t first = 0;
        while (!names_same(findings, line->names[first].text, line->names[i].text))
            first++;
        if (first == i) continue;
        struct text subject = {0};
        text_addf(&subject, "%s: %s", finding_fold(findings, of->name.text),
                  finding_fold(findings, line->names[i].text));
        struct finding *finding = finding_add(findings, A0735, line->names[i].span, finding_keep(findings, &subject),
                                              "the designation \"%s\" is required twice", line->names[i].text);
        finding_relate(findings, finding, line->names[first].span, &line->cites, "it stands here already");
        finding_mean(findings, finding, "any one of the designations will do, so the second says nothing");
        finding_remedy(findings, finding, "leave it out, or write the one that was meant");
    }
}

void finding_names(struct findings *findings) {
    for (size_t s = 0; s < findings->model->specialization_count; s++) {
        const struct model_specialization *of = &findings->model->specializations[s];
        for (size_t i = 0; i < of->measure_count; i++)
            names_former(findings, of, i);
        for (size_t i = 0; i < of->requirement_count; i++)
            if (of->requirements[i].kind == ASSAY_REQUIRES_DESIGNATION)
                names_designations(findings, of, &of->requirements[i]);
    }
}
