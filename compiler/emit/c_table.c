#include "compiler/emit/c.h"

#include <stdint.h>
#include <string.h>

struct c_file c_begin(const struct assay_ruleset *rules, const char *rule_file, struct arena *arena) {
    struct c_file file = {.arena = arena, .usage = rules->usage, .rule_file = rule_file};
    file.fields = c_field_symbols(rules->usage, arena);
    c_symbols_begin(&file);
    text_add(&file.out, EMIT_HEADER "\n");
    return file;
}

void c_includes(struct c_file *file) {
    text_addf(&file->out,
              "#include \"assay.h\"\n"
              "#include \"fields.h\"\n\n"
              "#if ASSAY_ABI != %d\n"
              "#error \"these tables were written for ABI %d of assay.h\"\n"
              "#endif\n",
              ASSAY_ABI, ASSAY_ABI);
}

struct emitted *c_end(struct c_file *file, const char *name) {
    struct emitted *emitted = ARENA_NEW(file->arena, struct emitted);
    emitted->name = name;
    emitted->length = file->out.length;
    /* A size that cannot be had ends the program as out of memory does. */
    emitted->bytes = file->out.failed ? arena_alloc(file->arena, SIZE_MAX)
                                      : arena_string(file->arena, file->out.data, file->out.length);
    text_free(&file->out);
    return emitted;
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
    text_addf(&file->out, "\nstatic const char *const %s[] = {\n", symbol);
    for (size_t i = 0; i < count; i++) {
        text_add(&file->out, "    ");
        c_literal(&file->out, texts[i]);
        text_add(&file->out, ",\n");
    }
    text_add(&file->out, "};\n");
    return symbol;
}

void c_member_cites(struct c_file *file, const struct assay_citation *cites) {
    if (!cites->title) return;
    text_add(&file->out, "    .cites = {.title = ");
    c_literal(&file->out, cites->title);
    if (cites->date) text_addf(&file->out, ", .date = %u", cites->date);
    text_add(&file->out, "},\n");
}
