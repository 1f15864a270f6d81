/* entries.c - the texts of the index: those that the rules name, each found again, each meaning what it means. */
#include "compiler/proof/proof.h"

#include <string.h>

static bool entry_same(struct proof *proof, size_t field, size_t number) {
    const struct assay_entry *entry = &proof->tables->index->fields[field].entries[number];
    const struct proof_lexicon *lexicon = &proof->lexicon[field];
    const char *text = lexicon->texts[number], *name = proof->model->fields[field].name.text, *wrong = NULL;
    uint16_t code = assay_intern(proof->tables, (uint16_t)field, text, strlen(text));
    if (strcmp(entry->text, text) != 0)
        wrong = "another text stands in its place";
    else if (entry->canonical != lexicon->canonical[number])
        wrong = "it means another text";
    else if (entry->alias != lexicon->alias[number])
        wrong = "it is an alias in one of both alone";
    else if (code != 2 + number)
        wrong = "it is not found";
    proof->counts.facts += 4;
    if (!wrong) return true;
    struct proof_difference *difference = proof_differ(proof, "the index's text \"%s\": %s", text, wrong);
    difference->where = arena_format(proof->arena, "field \"%s\"", name);
    return false;
}

void proof_entries(struct proof *proof) {
    for (size_t field = 0; field < proof->model->field_count; field++) {
        size_t count = proof->lexicon[field].count, entries = proof->tables->index->fields[field].entry_count;
        proof->counts.texts += count;
        if (count != entries) {
            struct proof_difference *difference = proof_differ(proof, "the number of texts in the index");
            difference->where = arena_format(proof->arena, "field \"%s\"", proof->model->fields[field].name.text);
            difference->tables = arena_format(proof->arena, "%zu", entries);
            difference->rules = arena_format(proof->arena, "%zu", count);
            continue;
        }
        for (size_t i = 0; i < count; i++)
            if (!entry_same(proof, field, i)) break;
    }
}
