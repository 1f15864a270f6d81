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

struct emitted *emit_decisions(const struct assay_ruleset *rules, struct arena *arena) {
    const char *const *slugs = c_slugs(rules, arena);
    size_t tables = rules->specialization_count, count = 0;
    struct emitted **files = ARENA_ARRAY(arena, tables + 2, struct emitted *);
    files[count++] = c_fields_file(rules, arena);
    files[count++] = c_usage_file(rules, arena);
    for (size_t i = 0; i < tables; i++)
        files[count++] = c_specialization_file(rules, i, slugs[i], arena);
    qsort(files, count, sizeof *files, c_by_name);
    for (size_t i = 0; i + 1 < count; i++)
        files[i]->next = files[i + 1];
    return files[0];
}

struct emitted *emit_c(const struct assay_ruleset *rules, struct arena *arena) {
    struct emitted *files = emit_decisions(rules, arena), *last = files;
    while (last->next)
        last = last->next;
    last->next = c_index_file(rules, c_slugs(rules, arena), arena);
    return files;
}
