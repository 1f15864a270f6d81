#include "compiler/ast/format.h"

#include "parser.h"

enum { ITEM_INDENT = FORMAT_STEP, CLAUSE_INDENT = 2 * FORMAT_STEP };

/* The next token of a kind, or `to`. */
static size_t item_find(const struct format *format, size_t from, size_t to, int kind) {
    while (from < to && format->tokens[from].kind != kind)
        from++;
    return from;
}

/* ---- Items of clauses ---- */

/* In a requirement: `over 3 months`, `from at least 3 customers`, and what stands behind commas. */
static bool item_begins_phrase(const struct format_token *token) {
    bool comma = token[-1].kind == TK_COMMA;
    switch (token->kind) {
    case TK_OVER:
    case TK_FROM:
        return token[-1].kind != TK_EFFECTIVE;
    case TK_AND:
        return true;
    case TK_OF:
    case TK_EFFECTIVE:
    case TK_VALID:
        return comma;
    default:
        return false;
    }
}

static bool item_begins_clause(const struct format_token *token, int item) {
    if (item == TK_REQUIRES || item == TK_OPTION) return item_begins_phrase(token);
    int kind = token->kind;
    switch (kind) {
    case TK_ASSUME:
    case TK_AT:
    case TK_BECAUSE:
    case TK_EFFECTIVE:
    case TK_EXCEPT:
    case TK_KNOWN:
    case TK_MEANS:
    case TK_OTHERWISE:
    case TK_PREFERRING:
    case TK_THEN:
    case TK_TITLED:
    case TK_WITH:
    case TK_WORKLOAD:
        return true;
    case TK_COUNTS:
        return item == TK_MEASURE;
    case TK_IN:
        return item == TK_AMOUNT || item == TK_STEP;
    case TK_AS:
    case TK_UNDER:
    case TK_WHEN:
        return item == TK_STEP;
    default:
        return false;
    }
}

/* Each clause on a line of its own, those of requirements as many on a line as fit; the first begins where the printing
 * stands. */
static void item_clauses(struct format *format, size_t from, size_t to, int item) {
    size_t indent = item == TK_OPTION ? CLAUSE_INDENT + FORMAT_STEP : CLAUSE_INDENT;
    bool fills = item == TK_REQUIRES || item == TK_OPTION;
    for (size_t i = from, next; i < to; i = next) {
        next = i + 1;
        while (next < to && !item_begins_clause(&format->tokens[next], item))
            next++;
        bool goes_on = fills && !format_must_begin_line(format, i) && format_fits(format, i, next);
        if (i > from && !goes_on) format_line(format, indent);
        /* `preferring ..., then least ...` is one thing, as long as it fits. */
        bool preferring = format->tokens[i].kind == TK_PREFERRING;
        if (preferring && format_fits(format, i, to)) next = to;
        format_list(format, i, next, i > from ? indent : indent - FORMAT_STEP);
    }
}

/* ---- Items with conditions ---- */

/* The words that introduce an expression or options, where not all fits one line. Returns how much deeper these stand.
 */
static size_t item_head(struct format *format, size_t from, size_t to) {
    bool fits = format_fits(format, from, to);
    if (fits)
        format_flat(format, from, to);
    else
        item_clauses(format, from, to, format->tokens[from].kind);
    return fits ? 0 : FORMAT_STEP;
}

/* Words, and the expression that they introduce: on one line, or each condition on its own. */
static void item_where(struct format *format, size_t from, size_t expression, size_t to, size_t indent) {
    if (format_fits(format, from, to)) {
        format_flat(format, from, to);
        return;
    }
    indent += item_head(format, from, expression);
    format_line(format, indent);
    format_expression(format, expression, to, indent);
}

static void item_eligibility(struct format *format, size_t from, size_t to) {
    size_t otherwise = item_find(format, from, to, TK_OTHERWISE);
    size_t clauses = item_find(format, from, otherwise, TK_KNOWN);
    item_where(format, from, from + 3, clauses, CLAUSE_INDENT);
    if (clauses == to) return;
    format_line(format, CLAUSE_INDENT);
    size_t known = item_find(format, clauses, to, TK_KNOWN);
    format_list(format, clauses, known, CLAUSE_INDENT);
    if (known == to) return;
    format_line(format, CLAUSE_INDENT);
    format_list(format, known, to, CLAUSE_INDENT);
}

static void item_measure(struct format *format, size_t from, size_t to) {
    size_t where = item_find(format, from, to, TK_WHERE);
    if (where < to) {
        item_where(format, from, where + 1, to, CLAUSE_INDENT);
        return;
    }
    size_t option = item_find(format, from, to, TK_OPTION);
    size_t indent = CLAUSE_INDENT + item_head(format, from, option);
    for (size_t next; option < to; option = next) {
        next = item_find(format, option + 1, to, TK_OPTION);
        format_line(format, indent);
        item_where(format, option, option + 2, next, indent + FORMAT_STEP);
    }
}

/* ---- Requirements with options ---- */

static void item_either(struct format *format, size_t from, size_t to) {
    size_t option = item_find(format, from, to, TK_OPTION);
    format_flat(format, from, option);
    for (size_t next; option < to; option = next) {
        next = item_find(format, option + 1, to, TK_OPTION);
        format_line(format, CLAUSE_INDENT);
        if (format_fits(format, option, next))
            format_flat(format, option, next);
        else
            item_clauses(format, option, next, TK_OPTION);
    }
}

/* ---- Examples ---- */

static bool item_is_outcome(int kind) {
    return kind == TK_COUNTS || kind == TK_NOTHING || kind == TK_DOES || kind == TK_MAY || kind == TK_IS ||
           kind == TK_CANNOT;
}

/* As many cells or outcomes on a line as fit. */
static void item_fill(struct format *format, size_t from, size_t to) {
    for (size_t i = from, next; i < to; i = next) {
        next = i + 1;
        while (next < to && format->tokens[next - 1].kind != TK_COMMA && format->tokens[next].kind != TK_AND)
            next++;
        bool begins = format_must_begin_line(format, i) || !format_fits(format, i, next);
        if (i > from && begins) format_line(format, CLAUSE_INDENT + FORMAT_STEP);
        format_flat(format, i, next);
    }
}

/* What is given begins with `given`, or with `with` in an example of a requirement; there `nothing` is no outcome. */
static void item_example(struct format *format, size_t from, size_t to) {
    size_t given = item_find(format, from, to, TK_GIVEN);
    if (given == to) given = item_find(format, from, to, TK_WITH);
    size_t outcome = given + 2 < to ? given + 2 : to;
    while (outcome < to && !item_is_outcome(format->tokens[outcome].kind))
        outcome++;
    format_flat(format, from, given);
    format_line(format, CLAUSE_INDENT);
    item_fill(format, given, outcome);
    format_line(format, CLAUSE_INDENT);
    item_fill(format, outcome, to);
}

void format_item(struct format *format, size_t from, size_t to) {
    int kind = format->tokens[from].kind;
    bool options = (kind == TK_MEASURE || kind == TK_REQUIRES) && item_find(format, from, to, TK_EITHER) < to;
    if (!options && format_fits(format, from, to))
        format_flat(format, from, to);
    else if (kind == TK_MEASURE)
        item_measure(format, from, to);
    else if (options)
        item_either(format, from, to);
    else if (kind == TK_COUNTS_ONLY)
        item_eligibility(format, from, to);
    else if (kind == TK_EXAMPLE)
        item_example(format, from, to);
    else
        item_clauses(format, from, to, kind);
}
