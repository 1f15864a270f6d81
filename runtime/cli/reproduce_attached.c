/* reproduce_attached.c - what was attached is not made again; it is compared with what the folder tells of it
 * elsewhere, so that it cannot be replaced, manifest and all, without contradicting the rest. */
#include "runtime/cli/reproduce.h"

#include "runtime/cli/certificate.h"
#include "runtime/usage/dictionary.h"

#include <stdlib.h>
#include <string.h>

static char *attached_path(const struct reproduce *reproduce, const char *name) {
    return tree_has(&reproduce->tree, name) ? tree_path(reproduce->root, name) : NULL;
}

/* That none was attached is said in one sentence. */
static bool attached_is_none(const char *path) {
    struct text text;
    if (!tree_load(path, sizeof EVIDENCE_NO_CERTIFICATE, &text)) return false;
    bool none = strcmp(text.data, EVIDENCE_NO_CERTIFICATE) == 0;
    text_free(&text);
    return none;
}

/* Reads the certificate of the folder; false: there is none to compare with. */
static bool attached_certificate(struct reproduce *reproduce, struct certificate *certificate) {
    char *path = attached_path(reproduce, EVIDENCE_CERTIFICATE);
    enum certificate_result result =
        path && tree_is_plain(path) ? certificate_read(certificate, path) : CERTIFICATE_UNREAD;
    const char *hash = record_find(&reproduce->command, "hash");
    if (!path && !manifest_find(&reproduce->told, EVIDENCE_CERTIFICATE))
        reproduce_differs(reproduce, "file", EVIDENCE_CERTIFICATE, "missing, and the manifest does not tell of it");
    if (result == CERTIFICATE_FOREIGN && !attached_is_none(path))
        reproduce_differs(reproduce, "file", EVIDENCE_CERTIFICATE, "is no certificate");
    if (result == CERTIFICATE_OK && hash && strcmp(certificate->tables, hash) != 0)
        reproduce_differs(reproduce, "file", EVIDENCE_CERTIFICATE,
                          "certifies other tables, SHA-256 %s, than those that the evidence was made by, SHA-256 %s",
                          certificate->tables, hash);
    free(path);
    return result == CERTIFICATE_OK;
}

/* A rule file against its list, and against the certificate (NULL: none). */
static void attached_rule(struct reproduce *reproduce, const char *name, const char *told,
                          const struct certificate *certificate) {
    char *path = attached_path(reproduce, name), sha256[HASH_TEXT];
    uint64_t bytes;
    if (path && tree_is_plain(path) && manifest_measure(path, &bytes, sha256)) {
        if (strcmp(sha256, told) != 0)
            reproduce_differs(reproduce, "file", name, "is not the file that " EVIDENCE_SOURCE " tells of");
        if (certificate && !certificate_names(certificate, sha256))
            reproduce_differs(reproduce, "file", name, "is none of the rule files that the certificate is about");
    }
    free(path);
}

/* Rule files that the list does not name. */
static void attached_unlisted(struct reproduce *reproduce, const struct record *list) {
    struct dictionary listed = {0};
    size_t root = strlen(EVIDENCE_SOURCES);
    for (size_t i = 0; i < list->count; i++) {
        const struct record_line *line = &list->lines[i];
        if (strcmp(line->word, "file") == 0 &&
            dictionary_put(&listed, line->value, strlen(line->value)) == DICTIONARY_NONE)
            reproduce->failed = true;
    }
    for (size_t i = 0; i < reproduce->tree.file_count; i++) {
        const char *name = reproduce->tree.files[i];
        if (strncmp(name, EVIDENCE_SOURCES, root) == 0 &&
            dictionary_find(&listed, name + root, strlen(name + root)) == DICTIONARY_NONE)
            reproduce_differs(reproduce, "file", name, "is not in " EVIDENCE_SOURCE);
    }
    dictionary_free(&listed);
}

static void attached_rules(struct reproduce *reproduce, const struct certificate *certificate) {
    char *path = attached_path(reproduce, EVIDENCE_SOURCE);
    struct record list = {0};
    bool good = path && tree_is_plain(path) && record_read(&list, path);
    if (path && !good) reproduce_differs(reproduce, "file", EVIDENCE_SOURCE, "is not of its form any more");
    for (size_t i = 0; good && i + 1 < list.count; i++) {
        struct text name = {0};
        if (strcmp(list.lines[i].word, "file") != 0) continue;
        text_addf(&name, EVIDENCE_SOURCES "%s", list.lines[i].value);
        if (!name.failed) attached_rule(reproduce, name.data, list.lines[i + 1].value, certificate);
        text_free(&name);
    }
    if (good) attached_unlisted(reproduce, &list);
    record_free(&list);
    free(path);
}

/* Copies of inputs are those that input.txt tells of. */
static void attached_inputs(struct reproduce *reproduce) {
    for (size_t i = 1; i < EVIDENCE_INPUT_COUNT; i++) {
        struct text name = {0};
        char sha256[HASH_TEXT];
        uint64_t bytes;
        text_addf(&name, EVIDENCE_INPUTS "%s", evidence_inputs[i].name);
        char *path = name.failed ? NULL : attached_path(reproduce, name.data);
        if (path && tree_is_plain(path) && manifest_measure(path, &bytes, sha256) && reproduce->input.count &&
            strcmp(sha256, reproduce_input_told(reproduce, i, "sha256")) != 0)
            reproduce_differs(reproduce, "file", name.data, "is not the input that " EVIDENCE_INPUT " tells of");
        text_free(&name);
        free(path);
    }
}

void reproduce_attached(struct reproduce *reproduce) {
    struct certificate certificate = {0};
    bool certified = attached_certificate(reproduce, &certificate);
    attached_rules(reproduce, certified ? &certificate : NULL);
    attached_inputs(reproduce);
    certificate_free(&certificate);
}
