/* intern.c - texts to codes, and names to fields. */
#include <string.h>
#include "runtime/core/internal.h"

/* assay_fold into a buffer of ASSAY_TEXT_MAX bytes; ASSAY_TEXT_MAX + 1 when the folded text is longer. */
static size_t intern_fold(char *buffer, const char *text, size_t length) {
    if (length <= ASSAY_TEXT_MAX) return assay_fold(buffer, text, length);
    struct fold_cursor cursor = fold_begin(text, length);
    size_t folded = 0;
    for (int byte = fold_next(&cursor); byte >= 0; byte = fold_next(&cursor)) {
        if (folded == ASSAY_TEXT_MAX) return ASSAY_TEXT_MAX + 1;
        buffer[folded++] = (char)byte;
    }
    return folded;
}

static uint16_t intern_find(const struct assay_index_field *field, const char *folded, size_t length) {
    uint32_t slot = assay_hash(folded, length);
    for (uint32_t probe = 0; probe <= field->slot_mask; probe++, slot++) {
        uint16_t code = field->slots[slot & field->slot_mask];
        if (code == 0) return ASSAY_OTHER;
        const struct assay_entry *entry = &field->entries[code - 2];
        if (entry->length == length && memcmp(entry->text, folded, length) == 0) return code;
    }
    return ASSAY_OTHER;
}

uint16_t assay_intern(const struct assay_ruleset *rules, uint16_t field, const char *text, size_t length) {
    const struct assay_index_field *found = &rules->index->fields[field];
    if (found->entry_count == 0) return assay_is_blank(text, length) ? ASSAY_BLANK : ASSAY_OTHER;
    char folded[ASSAY_TEXT_MAX];
    size_t folded_length = intern_fold(folded, text, length);
    if (folded_length > ASSAY_TEXT_MAX) return ASSAY_OTHER;
    if (folded_length == 0 || (folded_length == 4 && memcmp(folded, "null", 4) == 0)) return ASSAY_BLANK;
    return intern_find(found, folded, folded_length);
}

const char *assay_code_text(const struct assay_ruleset *rules, uint16_t field, uint16_t code) {
    const struct assay_index_field *found = &rules->index->fields[field];
    if (code < 2 || code - 2 >= found->entry_count) return NULL;
    return found->entries[code - 2].text;
}

/* The next byte of a name, blanks and underscores left out; -1 at its end. */
static int name_next(struct fold_cursor *cursor) {
    int byte;
    do
        byte = fold_next(cursor);
    while (byte == ' ' || byte == '_');
    return byte;
}

static int name_same(struct fold_cursor left, struct fold_cursor right) {
    for (;;) {
        int byte = name_next(&left);
        if (byte != name_next(&right)) return 0;
        if (byte < 0) return 1;
    }
}

int assay_field_named(const struct assay_ruleset *rules, const char *name, size_t length) {
    const struct assay_usage *usage = rules->usage;
    for (uint16_t field = 0; field < usage->field_count; field++) {
        const char *other = usage->fields[field].name;
        if (name_same(fold_begin(name, length), fold_begin(other, text_length(other)))) return field;
    }
    return ASSAY_E_FIELD;
}
