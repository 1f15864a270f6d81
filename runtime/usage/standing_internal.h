/* standing_internal.h - what the parts of the judgement share. */
#ifndef ASSAY_STANDING_INTERNAL_H
#define ASSAY_STANDING_INTERNAL_H

#include "runtime/base/text.h"
#include "runtime/usage/answer.h"
#include "runtime/usage/standing.h"

/* The judgement of one specialization. */
struct standing_context {
    struct pool *memory;
    const struct standing_usage *usage;
    const struct partner *partner;
    const struct assay_specialization *specialization;
    uint32_t first_measure; /* of the specialization */
    uint64_t *measures;     /* scratch: a set */
    int32_t left;           /* months that have left the windows, from the oldest on */
    bool repeated;          /* and a month has come in that brought what the newest one did */
    bool failed;            /* a sum overflowed, or memory ran out */
};

/* False when memory ran out. */
bool standing_begin(struct standing_context *context, struct pool *memory, const struct standing_usage *usage,
                    const struct partner *partner, size_t specialization);

/* Judges a line with all its parts; `whole`: the AMOUNT that it is a part of, or NULL. */
void standing_verdict(struct standing_context *context, const struct assay_requirement *requirement,
                      const struct standing_verdict *whole, struct standing_verdict *verdict);

/* One kind each: everything but `parts`, and `met` as far as they are left out. */
void standing_amount(struct standing_context *context, struct standing_verdict *verdict,
                     const struct standing_verdict *whole);
void standing_growth(struct standing_context *context, struct standing_verdict *verdict);
void standing_metric(struct standing_context *context, struct standing_verdict *verdict);
void standing_people(struct standing_context *context, struct standing_verdict *verdict);
void standing_designation(struct standing_context *context, struct standing_verdict *verdict);
void standing_audit(struct standing_context *context, struct standing_verdict *verdict);
void standing_references(struct standing_context *context, struct standing_verdict *verdict);

/* The question that an AMOUNT asks of the ledger; its set is the context's scratch. */
struct ledger_question standing_question(struct standing_context *context, const struct standing_verdict *verdict);

/* The amount that a requirement states. */
assay_money standing_stated(struct standing_context *context, const struct assay_requirement *requirement);

/* Whether an AMOUNT names a measure, by its name or a former one. */
bool standing_sums(const struct assay_requirement *requirement, const struct assay_measure *measure);

/* Whether an entry of the partner's inputs is about the specialization, by its name or a former one. */
bool standing_about(const struct standing_context *context, const struct partner_name *name);

/* Whether a text is one of a requirement's names. */
bool standing_names(const struct assay_requirement *requirement, const char *text);

/* Whether a reference stands for its customer: accepted within the days, and none newer of the same customer. */
bool standing_stands(const struct standing_context *context, size_t reference, uint32_t from, uint32_t until);

/* The newest month of a metric that has begun on the day and is given in a reading of the dates, or NULL. */
const struct partner_month *standing_newest_month(const struct standing_context *context, const char *metric,
                                                  int reading);

/* Whether the partner's inputs speak of a section. */
bool standing_said(const struct standing_context *context, enum partner_section section);

/* The requalification ahead. */
void standing_renew(const struct standing_context *context, struct standing_renewal *renewal);

/* How far it is to what a line asks and is not surely there: "5.00 USD for LINE", of a part that falls short "1 person
 * for PART, part of LINE", of alternatives "200 for OPTION, or 5.00 USD for OPTION". `out` is empty before, and after
 * it when nothing can be told. */
void standing_distance(struct text *out, const struct standing_verdict *verdict, const char *currency);

/* The words of a part, without those that only join it to its line. */
const char *standing_part_text(const struct assay_requirement *part);

/* What to do next, in the memory of the context. */
const char *standing_next(struct standing_context *context, const struct standing *standing);

#endif
