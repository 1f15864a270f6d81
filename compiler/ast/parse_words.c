/* parse_words.c - what the grammar expected and found, in words. */
#include "compiler/ast/parse.h"

#include "parser.h"

#include <string.h>

bool parse_expects(const struct parse_failure *failure, const char *name) {
    for (size_t i = 0; i < failure->expected_count; i++)
        if (strcmp(failure->expected[i], name) == 0) return true;
    return false;
}

uint64_t parse_lost_kinds(int item) {
    switch (item) {
    case TK_AREA:
        return tree_lost(TREE_AREA);
    case TK_CITES:
        return tree_lost(TREE_CITES);
    case TK_EDITION:
        return tree_lost(TREE_EDITION);
    case TK_AMOUNT:
        return tree_lost(TREE_AMOUNT);
    case TK_REQUIRES:
        return tree_lost(TREE_REQUIRES) | tree_lost(TREE_NO_VALIDATION);
    case TK_METRIC:
        return tree_lost(TREE_METRIC);
    case TK_CERTIFICATION:
        return tree_lost(TREE_CERTIFICATION);
    case TK_MEASURES:
    case TK_MEASURE:
        return tree_lost(TREE_MEASURE);
    default:
        return tree_lost(TREE_NOTE);
    }
}

const char *parse_form(int kind) {
    static const struct {
        int kind;
        const char *form;
    } forms[] = {
        {TK_USAGE, "usage \"NAME\" ... end"},
        {TK_LIST, "list NAME of FIELD \"VALUE\" \"VALUE\" end"},
        {TK_SPECIALIZATION, "specialization \"NAME\" ... end"},
        {TK_EDITION, "edition \"2023-07-11\""},
        {TK_FIELD, "field NAME column \"HEADER\" means \"...\" assume blank when absent"},
        {TK_AMOUNT, "amount NAME column \"HEADER\" in USD"},
        {TK_CUSTOMER, "customer NAME column \"HEADER\" except \"UNKNOWN\""},
        {TK_MONTH, "month NAME column \"HEADER\""},
        {TK_ALIAS, "alias \"TEXT\" means \"VALUE\" in FIELD"},
        {TK_SPELLING, "spelling \"TEXT\" means \"VALUE\" in FIELD"},
        {TK_COUNTS_ONLY, "counts only where FIELD is any of \"X\", \"Y\" otherwise \"REASON\" known not to count \"Z\""},
        {TK_COUNTS_ONCE, "counts once per FIELD, FIELD preferring FIELD \"X\", \"Y\", then least FIELD"},
        {TK_CROSS_CHECK, "cross-check FIELD with \"1\" for dropped and \"0\" for kept"},
        {TK_CERTIFICATION, "certification \"CODE\" titled \"TITLE\""},
        {TK_RENEWAL, "renewal every 1 year, opens 60 days before, with 30 days grace"},
        {TK_KNOWLEDGE, "knowledge is refreshed within 10 days"},
        {TK_PERFORMANCE, "performance is refreshed by day 20 of every month"},
        {TK_STEP, "step for audit \"ACTION\" in \"SITE\" at \"https://...\" as any of \"ROLE\", \"ROLE\" under \"MENU\", area, name when all else is met"},
        {TK_ACTIVE, "active means \"...\""},
        {TK_HOLDS, "holds no record twice"},
        {TK_AREA, "area \"AREA\""},
        {TK_FORMERLY, "formerly \"NAME\""},
        {TK_CITES, "cites \"DOCUMENT\", 2023-07-11"},
        {TK_NOTE, "note \"...\""},
        {TK_MEASURE, "measure \"NAME\" counts usage where FIELD is \"VALUE\""},
        {TK_METRIC, "metric \"NAME\""},
        {TK_MEASURES, "measures not published | measures may overlap | measures must not overlap"},
        {TK_ACCEPTS, "accepts CODE as \"MARK\" because \"REASON\""},
        {TK_EXAMPLE, "example \"NAME\" given FIELD \"VALUE\" counts as \"MEASURE\""},
        {TK_REQUIRES, "requires at least 30,000 USD of \"MEASURE\" over 3 months"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i].kind == kind) return forms[i].form;
    return NULL;
}

/* How a requirement of the kind that an item speaks of is written. */
static const char *words_requirement(const struct parse_item *item) {
    static const struct {
        int kind;
        const char *form;
    } forms[] = {
        {TK_EITHER, "requires either option \"NAME\" at least 1 in \"METRIC\" "
                    "option \"NAME\" at least 2 people with \"CODE\""},
        {TK_GROWTH, "requires growth of at least 1,000 in \"METRIC\" over 12 months"},
        {TK_AUDIT, "requires audit by a third party, valid for 2 years"},
        {TK_REFERENCE, "requires at least 3 customer references"},
        {TK_REFERENCES, "requires at least 3 customer references"},
        {TK_DESIGNATION, "requires designation any of \"DESIGNATION\", \"DESIGNATION\""},
        {TK_PUBLISHED, "requires amount not published"},
        {TK_PEOPLE, "requires at least 2 people with any of \"CODE\", \"CODE\""},
        {TK_PERSON, "requires at least 1 person with \"CODE\""},
        {TK_CUSTOMERS, "requires at least 30,000 USD of \"MEASURE\" over 3 months from at least 3 customers"},
        {TK_AVERAGE, "requires monthly average of at least 2,000 USD of \"MEASURE\" over 3 months"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        for (size_t at = 1; at < item->count; at++)
            if (item->tokens[at].kind == forms[i].kind) return forms[i].form;
    return parse_form(TK_REQUIRES);
}

const char *parse_form_of(const struct parse_item *item) {
    int kind = item->tokens[0].kind;
    bool of = false, given = false;
    for (size_t at = 1; at < item->count; at++) {
        of = of || item->tokens[at].kind == TK_MET || item->tokens[at].kind == TK_TOLD;
        given = given || item->tokens[at].kind == TK_GIVEN;
    }
    if (kind == TK_REQUIRES) return words_requirement(item);
    if (kind == TK_EXAMPLE && of && !given)
        return "example \"NAME\" as of 2024-04-01 with 10,000 USD of \"MEASURE\" in 2024-01 is met";
    return parse_form(kind);
}

/* ---- Expected ---- */

static void words_add_name(struct text *text, const char *name) {
    bool word = strncmp(name, "a ", 2) != 0 && strncmp(name, "end of", 6) != 0;
    text_addf(text, word ? "`%s`" : "%s", name);
}

/* Whether an expected word begins the next item, behind a token. */
static bool words_end_item(const char *name, const struct token *previous) {
    if (strncmp(name, "counts before", 13) == 0 || strncmp(name, "what was", 8) == 0) return true;
    const struct keyword *keyword = parse_keyword(name, strlen(name));
    bool goes_on = keyword && previous && lexer_goes_on(previous->kind, keyword->kind);
    return keyword && keyword->role != WORD_INNER && !goes_on;
}

static const char *words_expected(struct parse *parse, const struct parse_item *item, const struct parse_failure *failure) {
    const struct token *previous = failure->at ? &item->tokens[failure->at - 1] : NULL;
    struct text text = {0};
    size_t left = 0;
    bool ends = false;
    for (size_t i = 0; i < failure->expected_count; i++) {
        bool item_ends = words_end_item(failure->expected[i], previous);
        left += !item_ends;
        ends = ends || item_ends;
    }
    left += ends;
    for (size_t i = 0; i < failure->expected_count; i++) {
        if (words_end_item(failure->expected[i], previous)) continue;
        if (text.length) text_add(&text, left == 1 ? " or " : ", ");
        words_add_name(&text, failure->expected[i]);
        left--;
    }
    if (ends) text_addf(&text, "%sthe next item", text.length ? " or " : "");
    const char *words =
        arena_string(parse->arena, text.data ? text.data : "something else", text.data ? text.length : 14);
    text_free(&text);
    return words;
}

/* ---- Found ---- */

const char *parse_found(struct parse *parse, const struct token *token) {
    if (token->kind == TK_YYEOF) return "the end of the file";
    if (token->kind == TK_NAME) return arena_format(parse->arena, "the name '%.80s'", token->text);
    if (token->kind == TK_TEXT) return arena_format(parse->arena, "the text \"%.60s\"", token->text);
    if (token->kind == TK_WORD)
        return arena_format(parse->arena, "'%.60s', which is no word of the language,", token->text);
    if (token->kind == TOKEN_ODD) return arena_format(parse->arena, "'%.20s'", token->text);
    return arena_format(parse->arena, "`%.60s`", parse_written(parse, token->span));
}

const char *parse_refused(struct parse *parse, const struct parse_item *item, const struct parse_failure *failure) {
    const char *expected = words_expected(parse, item, failure);
    const struct token *before = failure->at ? &item->tokens[failure->at - 1] : NULL;
    bool missing = failure->at >= item->count ||
                   (before && parse_line_between(parse, before->span.end, item->tokens[failure->at].span.begin));
    if (!missing && item->tokens[failure->at].span.begin == item->tokens[failure->at].span.end) missing = true;
    if (failure->at >= item->count || (missing && item->tokens[failure->at].kind == TK_END))
        return arena_format(parse->arena, "something is missing here: %s", expected);
    const char *found = parse_found(parse, &item->tokens[failure->at]);
    size_t length = strlen(found);
    return arena_format(parse->arena, "expected %s, found %.*s", expected, (int)(length - (found[length - 1] == ',')),
                        found);
}
