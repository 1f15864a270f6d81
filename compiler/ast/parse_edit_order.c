/* parse_edit_order.c - edits of a phrase: what stands in another order, what is missing as a whole, and two edits in
 * one. They are tried last, and their number has a bound. */
#include "compiler/ast/parse_edit.h"

#include "parser.h"

#include <string.h>

enum { ORDER_TOKENS_MOST = 120, ORDER_ITEMS_MOST = 50 };

/* Whether so much may be tried: of long items, and of a file with many mistakes, it is not. */
static bool order_may(const struct edit_search *search) {
    const struct token *token = edit_token(search, search->failure->at);
    bool html = token->kind == TOKEN_ODD && strchr("&<", token->text[0]);
    return !html && search->item->count <= ORDER_TOKENS_MOST && search->parse->phrases < ORDER_ITEMS_MOST;
}

/* What is written in some tokens, on one line; NULL: a comment stands between them. */
static const char *order_written(const struct edit_search *search, size_t from, size_t to) {
    struct text text = {0};
    for (const char *at = from < to ? edit_written(search, from, to) : ""; *at; at++) {
        bool blank = strchr(" \t\r\n", *at) != NULL;
        if (!blank) text_add_char(&text, *at);
        if (blank && text.length && text.data[text.length - 1] != ' ') text_add_char(&text, ' ');
    }
    const char *written = arena_string(search->parse->arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return strchr(written, '#') ? NULL : written;
}

static const char *order_joined(const struct edit_search *search, const char *front, const char *back) {
    bool apart = *front && *back && *back != ',';
    return arena_format(search->parse->arena, "%s%s%s", front, apart ? " " : "", back);
}

/* "write: requires growth of at least 100 in", with some of the words beside the edit. */
static const char *order_hint(const struct edit_search *search, const char *text) {
    enum { WORDS_MOST = 3 };
    size_t from = search->edit->from, to = search->edit->to, end = to;
    while (end < search->item->count && end < to + WORDS_MOST - 1 &&
           !parse_first_on_line(search->parse, edit_token(search, end)->span))
        end++;
    const char *before = order_written(search, from > WORDS_MOST ? from - 1 : 0, from);
    const char *behind = order_written(search, to, end);
    const char *front = order_joined(search, before ? before : "", text);
    return arena_format(search->parse->arena, "write: %s", order_joined(search, front, behind ? behind : ""));
}

/* ---- Another order ---- */

static bool order_holds(const struct edit_search *search, size_t from, size_t to, bool texts) {
    for (size_t i = from; i < to; i++) {
        int kind = edit_token(search, i)->kind;
        if (texts ? kind == TK_TEXT : kind == TK_TITLED || kind == TK_MEANS || kind == TK_COLUMN) return true;
    }
    return false;
}

/* Whether a text would stand on the other side of a word that says what the text is: a code become a title. */
static bool order_crosses(const struct edit_search *search, size_t from, size_t middle, size_t to) {
    bool back = order_holds(search, from, middle, true) && order_holds(search, middle, to, false);
    bool front = order_holds(search, middle, to, true) && order_holds(search, from, middle, false);
    return back || front;
}

/* Tokens [from, middle) and [middle, to) change places; a comma between them stays where it is. */
static bool order_turn(struct edit_search *search, size_t from, size_t middle, size_t to) {
    bool comma = edit_token(search, middle)->kind == TK_COMMA && middle + 1 < to;
    const char *front = order_written(search, from, middle), *back = order_written(search, middle + comma, to);
    int kind = search->item->tokens[0].kind;
    bool lines = kind != TK_REQUIRES && kind != TK_EXAMPLE;
    if (order_crosses(search, from, middle, to)) return false;
    if (!front || !back || front[0] == ',' || (lines && strchr(edit_written(search, from, to), '\n'))) return false;
    const char *turned = arena_format(search->parse->arena, "%s%s%s", back, comma ? ", " : " ", front);
    if (!edit_try(search, from, to, turned)) return false;
    size_t at = search->failure->at;
    const char *hint = order_hint(search, turned);
    if (from < at) search->edit->span = edit_token(search, at)->span;
    if (from < at) search->edit->text = NULL;
    return edit_say(search, arena_format(search->parse->arena, "this stands in another order: `%s` comes first", back),
                    hint);
}

bool edit_order(struct edit_search *search) {
    enum { BEFORE = 3, LONGEST = 24 };
    size_t at = search->failure->at, count = search->item->count;
    bool names = at && edit_token(search, at)->kind == TK_NAME && edit_token(search, at - 1)->kind == TK_NAME;
    if (!order_may(search) || at >= count || names) return false;
    for (size_t back = 0; back <= BEFORE && back < at; back++)
        for (size_t middle = back ? at : at + 1; middle < count && middle < at + LONGEST; middle++) {
            for (size_t to = middle + 1; to <= count && to < at + LONGEST; to++)
                if (order_turn(search, at - back, middle, to)) return true;
            if (back) break;
        }
    return false;
}

/* ---- Two edits ---- */

/* Joins a second edit, of the item after the first, to the first. */
static bool order_join(struct edit_search *search, const struct parse_item *edited, const struct parse_edit *first,
                       const struct parse_edit *second) {
    size_t put = edited->count + (first->to - first->from) - search->item->count;
    if (second->from < first->from + put) return false;
    /* To put a word in and to leave out the next one is to guess, unless one word only may stand there. */
    bool guess = first->from == first->to && !*second->text && second->from == first->from + put;
    if (guess && search->failure->expected_count > 1) return false;
    size_t from = second->from - put + (first->to - first->from);
    size_t to = from + (second->to - second->from);
    const char *between = order_written(search, first->to, from);
    if (!between) return false;
    const char *text = order_joined(search, order_joined(search, first->text, between), second->text);
    const char *message = first->message, *hint = *first->text || *second->text ? NULL : first->hint;
    enum message_code code = first->code;
    if (!edit_try(search, first->from, to, text)) return false;
    search->edit->code = code;
    return edit_say(search, message, hint ? hint : order_hint(search, text));
}

bool edit_two(struct edit_search *search) {
    if (search->partial || edit_of_answer(search) || !order_may(search) || search->item->tokens[0].kind == TK_CITES) return false;
    search->parse->phrases++;
    for (size_t kind = 0; kind < edit_kind_count(); kind++) {
        struct parse_edit first = {0}, second = {0};
        struct edit_search one = {search->parse, search->item, search->failure, &first, true, true, false};
        if (!edit_kind(&one, kind) || !first.text) continue;
        struct parse_item edited = parse_apply(search->parse, search->item, &first);
        struct parse_failure failure;
        if (parse_try(search->parse, &edited, &failure)) continue;
        struct edit_search two = {search->parse, &edited, &failure, &second, false, true, false};
        for (size_t other = 0; other < edit_kind_count(); other++) {
            second = (struct parse_edit){0};
            if (edit_kind(&two, other) && second.text && order_join(search, &edited, &first, &second)) return true;
        }
    }
    return false;
}

/* ---- What is missing as a whole ---- */

/* A word of the phrase that is missing, by what is expected; NULL: none is made up. */
static const char *order_word(const struct edit_search *search, const char *expected, const char *before) {
    bool amount = *before && strchr("0123456789", before[strlen(before) - 1]);
    if (strcmp(expected, "a number") == 0) return "3";
    if (strcmp(expected, "a text in quotes") == 0) return "\"...\"";
    if (strcmp(expected, "a date") == 0) return "2024-01-01";
    if (strcmp(expected, "a month") == 0) return "2024-01";
    if (strcmp(expected, "a name") == 0) return amount ? parse_currency(search->parse) : NULL;
    if (strcmp(expected, ",") == 0) return ",";
    if (strcmp(expected, "month") == 0) return "months";
    if (strcmp(expected, "person") == 0) return "people";
    const struct keyword *keyword = parse_keyword(expected, strlen(expected));
    bool inner = keyword && (keyword->role == WORD_INNER || keyword->kind == TK_MONTH || keyword->kind == TK_AMOUNT);
    return inner && keyword->kind != TK_BLANK && keyword->kind != TK_ABSENT ? keyword->spelling : NULL;
}

/* Goes on with what is missing, by words more. */
static bool order_fill(struct edit_search *search, const char *text, size_t words, size_t left, size_t *tries) {
    size_t at = search->failure->at;
    struct parse_edit edit = {.from = at, .to = at, .text = text};
    struct parse_item edited = parse_apply(search->parse, search->item, &edit);
    struct parse_failure failure;
    bool taken = parse_try(search->parse, &edited, &failure);
    if (taken && words) *search->edit = edit;
    if (taken || !left || failure.at != at + words) return taken && words && !failure.messages;
    for (size_t i = 0; i < failure.expected_count && *tries; i++) {
        const char *word = order_word(search, failure.expected[i], text);
        if (!word || (strcmp(word, ",") == 0 && left < 3)) continue;
        --*tries;
        const char *longer = arena_format(search->parse->arena, "%s%s%s", text, *text && *word != ',' ? " " : "", word);
        if (order_fill(search, longer, words + 1, left - 1, tries)) return true;
    }
    return false;
}

const char *parse_missing_phrase(struct parse *parse, const struct parse_item *item,
                                 const struct parse_failure *failure) {
    enum { WORDS_MOST = 5, TRIES_MOST = 3000 };
    struct parse_edit edit = {0};
    struct edit_search search = {parse, item, failure, &edit, false, false, false};
    size_t tries = TRIES_MOST;
    if (!order_may(&search) || failure->at == 0) return NULL;
    for (size_t words = 1; words <= WORDS_MOST; words++)
        if (order_fill(&search, "", 0, words, &tries)) return strchr(edit.text, ' ') ? edit.text : NULL;
    return NULL;
}
