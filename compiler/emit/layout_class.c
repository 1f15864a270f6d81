#include "compiler/emit/layout.h"

#include <string.h>

/* One clause set per code of every field: blank, other, then the texts. */
struct class_build {
    const struct layout_lexicon *lexicon;
    const struct layout_sequence *sequence;
    struct arena *arena;
    size_t field_count, words;
    uint64_t **sets;        /* per field: (2 + texts) sets */
    uint64_t **free_;       /* per field: one set */
    struct class_run *runs; /* per field: what is to be put yet */
};

static uint64_t class_bit(size_t clause) {
    return UINT64_C(1) << (clause % 64);
}

static void class_put(uint64_t *set, size_t clause, bool holds) {
    if (holds)
        set[clause / 64] |= class_bit(clause);
    else
        set[clause / 64] &= ~class_bit(clause);
}

static uint64_t *class_set(const struct class_build *build, size_t field, size_t code) {
    return build->sets[field] + code * build->words;
}

static bool class_blank_holds(const struct assay_condition *condition) {
    if (condition->test == ASSAY_ANYTHING_EXCEPT) return false;
    return (condition->test == ASSAY_ANY_OF) == (condition->blank != 0);
}

static bool class_listed(const struct layout_lexicon_list *list, uint16_t code) {
    size_t low = 0, high = list->code_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->codes[middle] < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->code_count && list->codes[low] == code;
}

/* ---- Cells that no text of the rules names ---- */

static void class_begin(struct class_build *build) {
    for (size_t field = 0; field < build->field_count; field++) {
        size_t codes = 2 + build->lexicon->fields[field].count;
        build->sets[field] = ARENA_ARRAY(build->arena, codes * build->words, uint64_t);
        build->free_[field] = ARENA_ARRAY(build->arena, build->words, uint64_t);
        for (size_t clause = 0; clause < build->sequence->count; clause++) {
            class_put(build->free_[field], clause, true);
        }
        memcpy(class_set(build, field, ASSAY_BLANK), build->free_[field], build->words * sizeof(uint64_t));
        memcpy(class_set(build, field, ASSAY_OTHER), build->free_[field], build->words * sizeof(uint64_t));
    }
}

static void class_default(struct class_build *build, size_t clause, const struct assay_condition *condition) {
    class_put(build->free_[condition->field], clause, false);
    if (!class_blank_holds(condition)) class_put(class_set(build, condition->field, ASSAY_BLANK), clause, false);
    if (condition->test == ASSAY_ANY_OF) class_put(class_set(build, condition->field, ASSAY_OTHER), clause, false);
}

static void class_copy_other(struct class_build *build) {
    for (size_t field = 0; field < build->field_count; field++) {
        for (size_t i = 0; i < build->lexicon->fields[field].count; i++) {
            memcpy(class_set(build, field, 2 + i), class_set(build, field, ASSAY_OTHER),
                   build->words * sizeof(uint64_t));
        }
    }
}

/* ---- Texts that the rules name ---- */

/* Whether a text passes all conditions of a clause on one field. */
static bool class_passes(const struct class_build *build, const struct assay_clause *clause, uint16_t field,
                         uint16_t code) {
    for (size_t i = 0; i < clause->condition_count; i++) {
        const struct assay_condition *condition = &clause->conditions[i];
        if (condition->field != field) continue;
        const struct layout_lexicon_list *list = layout_lexicon_find(build->lexicon, &condition->values);
        bool listed = list->values && class_listed(list, code);
        if (listed != (condition->test == ASSAY_ANY_OF)) return false;
    }
    return true;
}

static bool class_looks_once(const struct assay_clause *clause, uint16_t field) {
    size_t looks = 0;
    for (size_t i = 0; i < clause->condition_count; i++)
        looks += clause->conditions[i].field == field;
    return looks == 1;
}

/* Clauses of one word that look at a field once, by the same values: their bits are put together. */
struct class_run {
    const struct layout_lexicon_list *list; /* NULL: an empty run */
    uint16_t field;
    size_t word;
    uint64_t hold, fail; /* clauses that a listed text passes, and that it does not */
};

static void class_put_run(struct class_build *build, struct class_run *run) {
    for (size_t i = 0; run->list && i < run->list->code_count; i++) {
        uint64_t *word = class_set(build, run->field, run->list->codes[i]) + run->word;
        *word = (*word | run->hold) & ~run->fail;
    }
    run->list = NULL;
}

static void class_add_to_run(struct class_build *build, size_t number, const struct assay_condition *condition,
                             const struct layout_lexicon_list *list) {
    struct class_run *run = &build->runs[condition->field];
    if (run->list != list || run->word != number / 64) {
        class_put_run(build, run);
        *run = (struct class_run){list, condition->field, number / 64, 0, 0};
    }
    if (condition->test == ASSAY_ANY_OF)
        run->hold |= class_bit(number);
    else
        run->fail |= class_bit(number);
}

static void class_texts(struct class_build *build, size_t number, const struct assay_condition *condition) {
    const struct layout_lexicon_list *list = layout_lexicon_find(build->lexicon, &condition->values);
    if (!list->values) return;
    const struct assay_clause *clause = build->sequence->clauses[number];
    if (class_looks_once(clause, condition->field)) {
        class_add_to_run(build, number, condition, list);
        return;
    }
    for (size_t i = 0; i < list->code_count; i++) {
        uint16_t code = list->codes[i];
        class_put(class_set(build, condition->field, code), number,
                  class_passes(build, clause, condition->field, code));
    }
}

static void class_aliases(struct class_build *build) {
    for (size_t field = 0; field < build->field_count; field++) {
        const struct layout_lexicon_field *texts = &build->lexicon->fields[field];
        for (size_t i = 0; i < texts->count; i++) {
            if (texts->canonical[i] == 2 + i) continue;
            memcpy(class_set(build, field, 2 + i), class_set(build, field, texts->canonical[i]),
                   build->words * sizeof(uint64_t));
        }
    }
}

static void class_fill(struct class_build *build) {
    class_begin(build);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t number = 0; number < build->sequence->count; number++) {
            const struct assay_clause *clause = build->sequence->clauses[number];
            for (size_t i = 0; i < clause->condition_count; i++) {
                if (pass == 0)
                    class_default(build, number, &clause->conditions[i]);
                else
                    class_texts(build, number, &clause->conditions[i]);
            }
        }
        if (pass == 0) class_copy_other(build);
    }
    for (size_t field = 0; field < build->field_count; field++)
        class_put_run(build, &build->runs[field]);
    class_aliases(build);
}

/* ---- Classes ---- */

static size_t class_hash(const uint64_t *set, size_t words) {
    uint64_t hash = 0;
    for (size_t i = 0; i < words; i++) {
        hash = (hash ^ set[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (size_t)hash;
}

/* Numbers the classes of a field by first occurrence, writes the class of each code and packs the masks. */
static const uint64_t *class_number(struct class_build *build, size_t field, uint16_t *classes, uint16_t *count) {
    size_t codes = 2 + build->lexicon->fields[field].count, size = 8;
    while (size < 2 * codes)
        size *= 2;
    uint32_t *slots = ARENA_ARRAY(build->arena, size, uint32_t); /* class + 1, or 0 */
    uint64_t *masks = build->sets[field];
    size_t known = 0;
    for (size_t code = 0; code < codes; code++) {
        const uint64_t *set = class_set(build, field, code);
        size_t at = class_hash(set, build->words) & (size - 1);
        for (; slots[at]; at = (at + 1) & (size - 1)) {
            if (memcmp(masks + (slots[at] - 1) * build->words, set, build->words * sizeof *set) == 0) break;
        }
        if (!slots[at]) {
            /* In place: a class is never numbered higher than the code that it is met at. */
            memmove(masks + known * build->words, set, build->words * sizeof *set);
            slots[at] = (uint32_t)++known;
        }
        classes[code] = (uint16_t)(slots[at] - 1);
    }
    *count = (uint16_t)known;
    return masks;
}

void layout_classes(struct assay_index *index, struct assay_index_field *fields, struct assay_entry *const *entries,
                    const struct layout_lexicon *lexicon, const struct layout_sequence *sequence, size_t field_count,
                    struct arena *arena) {
    struct class_build build = {lexicon, sequence, arena, field_count, index->words, NULL, NULL, NULL};
    build.sets = ARENA_ARRAY(arena, field_count, uint64_t *);
    build.free_ = ARENA_ARRAY(arena, field_count, uint64_t *);
    build.runs = ARENA_ARRAY(arena, field_count, struct class_run);
    class_fill(&build);
    for (size_t field = 0; field < field_count; field++) {
        uint16_t *classes = ARENA_ARRAY(arena, 2 + lexicon->fields[field].count, uint16_t);
        fields[field].masks = class_number(&build, field, classes, &fields[field].class_count);
        fields[field].free_ = build.free_[field];
        fields[field].blank_class = classes[ASSAY_BLANK];
        fields[field].other_class = classes[ASSAY_OTHER];
        for (size_t i = 0; i < lexicon->fields[field].count; i++)
            entries[field][i].class_ = classes[2 + i];
    }
}
