/* parse_mend_item.c - items that the grammar refuses: edited, or left out, and told once. */
#include "compiler/ast/parse_mend.h"

#include "compiler/ast/build.h"
#include "parser.h"

#include <string.h>

struct parse_item mend_piece(const struct mend *mend, size_t from, size_t to) {
    return (struct parse_item){mend->block.kind, mend->in + from, to - from};
}

void mend_lose(struct mend *mend, uint64_t kinds) {
    struct token lost = {TK_LOST, {0, 0}, NULL, kinds};
    lost.span = mend->out->count ? mend->out->items[mend->out->count - 1].span : lost.span;
    parse_add(mend->parse, mend->out, lost);
}

void mend_emit(struct mend *mend, const struct token *tokens, size_t count) {
    for (size_t i = 0; i < count; i++)
        parse_add(mend->parse, mend->out, tokens[i]);
}

/* ---- Where things begin ---- */

bool mend_opens(const struct mend *mend, size_t at) {
    const struct token *token = &mend->in[at];
    if (lexer_role(token->kind) != WORD_BLOCK) return false;
    if (token->kind == TK_USAGE && at && mend->in[at - 1].kind == TK_COUNTS) return false;
    return mend->block.kind == TK_YYEOF || parse_first_on_line(mend->parse, token->span);
}

static bool mend_is_complete(const struct mend *mend, size_t from, size_t to) {
    struct parse_item item = mend_piece(mend, from, to);
    return parse_try(mend->parse, &item, NULL);
}

/* Whether an item that began at `from` ends before `at`. Within a line only where it is complete: words that begin
 * items elsewhere also stand within sentences. */
static bool mend_turns(const struct mend *mend, size_t from, size_t at) {
    const struct token *token = &mend->in[at];
    bool year =
        at > from + 1 && mend->in[at - 1].kind == TK_NUMBER && mend->in[at - 2].kind == TK_COMMA; /* of a citation */
    bool goes_on = !year && lexer_goes_on(mend->in[at - 1].kind, token->kind);
    if (token->kind == TK_AREA) goes_on = goes_on && mend->in[from].kind == TK_STEP; /* the way of a step */
    if (lexer_role(token->kind) != WORD_ITEM || goes_on) return false;
    if (parse_first_on_line(mend->parse, token->span)) return true;
    if (token->kind == TK_END && parse_last_on_line(mend->parse, token->span)) return true;
    /* Of a line without end, and of words that turn nowhere, not everything is tried. */
    enum { TOKENS_MOST = 200 };
    return at - from <= TOKENS_MOST && mend_is_complete(mend, from, at);
}

static size_t mend_item_end(const struct mend *mend, size_t from, size_t to) {
    size_t at = from + 1;
    while (at < to && !mend_opens(mend, at) && !mend_turns(mend, from, at))
        at++;
    return at;
}

bool mend_begins(const struct token *token) {
    return lexer_role(token->kind) == WORD_ITEM && token->kind != TK_END;
}

/* ---- What is lost ---- */

static bool mend_declares(int kind) {
    return parse_declares_field(kind) || kind == TK_LIST || kind == TK_MEASURE || kind == TK_METRIC ||
           kind == TK_CERTIFICATION;
}

/* The names that left out tokens declare, and those in them that could be. */
void mend_remember(struct mend *mend, const struct token *tokens, size_t count, bool all) {
    struct tree *tree = mend->parse->tree;
    for (size_t i = 0; i < count; i++) {
        bool declared = i && mend_declares(tokens[i - 1].kind) && tokens[i].text;
        if (declared || (all && tokens[i].kind == TK_NAME))
            tree->lost = build_text(mend->parse, tree->lost, tokens[i].text, tokens[i].span);
    }
}

static void mend_drop(struct mend *mend, const struct parse_item *item) {
    int kind = item->tokens[0].kind;
    int second = item->count > 1 ? item->tokens[1].kind : TK_YYEOF;
    bool named = second == TK_NAME || (second == TK_TEXT && !parse_declares_field(kind));
    bool field = parse_declares_field(kind);
    mend_remember(mend, item->tokens, item->count, item->open == TK_USAGE);
    if (field && !named) mend->parse->tree->lost_field = true;
    uint64_t kinds = kind == TK_MEASURE && !named ? TREE_LOST_UNKNOWN : 0;
    for (size_t i = 0; i < item->count; i++)
        if (i == 0 || mend_begins(&item->tokens[i])) kinds |= parse_lost_kinds(item->tokens[i].kind);
    mend_lose(mend, kinds);
}

/* ---- Telling ---- */

struct diagnostic *mend_tell(struct mend *mend, enum message_code code, struct span span, const char *text) {
    return diagnostic_add(mend->parse->diagnostics, code, span, "%s", text);
}

/* Where an item is refused: behind the last good word, when what is refused stands on a line of its own. */
static struct span mend_place(const struct mend *mend, const struct parse_item *item, size_t at) {
    const struct token *before = at ? &item->tokens[at - 1] : NULL;
    bool missing = at >= item->count;
    int kind = missing ? TK_YYEOF : item->tokens[at].kind;
    bool wrong = kind == TOKEN_ODD || kind == TK_WORD || kind == TK_NAME || kind == TK_TEXT || kind == TK_NUMBER ||
                 kind == TK_DATE;
    if (kind == TK_TEXT && item->open == TK_YYEOF) wrong = false; /* the first value of a list */
    if (!missing && before && !wrong)
        missing = parse_line_between(mend->parse, before->span.end, item->tokens[at].span.begin);
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
    told->suggestion = edit->put ? edit->put : mend_spaced(mend, span, edit->text);
}

/* A phrase that is missing stands behind the last good word. */
static void mend_tell_missing(struct mend *mend, const struct parse_item *item, const struct parse_failure *failure,
                              struct diagnostic *told, const char *phrase) {
    uint32_t end = item->tokens[failure->at - 1].span.end;
    told->span = (struct span){end, end};
    told->text = "something is missing here";
    told->hint = arena_format(mend->parse->arena, "write what is missing: %s", phrase);
}

static void mend_tell_refused(struct mend *mend, const struct parse_item *item, const struct parse_failure *failure) {
    struct span span = mend_place(mend, item, failure->at);
    const char *form = parse_form_of(item);
    struct diagnostic *told =
        mend_tell(mend, mend_code(item, failure), span, parse_refused(mend->parse, item, failure));
    told->hint = parse_hint(mend->parse, item, failure);
    const char *phrase = told->hint || item->tokens[0].kind == TK_RENEWAL ? NULL : parse_missing_phrase(mend->parse, item, failure);
    if (phrase) mend_tell_missing(mend, item, failure, told, phrase);
    struct parse_item front = {item->open, item->tokens, failure->at};
    bool needless = failure->at > 0 && failure->at < item->count && parse_try(mend->parse, &front, NULL);
    if (form && !told->hint)
        told->hint = arena_format(mend->parse->arena, "%swrite: %s", needless ? "leave it out, or " : "", form);
}

/* ---- Items ---- */

/* Tells what is wrong with an item, and edits it where an edit is known; false: there is none. */
bool mend_settle(struct mend *mend, struct parse_item *item, struct parse_failure *failure) {
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

void mend_note_span(struct mend *mend, const struct parse_item *item) {
    struct token span = {TK_YYEOF, {item->tokens[0].span.begin, item->tokens[item->count - 1].span.end}, NULL, 0};
    parse_add(mend->parse, mend->items, span);
}

/* The words one of which makes an item of words that begin none, the first one being replaced: "`field`, `month`"; NULL:
 * there is none. */
static const char *mend_item_words(const struct mend *mend, const struct parse_item *junk) {
    const char *text = NULL;
    const struct keyword *keyword;
    if (junk->count < 3 || junk->tokens[0].kind == TK_TEXT) return NULL;
    struct parse_tokens tokens = {0};
    for (size_t i = 0; i < junk->count; i++)
        parse_add(mend->parse, &tokens, junk->tokens[i]);
    for (size_t i = 0; (keyword = lexer_keyword(i)); i++) {
        if (keyword->role != WORD_ITEM || keyword->kind == TK_END) continue;
        tokens.items[0].kind = keyword->kind;
        tokens.items[0].text = keyword->spelling;
        struct parse_item item = {junk->open, tokens.items, tokens.count};
        if (!parse_try(mend->parse, &item, NULL)) continue;
        text = text ? arena_format(mend->parse->arena, "%s, or `%s`", text, keyword->spelling)
                    : arena_format(mend->parse->arena, "`%s`", keyword->spelling);
    }
    return text;
}

/* Whether words from one on are a condition. */
static bool mend_is_condition(const struct mend *mend, const struct parse_item *junk, size_t from) {
    struct parse_tokens tokens = {0};
    for (size_t i = from; i < junk->count; i++)
        parse_add(mend->parse, &tokens, junk->tokens[i]);
    struct token front[] = {{.kind = TK_MEASURE}, {.kind = TK_TEXT, .text = ""}, {.kind = TK_COUNTS}, {.kind = TK_USAGE}, {.kind = TK_WHERE}};
    struct parse_tokens all = {0};
    for (size_t i = 0; i < sizeof front / sizeof *front; i++)
        parse_add(mend->parse, &all, front[i]);
    for (size_t i = 0; i < tokens.count; i++)
        parse_add(mend->parse, &all, tokens.items[i]);
    struct parse_item item = {TK_SPECIALIZATION, all.items, all.count};
    return tokens.count && parse_try(mend->parse, &item, NULL);
}

/* Whether a word says that some usage counts, or does not. */
static bool mend_filters(const struct token *token) {
    static const char *const words[] = {"exclude", "excludes", "excluding", "ignore",  "ignores", "skip",   "skips",
                                        "drop",    "drops",    "include",   "includes", "only",   "filter", "except"};
    for (size_t i = 0; i < sizeof words / sizeof *words && token->kind != TK_TEXT && token->text; i++)
        if (strcmp(token->text, words[i]) == 0) return true;
    return false;
}

/* What to write instead of words that begin no item; NULL: nothing is known. */
static const char *mend_junk_hint(struct mend *mend, const struct parse_item *item) {
    enum { WORDS_MOST = 5 };
    static const char counts[] = "which usage counts is said so: counts only where FIELD is none of \"X\", \"Y\"";
    const char *words = mend_item_words(mend, item);
    if (words) return arena_format(mend->parse->arena, "write %s", words);
    for (size_t i = 1; i < item->count && i < WORDS_MOST; i++) {
        struct parse_item rest = {item->open, item->tokens + i, item->count - i};
        const char *form = lexer_role(item->tokens[0].kind) == WORD_INNER && item->tokens[0].kind != TK_WORD &&
                                   mend_begins(&item->tokens[i])
                               ? parse_form_of(&rest)
                               : NULL;
        if (form) return arena_format(mend->parse->arena, "`%s` comes first: %s", item->tokens[i].text, form);
    }
    for (size_t i = 0; i < item->count && i < WORDS_MOST; i++) {
        if (!mend_is_condition(mend, item, i)) continue;
        return mend->block.kind == TK_USAGE
                   ? counts
                   : "a further condition begins with `and`; what must not be is said so: and FIELD is none of \"X\"";
    }
    const struct token *first = &item->tokens[0];
    bool filter = first->kind == TK_COUNTS || first->kind == TK_DOES || mend_filters(first);
    return filter && mend->block.kind == TK_USAGE ? counts : NULL;
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
        struct diagnostic *told =
            mend_tell(mend, A0201, first->span,
                      arena_format(mend->parse->arena, "%s begins no item", parse_found(mend->parse, first)));
        bool remark = (first->kind == TK_WORD || first->kind == TK_NAME) && second->kind == TK_TEXT;
        bool usage = mend->block.kind == TK_USAGE;
        bool measure = !usage && (first->kind == TK_WHERE || first->kind == TK_COUNTS);
        told->hint = remark    ? "a remark is written: note \"...\"; a comment begins with `#`"
                     : measure ? "write what it belongs to: measure \"NAME\" counts usage where"
                               : "leave it out; a comment begins with `#`";
        for (size_t i = 0; i < item->count; i++)
            if (item->tokens[i].kind == TK_LEAST)
                told->hint = "a requirement begins with `requires`: requires at least";
        bool html = first->kind == TOKEN_ODD && strchr("<&", first->text[0]);
        const char *hint = measure ? NULL : mend_junk_hint(mend, item);
        if (hint) told->hint = hint;
        if (html || first->kind == TK_EFFECTIVE) told->hint = parse_hint(mend->parse, item, &failure);
    }
    mend_remember(mend, item->tokens, item->count, true);
    if (mend->block.kind == TK_USAGE) mend->parse->tree->lost_field = true;
    mend_lose(mend, TREE_LOST_UNKNOWN);
}

bool mend_of_usage(int kind) {
    return kind == TK_EDITION || parse_declares_field(kind) || kind == TK_ALIAS || kind == TK_SPELLING ||
           kind == TK_COUNTS_ONLY || kind == TK_COUNTS_ONCE || kind == TK_CROSS_CHECK || kind == TK_CERTIFICATION ||
           kind == TK_RENEWAL || kind == TK_KNOWLEDGE || kind == TK_PERFORMANCE || kind == TK_STEP ||
           kind == TK_ACTIVE || kind == TK_HOLDS;
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
    if (item->tokens[at].kind == TK_OR || !parse_try(mend->parse, &front, NULL)) return false;
    struct parse_edit edit;
    if (parse_remedy(item, failure, &edit)) return false;
    if (!parse_find_edit(mend->parse, item, failure, &edit)) return true;
    struct parse_tokens words = {0};
    if (edit.text) parse_read_text(mend->parse, edit.text, item->tokens[at].span, &words);
    return edit.from == at && words.count && lexer_role(words.items[0].kind) != WORD_INNER;
}

/* An item, or more than one where a word that begins one elsewhere goes on with this. */
size_t mend_item(struct mend *mend, size_t from, size_t to) {
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
    struct parse_item edited = item;
    if (!taken && mend_settle(mend, &edited, &failure)) mend_remember(mend, edited.tokens, edited.count, false);
    if (taken)
        mend_emit(mend, item.tokens, item.count);
    else
        mend_drop(mend, &item);
    return end;
}
