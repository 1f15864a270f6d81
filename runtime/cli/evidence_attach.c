/* evidence_attach.c - what is laid beside the evidence as it was given: certificate, rule files, copies of inputs. */
#include "runtime/cli/evidence.h"

#include "runtime/cli/manifest.h"
#include "runtime/cli/record.h"
#include "runtime/cli/slug.h"
#include "runtime/cli/tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int attach_failed(const char *path, bool reading) {
    return command_error(reading ? NULL : "see that there is room", "%s: cannot be %s: %s", path,
                         reading ? "read" : "written", strerror(errno));
}

static int attach_copy(const struct folder *folder, const char *name, const char *from) {
    bool reading;
    return folder_copy(folder, name, from, &reading) ? -1 : attach_failed(reading ? from : name, reading);
}

static int attach_certificate(const struct folder *folder, const struct command_options *options) {
    if (options->certificate) return attach_copy(folder, EVIDENCE_CERTIFICATE, options->certificate);
    struct text none = {0};
    text_add(&none, "No certificate was given; `assayc verify RULES TABLES -o FILE` writes one, --certificate FILE "
                    "attaches it.\n");
    bool good = folder_write(folder, EVIDENCE_CERTIFICATE, &none);
    text_free(&none);
    return good ? -1 : attach_failed(EVIDENCE_CERTIFICATE, false);
}

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

static bool attach_is_rules(const char *name) {
    size_t length = strlen(name);
    return length > 6 && strcmp(name + length - 6, ".assay") == 0;
}

/* Copies one and lists it: its name in the folder, SHA-256, and where it came from. */
static int attach_rule(const struct folder *folder, const char *root, const char *file, size_t number,
                       struct text *list) {
    struct text name = {0};
    char slug[SLUG_MAX], sha256[HASH_TEXT], *from = tree_path(root, file);
    uint64_t bytes;
    slug_make(slug, file);
    if (strlen(slug) > 6 && strcmp(slug + strlen(slug) - 6, "-assay") == 0) slug[strlen(slug) - 6] = '\0';
    text_addf(&name, EVIDENCE_SOURCES "%03zu-%s.assay", number, slug);
    int status = !from || name.failed ? command_error(NULL, "out of memory") : attach_copy(folder, name.data, from);
    if (status < 0 && !manifest_measure(from, &bytes, sha256)) status = attach_failed(from, true);
    if (status < 0) {
        record_add(list, "file", name.data + strlen(EVIDENCE_SOURCES));
        record_add(list, "sha256", sha256);
        record_add(list, "from", file);
        text_add_char(list, '\n');
    }
    free(from);
    text_free(&name);
    return status;
}

static int attach_rules(const struct folder *folder, const struct command_options *options) {
    struct tree tree;
    struct text list = {0};
    size_t count = 0;
    if (!options->rules_folder) return -1;
    int status = tree_read(&tree, options->rules_folder) ? -1 : attach_failed(options->rules_folder, true);
    text_add(&list, "# The rule files of --rules, as they were then. That they are what the program was built from is\n"
                    "# said by a certificate alone.\n\n");
    for (size_t i = 0; status < 0 && i < tree.file_count; i++)
        if (attach_is_rules(tree.files[i]))
            status = attach_rule(folder, options->rules_folder, tree.files[i], ++count, &list);
    if (status < 0 && !count)
        status = command_error("name the folder of the rules", "--rules: '%s' holds no *.assay", options->rules_folder);
    if (status < 0 && !folder_write(folder, EVIDENCE_SOURCE, &list)) status = attach_failed(EVIDENCE_SOURCE, false);
    tree_free(&tree);
    text_free(&list);
    return status;
}

int evidence_attach(const struct folder *folder, const struct command_options *options) {
    int status = attach_certificate(folder, options);
    if (status < 0) status = attach_inputs(folder, options);
    if (status < 0) status = attach_rules(folder, options);
    return status;
}

bool evidence_is_attached(const char *name) {
    return strcmp(name, EVIDENCE_CERTIFICATE) == 0 || strcmp(name, EVIDENCE_SOURCE) == 0 ||
           strncmp(name, EVIDENCE_SOURCES, strlen(EVIDENCE_SOURCES)) == 0 ||
           strncmp(name, EVIDENCE_INPUTS, strlen(EVIDENCE_INPUTS)) == 0;
}
