#include "runtime/usage/undecided.h"

#include "runtime/usage/uses.h"

#include <stdlib.h>
#include <string.h>

/* The question, asked field by field and class by class. */
struct undecided_search {
    struct outcomes *outcomes;
    const struct tally *kept;
    const uint64_t *in_force;
    uint64_t *counts, *may;           /* scratch */
    struct undecided_value *by_class; /* answers known already; code ASSAY_ABSENT: not yet */
};

static bool undecided_is(const struct undecided_search *search, uint32_t outcome) {
    const struct outcomes *outcomes = search->outcomes;
    return search->kept[outcome].rows > 0 && outcomes_meet(outcomes, outcomes->all[outcome].may, search->in_force);
}

/* Adds what a value settles of one outcome. */
static bool undecided_try(struct undecided_search *search, uint16_t field, uint32_t outcome,
                          struct undecided_value *value) {
    struct assay_outcome answer = {.counts = search->counts, .may = search->may};
    const struct outcome *of = &search->outcomes->all[outcome];
    if (!outcomes_suppose(search->outcomes, of, field, value->code, &answer)) return false;
    if (outcomes_meet(search->outcomes, answer.may, search->in_force)) return true;
    assay_money amount;
    value->rows += search->kept[outcome].rows;
    return tally_absolute(&search->kept[outcome], &amount) && assay_money_add(&value->amount, amount) == ASSAY_OK;
}

static uint16_t undecided_class(const struct assay_index_field *field, uint16_t code) {
    if (code == ASSAY_BLANK) return field->blank_class;
    return code == ASSAY_OTHER ? field->other_class : field->entries[code - 2].class_;
}

static bool undecided_value(struct undecided_search *search, uint16_t field, uint16_t code,
                            struct undecided_value *value) {
    const struct assay_index_field *index = &search->outcomes->rules->index->fields[field];
    struct undecided_value *known = &search->by_class[undecided_class(index, code)];
    if (known->code == ASSAY_ABSENT) {
        *known = (struct undecided_value){.code = code};
        for (uint32_t i = 0; i < search->outcomes->count; i++)
            if (undecided_is(search, i) && !undecided_try(search, field, i, known)) return false;
    }
    *value = *known;
    value->code = code;
    return true;
}

static bool undecided_better(const struct undecided_value *value, const struct undecided_value *than) {
    return value->rows > than->rows || (value->rows == than->rows && value->amount > than->amount);
}

static bool undecided_consider(struct undecided_search *search, struct undecided_field *found, uint16_t code) {
    struct undecided_value value;
    if (!undecided_value(search, found->field, code, &value)) return false;
    if (undecided_better(&value, &found->best)) found->best = value;
    return true;
}

/* The declared value comes first, so that it wins a tie; then the values of the rules, blank, any other text. */
static bool undecided_field(struct undecided_search *search, struct undecided_field *found) {
    const struct assay_ruleset *rules = search->outcomes->rules;
    const struct assay_field *field = &rules->usage->fields[found->field];
    const struct assay_index_field *index = &rules->index->fields[found->field];
    for (uint16_t i = 0; i < index->class_count; i++)
        search->by_class[i].code = ASSAY_ABSENT;
    found->has_declared = field->assume == ASSAY_ASSUME_BLANK || field->assume == ASSAY_ASSUME_VALUE;
    if (found->has_declared) {
        const char *text = field->assume == ASSAY_ASSUME_VALUE ? field->assumed : "";
        uint16_t code = assay_intern(rules, found->field, text, strlen(text));
        if (!undecided_value(search, found->field, code, &found->declared)) return false;
        found->best = found->declared;
    }
    for (uint16_t i = 0; i < index->entry_count; i++)
        if (index->entries[i].canonical == i + 2 && !undecided_consider(search, found, (uint16_t)(i + 2))) return false;
    return undecided_consider(search, found, ASSAY_BLANK) && undecided_consider(search, found, ASSAY_OTHER);
}

static bool undecided_total(const struct undecided_search *search, struct undecided *undecided) {
    for (uint32_t i = 0; i < search->outcomes->count; i++) {
        assay_money amount;
        if (!undecided_is(search, i)) continue;
        undecided->rows += search->kept[i].rows;
        if (!tally_absolute(&search->kept[i], &amount) || assay_money_add(&undecided->amount, amount) != ASSAY_OK)
            return false;
    }
    return true;
}

static bool undecided_fields(struct undecided_search *search, struct undecided *undecided, const uint8_t *uses) {
    const struct assay_usage *usage = search->outcomes->rules->usage;
    for (uint16_t f = 0; f < usage->field_count; f++) {
        if (search->outcomes->codes[f] != ASSAY_ABSENT || !(uses[f] & USE_CONDITION)) continue;
        struct undecided_field *found = &undecided->fields[undecided->count++];
        found->field = f;
        if (!undecided_field(search, found)) return false;
    }
    undecided->best = undecided->count;
    for (size_t i = 0; i < undecided->count; i++) {
        const struct undecided_value *value = &undecided->fields[i].best;
        if (value->rows &&
            (undecided->best == undecided->count || undecided_better(value, &undecided->fields[undecided->best].best)))
            undecided->best = i;
    }
    return true;
}

bool undecided_find(struct undecided *undecided, struct outcomes *outcomes, const struct tally *kept,
                    const uint64_t *in_force, const uint8_t *uses) {
    size_t words = outcomes->measure_words + 1u;
    *undecided = (struct undecided){0};
    undecided->fields = calloc(outcomes->rules->usage->field_count + 1u, sizeof *undecided->fields);
    struct undecided_search search = {outcomes, kept, in_force, NULL, NULL, NULL};
    search.counts = calloc(words, sizeof *search.counts);
    search.may = calloc(words, sizeof *search.may);
    search.by_class = calloc(UINT16_MAX + 1u, sizeof *search.by_class);
    bool good = undecided->fields && search.counts && search.may && search.by_class &&
                undecided_total(&search, undecided) && undecided_fields(&search, undecided, uses);
    free(search.counts);
    free(search.may);
    free(search.by_class);
    return good;
}

void undecided_free(struct undecided *undecided) {
    free(undecided->fields);
    *undecided = (struct undecided){0};
}
