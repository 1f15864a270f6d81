/* certificate.h - what `assayc verify RULES TABLES -o FILE` certified, read back: which tables are what which rule
 * files say. Both forms are read, that for people and that for programs. */
#ifndef ASSAY_CERTIFICATE_H
#define ASSAY_CERTIFICATE_H

#include "runtime/usage/hash.h"

struct certificate {
    char tables[HASH_TEXT];   /* SHA-256 of the reviewed tables: the hash of the rule set */
    char (*rules)[HASH_TEXT]; /* of the rule files, in the order of their names */
    size_t count;
};

enum certificate_result { CERTIFICATE_OK = 0, CERTIFICATE_UNREAD, CERTIFICATE_FOREIGN };

/* UNREAD: errno tells; FOREIGN: the file is no certificate. Free in any case. */
enum certificate_result certificate_read(struct certificate *certificate, const char *path);

/* The same of its text; false: it is none. */
bool certificate_parse(struct certificate *certificate, const char *text);

/* Whether a rule file of this hash is among those that it names. */
bool certificate_names(const struct certificate *certificate, const char *sha256);

void certificate_free(struct certificate *certificate);

#endif
