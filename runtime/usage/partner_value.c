#include "runtime/usage/partner_value.h"

#include "runtime/base/show.h"
#include "runtime/base/utf8.h"
#include "runtime/usage/day.h"
#include "runtime/usage/meant.h"
#include "runtime/usage/month.h"
#include "runtime/usage/partner_internal.h"

#include <stdio.h>
#include <string.h>

#define VALUE_SHOWN 40u /* characters of a value that a message shows */
#define VALUE_FEW   8u  /* so many names are told where none is like the value */

/* `"VALUE" WHAT; REMEDY` */
static bool value_wrong(struct partner *partner, const struct document_node *node, const char *what,
                        const char *remedy) {
    struct text shown = {0};
    text_add(&shown, "");
    show_add(&shown, node->text, node->length, VALUE_SHOWN);
    remarks_error(&partner->remarks, node->place, remedy, "\"%s\" %s", shown.failed ? "" : shown.data, what);
    text_free(&shown);
    return false;
}

const char *value_kind(const struct document_node *node) {
    if (node->kind == DOCUMENT_LIST) return "a list";
    if (node->kind == DOCUMENT_MAP) return "an entry of keys";
    return node->written ? "a text" : "nothing";
}

/* Whether there is one text; `example` is what to write. That there is nothing at all was said. */
static bool value_scalar(struct partner *partner, const struct document_node *node, const char *example) {
    char remedy[80];
    if (!node) return false;
    if (node->kind == DOCUMENT_TEXT && node->written) return true;
    snprintf(remedy, sizeof remedy, "write %s", example);
    remarks_error(&partner->remarks, node->place, remedy, "%s stands where a value is expected", value_kind(node));
    return false;
}

/* An escape may bring in what the file itself may not hold; and a name is one line. */
static bool value_clean(const char *text, size_t length) {
    for (size_t at = 0, size; at < length; at += size) {
        size = utf8_character(text + at, length - at);
        if (!size || show_steers(text + at, size)) return false;
    }
    return true;
}

static bool value_checked(struct partner *partner, const struct document_node *node) {
    const char *remedy;
    if (!value_scalar(partner, node, "a text")) return false;
    const char *problem = partner_text_problem(node->text, node->length, &remedy);
    char what[16];
    snprintf(what, sizeof what, "is %s", problem ? problem : "");
    if (problem) return value_wrong(partner, node, what, remedy);
    if (value_clean(node->text, node->length)) return true;
    return value_wrong(partner, node, "holds a line end, a control or a direction character", "write it on one line");
}

static bool value_intern(struct partner *partner, const char *text, size_t length, struct partner_name *out) {
    *out = partner_intern(partner, text, length);
    return out->text != NULL;
}

bool value_text(struct partner *partner, const struct document_node *node, struct partner_name *out) {
    return value_checked(partner, node) && value_intern(partner, node->text, node->length, out);
}

/* Whether a text is a name of the list, or a title of the certification of that name. */
static bool value_is(const struct value_names *names, size_t number, const struct document_node *node) {
    const char *const *titles = names->codes ? names->codes[number].titles : NULL;
    size_t count = names->codes ? names->codes[number].title_count : 0;
    bool same = assay_same(names->list[number], strlen(names->list[number]), node->text, node->length) != 0;
    for (size_t i = 0; !same && i < count; i++)
        same = assay_same(titles[i], strlen(titles[i]), node->text, node->length) != 0;
    return same;
}

/* Says that a text is none of the names, and which were meant; of few names, all. */
static bool value_unknown(struct partner *partner, const struct document_node *node, const struct value_names *names) {
    bool counted = partner->remarks.errors >= REMARKS_MOST; /* and not kept: spare the search */
    const char *found[MEANT_MOST];
    struct text remedy = {0};
    char what[64];
    size_t count = counted ? 0 : meant_names(names->list, names->count, node->text, found);
    snprintf(what, sizeof what, "is no %s that the rules know", names->what);
    text_add(&remedy, count ? "did you mean " : names->count <= VALUE_FEW ? "write " : "");
    if (count)
        meant_words(&remedy, found, count);
    else if (names->count <= VALUE_FEW)
        meant_words(&remedy, names->list, names->count);
    else
        text_add(&remedy, "`assay rules` lists what they know");
    text_add(&remedy, count ? "?" : names->codes ? ", and leave others out" : "");
    value_wrong(partner, node, what, remedy.failed ? NULL : remedy.data);
    text_free(&remedy);
    return false;
}

bool value_name(struct partner *partner, const struct document_node *node, const struct value_names *names,
                struct partner_name *out) {
    if (!names->list) return value_text(partner, node, out);
    if (!value_checked(partner, node)) return false;
    for (size_t i = 0; i < names->count; i++)
        if (value_is(names, i, node)) return value_intern(partner, names->list[i], strlen(names->list[i]), out);
    return value_unknown(partner, node, names);
}

/* Whether a text is digits and dashes in the places of a pattern. */
static bool value_looks(const struct document_node *node, const char *pattern) {
    if (node->length != strlen(pattern)) return false;
    for (size_t i = 0; i < node->length; i++) {
        bool digit = node->text[i] >= '0' && node->text[i] <= '9';
        if (pattern[i] == '0' ? !digit : node->text[i] != pattern[i]) return false;
    }
    return true;
}

/* What to write instead of a text that is no day: the day that it names, where that is beyond doubt. */
static bool value_no_day(struct partner *partner, const struct document_node *node) {
    struct date_ways ways = date_ways(node->text, node->length);
    char remedy[80] = "write YYYY-MM-DD", text[DAY_TEXT], other[DAY_TEXT];
    day_text(text, ways.month_first ? ways.month_first : ways.day_first);
    day_text(other, ways.day_first);
    if (ways.month_first && ways.day_first && ways.month_first != ways.day_first)
        snprintf(remedy, sizeof remedy, "write %s, if the month stands first, or %s", text, other);
    else if (ways.month_first || ways.day_first)
        snprintf(remedy, sizeof remedy, "write %s", text);
    return value_wrong(partner, node, "is not a day", remedy);
}

bool value_day(struct partner *partner, const struct document_node *node, uint32_t *out) {
    if (!value_scalar(partner, node, "a day such as 2024-03-15")) return false;
    *out = date_parse(node->text, node->length);
    if (*out) return true;
    if (value_looks(node, "0000-00-00"))
        return value_wrong(partner, node, "is no day of the calendar", "write a day that exists");
    return value_no_day(partner, node);
}

bool value_month(struct partner *partner, const struct document_node *node, int32_t *out) {
    if (!value_scalar(partner, node, "a month such as 2024-03")) return false;
    int32_t month = month_parse(node->text, node->length);
    char remedy[32] = "write YYYY-MM";
    *out = value_looks(node, "0000-00") ? month : MONTH_UNREADABLE;
    if (*out != MONTH_UNREADABLE) return true;
    if (month != MONTH_UNREADABLE) month_text(remedy + strlen("write "), month);
    return value_wrong(partner, node, "is not a month", remedy);
}

#define VALUE_NUMBER 40u /* characters of a number */

/* A number without the marks between its thousands; false: they stand elsewhere, or something else is wrong. */
static bool value_plain(const struct document_node *node, char plain[VALUE_NUMBER]) {
    size_t length = 0, digits = 0;
    bool marked = false, pointed = false, broken = false;
    if (node->length >= VALUE_NUMBER) return false;
    for (size_t i = 0; i < node->length && !broken; i++) {
        char c = node->text[i];
        bool mark = strchr(",'_ ", c) != NULL;
        if (mark || c == '.') broken = digits == 0 || pointed || (marked && digits != 3);
        if (!mark) plain[length++] = c;
        digits = mark ? 0 : digits + 1;
        marked = marked || mark;
        pointed = pointed || c == '.';
        if (c == '.') marked = false;
    }
    plain[length] = '\0';
    assay_money value;
    return !broken && (!marked || digits == 3) && assay_money_parse(plain, length, &value) == ASSAY_OK;
}

bool value_number(struct partner *partner, const struct document_node *node, assay_money *out) {
    if (!value_scalar(partner, node, "a number such as 1200")) return false;
    int error = assay_money_parse(node->text, node->length, out);
    if (error == ASSAY_E_RANGE)
        return value_wrong(partner, node, "is out of range", "at most 14 integer digits and 24 decimals");
    char plain[VALUE_NUMBER], remedy[VALUE_NUMBER + 8];
    snprintf(remedy, sizeof remedy, "write %s", value_plain(node, plain) ? plain : "a plain one such as 1200");
    if (error != ASSAY_OK) return value_wrong(partner, node, "is not a number", remedy);
    return *out >= 0 || value_wrong(partner, node, "is negative", "write 0 or more");
}
