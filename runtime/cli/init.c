/* init.c - `assay init`: a template of the partner file. */
#include "runtime/cli/init.h"

#include "runtime/cli/command.h"
#include "runtime/usage/partner_rules.h"

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

/* The first specialization with a line of such a kind. */
static const char *init_specialization(const struct assay_ruleset *rules, enum assay_requirement_kind kind) {
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        for (uint16_t i = 0; i < rules->specializations[s]->requirement_count; i++)
            if (rules->specializations[s]->requirements[i].kind == kind) return rules->specializations[s]->name;
    return rules->specialization_count ? rules->specializations[0]->name : "Name of the specialization";
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

static void init_designations(const struct partner_names *names, struct text *out) {
    text_add(out, "# Solutions Partner designations that are or were active. The rules know:\n");
    for (size_t i = 0; i < names->designation_count; i++)
        text_addf(out, "# - %s\n", names->designations[i]);
    text_add(out, "#designations:\n");
    init_entry(out, "name", names->designation_count ? names->designations[0] : "Name of the designation");
    text_add(out, "#    since: 2024-02-01\n"
                  "#    until: 2025-02-01\n\n");
}

static void init_people(const struct partner_names *names, struct text *out) {
    text_add(out, "# Certifications that people hold, one entry for each person and certification.\n"
                  "# person: the MCP id, or any name that stays the same. Where the TrainingCompletions\n"
                  "# export is read as well, write the MCP id, or the two count as perhaps one person.\n"
                  "#certifications:\n"
                  "#  - person: A. Example\n"
                  "#    certification: ");
    init_quote(out, names->certification_count ? names->certifications[0] : "SC-200");
    text_add(out, "\n"
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

static void init_metrics(const struct partner_names *names, struct text *out) {
    text_add(out, "# Metrics that the usage export does not carry, by month. Months that are not listed\n"
                  "# are not known, not zero.\n"
                  "#metrics:\n");
    init_entry(out, "name",
               names->metric_count ? names->metrics[0] : "Monthly active users of Microsoft Defender for Identity");
    text_add(out, "#    months:\n"
                  "#      2024-01: 1200\n"
                  "#      2024-02: 1300\n");
}

void init_template(const struct assay_ruleset *rules, struct text *out) {
    struct partner_rules known;
    init_head(out);
    if (!partner_rules_make(&known, rules)) out->failed = true;
    init_designations(&known.names, out);
    init_people(&known.names, out);
    init_validation(rules, out);
    init_metrics(&known.names, out);
    partner_rules_free(&known);
}

int init_run(const struct assay_ruleset *rules, const struct command_options *options) {
    struct text out = {0};
    (void)options;
    init_template(rules, &out);
    int status = command_print(&out, COMMAND_DONE);
    text_free(&out);
    return status;
}
