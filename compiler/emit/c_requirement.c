#include "compiler/emit/c.h"

/* What the rows of a requirement name. NULL: there is none. */
struct c_requirement_parts {
    const char *names, *parts, *notes, *text, *lines;
};

static const char *c_requirement_kind(uint8_t kind) {
    static const char *const names[] = {
        [ASSAY_REQUIRES_AMOUNT] = "AMOUNT",           [ASSAY_REQUIRES_GROWTH] = "GROWTH",
        [ASSAY_REQUIRES_METRIC] = "METRIC",           [ASSAY_REQUIRES_PEOPLE] = "PEOPLE",
        [ASSAY_REQUIRES_DESIGNATION] = "DESIGNATION", [ASSAY_REQUIRES_AUDIT] = "AUDIT",
        [ASSAY_REQUIRES_REFERENCES] = "REFERENCES",   [ASSAY_REQUIRES_ANY_OF] = "ANY_OF",
        [ASSAY_REQUIRES_ALL_OF] = "ALL_OF",           [ASSAY_REQUIRES_UNPUBLISHED] = "UNPUBLISHED",
    };
    return names[kind];
}

/* Symbols are made of what a line is about, never of its numbers: a number that changes renames nothing. */
static const char *c_requirement_words(const struct assay_requirement *from, struct arena *arena) {
    const char *name = from->name_count ? from->names[0] : "";
    switch ((enum assay_requirement_kind)from->kind) {
    case ASSAY_REQUIRES_AMOUNT:
        return arena_format(arena, "amount %s", name);
    case ASSAY_REQUIRES_GROWTH:
        return arena_format(arena, "growth %s", name);
    case ASSAY_REQUIRES_METRIC:
        return arena_format(arena, "metric %s", name);
    case ASSAY_REQUIRES_PEOPLE:
        return "people";
    case ASSAY_REQUIRES_DESIGNATION:
        return "designation";
    case ASSAY_REQUIRES_AUDIT:
        return "audit";
    case ASSAY_REQUIRES_REFERENCES:
        return "references";
    case ASSAY_REQUIRES_ANY_OF:
        return "either";
    case ASSAY_REQUIRES_ALL_OF:
        return "all";
    case ASSAY_REQUIRES_UNPUBLISHED:
        break;
    }
    return from->subject;
}

/* The words stand beside the lines: they say in another way what the row says. */
static const char *c_requirement_text(struct c_file *file, const char *words, const char *text) {
    const char *symbol = c_symbol(file, "text", words, NULL);
    text_addf(&file->lines, "static const char %s[] = ", symbol);
    c_literal(&file->lines, text);
    text_add(&file->lines, ";\n");
    return symbol;
}

static const char *c_requirement_rows(struct c_file *file, const char *symbol, const struct assay_requirement *from,
                                      size_t count);

static struct c_requirement_parts c_requirement_parts(struct c_file *file, const struct assay_requirement *from) {
    const char *words = c_requirement_words(from, file->arena);
    struct c_requirement_parts parts = {0};
    parts.names = c_texts(file, "names", words, from->names, from->name_count);
    parts.notes = c_texts(file, "notes", words, from->notes, from->note_count);
    parts.text = c_requirement_text(file, words, from->text);
    parts.lines = c_lines(file, "lines", words, from->lines, 1);
    if (from->part_count)
        parts.parts = c_requirement_rows(file, c_symbol(file, "parts", words, NULL), from->parts, from->part_count);
    return parts;
}

/* What the line asks for, on one line. */
static void c_requirement_asks(struct c_file *file, const struct assay_requirement *from) {
    struct text *out = &file->out;
    const struct {
        const char *member;
        unsigned value;
    } numbers[] = {
        {"months", from->months},         {"customers", from->customers},       {"people", from->people},
        {"references", from->references}, {"valid_months", from->valid_months}, {"from", from->from},
        {"until", from->until},
    };
    text_addf(out, "    {.kind = ASSAY_REQUIRES_%s,", c_requirement_kind(from->kind));
    if (from->average) text_add(out, " .average = 1,");
    if (from->percent) text_add(out, " .percent = 1,");
    if (from->subject) text_add(out, " .subject = "), c_literal(out, from->subject), text_add_char(out, ',');
    if (from->amount) text_add(out, " .amount = "), c_literal(out, from->amount), text_add_char(out, ',');
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (numbers[i].value) text_addf(out, " .%s = %u,", numbers[i].member, numbers[i].value);
    }
    if (from->option) text_add(out, "\n     .option = "), c_literal(out, from->option), text_add_char(out, ',');
}

/* Counts, then arrays: in the order of the members, as C++ wants it. */
static void c_requirement_arrays(struct text *out, const char *const (*arrays)[2], size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (arrays[i][1]) text_addf(out, "\n     .%s_count = ASSAY_COUNT(%s),", arrays[i][0], arrays[i][1]);
    }
    for (size_t i = 0; i < count; i++) {
        if (arrays[i][1]) text_addf(out, "\n     .%ss = %s,", arrays[i][0], arrays[i][1]);
    }
}

static void c_requirement_row(struct c_file *file, const struct assay_requirement *from,
                              const struct c_requirement_parts *parts) {
    struct text *out = &file->out;
    const char *const arrays[][2] = {{"name", parts->names}, {"part", parts->parts}, {"note", parts->notes}};
    c_requirement_asks(file, from);
    c_requirement_arrays(out, arrays, 3);
    if (from->cites.title)
        text_add(out, "\n     .cites = "), c_cites_value(file, &from->cites), text_add_char(out, ',');
    text_addf(out, "\n     .text = %s, .lines = %s},\n", parts->text, parts->lines);
}

static const char *c_requirement_rows(struct c_file *file, const char *symbol, const struct assay_requirement *from,
                                      size_t count) {
    struct c_requirement_parts *parts = ARENA_ARRAY(file->arena, count, struct c_requirement_parts);
    for (size_t i = 0; i < count; i++)
        parts[i] = c_requirement_parts(file, &from[i]);
    text_addf(&file->out, "\nstatic const struct assay_requirement %s[] = {\n", symbol);
    for (size_t i = 0; i < count; i++)
        c_requirement_row(file, &from[i], &parts[i]);
    text_add(&file->out, "};\n");
    return symbol;
}

const char *c_requirements(struct c_file *file, const struct assay_specialization *table) {
    if (table->requirement_count == 0) return NULL;
    text_add(&file->out, "\n/* ---- What is required: all of the requirements that are in force ---- */\n");
    return c_requirement_rows(file, "requirements", table->requirements, table->requirement_count);
}

/* ---- Metrics ---- */

const char *c_metrics(struct c_file *file, const struct assay_specialization *table) {
    size_t count = table->metric_count;
    if (count == 0) return NULL;
    struct c_requirement_parts *parts = ARENA_ARRAY(file->arena, count, struct c_requirement_parts);
    for (size_t i = 0; i < count; i++) {
        const struct assay_metric *metric = &table->metrics[i];
        parts[i].names = c_texts(file, "workloads", metric->name, metric->workloads, metric->workload_count);
        parts[i].notes = c_texts(file, "notes_metric", metric->name, metric->notes, metric->note_count);
        parts[i].lines = c_lines(file, "lines_metric", metric->name, metric->lines, 1);
    }
    text_add(&file->out, "\nstatic const struct assay_metric metrics[] = {\n");
    for (size_t i = 0; i < count; i++) {
        const char *const arrays[][2] = {{"workload", parts[i].names}, {"note", parts[i].notes}};
        text_add(&file->out, "    {.name = ");
        c_literal(&file->out, table->metrics[i].name);
        text_add_char(&file->out, ',');
        c_requirement_arrays(&file->out, arrays, 2);
        text_add(&file->out, "\n     .cites = ");
        c_cites_value(file, &table->metrics[i].cites);
        text_addf(&file->out, ",\n     .lines = %s},\n", parts[i].lines);
    }
    text_add(&file->out, "};\n");
    return "metrics";
}

/* ---- Of the usage declaration ---- */

const char *c_certifications(struct c_file *file) {
    const struct assay_usage *usage = file->usage;
    size_t count = usage->certification_count;
    if (count == 0) return NULL;
    struct c_requirement_parts *parts = ARENA_ARRAY(file->arena, count, struct c_requirement_parts);
    text_add(&file->out, "\n/* ---- Certifications that requirements name, and the titles of exports ---- */\n");
    for (size_t i = 0; i < count; i++) {
        const struct assay_certification *from = &usage->certifications[i];
        parts[i].names = c_texts(file, "titles", from->code, from->titles, from->title_count);
        parts[i].lines = c_lines(file, "lines_certification", from->code, from->lines, 1);
    }
    text_add(&file->out, "\nstatic const struct assay_certification certifications[] = {\n");
    for (size_t i = 0; i < count; i++) {
        text_add(&file->out, "    {.code = ");
        c_literal(&file->out, usage->certifications[i].code);
        if (parts[i].names)
            text_addf(&file->out, ", .title_count = ASSAY_COUNT(%s), .titles = %s", parts[i].names, parts[i].names);
        text_addf(&file->out, ",\n     .lines = %s},\n", parts[i].lines);
    }
    text_add(&file->out, "};\n");
    return "certifications";
}

bool c_renewal(struct c_file *file) {
    const struct assay_renewal *renewal = file->usage->renewal;
    if (!renewal) return false;
    const char *lines = c_lines(file, "lines", "renewal", renewal->lines, 1);
    text_addf(&file->out,
              "\n/* ---- Requalification ---- */\n\nstatic const struct assay_renewal renewal = {\n"
              "    .months = %u, .opens_days = %u, .grace_days = %u,\n",
              renewal->months, renewal->opens_days, renewal->grace_days);
    c_member_cites(file, &renewal->cites);
    text_addf(&file->out, "    .lines = %s,\n};\n", lines);
    return true;
}
