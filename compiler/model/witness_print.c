#include "compiler/model/witness.h"

#include <string.h>

void witness_print(const struct space *space, const struct witness *witness, struct text *out) {
    if (witness->count == 0) text_add(out, "any row");
    for (size_t i = 0; i < witness->count; i++) {
        const struct witness_cell *cell = &witness->cells[i];
        text_addf(out, "%s%s ", i ? ", " : "", space->fields[cell->field].name);
        if (cell->text)
            text_add_quoted(out, cell->text);
        else
            text_add(out, "blank");
    }
}

/* ---- Boxes ---- */

/* Whether every model that takes the one for an alias takes the other for the same. */
static bool print_means_the_same(const struct space *space, const struct space_field *field, uint32_t a, uint32_t b) {
    for (size_t m = 0; m < space->model_count; m++) {
        if (field->meaning[m][a] != field->meaning[m][b]) return false;
    }
    return true;
}

/* The text that is listed for all that mean the same to every model. */
static uint32_t print_leader(const struct space *space, const struct space_field *field, uint32_t code) {
    for (size_t m = 0; m < space->model_count; m++) {
        uint32_t meaning = field->meaning[m][code];
        if (print_means_the_same(space, field, meaning, code)) return meaning;
    }
    return code;
}

/* The texts to list, as codes: those that the box has in this field, or those that it lacks. */
struct print_list {
    uint32_t *codes;
    size_t count;
    bool blank;
};

static struct print_list print_list_of(const struct space *space, const uint64_t *box, size_t number, bool had) {
    const struct space_field *field = &space->fields[number];
    struct print_list list = {ARENA_ARRAY(space->arena, field->text_count, uint32_t), 0, false};
    for (uint32_t code = 2; code < 2 + field->text_count; code++) {
        if (box_has(space, box, number, field->class_of[code]) != had) continue;
        if (print_leader(space, field, code) == code) list.codes[list.count++] = code;
    }
    return list;
}

static void print_items(const struct space_field *field, const struct print_list *list, struct text *out) {
    for (size_t i = 0; i < list->count; i++) {
        if (i) text_add(out, ", ");
        text_add_quoted(out, field->written[list->codes[i] - 2]);
    }
    if (list->blank) text_add(out, list->count ? ", blank" : "blank");
}

void box_print_field(const struct space *space, const uint64_t *box, size_t number, struct text *out) {
    const struct space_field *field = &space->fields[number];
    bool other = box_has(space, box, number, field->class_of[SPACE_OTHER]);
    bool blank = box_has(space, box, number, field->class_of[SPACE_BLANK]);
    struct print_list list = print_list_of(space, box, number, !other);
    list.blank = blank && !other;
    if (!other)
        text_add(out, list.count + list.blank > 1 ? "is any of " : "is ");
    else if (list.count == 0)
        text_add(out, blank ? "is anything or blank" : "is not blank");
    else
        text_add(out, blank ? "is none of " : "is anything except ");
    print_items(field, &list, out);
}

static bool print_field_differs(const struct space_field *field, const uint64_t *a, const uint64_t *b) {
    return memcmp(a + field->first_word, b + field->first_word, field->word_count * sizeof *a) != 0;
}

void box_print(const struct space *space, const uint64_t *box, const uint64_t *without, struct text *out) {
    bool any = false;
    for (size_t f = 0; f < space->field_count; f++) {
        const struct space_field *field = &space->fields[f];
        if (box_field_is_full(space, box, f)) continue;
        if (without && !print_field_differs(field, box, without)) continue;
        text_addf(out, "%s%s ", any ? " and " : "", field->name);
        box_print_field(space, box, f, out);
        any = true;
    }
    if (!any) text_add(out, "any row");
}
