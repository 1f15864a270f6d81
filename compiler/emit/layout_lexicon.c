#include "compiler/emit/layout.h"

#include "compiler/base/fold.h"

#include <stdlib.h>
#include <string.h>

enum { LEXICON_TEXTS_MAX = 0xFFFF - 2 }; /* codes 2 to 0xFFFE */

struct lexicon_text {
    uint16_t field;
    const char *folded;
};

struct lexicon_build {
    struct arena *arena;
    struct layout_lexicon *lexicon;
    struct lexicon_text *texts;
    size_t count, capacity;
};

/* ---- Gathering ---- */

static void lexicon_add(struct lexicon_build *build, uint16_t field, const char *text) {
    const char *folded = fold_text(build->arena, text);
    if (!folded || assay_is_blank(folded, strlen(folded))) return;
    if (build->count == build->capacity) {
        build->capacity = build->capacity ? 2 * build->capacity : 64;
        struct lexicon_text *texts = ARENA_ARRAY(build->arena, build->capacity, struct lexicon_text);
        if (build->count) memcpy(texts, build->texts, build->count * sizeof *texts);
        build->texts = texts;
    }
    build->texts[build->count++] = (struct lexicon_text){field, folded};
}

static struct layout_lexicon_list *lexicon_slot(const struct layout_lexicon *lexicon,
                                                const struct assay_values *values) {
    uint64_t hash = ((uintptr_t)values->texts ^ (uintptr_t)values->lists * 3) / sizeof(void *);
    size_t at = (size_t)(hash * UINT64_C(0x9E3779B97F4A7C15) >> 20) & lexicon->lists_mask;
    for (; lexicon->lists[at].values; at = (at + 1) & lexicon->lists_mask) {
        const struct assay_values *there = lexicon->lists[at].values;
        if (there->texts == values->texts && there->lists == values->lists) break;
    }
    return &lexicon->lists[at];
}

static void lexicon_add_condition(struct lexicon_build *build, const struct assay_condition *condition) {
    size_t count = assay_value_count(&condition->values);
    if (count == 0) return;
    struct layout_lexicon_list *list = lexicon_slot(build->lexicon, &condition->values);
    if (list->values) return;
    list->values = &condition->values;
    list->field = condition->field;
    for (size_t i = 0; i < count; i++)
        lexicon_add(build, condition->field, assay_value_at(&condition->values, i));
}

static void lexicon_add_clauses(struct lexicon_build *build, const struct layout_sequence *sequence) {
    size_t conditions = 0, size = 16;
    for (size_t i = 0; i < sequence->count; i++)
        conditions += sequence->clauses[i]->condition_count;
    while (size < 2 * conditions)
        size *= 2;
    build->lexicon->lists = ARENA_ARRAY(build->arena, size, struct layout_lexicon_list);
    build->lexicon->lists_mask = size - 1;
    for (size_t i = 0; i < sequence->count; i++) {
        const struct assay_clause *clause = sequence->clauses[i];
        for (size_t k = 0; k < clause->condition_count; k++)
            lexicon_add_condition(build, &clause->conditions[k]);
    }
}

/* Texts that are expected to fail get a code in each field that the eligibility looks at. */
static void lexicon_add_known(struct lexicon_build *build, const struct assay_eligibility *eligibility) {
    size_t count = assay_value_count(&eligibility->known);
    for (size_t i = 0; i < eligibility->clause_count; i++) {
        const struct assay_clause *clause = &eligibility->clauses[i];
        for (size_t k = 0; k < clause->condition_count; k++) {
            for (size_t v = 0; v < count; v++)
                lexicon_add(build, clause->conditions[k].field, assay_value_at(&eligibility->known, v));
        }
    }
}

static void lexicon_add_alias(struct lexicon_build *build, const struct assay_alias *alias) {
    for (size_t f = 0; f < alias->field_count; f++) {
        for (size_t i = 0; i < alias->text_count; i++)
            lexicon_add(build, alias->fields[f], alias->texts[i]);
        lexicon_add(build, alias->fields[f], alias->means);
    }
}

static void lexicon_add_usage(struct lexicon_build *build, const struct assay_usage *usage) {
    for (uint16_t field = 0; field < usage->field_count; field++) {
        const struct assay_field *from = &usage->fields[field];
        lexicon_add(build, field, from->assumed);
        for (size_t i = 0; i < from->except_count; i++)
            lexicon_add(build, field, from->except[i]);
    }
    for (size_t i = 0; i < usage->alias_count; i++) {
        lexicon_add_alias(build, usage->aliases[i]);
    }
    for (size_t i = 0; i < usage->eligibility_count; i++)
        lexicon_add_known(build, &usage->eligibilities[i]);
    const struct assay_once *once = usage->once;
    for (size_t i = 0; once && i < once->preferred_count; i++) {
        lexicon_add(build, once->preferred_field, once->preferred[i]);
    }
    const struct assay_cross_check *check = usage->cross_check;
    for (size_t i = 0; check && i < check->dropped_count; i++)
        lexicon_add(build, check->field, check->dropped[i]);
    for (size_t i = 0; check && i < check->kept_count; i++)
        lexicon_add(build, check->field, check->kept[i]);
}

/* ---- Sorting ---- */

static int lexicon_by_text(const void *left, const void *right) {
    const struct lexicon_text *a = left, *b = right;
    if (a->field != b->field) return a->field < b->field ? -1 : 1;
    return strcmp(a->folded, b->folded);
}

/* Splits the sorted texts by field, each once. False when a field has too many. */
static bool lexicon_split(struct lexicon_build *build, size_t field_count) {
    if (build->count) qsort(build->texts, build->count, sizeof *build->texts, lexicon_by_text);
    size_t at = 0;
    for (size_t field = 0; field < field_count; field++) {
        struct layout_lexicon_field *to = &build->lexicon->fields[field];
        size_t end = at;
        while (end < build->count && build->texts[end].field == field)
            end++;
        to->texts = ARENA_ARRAY(build->arena, end - at, const char *);
        for (; at < end; at++) {
            const char *folded = build->texts[at].folded;
            if (to->count == 0 || strcmp(to->texts[to->count - 1], folded) != 0) to->texts[to->count++] = folded;
        }
        if (to->count > LEXICON_TEXTS_MAX) return false;
    }
    return true;
}

/* ---- Codes ---- */

/* The code of a folded text that the field has. */
static uint16_t lexicon_code(const struct layout_lexicon_field *field, const char *folded) {
    size_t low = 0, high = field->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(field->texts[middle], folded) <= 0)
            low = middle;
        else
            high = middle;
    }
    return (uint16_t)(2 + low);
}

static void lexicon_canonical_alias(struct lexicon_build *build, const struct assay_alias *alias) {
    for (size_t f = 0; f < alias->field_count; f++) {
        struct layout_lexicon_field *to = &build->lexicon->fields[alias->fields[f]];
        uint16_t means = lexicon_code(to, fold_text(build->arena, alias->means));
        for (size_t i = 0; i < alias->text_count; i++) {
            size_t text = (size_t)lexicon_code(to, fold_text(build->arena, alias->texts[i])) - 2;
            to->canonical[text] = means;
            to->alias[text] = !alias->spelling;
        }
    }
}

static void lexicon_canonical(struct lexicon_build *build, const struct assay_usage *usage) {
    for (size_t field = 0; field < usage->field_count; field++) {
        struct layout_lexicon_field *to = &build->lexicon->fields[field];
        to->canonical = ARENA_ARRAY(build->arena, to->count, uint16_t);
        to->alias = ARENA_ARRAY(build->arena, to->count, uint8_t);
        for (size_t i = 0; i < to->count; i++)
            to->canonical[i] = (uint16_t)(2 + i);
    }
    for (size_t i = 0; i < usage->alias_count; i++)
        lexicon_canonical_alias(build, usage->aliases[i]);
}

static int lexicon_by_code(const void *left, const void *right) {
    uint16_t a = *(const uint16_t *)left, b = *(const uint16_t *)right;
    return (a > b) - (a < b);
}

static void lexicon_encode(struct lexicon_build *build, struct layout_lexicon_list *list) {
    const struct layout_lexicon_field *field = &build->lexicon->fields[list->field];
    size_t count = assay_value_count(list->values);
    list->codes = ARENA_ARRAY(build->arena, count, uint16_t);
    for (size_t i = 0; i < count; i++) {
        uint16_t code = lexicon_code(field, fold_text(build->arena, assay_value_at(list->values, i)));
        list->codes[i] = field->canonical[code - 2];
    }
    qsort(list->codes, count, sizeof *list->codes, lexicon_by_code);
    for (size_t i = 0; i < count; i++) {
        if (i && list->codes[i] == list->codes[list->code_count - 1]) continue;
        list->codes[list->code_count++] = list->codes[i];
    }
}

const struct layout_lexicon *layout_lexicon(const struct assay_ruleset *tables, const struct layout_sequence *sequence,
                                            struct arena *arena) {
    const struct assay_usage *usage = tables->usage;
    struct lexicon_build build = {.arena = arena, .lexicon = ARENA_NEW(arena, struct layout_lexicon)};
    build.lexicon->fields = ARENA_ARRAY(arena, usage->field_count, struct layout_lexicon_field);
    lexicon_add_usage(&build, usage);
    lexicon_add_clauses(&build, sequence);
    if (!lexicon_split(&build, usage->field_count)) return NULL;
    lexicon_canonical(&build, usage);
    for (size_t i = 0; i <= build.lexicon->lists_mask; i++) {
        if (build.lexicon->lists[i].values) lexicon_encode(&build, &build.lexicon->lists[i]);
    }
    return build.lexicon;
}

const struct layout_lexicon_list *layout_lexicon_find(const struct layout_lexicon *lexicon,
                                                      const struct assay_values *values) {
    return lexicon_slot(lexicon, values);
}
