#include "compiler/base/diagnostic.h"

#include <string.h>
#include <strings.h>

static const struct message messages[] = {
#define MESSAGE(code, severity, title, story) {#code, severity, title, story},
#include "compiler/base/message.def"
#undef MESSAGE
};

const struct message *message_get(enum message_code code) {
    return &messages[code];
}

const struct message *message_named(const char *code) {
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
        if (strcasecmp(messages[i].code, code) == 0) return &messages[i];
    return NULL;
}
