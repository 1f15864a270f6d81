/* parse_edit_repair.c - the fewest small steps that turn an item into one that the grammar takes.
 *
 * Where no known edit fits, a few steps are tried at the place of the mistake, one behind the other: a word that the
 * grammar expects is put in, a word that means nothing here is left out, or is replaced by one. Texts, names, numbers,
 * and words that decide what an item means are never touched, and nothing is negated, or loses its negation: a step may
 * mend a sentence, not write another one. Where two different words would do, nobody can tell which was meant, and no
 * edit is offered. */
#include "compiler/ast/parse_edit.h"

#include "parser.h"

#include <string.h>

enum { REPAIR_STEPS = 4, REPAIR_TRIES = 400, REPAIR_TRIES_OF_FILE = 20000, REPAIR_TOKENS = 300 };

struct repair {
    struct edit_search *search;
    const char *found; /* how the repair reads; NULL: none is known yet */
    size_t from, to;   /* the tokens of the item that it replaces */
    bool puts;         /* something is put in, not only left out */
    bool several;      /* there are two, which mean different things */
    size_t tries;
};

/* Words and signs that say nothing by themselves. */
static bool repair_is_filler(const struct token *token) {
    static const int fillers[] = {TK_A,  TK_ALL,  TK_AS,   TK_AT,  TK_BE,    TK_BY,    TK_FOR,  TK_FROM,  TK_IN, TK_IS,
                                  TK_OF, TK_ANY,  TK_TO,   TK_WITH, TK_OVER, TK_PER,  TK_WHERE, TK_COMMA, TK_WHICH};
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
        if (token->kind == fillers[i]) return true;
    return (token->kind == TK_WORD && !edit_of_each(token)) || (token->kind == TOKEN_ODD && !strpbrk(token->text, "0123456789\""));
}

/* Words that stand for a value, or begin a part of a sentence that nobody wrote. */
static bool repair_means(int kind) {
    static const int words[] = {TK_BLANK, TK_NOTHING, TK_ABSENT, TK_NAMED, TK_VALID, TK_EFFECTIVE, TK_MONTHLY, TK_UNDECIDED, TK_MUST, TK_MAY};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kind == words[i]) return true;
    return false;
}

bool edit_negates(const struct token *token) {
    static const char *const words[] = {"not",     "no",        "none",    "except",   "neither", "nor", "unless",
                                        "without", "never",     "other",   "exclude",  "minus",   "!",   "!=",
                                        "isn't",   "excluding", "doesn't", "excludes", "ignore",  "<>",  "~",
                                        "false",   "unmet",     "fails",   "fail",     "cannot",  "can't"};
    for (size_t i = 0; i < sizeof words / sizeof *words && token->kind != TK_TEXT && token->text; i++)
        if (strcmp(token->text, words[i]) == 0) return true;
    return false;
}

/* ---- What was found ---- */

static bool repair_same(const struct token *a, const struct token *b) {
    return a->kind == b->kind && a->span.begin == b->span.begin && a->span.end == b->span.end;
}

/* What stands in tokens, those that were put in by their words, and the others as they are written. */
static const char *repair_text(const struct repair *repair, const struct token *tokens, size_t count) {
    struct parse *parse = repair->search->parse;
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        bool made = tokens[i].span.end == 0;
        const char *word = made ? tokens[i].text : parse_written(parse, tokens[i].span);
        bool close = i == 0 || (made && strcmp(word, ",") == 0);
        text = arena_format(parse->arena, "%s%s%s", text, close ? "" : " ", word);
    }
    return text;
}

static void repair_take(struct repair *repair, const struct token *tokens, size_t count) {
    const struct parse_item *item = repair->search->item;
    size_t front = 0, back = 0;
    while (front < count && front < item->count && repair_same(&tokens[front], &item->tokens[front]))
        front++;
    while (back < count - front && back < item->count - front &&
           repair_same(&tokens[count - 1 - back], &item->tokens[item->count - 1 - back]))
        back++;
    const char *text = repair_text(repair, tokens + front, count - front - back);
    bool same = repair->found && repair->from == front && repair->to == item->count - back;
    /* `day` and `days` say the same. */
    size_t length = repair->found ? strlen(repair->found) : 0;
    bool plural = same && strncmp(repair->found, text, length < strlen(text) ? length : strlen(text)) == 0;
    if (repair->found && !plural) repair->several = true;
    if (repair->found) return;
    repair->found = text;
    for (size_t i = 0; i < count; i++)
        repair->puts = repair->puts || tokens[i].span.end == 0;
    repair->from = front;
    repair->to = item->count - back;
}

/* ---- Steps ---- */

static void repair_search(struct repair *repair, const struct token *tokens, size_t count, size_t from, size_t steps);

/* Tokens [at, at + gone) are replaced by one, or by none where it is NULL. */
static void repair_step(struct repair *repair, const struct token *tokens, size_t count, size_t at, size_t gone,
                        const struct token *put, size_t steps) {
    struct token *next = ARENA_ARRAY(repair->search->parse->arena, count + 1, struct token);
    size_t length = 0;
    for (size_t i = 0; i < at; i++)
        next[length++] = tokens[i];
    if (put) next[length++] = *put;
    for (size_t i = at + gone; i < count; i++)
        next[length++] = tokens[i];
    repair_search(repair, next, length, at + (put != NULL), steps - 1);
}

/* Whether a word may become a keyword: what it is known to stand for, where anything is known. */
static bool repair_becomes(const struct token *token, const char *keyword) {
    bool known = false;
    if (!repair_is_filler(token) && !edit_negates(token)) return false;
    for (size_t i = 0; token->kind == TK_WORD; i++) {
        const char *found, *instead = edit_instead(i, &found);
        if (!instead) break;
        if (strcmp(found, token->text) != 0 || !*instead || edit_negates(token)) continue;
        if (strcmp(instead, keyword) == 0) return true;
        known = true;
    }
    return !known;
}

static void repair_word(struct repair *repair, const struct token *tokens, size_t count, size_t at, const char *name,
                        size_t steps) {
    const struct keyword *keyword = parse_keyword(name, strlen(name));
    bool comma = strcmp(name, ",") == 0;
    if (!comma && (!keyword || keyword->role != WORD_INNER || repair_means(keyword->kind))) return;
    struct token put = {comma ? TK_COMMA : keyword->kind, {0, 0}, comma ? "," : keyword->spelling, 0};
    bool negates = edit_negates(&put), negated = at < count && edit_negates(&tokens[at]);
    if (at < count && negates == negated && repair_becomes(&tokens[at], put.text))
        repair_step(repair, tokens, count, at, 1, &put, steps);
    if (!negates) repair_step(repair, tokens, count, at, 0, &put, steps);
}

/* `20th` where a number is wanted. */
static void repair_ordinal(struct repair *repair, const struct token *tokens, size_t count, size_t at, size_t steps) {
    const struct token *token = &tokens[at];
    if (at >= count || token->kind != TOKEN_ODD) return;
    size_t digits = strspn(token->text, "0123456789");
    if (!digits || !token->text[digits] || strpbrk(token->text + digits, "0123456789.,-/")) return;
    struct token put = {TK_NUMBER, {0, 0}, arena_string(repair->search->parse->arena, token->text, digits), 0};
    repair_step(repair, tokens, count, at, 1, &put, steps);
}

static void repair_search(struct repair *repair, const struct token *tokens, size_t count, size_t from, size_t steps) {
    struct parse_item item = {repair->search->item->open, tokens, count};
    struct parse_failure failure;
    if (++repair->tries > REPAIR_TRIES || repair->several) return;
    bool taken = parse_try(repair->search->parse, &item, &failure);
    if (taken && !failure.messages) repair_take(repair, tokens, count);
    if (taken || steps == 0 || failure.at < from) return;
    size_t at = failure.at;
    for (size_t i = 0; i < failure.expected_count; i++) {
        repair_word(repair, tokens, count, at, failure.expected[i], steps);
        if (strcmp(failure.expected[i], "a number") == 0) repair_ordinal(repair, tokens, count, at, steps);
    }
    bool left_out = at < count && repair_is_filler(&tokens[at]) && !edit_negates(&tokens[at]);
    if (left_out && count > 1) repair_step(repair, tokens, count, at, 1, NULL, steps);
}

/* ---- What is said ---- */

static const char *repair_hint(const struct edit_search *search) {
    return parse_hint(search->parse, search->item, search->failure);
}

static bool repair_say(struct edit_search *search, const struct repair *repair) {
    const struct parse_item *item = search->item;
    const struct token *tokens = item->tokens;
    struct arena *arena = search->parse->arena;
    bool replaces = repair->from < repair->to;
    if (replaces && parse_line_between(search->parse, tokens[repair->from].span.begin, tokens[repair->to - 1].span.end))
        return false;
    if (!edit_try(search, repair->from, repair->to, repair->found)) return false;
    const struct token *token = edit_token(search, repair->from);
    if (!repair->puts)
        return edit_say(search, NULL, token->kind == TOKEN_ODD && repair_hint(search) ? repair_hint(search)
                                                            : arena_format(arena, "leave `%.60s` out", edit_written(search, repair->from, repair->to > repair->from ? repair->to : repair->from + 1)));
    if (!replaces) return edit_say(search, arena_format(arena, "`%s` is missing here", repair->found),
                                   arena_format(arena, "write `%s`", repair->found));
    return edit_say(search, NULL, arena_format(arena, "write `%s`", repair->found));
}

bool edit_repair(struct edit_search *search) {
    const struct parse_item *item = search->item;
    size_t at = search->failure->at;
    if (edit_of_answer(search)) return false;
    bool cut = at && edit_token(search, at)->kind == TK_NAME && edit_token(search, at - 1)->kind == TK_NAME;
    if (cut || parse_is_known(item, search->failure) || item->count > REPAIR_TOKENS || search->parse->repairs > REPAIR_TRIES_OF_FILE) return false;
    struct repair repair = {.search = search};
    for (size_t steps = 1; steps <= REPAIR_STEPS && !repair.found && repair.tries <= REPAIR_TRIES; steps++)
        repair_search(&repair, item->tokens, item->count, at, steps);
    search->parse->repairs += repair.tries;
    search->several = repair.several && edit_token(search, at)->kind == TK_WORD;
    return repair.found && !repair.several && repair_say(search, &repair);
}

/* A word, and what stands behind it, that belong to nothing. */
bool edit_leave_run(struct edit_search *search) {
    enum { RUN_MOST = 8 };
    size_t at = search->failure->at, count = search->item->count;
    const struct token *first = edit_token(search, at);
    const char *found;
    if (edit_of_answer(search)) return false;
    bool known = first->kind != TK_WORD || edit_negates(first) || parse_first_on_line(search->parse, first->span);
    for (size_t i = 0; !known && edit_instead(i, &found); i++)
        known = strcmp(found, first->text) == 0;
    for (size_t to = at + 1; to <= count && to <= at + RUN_MOST && !known; to++) {
        const struct token *last = edit_token(search, to - 1);
        if (edit_negates(last) || edit_of_each(last) || parse_line_between(search->parse, first->span.begin, last->span.end)) return false;
        if (!edit_try(search, at, to, "")) continue;
        search->edit->text = NULL;
        search->edit->span = (struct span){first->span.begin, last->span.end};
        return edit_say(search, NULL,
                        arena_format(search->parse->arena, "leave `%.60s` out", edit_written(search, at, to)));
    }
    return false;
}

/* `1. "A"`, `a) "A"`: a list with numbers, which are no values. */
bool edit_numbered(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *token = edit_token(search, at), *next = edit_token(search, at + 1);
    bool sign = next->kind == TK_CLOSE || (next->kind == TOKEN_ODD && strcmp(next->text, ".") == 0);
    const struct token *value = sign ? edit_token(search, at + 2) : next;
    bool number = token->kind != TK_TEXT && token->text && *token->text && token->text[strspn(token->text, "0123456789.")] == '\0';
    bool letter = sign && token->kind != TK_TEXT && token->text && strlen(token->text) == 1;
    bool line = at && at < search->item->count && parse_first_on_line(search->parse, token->span) &&
                !parse_line_between(search->parse, token->span.begin, value->span.begin);
    if (!line || value->kind != TK_TEXT || (!number && !letter)) return false;
    search->edit->span = (struct span){token->span.begin, sign ? next->span.end : token->span.end};
    return edit_say(search, "a line has no number", "leave the numbers of lines out");
}

/* `3 or more`, `3+`: at least 3. */
bool edit_or_more(struct edit_search *search) {
    static const char *const words[] = {"more", "over", "above", "higher", "greater"};
    size_t at = search->failure->at;
    const struct token *number = edit_token(search, at), *sign = edit_token(search, at + 1), *word = edit_token(search, at + 2);
    bool plus = sign->kind == TOKEN_ODD && strcmp(sign->text, "+") == 0, more = false;
    for (size_t i = 0; i < sizeof words / sizeof *words && sign->kind == TK_OR && word->text && word->kind != TK_TEXT; i++)
        more = more || strcmp(words[i], word->text) == 0;
    if (number->kind != TK_NUMBER || (!plus && !more)) return false;
    const char *least = arena_format(search->parse->arena, "at least %s", edit_written(search, at, at + 1));
    return edit_try(search, at, at + (plus ? 2 : 3), least) &&
           edit_say(search, NULL, arena_format(search->parse->arena, "write `%s`", least));
}
