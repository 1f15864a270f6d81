/* partner_internal.h - what the readers of partner.h share. */
#ifndef ASSAY_PARTNER_INTERNAL_H
#define ASSAY_PARTNER_INTERNAL_H

#include "runtime/usage/input.h"
#include "runtime/usage/partner.h"

/* Begins an input: remarks are about it from here on. NULL, said, when there is one of the kind already, or the file
 * cannot be opened. */
struct input *partner_open(struct partner *partner, enum partner_kind kind, const char *path);

/* Ends an input: its bytes and hash are kept, and all entries are merged. False, said, when it cannot be read to its
 * end or memory ran out. */
bool partner_close(struct partner *partner, enum partner_kind kind, struct input *input);

/* An input as a whole is refused; false. */
bool partner_refuse(struct partner *partner, const struct reader_refusal *refusal);

/* What keeps a text from being a name: blank, or too long; NULL: nothing. *remedy is set. */
const char *partner_text_problem(const char *text, size_t length, const char **remedy);

/* The name of a text that has no problem; `text` NULL when memory ran out. */
struct partner_name partner_intern(struct partner *partner, const char *text, size_t length);

/* The number of a text; false: no input names it. */
bool partner_find(const struct partner *partner, const char *text, uint32_t *number);

/* `items` with room for one more behind `count`; NULL (partner->failed) leaves them as they were. */
void *partner_room(struct partner *partner, void *items, size_t count, size_t size);

/* Adds an entry. */
void partner_add_certification(struct partner *partner, const struct partner_certification *certification);
void partner_add_month(struct partner *partner, struct partner_metric *metric, const struct partner_month *month);

/* The metric of a name, new or old; NULL when memory ran out. Valid until the next call. */
struct partner_metric *partner_metric(struct partner *partner, struct partner_name name, struct partner_place place);

/* Merges what inputs say alike, sorts. In partner_merge.c. */
void partner_merge(struct partner *partner);

#endif
