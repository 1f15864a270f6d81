/* parse_edit_value.c - edits of names, texts, numbers and dates that are written as elsewhere. */
#include "compiler/ast/parse_edit.h"

#include "parser.h"

#include <stdlib.h>
#include <string.h>

/* ---- Quotes ---- */

static bool edit_encloses(const struct token *token, int kind, const char *signs) {
    return token->kind == kind || (token->kind == TOKEN_ODD && !token->text[1] && strchr(signs, token->text[0]));
}

/* Values in parentheses or brackets: `in ("A", "B")`. */
bool edit_parentheses(struct edit_search *search) {
    static const char *const before[] = {"", ", ", "is any of ", "any of ", "is none of "};
    size_t at = search->failure->at, open = at, close;
    bool negated = edit_token(search, at)->kind == TK_NOT;
    while (open < at + 3 && !edit_encloses(edit_token(search, open), TK_OPEN, "[{"))
        open++;
    for (close = open; close < search->item->count && !edit_encloses(edit_token(search, close), TK_CLOSE, "]}");)
        close++;
    if (open == at + 3 || close >= search->item->count || close < open + 2) return false;
    const char *inner = edit_written(search, open + 1, close);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        const char *text = arena_format(search->parse->arena, "%s%s", before[i], inner);
        bool none = before[i][0] == 'i' && before[i][3] == 'n';
        if ((open > at || i <= 1) && none == negated && edit_try(search, at, close + 1, text))
            return edit_say(search, NULL,
                            arena_format(search->parse->arena, "leave the parentheses or brackets out: %.60s", text));
    }
    return false;
}

/* Several values behind `is`: `is "A", "B"`, `is "A" or "B"`. */
bool edit_values(struct edit_search *search) {
    size_t at = search->failure->at;
    for (size_t back = 1; back <= 2 && back < at; back++) {
        if (edit_token(search, at - back)->kind != TK_TEXT || edit_token(search, at - back - 1)->kind != TK_IS)
            continue;
        const char *text = arena_format(search->parse->arena, "any of %s%s",
                                        edit_written(search, at - back, at - back + 1), back == 2 ? "," : "");
        if (!edit_try(search, at - back, at, text)) continue;
        search->edit->span = edit_token(search, at)->span;
        search->edit->text = NULL;
        return edit_say(search, "one value stands behind `is`",
                        "several values: `is any of \"X\", \"Y\"`; a further condition: `and`");
    }
    return false;
}

/* A text in two pairs of quotes, as tables write it: `""A""`. */
bool edit_doubled(struct edit_search *search) {
    size_t at = search->failure->at, last = at;
    const struct token *open = edit_token(search, at ? at - 1 : at);
    if (!at || open->kind != TK_TEXT || *open->text || open->span.end != edit_token(search, at)->span.begin) return false;
    while (last < search->item->count && edit_token(search, last)->kind != TK_TEXT)
        last++;
    const struct token *close = edit_token(search, last);
    if (last >= search->item->count || *close->text || parse_line_between(search->parse, open->span.begin, close->span.end))
        return false;
    const char *inner = edit_written(search, at, last);
    const char *text = arena_format(search->parse->arena, "\"%s\"", inner);
    if (strchr(inner, '"') || !edit_try(search, at - 1, last + 1, text)) return false;
    return edit_say(search, "this text stands in two pairs of quotes", arena_format(search->parse->arena, "write %s", text));
}

/* Words in quotes within a text: the text ended before them. */
bool edit_inner_quotes(struct edit_search *search) {
    size_t at = search->failure->at, last = at;
    const struct token *front = edit_token(search, at ? at - 1 : at);
    if (!at || front->kind != TK_TEXT || !*front->text || front->span.end != edit_token(search, at)->span.begin) return false;
    while (last < search->item->count && edit_token(search, last)->kind != TK_TEXT)
        last++;
    const struct token *back = edit_token(search, last);
    bool touches = last > at && last < search->item->count && back->span.begin == edit_token(search, last - 1)->span.end;
    if (!touches || parse_line_between(search->parse, front->span.begin, back->span.end)) return false;
    struct arena *arena = search->parse->arena;
    const char *first = edit_written(search, at - 1, at), *inner = edit_written(search, at, last);
    const char *text = arena_format(arena, "%s\"%s\"%s", first, inner, edit_written(search, last, last + 1));
    if (strchr(front->text, '\\') || strchr(inner, '"') || !edit_try(search, at - 1, last + 1, text)) return false;
    search->edit->span = (struct span){front->span.end - 1, back->span.begin + 1};
    search->edit->put = arena_format(arena, "\"\"%s\"\"", inner);
    return edit_say(search, "this quote ends the text", arena_format(arena, "a quote within a text is doubled: \"\"%s\"\"", inner));
}

static bool edit_quotable(const struct edit_search *search, const struct token *token) {
    return token->kind == TK_NAME || token->kind == TK_WORD || token->kind == TK_NUMBER || token->kind == TK_DATE ||
           token->kind == TK_YEAR_MONTH ||
           (token->kind == TOKEN_ODD &&
            (strstr(token->text, "://") || (token->text[0] >= '0' && token->text[0] <= '9'))) ||
           token->kind == TK_NOTHING ||
           (lexer_role(token->kind) != WORD_INNER && !parse_first_on_line(search->parse, token->span));
}

/* The title of a word in small letters: "engines" becomes "Engines". */
static const char *edit_title(struct edit_search *search, const char *words) {
    char *title = arena_string(search->parse->arena, words, strlen(words));
    for (char *at = title; *at; at++)
        if ((at == title || at[-1] == ' ') && *at >= 'a' && *at <= 'z') *at = (char)(*at - 'a' + 'A');
    return title;
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
        return edit_say(
            search, NULL,
            arena_format(search->parse->arena, "write values in quotes: \"%s\"", edit_token(search, at)->text));
    }
    return false;
}

static bool edit_quoted(struct edit_search *search, size_t from, size_t to) {
    const char *quoted = arena_format(search->parse->arena, "\"%s\"", edit_written(search, from, to));
    if (strpbrk(quoted + 1, "\n#") || strchr(edit_written(search, from, to), '"')) return false;
    return edit_try(search, from, to, quoted) &&
           edit_say(search, NULL, arena_format(search->parse->arena, "write it in quotes: %s", quoted));
}

/* A sentence without its quotes, to the end of its line. */
static bool edit_quote_line(struct edit_search *search) {
    size_t at = search->failure->at, to = at;
    const struct token *first = edit_token(search, at);
    if (search->of_two || (first->kind != TK_WORD && first->kind != TK_NAME)) return false;
    while (to < search->item->count &&
           !parse_line_between(search->parse, first->span.begin, edit_token(search, to)->span.end))
        if (edit_token(search, to++)->kind == TK_COMMA && search->item->tokens[0].kind != TK_NOTE) return false;
    return to > at + 1 && edit_quoted(search, at, to);
}

/* A number or letter of a list: `1)`, `a:`, `[1]`. */
static bool edit_quote_marked(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *first = edit_token(search, at);
    bool bracket = first->kind == TK_OPEN || (first->kind == TOKEN_ODD && strchr("[{<", first->text[0]));
    if (bracket && edit_quotable(search, edit_token(search, at + 1)) && at + 2 < search->item->count) {
        const char *inner = arena_format(search->parse->arena, "\"%s\"", edit_written(search, at + 1, at + 2));
        return edit_try(search, at, at + 3, inner) &&
               edit_say(search, NULL, arena_format(search->parse->arena, "write it in quotes: %s", inner));
    }
    const struct token *mark = edit_token(search, at + 1);
    bool marked = mark->kind == TK_CLOSE || (mark->kind == TOKEN_ODD && strchr(".:-", mark->text[0]));
    if (!marked || !edit_quotable(search, edit_token(search, at))) return false;
    const char *quoted = arena_format(search->parse->arena, "\"%s\"", edit_written(search, at, at + 1));
    return edit_try(search, at, at + 2, quoted) &&
           edit_say(search, NULL, arena_format(search->parse->arena, "write it in quotes: %s", quoted));
}

/* A number behind a value, as a column of a table leaves it. */
static bool edit_beside(struct edit_search *search, const char *number) {
    search->edit->span = edit_token(search, search->failure->at)->span;
    return edit_say(search, NULL, arena_format(search->parse->arena, "leave it out; if it is a value, write \"%s\"", number));
}

/* A text without its quotes, which may have several words. */
bool edit_quote(struct edit_search *search) {
    enum { WORDS_MOST = 8 };
    size_t at = search->failure->at;
    if (!parse_expects(search->failure, "a text in quotes")) return false;
    const struct token *first = edit_token(search, at);
    if (first->kind == TK_NAME && parse_is_name(search->parse, first->text) && edit_try(search, at, at, "any of"))
        return edit_say(search, NULL,
                        arena_format(search->parse->arena, "a list follows `is any of`: any of %s", first->text));
    bool field = first->kind == TK_NAME && parse_is_name(search->parse, first->text);
    bool capitals = first->kind == TK_WORD && parse_expects(search->failure, "a name") &&
                    parse_is_name(search->parse, edit_title(search, first->text));
    int opens = search->item->tokens[0].kind;
    if (capitals || (field && (opens == TK_ALIAS || opens == TK_SPELLING))) return false;
    const struct token *before = edit_token(search, at ? at - 1 : at);
    bool beside = first->kind == TK_NUMBER && before->kind == TK_TEXT && !parse_first_on_line(search->parse, first->span);
    if (beside) return edit_beside(search, first->text);
    if (edit_quote_each(search) || edit_quote_marked(search)) return true;
    for (size_t to = at + 1; to <= search->item->count && to <= at + WORDS_MOST; to++) {
        if (!edit_quotable(search, edit_token(search, to - 1))) break;
        if (edit_quoted(search, at, to)) return true;
    }
    return edit_quote_line(search);
}

/* A text in quotes that stands for a name, a number or a date. */
bool edit_unquote(struct edit_search *search) {
    size_t at = search->failure->at;
    if (edit_token(search, at)->kind != TK_TEXT) return false;
    const char *text = edit_token(search, at)->text;
    bool name = parse_expects(search->failure, "a name"), date = parse_expects(search->failure, "a date");
    if (!*text ||
        (!name && !date && !parse_expects(search->failure, "a number") && !parse_expects(search->failure, "a month")))
        return false;
    if (name) text = edit_title(search, text);
    int before = at ? edit_token(search, at - 1)->kind : TK_YYEOF;
    bool declared = before == TK_FIELD || before == TK_LIST || before == TK_AMOUNT || before == TK_CUSTOMER ||
                    before == TK_MONTH || before == TK_ACCEPTS || before == TK_IN || before == TK_NUMBER;
    if (name && !declared && !parse_is_name(search->parse, text)) return false;
    if (!edit_try(search, at, at + 1, text)) return false;
    return edit_say(search, NULL, arena_format(search->parse->arena, "write it without quotes: %s", text));
}

/* A word of the language with a capital, which made it a name. */
static bool edit_small(struct edit_search *search, size_t at) {
    const struct token *token = edit_token(search, at);
    if (token->kind != TK_NAME) return false;
    char *small = arena_string(search->parse->arena, token->text, strlen(token->text));
    for (char *letter = small; *letter; letter++)
        if (*letter >= 'A' && *letter <= 'Z') *letter = (char)(*letter - 'A' + 'a');
    return parse_keyword(small, strlen(small)) && edit_try(search, at, at + 1, small) &&
           edit_say(search, "words of the language are written in small letters",
                    arena_format(search->parse->arena, "write `%s`", small));
}

/* A name in small letters. */
bool edit_capitals(struct edit_search *search) {
    if (edit_small(search, search->failure->at)) return true;
    if (search->failure->at && edit_small(search, search->failure->at - 1)) return true;
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
        bool declared = before != TK_FIELD && before != TK_LIST && before != TK_AMOUNT && before != TK_CUSTOMER &&
                        before != TK_MONTH && before != TK_ACCEPTS;
        const char *near =
            !declared || parse_is_name(search->parse, name) ? NULL : parse_near_name(search->parse, name);
        if (!near && declared && !parse_is_name(search->parse, name)) continue;
        if (near) search->edit->text = name = near;
        return edit_say(search, NULL,
                        arena_format(search->parse->arena, "names have a capital at each word: %s", name));
    }
    return false;
}

/* ---- Numbers, dates, money ---- */

/* `30,000USD`, `3-month`: a number and its unit. */
static bool edit_unit(struct edit_search *search) {
    size_t at = search->failure->at;
    const char *text = edit_token(search, at)->text;
    size_t digits = strspn(text, "0123456789,."), mark = text[digits] == '-' || text[digits] == '_';
    const char *unit = text + digits + mark;
    bool letters = (*unit >= 'a' && *unit <= 'z') || (*unit >= 'A' && *unit <= 'Z');
    if (!digits || !letters || !unit[1]) return false;
    const char *apart = arena_format(search->parse->arena, "%.*s %s", (int)digits, text, unit);
    const char *many = arena_format(search->parse->arena, "%ss", apart);
    bool plural = *unit >= 'a' && edit_try(search, at, at + 1, many);
    if (!plural && !edit_try(search, at, at + 1, apart)) return false;
    const char *written = plural ? many : apart;
    search->edit->code = A0109;
    return edit_say(search, "a number and its unit are two words",
                    arena_format(search->parse->arena, "write %s", written));
}

/* A number or a date of another form. */
bool edit_odd_number(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *token = edit_token(search, at);
    bool number =
        token->kind == TOKEN_ODD && (strchr("0123456789", token->text[0]) || (token->text[0] == '-' && token->text[1]));
    if (!number || token->text[0] == '-') return false;
    if (edit_unit(search)) return true;
    bool date;
    const char *hint, *meant = parse_odd_number(search->parse, token->text, &date, &hint);
    if (meant && !edit_try(search, at, at + 1, meant)) {
        meant = NULL;
        hint = date ? "a date is written 2023-07-11, a month 2023-07" : "a number is written 30,000 or 30000";
    }
    if (!meant && (search->of_two || parse_expects(search->failure, "a text in quotes"))) return false;
    if (!meant && edit_two(search)) return true;
    search->edit->code = date ? A0108 : A0109;
    const char *message = arena_format(search->parse->arena, "'%.60s' is not a %s as rules write it", token->text,
                                       date ? "date" : "number");
    return edit_say(search, message, hint);
}

/* `list A of B` where the name took what stands behind the missing `of`. */
bool edit_list_of(struct edit_search *search) {
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

/* A month where a day is wanted: its first day, or its last one. */
static bool edit_month_for_day(struct edit_search *search, size_t from, size_t to, const char *month) {
    static const char *const ends[] = {"-01", "-31", "-30", "-29", "-28"};
    struct arena *arena = search->parse->arena;
    bool until = from && edit_token(search, from - 1)->kind == TK_UNTIL;
    if (parse_expects(search->failure, "a number")) {
        *search->edit = (struct parse_edit){.code = A0108, .from = from, .to = to};
        search->edit->span = (struct span){edit_token(search, from)->span.begin, edit_token(search, to - 1)->span.end};
        return edit_say(search, "expected a date or a year, found a month",
                        arena_format(arena, "write its day too, %s-01, or the year alone: %.4s", month, month));
    }
    for (size_t i = until; i < (until ? sizeof ends / sizeof *ends : 1); i++) {
        const char *day = arena_format(arena, "%s%s", month, ends[i]);
        if (!edit_try(search, from, to, day)) continue;
        search->edit->code = A0108;
        return edit_say(
            search, arena_format(arena, "expected a date, found the month '%s'", edit_written(search, from, to)),
            arena_format(arena, "a date has a day: %s is the %s of the month", day, until ? "last" : "first"));
    }
    return false;
}

/* A date or month in words, or in quotes. */
static bool edit_worded_date(struct edit_search *search, size_t from, size_t to) {
    const struct token *token = edit_token(search, from);
    const char *written = token->kind == TK_TEXT && to == from + 1 ? token->text : edit_written(search, from, to);
    const char *meant = parse_worded_date(search->parse, written, false);
    if (!meant || !edit_try(search, from, to, meant)) meant = parse_worded_date(search->parse, written, true);
    if (!meant) return false;
    if (!edit_try(search, from, to, meant))
        return parse_expects(search->failure, "a date") && edit_month_for_day(search, from, to, meant);
    search->edit->code = A0108;
    return edit_say(search, arena_format(search->parse->arena, "'%s' is not a date as rules write it", written),
                    arena_format(search->parse->arena, "write %s", meant));
}

/* `1 marca 2024`, of a language that is not known here. */
static bool edit_unknown_month(struct edit_search *search, size_t at) {
    const struct token *year = edit_token(search, at + 1);
    int kind = edit_token(search, at)->kind;
    bool date = at > 1 && (kind == TK_WORD || kind == TK_NAME) && year->kind == TK_NUMBER && strlen(year->text) == 4 &&
                strlen(edit_token(search, at - 1)->text) <= 2 && edit_token(search, at - 2)->kind == TK_COMMA;
    if (!date) return false;
    *search->edit = (struct parse_edit){.code = A0108, .from = at - 1, .to = at + 2};
    search->edit->span = (struct span){edit_token(search, at - 1)->span.begin, year->span.end};
    return edit_say(search,
                    arena_format(search->parse->arena, "'%s' is not a date as rules write it",
                                 edit_written(search, at - 1, at + 2)),
                    "a date is written year-month-day: 2023-07-11");
}

bool edit_date(struct edit_search *search) {
    enum { WORDS_MOST = 6 };
    size_t at = search->failure->at;
    bool date = parse_expects(search->failure, "a date"), month = parse_expects(search->failure, "a month");
    size_t from = at && edit_token(search, at - 1)->kind == TK_NUMBER ? at - 1 : at;
    if (!date && !month && from == at) return false;
    size_t most = search->item->count < at + WORDS_MOST ? search->item->count : at + WORDS_MOST;
    for (size_t to = most; to > at; to--)
        if (edit_worded_date(search, from, to)) return true;
    if (from < at && edit_unknown_month(search, at)) return true;
    /* A day where a month is wanted. */
    const struct token *token = edit_token(search, at);
    if (!month || token->kind != TK_DATE) return false;
    const char *cut = arena_format(search->parse->arena, "%.7s", edit_written(search, at, at + 1));
    return edit_try(search, at, at + 1, cut) &&
           edit_say(search, NULL, arena_format(search->parse->arena, "a month is written %s", cut));
}

/* A number in words, or partly so: `30 thousand`. */
static bool edit_number_words(struct edit_search *search) {
    enum { WORDS_MOST = 4 };
    size_t at = search->failure->at;
    size_t from = at && edit_token(search, at - 1)->kind == TK_NUMBER ? at - 1 : at;
    for (size_t to = at + WORDS_MOST; to > at; to--) {
        const char *meant = to > search->item->count
                                ? NULL
                                : parse_worded_number(search->parse, edit_written(search, from, to));
        int behind = edit_token(search, to)->kind;
        bool counts = meant && behind != TK_OF && behind != TK_TEXT && to < search->item->count;
        const char *least = counts ? arena_format(search->parse->arena, "at least %s", meant) : NULL;
        if (meant && (edit_try(search, from, to, meant) || (least && edit_try(search, from, to, least))))
            return edit_say(search, "numbers are written in digits",
                            arena_format(search->parse->arena, "write %s", search->edit->text));
    }
    return false;
}

/* A time in days, weeks or quarters that is one of whole months. */
static bool edit_months(struct edit_search *search) {
    static const struct {
        const char *unit;
        unsigned count, months;
    } units[] = {{"days", 30, 1},     {"weeks", 13, 3},  {"quarter", 1, 3},
                 {"quarters", 1, 3}, {"days", 365, 12}, {"weeks", 52, 12}};
    size_t at = search->failure->at;
    if (!at || edit_token(search, at - 1)->kind != TK_NUMBER || !parse_expects(search->failure, "months")) return false;
    const char *written = edit_written(search, at, at + (at < search->item->count));
    const char *digits = edit_token(search, at - 1)->text;
    unsigned long number = strspn(digits, "0123456789") == strlen(digits) ? strtoul(digits, NULL, 10) : 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(units[i].unit, written) != 0 || !number || number > 9999 || number % units[i].count) continue;
        const char *months =
            arena_format(search->parse->arena, "%lu months", number / units[i].count * units[i].months);
        if (!edit_try(search, at - 1, at + 1, months)) continue;
        search->edit->span = edit_token(search, at)->span;
        search->edit->text = NULL;
        return edit_say(search, "a time is one of whole months or years",
                        arena_format(search->parse->arena, "write %s", months));
    }
    return false;
}

/* `USD30,000`, of which the name took the first digits. */
static bool edit_glued(struct edit_search *search) {
    size_t at = search->failure->at, to = at + 1;
    if (edit_token(search, at)->kind != TK_NAME || !parse_expects(search->failure, "a number")) return false;
    while (to < search->item->count && edit_token(search, to)->span.begin == edit_token(search, to - 1)->span.end)
        to++;
    const char *written = edit_written(search, at, to);
    size_t letters = strcspn(written, "0123456789 ");
    if (!written[letters] || strspn(written + letters, "0123456789,.") != strlen(written + letters)) return false;
    const char *turned = arena_format(search->parse->arena, "%s %.*s", written + letters, (int)letters, written);
    const char *hint = arena_format(search->parse->arena, "the currency stands behind the amount: %s", turned);
    return edit_try(search, at, to, turned) && edit_say(search, NULL, hint);
}

/* `30 000`, and the currency in front. */
bool edit_number(struct edit_search *search) {
    size_t at = search->failure->at;
    const struct token *token = edit_token(search, at), *before = edit_token(search, at ? at - 1 : at);
    struct arena *arena = search->parse->arena;
    if (at && before->kind == TK_NUMBER && token->kind == TK_NUMBER) {
        const char *joined = arena_format(arena, "%s,%s", before->text, token->text);
        return edit_try(search, at - 1, at + 1, joined) &&
               edit_say(search, "a blank stands within this number", arena_format(arena, "write %s", joined));
    }
    if (edit_number_words(search) || edit_months(search) || edit_glued(search)) return true;
    for (size_t to = at + 1; token->kind == TK_NAME && to <= at + 3 && to <= search->item->count; to++) {
        const char *written = edit_written(search, at, to);
        size_t currency = strcspn(written, " ");
        if (!written[currency] || strspn(written + currency + 1, "0123456789,.") != strlen(written + currency + 1))
            continue;
        const char *turned = arena_format(arena, "%s %.*s", written + currency + 1, (int)currency, written);
        if (edit_try(search, at, to, turned))
            return edit_say(search, NULL, arena_format(arena, "the currency stands behind the amount: %s", turned));
    }
    return false;
}
