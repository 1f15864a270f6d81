#include "runtime/usage/dictionary.h"

#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide;

static uint64_t dictionary_mix(uint64_t a, uint64_t b) {
    wide product = (wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Eight bytes a step; only speed depends on it, never a result. */
static uint32_t dictionary_hash(const unsigned char *bytes, size_t length) {
    uint64_t hash = 0x9E3779B97F4A7C15u ^ length, word;
    while (length >= 8) {
        memcpy(&word, bytes, 8);
        hash = dictionary_mix(hash ^ word, 0xA0761D6478BD642Fu);
        bytes += 8;
        length -= 8;
    }
    word = 0;
    for (size_t i = 0; i < length; i++)
        word |= (uint64_t)bytes[i] << (8 * i);
    hash = dictionary_mix(hash ^ word, 0xE7037ED1A0B428DBu);
    return (uint32_t)(hash ^ (hash >> 32));
}

/* The slot that holds the string, or the empty one where it belongs. Most strings that differ are told apart by the
 * hash in the slot, without touching their entries. */
static uint32_t dictionary_slot(const struct dictionary *d, const void *bytes, size_t length, uint32_t hash) {
    uint32_t place = hash & d->slot_mask;
    for (; d->slots[place]; place = (place + 1) & d->slot_mask) {
        if (d->slots[place] >> 32 != hash) continue;
        const struct dictionary_entry *entry = &d->entries[(uint32_t)d->slots[place] - 1];
        if (entry->length == length && dictionary_same(d->bytes + entry->offset, bytes, length)) break;
    }
    return place;
}

static uint64_t dictionary_make_slot(uint32_t hash, uint32_t number) {
    return (uint64_t)hash << 32 | (number + 1);
}

uint32_t dictionary_find(const struct dictionary *dictionary, const void *bytes, size_t length) {
    if (!dictionary->slots) return DICTIONARY_NONE;
    uint32_t place = dictionary_slot(dictionary, bytes, length, dictionary_hash(bytes, length));
    return (uint32_t)dictionary->slots[place] - 1; /* an empty slot gives DICTIONARY_NONE */
}

/* Doubles the slots; at most half of them are ever taken. */
static bool dictionary_grow_slots(struct dictionary *d) {
    uint32_t mask = d->slots ? d->slot_mask * 2 + 1 : 63;
    uint64_t *slots = calloc((size_t)mask + 1, sizeof *slots);
    if (!slots) return false;
    for (uint32_t i = 0; i < d->count; i++) {
        uint32_t slot = d->entries[i].hash & mask;
        while (slots[slot])
            slot = (slot + 1) & mask;
        slots[slot] = dictionary_make_slot(d->entries[i].hash, i);
    }
    free(d->slots);
    d->slots = slots;
    d->slot_mask = mask;
    return true;
}

static bool dictionary_grow_entries(struct dictionary *d) {
    uint32_t capacity = d->capacity ? d->capacity * 2 : 32;
    struct dictionary_entry *entries = realloc(d->entries, capacity * sizeof *entries);
    if (!entries) return false;
    d->entries = entries;
    d->capacity = capacity;
    return true;
}

static bool dictionary_grow_bytes(struct dictionary *d, size_t more) {
    if (d->used + more <= d->room) return true;
    size_t room = d->room ? d->room * 2 : 1024;
    while (room < d->used + more)
        room *= 2;
    char *bytes = realloc(d->bytes, room);
    if (!bytes) return false;
    d->bytes = bytes;
    d->room = room;
    return true;
}

static bool dictionary_full(const struct dictionary *d, size_t length) {
    return d->count == DICTIONARY_NONE >> 2 || (d->entry_limit && d->count >= d->entry_limit) ||
           (d->byte_limit && d->used + length + 1 > d->byte_limit) || length >= UINT32_MAX;
}

static bool dictionary_make_room(struct dictionary *d, size_t length) {
    bool good = (d->slots && d->count < (d->slot_mask + 1) / 2) || dictionary_grow_slots(d);
    good = good && (d->count < d->capacity || dictionary_grow_entries(d)) && dictionary_grow_bytes(d, length + 1);
    if (!good) d->failed = true;
    return good;
}

uint32_t dictionary_put(struct dictionary *dictionary, const void *bytes, size_t length) {
    struct dictionary *d = dictionary;
    uint32_t hash = dictionary_hash(bytes, length);
    if (d->slots) {
        uint64_t found = d->slots[dictionary_slot(d, bytes, length, hash)];
        if (found) return (uint32_t)found - 1;
    }
    if (dictionary_full(d, length) || !dictionary_make_room(d, length)) return DICTIONARY_NONE;
    d->slots[dictionary_slot(d, bytes, length, hash)] = dictionary_make_slot(hash, d->count);
    d->entries[d->count] = (struct dictionary_entry){.offset = d->used, .length = (uint32_t)length, .hash = hash};
    if (length) memcpy(d->bytes + d->used, bytes, length);
    d->bytes[d->used + length] = '\0';
    d->used += length + 1;
    return d->count++;
}

const char *dictionary_at(const struct dictionary *dictionary, uint32_t number, size_t *length) {
    const struct dictionary_entry *entry = &dictionary->entries[number];
    if (length) *length = entry->length;
    return dictionary->bytes + entry->offset;
}

void dictionary_free(struct dictionary *dictionary) {
    free(dictionary->bytes);
    free(dictionary->entries);
    free(dictionary->slots);
    *dictionary = (struct dictionary){0};
}
