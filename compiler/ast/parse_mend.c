/* parse_mend.c - tokens that the grammar takes, in place of those that it does not.
 *
 * Declarations are told from one another by the words that open and end them, items by the words that begin them. An
 * item that the grammar refuses is edited, or left out; a declaration in a wrong place is moved, or left out. Each is
 * told once. What was left out is remembered, so that nobody is told that it is missing. */
#include "compiler/ast/parse_mend.h"

#include "parser.h"

#include <string.h>

/* ---- Declarations ---- */

static void mend_close(struct mend *mend, struct token end) {
    mend->end_at = mend->out->count;
    mend->ended = end;
    parse_add(mend->parse, mend->out, end);
    mend->block = (struct token){.kind = TK_YYEOF};
}

static uint32_t mend_column(const struct mend *mend, const struct token *token) {
    uint32_t column = 0;
    while (token->span.begin - column > mend->parse->lexer.base &&
           mend->parse->lexer.start[token->span.begin - column - 1 - mend->parse->lexer.base] != '\n')
        column++;
    return column;
}

/* The `end` of a declaration that opens within another one, and is not the other's; 0: it has none. */
static size_t mend_own_end(const struct mend *mend, size_t at, size_t to) {
    size_t first = 0, ends = 0, opened = 2;
    uint32_t outer = mend_column(mend, &mend->block);
    for (size_t i = at + 1; i < to; i++) {
        bool opens = mend_opens(mend, i);
        if (opens && mend_column(mend, &mend->in[i]) <= outer) break;
        opened += opens;
        if (mend->in[i].kind != TK_END) continue;
        first = first ? first : i;
        ends++;
    }
    return ends >= opened ? first : 0;
}

static void mend_tell_unended(struct mend *mend, const struct token *next) {
    const struct token *last = &mend->out->items[mend->out->count - 1];
    bool nested = next && mend_column(mend, next) > mend_column(mend, &mend->block);
    struct span span = nested ? next->span : (struct span){last->span.end, last->span.end};
    struct diagnostic *told = diagnostic_add(mend->parse->diagnostics, nested ? A0205 : A0204, span,
                                             nested ? "the `%s` that began above has no `end` before this"
                                                    : "the `%s` that began above has no `end`",
                                             mend->block.text);
    told->hint = nested ? "write `end` before it, or leave this line out" : "write `end` behind this";
    if (!nested) told->suggestion = "\nend";
    told->other = mend->block.span;
    told->other_text = "it began here";
}

static void mend_unended(struct mend *mend, const struct token *next) {
    const struct token *last = &mend->out->items[mend->out->count - 1];
    struct token end = {TK_END, {last->span.end, last->span.end}, "end", 0};
    mend_tell_unended(mend, next);
    mend_lose(mend, TREE_LOST_UNKNOWN);
    mend_close(mend, end);
    mend->doubtful = next != NULL;
}

static void mend_range(struct mend *mend, size_t from, size_t to);

/* A declaration within another one: told, and read as if it stood beside it. Returns the index behind it; `at`: it has
 * no `end` of its own, and opens where one is missing. */
static size_t mend_nested(struct mend *mend, size_t at, size_t to) {
    size_t end = mend_own_end(mend, at, to);
    const struct token *token = &mend->in[at];
    if (!end) {
        mend_unended(mend, token);
        return at;
    }
    struct diagnostic *told =
        diagnostic_add(mend->parse->diagnostics, A0205, token->span, "`%s` stands within the `%s` that began above",
                       token->text, mend->block.text);
    told->hint = arena_format(mend->parse->arena, "move it out: a `%s` stands beside other declarations", token->text);
    told->other = mend->block.span;
    told->other_text = "it began here";
    struct mend inner = *mend;
    inner.out = mend->beside;
    inner.block = inner.ended = (struct token){.kind = TK_YYEOF};
    inner.doubtful = false;
    if (token->kind == TK_USAGE) { /* the one that every rule set has stands elsewhere */
        mend_remember(mend, mend->in + at, end - at, false);
        mend->parse->tree->lost_declaration = true;
        return end + 1;
    }
    mend_range(&inner, at, end + 1);
    return end + 1;
}

/* The index behind a list: its `end`, or what begins something else. An item within it belongs to it when an `end`
 * follows.
 */
static size_t mend_list_end(const struct mend *mend, size_t from, size_t to) {
    size_t item = 0;
    for (size_t at = from + 1; at < to; at++) {
        enum word_role role = lexer_role(mend->in[at].kind);
        if (mend->in[at].kind == TK_END) return at + 1;
        if (role == WORD_INNER || !parse_first_on_line(mend->parse, mend->in[at].span)) continue;
        if (role == WORD_BLOCK) return item ? item : at;
        item = item ? item : at;
    }
    return item ? item : to;
}

/* Words behind `end` on its line. */
static size_t mend_behind_end(struct mend *mend, size_t at, size_t to) {
    const struct token *token = &mend->in[at];
    if (at == to || parse_first_on_line(mend->parse, token->span)) return at;
    bool opens = lexer_role(token->kind) == WORD_BLOCK && at + 1 < to &&
                 (mend->in[at + 1].kind == TK_TEXT || mend->in[at + 1].kind == TK_NAME) &&
                 !parse_first_on_line(mend->parse, mend->in[at + 1].span);
    bool junk = token->kind == TK_TEXT || token->kind == TK_NAME || token->kind == TK_WORD ||
                token->kind == TOKEN_ODD || token->kind == TK_COMMA || lexer_role(token->kind) == WORD_BLOCK ||
                mend_begins(token);
    if (opens || !junk) return at;
    struct diagnostic *told = mend_tell(mend, A0201, token->span, "`end` stands alone");
    told->hint = "leave it out";
    told->suggestion = "";
    return at + 1;
}

static size_t mend_list(struct mend *mend, size_t from, size_t to) {
    size_t end = mend_list_end(mend, from, to);
    struct parse_tokens tokens = {0};
    for (size_t i = from; i < end; i++)
        parse_add(mend->parse, &tokens, mend->in[i]);
    const struct token *last = &mend->in[end - 1];
    struct token made = {TK_END, {last->span.end, last->span.end}, "end", 0};
    struct parse_item item = {TK_YYEOF, tokens.items, tokens.count};
    mend_note_span(mend, &item);
    if (last->kind != TK_END) {
        struct diagnostic *told = mend_tell(mend, A0204, made.span, "this `list` has no `end`");
        told->hint = "write `end` behind this";
        told->suggestion = "\nend";
        told->other = mend->in[from].span;
        told->other_text = "it began here";
        parse_add(mend->parse, &tokens, made);
        item = (struct parse_item){TK_YYEOF, tokens.items, tokens.count};
    }
    struct parse_failure failure;
    if (parse_try(mend->parse, &item, &failure) || mend_settle(mend, &item, &failure)) {
        mend_emit(mend, item.tokens, item.count);
    } else {
        mend_remember(mend, item.tokens, item.count, false);
        mend->parse->tree->lost_list = mend->parse->tree->lost_list || item.count < 2 || item.tokens[1].kind != TK_NAME;
    }
    mend->ended = item.tokens[item.count - 1];
    mend->end_at = SIZE_MAX;
    return last->kind == TK_END ? mend_behind_end(mend, end, to) : end;
}

/* The word that opens a declaration, and its title. */
static size_t mend_head(struct mend *mend, size_t from, size_t to) {
    size_t end = from + 1;
    while (end < to && (lexer_role(mend->in[end].kind) == WORD_INNER || mend->in[end].kind == mend->in[from].kind) &&
           (end == from + 1 || !mend_opens(mend, end)))
        end++;
    struct parse_tokens tokens = {0};
    for (size_t i = from; i < end; i++)
        parse_add(mend->parse, &tokens, mend->in[i]);
    const struct token *last = &mend->in[end - 1];
    parse_add(mend->parse, &tokens, (struct token){TK_END, {last->span.end, last->span.end}, "end", 0});
    struct parse_item item = {TK_YYEOF, tokens.items, tokens.count};
    struct parse_failure failure;
    mend_note_span(mend, &item);
    mend->block = mend->in[from];
    bool taken = parse_try(mend->parse, &item, &failure);
    if (!taken && failure.at >= 2 && failure.at < end - from &&
        parse_first_on_line(mend->parse, mend->in[from + failure.at].span)) {
        mend_emit(mend, item.tokens, 2);
        return from + 2;
    }
    if (taken || mend_settle(mend, &item, &failure)) {
        mend_emit(mend, item.tokens, item.count - 1);
        return end;
    }
    parse_add(mend->parse, mend->out, mend->in[from]);
    mend_lose(mend, TREE_LOST_UNKNOWN);
    return end;
}

static size_t mend_open(struct mend *mend, size_t at, size_t to) {
    if (mend->block.kind != TK_YYEOF) return mend_nested(mend, at, to);
    if (mend->in[at].kind == TK_LIST) return mend_list(mend, at, to);
    at = mend_head(mend, at, to);
    if (mend->doubtful) mend_lose(mend, TREE_LOST_UNKNOWN);
    mend->doubtful = false;
    return at;
}

static size_t mend_end(struct mend *mend, size_t at, size_t to) {
    if (mend->block.kind != TK_YYEOF) {
        mend_close(mend, mend->in[at]);
        return mend_behind_end(mend, at + 1, to);
    }
    struct diagnostic *told = mend_tell(mend, A0206, mend->in[at].span, "this `end` ends nothing");
    told->hint = "leave it out";
    told->suggestion = "";
    return at + 1;
}

/* ---- Outside of declarations ---- */

/* The declaration before may lack what stands behind its end. */
static void mend_doubt_before(struct mend *mend) {
    if (mend->ended.kind == TK_YYEOF || mend->end_at >= mend->out->count) return;
    struct token end = mend->out->items[mend->end_at];
    if (end.kind != TK_END) return;
    mend->out->items[mend->end_at] = (struct token){TK_LOST, end.span, NULL, TREE_LOST_UNKNOWN};
    parse_add(mend->parse, mend->out, end);
    mend->end_at++;
}

/* An `end` that stands before further items, and another `end`. */
static void mend_tell_early(struct mend *mend, const struct token *token) {
    struct diagnostic *told = diagnostic_add(mend->parse->diagnostics, A0206, mend->ended.span,
                                             "this `end` stands too early: `%s` follows it", token->text);
    told->hint = "leave it out, or open another declaration behind it";
    told->suggestion = "";
    told->other = token->span;
    told->other_text = "what follows it";
}

static void mend_tell_outside(struct mend *mend, const struct token *token, bool ends) {
    const char *where = mend_of_usage(token->kind) ? "usage" : "specialization";
    bool behind = mend->ended.kind == TK_END && mend->end_at < mend->out->count;
    if (behind && ends && token->kind != TK_AREA && token->kind != TK_EDITION) {
        mend_tell_early(mend, token);
        return;
    }
    struct diagnostic *told =
        diagnostic_add(mend->parse->diagnostics, A0206, token->span, "`%s` stands outside of a %s%s", token->text,
                       where, where[0] == 'u' ? " declaration" : "");
    if (behind) {
        told->hint = arena_format(mend->parse->arena,
                                  ends ? "take out the `end` before it, or write `%s \"NAME\"` before this"
                                       : "move it before the `end` of its %s",
                                  where);
        told->other = mend->ended.span;
        told->other_text = "the `end` before it";
    } else {
        told->hint =
            arena_format(mend->parse->arena, ends ? "write `%s \"NAME\"` before it" : "move it into a %s", where);
    }
}

static bool mend_includes(const char *word) {
    return strcmp(word, "import") == 0 || strcmp(word, "include") == 0 || strcmp(word, "use") == 0 ||
           strcmp(word, "require") == 0;
}

/* A word that may be meant for one that opens a declaration. */
static bool mend_is_title(const struct token *token) {
    return token->kind == TK_WORD || token->kind == TK_NAME;
}

static void mend_tell_words(struct mend *mend, const struct token *token) {
    if (token->kind == TOKEN_WRONG) return;
    struct diagnostic *told =
        mend_tell(mend, A0201, token->span,
                  arena_format(mend->parse->arena, "%s begins no declaration", parse_found(mend->parse, token)));
    told->hint = token->kind == TOKEN_ODD
                     ? "leave it out; a comment begins with `#`"
                     : "leave it out: a rule file holds `usage`, `list`, `specialization`; a comment begins with `#`";
    if (mend_is_title(token) && token[1].kind == TK_TEXT) {
        told->hint = "write what begins here: specialization \"NAME\" | usage \"NAME\" | list NAME of FIELD";
    }
    if (token->kind == TK_WORD && mend_includes(token->text))
        told->hint = "leave it out: all files of a folder are read together";
    if (token->kind == TK_WHERE || token->kind == TK_COUNTS)
        told->hint = "write it in a specialization: measure \"NAME\" counts usage where";
}

/* Items outside of any declaration, and words of no meaning, up to the next declaration, are left out as one. */
static size_t mend_outside(struct mend *mend, size_t from, size_t to) {
    size_t end = from;
    while (end < to && mend->in[end].kind != TK_END &&
           (end == from || !mend_opens(mend, end) || !parse_first_on_line(mend->parse, mend->in[end].span)))
        end++;
    bool ends = end < to && mend->in[end].kind == TK_END;
    if (mend_begins(&mend->in[from]))
        mend_tell_outside(mend, &mend->in[from], ends);
    else
        mend_tell_words(mend, &mend->in[from]);
    struct parse_item item = mend_piece(mend, from, end);
    mend_note_span(mend, &item);
    mend_remember(mend, item.tokens, item.count, true);
    mend->parse->tree->lost_declaration = true;
    mend_doubt_before(mend);
    if (!ends) mend->doubtful = true;
    return end + ends;
}

static void mend_range(struct mend *mend, size_t from, size_t to) {
    for (size_t at = from; at < to;) {
        if (mend_opens(mend, at))
            at = mend_open(mend, at, to);
        else if (mend->in[at].kind == TK_END)
            at = mend_end(mend, at, to);
        else if (mend->block.kind == TK_YYEOF)
            at = mend_outside(mend, at, to);
        else
            at = mend_item(mend, at, to);
    }
    if (mend->block.kind != TK_YYEOF) mend_unended(mend, NULL);
}

void parse_mend(struct parse *parse, const struct parse_tokens *tokens, struct parse_tokens *mended) {
    struct parse_tokens beside = {0}, items = {0};
    struct mend mend = {
        .parse = parse, .in = tokens->items, .count = tokens->count - 1, .out = mended, .beside = &beside};
    mend.items = &items;
    mend.block = mend.ended = (struct token){.kind = TK_YYEOF};
    mend_range(&mend, 0, mend.count);
    mend_emit(&mend, beside.items, beside.count);
    parse_add(parse, mended, tokens->items[tokens->count - 1]);
    parse_keep_first(parse, &items);
}
