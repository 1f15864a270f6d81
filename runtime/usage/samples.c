#include "runtime/usage/samples.h"

#include <stdlib.h>
#include <string.h>

struct samples_place {
    uint32_t outcome, customer;
    int32_t month;
};

static void samples_put(struct samples_rows *into, uint64_t row) {
    uint32_t place = into->count;
    while (place > 0 && into->rows[place - 1] > row)
        place--;
    if (place == SAMPLES_KEPT) return;
    if (into->count < SAMPLES_KEPT) into->count++;
    memmove(&into->rows[place + 1], &into->rows[place], (into->count - place - 1) * sizeof *into->rows);
    into->rows[place] = row;
}

static bool samples_grow(struct samples *samples) {
    if (samples->places.count <= samples->room) return true;
    uint32_t room = samples->room ? samples->room * 2 : 256;
    struct samples_rows *all = realloc(samples->all, room * sizeof *all);
    if (!all) return false;
    memset(all + samples->room, 0, (room - samples->room) * sizeof *all);
    samples->all = all;
    samples->room = room;
    return true;
}

bool samples_add(struct samples *samples, uint32_t outcome, uint32_t customer, int32_t month, uint64_t row) {
    struct samples_place place = {outcome, customer, month};
    uint32_t number = dictionary_put(&samples->places, &place, sizeof place);
    if (number == DICTIONARY_NONE || !samples_grow(samples)) return false;
    samples_put(&samples->all[number], row);
    return true;
}

void samples_gather(const struct samples *samples, const struct ledger_cell *cell, struct samples_rows *into) {
    struct samples_place place = {cell->outcome, cell->customer, cell->month};
    uint32_t number = dictionary_find(&samples->places, &place, sizeof place);
    if (number == DICTIONARY_NONE) return;
    for (uint32_t i = 0; i < samples->all[number].count; i++)
        samples_put(into, samples->all[number].rows[i]);
}

void samples_free(struct samples *samples) {
    dictionary_free(&samples->places);
    free(samples->all);
    *samples = (struct samples){0};
}
