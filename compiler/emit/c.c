#include "compiler/emit/c.h"

#include <stdlib.h>
#include <string.h>

const char *c_table_symbol(const char *slug, struct arena *arena) {
    char *symbol = arena_format(arena, "assay_table_%s", slug);
    for (char *at = symbol; *at; at++) {
        if (*at == '-') *at = '_';
    }
    return symbol;
}

static const char *const *c_slugs(const struct assay_ruleset *rules, struct arena *arena) {
    const char **names = ARENA_ARRAY(arena, rules->specialization_count, const char *);
    for (size_t i = 0; i < rules->specialization_count; i++)
        names[i] = rules->specializations[i]->name;
    return emit_slugs(names, rules->specialization_count, arena);
}

static int c_by_name(const void *left, const void *right) {
    return strcmp((*(struct emitted *const *)left)->name, (*(struct emitted *const *)right)->name);
}

static struct c_names c_names_of(const struct assay_ruleset *rules, struct arena *arena) {
    return (struct c_names){rules, c_field_symbols(rules->usage, arena), c_list_symbols(rules, arena),
                            c_slugs(rules, arena)};
}

/* All tables and their lines, in no order; returns how many files there are. */
static size_t c_tables(const struct c_names *names, struct emitted **files, struct arena *arena) {
    size_t count = 0;
    files[count++] = c_fields_file(names, arena);
    if (names->rules->list_count) files[count++] = c_lists_file(names, arena);
    files[count++] = c_usage_file(names, arena);
    for (size_t i = 0; i < names->rules->specialization_count; i++)
        files[count++] = c_specialization_file(names, i, arena);
    for (size_t i = count; i-- > 0;) {
        if (files[i]->next) files[count++] = files[i]->next;
    }
    return count;
}

static struct emitted *c_sort(struct emitted **files, size_t count) {
    qsort(files, count, sizeof *files, c_by_name);
    for (size_t i = 0; i < count; i++)
        files[i]->next = i + 1 < count ? files[i + 1] : NULL;
    return files[0];
}

static struct emitted **c_room(const struct assay_ruleset *rules, struct arena *arena) {
    return ARENA_ARRAY(arena, 2 * ((size_t)rules->specialization_count + 3), struct emitted *);
}

struct emitted *emit_decisions(const struct assay_ruleset *rules, struct arena *arena) {
    struct emitted **files = c_room(rules, arena);
    struct c_names names = c_names_of(rules, arena);
    size_t count = c_tables(&names, files, arena), kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (strncmp(files[i]->name, "decisions/", 10) == 0) files[kept++] = files[i];
    }
    return c_sort(files, kept);
}

struct emitted *emit_c(const struct assay_ruleset *rules, struct arena *arena) {
    struct emitted **files = c_room(rules, arena);
    struct c_names names = c_names_of(rules, arena);
    size_t count = c_tables(&names, files, arena);
    files[count++] = c_index_file(&names, arena);
    return c_sort(files, count);
}
