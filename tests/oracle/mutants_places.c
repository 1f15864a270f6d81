/* mutants_places.c - the numbers and texts of decoded tables. */
#include "tests/oracle/mutants.h"

#include <string.h>

struct walk {
    struct mutants *mutants;
    size_t capacity;
};

static void place_add(struct walk *walk, void *at, size_t bytes, const char *object, const char *member) {
    struct mutants *mutants = walk->mutants;
    if (mutants->place_count == walk->capacity) {
        walk->capacity = walk->capacity ? 2 * walk->capacity : 1024;
        struct mutants_place *places = ARENA_ARRAY(mutants->arena, walk->capacity, struct mutants_place);
        if (mutants->place_count) memcpy(places, mutants->places, mutants->place_count * sizeof *places);
        mutants->places = places;
    }
    mutants->places[mutants->place_count++] = (struct mutants_place){at, bytes, object, member};
    mutants->byte_count += bytes;
}

static void walk_value(struct walk *walk, struct decode_shape shape, void *at, const char *object, const char *member) {
    static const size_t sizes[] = {[DECODE_U8] = 1, [DECODE_U16] = 2, [DECODE_U32] = 4, [DECODE_U64] = 8};
    if (shape.kind == DECODE_STRUCT) {
        for (const struct decode_member *inner = shape.of->members; inner->name; inner++)
            walk_value(walk, inner->shape, (char *)at + inner->offset, object, inner->name);
    } else if (shape.kind == DECODE_TEXT) {
        char *text;
        memcpy(&text, at, sizeof text);
        if (text && *text) place_add(walk, text, strlen(text), object, member);
    } else if (shape.kind != DECODE_POINTER) {
        place_add(walk, at, sizes[shape.kind], object, member);
    }
}

struct mutants mutants_of(const struct decoded *mutant, const struct decoded *original, struct arena *arena) {
    struct mutants mutants = {.arena = arena, .mutant = mutant, .original = original};
    struct walk walk = {&mutants, 0};
    for (size_t i = 0; i < mutant->object_count; i++) {
        const struct decode_object *object = &mutant->objects[i];
        for (size_t k = 0; k < object->count; k++) {
            void *at = (char *)object->data + k * object->type->size;
            walk_value(&walk, object->type->element, at, object->name, "");
        }
    }
    return mutants;
}
