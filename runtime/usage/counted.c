#include "runtime/usage/counted.h"

#define COUNTED_MEMORY ((size_t)16 << 20) /* bytes of either spool kept in memory */

void counted_init(struct counted *counted) {
    *counted = (struct counted){0};
    spool_init(&counted->noted, COUNTED_MEMORY);
    spool_init(&counted->rows, COUNTED_MEMORY);
}

static bool counted_write(struct spool *spool, const struct counted_row *row, const char *claim) {
    return spool_write(spool, row, sizeof *row) && spool_write(spool, claim, row->length);
}

static bool counted_read(struct spool *spool, struct counted_row *row, struct text *claim) {
    char piece[512];
    text_clear(claim);
    if (!spool_read(spool, row, sizeof *row)) return false;
    for (size_t left = row->length; left > 0;) {
        size_t size = left < sizeof piece ? left : sizeof piece;
        if (!spool_read(spool, piece, size)) return false;
        text_add_bytes(claim, piece, size);
        left -= size;
    }
    return !claim->failed;
}

bool counted_add(struct counted *counted, const struct counted_row *row, const char *claim) {
    counted->count++;
    return counted_write(&counted->noted, row, claim);
}

static bool counted_settle_row(struct counted_row *row, struct duplicates *duplicates,
                               const struct outcomes *outcomes) {
    if (!duplicates_find(duplicates, row->row, &row->fate)) return false;
    if (row->fate.result == ONCE_UNDECIDED) row->outcome = outcomes->all[row->outcome].undecided;
    return true;
}

bool counted_settle(struct counted *counted, struct duplicates *duplicates, const struct outcomes *outcomes) {
    struct counted_row row;
    struct text claim = {0};
    bool good = spool_rewind(&counted->noted);
    for (uint64_t i = 0; good && i < counted->count; i++)
        good = counted_read(&counted->noted, &row, &claim) && counted_settle_row(&row, duplicates, outcomes) &&
               counted_write(&counted->rows, &row, claim.data ? claim.data : "");
    text_free(&claim);
    spool_free(&counted->noted);
    return good;
}

bool counted_rewind(struct counted *counted) {
    return spool_rewind(&counted->rows);
}

bool counted_next(struct counted *counted, struct counted_row *row, struct text *claim) {
    return counted_read(&counted->rows, row, claim);
}

void counted_free(struct counted *counted) {
    spool_free(&counted->noted);
    spool_free(&counted->rows);
}
