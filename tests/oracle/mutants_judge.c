/* mutants_judge.c - whether a mutant means what the original does. */
#include "tests/oracle/mutants.h"

#include <stdlib.h>
#include <string.h>

enum { JUDGE_ROWS = 20000 };

struct judge {
    const struct assay_ruleset *rules[2]; /* the original, the mutant */
    size_t fields;
    uint16_t *codes;
    void *work[2];
    uint64_t *sets[2];
    uint32_t words;
    uint64_t random;
};

uint64_t mutants_next(uint64_t *state) {
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(0x2545F4914F6CDD1D) >> 8;
}

/* ---- Codes ---- */

static bool judge_text(const struct judge *judge, uint16_t field, const char *text) {
    size_t length = strlen(text);
    uint16_t code = assay_intern(judge->rules[0], field, text, length);
    if (code != assay_intern(judge->rules[1], field, text, length)) return false;
    const char *of[2] = {assay_code_text(judge->rules[0], field, code), assay_code_text(judge->rules[1], field, code)};
    return of[0] == of[1] || (of[0] && of[1] && strcmp(of[0], of[1]) == 0);
}

static bool judge_entries(const struct judge *judge, uint16_t field) {
    const struct assay_index_field *a = &judge->rules[0]->index->fields[field];
    const struct assay_index_field *b = &judge->rules[1]->index->fields[field];
    bool same = a->entry_count == b->entry_count && judge_text(judge, field, "a text that no rule names");
    for (size_t i = 0; same && i < a->entry_count; i++) {
        same = a->entries[i].canonical == b->entries[i].canonical && a->entries[i].alias == b->entries[i].alias;
        for (uint16_t other = 0; same && other < judge->fields; other++)
            same = judge_text(judge, other, a->entries[i].text) && judge_text(judge, other, b->entries[i].text);
    }
    return same;
}

/* ---- Answers ---- */

static bool judge_row(const struct judge *judge) {
    struct assay_outcome outcomes[2];
    uint32_t words = judge->words;
    int errors[2];
    for (int i = 0; i < 2; i++) {
        uint64_t *sets = judge->sets[i];
        outcomes[i] = (struct assay_outcome){sets, sets + words, sets + 2 * words, sets + 3 * words, ASSAY_NO, 0};
        errors[i] = assay_classify(judge->rules[i], judge->codes, judge->work[i], &outcomes[i]);
    }
    return errors[0] == errors[1] && memcmp(judge->sets[0], judge->sets[1], 4 * words * sizeof(uint64_t)) == 0 &&
           outcomes[0].eligible == outcomes[1].eligible && outcomes[0].ineligible == outcomes[1].ineligible;
}

static uint16_t judge_class(const struct assay_index_field *field, size_t code) {
    return code == ASSAY_BLANK   ? field->blank_class
           : code == ASSAY_OTHER ? field->other_class
                                 : field->entries[code - 2].class_;
}

/* The first code of a class of the original. */
static uint16_t judge_code(const struct judge *judge, size_t field, uint16_t class_) {
    uint16_t code = 0;
    while (judge_class(&judge->rules[0]->index->fields[field], code) != class_)
        code++;
    return code;
}

static bool judge_cells(const struct judge *judge) {
    uint16_t *at = calloc(judge->fields, sizeof *at);
    bool same = at != NULL, more = true;
    for (size_t field = 0; field < judge->fields; field++)
        judge->codes[field] = judge_code(judge, field, 0);
    while (same && more) {
        same = judge_row(judge);
        more = false;
        for (size_t field = 0; !more && field < judge->fields; field++) {
            at[field] = (uint16_t)((at[field] + 1) % judge->rules[0]->index->fields[field].class_count);
            judge->codes[field] = judge_code(judge, field, at[field]);
            more = at[field] != 0;
        }
    }
    free(at);
    return same;
}

/* Every text of a field among random others, and absent cells. */
static bool judge_rows(struct judge *judge) {
    bool same = true;
    for (size_t row = 0; same && row < JUDGE_ROWS; row++) {
        unsigned absent = 0;
        for (size_t field = 0; field < judge->fields; field++) {
            size_t codes = 2 + (size_t)judge->rules[0]->index->fields[field].entry_count;
            judge->codes[field] = (uint16_t)(mutants_next(&judge->random) % codes);
            if (absent < 3 && mutants_next(&judge->random) % 8 == 0) judge->codes[field] = ASSAY_ABSENT, absent++;
        }
        same = judge_row(judge);
    }
    return same;
}

/* ---- What is said ---- */

static bool said_value_same(struct decode_shape shape, const char *a, const char *b) {
    static const size_t sizes[] = {[DECODE_U8] = 1, [DECODE_U16] = 2, [DECODE_U32] = 4, [DECODE_U64] = 8};
    bool same = true;
    if (shape.kind == DECODE_STRUCT) {
        for (const struct decode_member *inner = shape.of->members; same && inner->name; inner++)
            same = said_value_same(inner->shape, a + inner->offset, b + inner->offset);
    } else if (shape.kind == DECODE_TEXT) {
        const char *texts[2];
        memcpy(&texts[0], a, sizeof texts[0]);
        memcpy(&texts[1], b, sizeof texts[1]);
        same = texts[0] && texts[1] ? strcmp(texts[0], texts[1]) == 0 : texts[0] == texts[1];
    } else if (shape.kind != DECODE_POINTER) {
        same = memcmp(a, b, sizes[shape.kind]) == 0;
    }
    return same;
}

static const struct decode_object *said_find(const struct decoded *decoded, const struct decode_object *like) {
    for (size_t i = 0; i < decoded->object_count; i++) {
        const struct decode_object *object = &decoded->objects[i];
        if (strcmp(object->name, like->name) == 0 && strcmp(object->file->name, like->file->name) == 0) return object;
    }
    return NULL;
}

/* All but the index, whose meaning is what the runtime makes of it. */
static bool judge_said(const struct mutants *mutants) {
    for (size_t i = 0; i < mutants->mutant->object_count; i++) {
        const struct decode_object *object = &mutants->mutant->objects[i];
        if (strcmp(object->file->name, "index.c") == 0) continue;
        const struct decode_object *original = said_find(mutants->original, object);
        bool same = original && original->count == object->count;
        for (size_t at = 0; same && at < object->count * object->type->size; at += object->type->size)
            same = said_value_same(object->type->element, (char *)object->data + at, (char *)original->data + at);
        if (!same) return false;
    }
    return true;
}

bool mutants_same(const struct mutants *mutants) {
    const struct assay_ruleset *original = mutants->original->rules, *mutant = mutants->mutant->rules;
    struct judge judge = {
        .rules = {original, mutant}, .fields = original->usage->field_count, .random = 88172645463325};
    if (!judge_said(mutants) || strcmp(original->hash, mutant->hash) != 0 || original->abi != mutant->abi) return false;
    judge.words = assay_measure_words(original);
    judge.codes = calloc(judge.fields, sizeof *judge.codes);
    bool same = judge.codes != NULL;
    for (int i = 0; i < 2; i++) {
        judge.work[i] = malloc(assay_work_size(judge.rules[i]));
        judge.sets[i] = malloc(4 * judge.words * sizeof(uint64_t) + 1);
        same = same && judge.work[i] && judge.sets[i];
    }
    for (uint16_t field = 0; same && field < judge.fields; field++)
        same = judge_entries(&judge, field);
    same = same && judge_rows(&judge) && judge_cells(&judge);
    free(judge.codes);
    for (int i = 0; i < 2; i++) {
        free(judge.work[i]);
        free(judge.sets[i]);
    }
    return same;
}
