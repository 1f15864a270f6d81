#include "compiler/emit/c.h"

#include <string.h>

void c_symbols_begin(struct c_file *file) {
    struct c_symbols *symbols = &file->symbols;
    symbols->mask = symbols->array_mask = 63;
    symbols->names = ARENA_ARRAY(file->arena, 64, struct c_name);
    symbols->arrays = ARENA_ARRAY(file->arena, 64, struct c_shared);
}

/* ---- Names ---- */

static struct c_name *c_symbol_slot(const struct c_symbols *symbols, const char *name) {
    uint32_t hash = assay_hash(name, strlen(name));
    size_t at = hash & symbols->mask;
    while (symbols->names[at].name && strcmp(symbols->names[at].name, name) != 0)
        at = (at + 1) & symbols->mask;
    return &symbols->names[at];
}

static void c_symbol_add(struct c_file *file, const char *name) {
    struct c_symbols *symbols = &file->symbols;
    *c_symbol_slot(symbols, name) = (struct c_name){name, 2};
    if (2 * ++symbols->count <= symbols->mask) return;
    struct c_name *old = symbols->names;
    size_t size = symbols->mask + 1;
    symbols->mask = 2 * size - 1;
    symbols->names = ARENA_ARRAY(file->arena, 2 * size, struct c_name);
    for (size_t i = 0; i < size; i++) {
        if (old[i].name) *c_symbol_slot(symbols, old[i].name) = old[i];
    }
}

static void c_symbol_words(struct text *out, const char *words) {
    for (; words && *words; words++) {
        char c = *words;
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter)
            text_add_char(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
        else if (out->data[out->length - 1] != '_')
            text_add_char(out, '_');
    }
    if (out->length && out->data[out->length - 1] != '_') text_add_char(out, '_');
}

const char *c_symbol(struct c_file *file, const char *kind, const char *words, const char *more) {
    struct text text = {0};
    text_add(&text, kind);
    text_add_char(&text, '_');
    c_symbol_words(&text, words);
    c_symbol_words(&text, more);
    const char *base = text.length ? arena_string(file->arena, text.data, text.length - 1) : kind;
    text_free(&text);
    const char *name = base;
    struct c_name *taken = c_symbol_slot(&file->symbols, base);
    while (taken->name && c_symbol_slot(&file->symbols, name)->name)
        name = arena_format(file->arena, "%s_%u", base, taken->next++);
    c_symbol_add(file, name);
    return name;
}

bool c_symbol_take(struct c_file *file, const char *name) {
    if (c_symbol_slot(&file->symbols, name)->name) return false;
    c_symbol_add(file, name);
    return true;
}

/* ---- Arrays of conditions ---- */

static struct c_shared *c_shared_slot(const struct c_symbols *symbols, const uint32_t *lines) {
    uint64_t hash = (uintptr_t)lines / sizeof(void *) * UINT64_C(0x9E3779B97F4A7C15) >> 20;
    size_t at = (size_t)hash & symbols->array_mask;
    while (symbols->arrays[at].lines && symbols->arrays[at].lines != lines)
        at = (at + 1) & symbols->array_mask;
    return &symbols->arrays[at];
}

struct c_arrays *c_shared_arrays(struct c_file *file, const struct assay_condition *condition) {
    struct c_symbols *symbols = &file->symbols;
    struct c_shared *found = c_shared_slot(symbols, condition->lines);
    if (found->lines) return &found->arrays;
    if (2 * ++symbols->array_count > symbols->array_mask) {
        struct c_shared *old = symbols->arrays;
        size_t size = symbols->array_mask + 1;
        symbols->array_mask = 2 * size - 1;
        symbols->arrays = ARENA_ARRAY(file->arena, 2 * size, struct c_shared);
        for (size_t i = 0; i < size; i++) {
            if (old[i].lines) *c_shared_slot(symbols, old[i].lines) = old[i];
        }
        found = c_shared_slot(symbols, condition->lines);
    }
    found->lines = condition->lines;
    return &found->arrays;
}
