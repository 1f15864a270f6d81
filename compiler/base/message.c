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

bool message_is_finding(enum message_code code) {
    return strncmp(messages[code].code, "A07", 3) == 0;
}

bool message_is_acceptable(enum message_code code) {
    return message_is_finding(code) && messages[code].severity != SEVERITY_ERROR && code != A0790;
}

bool message_find(const char *text, enum message_code *code) {
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        if (strcasecmp(messages[i].code, text) != 0) continue;
        *code = (enum message_code)i;
        return true;
    }
    return false;
}
