#include "compiler/emit/c.h"

const char *const *c_list_symbols(const struct assay_ruleset *rules, struct arena *arena) {
    struct c_file names = {.arena = arena};
    c_symbols_begin(&names);
    const char **symbols = ARENA_ARRAY(arena, rules->list_count, const char *);
    for (size_t i = 0; i < rules->list_count; i++)
        symbols[i] = c_symbol(&names, "assay_list", rules->lists[i]->name, NULL);
    return symbols;
}

static void c_list(struct c_file *file, const struct assay_list *list, const char *symbol) {
    struct text *out = &file->out;
    text_add(out, "\n/* ---- ");
    c_comment(out, list->name);
    text_add(out, ", of ");
    c_comment(out, file->usage->fields[list->field].name);
    text_add(out, " ---- */\n");
    const char *values = c_texts(file, "values", list->name, list->values, list->value_count);
    const char *lines = c_lines(file, "lines", list->name, list->lines, 1u + list->value_count);
    text_addf(out, "\nextern const struct assay_list %s;\nconst struct assay_list %s = {\n", symbol, symbol);
    c_member_text(file, "name", list->name);
    c_member_text(file, "file", list->file);
    text_addf(out, "    .field = %s,\n", file->fields[list->field]);
    c_member_array(file, "value_count", "values", values);
    c_member_array(file, NULL, "lines", lines);
    text_add(out, "};\n");
}

struct emitted *c_lists_file(const struct c_names *names, struct arena *arena) {
    const struct assay_ruleset *rules = names->rules;
    struct c_file file = c_begin(names, arena);
    text_add(&file.out, "/*\n * The value lists of ");
    c_comment(&file.out, rules->usage->name);
    text_add(&file.out, ", by name. A table that uses one names it.\n */\n");
    c_includes(&file, "lists", "the files that hold the lists");
    for (size_t i = 0; i < rules->list_count; i++)
        c_list(&file, rules->lists[i], file.lists[i]);
    return c_end_table(&file, "lists");
}
