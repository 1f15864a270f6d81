/* parse_spell.c - keywords that are misspelled: in capitals, in letters of another script, with a slip of the pen. */
#include "compiler/ast/parse_edit.h"

#include "compiler/base/near.h"
#include "compiler/base/unicode.h"
#include "parser.h"

#include <string.h>
#include <strings.h>

/* ---- Keywords ---- */

const struct keyword *parse_keyword(const char *spelling, size_t length) {
    const struct keyword *keyword;
    for (size_t i = 0; (keyword = lexer_keyword(i)); i++)
        if (strlen(keyword->spelling) == length && strncasecmp(keyword->spelling, spelling, length) == 0)
            return keyword;
    return NULL;
}

/* The keyword that is near to a word and begins an item; NULL. */
static const struct keyword *spell_near_item_word(const char *word) {
    struct near near = near_start(word);
    const struct keyword *keyword;
    for (size_t i = 0; (keyword = lexer_keyword(i)); i++)
        if (keyword->role != WORD_INNER) near_offer(&near, keyword->spelling);
    return near.best ? parse_keyword(near.best, strlen(near.best)) : NULL;
}

/* ---- Names that are declared ---- */

static bool spell_declares(int kind) {
    return parse_declares_field(kind) || kind == TK_LIST;
}

/* A name whose first word is `field` and the like in capitals: the rest is declared. */
static const char *spell_rest(const char *name) {
    const char *blank = strchr(name, ' ');
    const struct keyword *keyword = blank ? parse_keyword(name, (size_t)(blank - name)) : NULL;
    return keyword && spell_declares(keyword->kind) ? blank + 1 : NULL;
}

static void spell_gather_file(struct parse *parse, const struct source *source) {
    struct lexer lexer = {.arena = parse->arena};
    struct token previous = {.kind = TK_YYEOF}, token;
    int item = TK_YYEOF;
    lexer_start(&lexer, source);
    while ((token = lexer_next(&lexer)).kind != TK_YYEOF) {
        const char *rest = token.kind == TK_NAME ? spell_rest(token.text) : NULL;
        if (token.kind == TK_NAME && spell_declares(previous.kind)) parse_add(parse, parse->names, token);
        if (rest && !spell_declares(previous.kind))
            parse_add(parse, parse->names, (struct token){TK_NAME, token.span, rest, 0});
        if (lexer_role(token.kind) == WORD_ITEM) item = token.kind;
        bool currency = item == TK_AMOUNT && previous.kind == TK_IN;
        if (token.kind == TK_NAME && (currency || (previous.kind == TK_NUMBER && !parse->currency)))
            parse->currency = token.text;
        previous = token;
    }
}

static void spell_gather(struct parse *parse) {
    if (parse->names) return;
    parse->names = ARENA_NEW(parse->arena, struct parse_tokens);
    for (size_t i = 0; i < parse->sources->count; i++)
        spell_gather_file(parse, &parse->sources->files[i]);
}

bool parse_is_name(struct parse *parse, const char *name) {
    spell_gather(parse);
    for (size_t i = 0; i < parse->names->count; i++)
        if (strcmp(parse->names->items[i].text, name) == 0) return true;
    return false;
}

const char *parse_currency(struct parse *parse) {
    spell_gather(parse);
    return parse->currency ? parse->currency : "USD";
}

const char *parse_near_name(struct parse *parse, const char *name) {
    spell_gather(parse);
    struct near near = near_start(name);
    for (size_t i = 0; i < parse->names->count; i++)
        near_offer(&near, parse->names->items[i].text);
    return near.best;
}

/* ---- Capitals ---- */

/* The words of a name, as they are written. */
enum { SPELL_WORDS = 32 };
struct spell_words {
    struct span spans[SPELL_WORDS];
    const char *texts[SPELL_WORDS];
    size_t count;
};

static struct spell_words spell_split(struct parse *parse, const struct token *token) {
    struct spell_words words = {.count = 0};
    const char *written = parse_written(parse, token->span);
    for (size_t at = 0; written[at] && words.count < SPELL_WORDS;) {
        size_t length = strcspn(written + at, " \t\r\n");
        uint32_t begin = token->span.begin + (uint32_t)at;
        words.spans[words.count] = (struct span){begin, begin + (uint32_t)length};
        words.texts[words.count++] = arena_string(parse->arena, written + at, length);
        at += length + strspn(written + at + length, " \t\r\n");
    }
    return words;
}

static const char *spell_join(struct parse *parse, const struct spell_words *words, size_t from, size_t to) {
    const char *joined = words->texts[from];
    for (size_t i = from + 1; i < to; i++)
        joined = arena_format(parse->arena, "%s %s", joined, words->texts[i]);
    return joined;
}

/* Words behind `from` that are a declared name: the index behind the last; `from`: none. */
static size_t spell_longest_name(struct parse *parse, const struct spell_words *words, size_t from) {
    for (size_t to = words->count; to > from; to--)
        if (parse_is_name(parse, spell_join(parse, words, from, to))) return to;
    return from;
}

static int spell_kind(const struct spell_words *words, size_t at) {
    bool number = strspn(words->texts[at], "0123456789") == strlen(words->texts[at]);
    bool counted = number && at && (strcasecmp(words->texts[at - 1], "least") == 0 || strcasecmp(words->texts[at - 1], "over") == 0);
    if (counted) return TK_NUMBER;
    const struct keyword *keyword = parse_keyword(words->texts[at], strlen(words->texts[at]));
    if (!keyword) return TK_NAME;
    const char *next = at + 1 < words->count ? words->texts[at + 1] : "";
    if (keyword->kind != TK_COUNTS) return keyword->kind;
    return strcasecmp(next, "only") == 0 ? TK_COUNTS_ONLY : strcasecmp(next, "once") == 0 ? TK_COUNTS_ONCE : TK_COUNTS;
}

static bool spell_joins(int kind) {
    return kind == TK_AND || kind == TK_OR || kind == TK_THEN || kind == TK_IS || kind == TK_NOT || kind == TK_ANY ||
           kind == TK_NONE || kind == TK_OF || kind == TK_EXCEPT || kind == TK_BLANK || kind == TK_WHERE ||
           kind == TK_ANYTHING || kind == TK_COUNTS || kind == TK_IN || kind == TK_LEAST;
}

/* Takes a name apart into keywords and names; keywords have texts in lower case. */
static void spell_take_apart(struct parse *parse, const struct spell_words *words, struct parse_tokens *parts) {
    for (size_t i = 0, to; i < words->count; i = to) {
        to = spell_longest_name(parse, words, i);
        int kind = to > i ? TK_NAME : spell_kind(words, i);
        bool unknown = to == i && kind == TK_NAME;
        to = to > i ? to : i + 1;
        while (unknown && to < words->count && spell_longest_name(parse, words, to) == to &&
               !spell_joins(spell_kind(words, to)))
            to++;
        struct token part = {
            kind, {words->spans[i].begin, words->spans[to - 1].end}, spell_join(parse, words, i, to), 0};
        const struct keyword *keyword = kind == TK_NAME ? NULL : parse_keyword(part.text, strlen(part.text));
        if (keyword) part.text = keyword->spelling;
        parse_add(parse, parts, part);
    }
}

static bool spell_has_known(struct parse *parse, const struct parse_tokens *parts) {
    for (size_t i = 0; i < parts->count; i++)
        if (parts->items[i].kind == TK_NAME && parse_is_name(parse, parts->items[i].text)) return true;
    return false;
}

/* Whether a keyword is in capitals throughout: "AND". */
static bool spell_shouts(struct parse *parse, const struct token *part) {
    if (part->kind == TK_NAME) return false;
    for (const char *at = parse_written(parse, part->span); *at; at++)
        if (*at >= 'a' && *at <= 'z') return false;
    return true;
}

/* Whether a name was meant to be what it was taken apart into. `next`: what stands behind it. */
static bool spell_is_meant(struct parse *parse, const struct parse_tokens *parts, const struct token *next) {
    size_t keywords = 0, joins = 0;
    for (size_t i = 0; i < parts->count; i++) {
        bool name = parts->items[i].kind == TK_NAME;
        keywords += !name;
        joins += spell_joins(parts->items[i].kind);
    }
    const struct token *first = &parts->items[0];
    bool item = lexer_role(first->kind) != WORD_INNER && parse_first_on_line(parse, first->span);
    bool counts = first->kind == TK_COUNTS_ONLY || first->kind == TK_COUNTS_ONCE;
    bool compared = next->kind == TK_IS || (next->kind == TOKEN_ODD && next->text[0] != ':');
    if (!keywords || (parts->count == 1 && !first->text[1])) return false;
    if (counts) return true;
    if (item) return first->kind == TK_END ? parts->count == 1 : !compared || joins > 0;
    const struct token *last = &parts->items[parts->count - 1];
    bool sure = spell_has_known(parse, parts) || keywords == parts->count || spell_shouts(parse, first) ||
                spell_shouts(parse, last);
    if (!sure) return false;
    bool within = first->kind == TK_NAME && parts->items[parts->count - 1].kind == TK_NAME;
    if (within && !spell_has_known(parse, parts)) return false;
    return joins > 0 || (keywords == parts->count && parts->count > 1) ||
           (parts->count == 1 && lexer_role(first->kind) == WORD_INNER && spell_shouts(parse, first));
}

/* `NOT NULL` behind `is`: the name of a blank cell is put right as well. */
static void spell_null(struct parse *parse, struct parse_tokens *parts, size_t at, struct span *span, const char **words) {
    struct token *token = at < parts->count ? &parts->items[at] : NULL;
    if (!token || at == 0 || parts->items[at - 1].kind != TK_NOT) return;
    if (strcasecmp(token->text, "null") != 0 && strcasecmp(token->text, "empty") != 0) return;
    token->kind = TK_BLANK;
    token->text = "blank";
    span->end = token->span.end;
    *words = arena_format(parse->arena, "%s blank", *words);
}

static void spell_tell_capitals(struct parse *parse, struct parse_tokens *parts) {
    size_t first = 0, last;
    while (parts->items[first].kind == TK_NAME)
        first++;
    const char *words = parts->items[first].text;
    for (last = first; last + 1 < parts->count && parts->items[last + 1].kind != TK_NAME; last++)
        words = arena_format(parse->arena, "%s %s", words, parts->items[last + 1].text);
    struct span span = {parts->items[first].span.begin, parts->items[last].span.end};
    spell_null(parse, parts, last + 1, &span, &words);
    struct diagnostic *item =
        diagnostic_add(parse->diagnostics, A0201, span, "'%s' is a keyword in capitals", parse_written(parse, span));
    item->hint = arena_format(parse->arena, "keywords are lower-case: write `%s`", words);
    item->suggestion = words;
}

/* ---- Letters of other scripts ---- */

/* A word with its look-alikes replaced; NULL: it has none. `point`: the first of them. */
static const char *spell_latin(struct parse *parse, const char *word, uint32_t *point) {
    struct text text = {0};
    bool found = false;
    size_t size;
    for (const char *at = word; *at; at += size) {
        uint32_t next = unicode_next(at, &size);
        const char *looks = next >= 0x80 ? unicode_alike(next) : NULL;
        if (!looks && next >= 0x80 && unicode_ascii(next))
            looks = arena_format(parse->arena, "%c", unicode_ascii(next));
        if (!size) break;
        if (looks && !found) *point = next;
        found = found || looks;
        text_add_bytes(&text, looks ? looks : at, looks ? strlen(looks) : size);
    }
    const char *latin = found ? arena_string(parse->arena, text.data ? text.data : "", text.length) : NULL;
    text_free(&text);
    return latin;
}

static bool spell_script(struct parse *parse, struct token *token) {
    uint32_t point = 0;
    const char *latin = spell_latin(parse, token->text, &point);
    size_t length = latin ? strcspn(latin, " ") : 0;
    const struct keyword *keyword = latin ? parse_keyword(latin, length) : NULL;
    if (!keyword || (latin[length] && !parse_is_name(parse, latin + length + 1))) return false;
    size_t bytes = strcspn(token->text, " ");
    struct span span = {token->span.begin, token->span.begin + (uint32_t)bytes};
    struct text named = {0};
    unicode_add_point(&named, point);
    struct diagnostic *item =
        diagnostic_add(parse->diagnostics, A0201, span, "'%s' is no word of the language: it has %s",
                       parse_written(parse, span), named.data);
    text_free(&named);
    diagnostic_suggest(parse->diagnostics, item, keyword->spelling);
    token->kind = keyword->kind;
    token->text = keyword->spelling;
    if (latin[length]) token->date = bytes; /* a name stands behind it */
    return true;
}

/* ---- Words that begin a line ---- */

/* Whether a word is known to stand for another one than the keyword that it is near to. */
static bool spell_is_known(const char *word, const char *near) {
    const char *found, *instead;
    bool known = false;
    for (size_t i = 0; (instead = edit_instead(i, &found)); i++) {
        if (strcmp(found, word) != 0) continue;
        if (strcmp(instead, near) == 0) return false;
        known = true;
    }
    return known;
}

/* A word alone on its line that ends a part in other languages. */
static bool spell_end(struct parse *parse, struct token *token) {
    static const char *const words[] = {"stop", "fi", "done", "esac", "finish", "finished", "close", "quit", "fin", "ende", "endif"};
    bool alone = token->kind == TK_WORD && parse_first_on_line(parse, token->span) && parse_last_on_line(parse, token->span);
    const struct keyword *end = parse_keyword("end", 3);
    bool ends = alone && strncmp(token->text, "end", 3) == 0 && strlen(token->text) > 4;
    for (size_t i = 0; alone && i < sizeof words / sizeof *words; i++)
        ends = ends || strcmp(token->text, words[i]) == 0;
    if (!ends || !end) return false;
    struct diagnostic *item = diagnostic_add(parse->diagnostics, A0201, token->span, "'%s' does not end a declaration here", token->text);
    item->hint = "a declaration ends with `end`: write `end`";
    item->suggestion = end->spelling;
    token->kind = end->kind;
    token->text = end->spelling;
    return true;
}

static bool spell_put_right(struct parse *parse, struct token *token) {
    if (spell_end(parse, token)) return true;
    if (token->kind != TK_WORD || !parse_first_on_line(parse, token->span)) return false;
    const struct keyword *meant = spell_near_item_word(token->text);
    if (meant && spell_is_known(token->text, meant->spelling)) return false;
    if (!meant || strlen(token->text) < 4 || strlen(token->text) + 3 < strlen(meant->spelling)) return false;
    struct diagnostic *item =
        diagnostic_add(parse->diagnostics, A0201, token->span, "'%s' is no word of the language", token->text);
    diagnostic_suggest(parse->diagnostics, item, meant->spelling);
    token->kind = meant->kind;
    token->text = meant->spelling;
    return true;
}

static void spell_name(struct parse *parse, const struct token *token, const struct token *next,
                       struct parse_tokens *spelled) {
    int previous = spelled->count ? spelled->items[spelled->count - 1].kind : TK_YYEOF;
    struct parse_tokens parts = {0};
    bool plain = spell_declares(previous) || parse_is_name(parse, token->text) || strncmp(token->text, "All ", 4) == 0;
    if (!plain) {
        struct spell_words words = spell_split(parse, token);
        spell_take_apart(parse, &words, &parts);
    }
    if (plain || !spell_is_meant(parse, &parts, next)) {
        parse_add(parse, spelled, *token);
        return;
    }
    spell_tell_capitals(parse, &parts);
    for (size_t i = 0; i < parts.count; i++)
        parse_add(parse, spelled, parts.items[i]);
}

/* A name that goes on over a line end and is none: these are two. */
static bool spell_lines(struct parse *parse, const struct token *token, const struct token *next,
                        struct parse_tokens *spelled) {
    const char *written = parse_written(parse, token->span), *end = strchr(written, '\n');
    if (!end || parse_is_name(parse, token->text)) return false;
    size_t first = (size_t)(end - written), second = first + strspn(end, " \t\r\n");
    while (first && strchr(" \t\r", written[first - 1]))
        first--;
    struct token front = {TK_NAME, {token->span.begin, token->span.begin + (uint32_t)first}, NULL, 0};
    struct token back = {TK_NAME, {token->span.begin + (uint32_t)second, token->span.end}, NULL, 0};
    front.text = parse_written(parse, front.span);
    back.text = parse_written(parse, back.span);
    spell_name(parse, &front, &back, spelled);
    if (!spell_lines(parse, &back, next, spelled)) spell_name(parse, &back, next, spelled);
    return true;
}

/* Whether a file can hold what is put right here: a word that is none, or a name with a keyword in it. */
static bool spell_is_suspect(const struct token *token) {
    if (token->kind == TK_WORD) return true;
    if (token->kind != TK_NAME) return false;
    for (const char *at = token->text; *at;) {
        size_t length = strcspn(at, " ");
        if ((unsigned char)*at >= 0x80 || parse_keyword(at, length)) return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

void parse_spell(struct parse *parse, struct parse_tokens *tokens) {
    struct parse_tokens spelled = {0};
    for (size_t i = 0; i < tokens->count; i++) {
        struct token token = tokens->items[i];
        bool suspect = spell_is_suspect(&token);
        if (suspect && (spell_script(parse, &token) || spell_put_right(parse, &token))) {
            struct token rest = {TK_NAME, {token.span.begin + (uint32_t)token.date + 1, token.span.end}, NULL, 0};
            bool behind = token.date != 0;
            if (behind) rest.text = parse_written(parse, rest.span);
            token.date = 0;
            parse_add(parse, &spelled, token);
            if (behind) parse_add(parse, &spelled, rest);
        } else if (token.kind == TK_NAME && spell_lines(parse, &token, &tokens->items[i + 1], &spelled)) {
            continue;
        } else if (suspect && token.kind == TK_NAME) {
            spell_name(parse, &token, &tokens->items[i + 1], &spelled);
        } else {
            parse_add(parse, &spelled, token);
        }
    }
    *tokens = spelled;
}
