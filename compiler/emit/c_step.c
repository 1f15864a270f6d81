/* c_step.c - how fresh figures are, where steps are taken, what being Active brings. */
#include "compiler/emit/c.h"

bool c_refresh(struct c_file *file, const char *symbol, const struct assay_refresh *refresh) {
    if (!refresh) return false;
    const char *lines = c_lines(file, "lines_refresh", symbol, refresh->lines, 1);
    text_addf(&file->out, "\n/* How fresh figures are. */\nstatic const struct assay_refresh %s = {\n", symbol);
    if (refresh->day) text_addf(&file->out, "    .day = %u,\n", refresh->day);
    if (refresh->days) text_addf(&file->out, "    .days = %u,\n", refresh->days);
    c_member_cites(file, &refresh->cites);
    text_addf(&file->out, "    .lines = %s,\n};\n", lines);
    return true;
}

/* ---- Where steps are taken ---- */

static const char *c_step_kind(uint8_t kind) {
    static const char *const names[] = {
        [ASSAY_STEP_AUDIT] = "AUDIT", [ASSAY_STEP_REFERENCES] = "REFERENCES", [ASSAY_STEP_NEITHER] = "NEITHER"};
    return names[kind];
}

struct c_step_parts {
    const char *roles, *places, *lines;
};

static const char *c_places(struct c_file *file, const struct assay_step *step) {
    if (step->place_count == 0) return NULL;
    const char *symbol = c_symbol(file, "places", c_step_kind(step->kind), NULL);
    text_addf(&file->out, "\nstatic const struct assay_place %s[] = {\n", symbol);
    for (size_t i = 0; i < step->place_count; i++) {
        const struct assay_place *place = &step->places[i];
        if (place->kind == ASSAY_PLACE_TEXT)
            text_add(&file->out, "    {.kind = ASSAY_PLACE_TEXT, .text = "), c_literal(&file->out, place->text);
        else
            text_addf(&file->out, "    {.kind = ASSAY_PLACE_%s", place->kind == ASSAY_PLACE_AREA ? "AREA" : "NAME");
        text_add(&file->out, "},\n");
    }
    text_add(&file->out, "};\n");
    return symbol;
}

static struct c_step_parts c_step_parts(struct c_file *file, const struct assay_step *step) {
    const char *kind = c_step_kind(step->kind);
    struct c_step_parts parts = {0};
    parts.roles = c_texts(file, "roles", kind, step->roles, step->role_count);
    parts.places = c_places(file, step);
    parts.lines = c_lines(file, "lines_step", kind, step->lines, 1);
    return parts;
}

static void c_step(struct c_file *file, const struct assay_step *step, const struct c_step_parts *parts) {
    struct text *out = &file->out;
    text_addf(out, "    {.kind = ASSAY_STEP_%s,%s .action = ", c_step_kind(step->kind),
              step->waits ? " .waits = 1," : "");
    c_literal(out, step->action);
    text_add(out, ",\n     .site = ");
    c_literal(out, step->site);
    if (step->address) text_add(out, ",\n     .address = "), c_literal(out, step->address);
    if (parts->roles) text_addf(out, ",\n     .role_count = ASSAY_COUNT(%s)", parts->roles);
    if (parts->places) text_addf(out, ",\n     .place_count = ASSAY_COUNT(%s)", parts->places);
    if (parts->roles) text_addf(out, ",\n     .roles = %s", parts->roles);
    if (parts->places) text_addf(out, ",\n     .places = %s", parts->places);
    if (step->cites.title) text_add(out, ",\n     .cites = "), c_cites_value(file, &step->cites);
    text_addf(out, ",\n     .lines = %s},\n", parts->lines);
}

const char *c_steps(struct c_file *file) {
    const struct assay_usage *usage = file->usage;
    size_t count = usage->step_count;
    if (count == 0) return NULL;
    struct c_step_parts *parts = ARENA_ARRAY(file->arena, count, struct c_step_parts);
    text_add(&file->out, "\n/* ---- Where the next step is taken, for each kind of validation ---- */\n");
    for (size_t i = 0; i < count; i++)
        parts[i] = c_step_parts(file, &usage->steps[i]);
    text_add(&file->out, "\nstatic const struct assay_step steps[] = {\n");
    for (size_t i = 0; i < count; i++)
        c_step(file, &usage->steps[i], &parts[i]);
    text_add(&file->out, "};\n");
    return "steps";
}

bool c_active(struct c_file *file) {
    const struct assay_active *active = file->usage->active;
    if (!active) return false;
    const char *lines = c_lines(file, "lines", "active", active->lines, 1);
    text_add(&file->out, "\n/* What being Active brings. */\nstatic const struct assay_active active = {\n");
    c_member_text(file, "means", active->means);
    c_member_text(file, "address", active->address);
    c_member_cites(file, &active->cites);
    text_addf(&file->out, "    .lines = %s,\n};\n", lines);
    return true;
}
