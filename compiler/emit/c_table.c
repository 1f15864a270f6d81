#include "compiler/emit/c.h"

#include <stdint.h>
#include <string.h>

struct c_file c_begin(const struct c_names *names, struct arena *arena) {
    struct c_file file = {.arena = arena, .rules = names->rules, .usage = names->rules->usage};
    file.fields = names->fields;
    file.lists = names->lists;
    c_symbols_begin(&file);
    text_add(&file.out, EMIT_HEADER "\n");
    return file;
}

void c_includes(struct c_file *file, const char *slug, const char *rule_file) {
    text_add(&file->lines, EMIT_HEADER "\n/* Lines of ");
    c_comment(&file->lines, rule_file);
    text_addf(&file->lines, ", for decisions/%s.c. Derived: these are not what is reviewed. */\n", slug);
    text_addf(&file->out,
              "#include \"assay.h\"\n"
              "#include \"fields.h\"\n"
              "#include \"../lines/%s.h\"\n\n"
              "#if ASSAY_ABI != %d\n"
              "#error \"these tables were written for ABI %d of assay.h\"\n"
              "#endif\n",
              slug, ASSAY_ABI, ASSAY_ABI);
}

static struct emitted *c_end_text(struct c_file *file, struct text *text, const char *name) {
    struct emitted *emitted = ARENA_NEW(file->arena, struct emitted);
    emitted->name = name;
    emitted->length = text->length;
    /* A size that cannot be had ends the program as out of memory does. */
    emitted->bytes =
        text->failed ? arena_alloc(file->arena, SIZE_MAX) : arena_string(file->arena, text->data, text->length);
    text_free(text);
    return emitted;
}

struct emitted *c_end(struct c_file *file, const char *name) {
    return c_end_text(file, &file->out, name);
}

struct emitted *c_end_table(struct c_file *file, const char *slug) {
    struct emitted *table = c_end_text(file, &file->out, arena_format(file->arena, "decisions/%s.c", slug));
    table->next = c_end_text(file, &file->lines, arena_format(file->arena, "lines/%s.h", slug));
    return table;
}

void c_member_text(struct c_file *file, const char *member, const char *text) {
    if (!text) return;
    text_addf(&file->out, "    .%s = ", member);
    c_literal(&file->out, text);
    text_add(&file->out, ",\n");
}

void c_member_array(struct c_file *file, const char *count_member, const char *member, const char *symbol) {
    if (!symbol) return;
    if (count_member) text_addf(&file->out, "    .%s = ASSAY_COUNT(%s),\n", count_member, symbol);
    if (member) text_addf(&file->out, "    .%s = %s,\n", member, symbol);
}

const char *c_texts(struct c_file *file, const char *kind, const char *words, const char *const *texts, size_t count) {
    if (count == 0) return NULL;
    const char *symbol = c_symbol(file, kind, words, NULL);
    text_add(&file->out, "\n");
    c_texts_as(file, symbol, texts, count, false);
    return symbol;
}

void c_texts_as(struct c_file *file, const char *symbol, const char *const *texts, size_t count, bool open) {
    text_addf(&file->out, "static const char *const %s[] = {\n", symbol);
    for (size_t i = 0; i < count; i++) {
        text_add(&file->out, "    ");
        c_literal(&file->out, texts[i]);
        text_add(&file->out, ",\n");
    }
    text_add(&file->out, open ? "    NULL,\n};\n" : "};\n");
}

const char *c_field_list(struct c_file *file, const char *symbol, const uint16_t *fields, size_t count) {
    if (count == 0) return NULL;
    text_addf(&file->out, "\nstatic const uint16_t %s[] = {\n", symbol);
    for (size_t i = 0; i < count; i++)
        text_addf(&file->out, "    %s,\n", file->fields[fields[i]]);
    text_add(&file->out, "};\n");
    return symbol;
}

/* ---- Lines ---- */

void c_lines_as(struct c_file *file, const char *symbol, const uint32_t *lines, size_t count) {
    text_addf(&file->lines, "static const uint32_t %s[] = {", symbol);
    for (size_t i = 0; i < count; i++) {
        text_add(&file->lines, i % 16 ? " " : count > 16 ? "\n    " : "");
        text_add_uint(&file->lines, lines[i]);
        if (i + 1 < count) text_add(&file->lines, ",");
    }
    text_add(&file->lines, count > 16 ? "\n};\n" : "};\n");
}

const char *c_lines(struct c_file *file, const char *kind, const char *words, const uint32_t *lines, size_t count) {
    const char *symbol = c_symbol(file, kind, words, NULL);
    c_lines_as(file, symbol, lines, count);
    return symbol;
}

/* ---- Citations ---- */

void c_cites_value(struct c_file *file, const struct assay_citation *cites) {
    text_add(&file->out, "{.title = ");
    c_literal(&file->out, cites->title);
    if (cites->date) text_addf(&file->out, ", .date = %u", cites->date);
    if (cites->secondary) text_add(&file->out, ", .secondary = 1");
    if (cites->address) text_add(&file->out, ", .address = "), c_literal(&file->out, cites->address);
    text_add_char(&file->out, '}');
}

void c_member_cites(struct c_file *file, const struct assay_citation *cites) {
    if (!cites->title) return;
    text_add(&file->out, "    .cites = ");
    c_cites_value(file, cites);
    text_add(&file->out, ",\n");
}
