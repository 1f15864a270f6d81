/* parse_doubt.c - words that say more than the language can, or something else. An edit that leaves them out would
 * compile and mean another thing, so the author is told what can be said, and decides. */
#include "compiler/ast/parse_edit.h"
#include "parser.h"

#include <string.h>

#define DOUBT_MORE  "`at least` includes the number: more than 2 is `at least 3`"
#define DOUBT_BOUND "a requirement says how much is needed, and has no upper bound: write `at least`"
#define DOUBT_EACH                                                                                                     \
    "any one of them will do: `any of \"A\", \"B\"`; where each is needed, write a line for each, with its own number"
#define DOUBT_MONTH                                                                                                    \
    "the months of `over` are summed; of a month on average: `monthly average of at least 10,000 USD of \"MEASURE\"`"
#define DOUBT_GROWTH "growth is an increase: write `growth of at least`"

/* In an item that begins with `item`; `behind`: the word before, or NULL; `expected`: a word that was expected there, or
 * NULL. */
static const struct {
    int item;
    const char *behind, *found, *expected, *remedy;
} doubts[] = {
    {TK_REQUIRES, NULL, "more", "at", DOUBT_MORE},
    {TK_REQUIRES, NULL, ">", "at", DOUBT_MORE},
    {TK_REQUIRES, NULL, "over", "at", DOUBT_MORE},
    {TK_REQUIRES, NULL, "above", "at", DOUBT_MORE},
    {TK_REQUIRES, NULL, "exceeding", "at", DOUBT_MORE},
    {TK_REQUIRES, NULL, "exactly", "at", DOUBT_BOUND},
    {TK_REQUIRES, NULL, "up", "at", DOUBT_BOUND},
    {TK_REQUIRES, NULL, "<=", "at", DOUBT_BOUND},
    {TK_REQUIRES, NULL, "<", "at", DOUBT_BOUND},
    {TK_REQUIRES, NULL, "all", "any", DOUBT_EACH},
    {TK_REQUIRES, NULL, "both", "any", DOUBT_EACH},
    {TK_REQUIRES, NULL, "each", "any", DOUBT_EACH},
    {TK_REQUIRES, NULL, "every", "any", DOUBT_EACH},
    {TK_REQUIRES, NULL, "per", "over", DOUBT_MONTH},
    {TK_REQUIRES, NULL, "monthly", "over", DOUBT_MONTH},
    {TK_REQUIRES, "of", "monthly", NULL, DOUBT_MONTH},
    {TK_REQUIRES, NULL, "each", "over", DOUBT_MONTH},
    {TK_REQUIRES, NULL, "every", "over", DOUBT_MONTH},
    {TK_REQUIRES, NULL, "decline", "growth", DOUBT_GROWTH},
    {TK_REQUIRES, NULL, "decrease", "growth", DOUBT_GROWTH},
    {TK_REQUIRES, NULL, "reduction", "growth", DOUBT_GROWTH},
    {TK_REQUIRES, NULL, "no", NULL, "of no validation: `requires neither audit nor references`; of anything else leave the line out"},
    {TK_REQUIRES, "effective", "before", NULL, "`until` names the last day that counts: effective until 2024-12-31"},
    {TK_REQUIRES, "effective", "after", NULL, "`from` names the first day that counts: effective from 2024-01-01"},
    {TK_MEASURE, "effective", "before", NULL, "`until` names the last day that counts: effective until 2024-12-31"},
    {TK_MEASURE, "effective", "after", NULL, "`from` names the first day that counts: effective from 2024-01-01"},
    {TK_MEASURE, NULL, "xor", "or", "`or` lets both pass: write `or`, or say each case with its own parentheses"},
    {TK_COUNTS_ONLY, NULL, "xor", "or", "`or` lets both pass: write `or`, or say each case with its own parentheses"},
    {TK_EXAMPLE, "may", "not", "count", "write `does not count`; what is open: `may count`"},
};

/* `with "A" and "B"`, where any one will do. */
static bool doubt_joins(const struct parse_item *item, size_t at) {
    size_t list = at;
    bool texts = at && at + 1 < item->count && item->tokens[at].kind == TK_AND && item->tokens[at - 1].kind == TK_TEXT &&
                 item->tokens[at + 1].kind == TK_TEXT;
    while (texts && list > 0 && (item->tokens[list - 1].kind == TK_TEXT || item->tokens[list - 1].kind == TK_COMMA))
        list--;
    if (at && item->tokens[at - 1].kind == TK_DESIGNATION)
        for (size_t i = at; i < item->count; i++)
            if (item->tokens[i].kind == TK_AND) return true;
    int before = texts && list ? item->tokens[list - 1].kind : TK_YYEOF;
    return item->tokens[0].kind == TK_REQUIRES && (before == TK_WITH || before == TK_DESIGNATION);
}

bool edit_of_each(const struct token *token) {
    static const char *const words[] = {"each", "every", "all", "both", "per", "hardly", "nearly", "almost", "exactly"};
    for (size_t i = 0; i < sizeof words / sizeof *words && token->kind != TK_TEXT && token->text; i++)
        if (strcmp(token->text, words[i]) == 0) return true;
    return false;
}

static bool doubt_is(const struct token *token, const char *word) {
    return token->kind != TK_TEXT && token->text && strcmp(token->text, word) == 0;
}

const char *parse_doubt(const struct parse_item *item, const struct parse_failure *failure) {
    size_t at = failure->at;
    const struct token *token = parse_token_at(item, at);
    if (at && doubt_joins(item, at)) return DOUBT_EACH;
    int unit = parse_token_at(item, at + 2)->kind;
    bool window = token->kind == TK_OVER && (unit == TK_MONTHS || unit == TK_MONTH || unit == TK_YEAR || unit == TK_YEARS);
    bool less = doubt_is(parse_token_at(item, at + 1), "less") || doubt_is(parse_token_at(item, at + 1), "fewer");
    if (window || less) return NULL;
    for (size_t i = 0; at && i < sizeof doubts / sizeof *doubts; i++) {
        bool behind = !doubts[i].behind || doubt_is(&item->tokens[at - 1], doubts[i].behind);
        bool expected = !doubts[i].expected || parse_expects(failure, doubts[i].expected);
        if (item->tokens[0].kind == doubts[i].item && behind && expected && doubt_is(token, doubts[i].found))
            return doubts[i].remedy;
    }
    return NULL;
}

bool edit_of_answer(const struct edit_search *search) {
    const struct token *token = edit_token(search, search->failure->at);
    bool answer = search->item->tokens[0].kind == TK_EXAMPLE &&
                  (parse_expects(search->failure, "does") || parse_expects(search->failure, "cannot") ||
                   parse_expects(search->failure, "met"));
    return answer && search->failure->at < search->item->count &&
           (token->kind == TK_WORD || token->kind == TK_IS || token->kind == TK_MAY || token->kind == TK_BE);
}
