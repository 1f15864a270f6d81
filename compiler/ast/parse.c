#include "compiler/ast/parse.h"

#include "compiler/ast/build.h"
#include "compiler/passes.h"
#include "compiler/base/near.h"
#include "parser.h"

#include <string.h>
#include <strings.h>

enum { PARSE_DEPTH = 100 };

static const struct token parse_no_token = {.kind = TOKEN_COMMENT};

static bool parse_first_on_line(const struct parse *parse, const struct token *token) {
    const char *start = (const char *)parse->lexer.start;
    uint32_t at = token->span.begin - parse->lexer.base;
    while (at > 0 && (start[at - 1] == ' ' || start[at - 1] == '\t'))
        at--;
    return at == 0 || start[at - 1] == '\n';
}

/* Whether a token opens a declaration. `usage` also stands in measures, where it may be misspelled around; so within a
 * declaration it must be the first on its line to open one. */
static bool parse_opens_block(const struct parse *parse, const struct token *token) {
    if (lexer_role(token->kind) != WORD_BLOCK) return false;
    if (token->kind != TK_USAGE) return true;
    return parse->token.kind != TK_COUNTS && (parse->block.kind == TOKEN_COMMENT || parse_first_on_line(parse, token));
}

/* Whether a word that could begin an item goes on with the one before; `area` does so in the way of a step alone. */
static bool parse_goes_on(const struct parse *parse, int previous, int kind) {
    return lexer_goes_on(previous, kind) && (kind != TK_AREA || parse->item.kind == TK_STEP);
}

/* Whether a token begins an item or a declaration. */
static bool parse_begins_item(const struct parse *parse, const struct token *token) {
    if (parse_goes_on(parse, parse->token.kind, token->kind)) return false;
    return lexer_role(token->kind) == WORD_ITEM || parse_opens_block(parse, token);
}

static void parse_missing_end(struct parse *parse, const struct token *next) {
    struct diagnostic *item =
        diagnostic_add(parse->diagnostics, A0204, next->span, "the `%s` that began above has no `end`",
                       parse->block.text ? parse->block.text : "declaration");
    item->hint = "write `end` before this";
    item->other = parse->block.span;
    item->other_text = "it began here";
}

static const struct keyword *parse_keyword(const char *spelling, size_t length) {
    const struct keyword *keyword;
    for (size_t i = 0; (keyword = lexer_keyword(i)); i++)
        if (strlen(keyword->spelling) == length && strncasecmp(keyword->spelling, spelling, length) == 0)
            return keyword;
    return NULL;
}

static bool parse_is_item_word(const char *name) {
    const struct keyword *keyword = parse_keyword(name, strlen(name));
    return (keyword && keyword->role != WORD_INNER) || strncmp(name, "counts ", 7) == 0;
}

/* The first word of a name that begins an item, or else the last word, when it is a keyword but for its capitals. */
static const struct keyword *parse_capital_keyword(const char *name) {
    const struct keyword *first = parse_keyword(name, strcspn(name, " "));
    const char *word = strrchr(name, ' ');
    return first && first->role != WORD_INNER ? first
                                              : parse_keyword(word ? word + 1 : name, strlen(word ? word + 1 : name));
}

/* The word that begins an item and is near; NULL: none. */
static const struct keyword *parse_near_item_word(const char *word) {
    struct near near = near_start(word);
    const struct keyword *keyword;
    for (size_t i = 0; (keyword = lexer_keyword(i)); i++)
        if (keyword->role != WORD_INNER) near_offer(&near, keyword->spelling);
    return near.best ? parse_keyword(near.best, strlen(near.best)) : NULL;
}

/* A misspelled word that was meant to begin an item, at the beginning of a line, is told and put right: so that no more
 * than the word is lost. A capitalised one could be a name; while the parser is skipping, and before a text, it is
 * none. */
static void parse_put_right(struct parse *parse, struct token *token) {
    bool capital =
        token->kind == TK_NAME && parse->lexer.quiet && *parse->lexer.cursor == ' ' && parse->lexer.cursor[1] == '"';
    if ((token->kind != TK_WORD && !capital) || !parse_first_on_line(parse, token)) return;
    const struct keyword *meant =
        capital ? parse_keyword(token->text, strlen(token->text)) : parse_near_item_word(token->text);
    if (!meant || meant->role == WORD_INNER) return;
    struct diagnostic *item =
        diagnostic_add(parse->diagnostics, A0201, token->span, "'%s' is no word of the language", token->text);
    diagnostic_suggest(parse->diagnostics, item, meant->spelling);
    token->kind = meant->kind;
}

/* The next token of the file; an `end` is put in where one is missing. */
static struct token parse_fetch(struct parse *parse) {
    struct token token = parse->waiting;
    if (token.kind == TOKEN_COMMENT) {
        token = lexer_next(&parse->lexer);
        parse_put_right(parse, &token);
        bool closes = token.kind == TK_YYEOF || parse_opens_block(parse, &token);
        if (closes && parse->block.kind != TOKEN_COMMENT) {
            parse_missing_end(parse, &token);
            parse->waiting = token;
            token = (struct token){TK_END, {token.span.begin, token.span.begin}, NULL, 0};
        }
    } else {
        parse->waiting = parse_no_token;
    }
    if (parse_opens_block(parse, &token)) parse->block = token;
    if (token.kind == TK_END) parse->block = parse_no_token;
    return token;
}

static bool parse_declaring_word(int kind) {
    return kind == TK_FIELD || kind == TK_AMOUNT || kind == TK_CUSTOMER || kind == TK_MONTH || kind == TK_LIST ||
           kind == TK_MEASURE || kind == TK_METRIC || kind == TK_CERTIFICATION;
}

/* Follows where in an item the reading is. */
static void parse_follow(struct parse *parse, const struct token *token) {
    parse->turned = parse_begins_item(parse, token);
    if (parse->turned) {
        parse->before = parse->item;
        parse->item = (struct parse_item){.kind = token->kind};
        parse->depth = 0;
        parse->lexer.quiet = false;
    }
    bool name = token->kind == TK_NAME || token->kind == TK_TEXT;
    if (name && parse_declaring_word(parse->token.kind)) parse->item.declares = *token;
    parse->previous = parse->token;
    parse->token = *token;
}

static bool parse_too_deep(struct parse *parse, const struct token *token) {
    if (token->kind == TK_CLOSE && parse->depth) parse->depth--;
    if (token->kind != TK_OPEN) return false;
    if (++parse->depth != PARSE_DEPTH + 1) return false;
    struct diagnostic *item =
        diagnostic_add(parse->diagnostics, A0203, token->span, "parentheses are nested more than %d deep", PARSE_DEPTH);
    item->hint = "write options, or split the measure";
    return true;
}

static uint64_t parse_lost_kinds(int item) {
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
    case TK_MEASURES:
    case TK_MEASURE:
        return tree_lost(TREE_MEASURE);
    default:
        return tree_lost(TREE_NOTE);
    }
}

/* What the broken item would have declared is remembered. An error at a word that begins an item is one of the item
 * before. `misspelled`: the word that should begin an item is. */
static void parse_remember_loss(struct parse *parse, bool misspelled) {
    struct tree *tree = parse->tree;
    const struct parse_item *item = parse->turned ? &parse->before : &parse->item;
    const struct token *declares = &item->declares;
    bool field =
        item->kind == TK_FIELD || item->kind == TK_AMOUNT || item->kind == TK_CUSTOMER || item->kind == TK_MONTH;
    bool nameless = item->kind == TK_MEASURE && !declares->text;
    parse->lexer.quiet = !parse->turned;
    parse->lost = parse_lost_kinds(item->kind) | (misspelled || nameless ? TREE_LOST_UNKNOWN : 0);
    if (declares->text) tree->lost = build_text(parse, tree->lost, declares->text, declares->span);
    if (parse->token.kind == TK_NAME) tree->lost = build_text(parse, tree->lost, parse->token.text, parse->token.span);
    if (parse->block.kind == TOKEN_COMMENT) tree->lost_declaration = true;
    if ((field && !declares->text) || (misspelled && parse->block.kind == TK_USAGE)) tree->lost_field = true;
    if (item->kind == TK_LIST && !declares->text) tree->lost_list = true;
}

int rule_yylex(RULE_YYSTYPE *value, struct span *span, struct parse *parse) {
    struct token token = parse_fetch(parse);
    parse_follow(parse, &token);
    *span = token.span;
    if (token.kind == TK_TEXT)
        value->TK_TEXT = token.text;
    else if (token.kind == TK_NAME)
        value->TK_NAME = token.text;
    else if (token.kind == TK_WORD)
        value->TK_WORD = token.text;
    else if (token.kind == TK_NUMBER)
        value->TK_NUMBER = token.text;
    else if (token.kind == TK_DATE)
        value->TK_DATE = token.date;
    else if (token.kind == TK_YEAR_MONTH)
        value->TK_YEAR_MONTH = token.date;
    /* What is skipped in the usage declaration may be the name of a field. */
    if (parse->lexer.quiet && token.kind == TK_NAME && parse->block.kind == TK_USAGE)
        parse->tree->lost = build_text(parse, parse->tree->lost, token.text, token.span);
    /* While the parser is skipping, a word that goes on with the item before it begins none. */
    if (parse->lexer.quiet && parse_goes_on(parse, parse->previous.kind, token.kind)) token.kind = TK_WORD;
    bool wrong = token.kind == TOKEN_WRONG || parse_too_deep(parse, &token);
    if (wrong) parse_remember_loss(parse, false);
    return wrong ? TK_RULE_YYerror : token.kind;
}

void parse_resume(struct parse *parse) {
    parse->lexer.quiet = false;
}

void parse_declare(struct parse *parse, struct tree_item *item) {
    if (item) parse->last = build_append_item(parse->last, item);
}

/* Called by the parser only when its stack is exhausted. */
void rule_yyerror(const struct span *span, struct parse *parse, const char *message) {
    diagnostic_add(parse->diagnostics, A0203, *span, "this cannot be read: %s", message);
}

/* ---- Syntax errors ---- */

static bool parse_expects(const char *const *expected, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(expected[i], name) == 0) return true;
    return false;
}

static void parse_add_name(struct text *text, const char *name) {
    bool word = strncmp(name, "a ", 2) != 0 && strncmp(name, "end of", 6) != 0;
    text_addf(text, word ? "`%s`" : "%s", name);
}

/* Whether an expected word begins the next item, here. */
static bool parse_ends_item(const struct parse *parse, const char *name) {
    const struct keyword *keyword = parse_keyword(name, strlen(name));
    return parse_is_item_word(name) && !(keyword && lexer_goes_on(parse->previous.kind, keyword->kind));
}

/* Words that begin an item are one when they are many, or when the item before may go on. */
static bool parse_folds_items(const struct parse *parse, const char *const *expected, size_t count) {
    enum { MANY = 10 };
    size_t items = 0;
    for (size_t i = 0; i < count; i++)
        items += parse_ends_item(parse, expected[i]);
    return items > MANY || (items > 1 && items < count);
}

/* Names of what was expected. */
static const char *parse_expected_words(struct parse *parse, const char *const *expected, size_t count) {
    struct text text = {0};
    bool folds = parse_folds_items(parse, expected, count), folded = false;
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        left += !(folds && parse_ends_item(parse, expected[i]));
    left += folds;
    for (size_t i = 0; i < count; i++) {
        bool item = folds && parse_ends_item(parse, expected[i]);
        folded = folded || item;
        if (item) continue;
        if (text.length) text_add(&text, left == 1 ? " or " : ", ");
        parse_add_name(&text, expected[i]);
        left--;
    }
    if (folded) text_addf(&text, "%sthe next item", text.length ? " or " : "");
    const char *words = arena_string(parse->arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return words;
}

static const char *parse_found_words(struct parse *parse) {
    const struct token *token = &parse->token;
    if (token->kind == TK_YYEOF) return "the end of the file";
    if (token->kind == TK_NAME) return arena_format(parse->arena, "the name '%s'", token->text);
    if (token->kind == TK_TEXT) return arena_format(parse->arena, "the text \"%.60s\"", token->text);
    if (token->kind == TK_WORD)
        return arena_format(parse->arena, "'%s', which is no word of the language", token->text);
    if (token->text) return arena_format(parse->arena, "`%s`", token->text);
    int length = (int)(token->span.end - token->span.begin);
    return arena_format(parse->arena, "`%.*s`", length,
                        (const char *)parse->lexer.start + (token->span.begin - parse->lexer.base));
}

/* Whether the word at hand was meant to begin an item. */
static bool parse_misspells_item(const struct parse *parse) {
    const struct token *token = &parse->token;
    if (token->kind != TK_WORD && token->kind != TK_NAME) return false;
    const struct keyword *meant =
        token->kind == TK_NAME ? parse_capital_keyword(token->text) : parse_near_item_word(token->text);
    return meant && meant->role != WORD_INNER;
}

/* The words of other languages, and of the published page, for what is said otherwise here. */
static const char *parse_remedy_test(struct parse *parse, const struct token *previous) {
    const struct token *token = &parse->token;
    bool word = token->kind == TK_WORD;
    if (previous->kind == TK_NOT && token->kind == TK_TEXT)
        return "say what a blank does: `is none of \"X\"` (a blank passes), `is anything except \"X\"` (a blank fails)";
    if (previous->kind == TK_NOT && token->kind == TK_ANY) return "write `is none of`";
    if (previous->kind == TK_IS && word && strcmp(token->text, "one") == 0) return "write `is any of`";
    if (previous->kind == TK_IS && word && strcmp(token->text, "all") == 0) return "write `is anything except`";
    if (previous->kind == TK_IS && token->kind == TK_NAME)
        return arena_format(parse->arena, "a value stands in quotes, \"%s\"; a list follows `is any of`", token->text);
    if (previous->kind == TK_NAME && token->kind == TK_IN) return "write `is any of`";
    if ((previous->kind == TK_OR || previous->kind == TK_AND) && token->kind == TK_TEXT)
        return "several values of one field: `is any of \"X\", \"Y\"`";
    return NULL;
}

static const char *parse_remedy_capital(struct parse *parse, const struct token *previous, bool name) {
    const struct token *token = &parse->token;
    const struct keyword *meant = token->kind == TK_NAME && !name ? parse_capital_keyword(token->text) : NULL;
    if (!meant && previous->kind == TK_NAME && previous->text) meant = parse_capital_keyword(previous->text);
    return meant ? arena_format(parse->arena, "keywords are lower-case: `%s`", meant->spelling) : NULL;
}

/* Where the mistake is a known one: how it is written instead. */
static const char *parse_remedy(struct parse *parse, const struct token *previous, const char *const *expected,
                                size_t count) {
    const struct token *token = &parse->token;
    bool name = parse_expects(expected, count, "a name");
    bool text = parse_expects(expected, count, "a text in quotes");
    bool touches =
        previous->kind == TK_TEXT && previous->span.end == token->span.begin &&
        (token->kind == TK_NAME || token->kind == TK_WORD || token->kind == TK_TEXT || token->kind == TK_NUMBER);
    if (touches) return "is a double quote missing, or one too many?";
    if (token->kind == TK_IS && parse_expects(expected, count, ","))
        return "a comma only separates values; a further condition begins with `and`";
    if (token->kind == TK_COMMA && previous->kind == TK_TEXT && parse_expects(expected, count, "and"))
        return "several values: `is any of`; a further condition: `and`";
    const char *remedy = parse_remedy_test(parse, previous);
    if (!remedy) remedy = parse_remedy_requirement(parse, previous, expected, count);
    if (!remedy) remedy = parse_remedy_capital(parse, previous, name);
    if (remedy) return remedy;
    if (token->kind == TK_TEXT && name) return "fields and lists are written without quotes";
    if (token->kind == TK_NAME && text && !name)
        return arena_format(parse->arena, "write it in quotes: \"%s\"", token->text);
    if (token->kind == TK_NAME && parse_expects(expected, count, "and")) return "join conditions with `and` or `or`";
    if (token->kind == TK_TEXT && parse_expects(expected, count, ",")) return "separate values by commas";
    return NULL;
}

/* The expected word that is near the one found. */
static const char *parse_near_expected(const char *word, const char *const *expected, size_t count) {
    struct near near = near_start(word);
    for (size_t i = 0; i < count; i++)
        if (strncmp(expected[i], "a ", 2) != 0 && expected[i][0] >= 'a') near_offer(&near, expected[i]);
    return near.best;
}

void parse_syntax_error(struct parse *parse, struct span span, const char *const *expected, size_t count) {
    parse_remember_loss(parse, parse_expects(expected, count, "end") && parse_misspells_item(parse));
    /* An `end` that was put in has no width: that it was missing is said already. */
    if (parse->token.kind == TK_END && span.begin == span.end) return;
    const char *words = parse_expected_words(parse, expected, count);
    const char *found = parse_found_words(parse);
    struct diagnostic *item = diagnostic_add(parse->diagnostics, A0201, span, "expected %s, found %s",
                                             count ? words : "something else", found);
    item->hint = parse_remedy(parse, &parse->previous, expected, count);
    if (!item->hint && parse->token.kind == TK_WORD)
        diagnostic_suggest(parse->diagnostics, item, parse_near_expected(parse->token.text, expected, count));
}

/* ---- Files ---- */

/* A file in UTF-16 would give an error for every other byte. */
static bool parse_is_utf16(const struct source *source) {
    return source->length >= 2 &&
           (memcmp(source->bytes, "\xFF\xFE", 2) == 0 || memcmp(source->bytes, "\xFE\xFF", 2) == 0);
}

static void parse_file(struct parse *parse, const struct source *source) {
    if (parse_is_utf16(source)) {
        diagnostic_add(parse->diagnostics, A0101, (struct span){source->base, source->base + 2},
                       "this file is UTF-16, not UTF-8")
            ->note = "save the file as UTF-8";
        parse->tree->lost_declaration = true;
        return;
    }
    parse->token = parse->previous = parse->block = parse->waiting = parse_no_token;
    parse->item = parse->before = (struct parse_item){.kind = TK_YYEOF};
    parse->turned = false;
    parse->lexer = (struct lexer){.arena = parse->arena, .diagnostics = parse->diagnostics};
    lexer_start(&parse->lexer, source);
    rule_yyparse(parse);
}

void parse_files(struct sources *sources, struct diagnostics *diagnostics, struct tree *tree) {
    struct parse parse = {
        .arena = sources->arena, .diagnostics = diagnostics, .sources = sources, .tree = tree, .last = NULL};
    for (size_t i = 0; i < sources->count; i++)
        parse_file(&parse, &sources->files[i]);
    tree->items = build_open_items(parse.last);
    struct tree_text *first = tree->lost ? tree->lost->next : NULL;
    if (tree->lost) tree->lost->next = NULL;
    tree->lost = first;
}
