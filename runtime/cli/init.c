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

static void init_names(struct text *out, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        text_addf(out, "# - %s\n", names[i]);
}

static bool init_asks(const struct assay_specialization *specialization, enum assay_requirement_kind kind) {
    for (uint16_t i = 0; i < specialization->requirement_count; i++)
        if (specialization->requirements[i].kind == kind) return true;
    return false;
}

/* The specializations with a line of a kind, one line each; the first of them, or of all, is returned. */
static const char *init_specializations(const struct assay_ruleset *rules, enum assay_requirement_kind kind,
                                        struct text *out) {
    const char *first = NULL;
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        if (!init_asks(rules->specializations[s], kind)) continue;
        if (!first) first = rules->specializations[s]->name;
        init_names(out, &rules->specializations[s]->name, 1);
    }
    if (first) return first;
    return rules->specialization_count ? rules->specializations[0]->name : "Name of the specialization";
}

/* ---- The template ---- */

static void init_head(struct text *out) {
    text_add(out, "# What the partner states about itself, for\n"
                  "# assay status USAGE.csv --partner FILE.yaml\n"
                  "#\n"
                  "# How to fill it in. Lines that begin with '# ' explain, the others are examples.\n"
                  "# Take away the '#' of all lines of an example, the first of its section too, and\n"
                  "# nothing else: the blanks behind it matter. Write your own in its place; for one\n"
                  "# more entry copy its lines, from that with '-' on. Indent with blanks, never with\n"
                  "# tabs. `assay status` names all mistakes with their lines.\n"
                  "#\n"
                  "# Left out or none. A section that is left out is not known, and what needs it\n"
                  "# \"cannot be told\". A section that is there is complete: what it does not list is\n"
                  "# not so; an empty list says that there is none: 'audits: []'. So write all that\n"
                  "# there is into a section, or leave it out. Of metrics alone, months that are not\n"
                  "# listed stay unknown.\n"
                  "#\n"
                  "# Days are YYYY-MM-DD, months YYYY-MM, numbers plain: 1200. 'until' is the last\n"
                  "# valid day and may be left out where nothing ends. A text that holds ': ' or ' #'\n"
                  "# stands in \"double quotes\". Upper and lower case do not matter.\n"
                  "#\n"
                  "# Next month: add what is new, and leave the rest. What has ended no longer counts,\n"
                  "# and reports of past days (--as-of) still find it.\n\n"
                  "# The name that reports show.\n"
                  "#partner: Contoso Services\n\n");
}

static void init_designations(const struct partner_names *names, struct text *out) {
    text_add(out, "# Solutions Partner designations, also those that have ended.\n"
                  "# Found in Partner Center, Membership. 'since': the day on which it became active;\n"
                  "# 'until': its last valid day; a renewal is a later 'until', or one more entry.\n"
                  "# 'name' is one of:\n");
    init_names(out, names->designations, names->designation_count);
    text_add(out, "#designations:\n");
    init_entry(out, "name", names->designation_count ? names->designations[0] : "Name of the designation");
    text_add(out, "#    since: 2024-02-01\n"
                  "#    until: 2025-02-01\n\n");
}

static void init_people(const struct partner_names *names, struct text *out) {
    text_add(out, "# Certifications that people hold, one entry for each person and certification.\n"
                  "# The export TrainingCompletions holds them all (Partner Center, Insights, Download\n"
                  "# reports; of all time, not of the last months alone): read it with\n"
                  "# --trainings FILE.csv and leave this section out, or state here what it lacks:\n"
                  "# also those of which its ActivationStatus is not 'Active', since these cannot be\n"
                  "# told. Both add up: a person is certified where either says so.\n"
                  "# 'person': the MCP id (column MCPID), or any name that stays the same; beside the\n"
                  "# export write the MCP id, or the two count as perhaps one person. 'since':\n"
                  "# TrainingCompletionDate; 'until': ExpirationDate; a renewal is a later 'until', or\n"
                  "# one more entry. 'certification' is one of these, or its title:\n");
    init_names(out, names->certifications, names->certification_count);
    text_add(out, "#certifications:\n"
                  "#  - person: A. Example\n"
                  "#    certification: ");
    init_quote(out, names->certification_count ? names->certifications[0] : "Code of the certification");
    text_add(out, "\n"
                  "#    since: 2024-01-15\n"
                  "#    until: 2025-01-15\n\n");
}

static void init_validation(const struct assay_ruleset *rules, struct text *out) {
    text_add(out, "# Audits by a third party that were passed. 'passed': the day in the auditor's report.\n"
                  "# 'specialization' is one of these, or a former name:\n");
    const char *audited = init_specializations(rules, ASSAY_REQUIRES_AUDIT, out);
    text_add(out, "#audits:\n");
    init_entry(out, "specialization", audited);
    text_add(out, "#    passed: 2024-03-01\n\n"
                  "# Customer references that were accepted. 'customer': any name that stays the same,\n"
                  "# since several references of one customer count once. 'accepted': the day on which\n"
                  "# Partner Center, Membership, showed it as accepted. 'specialization' is one of:\n");
    const char *referred = init_specializations(rules, ASSAY_REQUIRES_REFERENCES, out);
    text_add(out, "#references:\n");
    init_entry(out, "specialization", referred);
    text_add(out, "#    customer: Fabrikam\n"
                  "#    accepted: 2024-03-01\n\n"
                  "# Specializations that the partner has, for their renewal dates. 'active since': the\n"
                  "# day from which Partner Center, Membership, counts the anniversary. `assay rules`\n"
                  "# lists all names.\n"
                  "#specializations:\n");
    init_entry(out, "name", audited);
    text_add(out, "#    active since: 2024-03-15\n\n");
}

static void init_metrics(const struct partner_names *names, struct text *out) {
    text_add(out, "# Numbers that the usage export does not carry, by month: of users those of all\n"
                  "# customers together (export CPORM365Usage, columns MonthlyActiveUsers, WorkloadName\n"
                  "# and Date). Write 0 where there were none; a month that is not listed is not known.\n"
                  "# Growth over 12 months needs two: the last month that is over, and the same month a\n"
                  "# year before. 'name' is one of:\n");
    init_names(out, names->metrics, names->metric_count);
    text_add(out, "#metrics:\n");
    init_entry(out, "name", names->metric_count ? names->metrics[0] : "Name of the metric");
    text_add(out, "#    months:\n"
                  "#      2023-02: 1200\n"
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
