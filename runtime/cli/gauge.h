/* gauge.h - how near a requirement is, in a few columns: a mark, a bar, a count.
 *
 * Block characters or ASCII, as the style is drawn. What is certain and what is only possible differ without colour. */
#ifndef ASSAY_GAUGE_H
#define ASSAY_GAUGE_H

#include "runtime/cli/style.h"
#include "runtime/usage/standing.h"

/* One column: met, not met, cannot be told. */
void gauge_mark(struct style *style, enum assay_answer met);

/* The words of an answer: "met", "not met", "cannot tell". */
const char *gauge_words(enum assay_answer met);
enum style_tone gauge_tone(enum assay_answer met);

/* `cells` columns between brackets, the whole of them standing for what is needed: full cells for what is certain (of a
 * sum: for the least it may be), half ones up to what is possible (the greatest). Full to the end only when it is met
 * for certain; no half cell means that nothing more is possible, as far as there is room to show one. */
void gauge_bar(struct style *style, const struct standing_verdict *verdict, size_t cells);

/* "19,500.50 of 30,000.00", "7,500.00..9,800.00 of 9,000.00"; "not known of 1,000". */
void gauge_amount(struct text *out, const struct standing_verdict *verdict);

/* A number of a verdict with thousands separators: money to the cent, anything else exact. */
void gauge_number(struct text *out, const struct standing_verdict *verdict, assay_money number);

/* What stands behind it: " USD", " percent", or nothing. */
void gauge_unit(struct text *out, const struct standing_verdict *verdict, const char *currency);

/* "2/3", "2..3/3", "2/?" where the number is not published, "?/3" where nothing is known. */
void gauge_count(struct text *out, const struct standing_count *count);

/* A line in short: mark, label, bar, count; of alternatives each one; the first part that is not met beside. `cells`:
 * of bars; `label`: most characters of a label; `numbers`: amounts stand behind the bars. */
struct gauge_form {
    size_t cells, label;
    bool numbers;
};
void gauge_line(struct style *style, const struct standing_verdict *verdict, const struct gauge_form *form);

#endif
