#include "runtime/cli/certificate.h"

#include "runtime/cli/tree.h"

#include <stdlib.h>
#include <string.h>

#define CERTIFICATE_BYTES (16u << 20) /* of a certificate, at most */

/* How a form begins, and what stands before its hashes. */
struct certificate_form {
    const char *begins, *rule, *tables;
};

static const struct certificate_form certificate_forms[] = {
    {"The tables are what the rules say.\n", "\n         ", "\ntables   sha256 "},
    {"{\n  \"proved\": true,\n", "\n        \"sha256\": \"", "\"hash\": \""},
};

static bool certificate_hash(char out[HASH_TEXT], const char *at) {
    if (!hash_begins(at)) return false;
    memcpy(out, at, HASH_TEXT - 1);
    out[HASH_TEXT - 1] = '\0';
    return true;
}

static bool certificate_add(struct certificate *certificate, const char *at) {
    char(*rules)[HASH_TEXT] = realloc(certificate->rules, (certificate->count + 1) * sizeof *rules);
    if (!rules) return false;
    certificate->rules = rules;
    return certificate_hash(rules[certificate->count++], at);
}

/* Rule files stand before the tables. */
static bool certificate_take(struct certificate *certificate, const struct certificate_form *form, const char *text) {
    const char *tables = strstr(text, form->tables), *at = text;
    bool good = tables && certificate_hash(certificate->tables, tables + strlen(form->tables));
    while (good && (at = strstr(at, form->rule)) && at < tables) {
        at += strlen(form->rule);
        good = certificate_add(certificate, at);
    }
    return good && certificate->count > 0;
}

bool certificate_parse(struct certificate *certificate, const char *text) {
    *certificate = (struct certificate){0};
    for (size_t i = 0; i < sizeof certificate_forms / sizeof *certificate_forms; i++) {
        const struct certificate_form *form = &certificate_forms[i];
        if (strncmp(text, form->begins, strlen(form->begins)) == 0) return certificate_take(certificate, form, text);
    }
    return false;
}

enum certificate_result certificate_read(struct certificate *certificate, const char *path) {
    struct text text;
    *certificate = (struct certificate){0};
    if (!tree_load(path, CERTIFICATE_BYTES, &text)) return CERTIFICATE_UNREAD;
    bool good = certificate_parse(certificate, text.data);
    text_free(&text);
    return good ? CERTIFICATE_OK : CERTIFICATE_FOREIGN;
}

bool certificate_names(const struct certificate *certificate, const char *sha256) {
    for (size_t i = 0; i < certificate->count; i++)
        if (strcmp(certificate->rules[i], sha256) == 0) return true;
    return false;
}

void certificate_free(struct certificate *certificate) {
    free(certificate->rules);
    *certificate = (struct certificate){0};
}
