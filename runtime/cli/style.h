/* style.h - text for people: bold and dim on a terminal, columns, counts. */
#ifndef ASSAY_STYLE_H
#define ASSAY_STYLE_H

#include "runtime/base/text.h"
#include "runtime/core/assay.h"

#define STYLE_WIDTH 79 /* where nobody says how wide the terminal is */
#define STYLE_LEAST 40 /* columns of the narrowest terminal that lines are broken for */

enum style_tone { STYLE_PLAIN = 0, STYLE_BOLD, STYLE_DIM, STYLE_GOOD, STYLE_BAD, STYLE_OPEN };

#define STYLE_CODES 9 /* bytes of what begins and ends a tone that has a colour */

struct style {
    struct text *out;
    bool colour;
    bool drawn;   /* characters beyond ASCII may draw bars and marks */
    size_t width; /* columns of a line */
};

/* Colour on a terminal only, and not with NO_COLOR or TERM=dumb. Drawn where the locale is of UTF-8, and not with
 * TERM=dumb. As wide as COLUMNS says, else as the terminal is, one column left free; within STYLE_LEAST and 160. */
struct style style_of_stdout(struct text *out);

/* For files: the same wherever it is made. */
struct style style_of_file(struct text *out);

/* Adds a text in a tone. */
void style_add(struct style *style, enum style_tone tone, const char *text);

/* The columns a UTF-8 text takes. */
size_t style_columns(const char *text);

/* Adds a text on the left or on the right of so many columns. */
void style_left(struct text *out, const char *text, size_t columns);
void style_right(struct text *out, const char *text, size_t columns);

/* Adds words, broken so that no line is wider than STYLE_WIDTH; lines after the first are indented. `column` is where
 * the first begins. A word that no line has room for is broken too, but for addresses. A line end is added. */
void style_wrap(struct text *out, const char *words, size_t indent, size_t column);

/* The same in the width of a style. */
void style_words(struct style *style, const char *words, size_t indent, size_t column);

/* The same of what a text holds; one that failed makes the style's fail. */
void style_words_of(struct style *style, const struct text *words, size_t indent, size_t column);

/* Adds a bold name and what stands behind it as a line of its own; the latter goes below when there is no room. */
void style_title(struct style *style, const char *name, const char *rest);

/* Adds a blank line and a bold one. */
void style_heading(struct style *style, const char *heading);

/* An exact decimal with thousands separators: "-1234.5" as "-1,234.5". */
void style_grouped(struct text *out, const char *exact);

/* A count with thousands separators; "12..15" when the two differ. */
void style_count(struct text *out, uint64_t count, uint64_t possible);

/* An amount, to cents. */
void style_money(struct text *out, assay_money amount);

/* "1 row", "2 rows". */
void style_rows(struct text *out, uint64_t rows);

/* A date YYYYMMDD as YYYY-MM-DD; a year alone as YYYY. */
void style_date(struct text *out, uint32_t date);

#endif
