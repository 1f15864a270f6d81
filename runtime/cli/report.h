/* report.h - everything that a report of a partner's usage says: the run and its summary, what the partner states,
 * where it stands, what matters next. It is made in one place; each format prints it. */
#ifndef ASSAY_REPORT_H
#define ASSAY_REPORT_H

#include "runtime/cli/command.h"
#include "runtime/usage/outlook.h"
#include "runtime/usage/summary.h"

struct report {
    const struct command_options *options;
    const char *path;                        /* of the usage file */
    const struct assay_specialization *only; /* --specialization; NULL: all */
    struct summary summary;                  /* summary.run: the run */
    struct partner partner;                  /* zeroed where has_partner is false */
    bool to_file;                            /* its text is the same on every terminal */
    bool has_partner;                        /* any of its inputs was named */
    struct standings standings;              /* one per specialization, in the rules' order */
    struct outlooks outlooks;                /* likewise */
};

/* Reads the partner's inputs that the options name, before the usage is read: what cannot be taken is better known at
 * once. Remarks go to standard error. -1 to go on, else the exit status, all of it said. Start with zeroed memory; free
 * in any case. */
int report_read_partner(struct report *report, const struct assay_ruleset *rules,
                        const struct command_options *options);

/* Makes the rest of a finished run, likewise. */
int report_make(struct report *report, struct run *run);

/* What the exit status says once the report is printed. */
int report_status(const struct report *report);

void report_free(struct report *report);

/* How many customers of a sum are listed, where a format lists `usual` unless asked otherwise. */
size_t report_customers(const struct report *report, size_t usual);

/* The currency of the amounts. */
const char *report_currency(const struct report *report);

/* The outlook of a specialization. */
const struct outlook *report_outlook(const struct report *report, const struct assay_specialization *specialization);

#endif
