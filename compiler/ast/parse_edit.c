/* parse_edit.c - the small edit that lets the grammar take an item.
 *
 * Edits are tried one after the other, the likely ones first: the first one that the grammar takes is what the message says. So what
 * is said can be put in its place, and works. */
#include "compiler/ast/parse.h"

#include "compiler/base/near.h"
#include "parser.h"

#include <string.h>
#include <strings.h>

struct edit_search {
    struct parse *parse;
    const struct parse_item *item;
    const struct parse_failure *failure;
    struct parse_edit *edit;
};

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

/* Whether the grammar takes the item with tokens [from, to) replaced. */
static bool edit_try(struct edit_search *search, size_t from, size_t to, const char *text) {
    struct parse_failure failure = {0};
    search->edit->from = from;
    search->edit->to = to;
    search->edit->text = text;
    struct parse_item edited = parse_apply(search->parse, search->item, search->edit);
    if (edited.count && parse_try(search->parse, &edited, &failure) && !failure.messages) return true;
    search->edit->text = NULL;
    return false;
}

static bool edit_say(struct edit_search *search, const char *message, const char *hint) {
    search->edit->message = message;
    search->edit->hint = hint;
    return true;
}

static const struct token *edit_token(const struct edit_search *search, size_t at) {
    static const struct token none = {.kind = TK_YYEOF, .text = ""};
    return at < search->item->count ? &search->item->tokens[at] : &none;
}

static const char *edit_written(const struct edit_search *search, size_t from, size_t to) {
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
    bool words = token->kind != TK_TEXT && token->kind != TK_NAME && before->kind != TK_TEXT && before->kind != TK_NAME &&
                 before->kind != TK_NUMBER && before->kind != TK_COMMA;
    bool both = words && at > 1 && at + 1 < search->item->count && token->kind == edit_token(search, at - 2)->kind &&
                edit_token(search, at + 1)->kind == before->kind && edit_try(search, at, at + 2, "");
    if (both)
        return edit_say(search, arena_format(search->parse->arena, "`%s` stands here twice", edit_written(search, at, at + 2)),
                        "leave one of them out");
    if (!same || !edit_try(search, at, at + 1, "")) return false;
    const char *written = edit_written(search, at, at + 1);
    if (token->kind == TK_COMMA) return edit_say(search, "two commas stand here", "one comma separates: leave this one out");
    return edit_say(search, arena_format(search->parse->arena, "`%s` stands here twice", written), "leave one of them out");
}

/* A comma that nothing of the list follows. */
static bool edit_comma_before(struct edit_search *search) {
    size_t at = search->failure->at;
    if (!at || edit_token(search, at - 1)->kind != TK_COMMA || !edit_try(search, at - 1, at, "")) return false;
    return edit_say(search, "this comma separates nothing",
                    "leave the comma out, or write what is missing behind it");
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

/* Written from: what is found, in lower case, its words separated by one blank. The first replacement that the grammar takes. */
static const struct {
    const char *found, *instead;
} edit_words[] = {
#define WORDS(found, instead) {found, instead},
#include "compiler/ast/parse_words.def"
#undef WORDS
};

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
    if (bullet) return edit_say(search, arena_format(arena, "'%s' has no meaning here", written), "a bullet says nothing: leave it out");
    if (!*instead) return edit_say(search, arena_format(arena, "'%s' has no meaning here", written), "leave it out");
    if (strcmp(instead, ",") == 0)
        return edit_say(search, arena_format(arena, "expected a comma, found '%s'", written), "separate them by a comma");
    return edit_say(search, arena_format(arena, "expected `%s`, found '%s'", instead, written),
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
        const struct keyword *keyword = parse_keyword(search->failure->expected[i], strlen(search->failure->expected[i]));
        if (keyword) near_offer(&near, keyword->spelling);
    }
    if (!near.best || !edit_try(search, at, at + 1, near.best)) return false;
    struct arena *arena = search->parse->arena;
    return edit_say(search, token->kind == TK_WORD ? arena_format(arena, "'%s' is no word of the language", written) : NULL,
                    arena_format(arena, "did you mean '%s'?", near.best));
}

/* ---- Quotes ---- */

/* Values in parentheses or brackets: `in ("A", "B")`. */
static bool edit_parentheses(struct edit_search *search) {
    static const char *const before[] = {"", "is any of ", "any of ", "is none of "};
    size_t at = search->failure->at, open = at, close;
    bool negated = edit_token(search, at)->kind == TK_NOT;
    while (open < at + 3 && edit_token(search, open)->kind != TK_OPEN && strcmp(edit_token(search, open)->text ? edit_token(search, open)->text : "", "[") != 0)
        open++;
    for (close = open; close < search->item->count && edit_token(search, close)->kind != TK_CLOSE && strcmp(edit_token(search, close)->text ? edit_token(search, close)->text : "", "]") != 0;)
        close++;
    if (open == at + 3 || close >= search->item->count || close < open + 2) return false;
    const char *inner = edit_written(search, open + 1, close);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        const char *text = arena_format(search->parse->arena, "%s%s", before[i], inner);
        bool none = before[i][0] == 'i' && before[i][3] == 'n';
        if ((open > at || !*before[i]) && none == negated && edit_try(search, at, close + 1, text))
            return edit_say(search, NULL, arena_format(search->parse->arena, "leave the parentheses or brackets out: %.60s", text));
    }
    return false;
}

/* Several values behind `is`: `is "A", "B"`, `is "A" or "B"`. */
static bool edit_values(struct edit_search *search) {
    size_t at = search->failure->at;
    for (size_t back = 1; back <= 2 && back < at; back++) {
        if (edit_token(search, at - back)->kind != TK_TEXT || edit_token(search, at - back - 1)->kind != TK_IS) continue;
        const char *text = arena_format(search->parse->arena, "any of %s%s", edit_written(search, at - back, at - back + 1), back == 2 ? "," : "");
        if (!edit_try(search, at - back, at, text)) continue;
        search->edit->span = edit_token(search, at)->span;
        search->edit->text = NULL;
        return edit_say(search, "one value stands behind `is`", "several values: `is any of \"X\", \"Y\"`; a further condition: `and`");
    }
    return false;
}

static bool edit_quotable(const struct edit_search *search, const struct token *token) {
    return token->kind == TK_NAME || token->kind == TK_WORD || token->kind == TK_NUMBER || token->kind == TK_DATE ||
           token->kind == TK_YEAR_MONTH ||
           (token->kind == TOKEN_ODD && (strstr(token->text, "://") || (token->text[0] >= '0' && token->text[0] <= '9'))) || token->kind == TK_NOTHING ||
           (lexer_role(token->kind) != WORD_INNER && !parse_first_on_line(search->parse, token->span));
}

/* Names behind one another, each a value of a list without its quotes. */
static bool edit_quote_each(struct edit_search *search) {
    enum { NAMES_MOST = 200 };
    size_t at = search->failure->at;
    const char *text = "";
    for (size_t i = at; i < search->item->count && i < at + NAMES_MOST && edit_token(search, i)->kind == TK_NAME; i++) {
        const char *name = edit_token(search, i)->text;
        text = arena_format(search->parse->arena, "%s%s\"%s\"", text, i > at ? "\n" : "", name);
        if (i == at || !edit_try(search, at, i + 1, text)) continue;
        return edit_say(search, NULL, arena_format(search->parse->arena, "write values in quotes: \"%s\"", edit_token(search, at)->text));
    }
    return false;
}

/* A text without its quotes, which may have several words. */
static bool edit_quote(struct edit_search *search) {
    enum { WORDS_MOST = 8 };
    size_t at = search->failure->at;
    if (!parse_expects(search->failure, "a text in quotes")) return false;
    const struct token *first = edit_token(search, at);
    if (first->kind == TK_NAME && parse_is_name(search->parse, first->text) && edit_try(search, at, at, "any of"))
        return edit_say(search, NULL, arena_format(search->parse->arena, "a list follows `is any of`: any of %s", first->text));
    if (edit_quote_each(search)) return true;
    for (size_t to = at + 1; to <= search->item->count && to <= at + WORDS_MOST; to++) {
        if (!edit_quotable(search, edit_token(search, to - 1))) return false;
        const char *quoted = arena_format(search->parse->arena, "\"%s\"", edit_written(search, at, to));
        if (strpbrk(quoted + 1, "\n#") || !edit_try(search, at, to, quoted)) continue;
        return edit_say(search, NULL, arena_format(search->parse->arena, "write it in quotes: %s", quoted));
    }
    return false;
}

/* The title of a word in small letters: "engines" becomes "Engines". */
static const char *edit_title(struct edit_search *search, const char *words) {
    char *title = arena_string(search->parse->arena, words, strlen(words));
    for (char *at = title; *at; at++)
        if ((at == title || at[-1] == ' ') && *at >= 'a' && *at <= 'z') *at = (char)(*at - 'a' + 'A');
    return title;
}

/* A text in quotes that stands for a name, a number or a date. */
static bool edit_unquote(struct edit_search *search) {
    size_t at = search->failure->at;
    if (edit_token(search, at)->kind != TK_TEXT) return false;
    const char *text = edit_token(search, at)->text;
    bool name = parse_expects(search->failure, "a name"), date = parse_expects(search->failure, "a date");
    if (!*text || (!name && !date && !parse_expects(search->failure, "a number") && !parse_expects(search->failure, "a month")))
        return false;
    if (name) text = edit_title(search, text);
    int before = at ? edit_token(search, at - 1)->kind : TK_YYEOF;
    bool declared = before == TK_FIELD || before == TK_LIST || before == TK_AMOUNT || before == TK_CUSTOMER ||
                    before == TK_MONTH || before == TK_ACCEPTS || before == TK_IN || before == TK_NUMBER;
    if (name && !declared && !parse_is_name(search->parse, text)) return false;
    if (!edit_try(search, at, at + 1, text)) return false;
    return edit_say(search, NULL, arena_format(search->parse->arena, "write it without quotes: %s", text));
}

/* A name in small letters. */
static bool edit_capitals(struct edit_search *search) {
    enum { WORDS_MOST = 5 };
    size_t at = search->failure->at;
    size_t from = at && edit_token(search, at - 1)->kind == TK_NAME ? at - 1 : at;
    if (at >= search->item->count || (!parse_expects(search->failure, "a name") && from == at)) return false;
    for (size_t to = at + 1; to <= search->item->count && to <= at + WORDS_MOST; to++) {
        const struct token *token = edit_token(search, to - 1);
        if (token->kind != TK_WORD && token->kind != TK_NAME && token->kind != TK_NUMBER) return false;
        const char *name = edit_title(search, edit_written(search, from, to));
        if (name[0] < 'A' || name[0] > 'Z' || !edit_try(search, from, to, name)) continue;
        int before = from ? edit_token(search, from - 1)->kind : TK_YYEOF;
        bool declared = before != TK_FIELD && before != TK_LIST && before != TK_AMOUNT && before != TK_CUSTOMER && before != TK_MONTH &&
                        before != TK_ACCEPTS;
        const char *near = !declared || parse_is_name(search->parse, name) ? NULL : parse_near_name(search->parse, name);
        if (!near && declared && !parse_is_name(search->parse, name)) continue;
        if (near) search->edit->text = name = near;
        return edit_say(search, NULL, arena_format(search->parse->arena, "names have a capital at each word: %s", name));
    }
    return false;
}

/* ---- Numbers, dates, money ---- */

/* A number or a date of another form. */
static bool edit_odd_number(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *token = edit_token(search, at);
    bool number = token->kind == TOKEN_ODD && (strchr("0123456789", token->text[0]) || (token->text[0] == '-' && token->text[1]));
    if (!number || token->text[0] == '-') return false;
    bool date;
    const char *hint, *meant = parse_odd_number(search->parse, token->text, &date, &hint);
    if (meant && !edit_try(search, at, at + 1, meant)) {
        meant = NULL;
        hint = date ? "a date is written 2023-07-11, a month 2023-07" : "a number is written 30,000 or 30000";
    }
    if (!meant && parse_expects(search->failure, "a text in quotes")) return false;
    search->edit->code = date ? A0108 : A0109;
    const char *message = arena_format(search->parse->arena, "'%.60s' is not a %s as rules write it", token->text, date ? "date" : "number");
    return edit_say(search, message, hint);
}

/* `list A of B` where the name took what stands behind the missing `of`. */
static bool edit_list_of(struct edit_search *search) {
    size_t at = search->failure->at;
    if (!at || edit_token(search, at - 1)->kind != TK_NAME || !parse_expects(search->failure, "of")) return false;
    const char *name = edit_token(search, at - 1)->text;
    for (const char *blank = strchr(name, ' '); blank; blank = strchr(blank + 1, ' ')) {
        if (!parse_is_name(search->parse, blank + 1)) continue;
        const char *text = arena_format(search->parse->arena, "%.*s of %s", (int)(blank - name), name, blank + 1);
        if (edit_try(search, at - 1, at, text))
            return edit_say(search, "`of` is missing here", arena_format(search->parse->arena, "write `%s`", text));
    }
    return false;
}

static bool edit_date(struct edit_search *search) {
    enum { WORDS_MOST = 5 };
    size_t at = search->failure->at;
    bool date = parse_expects(search->failure, "a date"), month = parse_expects(search->failure, "a month");
    size_t from = at && edit_token(search, at - 1)->kind == TK_NUMBER ? at - 1 : at;
    if (!date && !month && from == at) return false;
    for (size_t to = at + 1; to <= search->item->count && to <= at + WORDS_MOST; to++) {
        const char *written = edit_written(search, from, to);
        const char *meant = parse_worded_date(search->parse, written, false);
        if (!meant || !edit_try(search, from, to, meant)) meant = parse_worded_date(search->parse, written, true);
        if (!meant || !edit_try(search, from, to, meant)) continue;
        return edit_say(search, arena_format(search->parse->arena, "'%s' is not written as rules write dates", written),
                        arena_format(search->parse->arena, "write %s", meant));
    }
    /* A day where a month is wanted. */
    const struct token *token = edit_token(search, at);
    if (!month || token->kind != TK_DATE) return false;
    const char *cut = arena_format(search->parse->arena, "%.7s", edit_written(search, at, at + 1));
    return edit_try(search, at, at + 1, cut) &&
           edit_say(search, NULL, arena_format(search->parse->arena, "a month is written %s", cut));
}

/* `30 000`, and the currency in front. */
static bool edit_number(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *token = edit_token(search, at), *before = edit_token(search, at ? at - 1 : at);
    struct arena *arena = search->parse->arena;
    if (at && before->kind == TK_NUMBER && token->kind == TK_NUMBER) {
        const char *joined = arena_format(arena, "%s,%s", before->text, token->text);
        return edit_try(search, at - 1, at + 1, joined) &&
               edit_say(search, "a blank stands within this number", arena_format(arena, "write %s", joined));
    }
    for (size_t to = at + 1; token->kind == TK_NAME && to <= at + 3 && to <= search->item->count; to++) {
        const char *written = edit_written(search, at, to);
        size_t currency = strcspn(written, " ");
        if (!written[currency] || strspn(written + currency + 1, "0123456789,.") != strlen(written + currency + 1)) continue;
        const char *turned = arena_format(arena, "%s %.*s", written + currency + 1, (int)currency, written);
        if (edit_try(search, at, to, turned))
            return edit_say(search, NULL, arena_format(arena, "the currency stands behind the amount: %s", turned));
    }
    return false;
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
    static const char *const first[] = {",", "and", "is", "of", "any of", "at least", "counts usage", "when absent", "as of",
                                        "given"};
    size_t at = search->failure->at;
    bool joined = edit_token(search, at)->kind == TK_TEXT && at && edit_token(search, at - 1)->kind == TK_TEXT &&
                  edit_token(search, at - 1)->span.end == edit_token(search, at)->span.begin;
    if (joined) return false;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (edit_try(search, at, at, first[i])) return edit_say_missing(search, first[i]);
    for (size_t i = 0; i < search->failure->expected_count; i++) {
        const struct keyword *keyword = parse_keyword(search->failure->expected[i], strlen(search->failure->expected[i]));
        bool value = keyword && (keyword->kind == TK_BLANK || keyword->kind == TK_ABSENT);
        bool inner = keyword && !value && (keyword->role == WORD_INNER || keyword->kind == TK_USAGE);
        if (inner && edit_try(search, at, at, keyword->spelling))
            return edit_say_missing(search, keyword->spelling);
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

static bool edit_leave_out(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *token = edit_token(search, at);
    bool numbered = token->kind == TK_NUMBER && parse_first_on_line(search->parse, token->span) &&
                    edit_token(search, at + 1)->kind == TOKEN_ODD;
    if (numbered && edit_try(search, at, at + 2, "")) return edit_say(search, NULL, "leave the number of the line out");
    if (at >= search->item->count || token->kind == TK_TEXT || token->kind == TK_NUMBER || token->kind == TK_DATE) return false;
    if (lexer_role(token->kind) != WORD_INNER || token->kind == TK_NAME || !edit_try(search, at, at + 1, "")) return false;
    return edit_say(search, NULL, "leave it out");
}

bool parse_find_edit(struct parse *parse, const struct parse_item *item, const struct parse_failure *failure,
                     struct parse_edit *edit) {
    static bool (*const kinds[])(struct edit_search *) = {
        edit_twice,  edit_comma_before, edit_comma_for_and, edit_parenthesis, edit_values, edit_parentheses, edit_odd_number, edit_list_of, edit_currency, edit_known, edit_near, edit_unquote, edit_date, edit_number,
        edit_quote,  edit_capitals,     edit_close, edit_insert, edit_comma, edit_leave_out,
    };
    struct edit_search search = {parse, item, failure, edit};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        *edit = (struct parse_edit){0};
        if (kinds[i](&search)) return true;
    }
    *edit = (struct parse_edit){0};
    return false;
}
