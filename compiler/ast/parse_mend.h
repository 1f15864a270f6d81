/* parse_mend.h - what the parts of mending share: parse_mend.c (declarations), parse_mend_item.c (items). */
#ifndef ASSAY_PARSE_MEND_H
#define ASSAY_PARSE_MEND_H

#include "compiler/ast/parse.h"

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

/* Tokens [from, to) of the file, as an item of the declaration that is open. */
struct parse_item mend_piece(const struct mend *mend, size_t from, size_t to);

/* Puts what was lost, or tokens, at the end of what is mended. */
void mend_lose(struct mend *mend, uint64_t kinds);
void mend_emit(struct mend *mend, const struct token *tokens, size_t count);

/* Whether a token opens a declaration, or begins an item. */
bool mend_opens(const struct mend *mend, size_t at);
bool mend_begins(const struct token *token);

/* Whether a word begins an item of the usage declaration alone. */
bool mend_of_usage(int kind);

/* Remembers the names that left out tokens declare; `all`: and those in them that could be. */
void mend_remember(struct mend *mend, const struct token *tokens, size_t count, bool all);

/* Adds a message. */
struct diagnostic *mend_tell(struct mend *mend, enum message_code code, struct span span, const char *text);

/* Tells what is wrong with an item, and edits it where an edit is known; false: there is none. */
bool mend_settle(struct mend *mend, struct parse_item *item, struct parse_failure *failure);

/* Remembers where an item stands, for parse_keep_first. */
void mend_note_span(struct mend *mend, const struct parse_item *item);

/* Mends an item, or more than one where a word that begins one elsewhere goes on with this. Returns the index behind
 * it. */
size_t mend_item(struct mend *mend, size_t from, size_t to);

#endif
