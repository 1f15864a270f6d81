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
    uint64_t *survivors;              /* scratch */
    struct undecided_value *by_class; /* answers known already; code ASSAY_ABSENT: not yet */
};

static bool undecided_is(const struct undecided_search *search, uint32_t outcome) {
    const struct outcomes *outcomes = search->outcomes;
    return search->kept[outcome].rows > 0 && outcomes_meet(outcomes, outcomes->all[outcome].may, search->in_force);
}

/* Adds the rows of an outcome to a figure; false on overflow. */
static bool undecided_add(const struct undecided_search *search, uint32_t outcome, uint64_t *rows,
                          assay_money *amount) {
    assay_money absolute;
    *rows += search->kept[outcome].rows;
    return tally_absolute(&search->kept[outcome], &absolute) && assay_money_add(amount, absolute) == ASSAY_OK;
}

/* Adds what a value settles of one outcome. */
static bool undecided_try(struct undecided_search *search, uint16_t field, uint32_t outcome,
                          struct undecided_value *value) {
    struct assay_outcome answer = {.counts = search->counts, .may = search->may};
    const struct outcome *of = &search->outcomes->all[outcome];
    if (of->by_once) return true;
    if (!outcomes_suppose(search->outcomes, of, field, value->code, &answer)) return false;
    if (outcomes_meet(search->outcomes, answer.may, search->in_force)) return true;
    return undecided_add(search, outcome, &value->rows, &value->amount);
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
        if (undecided_is(search, i) && !undecided_add(search, i, &undecided->rows, &undecided->amount)) return false;
    }
    return true;
}

/* ---- All declared assumptions at once ---- */

static const uint64_t *undecided_mask(const struct undecided_search *search, uint16_t field, uint16_t code) {
    const struct assay_index_field *index = &search->outcomes->rules->index->fields[field];
    return index->masks + (size_t)undecided_class(index, code) * search->outcomes->clause_words;
}

/* Adds an outcome when it is decided with the declared values; the last of them is supposed, the others are put in
 * already: in the codes by the caller, in the survivors here. */
static bool undecided_try_declared(struct undecided_search *search, const struct undecided *undecided, uint32_t outcome,
                                   struct undecided_declared *declared) {
    const struct undecided_field *last = NULL;
    struct outcome supposed = {.survivors = search->survivors};
    if (search->outcomes->all[outcome].by_once) return true;
    size_t words = search->outcomes->clause_words;
    memcpy(supposed.survivors, search->outcomes->all[outcome].survivors, words * sizeof *supposed.survivors);
    for (size_t i = 0; i < undecided->count; i++) {
        const struct undecided_field *field = &undecided->fields[i];
        if (!field->has_declared) continue;
        const uint64_t *mask = undecided_mask(search, field->field, field->declared.code);
        for (size_t w = 0; w < words; w++)
            supposed.survivors[w] &= mask[w];
        last = field;
    }
    struct assay_outcome answer = {.counts = search->counts, .may = search->may};
    if (!last || !outcomes_suppose(search->outcomes, &supposed, last->field, last->declared.code, &answer))
        return false;
    if (outcomes_meet(search->outcomes, answer.may, search->in_force)) return true;
    return undecided_add(search, outcome, &declared->rows, &declared->amount);
}

/* Puts the declared values into the row of codes, or takes them out; returns how many they are. */
static size_t undecided_put_declared(struct undecided_search *search, const struct undecided *undecided, bool put) {
    size_t count = 0;
    for (size_t i = 0; i < undecided->count; i++) {
        const struct undecided_field *field = &undecided->fields[i];
        if (!field->has_declared) continue;
        search->outcomes->codes[field->field] = put ? field->declared.code : ASSAY_ABSENT;
        count++;
    }
    return count;
}

static bool undecided_all_declared(struct undecided_search *search, struct undecided *undecided) {
    bool good = true;
    undecided->declared.fields = undecided_put_declared(search, undecided, true);
    for (uint32_t i = 0; undecided->declared.fields && good && i < search->outcomes->count; i++)
        if (undecided_is(search, i)) good = undecided_try_declared(search, undecided, i, &undecided->declared);
    undecided_put_declared(search, undecided, false);
    return good;
}

/* ---- Fields ---- */

const struct undecided_value *undecided_best(const struct undecided *undecided) {
    const struct undecided_field *field = &undecided->fields[undecided->best];
    return field->has_declared && field->declared.rows ? &field->declared : &field->best;
}

/* A field comes before another if its declared value settles anything and the other's does not, or else by figures. */
static bool undecided_before(const struct undecided_field *field, const struct undecided_field *than) {
    bool declared = field->declared.rows > 0, than_declared = than->declared.rows > 0;
    if (declared != than_declared) return declared;
    return declared ? undecided_better(&field->declared, &than->declared) : undecided_better(&field->best, &than->best);
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
        const struct undecided_field *field = &undecided->fields[i];
        if (field->best.rows &&
            (undecided->best == undecided->count || undecided_before(field, &undecided->fields[undecided->best])))
            undecided->best = i;
    }
    return true;
}

bool undecided_find(struct undecided *undecided, struct outcomes *outcomes, const struct tally *kept,
                    const uint64_t *in_force, const uint8_t *uses) {
    size_t words = outcomes->measure_words + 1u;
    *undecided = (struct undecided){0};
    undecided->fields = calloc(outcomes->rules->usage->field_count + 1u, sizeof *undecided->fields);
    struct undecided_search search = {.outcomes = outcomes, .kept = kept, .in_force = in_force};
    search.counts = calloc(words, sizeof *search.counts);
    search.may = calloc(words, sizeof *search.may);
    search.survivors = calloc(outcomes->clause_words + 1u, sizeof *search.survivors);
    search.by_class = calloc(UINT16_MAX + 1u, sizeof *search.by_class);
    bool good = undecided->fields && search.counts && search.may && search.survivors && search.by_class &&
                undecided_total(&search, undecided) && undecided_fields(&search, undecided, uses) &&
                undecided_all_declared(&search, undecided);
    free(search.counts);
    free(search.may);
    free(search.survivors);
    free(search.by_class);
    return good;
}

void undecided_free(struct undecided *undecided) {
    free(undecided->fields);
    *undecided = (struct undecided){0};
}
