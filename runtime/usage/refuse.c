#include "runtime/usage/refuse.h"

#include <stdarg.h>
#include <stdio.h>

bool refuse(struct reader_refusal *refusal, const char *remedy, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    refusal->line = 0;
    vsnprintf(refusal->message, sizeof refusal->message, format, arguments);
    va_end(arguments);
    snprintf(refusal->remedy, sizeof refusal->remedy, "%s", remedy ? remedy : "");
    return false;
}

bool refuse_memory(struct reader_refusal *refusal) {
    return refuse(refusal, NULL, "out of memory");
}
