#include "runtime/usage/claim.h"

#include <stdlib.h>
#include <string.h>

void claim_begin(struct claims *claims) {
    text_clear(&claims->scratch);
}

static uint16_t claim_place(const struct assay_once *once, const char *text, size_t length) {
    for (uint16_t i = 0; i < once->preferred_count; i++)
        if (assay_same(once->preferred[i], strlen(once->preferred[i]), text, length)) return i;
    return once->preferred_count;
}

/* Texts have no NUL, so a NUL behind each keeps the order and keeps them apart. */
static void claim_add_text(struct claims *claims, const char *text, size_t length) {
    text_add_bytes(&claims->scratch, text, length);
    text_add_char(&claims->scratch, '\0');
}

void claim_add_preferred(struct claims *claims, const char *folded, size_t length) {
    const struct assay_once *once = claims->usage->once;
    struct assay_cell cell = assay_meaning(claims->usage, once->preferred_field, (struct assay_cell){folded, length});
    uint16_t place = claim_place(once, cell.text, cell.length);
    text_add_char(&claims->scratch, (char)(place >> 8));
    text_add_char(&claims->scratch, (char)(place & 255));
    if (place < once->preferred_count) return;
    size_t from = claims->scratch.length;
    claim_add_text(claims, cell.text, cell.length);
    if (claims->scratch.failed) return;
    char *added = claims->scratch.data + from;
    claims->scratch.length = from + assay_fold(added, added, cell.length) + 1;
    claims->scratch.data[claims->scratch.length - 1] = '\0';
}

void claim_add_least(struct claims *claims, const char *folded, size_t length) {
    claim_add_text(claims, folded, length);
}

uint32_t claim_end(struct claims *claims) {
    if (claims->scratch.failed) return DICTIONARY_NONE;
    const char *bytes = claims->scratch.data ? claims->scratch.data : "";
    return dictionary_put(&claims->all, bytes, claims->scratch.length);
}

struct claim_bytes {
    const char *bytes;
    size_t length;
    uint32_t number;
};

static int claim_compare(const void *a, const void *b) {
    const struct claim_bytes *x = a, *y = b;
    size_t common = x->length < y->length ? x->length : y->length;
    int order = common ? memcmp(x->bytes, y->bytes, common) : 0;
    return order ? order : (x->length > y->length) - (x->length < y->length);
}

uint32_t *claim_ranks(const struct claims *claims) {
    uint32_t count = claims->all.count;
    struct claim_bytes *sorted = calloc(count + 1u, sizeof *sorted);
    uint32_t *ranks = calloc(count + 1u, sizeof *ranks);
    for (uint32_t i = 0; sorted && i < count; i++) {
        sorted[i].bytes = dictionary_at(&claims->all, i, &sorted[i].length);
        sorted[i].number = i;
    }
    if (sorted) qsort(sorted, count, sizeof *sorted, claim_compare);
    for (uint32_t i = 0; sorted && ranks && i < count; i++)
        ranks[sorted[i].number] = i;
    if (!sorted) {
        free(ranks);
        ranks = NULL;
    }
    free(sorted);
    return ranks;
}

void claims_free(struct claims *claims) {
    dictionary_free(&claims->all);
    text_free(&claims->scratch);
}
