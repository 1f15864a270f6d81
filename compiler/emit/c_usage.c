#include "compiler/emit/c.h"

/* ---- Eligibility ---- */

struct c_eligibility_parts {
    const char *clauses, *lines;
    struct c_arrays known;
};

static struct c_eligibility_parts c_eligibility_parts(struct c_file *file, const struct assay_eligibility *from) {
    struct c_eligibility_parts parts = {0};
    text_add(&file->out, "\n/* ---- Counts only where: ");
    c_comment(&file->out, from->reason);
    text_add(&file->out, " ---- */\n");
    parts.clauses = c_clauses(file, from->reason, from->clauses, from->clause_count);
    if (assay_value_count(&from->known)) text_add(&file->out, "\n/* Known not to count. */\n");
    parts.known = c_values(file, "known", from->reason, &from->known);
    parts.lines = c_lines(file, "lines", from->reason, from->lines, 1u + from->clause_count + from->known.text_count);
    return parts;
}

static void c_eligibility(struct c_file *file, const struct assay_eligibility *from,
                          const struct c_eligibility_parts *parts) {
    struct text *out = &file->out;
    text_add(out, "    {.reason = ");
    c_literal(out, from->reason);
    if (parts->clauses) text_addf(out, ",\n     .clause_count = ASSAY_COUNT(%s)", parts->clauses);
    if (from->known_blank) text_add(out, ", .known_blank = 1");
    if (parts->clauses) text_addf(out, ",\n     .clauses = %s", parts->clauses);
    text_add(out, ",");
    c_member_values(file, "known", &from->known, &parts->known);
    text_addf(out, "\n     .lines = %s},\n", parts->lines);
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
    for (size_t i = 0; i < count; i++)
        c_eligibility(file, &usage->eligibilities[i], &parts[i]);
    text_add(&file->out, "};\n");
    return "eligibilities";
}

/* ---- Counting once ---- */

static bool c_once(struct c_file *file) {
    const struct assay_once *once = file->usage->once;
    if (!once) return false;
    text_add(&file->out, "\n/* ---- Counts once ----\n * Alike in all fields of the key. The claim is the preferred "
                         "value, best first, then the least texts. */\n");
    const char *key = c_field_list(file, "once_key", once->key, once->key_count);
    const char *preferred = c_texts(file, "once_preferred", NULL, once->preferred, once->preferred_count);
    const char *least = c_field_list(file, "once_least", once->least, once->least_count);
    text_add(&file->out, "\nstatic const struct assay_once once = {\n");
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
    text_add(&file->out, "\n/* ---- A published flag to compare with: never trusted ---- */\n");
    const char *dropped = c_texts(file, "dropped", NULL, check->dropped, check->dropped_count);
    const char *kept = c_texts(file, "kept", NULL, check->kept, check->kept_count);
    text_addf(&file->out, "\nstatic const struct assay_cross_check cross_check = {\n    .field = %s,\n",
              file->fields[check->field]);
    c_member_array(file, "dropped_count", NULL, dropped);
    c_member_array(file, "kept_count", NULL, kept);
    c_member_array(file, NULL, "dropped", dropped);
    c_member_array(file, NULL, "kept", kept);
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
    c_comment(&file->out, usage->file);
    text_add(&file->out, "\n *   cites    ");
    c_cites(file, &usage->cites);
    text_add(&file->out, "\n */\n");
}

struct emitted *c_usage_file(const struct c_names *names, struct arena *arena) {
    const struct assay_usage *usage = names->rules->usage;
    struct c_file file = c_begin(names, arena);
    c_usage_head(&file);
    c_includes(&file, "usage", usage->file);
    const char *field_lines = c_fields(&file);
    const char *lines = c_lines(&file, "lines", NULL, usage->lines, 4);
    const char *aliases = c_aliases(&file), *eligibilities = c_eligibilities(&file);
    const char *certifications = c_certifications(&file);
    bool once = c_once(&file), cross_check = c_cross_check(&file), renewal = c_renewal(&file);
    bool performance = c_refresh(&file, "performance", usage->performance);
    bool knowledge = c_refresh(&file, "knowledge", usage->knowledge);
    const char *steps = c_steps(&file);
    bool active = c_active(&file);
    const char *notes = c_texts(&file, "notes", NULL, usage->notes, usage->note_count);
    text_add(&file.out, "\nextern const struct assay_usage assay_table_usage;\n"
                        "const struct assay_usage assay_table_usage = {\n");
    c_member_text(&file, "name", usage->name);
    c_member_text(&file, "edition", usage->edition);
    c_member_text(&file, "file", usage->file);
    c_member_text(&file, "currency", usage->currency);
    c_member_array(&file, "field_count", NULL, "fields");
    c_member_array(&file, "alias_count", NULL, aliases);
    c_member_array(&file, "eligibility_count", NULL, eligibilities);
    c_member_array(&file, "note_count", NULL, notes);
    c_member_array(&file, NULL, "fields", "fields");
    c_member_array(&file, NULL, "aliases", aliases);
    c_member_array(&file, NULL, "eligibilities", eligibilities);
    if (once) text_add(&file.out, "    .once = &once,\n");
    if (usage->no_repeats) text_add(&file.out, "    .no_repeats = 1, /* an export holds no record twice */\n");
    if (cross_check) text_add(&file.out, "    .cross_check = &cross_check,\n");
    c_member_array(&file, NULL, "notes", notes);
    c_member_cites(&file, &usage->cites);
    c_member_array(&file, NULL, "lines", lines);
    c_member_array(&file, NULL, "field_lines", field_lines);
    c_member_array(&file, "certification_count", "certifications", certifications);
    if (renewal) text_add(&file.out, "    .renewal = &renewal,\n");
    if (performance) text_add(&file.out, "    .performance = &performance,\n");
    if (knowledge) text_add(&file.out, "    .knowledge = &knowledge,\n");
    c_member_array(&file, "step_count", "steps", steps);
    if (active) text_add(&file.out, "    .active = &active,\n");
    text_add(&file.out, "};\n");
    return c_end_table(&file, "usage");
}
