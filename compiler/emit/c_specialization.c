#include "compiler/emit/c.h"

static void c_head(struct c_file *file, const struct assay_specialization *table) {
    struct text *out = &file->out;
    text_add(out, "/*\n * ");
    c_comment(out, table->name);
    text_add(out, "\n *\n *   area      ");
    c_comment(out, table->area);
    text_add(out, "\n *   rule      ");
    c_comment(out, table->file);
    text_add(out, "\n *   cites     ");
    c_cites(file, &table->cites);
    if (table->measure_count == 0) text_add(out, "\n *   measures  not published");
    text_add(out, "\n */\n");
}

/* ---- Measures ---- */

static void c_measure_head(struct c_file *file, const struct assay_measure *measure) {
    struct text *out = &file->out;
    text_add(out, "\n/* ---- ");
    c_comment(out, measure->name);
    text_add(out, " ----\n * Cites ");
    c_cites(file, &measure->cites);
    text_add(out, ".");
    if (measure->from || measure->until) text_add(out, "\n * In force");
    if (measure->from) text_add(out, " from "), c_date(out, measure->from);
    if (measure->until) text_add(out, " until "), c_date(out, measure->until);
    text_add(out, measure->from || measure->until ? ". */\n" : " */\n");
}

struct c_measure_parts {
    const char *clauses, *former, *notes, *lines;
};

static struct c_measure_parts c_measure_parts(struct c_file *file, const struct assay_measure *measure) {
    struct c_measure_parts parts;
    c_measure_head(file, measure);
    parts.former = c_texts(file, "former_names", measure->name, measure->former_names, measure->former_count);
    parts.notes = c_texts(file, "notes", measure->name, measure->notes, measure->note_count);
    parts.clauses = c_clauses(file, measure->name, measure->clauses, measure->clause_count);
    parts.lines = c_lines(file, "lines", measure->name, measure->lines, 1u + measure->clause_count);
    return parts;
}

static void c_measure(struct c_file *file, const struct assay_measure *measure, const struct c_measure_parts *parts) {
    struct text *out = &file->out;
    text_add(out, "    {\n    ");
    c_member_text(file, "name", measure->name);
    if (measure->from) text_addf(out, "        .from = %u,\n", measure->from);
    if (measure->until) text_addf(out, "        .until = %u,\n", measure->until);
    const char *const counts[][2] = {
        {"clause_count", parts->clauses}, {"former_count", parts->former}, {"note_count", parts->notes}};
    const char *const arrays[][2] = {
        {"clauses", parts->clauses}, {"former_names", parts->former}, {"notes", parts->notes}};
    for (size_t i = 0; i < 3; i++) {
        if (counts[i][1]) text_addf(out, "        .%s = ASSAY_COUNT(%s),\n", counts[i][0], counts[i][1]);
    }
    for (size_t i = 0; i < 3; i++) {
        if (arrays[i][1]) text_addf(out, "        .%s = %s,\n", arrays[i][0], arrays[i][1]);
    }
    if (measure->cites.title) text_add(out, "    ");
    c_member_cites(file, &measure->cites);
    text_addf(out, "        .lines = %s,\n    },\n", parts->lines);
}

static const char *c_measures(struct c_file *file, const struct assay_specialization *table) {
    size_t count = table->measure_count;
    if (count == 0) return NULL;
    struct c_measure_parts *parts = ARENA_ARRAY(file->arena, count, struct c_measure_parts);
    for (size_t i = 0; i < count; i++)
        parts[i] = c_measure_parts(file, &table->measures[i]);
    const char *symbol = "measures";
    text_add(&file->out, "\n/* ---- What counts ---- */\n\nstatic const struct assay_measure measures[] = {\n");
    for (size_t i = 0; i < count; i++)
        c_measure(file, &table->measures[i], &parts[i]);
    text_add(&file->out, "};\n");
    return symbol;
}

struct emitted *c_specialization_file(const struct c_names *names, size_t number, struct arena *arena) {
    const struct assay_specialization *table = names->rules->specializations[number];
    const char *slug = names->slugs[number];
    struct c_file file = c_begin(names, arena);
    const char *symbol = c_table_symbol(slug, arena);
    c_head(&file, table);
    c_includes(&file, slug, table->file);
    const char *measures = c_measures(&file, table);
    const char *former = c_texts(&file, "former_names", NULL, table->former_names, table->former_count);
    const char *requirements = c_requirements(&file, table), *metrics = c_metrics(&file, table);
    const char *lines = c_lines(&file, "lines", NULL, table->lines, 1);
    const char *notes = c_texts(&file, "notes", NULL, table->notes, table->note_count);
    text_addf(&file.out, "\nextern const struct assay_specialization %s;\n", symbol);
    text_addf(&file.out, "const struct assay_specialization %s = {\n", symbol);
    c_member_text(&file, "name", table->name);
    c_member_text(&file, "area", table->area);
    c_member_text(&file, "file", table->file);
    c_member_array(&file, "former_count", NULL, former);
    c_member_array(&file, "note_count", NULL, notes);
    c_member_array(&file, "measure_count", NULL, measures);
    c_member_array(&file, "requirement_count", NULL, requirements);
    c_member_array(&file, "metric_count", NULL, metrics);
    c_member_array(&file, NULL, "former_names", former);
    c_member_array(&file, NULL, "notes", notes);
    c_member_array(&file, NULL, "measures", measures);
    c_member_array(&file, NULL, "requirements", requirements);
    c_member_array(&file, NULL, "metrics", metrics);
    c_member_cites(&file, &table->cites);
    c_member_array(&file, NULL, "lines", lines);
    text_add(&file.out, "};\n");
    return c_end_table(&file, slug);
}
