#include "runtime/usage/names.h"

#include <stdlib.h>
#include <string.h>

size_t names_key(char *out, const char *text, size_t length) {
    size_t folded = assay_fold(out, text, length), kept = 0;
    for (size_t i = 0; i < folded; i++)
        if (out[i] != ' ' && out[i] != '_') out[kept++] = out[i];
    return kept;
}

bool names_same(const char *a, size_t a_length, const char *b, size_t b_length) {
    char *keys = malloc(a_length + b_length + 1);
    if (!keys) return false;
    size_t a_key = names_key(keys, a, a_length);
    size_t b_key = names_key(keys + a_length, b, b_length);
    bool same = a_key == b_key && memcmp(keys, keys + a_length, a_key) == 0;
    free(keys);
    return same;
}

int names_field(const struct assay_ruleset *rules, const char *name, size_t length) {
    int named = assay_field_named(rules, name, length);
    if (named >= 0) return named;
    for (int f = 0; f < rules->usage->field_count; f++) {
        const struct assay_field *field = &rules->usage->fields[f];
        for (int c = 0; c < field->column_count; c++)
            if (names_same(field->columns[c], strlen(field->columns[c]), name, length)) return f;
    }
    return -1;
}

#define NAMES_LONGEST 96

/* How far apart two names are: insertions, deletions and replacements. Long names are just far apart. */
static size_t names_distance(const char *a, const char *b) {
    char x[NAMES_LONGEST], y[NAMES_LONGEST];
    size_t row[NAMES_LONGEST + 1];
    if (strlen(a) > NAMES_LONGEST || strlen(b) > NAMES_LONGEST) return SIZE_MAX;
    size_t m = names_key(x, a, strlen(a)), n = names_key(y, b, strlen(b));
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 1; i <= m; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t best = diagonal + (x[i - 1] != y[j - 1]);
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            diagonal = row[j];
            row[j] = best;
        }
    }
    return row[n];
}

const char *names_nearest_field(const struct assay_usage *usage, const char *name, size_t length) {
    char text[NAMES_LONGEST + 1];
    if (length > NAMES_LONGEST) return NULL;
    memcpy(text, name, length);
    text[length] = '\0';
    const char *nearest = NULL;
    size_t best = length / 3 + 2; /* farther apart than this is no likeness */
    for (int f = 0; f < usage->field_count; f++) {
        const struct assay_field *field = &usage->fields[f];
        for (int c = -1; c < field->column_count; c++) {
            size_t distance = names_distance(c < 0 ? field->name : field->columns[c], text);
            if (distance >= best) continue;
            best = distance;
            nearest = field->name;
        }
    }
    return nearest;
}

const char *names_nearest(const char *const *names, size_t count, const char *name) {
    const char *nearest = NULL;
    size_t best = strlen(name) / 3 + 2; /* farther apart than this is no likeness */
    for (size_t i = 0; i < count; i++) {
        size_t distance = names_distance(names[i], name);
        if (distance >= best) continue;
        best = distance;
        nearest = names[i];
    }
    return nearest;
}

static bool names_equal(const char *a, const char *b) {
    return assay_same(a, strlen(a), b, strlen(b)) != 0;
}

bool names_listed(const char *const *names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (names_equal(names[i], name)) return true;
    return false;
}

bool names_is_specialization(const struct assay_specialization *specialization, const char *name) {
    return names_equal(specialization->name, name) ||
           names_listed(specialization->former_names, specialization->former_count, name);
}

bool names_is_measure(const struct assay_measure *measure, const char *name) {
    return names_equal(measure->name, name) || names_listed(measure->former_names, measure->former_count, name);
}
