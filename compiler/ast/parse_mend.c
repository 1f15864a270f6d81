/* parse_mend.c - tokens that the grammar takes, in place of those that it does not.
 *
 * Declarations are told from one another by the words that open and end them, items by the words that begin them. An item that
 * the grammar refuses is edited, or left out; a declaration in a wrong place is moved, or left out. Each is told once. What
 * was left out is remembered, so that nobody is told that it is missing. */
#include "compiler/ast/parse.h"

#include "compiler/ast/build.h"
#include "parser.h"

#include <string.h>

struct mend {
    struct parse *parse;
    const struct token *in;
    size_t count;
    struct parse_tokens *out, *beside; /* beside: declarations that stood within others */
    struct parse_tokens *items;        /* the spans of all items */
    struct token block;                /* the word that opened the declaration that is open; kind TK_YYEOF: none */
    struct token ended;                /* the `end` before; kind TK_YYEOF: none */
    size_t end_at;                     /* its index in out */
    bool doubtful;                     /* whether items of the next declaration may belong to the one before */
};

static struct parse_item mend_piece(const struct mend *mend, size_t from, size_t to) {
    return (struct parse_item){mend->block.kind, mend->in + from, to - from};
}

static void mend_lose(struct mend *mend, uint64_t kinds) {
    struct token lost = {TK_LOST, {0, 0}, NULL, kinds};
    lost.span = mend->out->count ? mend->out->items[mend->out->count - 1].span : lost.span;
    parse_add(mend->parse, mend->out, lost);
}

static void mend_emit(struct mend *mend, const struct token *tokens, size_t count) {
    for (size_t i = 0; i < count; i++)
        parse_add(mend->parse, mend->out, tokens[i]);
}

/* ---- Where things begin ---- */

static bool mend_opens(const struct mend *mend, size_t at) {
    const struct token *token = &mend->in[at];
    if (lexer_role(token->kind) != WORD_BLOCK) return false;
    if (token->kind == TK_USAGE && at && mend->in[at - 1].kind == TK_COUNTS) return false;
    return mend->block.kind == TK_YYEOF || parse_first_on_line(mend->parse, token->span);
}

static bool mend_is_complete(const struct mend *mend, size_t from, size_t to) {
    struct parse_item item = mend_piece(mend, from, to);
    return parse_try(mend->parse, &item, NULL);
}

/* Whether an item that began at `from` ends before `at`. Within a line only where it is complete: words that begin items elsewhere
 * also stand within sentences. */
static bool mend_turns(const struct mend *mend, size_t from, size_t at) {
    const struct token *token = &mend->in[at];
    bool year = at > from + 1 && mend->in[at - 1].kind == TK_NUMBER && mend->in[at - 2].kind == TK_COMMA; /* of a citation */
    bool goes_on = !year && lexer_goes_on(mend->in[at - 1].kind, token->kind);
    if (token->kind == TK_AREA) goes_on = goes_on && mend->in[from].kind == TK_STEP; /* the way of a step */
    if (lexer_role(token->kind) != WORD_ITEM || goes_on) return false;
    if (parse_first_on_line(mend->parse, token->span)) return true;
    bool last = token->kind == TK_END && parse_last_on_line(mend->parse, token->span);
    return last || mend_is_complete(mend, from, at);
}

static size_t mend_item_end(const struct mend *mend, size_t from, size_t to) {
    size_t at = from + 1;
    while (at < to && !mend_opens(mend, at) && !mend_turns(mend, from, at))
        at++;
    return at;
}

static bool mend_begins(const struct token *token) {
    return lexer_role(token->kind) == WORD_ITEM && token->kind != TK_END;
}

/* ---- What is lost ---- */

static bool mend_declares(int kind) {
    return kind == TK_FIELD || kind == TK_AMOUNT || kind == TK_CUSTOMER || kind == TK_MONTH || kind == TK_LIST ||
           kind == TK_MEASURE || kind == TK_METRIC || kind == TK_CERTIFICATION;
}

/* The names that left out tokens declare, and those in them that could be. */
static void mend_remember(struct mend *mend, const struct token *tokens, size_t count, bool all) {
    struct tree *tree = mend->parse->tree;
    for (size_t i = 0; i < count; i++) {
        bool declared = i && mend_declares(tokens[i - 1].kind) && tokens[i].text;
        if (declared || (all && tokens[i].kind == TK_NAME))
            tree->lost = build_text(mend->parse, tree->lost, tokens[i].text, tokens[i].span);
    }
}

static void mend_drop(struct mend *mend, const struct parse_item *item) {
    int kind = item->tokens[0].kind;
    bool named = item->count > 1 && (item->tokens[1].kind == TK_NAME || item->tokens[1].kind == TK_TEXT);
    bool field = kind == TK_FIELD || kind == TK_AMOUNT || kind == TK_CUSTOMER || kind == TK_MONTH;
    mend_remember(mend, item->tokens, item->count, item->open == TK_USAGE);
    if (field && !named) mend->parse->tree->lost_field = true;
    mend_lose(mend, parse_lost_kinds(kind) | (kind == TK_MEASURE && !named ? TREE_LOST_UNKNOWN : 0));
}

/* ---- Telling ---- */

static struct diagnostic *mend_tell(struct mend *mend, enum message_code code, struct span span, const char *text) {
    return diagnostic_add(mend->parse->diagnostics, code, span, "%s", text);
}

/* Where an item is refused: behind the last good word, when what is refused stands on a line of its own. */
static struct span mend_place(const struct mend *mend, const struct parse_item *item, size_t at) {
    const struct token *before = at ? &item->tokens[at - 1] : NULL;
    bool missing = at >= item->count;
    int kind = missing ? TK_YYEOF : item->tokens[at].kind;
    bool wrong = kind == TOKEN_ODD || kind == TK_WORD || kind == TK_NAME || kind == TK_TEXT || kind == TK_NUMBER || kind == TK_DATE;
    if (!missing && before && !wrong) missing = parse_line_between(mend->parse, before->span.end, item->tokens[at].span.begin);
    if (!missing) return item->tokens[at].span;
    uint32_t end = before ? before->span.end : item->tokens[0].span.begin;
    return (struct span){end, end};
}

/* What an edit replaces; where it only puts something in, behind the word before. */
static struct span mend_edited(const struct parse_item *item, const struct parse_edit *edit) {
    if (edit->from < edit->to)
        return (struct span){item->tokens[edit->from].span.begin, item->tokens[edit->to - 1].span.end};
    uint32_t end = edit->from ? item->tokens[edit->from - 1].span.end : item->tokens[0].span.begin;
    return (struct span){end, end};
}

static enum message_code mend_code(const struct parse_item *item, const struct parse_failure *failure) {
    bool odd = failure->at < item->count && item->tokens[failure->at].kind == TOKEN_ODD;
    return odd ? A0107 : A0201;
}

static bool mend_wordy(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '"';
}

/* What is put in the place of a span, set off from the words beside it. */
static const char *mend_spaced(const struct mend *mend, struct span span, const char *text) {
    const char *at = (const char *)mend->parse->lexer.start + (span.begin - mend->parse->lexer.base);
    char before = span.begin > mend->parse->lexer.base ? at[-1] : ' ', behind = at[span.end - span.begin];
    bool first = *text && mend_wordy(text[0]) && (mend_wordy(before) || before == ')' || before == ',');
    bool last = *text && mend_wordy(text[strlen(text) - 1]) && (mend_wordy(behind) || behind == '(');
    if (*text && strcmp(text, ",") == 0) last = mend_wordy(behind);
    return arena_format(mend->parse->arena, "%s%s%s", first ? " " : "", text, last ? " " : "");
}

static void mend_tell_edit(struct mend *mend, const struct parse_item *item, const struct parse_failure *failure,
                           const struct parse_edit *edit) {
    struct span span = edit->span;
    if (span.end == 0) span = edit->text ? mend_edited(item, edit) : mend_place(mend, item, failure->at);
    const char *message = edit->message ? edit->message : parse_refused(mend->parse, item, failure);
    enum message_code code = edit->code ? edit->code : mend_code(item, failure);
    struct diagnostic *told = mend_tell(mend, code, span, message);
    told->hint = edit->hint;
    told->other = edit->other;
    told->other_text = edit->other_text;
    if (!edit->text) return;
    told->suggestion = mend_spaced(mend, span, edit->text);
}

static void mend_tell_refused(struct mend *mend, const struct parse_item *item, const struct parse_failure *failure) {
    struct span span = mend_place(mend, item, failure->at);
    const char *form = parse_form(item->tokens[0].kind);
    struct diagnostic *told = mend_tell(mend, mend_code(item, failure), span, parse_refused(mend->parse, item, failure));
    told->hint = parse_hint(mend->parse, item, failure);
    if (form && !told->hint) told->hint = arena_format(mend->parse->arena, "write: %s", form);
}

/* ---- Items ---- */

/* Tells what is wrong with an item, and edits it where an edit is known; false: there is none. */
static bool mend_settle(struct mend *mend, struct parse_item *item, struct parse_failure *failure) {
    struct parse_edit edit = {0};
    bool wrong = false;
    for (size_t i = 0; i <= failure->at && i < item->count; i++)
        wrong = wrong || item->tokens[i].kind == TOKEN_WRONG;
    if (wrong) return false;
    if (parse_remedy(item, failure, &edit) || parse_find_edit(mend->parse, item, failure, &edit)) {
        mend_tell_edit(mend, item, failure, &edit);
        if (!edit.text) return false;
        *item = parse_apply(mend->parse, item, &edit);
        return parse_try(mend->parse, item, NULL);
    }
    mend_tell_refused(mend, item, failure);
    return false;
}

static void mend_note_span(struct mend *mend, const struct parse_item *item) {
    struct token span = {TK_YYEOF, {item->tokens[0].span.begin, item->tokens[item->count - 1].span.end}, NULL, 0};
    parse_add(mend->parse, mend->items, span);
}

/* Words that begin no item. */
static void mend_junk(struct mend *mend, const struct parse_item *item) {
    struct parse_failure failure;
    struct parse_edit edit = {0};
    const struct token *first = &item->tokens[0], *second = item->count > 1 ? first + 1 : first;
    mend_note_span(mend, item);
    parse_try(mend->parse, item, &failure);
    bool known = parse_remedy(item, &failure, &edit) || parse_find_edit(mend->parse, item, &failure, &edit);
    if (known && first->kind != TOKEN_WRONG) mend_tell_edit(mend, item, &failure, &edit);
    if (!known && first->kind != TOKEN_WRONG) {
        struct diagnostic *told = mend_tell(
            mend, A0201, first->span,
            arena_format(mend->parse->arena, "%s begins no item", parse_found(mend->parse, first)));
        bool remark = (first->kind == TK_WORD || first->kind == TK_NAME) && second->kind == TK_TEXT;
        bool measure = first->kind == TK_WHERE || first->kind == TK_COUNTS;
        told->hint = remark    ? "a remark is written: note \"...\"; a comment begins with `#`"
                     : measure ? "write what it belongs to: measure \"NAME\" counts usage where"
                               : "a comment begins with `#`";
        if (first->kind == TOKEN_ODD || first->kind == TK_EFFECTIVE) told->hint = parse_hint(mend->parse, item, &failure);
    }
    mend_remember(mend, item->tokens, item->count, true);
    if (mend->block.kind == TK_USAGE) mend->parse->tree->lost_field = true;
    mend_lose(mend, TREE_LOST_UNKNOWN);
}

static bool mend_of_usage(int kind) {
    return kind == TK_EDITION || kind == TK_FIELD || kind == TK_AMOUNT || kind == TK_CUSTOMER || kind == TK_MONTH ||
           kind == TK_ALIAS || kind == TK_SPELLING || kind == TK_COUNTS_ONLY || kind == TK_COUNTS_ONCE ||
           kind == TK_CROSS_CHECK || kind == TK_CERTIFICATION || kind == TK_RENEWAL || kind == TK_KNOWLEDGE ||
           kind == TK_PERFORMANCE || kind == TK_STEP || kind == TK_ACTIVE || kind == TK_HOLDS;
}

static bool mend_of_specialization(int kind) {
    return kind == TK_AREA || kind == TK_FORMERLY || kind == TK_REQUIRES || kind == TK_MEASURE || kind == TK_MEASURES ||
           kind == TK_METRIC;
}

/* Whether an item stands in the wrong declaration, which is told. */
static bool mend_misplaced(struct mend *mend, const struct parse_item *item) {
    int kind = item->tokens[0].kind;
    bool of_usage = mend->block.kind == TK_SPECIALIZATION && mend_of_usage(kind);
    bool of_specialization = mend->block.kind == TK_USAGE && mend_of_specialization(kind);
    if (!of_usage && !of_specialization) return false;
    const char *word = item->tokens[0].text;
    struct diagnostic *told = mend_tell(mend, A0417, item->tokens[0].span,
                                        arena_format(mend->parse->arena, "`%s` stands in %s, not here", word,
                                                     of_usage ? "the usage declaration" : "a specialization"));
    told->hint = of_usage ? "move it to the usage declaration" : "move it to a specialization";
    mend_remember(mend, item->tokens, item->count, false);
    return true;
}

/* Whether an item is complete before what is refused, which stands on a line of its own and does not go on with it. */
static bool mend_splits(struct mend *mend, const struct parse_item *item, const struct parse_failure *failure) {
    size_t at = failure->at;
    if (at == 0 || at >= item->count || !parse_first_on_line(mend->parse, item->tokens[at].span)) return false;
    struct parse_item front = {item->open, item->tokens, at};
    if (!parse_try(mend->parse, &front, NULL)) return false;
    struct parse_edit edit;
    if (parse_remedy(item, failure, &edit)) return false;
    if (!parse_find_edit(mend->parse, item, failure, &edit)) return true;
    struct parse_tokens words = {0};
    if (edit.text) parse_read_text(mend->parse, edit.text, item->tokens[at].span, &words);
    return edit.from == at && words.count && lexer_role(words.items[0].kind) != WORD_INNER;
}

/* An item, or more than one where a word that begins one elsewhere goes on with this. */
static size_t mend_item(struct mend *mend, size_t from, size_t to) {
    size_t end = mend_item_end(mend, from, to);
    struct parse_item item = mend_piece(mend, from, end);
    struct parse_failure failure;
    if (!mend_begins(&item.tokens[0])) {
        mend_junk(mend, &item);
        return end;
    }
    bool taken = parse_try(mend->parse, &item, &failure);
    if (!taken && failure.at == item.count && end < to && !mend_opens(mend, end) && mend->in[end].kind != TK_END) {
        size_t further = mend_item_end(mend, end, to);
        struct parse_item both = mend_piece(mend, from, further);
        if (parse_try(mend->parse, &both, NULL)) {
            item = both;
            end = further;
            taken = true;
        }
    }
    mend_note_span(mend, &item);
    if (mend_misplaced(mend, &item)) return end;
    size_t at = failure.at;
    bool splits = !taken && mend_splits(mend, &item, &failure);
    if (splits) {
        mend_emit(mend, item.tokens, at);
        mend->items->items[mend->items->count - 1].span.end = item.tokens[at - 1].span.end;
        struct parse_item rest = {item.open, item.tokens + at, item.count - at};
        mend_junk(mend, &rest);
        return end;
    }
    /* An item that was edited is left out as well: what it means would be told of a guess. */
    if (!taken) mend_settle(mend, &item, &failure);
    if (taken)
        mend_emit(mend, item.tokens, item.count);
    else
        mend_drop(mend, &item);
    return end;
}

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
    struct diagnostic *told = diagnostic_add(
        mend->parse->diagnostics, nested ? A0205 : A0204, span,
        nested ? "the `%s` that began above has no `end` before this" : "the `%s` that began above has no `end`", mend->block.text);
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

/* A declaration within another one: told, and read as if it stood beside it. Returns the index behind it; `at`: it has no
 * `end` of its own, and opens where one is missing. */
static size_t mend_nested(struct mend *mend, size_t at, size_t to) {
    size_t end = mend_own_end(mend, at, to);
    const struct token *token = &mend->in[at];
    if (!end) {
        mend_unended(mend, token);
        return at;
    }
    struct diagnostic *told = diagnostic_add(mend->parse->diagnostics, A0205, token->span,
                                             "`%s` stands within the `%s` that began above", token->text, mend->block.text);
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

/* The index behind a list: its `end`, or what begins something else. An item within it belongs to it when an `end` follows.
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
    bool junk = token->kind == TK_TEXT || token->kind == TK_NAME || token->kind == TK_WORD || token->kind == TOKEN_ODD ||
                token->kind == TK_COMMA || lexer_role(token->kind) == WORD_BLOCK || mend_begins(token);
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
    while (end < to && lexer_role(mend->in[end].kind) == WORD_INNER)
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
    if (!taken && failure.at >= 2 && failure.at < end - from && parse_first_on_line(mend->parse, mend->in[from + failure.at].span)) {
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
    struct diagnostic *told = diagnostic_add(mend->parse->diagnostics, A0206, token->span,
                                             "`%s` stands outside of a %s%s", token->text, where,
                                             where[0] == 'u' ? " declaration" : "");
    if (behind) {
        told->hint = arena_format(mend->parse->arena, ends ? "take out the `end` before it, or write `%s \"NAME\"` before this"
                                                           : "move it before the `end` of its %s",
                                  where);
        told->other = mend->ended.span;
        told->other_text = "the `end` before it";
    } else {
        told->hint = arena_format(mend->parse->arena, ends ? "write `%s \"NAME\"` before it" : "move it into a %s", where);
    }
}

static void mend_tell_words(struct mend *mend, const struct token *token) {
    if (token->kind == TOKEN_WRONG) return;
    struct diagnostic *told =
        mend_tell(mend, A0201, token->span,
                  arena_format(mend->parse->arena, "%s begins no declaration", parse_found(mend->parse, token)));
    told->hint = token->kind == TOKEN_ODD ? "leave it out; a comment begins with `#`"
                                          : "a rule file holds `usage`, `list` and `specialization`; a comment begins with `#`";
    if (token->kind == TK_WHERE || token->kind == TK_COUNTS) told->hint = "write it in a specialization: measure \"NAME\" counts usage where";
}

/* Items outside of any declaration, and words of no meaning, up to the next declaration, are left out as one. */
static size_t mend_outside(struct mend *mend, size_t from, size_t to) {
    size_t end = from;
    while (end < to && mend->in[end].kind != TK_END && (end == from || !mend_opens(mend, end) || !parse_first_on_line(mend->parse, mend->in[end].span)))
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
    struct mend mend = {.parse = parse, .in = tokens->items, .count = tokens->count - 1, .out = mended, .beside = &beside};
    mend.items = &items;
    mend.block = mend.ended = (struct token){.kind = TK_YYEOF};
    mend_range(&mend, 0, mend.count);
    mend_emit(&mend, beside.items, beside.count);
    parse_add(parse, mended, tokens->items[tokens->count - 1]);
    parse_keep_first(parse, &items);
}
