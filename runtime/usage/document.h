/* document.h - YAML as people write it by hand, read into a tree: texts, lists and maps, each with its place.
 *
 * Of YAML's many ways only these are taken: one document, without anchors, aliases and tags, of UTF-8 without control
 * characters and characters that change the direction of text, at most DOCUMENT_DEPTH deep and DOCUMENT_BYTES long. A
 * byte order mark may lead it. Every scalar is a text: nothing is guessed to be a number, a date or a truth value. */
#ifndef ASSAY_DOCUMENT_H
#define ASSAY_DOCUMENT_H

#include "runtime/usage/remarks.h"

#define DOCUMENT_BYTES (1u << 20)
#define DOCUMENT_DEPTH 8u

enum document_kind { DOCUMENT_TEXT, DOCUMENT_LIST, DOCUMENT_MAP };

struct document_node {
    enum document_kind kind;
    bool written; /* a text: something stands there, be it "" */
    const char *text;
    size_t length;
    struct remark_place place;
    struct document_node *first; /* of a list: its items; of a map: key, value, key, value, ... */
    struct document_node *next;  /* in the list or map */
};

/* Reads a document into `pool`. Everything wrong is said in `remarks`, with its place. NULL when there is no tree (and
 * something was said, or memory ran out: pool->failed), and for a document that holds nothing: *empty. Behind an error
 * reading goes on at the next key at the left margin: a tree with remarks lacks what errors spoiled, no more, so that
 * its reader may find more to say. */
const struct document_node *document_read(struct pool *pool, struct remarks *remarks, const char *bytes, size_t length,
                                          bool *empty);

#endif
