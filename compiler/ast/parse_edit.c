/* parse_edit.c - the small edit that lets the grammar take an item.
 *
 * Edits are tried one after the other, the likely ones first: the first one that the grammar takes is what the message
 * says. So what is said can be put in its place, and works. */
#include "compiler/ast/parse_edit.h"

#include "compiler/base/near.h"
#include "parser.h"

#include <string.h>

struct parse_item parse_apply(struct parse *parse, const struct parse_item *item, const struct parse_edit *edit) {
    struct parse_tokens tokens = {0};
    for (size_t i = 0; i < edit->from; i++)
        parse_add(parse, &tokens, item->tokens[i]);
    uint32_t end = edit->from ? item->tokens[edit->from - 1].span.end : item->tokens[0].span.begin;
    struct span span = {end, end};
    if (edit->from < edit->to)
        span = (struct span){item->tokens[edit->from].span.begin, item->tokens[edit->to - 1].span.end};
    parse_read_text(parse, edit->text, span, &tokens);
    for (size_t i = edit->to; i < item->count; i++)
        parse_add(parse, &tokens, item->tokens[i]);
    return (struct parse_item){item->open, tokens.items, tokens.count};
}

/* Whether words would be taken away that say what is not so. */
static bool edit_denies(const struct edit_search *search, size_t from, size_t to, const char *text) {
    static const char *const kept[] = {"no", "not", "none", "except", "nothing", "blank"};
    const struct token *tokens = search->item->tokens;
    bool negates = false;
    for (size_t i = from; i < to; i++) {
        const char *next = i + 1 < to && tokens[i + 1].text ? tokens[i + 1].text : "";
        if (strcmp(next, "less") == 0 || strcmp(next, "fewer") == 0) continue; /* no less than: at least */
        negates = negates || (edit_negates(&tokens[i]) && (i == 0 || tokens[i - 1].kind != tokens[i].kind));
    }
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (strstr(text, kept[i])) return false;
    return negates && !strstr(text, "nor");
}

/* Whether the grammar takes the item with tokens [from, to) replaced. */
bool edit_try(struct edit_search *search, size_t from, size_t to, const char *text) {
    if (edit_denies(search, from, to, text)) return false;
    struct parse_failure failure = {0};
    search->edit->from = from;
    search->edit->to = to;
    search->edit->text = text;
    struct parse_item edited = parse_apply(search->parse, search->item, search->edit);
    if (edited.count && parse_try(search->parse, &edited, &failure) && !failure.messages) return true;
    enum { FURTHER = 1 };
    size_t left = edited.count - (failure.at < edited.count ? failure.at : edited.count);
    if (search->partial && edited.count && left + FURTHER <= search->item->count - search->failure->at) return true;
    search->edit->text = NULL;
    return false;
}

bool edit_say(struct edit_search *search, const char *message, const char *hint) {
    search->edit->message = message;
    search->edit->hint = hint;
    return true;
}

const struct token *edit_token(const struct edit_search *search, size_t at) {
    return parse_token_at(search->item, at);
}

const char *edit_written(const struct edit_search *search, size_t from, size_t to) {
    const struct token *tokens = search->item->tokens;
    return parse_written(search->parse, (struct span){tokens[from].span.begin, tokens[to - 1].span.end});
}

/* ---- What stands twice, and commas ---- */

static bool edit_twice(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *token = edit_token(search, at), *before = edit_token(search, at ? at - 1 : at);
    bool same = at && at < search->item->count && token->kind == before->kind && token->kind != TK_TEXT &&
                token->kind != TK_NUMBER && token->kind != TK_NAME && token->kind != TOKEN_ODD &&
                token->kind != TK_OPEN && token->kind != TK_CLOSE;
    bool words = token->kind != TK_TEXT && token->kind != TK_NAME && before->kind != TK_TEXT &&
                 before->kind != TK_NAME && before->kind != TK_NUMBER && before->kind != TK_COMMA;
    bool both = words && at > 1 && at + 1 < search->item->count && token->kind == edit_token(search, at - 2)->kind &&
                edit_token(search, at + 1)->kind == before->kind && edit_try(search, at, at + 2, "");
    if (both)
        return edit_say(search,
                        arena_format(search->parse->arena, "`%s` stands here twice", edit_written(search, at, at + 2)),
                        "leave one of them out");
    if (!same || !edit_try(search, at, at + 1, "")) return false;
    const char *written = edit_written(search, at, at + 1);
    if (token->kind == TK_COMMA)
        return edit_say(search, "two commas stand here", "one comma separates: leave this one out");
    return edit_say(search, arena_format(search->parse->arena, "`%s` stands here twice", written),
                    "leave one of them out");
}

/* A comma that nothing of the list follows. */
static bool edit_comma_before(struct edit_search *search) {
    size_t at = search->failure->at;
    if (!at || edit_token(search, at - 1)->kind != TK_COMMA || !edit_try(search, at - 1, at, "")) return false;
    return edit_say(search, "this comma separates nothing", "leave the comma out, or write what is missing behind it");
}

/* A comma between conditions: the name behind it was taken for a list. */
static bool edit_comma_for_and(struct edit_search *search) {
    size_t at = search->failure->at;
    bool comma = at > 1 && edit_token(search, at)->kind == TK_IS && edit_token(search, at - 1)->kind == TK_NAME &&
                 edit_token(search, at - 2)->kind == TK_COMMA;
    if (!comma || !edit_try(search, at - 2, at - 1, "and")) return false;
    return edit_say(search, "a comma separates values; a further condition begins with `and`", "write `and`");
}

static bool edit_parenthesis(struct edit_search *search) {
    size_t at = search->failure->at;
    if (edit_token(search, at)->kind != TK_CLOSE || !edit_try(search, at, at + 1, "")) return false;
    return edit_say(search, "no `(` opens this parenthesis", "leave it out");
}

static bool edit_comma(struct edit_search *search) {
    size_t at = search->failure->at;
    if (edit_token(search, at)->kind != TK_COMMA || !edit_try(search, at, at + 1, "")) return false;
    return edit_say(search, "a comma stands here for nothing", "leave the comma out");
}

/* ---- What other languages and the page say ---- */

/* Written from: what is found, in lower case, its words separated by one blank. The first replacement that the grammar
 * takes. */
static const struct {
    const char *found, *instead;
} edit_words[] = {
#define WORDS(found, instead) {found, instead},
#include "compiler/ast/parse_instead.def"
#undef WORDS
};

const char *edit_instead(size_t index, const char **found) {
    if (index >= sizeof edit_words / sizeof *edit_words) return NULL;
    *found = edit_words[index].found;
    return edit_words[index].instead;
}

/* What stands in tokens [from, to), as the table writes it; false: it is longer. */
static bool edit_lower(const struct edit_search *search, size_t from, size_t to, char *out, size_t size) {
    const char *written = edit_written(search, from, to);
    size_t length = 0;
    for (; *written; written++) {
        bool blank = strchr(" \t\r\n", *written) != NULL;
        if (blank && length && out[length - 1] == ' ') continue;
        if (length + 1 == size) return false;
        out[length++] = blank ? ' ' : (char)(*written >= 'A' && *written <= 'Z' ? *written - 'A' + 'a' : *written);
    }
    out[length] = '\0';
    return true;
}

static bool edit_say_instead(struct edit_search *search, const char *instead) {
    struct arena *arena = search->parse->arena;
    const char *written = edit_written(search, search->edit->from, search->edit->to);
    if (!*instead && written[0] == '<') return edit_say(search, NULL, "leave tags of HTML out");
    bool bullet = !*instead && parse_first_on_line(search->parse, edit_token(search, search->edit->from)->span) &&
                  edit_token(search, search->edit->from)->kind == TOKEN_ODD;
    if (bullet)
        return edit_say(search, arena_format(arena, "'%s' has no meaning here", written),
                        "a bullet says nothing: leave it out");
    if (!*instead) return edit_say(search, arena_format(arena, "'%s' has no meaning here", written), "leave it out");
    if (strcmp(instead, ",") == 0)
        return edit_say(search, arena_format(arena, "expected a comma, found '%s'", written),
                        "separate them by a comma");
    return edit_say(search, arena_format(arena, "expected `%s`, found '%s'", instead, written),
                    arena_format(arena, "write `%s`", instead));
}

/* What is only made longer has words missing behind it. */
static bool edit_adds(struct edit_search *search, size_t to, const char *found, const char *instead) {
    size_t length = strlen(found);
    if (strncmp(instead, found, length) != 0 || instead[length] != ' ') return false;
    const char *behind = instead + length + 1;
    struct arena *arena = search->parse->arena;
    return edit_try(search, to, to, behind) && edit_say(search, arena_format(arena, "`%s` is missing here", behind),
                                                        arena_format(arena, "write `%s`", instead));
}

static bool edit_replace(struct edit_search *search, size_t from, size_t to) {
    enum { MOST = 40 };
    char found[MOST];
    if (!edit_lower(search, from, to, found, sizeof found)) return false;
    for (size_t i = 0; i < sizeof edit_words / sizeof *edit_words; i++) {
        if (strcmp(edit_words[i].found, found) != 0) continue;
        const char *instead = edit_words[i].instead;
        if (strcmp(instead, "CURRENCY") == 0) instead = parse_currency(search->parse);
        if (edit_adds(search, to, found, instead)) return true;
        if (edit_try(search, from, to, instead)) return edit_say_instead(search, instead);
    }
    return false;
}

/* The longest run of words first, at the place and shortly before it. */
static bool edit_known(struct edit_search *search) {
    enum { WORDS_MOST = 4, BEFORE = 3 };
    size_t at = search->failure->at, count = search->item->count;
    for (size_t length = WORDS_MOST; length > 0; length--)
        for (size_t back = 0; back < BEFORE && back <= at; back++) {
            size_t from = at - back;
            bool covers = from + length >= at;
            if (covers && from + length <= count && edit_replace(search, from, from + length)) return true;
        }
    return false;
}

/* A word that is near to an expected one. */
static bool edit_near(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *token = edit_token(search, at);
    if (at >= search->item->count || token->kind == TK_TEXT || token->kind == TK_NUMBER || !token->text) return false;
    const char *written = edit_written(search, at, at + 1);
    struct near near = near_start(written);
    for (size_t i = 0; i < search->failure->expected_count; i++) {
        const struct keyword *keyword =
            parse_keyword(search->failure->expected[i], strlen(search->failure->expected[i]));
        if (keyword) near_offer(&near, keyword->spelling);
    }
    if (!near.best || !edit_try(search, at, at + 1, near.best)) return false;
    struct arena *arena = search->parse->arena;
    return edit_say(search,
                    token->kind == TK_WORD ? arena_format(arena, "'%s' is no word of the language", written) : NULL,
                    arena_format(arena, "did you mean '%s'?", near.best));
}

/* ---- What is missing ---- */

static bool edit_say_missing(struct edit_search *search, const char *what) {
    struct arena *arena = search->parse->arena;
    if (strcmp(what, ",") == 0) return edit_say(search, "a comma is missing here", "separate them by a comma");
    return edit_say(search, arena_format(arena, "`%s` is missing here", what), arena_format(arena, "write `%s`", what));
}

static bool edit_close(struct edit_search *search) {
    size_t at = search->failure->at, depth = 0, opened[128];
    if (!parse_expects(search->failure, ")")) return false;
    for (size_t i = 0; i < at; i++) {
        int kind = search->item->tokens[i].kind;
        if (kind == TK_OPEN && depth < sizeof opened / sizeof *opened) opened[depth++] = i;
        if (kind == TK_CLOSE && depth) depth--;
    }
    struct parse_failure failure;
    struct parse_edit close = {.from = at, .to = at, .text = ")"};
    struct parse_item closed = parse_apply(search->parse, search->item, &close);
    if (!depth || !parse_try(search->parse, &closed, &failure)) return false;
    *search->edit = close;
    if (failure.messages) search->edit->text = NULL; /* it ends earlier: where, the author knows */
    search->edit->other = search->item->tokens[opened[depth - 1]].span;
    search->edit->other_text = "it was opened here";
    return edit_say(search, "a parenthesis is not closed", "write `)` behind this, or where its part ends");
}

/* Words that are left out often; then whatever single word was expected. */
static bool edit_insert(struct edit_search *search) {
    static const char *const first[] = {",",        "and",          "is",          "of",    "any of",
                                        "at least", "counts usage", "when absent", "as of", "given"};
    size_t at = search->failure->at;
    bool joined = edit_token(search, at)->kind == TK_TEXT && at && edit_token(search, at - 1)->kind == TK_TEXT &&
                  edit_token(search, at - 1)->span.end == edit_token(search, at)->span.begin;
    if (joined) return false;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (edit_try(search, at, at, first[i])) return edit_say_missing(search, first[i]);
    for (size_t i = 0; i < search->failure->expected_count; i++) {
        const struct keyword *keyword =
            parse_keyword(search->failure->expected[i], strlen(search->failure->expected[i]));
        bool value = keyword && (keyword->kind == TK_BLANK || keyword->kind == TK_ABSENT ||
                                 (keyword->kind == TK_DESIGNATION && search->item->tokens[0].kind == TK_EXAMPLE));
        int kind = keyword ? keyword->kind : TK_YYEOF;
        bool one = kind == TK_DAY || kind == TK_MONTH || kind == TK_YEAR || kind == TK_CUSTOMER;
        const struct token *before = edit_token(search, at ? at - 1 : at);
        if (one && before->kind == TK_NUMBER && strcmp(before->text, "1") != 0) continue;
        bool inner = keyword && !value && (keyword->role == WORD_INNER || keyword->kind == TK_USAGE);
        if (inner && edit_try(search, at, at, keyword->spelling)) return edit_say_missing(search, keyword->spelling);
    }
    return false;
}

/* `30,000 of "A"` */
static bool edit_currency(struct edit_search *search) {
    size_t at = search->failure->at;
    const char *currency = parse_currency(search->parse);
    bool amount = at && edit_token(search, at)->kind == TK_OF && edit_token(search, at - 1)->kind == TK_NUMBER &&
                  parse_expects(search->failure, "a name");
    if (!amount || !edit_try(search, at, at, currency)) return false;
    return edit_say(search, "an amount states its currency",
                    arena_format(search->parse->arena, "write %s %s", edit_written(search, at - 1, at), currency));
}

/* Whether nothing is said by a word that is left out: it is no value, and begins no line of its own. */
static bool edit_needless(const struct edit_search *search, size_t at) {
    const struct token *token = edit_token(search, at);
    if (at >= search->item->count || token->kind == TK_TEXT || token->kind == TK_NUMBER || token->kind == TK_DATE ||
        token->kind == TK_YEAR_MONTH || token->kind == TK_NAME)
        return false;
    return lexer_role(token->kind) == WORD_INNER || !parse_first_on_line(search->parse, token->span);
}

static bool edit_leave_out(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *token = edit_token(search, at);
    bool numbered =
        token->kind == TK_NUMBER && parse_first_on_line(search->parse, token->span) && at + 1 < search->item->count;
    size_t signs = numbered && edit_token(search, at + 1)->kind == TOKEN_ODD;
    if (numbered && edit_try(search, at, at + 1 + signs, ""))
        return edit_say(search, NULL, "leave the number of the line out");
    /* Beside another edit a word of the language says too much to be left out; else it may stand in another place. */
    bool word = token->kind != TK_WORD && token->kind != TOKEN_ODD && !search->of_two;
    if (word && edit_order(search)) return true;
    if (search->of_two && token->kind != TK_WORD && token->kind != TOKEN_ODD) return false;
    return !edit_of_answer(search) && edit_needless(search, at) && edit_try(search, at, at + 1, "") && edit_say(search, NULL, "leave it out");
}

static bool (*const edit_kinds[])(struct edit_search *) = {
    edit_numbered,    edit_or_more,     edit_doubled,     edit_inner_quotes, edit_twice,         edit_comma_before, edit_comma_for_and, edit_parenthesis, edit_values,
    edit_parentheses, edit_unquote,      edit_date,          edit_odd_number,  edit_list_of,
    edit_currency,    edit_known,        edit_near,          edit_number,      edit_quote,
    edit_capitals,    edit_close,        edit_insert,        edit_comma,       edit_leave_out,
};

size_t edit_kind_count(void) {
    return sizeof edit_kinds / sizeof *edit_kinds;
}

bool edit_kind(struct edit_search *search, size_t kind) {
    return edit_kinds[kind](search);
}

bool parse_find_edit(struct parse *parse, const struct parse_item *item, const struct parse_failure *failure,
                     struct parse_edit *edit) {
    struct edit_search search = {parse, item, failure, edit, false, false, false};
    for (size_t i = 0; i < edit_kind_count(); i++) {
        *edit = (struct parse_edit){0};
        if (edit_kind(&search, i)) return true;
    }
    static bool (*const last[])(struct edit_search *) = {edit_order, edit_repair, edit_two};
    for (size_t i = 0; i < sizeof last / sizeof *last; i++) {
        *edit = (struct parse_edit){0};
        if (!search.several && last[i](&search)) return true;
    }
    *edit = (struct parse_edit){0};
    if (!parse_hint(parse, item, failure) && edit_leave_run(&search)) return true;
    *edit = (struct parse_edit){0};
    return false;
}
