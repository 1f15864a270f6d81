#include "compiler/model/cover.h"
#include "compiler/model/space_class.h"

#include <stdlib.h>
#include <string.h>

/* ---- Texts ---- */

static uint32_t space_hash(const char *text) {
    uint32_t hash = UINT32_C(2166136261);
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * UINT32_C(16777619);
    return hash ^ hash >> 15;
}

/* The slot of a text, or the empty one where it belongs. */
static uint32_t *space_slot(const struct space_field *field, const char *folded) {
    uint32_t at = space_hash(folded) & field->slot_mask;
    for (; field->slots[at]; at = (at + 1) & field->slot_mask) {
        if (strcmp(field->texts[field->slots[at] - 1], folded) == 0) break;
    }
    return &field->slots[at];
}

static void space_fill_slots(struct space_field *field) {
    memset(field->slots, 0, (field->slot_mask + 1) * sizeof *field->slots);
    for (uint32_t i = 0; i < field->text_count; i++)
        *space_slot(field, field->texts[i]) = i + 1;
}

/* At most half of the slots are taken, and there is room for as many texts. */
static void space_grow(struct space_field *field, struct arena *arena) {
    uint32_t count = field->text_count, room = field->slots ? field->slot_mask + 1 : 8;
    const char **texts = ARENA_ARRAY(arena, room, const char *), **written = ARENA_ARRAY(arena, room, const char *);
    if (count) memcpy(texts, field->texts, count * sizeof *texts);
    if (count) memcpy(written, field->written, count * sizeof *written);
    field->texts = texts;
    field->written = written;
    field->slots = ARENA_ARRAY(arena, 2 * (size_t)room, uint32_t);
    field->slot_mask = 2 * room - 1;
    space_fill_slots(field);
}

static void space_name(struct space *space, size_t field_number, const char *folded, const char *written) {
    struct space_field *field = &space->fields[field_number];
    uint32_t *slot = space_slot(field, folded);
    if (*slot) return;
    if (2 * field->text_count >= field->slot_mask) {
        space_grow(field, space->arena);
        slot = space_slot(field, folded);
    }
    field->texts[field->text_count] = folded;
    field->written[field->text_count] = written;
    *slot = ++field->text_count;
}

static void space_name_condition(void *context, size_t model, const struct model_condition *condition) {
    struct space *space = context;
    size_t field = space->field_of[model][condition->field];
    for (size_t i = 0; i < condition->value_count; i++)
        space_name(space, field, condition->values[i].folded, condition->values[i].text);
}

static void space_name_aliases(struct space *space, size_t model_number) {
    const struct model *model = space->models[model_number];
    for (size_t i = 0; i < model->alias_count; i++) {
        const struct model_alias *alias = &model->aliases[i];
        size_t field = space->field_of[model_number][alias->field];
        space_name(space, field, alias->means_folded, alias->means);
        space_name(space, field, alias->folded, alias->text);
    }
}

struct space_text {
    const char *folded, *written;
};

static int space_by_text(const void *left, const void *right) {
    return strcmp(((const struct space_text *)left)->folded, ((const struct space_text *)right)->folded);
}

static void space_sort(struct space_field *field, struct arena *arena) {
    struct space_text *sorted = ARENA_ARRAY(arena, field->text_count, struct space_text);
    for (uint32_t i = 0; i < field->text_count; i++)
        sorted[i] = (struct space_text){field->texts[i], field->written[i]};
    qsort(sorted, field->text_count, sizeof *sorted, space_by_text);
    for (uint32_t i = 0; i < field->text_count; i++) {
        field->texts[i] = sorted[i].folded;
        field->written[i] = sorted[i].written;
    }
    space_fill_slots(field);
}

/* ---- Fields ---- */

static size_t space_find_field(const struct space *space, const char *name) {
    size_t field = 0;
    while (field < space->field_count && strcmp(space->fields[field].name, name) != 0)
        field++;
    return field;
}

static void space_match_fields(struct space *space) {
    size_t most = 0;
    for (size_t m = 0; m < space->model_count; m++)
        most += space->models[m]->field_count;
    space->fields = ARENA_ARRAY(space->arena, most, struct space_field);
    for (size_t m = 0; m < space->model_count; m++) {
        const struct model *model = space->models[m];
        space->field_of[m] = ARENA_ARRAY(space->arena, model->field_count, uint16_t);
        for (size_t i = 0; i < model->field_count; i++) {
            size_t field = space_find_field(space, model->fields[i].name.text);
            if (field == space->field_count) space->fields[space->field_count++].name = model->fields[i].name.text;
            space->field_of[m][i] = (uint16_t)field;
        }
    }
    for (size_t field = 0; field < space->field_count; field++)
        space_grow(&space->fields[field], space->arena);
}

/* ---- Aliases ---- */

static void space_own_meanings(struct space *space, struct space_field *field) {
    size_t codes = 2 + (size_t)field->text_count;
    for (size_t m = 0; m < space->model_count; m++) {
        field->meaning[m] = ARENA_ARRAY(space->arena, codes, uint32_t);
        field->alike[m] = ARENA_ARRAY(space->arena, codes, uint32_t);
        for (uint32_t code = 0; code < codes; code++)
            field->meaning[m][code] = field->alike[m][code] = code;
    }
}

static void space_join_aliases(struct space *space, size_t model_number) {
    const struct model *model = space->models[model_number];
    for (size_t i = 0; i < model->alias_count; i++) {
        const struct model_alias *alias = &model->aliases[i];
        size_t number = space->field_of[model_number][alias->field];
        struct space_field *field = &space->fields[number];
        uint32_t code = space_code(space, number, alias->folded),
                 means = space_code(space, number, alias->means_folded);
        field->meaning[model_number][code] = means;
        field->alike[model_number][code] = field->alike[model_number][means];
        field->alike[model_number][means] = code;
    }
}

/* ---- The whole ---- */

static void space_place_words(struct space *space) {
    for (size_t i = 0; i < space->field_count; i++) {
        struct space_field *field = &space->fields[i];
        field->first_word = space->words;
        field->word_count = (field->class_count + 63) / 64;
        space->words += field->word_count;
    }
    space->scratch = box_new(space);
    space->memory = cover_memory_new(space);
}

struct space *space_new(const struct model *const *models, size_t model_count, struct arena *arena) {
    struct space *space = ARENA_NEW(arena, struct space);
    space->arena = arena;
    space->model_count = model_count;
    memcpy(space->models, models, model_count * sizeof(struct model *));
    space_match_fields(space);
    for (size_t m = 0; m < model_count; m++)
        space_conditions(space, m, space_name_condition, space);
    for (size_t m = 0; m < model_count; m++)
        space_name_aliases(space, m);
    for (size_t i = 0; i < space->field_count; i++) {
        space_sort(&space->fields[i], arena);
        space_own_meanings(space, &space->fields[i]);
    }
    for (size_t m = 0; m < model_count; m++)
        space_join_aliases(space, m);
    space_classes(space);
    space_place_words(space);
    return space;
}

uint32_t space_code(const struct space *space, size_t field, const char *folded) {
    if (!folded) return SPACE_BLANK;
    uint32_t found = *space_slot(&space->fields[field], folded);
    return found ? found + 1 : SPACE_OTHER;
}

const char *space_other_text(const struct space *space, size_t field) {
    const char *text = "other";
    for (unsigned number = 2; space_code(space, field, text) != SPACE_OTHER; number++)
        text = arena_format(space->arena, "other %u", number);
    return text;
}

uint64_t space_cells(const struct space *space) {
    uint64_t cells = 1;
    for (size_t i = 0; i < space->field_count; i++) {
        if (__builtin_mul_overflow(cells, space->fields[i].class_count, &cells)) return UINT64_MAX;
    }
    return cells;
}
