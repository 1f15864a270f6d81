/* decode_symbol.c - names of emitted C, and the register of what they stand for. */
#include "compiler/proof/decode_internal.h"

#include <string.h>

static size_t symbol_hash(const char *name, size_t length, uint32_t scope) {
    uint64_t hash = UINT64_C(14695981039346656037) ^ scope;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)name[i]) * UINT64_C(1099511628211);
    return (size_t)(hash ^ hash >> 32);
}

static struct decode_symbol *symbol_slot(const struct decode *decode, const char *name, size_t length, uint32_t scope) {
    size_t at = symbol_hash(name, length, scope) & decode->symbol_mask;
    for (;; at = (at + 1) & decode->symbol_mask) {
        struct decode_symbol *symbol = &decode->symbols[at];
        if (!symbol->name) return symbol;
        if (symbol->scope == scope && symbol->length == length && memcmp(symbol->name, name, length) == 0)
            return symbol;
    }
}

struct decode_symbol *decode_symbol_find(const struct decode *decode, const char *name, size_t length) {
    if (!decode->symbols) return NULL;
    struct decode_symbol *symbol = symbol_slot(decode, name, length, decode->scope);
    if (!symbol->name) return NULL;
    if (symbol->kind != DECODE_ANNOUNCED) return symbol;
    struct decode_symbol *defined = symbol_slot(decode, name, length, 0);
    return defined->name && decode_symbol_fits(symbol, &defined->object) ? defined : symbol;
}

bool decode_symbol_fits(const struct decode_symbol *symbol, const struct decode_object *object) {
    return symbol->object.type == object->type && symbol->object.array == object->array;
}

const struct decode_symbol *decode_symbol_global(const struct decode *decode, const char *name) {
    const struct decode_symbol *symbol = symbol_slot(decode, name, strlen(name), 0);
    return symbol->name ? symbol : NULL;
}

const struct decode_symbol *decode_symbol_undefined(const struct decode *decode) {
    for (size_t i = 0; i <= decode->symbol_mask; i++) {
        const struct decode_symbol *symbol = &decode->symbols[i];
        if (!symbol->name || symbol->kind != DECODE_ANNOUNCED) continue;
        const struct decode_symbol *defined = decode_symbol_global(decode, symbol->name);
        if (!defined || !decode_symbol_fits(symbol, &defined->object)) return symbol;
    }
    return NULL;
}

static void symbol_grow(struct decode *decode) {
    size_t size = decode->symbols ? 2 * (decode->symbol_mask + 1) : 64, old = decode->symbols ? size / 2 : 0;
    struct decode_symbol *before = decode->symbols;
    decode->symbols = ARENA_ARRAY(decode->arena, size, struct decode_symbol);
    decode->symbol_mask = size - 1;
    for (size_t i = 0; i < old; i++)
        if (before[i].name) *symbol_slot(decode, before[i].name, before[i].length, before[i].scope) = before[i];
}

struct decode_symbol *decode_symbol_add(struct decode *decode, const char *name, size_t length, uint32_t scope) {
    if (2 * decode->symbol_count >= decode->symbol_mask) symbol_grow(decode);
    struct decode_symbol *symbol = symbol_slot(decode, name, length, scope);
    if (symbol->name) return NULL;
    decode->symbol_count++;
    *symbol = (struct decode_symbol){.name = arena_string(decode->arena, name, length), .length = length};
    symbol->scope = scope;
    return symbol;
}

void decode_object_add(struct decode *decode, const struct decode_object *object) {
    if (decode->object_count == decode->object_capacity) {
        decode->object_capacity = decode->object_capacity ? 2 * decode->object_capacity : 256;
        struct decode_object *objects = ARENA_ARRAY(decode->arena, decode->object_capacity, struct decode_object);
        if (decode->object_count) memcpy(objects, decode->objects, decode->object_count * sizeof *objects);
        decode->objects = objects;
    }
    decode->objects[decode->object_count++] = *object;
}
