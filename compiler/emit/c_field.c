#include "compiler/emit/c.h"

const char *const *c_field_symbols(const struct assay_usage *usage, struct arena *arena) {
    struct c_file names = {.arena = arena};
    c_symbols_begin(&names);
    const char **symbols = ARENA_ARRAY(arena, usage->field_count, const char *);
    for (size_t i = 0; i < usage->field_count; i++) {
        const char *lower = c_symbol(&names, "field", usage->fields[i].name, NULL);
        char *symbol = arena_format(arena, "%s", lower);
        for (char *at = symbol; *at; at++) {
            if (*at >= 'a' && *at <= 'z') *at = (char)(*at - 'a' + 'A');
        }
        symbols[i] = symbol;
    }
    return symbols;
}

struct emitted *c_fields_file(const struct c_names *names, struct arena *arena) {
    const struct assay_ruleset *rules = names->rules;
    struct c_file file = c_begin(names, arena);
    text_add(&file.out, "/*\n * The fields of ");
    c_comment(&file.out, rules->usage->name);
    text_add(&file.out, ", in order of declaration.\n */\n#ifndef ASSAY_FIELDS_H\n#define ASSAY_FIELDS_H\n\nenum {\n");
    for (size_t i = 0; i < rules->usage->field_count; i++) {
        text_addf(&file.out, "    %s, /* ", file.fields[i]);
        c_comment(&file.out, rules->usage->fields[i].name);
        text_add(&file.out, " */\n");
    }
    text_add(
        &file.out,
        "};\n\n/* How many items an array has, so that no table states a number. */\n"
        "#define ASSAY_COUNT(array) (sizeof(array) / sizeof((array)[0]))\n\n"
        "/* The same for texts that end with NULL, so that there may be none. */\n"
        "#define ASSAY_TEXTS(array) (ASSAY_COUNT(array) - 1)\n\n"
        "/* Members that a row does not name are 0, in C and in C++; C++ compilers warn of them. Texts may be longer\n"
        " * than the 4,095 bytes that every compiler must take. */\n"
        "#ifdef __GNUC__\n"
        "#pragma GCC diagnostic ignored \"-Wmissing-field-initializers\"\n"
        "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
        "#endif\n\n#endif\n");
    return c_end(&file, "decisions/fields.h");
}

static const char *c_role(uint8_t role) {
    static const char *const names[] = {"ASSAY_TEXT", "ASSAY_AMOUNT", "ASSAY_CUSTOMER", "ASSAY_MONTH"};
    return names[role];
}

static const char *c_assume(uint8_t assume) {
    static const char *const names[] = {"ASSAY_ASSUME_UNSAID", "ASSAY_ASSUME_NOTHING", "ASSAY_ASSUME_BLANK",
                                        "ASSAY_ASSUME_VALUE"};
    return names[assume];
}

static void c_field(struct c_file *file, const struct assay_field *field, const char *columns, const char *except) {
    struct text *out = &file->out;
    text_add(out, "    {.name = ");
    c_literal(out, field->name);
    if (field->role != ASSAY_TEXT) text_addf(out, ", .role = %s", c_role(field->role));
    if (field->assume != ASSAY_ASSUME_UNSAID) text_addf(out, ",\n     .assume = %s", c_assume(field->assume));
    if (field->assumed) text_add(out, ", .assumed = "), c_literal(out, field->assumed);
    if (field->means) text_add(out, ",\n     .means = "), c_literal(out, field->means);
    if (field->address) text_add(out, ",\n     .address = "), c_literal(out, field->address);
    if (columns) text_addf(out, ",\n     .column_count = ASSAY_COUNT(%s)", columns);
    if (except) text_addf(out, ", .except_count = ASSAY_COUNT(%s)", except);
    if (columns) text_addf(out, ", .columns = %s", columns);
    if (except) text_addf(out, ", .except = %s", except);
    text_add(out, "},\n");
}

const char *c_fields(struct c_file *file) {
    const struct assay_usage *usage = file->usage;
    const char **columns = ARENA_ARRAY(file->arena, usage->field_count, const char *);
    const char **except = ARENA_ARRAY(file->arena, usage->field_count, const char *);
    text_add(&file->out, "\n/* ---- Fields: the header spellings of their columns, the preferred one first ---- */\n");
    for (size_t i = 0; i < usage->field_count; i++) {
        const struct assay_field *field = &usage->fields[i];
        columns[i] = c_texts(file, "columns", field->name, field->columns, field->column_count);
        except[i] = c_texts(file, "except", field->name, field->except, field->except_count);
    }
    text_add(&file->out, "\n/* In the order of fields.h. */\nstatic const struct assay_field fields[] = {\n");
    for (size_t i = 0; i < usage->field_count; i++)
        c_field(file, &usage->fields[i], columns[i], except[i]);
    text_add(&file->out, "};\n");
    return c_lines(file, "lines", "of fields", usage->field_lines, usage->field_count);
}
