#include "compiler/emit/c.h"

/* Arrays of one field are shared: most aliases stand in one. */
static const char *c_alias_fields(struct c_file *file, const struct assay_alias *alias, const char *symbol,
                                  const char **single) {
    const char **shared = alias->field_count == 1 ? &single[alias->fields[0]] : NULL;
    if (shared && *shared) return *shared;
    const char *words = shared ? file->usage->fields[alias->fields[0]].name : symbol;
    const char *fields = c_field_list(file, c_symbol(file, "fields", words, NULL), alias->fields, alias->field_count);
    if (shared) *shared = fields;
    return fields;
}

/* Named after the first field: the texts may change. */
static const char *c_alias(struct c_file *file, const struct assay_alias *alias, const char **single) {
    struct text *out = &file->out;
    const char *words = file->usage->fields[alias->fields[0]].name;
    const char *symbol = c_symbol(file, alias->spelling ? "spelling" : "alias", words, NULL);
    const char *fields = c_alias_fields(file, alias, symbol, single);
    const char *texts = c_texts(file, "texts", symbol, alias->texts, alias->text_count);
    const char *lines = c_lines(file, "lines", symbol, alias->lines, 1u + alias->text_count);
    text_addf(out, "static const struct assay_alias %s = {\n", symbol);
    c_member_text(file, "means", alias->means);
    text_addf(out, "    .text_count = ASSAY_COUNT(%s), .field_count = ASSAY_COUNT(%s),%s\n", texts, fields,
              alias->spelling ? " .spelling = 1," : "");
    text_addf(out, "    .texts = %s, .fields = %s,\n    .lines = %s,\n};\n", texts, fields, lines);
    return symbol;
}

const char *c_aliases(struct c_file *file) {
    const struct assay_usage *usage = file->usage;
    if (usage->alias_count == 0) return NULL;
    const char **symbols = ARENA_ARRAY(file->arena, usage->alias_count, const char *);
    const char **single = ARENA_ARRAY(file->arena, usage->field_count, const char *);
    text_add(&file->out, "\n/* ---- Aliases, and spellings that are nothing to report ---- */\n");
    for (size_t i = 0; i < usage->alias_count; i++)
        symbols[i] = c_alias(file, usage->aliases[i], single);
    text_add(&file->out, "\nstatic const struct assay_alias *const aliases[] = {\n");
    for (size_t i = 0; i < usage->alias_count; i++)
        text_addf(&file->out, "    &%s,\n", symbols[i]);
    text_add(&file->out, "};\n");
    return "aliases";
}
