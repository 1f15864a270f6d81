/* refuse.h - how the hosted runtime says that it cannot do what was asked: a message, and a remedy. */
#ifndef ASSAY_REFUSE_H
#define ASSAY_REFUSE_H

#include "runtime/usage/reader.h"

/* Fills *refusal and returns false, so that a caller can `return refuse(...)`. `remedy` may be NULL. */
bool refuse(struct reader_refusal *refusal, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Memory ran out. */
bool refuse_memory(struct reader_refusal *refusal);

#endif
