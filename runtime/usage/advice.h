/* advice.h - what to write in place of a cell that is no amount or no month: each has its own mistake behind it. */
#ifndef ASSAY_ADVICE_H
#define ASSAY_ADVICE_H

#include <stddef.h>

/* The remedy for a cell that assay_money_parse cannot read. */
const char *advice_amount(const char *text, size_t length);

/* The remedy for a cell that month_parse cannot read. */
const char *advice_month(const char *text, size_t length);

#endif
