/* status_table.h - the tables of measures in the text of `assay status`. */
#ifndef ASSAY_STATUS_TABLE_H
#define ASSAY_STATUS_TABLE_H

#include "runtime/cli/status.h"
#include "runtime/cli/style.h"

/* One layout for all tables of a report: its columns are as wide as the widest figure needs. */
struct status_table {
    const struct report *report;
    struct style *style;
    size_t name, money, rows, customers;
};

struct status_table status_table_begin(const struct report *report, struct style *style);

/* Prints one specialization. */
void status_table(const struct status_table *table, const struct assay_specialization *specialization);

/* Whether a specialization has a table: something counted, would have, or it was asked for. */
bool status_has_table(const struct report *report, const struct assay_specialization *specialization);

#endif
