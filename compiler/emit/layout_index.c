#include "compiler/emit/layout.h"

#include <string.h>

/* ---- Numbering ---- */

struct index_numbering {
    const struct assay_clause **clauses; /* NULL: counting only */
    uint32_t *first;
    size_t count, groups;
};

static void index_number(struct index_numbering *to, const struct assay_clause *clauses, size_t count) {
    if (to->clauses) {
        to->first[to->groups] = (uint32_t)to->count;
        for (size_t i = 0; i < count; i++)
            to->clauses[to->count + i] = &clauses[i];
    }
    to->count += count;
    to->groups++;
}

static void index_walk(struct index_numbering *to, const struct assay_ruleset *tables) {
    const struct assay_usage *usage = tables->usage;
    for (size_t i = 0; i < usage->eligibility_count; i++) {
        index_number(to, usage->eligibilities[i].clauses, usage->eligibilities[i].clause_count);
    }
    for (size_t s = 0; s < tables->specialization_count; s++) {
        const struct assay_specialization *specialization = tables->specializations[s];
        for (size_t i = 0; i < specialization->measure_count; i++) {
            index_number(to, specialization->measures[i].clauses, specialization->measures[i].clause_count);
        }
    }
}

static struct layout_sequence index_sequence(const struct assay_ruleset *tables, struct arena *arena) {
    struct index_numbering counted = {0}, numbered = {0};
    index_walk(&counted, tables);
    numbered.clauses = ARENA_ARRAY(arena, counted.count + 1, const struct assay_clause *);
    numbered.first = ARENA_ARRAY(arena, counted.groups + 1, uint32_t);
    index_walk(&numbered, tables);
    numbered.first[numbered.groups] = (uint32_t)numbered.count;
    uint32_t measures = (uint32_t)(numbered.groups - tables->usage->eligibility_count);
    return (struct layout_sequence){numbered.clauses, numbered.count, numbered.first, measures};
}

/* ---- Entries ---- */

static struct assay_entry *index_entries(const struct layout_lexicon_field *texts, struct arena *arena) {
    struct assay_entry *entries = ARENA_ARRAY(arena, texts->count, struct assay_entry);
    for (size_t i = 0; i < texts->count; i++) {
        entries[i].text = texts->texts[i];
        entries[i].length = (uint16_t)strlen(texts->texts[i]);
        entries[i].canonical = texts->canonical[i];
        entries[i].alias = texts->alias[i];
    }
    return entries;
}

/* At most half of the slots are filled. */
static const uint16_t *index_slots(const struct assay_entry *entries, size_t count, uint32_t *mask,
                                   struct arena *arena) {
    uint32_t size = 1;
    while (size < 2 * count)
        size *= 2;
    uint16_t *slots = ARENA_ARRAY(arena, size, uint16_t);
    *mask = size - 1;
    for (size_t i = 0; i < count; i++) {
        uint32_t at = assay_hash(entries[i].text, entries[i].length) & *mask;
        while (slots[at])
            at = (at + 1) & *mask;
        slots[at] = (uint16_t)(2 + i);
    }
    return slots;
}

const struct assay_index *layout_index(const struct assay_ruleset *tables, struct arena *arena) {
    struct layout_sequence sequence = index_sequence(tables, arena);
    const struct layout_lexicon *lexicon = layout_lexicon(tables, &sequence, arena);
    if (!lexicon) return NULL;
    size_t field_count = tables->usage->field_count;
    struct assay_index *index = ARENA_NEW(arena, struct assay_index);
    struct assay_index_field *fields = ARENA_ARRAY(arena, field_count, struct assay_index_field);
    struct assay_entry **entries = ARENA_ARRAY(arena, field_count, struct assay_entry *);
    for (size_t field = 0; field < field_count; field++) {
        const struct layout_lexicon_field *texts = &lexicon->fields[field];
        entries[field] = index_entries(texts, arena);
        fields[field].entries = texts->count ? entries[field] : NULL;
        fields[field].entry_count = (uint16_t)texts->count;
        fields[field].slots = index_slots(entries[field], texts->count, &fields[field].slot_mask, arena);
    }
    *index = (struct assay_index){
        .clause_count = (uint32_t)sequence.count,
        .words = (uint32_t)(sequence.count ? (sequence.count + 63) / 64 : 1),
        .measure_count = sequence.measures,
        .first = sequence.first,
        .fields = fields,
    };
    layout_classes(index, fields, entries, lexicon, &sequence, field_count, arena);
    return index;
}
