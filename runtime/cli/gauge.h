/* gauge.h - how near a requirement is, in a few columns: a mark, a bar, a count.
 *
 * Block characters or ASCII, as the style is drawn. What is certain and what is only possible differ without colour. */
#ifndef ASSAY_GAUGE_H
#define ASSAY_GAUGE_H

#include "runtime/cli/style.h"
#include "runtime/usage/ledger.h"
#include "runtime/usage/standing.h"

/* One column: met, not met, cannot be told. */
void gauge_mark(struct style *style, enum assay_answer met);

/* The words of an answer: "met", "not met", "cannot tell". */
const char *gauge_words(enum assay_answer met);
enum style_tone gauge_tone(enum assay_answer met);

/* Whether there is anything to draw: an amount, a number, or heads of which the number needed is published. */
bool gauge_has_bar(const struct standing_verdict *verdict);

/* `cells` columns between brackets, the whole of them standing for what is needed: full cells for what is certain (of a
 * sum: for the least it may be), half ones up to what is possible (the greatest). Full to the end only when it is met
 * for certain; no half cell means that nothing more is possible, as far as there is room to show one. Of a verdict
 * without an amount it shows the heads. */
void gauge_bar(struct style *style, const struct standing_verdict *verdict, size_t cells);

/* The columns that a bar takes beside its cells. */
size_t gauge_brackets(const struct style *style);

/* One column per month, as high as the month stands beside the greatest: what is possible in it. */
void gauge_months(struct style *style, const struct ledger_month *months, size_t count);

/* "19,500.50 of 30,000.00 USD", "7,500.00 to 9,800.00 USD (9,000.00 needed)", "not known, 1,000 needed": at the least
 * and at the most; `whole`: money without its cents, rounded down, so that nothing seems reached that is not. */
void gauge_amount(struct text *out, const struct standing_verdict *verdict, const char *currency, bool whole);

/* A number of a verdict with thousands separators: money to the cent, anything else exact. */
void gauge_number(struct text *out, const struct standing_verdict *verdict, assay_money number);

/* "2 of 3", "2..3 of 3", "2 or more of 3", "2" where the number is not published, "not known, 3 needed" where nothing
 * is. */
void gauge_count(struct text *out, const struct standing_count *count);

/* The same with whom it counts: "2 of 3 customers", "0..1 of 6 people", "not known, 3 references needed". */
void gauge_heads(struct text *out, const struct standing_verdict *verdict);

#endif
