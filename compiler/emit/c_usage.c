#include "compiler/emit/c.h"

/* ---- Fields ---- */

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

struct emitted *c_fields_file(const struct assay_ruleset *rules, struct arena *arena) {
    struct c_file file = c_begin(rules, rules->usage->file, arena);
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
    text_addf(out, ", .line = %u", field->line);
    if (field->role != ASSAY_TEXT) text_addf(out, ", .role = %s", c_role(field->role));
    if (field->assume != ASSAY_ASSUME_UNSAID) text_addf(out, ",\n     .assume = %s", c_assume(field->assume));
    if (field->assumed) text_add(out, ", .assumed = "), c_literal(out, field->assumed);
    if (columns) text_addf(out, ",\n     .column_count = ASSAY_COUNT(%s)", columns);
    if (except) text_addf(out, ", .except_count = ASSAY_COUNT(%s)", except);
    if (columns) text_addf(out, ", .columns = %s", columns);
    if (except) text_addf(out, ", .except = %s", except);
    text_add(out, "}, /* ");
    c_place(file, NULL, field->line);
    text_add(out, " */\n");
}

static void c_fields(struct c_file *file) {
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
}

/* ---- Aliases ---- */

static const char *c_aliases(struct c_file *file) {
    const struct assay_usage *usage = file->usage;
    if (usage->alias_count == 0) return NULL;
    text_add(&file->out, "\n/* ---- Aliases, and spellings that are nothing to report ---- */\n\n"
                         "static const struct assay_alias aliases[] = {\n");
    for (size_t i = 0; i < usage->alias_count; i++) {
        const struct assay_alias *alias = &usage->aliases[i];
        text_add(&file->out, "    {.text = ");
        c_literal(&file->out, alias->text);
        text_add(&file->out, ", .means = ");
        c_literal(&file->out, alias->means);
        text_addf(&file->out, ", .line = %u, .field = %s%s}, /* ", alias->line, file->fields[alias->field],
                  alias->spelling ? ", .spelling = 1" : "");
        c_place(file, NULL, alias->line);
        text_add(&file->out, " */\n");
    }
    text_add(&file->out, "};\n");
    return "aliases";
}

/* ---- Eligibility ---- */

struct c_eligibility_parts {
    const char *clauses, *known;
};

static struct c_eligibility_parts c_eligibility_parts(struct c_file *file, const struct assay_eligibility *from) {
    struct c_eligibility_parts parts = {NULL, NULL};
    text_add(&file->out, "\n/* ---- Counts only where: ");
    c_comment(&file->out, from->reason);
    text_add(&file->out, " ----\n * Rule ");
    c_place(file, NULL, from->line);
    text_add(&file->out, ". */\n");
    parts.clauses = c_clauses(file, from->reason, from->clauses, from->clause_count);
    if (from->known_count == 0) return parts;
    text_add(&file->out, "\n/* Known not to count. */\n");
    parts.known = c_values(file, "known", from->reason, from->known, from->known_count);
    return parts;
}

static const char *c_eligibilities(struct c_file *file) {
    const struct assay_usage *usage = file->usage;
    size_t count = usage->eligibility_count;
    if (count == 0) return NULL;
    struct c_eligibility_parts *parts = ARENA_ARRAY(file->arena, count, struct c_eligibility_parts);
    for (size_t i = 0; i < count; i++)
        parts[i] = c_eligibility_parts(file, &usage->eligibilities[i]);
    text_add(&file->out,
             "\n/* All of these must hold. */\nstatic const struct assay_eligibility eligibilities[] = {\n");
    for (size_t i = 0; i < count; i++) {
        const struct assay_eligibility *from = &usage->eligibilities[i];
        text_add(&file->out, "    {.reason = ");
        c_literal(&file->out, from->reason);
        text_addf(&file->out, ", .line = %u", from->line);
        if (parts[i].clauses) text_addf(&file->out, ",\n     .clause_count = ASSAY_COUNT(%s)", parts[i].clauses);
        if (parts[i].known) text_addf(&file->out, ", .known_count = ASSAY_COUNT(%s)", parts[i].known);
        if (from->known_blank) text_add(&file->out, ", .known_blank = 1");
        if (parts[i].clauses) text_addf(&file->out, ",\n     .clauses = %s", parts[i].clauses);
        if (parts[i].known) text_addf(&file->out, ", .known = %s", parts[i].known);
        text_add(&file->out, "},\n");
    }
    text_add(&file->out, "};\n");
    return "eligibilities";
}

/* ---- Counting once ---- */

static const char *c_field_list(struct c_file *file, const char *symbol, const uint16_t *fields, size_t count) {
    if (count == 0) return NULL;
    text_addf(&file->out, "\nstatic const uint16_t %s[] = {\n", symbol);
    for (size_t i = 0; i < count; i++)
        text_addf(&file->out, "    %s,\n", file->fields[fields[i]]);
    text_add(&file->out, "};\n");
    return symbol;
}

static bool c_once(struct c_file *file) {
    const struct assay_once *once = file->usage->once;
    if (!once) return false;
    text_add(&file->out, "\n/* ---- Counts once ----\n * Rule ");
    c_place(file, NULL, once->line);
    text_add(&file->out, ".\n * Alike in all fields of the key. The claim is the preferred value, best first, then the "
                         "least texts. */\n");
    const char *key = c_field_list(file, "once_key", once->key, once->key_count);
    const char *preferred = c_texts(file, "once_preferred", NULL, once->preferred, once->preferred_count);
    const char *least = c_field_list(file, "once_least", once->least, once->least_count);
    text_addf(&file->out, "\nstatic const struct assay_once once = {\n    .line = %u,\n", once->line);
    c_member_array(file, "key_count", NULL, key);
    c_member_array(file, "preferred_count", NULL, preferred);
    c_member_array(file, "least_count", NULL, least);
    text_addf(&file->out, "    .preferred_field = %s,\n", file->fields[once->preferred_field]);
    c_member_array(file, NULL, "key", key);
    c_member_array(file, NULL, "preferred", preferred);
    c_member_array(file, NULL, "least", least);
    text_add(&file->out, "};\n");
    return true;
}

static bool c_cross_check(struct c_file *file) {
    const struct assay_cross_check *check = file->usage->cross_check;
    if (!check) return false;
    text_add(&file->out, "\n/* A published flag to compare with: never trusted. Rule ");
    c_place(file, NULL, check->line);
    text_addf(&file->out,
              ". */\nstatic const struct assay_cross_check cross_check = {\n    .field = %s,\n    .line = %u,\n",
              file->fields[check->field], check->line);
    c_member_text(file, "dropped", check->dropped);
    c_member_text(file, "kept", check->kept);
    text_add(&file->out, "};\n");
    return true;
}

/* ---- The declaration ---- */

static void c_usage_head(struct c_file *file) {
    const struct assay_usage *usage = file->usage;
    text_add(&file->out, "/*\n * ");
    c_comment(&file->out, usage->name);
    text_add(&file->out, "\n *\n *   edition  ");
    c_comment(&file->out, usage->edition);
    text_add(&file->out, "\n *   rule     ");
    c_place(file, NULL, usage->line);
    text_add(&file->out, "\n *   cites    ");
    c_cites(file, &usage->cites);
    text_add(&file->out, "\n */\n");
}

struct emitted *c_usage_file(const struct assay_ruleset *rules, struct arena *arena) {
    const struct assay_usage *usage = rules->usage;
    struct c_file file = c_begin(rules, usage->file, arena);
    c_usage_head(&file);
    c_includes(&file);
    c_fields(&file);
    const char *aliases = c_aliases(&file), *eligibilities = c_eligibilities(&file);
    bool once = c_once(&file), cross_check = c_cross_check(&file);
    const char *notes = c_texts(&file, "notes", NULL, usage->notes, usage->note_count);
    text_add(&file.out, "\nextern const struct assay_usage assay_table_usage;\n"
                        "const struct assay_usage assay_table_usage = {\n");
    c_member_text(&file, "name", usage->name);
    c_member_text(&file, "edition", usage->edition);
    c_member_text(&file, "file", usage->file);
    c_member_text(&file, "currency", usage->currency);
    text_addf(&file.out, "    .line = %u,\n", usage->line);
    c_member_array(&file, "field_count", NULL, "fields");
    c_member_array(&file, "alias_count", NULL, aliases);
    c_member_array(&file, "eligibility_count", NULL, eligibilities);
    c_member_array(&file, "note_count", NULL, notes);
    c_member_array(&file, NULL, "fields", "fields");
    c_member_array(&file, NULL, "aliases", aliases);
    c_member_array(&file, NULL, "eligibilities", eligibilities);
    if (once) text_add(&file.out, "    .once = &once,\n");
    if (cross_check) text_add(&file.out, "    .cross_check = &cross_check,\n");
    c_member_array(&file, NULL, "notes", notes);
    c_member_cites(&file, &usage->cites);
    text_add(&file.out, "};\n");
    return c_end(&file, "decisions/usage.c");
}
