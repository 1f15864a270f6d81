/* parse.c - rule files to the tree. */
#include "compiler/ast/parse.h"

#include "compiler/ast/build.h"
#include "compiler/passes.h"
#include "parser.h"

#include <string.h>

int rule_yylex(RULE_YYSTYPE *value, struct span *span, struct parse *parse) {
    const struct token *token = &parse->feed[parse->fed++];
    *span = token->span;
    if (token->kind == TK_TEXT)
        value->TK_TEXT = token->text;
    else if (token->kind == TK_NAME)
        value->TK_NAME = token->text;
    else if (token->kind == TK_WORD)
        value->TK_WORD = token->text;
    else if (token->kind == TK_NUMBER)
        value->TK_NUMBER = token->text;
    else if (token->kind == TK_DATE)
        value->TK_DATE = (uint32_t)token->date;
    else if (token->kind == TK_YEAR_MONTH)
        value->TK_YEAR_MONTH = (uint32_t)token->date;
    else if (token->kind == TK_LOST)
        value->TK_LOST = token->date;
    return token->kind == TOKEN_ODD || token->kind == TOKEN_WRONG ? TK_RULE_YYUNDEF : token->kind;
}

void parse_declare(struct parse *parse, struct tree_item *item) {
    parse->last = build_append_item(parse->last, item);
}

/* Called by the parser only when its stack is exhausted. */
void rule_yyerror(const struct span *span, struct parse *parse, const char *message) {
    diagnostic_add(parse->diagnostics, A0203, *span, "this cannot be read: %s", message);
}

/* ---- Trying an item ---- */

static struct token parse_made(int kind, uint32_t at) {
    return (struct token){kind, {at, at}, "", 0};
}

bool parse_try(const struct parse *parse, const struct parse_item *item, struct parse_failure *failure) {
    struct arena arena = {0};
    struct diagnostics diagnostics = {.arena = &arena};
    struct tree tree = {0};
    struct parse trial = {.lexer = parse->lexer, .arena = &arena, .diagnostics = &diagnostics, .tree = &tree};
    struct parse_tokens tokens = {0};
    uint32_t begin = item->count ? item->tokens[0].span.begin : 0;
    uint32_t end = item->count ? item->tokens[item->count - 1].span.end : 0;
    bool whole = item->open == TK_YYEOF;
    if (!whole) parse_add(&trial, &tokens, parse_made(item->open, begin));
    if (!whole) parse_add(&trial, &tokens, parse_made(TK_TEXT, begin));
    for (size_t i = 0; i < item->count; i++)
        parse_add(&trial, &tokens, item->tokens[i]);
    if (!whole) parse_add(&trial, &tokens, parse_made(TK_END, end));
    parse_add(&trial, &tokens, parse_made(TK_YYEOF, end));
    trial.feed = tokens.items;
    bool taken = rule_yyparse(&trial) == 0;
    if (failure) {
        failure->at = taken ? item->count + 1 : trial.fed - 1 - (whole ? 0 : 2);
        if (!taken && failure->at > item->count) failure->at = item->count;
        failure->expected_count = trial.expected_count;
        failure->messages = diagnostics.count;
        memcpy(failure->expected, trial.expected, sizeof trial.expected);
    }
    arena_free(&arena);
    return taken;
}

/* ---- Files ---- */

static bool parse_run(struct parse *parse, const struct parse_tokens *tokens) {
    struct tree_item *last = parse->last, *first = last ? last->next : NULL;
    size_t messages = parse->diagnostics->count;
    parse->feed = tokens->items;
    parse->fed = parse->expected_count = 0;
    if (rule_yyparse(parse) == 0) return true;
    parse->last = last;
    if (last) last->next = first;
    parse->diagnostics->count = messages;
    diagnostic_count(parse->diagnostics);
    return false;
}

/* Whether a message is one of those of which an item gets the first. */
static bool parse_is_of_form(enum message_code code) {
    return (code >= A0106 && code <= A0109) || (code >= A0201 && code <= A0208);
}

/* The item that holds a place; count: none. Items stand in order, but for those that stood within others. */
static size_t parse_item_at(const struct parse_tokens *items, uint32_t place) {
    size_t low = 0, high = items->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (items->items[middle].span.end < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low < items->count && items->items[low].span.begin <= place ? low : items->count;
}

void parse_keep_first(struct parse *parse, const struct parse_tokens *items) {
    struct diagnostics *all = parse->diagnostics;
    size_t *first = ARENA_ARRAY(parse->arena, items->count + 1, size_t), kept = parse->messages;
    bool *blanks = ARENA_ARRAY(parse->arena, items->count + 1, bool);
    for (size_t i = parse->messages; i < all->count; i++) {
        size_t item = parse_item_at(items, all->items[i].span.begin);
        if (all->items[i].code == A0104) blanks[item] = true;
        if (!parse_is_of_form(all->items[i].code) || item == items->count) continue;
        if (!first[item] || all->items[i].span.begin < all->items[first[item] - 1].span.begin) first[item] = i + 1;
    }
    for (size_t i = parse->messages; i < all->count; i++) {
        size_t item = parse_item_at(items, all->items[i].span.begin);
        bool form = parse_is_of_form(all->items[i].code) && item < items->count;
        if (form && first[item] == i + 1)
            parse->tree->told = build_text(parse, parse->tree->told, "", items->items[item].span);
        /* A number that is divided by a blank which is none: that is told of the blank. */
        if (!form || (first[item] == i + 1 && !blanks[item])) all->items[kept++] = all->items[i];
    }
    all->count = kept;
    diagnostic_count(all);
}

static void parse_file(struct parse *parse, const struct source *source) {
    parse->lexer = (struct lexer){.arena = parse->arena, .diagnostics = parse->diagnostics};
    parse->messages = parse->diagnostics->count;
    parse->merge = parse->brace = parse->fence = false;
    parse->phrases = parse->repairs = 0;
    lexer_start(&parse->lexer, source);
    if (parse_is_foreign(parse, source)) {
        parse->tree->lost_declaration = true;
        return;
    }
    struct parse_tokens tokens = {0}, mended = {0};
    parse_read(parse, &tokens);
    if (parse->diagnostics->count == parse->messages && parse_run(parse, &tokens)) return;
    parse_spell(parse, &tokens);
    parse_mend(parse, &tokens, &mended);
    if (parse_run(parse, &mended)) return;
    /* Only a file whose items nest deeper than the stack of the parser. */
    diagnostic_add(parse->diagnostics, A0203, mended.items[parse->fed - 1].span, "this cannot be read");
    parse->tree->lost_declaration = true;
}

static struct tree_text *parse_open(struct tree_text *last) {
    struct tree_text *first = last ? last->next : NULL;
    if (last) last->next = NULL;
    return first;
}

void parse_files(struct sources *sources, struct diagnostics *diagnostics, struct tree *tree) {
    struct parse parse = {.arena = sources->arena, .diagnostics = diagnostics, .sources = sources, .tree = tree};
    for (size_t i = 0; i < sources->count; i++)
        parse_file(&parse, &sources->files[i]);
    tree->items = build_open_items(parse.last);
    tree->lost = parse_open(tree->lost);
    tree->told = parse_open(tree->told);
}
