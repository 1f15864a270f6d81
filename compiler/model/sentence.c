#include "compiler/model/sentence.h"

#include "runtime/base/text.h"

#include <string.h>

/* With thousands separators. */
static void sentence_number(struct text *out, const char *plain) {
    size_t whole = strcspn(plain, ".");
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0) text_add_char(out, ',');
        text_add_char(out, plain[i]);
    }
    text_add(out, plain + whole);
}

const char *sentence_grouped(const char *plain, struct arena *arena) {
    struct text text = {0};
    sentence_number(&text, plain);
    const char *grouped = arena_string(arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return grouped;
}

static void sentence_names(struct text *out, const struct model_requirement *requirement, const char *several) {
    if (requirement->name_count > 1) text_add(out, several);
    for (size_t i = 0; i < requirement->name_count; i++)
        text_addf(out, "%s%s", i ? ", " : "", requirement->names[i].text);
}

static void sentence_count(struct text *out, unsigned count, const char *one, const char *many) {
    text_addf(out, "%u %s", count, count == 1 ? one : many);
}

static void sentence_months(struct text *out, unsigned months) {
    if (months % 12 == 0)
        sentence_count(out, months / 12, "year", "years");
    else
        sentence_count(out, months, "month", "months");
}

static void sentence_valid(struct text *out, const struct model_requirement *requirement) {
    if (!requirement->valid_months) return;
    text_add(out, ", valid for ");
    sentence_months(out, requirement->valid_months);
}

static void sentence_amount(struct text *out, const struct model_requirement *requirement, const char *currency,
                            bool part) {
    text_add(out, part ? "of which " : requirement->average ? "monthly average of " : "");
    text_add(out, "at least ");
    sentence_number(out, requirement->amount);
    text_addf(out, " %s of ", currency);
    sentence_names(out, requirement, "");
    if (!part) {
        text_add(out, " over ");
        sentence_count(out, requirement->months, "month", "months");
    }
    if (!requirement->customers) return;
    text_add(out, " from at least ");
    sentence_count(out, requirement->customers, "customer", "customers");
}

static void sentence_metric(struct text *out, const struct model_requirement *requirement) {
    bool growth = requirement->kind == ASSAY_REQUIRES_GROWTH;
    text_add(out, growth ? "growth of at least " : "at least ");
    sentence_number(out, requirement->amount);
    text_add(out, requirement->percent ? " percent in " : " in ");
    sentence_names(out, requirement, "any of ");
    if (!growth) return;
    text_add(out, " over ");
    if (requirement->months)
        sentence_count(out, requirement->months, "month", "months");
    else
        text_add(out, "months not published");
}

static void sentence_people(struct text *out, const struct model_requirement *requirement, bool part) {
    text_addf(out, "%sat least %u", part ? "of which " : "", requirement->people);
    if (!part) text_add(out, requirement->people == 1 ? " person" : " people");
    text_add(out, " with ");
    sentence_names(out, requirement, "any of ");
}

static void sentence_references(struct text *out, const struct model_requirement *requirement) {
    if (requirement->references) {
        text_add(out, "at least ");
        sentence_count(out, requirement->references, "customer reference", "customer references");
    } else {
        text_add(out, "customer references");
    }
    sentence_valid(out, requirement);
    if (!requirement->references) text_add(out, ", how many is not published");
}

static void sentence_either(struct text *out, const struct model_requirement *requirement) {
    text_add(out, "either ");
    for (size_t i = 0; i < requirement->part_count; i++)
        text_addf(out, "%s%s", i ? " or " : "", requirement->parts[i].option);
}

static void sentence_add(struct text *out, const struct model_requirement *requirement, const char *currency,
                         bool part) {
    switch (requirement->kind) {
    case ASSAY_REQUIRES_AMOUNT:
        sentence_amount(out, requirement, currency, part);
        break;
    case ASSAY_REQUIRES_GROWTH:
    case ASSAY_REQUIRES_METRIC:
        sentence_metric(out, requirement);
        break;
    case ASSAY_REQUIRES_PEOPLE:
        sentence_people(out, requirement, part);
        break;
    case ASSAY_REQUIRES_DESIGNATION:
        text_add(out, "designation ");
        sentence_names(out, requirement, "any of ");
        break;
    case ASSAY_REQUIRES_AUDIT:
        text_add(out, "audit by a third party");
        sentence_valid(out, requirement);
        break;
    case ASSAY_REQUIRES_REFERENCES:
        sentence_references(out, requirement);
        break;
    case ASSAY_REQUIRES_ANY_OF:
        sentence_either(out, requirement);
        break;
    case ASSAY_REQUIRES_ALL_OF:
        text_addf(out, "all of %s", requirement->option);
        break;
    case ASSAY_REQUIRES_UNPUBLISHED:
        text_addf(out, "%s not published", requirement->subject);
        break;
    }
}

const char *sentence_of(const struct model_requirement *requirement, const char *currency, bool part,
                        struct arena *arena) {
    struct text text = {0};
    sentence_add(&text, requirement, currency, part);
    const char *kept = arena_string(arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return kept;
}

const char *sentence_date(uint32_t date, struct arena *arena) {
    uint32_t year = date / 10000, month = date / 100 % 100, day = date % 100;
    if (!month) return arena_format(arena, "%04u", year);
    return arena_format(arena, "%04u-%02u-%02u", year, month, day);
}

const char *sentence_step_kind(enum assay_step_kind kind) {
    static const char *const words[] = {
        [ASSAY_STEP_AUDIT] = "audit", [ASSAY_STEP_REFERENCES] = "references", [ASSAY_STEP_NEITHER] = "neither"};
    return words[kind];
}

const char *sentence_citation(const struct model_citation *cites, const char *quoted, struct arena *arena) {
    const char *at = cites->address ? arena_format(arena, " at %s", cites->address) : "";
    return arena_format(arena, "%s%s, %s%s", cites->secondary ? "secondary " : "", quoted,
                        sentence_date(cites->date, arena), at);
}
