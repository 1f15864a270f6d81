/* parse_remedy.c - what people write instead of what the language says, where it takes the author to say what was
 * meant. */
#include "compiler/ast/parse_edit.h"
#include "parser.h"

#include <string.h>

enum { REMEDY_ANY = -4 }; /* whatever stands before, or is found */

#define REMEDY_BLANK                                                                                                   \
    "say what a blank does: `is none of \"X\"` (a blank passes), `is anything except \"X\"` (a blank fails)"
#define REMEDY_TEXTS     "conditions compare texts: write the values, `is any of \"X\", \"Y\"`"
#define REMEDY_WHOLE     "conditions compare whole values: write them all, `is any of \"X\", \"Y\"`"
#define REMEDY_CONDITION "write a condition behind it: FIELD is \"VALUE\""
#define REMEDY_PERIOD                                                                                                  \
    "write `measure \"NAME\" effective from 2024-01-01 counts usage`; of a requirement: `, effective from "            \
    "2024-01-01` behind it"

struct remedy {
    int previous, found;
    const char *expected, *remedy;
};

/* Asked before edits are tried: the first row that fits the token before, the one found, and a word that was expected
 * there or NULL. */
static const struct remedy remedy_first[] = {
    {TK_TEXT, TK_COMMA, "in", "it means one value: means \"VALUE\" in FIELD"},
    {TK_NOT, TK_TEXT, "blank", REMEDY_BLANK},
    {TK_AND, TK_OR, NULL, "write `and` or `or`, not both"},
    {TK_OR, TK_AND, NULL, "write `and` or `or`, not both"},
    {TK_OPEN, TK_CLOSE, NULL, REMEDY_CONDITION},
    {TK_USAGE, TK_EFFECTIVE, NULL, REMEDY_PERIOD},
    {TK_REQUIRES, TK_EFFECTIVE, NULL, "it stands behind the requirement: `, effective from 2024-01-01`"},
    {TK_NAME, TK_MONTHLY, "of", "write: monthly average of at least 2,000 USD of \"MEASURE\""},
    {TK_DATE, TK_FROM, NULL, "`from` stands before `until`: effective from 2024-01-01 until 2024-12-31"},
};

/* Words and signs that no edit can stand for: behind a name or `is`. */
static const struct {
    const char *found, *remedy;
} remedy_tests[] = {
    {"!=", REMEDY_BLANK},
    {"<>", REMEDY_BLANK},
    {"\xE2\x89\xA0", REMEDY_BLANK},
    {"isn't", REMEDY_BLANK},
    {"excluding", REMEDY_BLANK},
    {"excludes", REMEDY_BLANK},
    {"unlike", REMEDY_BLANK},
    {"not", REMEDY_BLANK},
    {"aren't", REMEDY_BLANK},
    {"differs", REMEDY_BLANK},
    {"does", REMEDY_BLANK},
    {"doesn't", REMEDY_BLANK},
    {"never", REMEDY_BLANK},
    {"lacks", REMEDY_BLANK},
    {">", REMEDY_TEXTS},
    {">=", REMEDY_TEXTS},
    {"<", REMEDY_TEXTS},
    {"<=", REMEDY_TEXTS},
    {"\xE2\x89\xA5", REMEDY_TEXTS},
    {"\xE2\x89\xA4", REMEDY_TEXTS},
    {"greater", REMEDY_TEXTS},
    {"less", REMEDY_TEXTS},
    {"between", REMEDY_TEXTS},
    {"above", REMEDY_TEXTS},
    {"below", REMEDY_TEXTS},
    {"begins", REMEDY_WHOLE},
    {"starts", REMEDY_WHOLE},
    {"ends", REMEDY_WHOLE},
    {"contains", REMEDY_WHOLE},
    {"like", REMEDY_WHOLE},
    {"matches", REMEDY_WHOLE},
    {"includes", REMEDY_WHOLE},
    {"startswith", REMEDY_WHOLE},
    {"beginning", REMEDY_WHOLE},
    {"starting", REMEDY_WHOLE},
    {"containing", REMEDY_WHOLE},
    {"endswith", REMEDY_WHOLE},
    {"rlike", REMEDY_WHOLE},
    {"ilike", REMEDY_WHOLE},
    {"regex", REMEDY_WHOLE},
    {"*", REMEDY_WHOLE},
    {"%", REMEDY_WHOLE},
    {"~", REMEDY_WHOLE},
    {"=~", REMEDY_WHOLE},
};

/* What is missing where an item ends, by the word before: no edit can say it. */
static const struct remedy remedy_missing[] = {
    {TK_AND, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_OR, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_THEN, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_WHERE, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_OPEN, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_TEXT, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_IS, REMEDY_ANY, "any", "write a value: `is \"VALUE\"`, `is any of \"X\", \"Y\"`, `is blank`"},
    {TK_OF, REMEDY_ANY, "blank", "write values: \"X\", \"Y\""},
    {TK_EXCEPT, REMEDY_ANY, "blank", "write values: \"X\", \"Y\""},
    {TK_AND, REMEDY_ANY, NULL, "write what is missing behind it, or leave `and` out"},
    {REMEDY_ANY, REMEDY_ANY, "over", "how many months are summed? `over 3 months`"},
    {REMEDY_ANY, REMEDY_ANY, "does", "say what follows: counts as \"MEASURE\" | does not count | may count"},
    {REMEDY_ANY, REMEDY_ANY, "cannot", "say what follows: is met | is not met | cannot be told"},
};

/* Asked when no edit was found. */
static const struct remedy remedy_last[] = {
    {TK_ALIAS, TK_NAME, NULL, "the field stands at the end: alias \"TEXT\" means \"VALUE\" in FIELD"},
    {TK_SPELLING, TK_NAME, NULL, "the field stands at the end: spelling \"TEXT\" means \"VALUE\" in FIELD"},
    {TK_NOT, REMEDY_ANY, "blank", REMEDY_BLANK},
    {TK_TEXT, TK_COMMA, "under", "of several roles any one will do: as any of \"ROLE\", \"ROLE\""},
    {TK_USAGE, TK_OPTION, "where", "options stand behind `under either`: counts usage under either option \"1\" ..."},
    {TK_COMMA, TK_BLANK, "a text in quotes", "a blank cell needs no mention here: leave it out"},
    {TK_EXCEPT, TK_BLANK, "a text in quotes", "a blank cell names no customer anyway: leave `except blank` out"},
    {REMEDY_ANY, TK_PERCENT, NULL, "a percentage is one of growth: `growth of at least 35 percent in`"},
    {TK_TEXT, TK_OPEN, "titled", "write: certification \"CODE\" titled \"TITLE\""},
    {TK_TEXT, TK_COMMA, "titled", "each certification is an item of its own: certification \"CODE\" titled \"TITLE\""},
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
    {REMEDY_ANY, TK_YEAR_MONTH, "a date", "a date has a day: 2023-07-11; a citation may name a year alone: 2023"},
    {TK_DATE, TK_IS, "with", "say what is given; of nothing: `with nothing is ...`"},
    {TK_TEXT, TK_WITH, "as", "say of which day it speaks: `as of 2024-04-01 with`"},
    {TK_WITH, TK_ANY, "a text in quotes", "say what they hold: `2 people with \"A\", 1 person with \"B\"`"},
    {TK_COMMA, TK_TEXT, "undecided", "what the same people hold is joined by `and`: `2 people with \"A\" and \"B\"`; "
                                   "an amount has one customer"},
    {TK_COMMA, TK_NOTHING, "undecided", "`nothing` stands alone: leave it out"},
    {TK_NOTHING, TK_COMMA, NULL, "`nothing` stands alone: leave it out"},
    {REMEDY_ANY, TK_AND, "cannot", "what is given is separated by commas"},
    {REMEDY_ANY, TK_MET, "is", "write `is met`, or `is not met`"},
    {TK_PASSED, REMEDY_ANY, "a date", "write the day: `audit passed 2023-01-31`"},
    {REMEDY_ANY, TK_FROM, "in", "say of which month it is: `in 2024-01 from`"},
    /* Anywhere. */
    {TK_CITES, REMEDY_ANY, "a text in quotes", "write: cites \"DOCUMENT\", 2023-07-11"},
    {TK_COMMA, REMEDY_ANY, "a date", "a date stands here, 2023-07-11, or a year"},
    {REMEDY_ANY, TK_EFFECTIVE, NULL, REMEDY_PERIOD},
    {TK_VALID, REMEDY_ANY, "for", "write a time: valid for 2 years"},
    {TK_IS, TK_NEITHER, NULL, "write `is none of \"X\", \"Y\"`"},
    {REMEDY_ANY, TK_PER, "from", "of customers: `from at least 3 customers`"},
    {TK_EFFECTIVE, REMEDY_ANY, NULL, "write: effective from 2024-01-01 until 2024-12-31"},
    {TK_FROM, REMEDY_ANY, "a date", "a date has a day: 2024-01-01"},
    {TK_UNTIL, REMEDY_ANY, "a date", "a date has a day: 2024-12-31"},
    {TK_OR, TK_TEXT, NULL, "several values of one field: `is any of \"X\", \"Y\"`"},
    {TK_AND, TK_TEXT, NULL, "several values of one field: `is any of \"X\", \"Y\"`"},
    {TK_TEXT, TK_COMMA, "and", "several values: `is any of \"X\", \"Y\"`; a further condition: `and`"},
    {TK_AND, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_OR, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_THEN, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_WHERE, TK_OPTION, NULL, "options stand behind `counts usage under either`"},
    {TK_WHERE, REMEDY_ANY, "(", REMEDY_CONDITION},
    {TK_OPEN, REMEDY_ANY, "(", REMEDY_CONDITION},
    {REMEDY_ANY, TK_IS, "(", "a condition begins with its field: FIELD is \"VALUE\""},
    {TK_IS, REMEDY_ANY, "any", "write a value: `is \"VALUE\"`, `is any of \"X\", \"Y\"`, `is blank`"},
    {TK_OF, REMEDY_ANY, "blank", "write values: \"X\", \"Y\""},
    {TK_OF, REMEDY_ANY, "a name", "write its field: list NAME of FIELD"},
    {TK_EXCEPT, REMEDY_ANY, "blank", "write values: \"X\", \"Y\""},
    {TK_NAME, REMEDY_ANY, "is", "write a condition: FIELD is \"VALUE\""},
    {TK_NAME, REMEDY_ANY, "absent", "write its value: FIELD \"VALUE\""},
    {TK_GIVEN, REMEDY_ANY, NULL, "write a field and its value: given FIELD \"VALUE\""},
    {TK_MEASURE, REMEDY_ANY, NULL, "write its name: measure \"NAME\" counts usage where"},
    {TK_EXAMPLE, REMEDY_ANY, NULL, "write its name: example \"NAME\""},
    {TK_OPTION, REMEDY_ANY, NULL, "write its name: option \"NAME\""},
    {TK_SPECIALIZATION, REMEDY_ANY, NULL, "write its name: specialization \"NAME\""},
    {TK_REQUIRES, REMEDY_ANY, NULL,
     "write: requires at least 30,000 USD of \"MEASURE\" over 3 months | at least 2 people with \"CODE\" | audit by a "
     "third party"},
    {TK_PREFERRING, REMEDY_ANY, NULL, "write a field and its values: preferring FIELD \"X\", \"Y\""},
    {TK_COLUMN, REMEDY_ANY, NULL, "write the header: column \"HEADER\""},
    {TK_OVER, REMEDY_ANY, NULL, "write a number of months: over 3 months"},
    {TK_EVERY, REMEDY_ANY, NULL, "write a number: every 1 year"},
    {TK_NUMBER, REMEDY_ANY, "months", "a time is one of whole months or years: 3 months"},
    {TK_NUMBER, REMEDY_ANY, "customers", "write: from at least 3 customers"},
    {TK_NUMBER, REMEDY_ANY, "days", "write a number of days: 60 days"},
    {TK_FROM, REMEDY_ANY, "at", "write: from at least 3 customers"},
    {TK_LEAST, REMEDY_ANY, NULL, "a number stands behind `at least`"},
    {TK_WITH, REMEDY_ANY, "any", "write a certification: with \"CODE\""},
    {REMEDY_ANY, TK_CLOSE, NULL, "no `(` opens this parenthesis: leave it out"},
    {TK_NUMBER, REMEDY_ANY, "with",
     "write: of which at least 3,000 USD of \"MEASURE\"; of people: of which at least 1 with \"CODE\""},
    {TK_ACCEPTS, REMEDY_ANY, NULL, "write: accepts CODE as \"MARK\" because \"REASON\""},
    {TK_GROWTH, TK_NOT, NULL, "write `requires performance not published`"},
    {TK_TEXT, TK_COMMA, "counts", "a measure has one name; former ones stand behind it: formerly \"NAME\""},
    {TK_TEXT, TK_FORMERLY, "counts", "it stands behind the condition of its measure: formerly \"NAME\""},
    {TK_DATE, TK_AND, "at", "each citation is an item of its own: cites \"DOCUMENT\", 2023-07-11"},
    {TK_NO, REMEDY_ANY, "people", "write: with no people | no designation | no audit | no references | nothing"},
    {REMEDY_ANY, TK_WORD, "does", "say what follows: counts as \"MEASURE\" | does not count | may count"},
    {REMEDY_ANY, TK_IS, "does", "say what follows: counts as \"MEASURE\" | does not count | may count"},
    {REMEDY_ANY, TK_WORD, "cannot", "say what follows: is met | is not met | cannot be told"},
    {REMEDY_ANY, TK_DOES, "cannot", "say what follows: is met | is not met | cannot be told"},
    {REMEDY_ANY, TK_COUNTS, "cannot", "say what follows: is met | is not met | cannot be told"},
    {REMEDY_ANY, TK_NOT, "cannot", "say what follows: is met | is not met | cannot be told"},
    {REMEDY_ANY, TK_MAY, "cannot", "say what follows: is met | is not met | cannot be told"},
    {REMEDY_ANY, TK_WORD, "met", "say what follows: is met | is not met | cannot be told"},
};

static const char *remedy_find(const struct remedy *rows, size_t count, const struct parse_item *item,
                               const struct parse_failure *failure) {
    int found = parse_token_at(item, failure->at)->kind;
    int previous = failure->at ? item->tokens[failure->at - 1].kind : TK_YYEOF;
    for (size_t i = 0; i < count; i++) {
        bool before = rows[i].previous == REMEDY_ANY || rows[i].previous == previous;
        bool fits = rows[i].found == REMEDY_ANY || rows[i].found == found;
        if (before && fits && (!rows[i].expected || parse_expects(failure, rows[i].expected))) return rows[i].remedy;
    }
    return NULL;
}

/* Whether a row of what is asked last names the word that was found. */
bool parse_is_known(const struct parse_item *item, const struct parse_failure *failure) {
    int found = parse_token_at(item, failure->at)->kind;
    const char *remedy = remedy_find(remedy_last, sizeof remedy_last / sizeof *remedy_last, item, failure);
    for (size_t i = 0; remedy && i < sizeof remedy_last / sizeof *remedy_last; i++)
        if (remedy_last[i].remedy == remedy && remedy_last[i].found == found) return true;
    return false;
}

/* A comparison that the language does not have. */
static const char *remedy_test(const struct parse_item *item, const struct parse_failure *failure) {
    const struct token *token = parse_token_at(item, failure->at);
    int previous = failure->at ? item->tokens[failure->at - 1].kind : TK_YYEOF;
    if ((previous != TK_NAME && previous != TK_IS) || !parse_expects(failure, previous == TK_IS ? "any" : "is"))
        return NULL;
    bool not = token->kind == TK_NOT && parse_token_at(item, failure->at + 1)->kind != TK_TEXT;
    for (size_t i = 0; i < sizeof remedy_tests / sizeof *remedy_tests && token->text && token->kind != TK_TEXT && !not ;
         i++)
        if (strcmp(remedy_tests[i].found, token->text) == 0) return remedy_tests[i].remedy;
    return NULL;
}

/* `not FIELD is ...` */
static const char *remedy_negation(const struct parse_item *item, const struct parse_failure *failure) {
    bool not = parse_token_at(item, failure->at)->kind == TK_NOT && parse_expects(failure, "(");
    return not ? "the negation stands behind `is`: FIELD is none of \"X\"" : NULL;
}

/* Whether an item ends where something is missing: at its end, or before what closes its part. */
static bool remedy_ends(const struct parse_item *item, const struct parse_failure *failure) {
    int kind = parse_token_at(item, failure->at)->kind;
    int before = failure->at ? item->tokens[failure->at - 1].kind : TK_YYEOF;
    if (kind == TK_OPTION && (before == TK_OR || before == TK_AND || before == TK_WHERE)) return false;
    return failure->at >= item->count || kind == TK_CLOSE || kind == TK_OPTION || kind == TK_END;
}

/* A word that a quote follows at once: the text it is of was not opened. */
static bool remedy_unopened(const struct parse_item *item, const struct parse_failure *failure) {
    const struct token *token = parse_token_at(item, failure->at), *next = parse_token_at(item, failure->at + 1);
    const struct token *before = failure->at ? parse_token_at(item, failure->at - 1) : token;
    if (before->kind == TK_TEXT && before->span.end == token->span.begin) return false; /* quotes within a text */
    bool word = token->kind == TK_NAME || token->kind == TK_WORD || token->kind == TK_NUMBER;
    return word && next->span.begin == token->span.end && next->text &&
           (next->kind == TK_TEXT || next->kind == TOKEN_WRONG);
}

/* What follows an example, where it is said of several measures. */
static const char *remedy_outcome(const struct parse_item *item, const struct parse_failure *failure) {
    const struct token *token = parse_token_at(item, failure->at), *next = parse_token_at(item, failure->at + 1);
    bool outcome = item->tokens[0].kind == TK_EXAMPLE && failure->at && item->tokens[failure->at - 1].kind == TK_TEXT;
    size_t at = failure->at;
    while (outcome && at > 0 && item->tokens[at].kind != TK_COUNTS && item->tokens[at].kind != TK_COUNT)
        at--;
    return outcome && at && token->kind == TK_OR && next->kind == TK_TEXT
               ? "an example says what is certain: `counts as \"A\" and does not count as \"B\"`; else `may count as \"A\", \"B\"`"
               : NULL;
}

/* `is met: ...`: words behind what an example says. */
static const char *remedy_answer(const struct parse_item *item, const struct parse_failure *failure) {
    bool met = item->tokens[0].kind == TK_EXAMPLE && failure->at && failure->at < item->count &&
               item->tokens[failure->at - 1].kind == TK_MET && lexer_role(item->tokens[failure->at].kind) == WORD_INNER;
    for (size_t i = failure->at; met && i < item->count; i++)
        if (edit_negates(&item->tokens[i])) return "write one of: is met | is not met | cannot be told";
    return NULL;
}

/* An upper bound, which no requirement has. */
static const char *remedy_bound(const struct parse_item *item, const struct parse_failure *failure) {
    static const char *const words[] = {"most", "between", "maximum", "max", "under", "below", "less", "fewer"};
    const struct token *token = parse_token_at(item, failure->at);
    for (size_t i = 0; i < sizeof words / sizeof *words && token->kind == TK_WORD; i++)
        if (item->tokens[0].kind == TK_REQUIRES && strcmp(words[i], token->text) == 0)
            return "a requirement says how much is needed, and has no upper bound: write `at least`";
    return NULL;
}

bool parse_remedy(const struct parse_item *item, const struct parse_failure *failure, struct parse_edit *edit) {
    const char *hint = remedy_find(remedy_first, sizeof remedy_first / sizeof *remedy_first, item, failure);
    if (!hint) hint = parse_doubt(item, failure);
    bool period = parse_token_at(item, failure->at)->kind == TK_EFFECTIVE && item->tokens[0].kind == TK_MEASURE;
    if (!hint && period) hint = REMEDY_PERIOD;
    bool cites = item->tokens[0].kind == TK_CITES && parse_expects(failure, ",");
    if (!hint && cites && remedy_ends(item, failure))
        hint = "a date stands behind the title: cites \"DOCUMENT\", 2023-07-11";
    if (!hint && remedy_ends(item, failure))
        hint = remedy_find(remedy_missing, sizeof remedy_missing / sizeof *remedy_missing, item, failure);
    if (!hint) hint = remedy_test(item, failure);
    if (!hint && remedy_unopened(item, failure)) hint = "is the opening quote of the text missing?";
    if (!hint) hint = remedy_negation(item, failure);
    if (!hint) hint = remedy_bound(item, failure);
    if (!hint) hint = remedy_outcome(item, failure);
    *edit = (struct parse_edit){.hint = hint};
    if (cites && hint) edit->message = "a comma and a date are missing here";
    return hint;
}

/* Signs of web pages, lists and other languages. */
static const char *remedy_sign(const struct token *token, bool first, bool conditions) {
    static const struct {
        const char *begins, *remedy;
    } signs[] = {
        {"<", "leave tags of HTML out"},
        {"&", "an entity of HTML: write the character itself, \" or a blank"},
        {"[", "leave it out: values and names stand without brackets"},
        {"]", "leave it out: values and names stand without brackets"},
        {"://", "an address stands in quotes"},
        {";", "leave it out: a comma separates values, and nothing ends a line"},
        {"$", "the currency stands behind the amount: 30,000 USD"},
        {"%", "a percentage is one of growth: `growth of at least 35 percent in`; of anything else write the number"},
    };
    bool bullet = first && strcmp(token->text, "**") != 0 && (strchr("-*+", token->text[0]) || token->text[0] & 0x80);
    if (bullet && !conditions) return "a bullet says nothing: leave it out";
    if (bullet) return "a bullet says nothing: leave it out, and join conditions by `and`";
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(token->text, signs[i].begins, strlen(signs[i].begins)) == 0) return signs[i].remedy;
    return NULL;
}

const char *parse_hint(struct parse *parse, const struct parse_item *item, const struct parse_failure *failure) {
    const struct token *token = parse_token_at(item, failure->at);
    const struct token *before = failure->at ? &item->tokens[failure->at - 1] : token;
    bool conditions = item->tokens[0].kind == TK_MEASURE || item->tokens[0].kind == TK_COUNTS_ONLY;
    if (item->tokens[0].kind == TK_LIST && lexer_role(token->kind) == WORD_ITEM && token->kind != TK_END)
        return "a list holds texts alone: move this line out, or write `end` before it";
    const char *answer = remedy_answer(item, failure);
    if (answer) return answer;
    if (token->kind == TOKEN_ODD) return remedy_sign(token, parse_first_on_line(parse, token->span), conditions);
    bool touches =
        before->kind == TK_TEXT && before->span.end == token->span.begin && failure->at < item->count &&
        token->kind != TK_COMMA && token->kind != TK_OPEN && token->kind != TK_CLOSE && token->kind != TK_DATE;
    if (touches && strchr(before->text, '\\')) return "a quote within a text is doubled: \"\"";
    if (touches) return "is a double quote missing, or one too many? Within a text it is doubled";
    bool cut = token->kind == TK_NAME && before->kind == TK_NAME && before != token;
    if (cut) return "a name is one: a comment within it cuts it in two, so put the comment behind it";
    int kind = item->tokens[0].kind;
    if (before->kind == TK_NAME && failure->at > 1 && before[-1].kind == TK_NUMBER && parse_expects(failure, "of"))
        return strcmp(before->text, parse_currency(parse)) == 0
                   ? "its measures stand behind `of`: `30,000 USD of \"MEASURE\"`"
                   : arena_format(parse->arena, "people: `%s people with \"%s\"`; an amount: `%s %s of \"MEASURE\"`",
                                  before[-1].text, before->text, parse_grouped(parse->arena, before[-1].text),
                                  parse_currency(parse));
    if (token->kind == TK_TEXT && (kind == TK_NOTE || kind == TK_AREA || kind == TK_EDITION))
        return "one text: join them";
    if (token->kind == TK_COMMA && before->kind == TK_TEXT && parse_expects(failure, "area"))
        return kind == TK_AREA ? "one area: area \"AREA\"" : "one name; former ones are items: formerly \"NAME\"";
    bool remark = token->kind == TK_OPEN && before->kind == TK_TEXT && parse_expects(failure, "area") &&
                  !parse_first_on_line(parse, token->span);
    if (remark) return "a remark begins with `#`: write `#` before it, or leave it out";
    const char *hint = remedy_find(remedy_last, sizeof remedy_last / sizeof *remedy_last, item, failure);
    if (!hint && token->kind == TK_TEXT && parse_expects(failure, "a name"))
        hint = "fields and lists are written without quotes";
    if (!hint && token->kind == TK_NAME && parse_expects(failure, "a text in quotes"))
        hint = arena_format(parse->arena, "write it in quotes: \"%s\"", token->text);
    return hint;
}
