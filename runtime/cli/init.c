/* init.c - `assay init`: a template of the partner file. */
#include "runtime/cli/init.h"

#include "runtime/cli/command.h"
#include "runtime/usage/names.h"

#include <string.h>

/* ---- Names out of the rules ---- */

/* As a YAML text in quotes. */
static void init_quote(struct text *out, const char *name) {
    text_add_char(out, '"');
    for (; *name; name++) {
        if (*name == '"' || *name == '\\') text_add_char(out, '\\');
        text_add_char(out, *name);
    }
    text_add_char(out, '"');
}

/* `#  - KEY: "NAME"` */
static void init_entry(struct text *out, const char *key, const char *name) {
    text_addf(out, "#  - %s: ", key);
    init_quote(out, name);
    text_add_char(out, '\n');
}

/* The first line of a kind that a specialization has; NULL: none. */
static const struct assay_requirement *init_line(const struct assay_specialization *specialization,
                                                 enum assay_requirement_kind kind) {
    for (uint16_t i = 0; i < specialization->requirement_count; i++)
        if (specialization->requirements[i].kind == kind) return &specialization->requirements[i];
    return NULL;
}

/* The first specialization that requires such a thing. */
static const char *init_specialization(const struct assay_ruleset *rules, enum assay_requirement_kind kind) {
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        if (init_line(rules->specializations[s], kind)) return rules->specializations[s]->name;
    return rules->specialization_count ? rules->specializations[0]->name : "Name of the specialization";
}

/* Designation number `number` of all that the rules name, each once and in their order; NULL: there are fewer. */
static const char *init_designation(const struct assay_ruleset *rules, size_t number) {
    const char *found[64];
    size_t count = 0;
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_requirement *line = init_line(rules->specializations[s], ASSAY_REQUIRES_DESIGNATION);
        for (uint16_t d = 0; line && d < line->name_count && count < 64; d++) {
            if (names_listed(found, count, line->names[d])) continue;
            if (count == number) return line->names[d];
            found[count++] = line->names[d];
        }
    }
    return NULL;
}

/* ---- The template ---- */

static void init_head(struct text *out) {
    text_add(out, "# What the partner states about itself.\n"
                  "#\n"
                  "# Take away the '#' of an example, keep the blanks behind it, and write your own.\n"
                  "# Each section may be left out: then nothing is known of it, and the answer is\n"
                  "# \"cannot tell\". A section that is there is complete: what it does not list is\n"
                  "# not so. An empty list says that there is none:   audits: []\n"
                  "#\n"
                  "# Days are YYYY-MM-DD. 'until' is the last valid day; leave it out where nothing\n"
                  "# ends. Put a text that holds ': ' or ' #' in quotes. Names may be written in any\n"
                  "# case; a wrong one is reported, with the one that was meant.\n\n"
                  "# The name that reports show.\n"
                  "#partner: Contoso Services\n\n");
}

static void init_designations(const struct assay_ruleset *rules, struct text *out) {
    const char *name = init_designation(rules, 0);
    text_add(out, "# Solutions Partner designations that are or were active. The rules know:\n");
    for (size_t i = 0; init_designation(rules, i); i++)
        text_addf(out, "# - %s\n", init_designation(rules, i));
    text_add(out, "#designations:\n");
    init_entry(out, "name", name ? name : "Name of the designation");
    text_add(out, "#    since: 2024-02-01\n"
                  "#    until: 2025-02-01\n\n");
}

static void init_people(struct text *out) {
    text_add(out, "# Certifications that people hold, one entry for each person and certification.\n"
                  "# person: the MCP id, or any name that stays the same. Where the TrainingCompletions\n"
                  "# export is read as well, write the MCP id, or the two count as perhaps one person.\n"
                  "#certifications:\n"
                  "#  - person: A. Example\n"
                  "#    certification: SC-200\n"
                  "#    since: 2024-01-15\n"
                  "#    until: 2025-01-15\n\n");
}

static void init_validation(const struct assay_ruleset *rules, struct text *out) {
    text_add(out, "# Audits by a third party that were passed.\n"
                  "#audits:\n");
    init_entry(out, "specialization", init_specialization(rules, ASSAY_REQUIRES_AUDIT));
    text_add(out, "#    passed: 2024-03-01\n\n"
                  "# Customer references that were accepted.\n"
                  "#references:\n");
    init_entry(out, "specialization", init_specialization(rules, ASSAY_REQUIRES_REFERENCES));
    text_add(out, "#    customer: Fabrikam\n"
                  "#    accepted: 2024-03-01\n\n"
                  "# Specializations that the partner has, for their renewal dates.\n"
                  "#specializations:\n");
    init_entry(out, "name", init_specialization(rules, ASSAY_REQUIRES_AUDIT));
    text_add(out, "#    active since: 2024-03-15\n\n");
}

void init_template(const struct assay_ruleset *rules, struct text *out) {
    init_head(out);
    init_designations(rules, out);
    init_people(out);
    init_validation(rules, out);
    text_add(out, "# Metrics that the usage export does not carry, by month. Months that are not listed\n"
                  "# are not known, not zero.\n"
                  "#metrics:\n"
                  "#  - name: Monthly active users of Microsoft Defender for Identity\n"
                  "#    months:\n"
                  "#      2024-01: 1200\n"
                  "#      2024-02: 1300\n");
}

int init_run(const struct assay_ruleset *rules, const struct command_options *options) {
    struct text out = {0};
    (void)options;
    init_template(rules, &out);
    int status = command_print(&out, COMMAND_DONE);
    text_free(&out);
    return status;
}
