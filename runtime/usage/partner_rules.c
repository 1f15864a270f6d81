#include "runtime/usage/partner_rules.h"

#include "runtime/usage/names.h"

#include <stdlib.h>

/* A list that is counted first and filled then. */
struct rules_list {
    const char **names; /* NULL: names are counted, doubled ones too */
    size_t count;
};

static void rules_add(struct rules_list *list, const char *name) {
    if (!list->names)
        list->count++;
    else if (!names_listed(list->names, list->count, name))
        list->names[list->count++] = name;
}

static void rules_specializations(const struct assay_ruleset *rules, struct rules_list *list) {
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        rules_add(list, specialization->name);
        for (uint16_t i = 0; i < specialization->former_count; i++)
            rules_add(list, specialization->former_names[i]);
    }
}

/* Those of a requirement and of its parts. */
static void rules_designated(const struct assay_requirement *requirement, struct rules_list *list) {
    bool designation = requirement->kind == ASSAY_REQUIRES_DESIGNATION;
    for (uint16_t i = 0; designation && i < requirement->name_count; i++)
        rules_add(list, requirement->names[i]);
    for (uint16_t i = 0; i < requirement->part_count; i++)
        rules_designated(&requirement->parts[i], list);
}

static void rules_designations(const struct assay_ruleset *rules, struct rules_list *list) {
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        for (uint16_t i = 0; i < rules->specializations[s]->requirement_count; i++)
            rules_designated(&rules->specializations[s]->requirements[i], list);
}

static void rules_metrics(const struct assay_ruleset *rules, struct rules_list *list) {
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        for (uint16_t i = 0; i < rules->specializations[s]->metric_count; i++)
            rules_add(list, rules->specializations[s]->metrics[i].name);
}

typedef void rules_walk(const struct assay_ruleset *rules, struct rules_list *list);

/* NULL with *count 0 where there is no name; NULL with *count above 0: memory ran out. */
static const char **rules_listed(const struct assay_ruleset *rules, rules_walk *walk, size_t *count) {
    struct rules_list list = {0};
    walk(rules, &list);
    *count = list.count;
    if (!list.count) return NULL;
    list = (struct rules_list){.names = calloc(list.count, sizeof *list.names)};
    if (!list.names) return NULL;
    walk(rules, &list);
    *count = list.count;
    return list.names;
}

static bool rules_certifications(struct partner_rules *known, const struct assay_usage *usage) {
    size_t count = usage->certification_count;
    const char **codes = count ? calloc(count, sizeof *codes) : NULL;
    known->lists[3] = codes;
    known->names.certifications = codes;
    known->names.certification_count = count;
    known->codes = calloc(count + 1, sizeof *known->codes);
    known->names.codes = known->codes;
    if ((count && !codes) || !known->codes) return false;
    for (size_t i = 0; i < count; i++) {
        const struct assay_certification *certification = &usage->certifications[i];
        codes[i] = certification->code;
        known->codes[i] =
            (struct partner_certification_name){certification->code, certification->titles, certification->title_count};
    }
    return true;
}

static struct partner_metric_name rules_metric(const struct assay_ruleset *rules, const char *name) {
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        for (uint16_t i = 0; i < rules->specializations[s]->metric_count; i++) {
            const struct assay_metric *metric = &rules->specializations[s]->metrics[i];
            if (names_listed(&metric->name, 1, name))
                return (struct partner_metric_name){name, metric->workloads, metric->workload_count};
        }
    return (struct partner_metric_name){.name = name};
}

bool partner_rules_make(struct partner_rules *known, const struct assay_ruleset *rules) {
    static rules_walk *const walks[] = {rules_specializations, rules_designations, rules_metrics};
    size_t counts[3];
    bool good = true;
    *known = (struct partner_rules){0};
    for (size_t i = 0; i < 3; i++) {
        known->lists[i] = rules_listed(rules, walks[i], &counts[i]);
        good = good && (known->lists[i] || !counts[i]);
    }
    known->names = (struct partner_names){.specializations = known->lists[0],
                                          .specialization_count = counts[0],
                                          .designations = known->lists[1],
                                          .designation_count = counts[1],
                                          .metrics = known->lists[2],
                                          .metric_count = counts[2]};
    known->metrics = calloc(counts[2] + 1, sizeof *known->metrics);
    good = good && known->metrics && rules_certifications(known, rules->usage);
    for (size_t i = 0; good && i < counts[2]; i++)
        known->metrics[i] = rules_metric(rules, known->lists[2][i]);
    return good;
}

void partner_rules_free(struct partner_rules *known) {
    for (size_t i = 0; i < 4; i++)
        free(known->lists[i]);
    free(known->codes);
    free(known->metrics);
    *known = (struct partner_rules){0};
}

/* ---- Entries that nothing asks for ---- */

struct rules_unasked {
    uint64_t count, line; /* line, name: of the first */
    const char *name;
};

static bool rules_ask(const struct assay_ruleset *rules, const char *name, uint8_t kind) {
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        for (uint16_t i = 0; i < specialization->requirement_count; i++)
            if (specialization->requirements[i].kind == kind && names_is_specialization(specialization, name))
                return true;
    }
    return false;
}

static void rules_look(struct rules_unasked *unasked, const struct assay_ruleset *rules,
                       const struct partner_name *name, uint8_t kind, uint64_t line) {
    if (rules_ask(rules, name->text, kind)) return;
    if (unasked->count++ == 0) unasked->line = line, unasked->name = name->text;
}

static void rules_note(struct remarks *remarks, const struct rules_unasked *unasked, const char *one,
                       const char *several) {
    unsigned long long count = unasked->count, line = unasked->line;
    if (count == 1)
        remarks_note(remarks, "%s in line %llu counts for nothing: \"%s\" asks for none", one, line, unasked->name);
    if (count > 1)
        remarks_note(remarks, "%llu %s count for nothing, the first in line %llu: \"%s\" asks for none", count, several,
                     line, unasked->name);
}

void partner_note_unasked(struct partner *partner, const struct assay_ruleset *rules) {
    struct rules_unasked audits = {0}, references = {0};
    for (size_t i = 0; i < partner->audit_count; i++)
        rules_look(&audits, rules, &partner->audits[i].specialization, ASSAY_REQUIRES_AUDIT,
                   partner->audits[i].place.line);
    for (size_t i = 0; i < partner->reference_count; i++)
        rules_look(&references, rules, &partner->references[i].specialization, ASSAY_REQUIRES_REFERENCES,
                   partner->references[i].place.line);
    rules_note(&partner->remarks, &audits, "the audit", "audits");
    rules_note(&partner->remarks, &references, "the reference", "references");
}
