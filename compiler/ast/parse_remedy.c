/* parse_remedy.c - what people write in requirements and their examples instead of what the language says. */
#include "compiler/ast/parse.h"
#include "parser.h"

#include <string.h>

enum { REMEDY_ANY = -1 }; /* whatever stands before, or is found */

/* The first row that fits: the token before, the one found, a word that was expected there or NULL. */
static const struct {
    int previous, found;
    const char *expected, *remedy;
} remedy_table[] = {
    {REMEDY_ANY, TK_PERCENT, NULL, "a percentage is one of growth: `growth of at least 35 percent in`"},
    {TK_REQUIRES, TK_NUMBER, NULL, "write `at least` before it"},
    {REMEDY_ANY, TK_NUMBER, "at", "write `at least` before it"},
    {TK_COMMA, TK_EFFECTIVE, NULL, "options are in force together: `either effective ...`"},
    {REMEDY_ANY, TK_EFFECTIVE, ",", "a comma stands before `effective`"},
    {TK_AUDIT, TK_VALID, NULL, "write `audit by a third party, valid for 2 years`"},
    {REMEDY_ANY, TK_VALID, ",", "a comma stands before `valid for`"},
    {REMEDY_ANY, TK_OF, ",", "a comma stands before `of which`"},
    {TK_CUSTOMER, TK_REFERENCE, NULL, "write `customer references`, or `at least 1 customer reference`"},
    {TK_EITHER, REMEDY_ANY, "effective", "each option has a name: `option \"users\" growth of ...`"},
    {REMEDY_ANY, TK_OR, ",", "of several, any of which will do: `requires either option \"1\" ... option \"2\" ...`"},
    {TK_NUMBER, TK_DAYS, "months", "a time is one of whole months or years"},
    {TK_NUMBER, TK_NAME, "percent", "growth is one of a metric: `growth of at least 1,000 in \"METRIC\"`"},
    {TK_PERCENT, TK_OF, "in", "write `percent in \"METRIC\"`"},
    {TK_IN, TK_NAME, "a text in quotes", "a metric stands in quotes: `in \"Monthly active users\"`"},
    {TK_WITH, TK_NAME, "a text in quotes", "a certification stands in quotes: `with \"CODE\"`"},
    {TK_NUMBER, TK_OF, "reference", "an amount states its currency: `9,000 USD of`"},
    {TK_NUMBER, TK_OF, "people", "an amount states its currency: `at least 9,000 USD of`"},
    {TK_PEOPLE, REMEDY_ANY, "with", "write `people with \"CODE\"`"},
    {TK_PERSON, REMEDY_ANY, "with", "write `person with \"CODE\"`"},
    {REMEDY_ANY, TK_REQUIRES, "over", "how many months are summed? `over 3 months`"},
    /* Examples. */
    {REMEDY_ANY, TK_DATE, "a month", "a month is written 2024-01"},
    {REMEDY_ANY, TK_YEAR_MONTH, "a date", "a date has a day: 2024-01-31"},
    {TK_DATE, TK_IS, "with", "say what is given; of nothing: `with nothing is ...`"},
    {TK_TEXT, TK_WITH, "as", "say of which day it speaks: `as of 2024-04-01 with`"},
    {TK_WITH, TK_ANY, "a text in quotes", "say what they hold: `2 people with \"A\", 1 person with \"B\"`"},
    {TK_COMMA, TK_TEXT, "undecided", "what the same people hold is joined by `and`: `2 people with \"A\" and \"B\"`"},
    {TK_COMMA, TK_NOTHING, "undecided", "`nothing` stands alone: leave it out"},
    {TK_NOTHING, TK_COMMA, NULL, "`nothing` stands alone: leave it out"},
    {REMEDY_ANY, TK_AND, "cannot", "what is given is separated by commas"},
    {REMEDY_ANY, TK_MET, "is", "write `is met`"},
    {TK_PASSED, REMEDY_ANY, "a date", "write the day: `audit passed 2023-01-31`"},
    {REMEDY_ANY, TK_FROM, "in", "say of which month it is: `in 2024-01 from`"},
};

static bool remedy_expects(const char *const *expected, size_t count, const char *name) {
    for (size_t i = 0; i < count && name; i++)
        if (strcmp(expected[i], name) == 0) return true;
    return !name;
}

/* Words that the language does not have. */
static const char *remedy_word(const struct token *previous, const char *word) {
    if (previous->kind == TK_CANNOT) return "write `cannot be told`";
    if (strcmp(word, "unpublished") == 0) return "write `not published`";
    if (previous->kind == TK_REQUIRES && (strcmp(word, "an") == 0 || strcmp(word, "the") == 0))
        return "leave it out: `requires audit by a third party`";
    return NULL;
}

const char *parse_remedy_requirement(const struct parse *parse, const struct token *previous,
                                     const char *const *expected, size_t count) {
    const struct token *token = &parse->token;
    const char *word = token->kind == TK_WORD ? remedy_word(previous, token->text) : NULL;
    if (word) return word;
    for (size_t i = 0; i < sizeof remedy_table / sizeof *remedy_table; i++) {
        bool before = remedy_table[i].previous == REMEDY_ANY || remedy_table[i].previous == previous->kind;
        bool found = remedy_table[i].found == REMEDY_ANY || remedy_table[i].found == token->kind;
        if (before && found && remedy_expects(expected, count, remedy_table[i].expected)) return remedy_table[i].remedy;
    }
    return NULL;
}
