/* format.h - the parts of the formatter.
 *
 * The formatter works on the tokens of a file, not on its tree, so that it cannot lose a comment: every comment belongs
 * to the token that it stands before or behind, and is printed with it. What the layout may depend on is in struct
 * format_token and nowhere else: kinds, widths, comments, and blank lines where they are kept. Printing and reading
 * again gives the same tokens, so formatting twice changes nothing. */
#ifndef ASSAY_FORMAT_H
#define ASSAY_FORMAT_H

#include "compiler/base/arena.h"
#include "grammar/lexer.h"

enum { FORMAT_WIDTH = 100, FORMAT_STEP = 2 };

/* Where a line begins that the author may have set off by a blank line. */
enum format_start {
    FORMAT_INNER, /* nowhere: a token within an item */
    FORMAT_DECLARATION,
    FORMAT_ITEM, /* also the values of a list */
    FORMAT_OPTION,
    FORMAT_END,
    FORMAT_FILE_END
};

struct format_comment {
    const char *bytes; /* from `#`, without white space at the end; NULL: none */
    size_t length;
    bool blank; /* a blank line stands before it */
    struct format_comment *next;
};

struct format_token {
    int kind;
    enum format_start start;
    bool blank;                     /* a blank line stands before it and behind its comments */
    const char *bytes;              /* as printed: names folded, all else as written */
    uint32_t length, width;         /* in bytes, in characters */
    uint32_t at;                    /* column of its first character if the whole file were one line */
    uint32_t forced;                /* how many tokens up to this one must begin a line, because of comments */
    size_t match;                   /* of `(`: the index of its `)` */
    struct format_comment *before;  /* on lines of their own */
    struct format_comment trailing; /* behind it on its line */
};

struct format {
    struct arena *arena;
    struct text *out;
    struct format_token *tokens; /* the last one is the end of the file; behind it lies one more, zeroed */
    size_t count;
    size_t indent; /* of the line that is printed */
    size_t margin; /* where the next line begins; tokens within a line that a comment broke stand deeper than it */
    size_t column; /* characters printed on the line */
    bool fresh;    /* nothing is printed on the line */
};

/* ---- Reading: format_scan.c, format_blank.c ---- */

/* Fills tokens and count from a file without lexical errors. */
void format_scan(struct format *format, const struct source *source);

/* Finds where declarations and items start, and drops the blank lines that are not kept. */
void format_settle_blanks(struct format *format);

/* ---- Printing: format_print.c. Ranges of tokens are [from, to). ---- */

/* Ends the line, if there is one; the next begins at `indent`. */
void format_line(struct format *format, size_t indent);

/* Prints tokens on one line, as far as comments let them be. */
void format_flat(struct format *format, size_t from, size_t to);

/* Prints the comments that stand before the end of the file. */
void format_file_end(struct format *format, size_t token);

/* Whether a comment makes the token begin a line. */
bool format_must_begin_line(const struct format *format, size_t token);

/* Whether tokens, and the `)` that cling to the last, fit the line that is printed, without a comment in between. */
bool format_fits(const struct format *format, size_t from, size_t to);

/* ---- Items: format_item.c, conditions: format_expression.c ---- */

/* Prints one item of a declaration. Requires a fresh line. */
void format_item(struct format *format, size_t from, size_t to);

/* Prints each condition on a line of its own. The first begins where the printing stands. */
void format_expression(struct format *format, size_t from, size_t to, size_t indent);

/* Prints words and the value list that they introduce, if any: one value per line where the list does not fit. */
void format_list(struct format *format, size_t from, size_t to, size_t indent);

#endif
