/* evidence_attach.c - what is laid beside the evidence as it was given: certificate, rule files, copies of inputs. */
#include "runtime/cli/evidence.h"

#include "runtime/cli/certificate.h"
#include "runtime/cli/manifest.h"
#include "runtime/cli/record.h"
#include "runtime/cli/slug.h"
#include "runtime/cli/tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define ATTACH_RULES ".assay" /* ends the names of rule files */

struct attaching {
    const struct folder *folder;
    const struct assay_ruleset *rules;
    const struct command_options *options;
    struct certificate *certificate; /* none named: it certifies no file */
    struct text list;                /* of rule files */
    size_t count;
};

static int attach_failed(const char *path, bool reading) {
    return command_error(reading ? NULL : "see that there is room", "%s: cannot be %s: %s", path,
                         reading ? "read" : "written", strerror(errno));
}

static int attach_copy(const struct folder *folder, const char *name, const char *from) {
    bool reading;
    return folder_copy(folder, name, from, &reading) ? -1 : attach_failed(reading ? from : name, reading);
}

/* ---- The certificate ---- */

static int attach_no_certificate(const struct folder *folder) {
    struct text none = {0};
    text_add(&none, EVIDENCE_NO_CERTIFICATE);
    bool good = folder_write(folder, EVIDENCE_CERTIFICATE, &none);
    text_free(&none);
    return good ? -1 : attach_failed(EVIDENCE_CERTIFICATE, false);
}

/* A certificate of other tables would prove nothing of this report. */
static int attach_certificate(const struct attaching *attaching) {
    const char *path = attaching->options->certificate, *hash = attaching->rules->hash;
    if (!path) return attach_no_certificate(attaching->folder);
    switch (certificate_read(attaching->certificate, path)) {
    case CERTIFICATE_UNREAD:
        return attach_failed(path, true);
    case CERTIFICATE_FOREIGN:
        return command_error("give what `assayc verify RULES TABLES -o FILE` wrote", "%s: is no certificate", path);
    case CERTIFICATE_OK:
        break;
    }
    if (strcmp(attaching->certificate->tables, hash) == 0)
        return attach_copy(attaching->folder, EVIDENCE_CERTIFICATE, path);
    return command_error("verify the tables that this program was built from",
                         "%s: certifies other tables, SHA-256 %s; the report is by those of SHA-256 %s", path,
                         attaching->certificate->tables, hash);
}

/* ---- Inputs ---- */

/* Copies of inputs. What came from standard input is gone. */
static int attach_inputs(const struct folder *folder, const struct command_options *options) {
    int status = -1;
    for (size_t i = 1; status < 0 && options->include_inputs && i < EVIDENCE_INPUT_COUNT; i++) {
        const char *path = evidence_path_of(options, i);
        struct text name = {0};
        if (!path) continue;
        if (strcmp(path, "-") == 0) return command_error("name files", "--include-inputs cannot copy standard input");
        text_addf(&name, EVIDENCE_INPUTS "%s", evidence_inputs[i].name);
        status = name.failed ? command_error(NULL, "out of memory") : attach_copy(folder, name.data, path);
        text_free(&name);
    }
    return status;
}

/* ---- Rule files ---- */

/* The length of a name without the ending of rule files; 0: it has another. */
static size_t attach_rules_name(const char *name) {
    size_t length = strlen(name), ending = strlen(ATTACH_RULES);
    return length > ending && strcmp(name + length - ending, ATTACH_RULES) == 0 ? length - ending : 0;
}

/* That the certificate is about this file too. */
static int attach_compare(const struct attaching *attaching, const char *path, const char *sha256) {
    const char *certificate = attaching->options->certificate;
    if (!certificate || certificate_names(attaching->certificate, sha256)) return -1;
    return command_error("attach the rule files that were verified",
                         "%s: the certificate '%s' is about other rule files: none of SHA-256 %s", path, certificate,
                         sha256);
}

/* Copies one and lists it: its name in the folder, SHA-256, and where it came from. */
static int attach_rule(struct attaching *attaching, const char *file) {
    struct text name = {0};
    char slug[SLUG_MAX], sha256[HASH_TEXT], *from = tree_path(attaching->options->rules_folder, file);
    uint64_t bytes;
    slug_make(slug, file);
    if (strlen(slug) > 6 && strcmp(slug + strlen(slug) - 6, "-assay") == 0) slug[strlen(slug) - 6] = '\0';
    text_addf(&name, EVIDENCE_SOURCES "%03zu-%s" ATTACH_RULES, ++attaching->count, slug);
    int status =
        !from || name.failed ? command_error(NULL, "out of memory") : attach_copy(attaching->folder, name.data, from);
    if (status < 0 && !manifest_measure(from, &bytes, sha256)) status = attach_failed(from, true);
    if (status < 0) status = attach_compare(attaching, from, sha256);
    if (status < 0) {
        record_add(&attaching->list, "file", name.data + strlen(EVIDENCE_SOURCES));
        record_add(&attaching->list, "sha256", sha256);
        record_add(&attaching->list, "from", file);
        text_add_char(&attaching->list, '\n');
    }
    free(from);
    text_free(&name);
    return status;
}

static int attach_rules(struct attaching *attaching) {
    const char *rules = attaching->options->rules_folder;
    struct tree tree;
    if (!rules) return -1;
    int status = tree_read(&tree, rules) ? -1 : attach_failed(rules, true);
    text_add(&attaching->list,
             "# The rule files of --rules, as they were then. That they are what the program was built from is\n"
             "# said by a certificate alone.\n\n");
    for (size_t i = 0; status < 0 && i < tree.file_count; i++)
        if (attach_rules_name(tree.files[i])) status = attach_rule(attaching, tree.files[i]);
    if (status < 0 && !attaching->count)
        status = command_error("name the folder of the rules", "--rules: '%s' holds no *" ATTACH_RULES, rules);
    if (status < 0 && attaching->options->certificate && attaching->count != attaching->certificate->count)
        status = command_error("attach the rule files that were verified",
                               "--rules: '%s' holds %zu rule files, the certificate '%s' is about %zu", rules,
                               attaching->count, attaching->options->certificate, attaching->certificate->count);
    if (status < 0 && !folder_write(attaching->folder, EVIDENCE_SOURCE, &attaching->list))
        status = attach_failed(EVIDENCE_SOURCE, false);
    tree_free(&tree);
    return status;
}

int evidence_attach(const struct folder *folder, const struct assay_ruleset *rules,
                    const struct command_options *options) {
    struct certificate certificate = {0};
    struct attaching attaching = {folder, rules, options, &certificate, {0}, 0};
    int status = attach_certificate(&attaching);
    if (status < 0) status = attach_inputs(folder, options);
    if (status < 0) status = attach_rules(&attaching);
    text_free(&attaching.list);
    certificate_free(&certificate);
    return status;
}

bool evidence_is_attached(const char *name) {
    return strcmp(name, EVIDENCE_CERTIFICATE) == 0 || strcmp(name, EVIDENCE_SOURCE) == 0 ||
           strncmp(name, EVIDENCE_SOURCES, strlen(EVIDENCE_SOURCES)) == 0 ||
           strncmp(name, EVIDENCE_INPUTS, strlen(EVIDENCE_INPUTS)) == 0;
}
