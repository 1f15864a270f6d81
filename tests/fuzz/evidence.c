/* Any bytes as the files of an evidence folder that are read again: command.txt, input.txt, rules/source.txt,
 * certificate.txt and manifest.txt, parted by lines of `%%`. Without a manifest an honest one is written, which must
 * find nothing changed; with another one something must be told. */
#define _GNU_SOURCE
#include "runtime/cli/certificate.h"
#include "runtime/cli/reproduce.h"

#include "runtime/base/show.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* The manifest is the last. Beside them stands RULE_FILE, which rules/source.txt may tell of. */
static const char *const names[] = {EVIDENCE_COMMAND, EVIDENCE_INPUT, EVIDENCE_SOURCE, EVIDENCE_CERTIFICATE,
                                    MANIFEST_NAME};
enum { COMMAND, INPUT, SOURCE, CERTIFICATE, MANIFEST, PARTS };

#define RULE_FILE EVIDENCE_SOURCES "a.assay"

static void expect(bool holds) {
    if (!holds) abort();
}

/* ---- Each text alone ---- */

static void fuzz_record(const struct text *part) {
    struct text text = {0};
    struct record record, again;
    text_add(&text, "");
    text_add_bytes(&text, part->data, part->length);
    bool good = record_parse(&record, &text);
    text_clear(&text);
    text_add(&text, "");
    for (size_t i = 0; good && i < record.count; i++)
        record_add(&text, "word", record.lines[i].value);
    if (good) {
        expect(record_parse(&again, &text) && again.count == record.count);
        for (size_t i = 0; i < record.count; i++)
            expect(strcmp(again.lines[i].value, record.lines[i].value) == 0);
        record_free(&again);
    }
    record_free(&record);
    text_free(&text);
}

static void fuzz_certificate(const struct text *part) {
    struct certificate certificate;
    if (certificate_parse(&certificate, part->data)) {
        expect(certificate.count > 0 && strlen(certificate.tables) == HASH_TEXT - 1);
        for (size_t i = 0; i < certificate.count; i++)
            expect(certificate_names(&certificate, certificate.rules[i]));
    }
    certificate_free(&certificate);
}

static void fuzz_manifest(const struct text *part) {
    struct manifest manifest;
    struct text again = {0};
    if (manifest_parse(&manifest, part)) {
        manifest_write(&manifest, &again);
        expect(again.length == part->length && memcmp(again.data, part->data, again.length) == 0);
        for (size_t i = 0; i < manifest.count; i++) {
            const char *name = manifest.files[i].name;
            expect(manifest_find(&manifest, name) == &manifest.files[i]);
            expect(*name != '/' && !strstr(name, "..") && !strstr(name, "//"));
        }
    }
    text_free(&again);
    manifest_free(&manifest);
}

/* ---- All of them in a folder ---- */

static void folder_write_file(const char *root, const char *name, const struct text *text) {
    char *path = tree_path(root, name);
    FILE *file = path ? fopen(path, "wb") : NULL;
    expect(file && text_write(text, file) && fclose(file) == 0);
    free(path);
}

static void folder_make(char *root, size_t size) {
    static const char *const folders[] = {"rules", "rules/source"};
    const char *at = getenv("TMPDIR");
    struct text rule = {0};
    snprintf(root, size, "%s/evidence-XXXXXX", at ? at : "/tmp");
    expect(mkdtemp(root));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char *path = tree_path(root, folders[i]);
        expect(path && mkdir(path, 0700) == 0);
        free(path);
    }
    text_add(&rule, "a\n");
    folder_write_file(root, RULE_FILE, &rule);
    text_free(&rule);
}

static void check_differences(const struct reproduce *reproduce, bool honest) {
    expect(!reproduce->failed && (reproduce->has_told || reproduce->count > 0));
    for (size_t i = 0; i < reproduce->count; i++) {
        const struct reproduce_difference *difference = &reproduce->differences[i];
        struct text shown = {0};
        show_string(&shown, difference->message, SHOW_ALL);
        expect(strcmp(shown.data, difference->message) == 0);
        text_free(&shown);
        expect(!honest || strcmp(difference->name, EVIDENCE_CERTIFICATE) == 0 ||
               strncmp(difference->name, "rules/source", strlen("rules/source")) == 0);
    }
}

static void folder_compare(const char *root, bool honest, bool as_made) {
    struct reproduce reproduce = {.root = root};
    struct command_options called = {0};
    expect(tree_read(&reproduce.tree, root));
    reproduce.has_told = manifest_read(&reproduce.told, root) == MANIFEST_OK;
    char *command = tree_path(root, EVIDENCE_COMMAND), *input = tree_path(root, EVIDENCE_INPUT);
    bool read = record_read(&reproduce.command, command) && record_read(&reproduce.input, input);
    if (read && reproduce_call(&reproduce.command, &called))
        expect(called.path && called.assume_count <= reproduce.command.count);
    reproduce_compare(&reproduce, false);
    check_differences(&reproduce, honest);
    expect(as_made || reproduce.count > 0);
    free(called.assume);
    free(command);
    free(input);
    reproduce_free(&reproduce);
}

static void fuzz_folder(const struct text parts[PARTS]) {
    static char root[512];
    struct manifest made;
    struct text honest = {0};
    if (!*root) folder_make(root, sizeof root);
    for (int i = 0; i < MANIFEST; i++)
        folder_write_file(root, names[i], &parts[i]);
    expect(manifest_make(&made, root));
    manifest_write(&made, &honest);
    manifest_free(&made);
    bool given = parts[MANIFEST].length > 0;
    const struct text *manifest = given ? &parts[MANIFEST] : &honest;
    folder_write_file(root, MANIFEST_NAME, manifest);
    folder_compare(root, !given,
                   manifest->length == honest.length && memcmp(manifest->data, honest.data, honest.length) == 0);
    text_free(&honest);
}

/* ---- Parts ---- */

static void parts_take(struct text parts[PARTS], const char *bytes, size_t size) {
    for (int i = 0; i < PARTS; i++) {
        const char *end = i + 1 < PARTS && size ? memmem(bytes, size, "\n%%\n", 4) : NULL;
        size_t length = end ? (size_t)(end - bytes) + 1 : size, taken = end ? length + 3 : size;
        text_add(&parts[i], "");
        text_add_bytes(&parts[i], bytes, length);
        bytes += taken;
        size -= taken;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct text parts[PARTS] = {{0}};
    parts_take(parts, (const char *)bytes, size);
    for (int i = COMMAND; i <= SOURCE; i++)
        fuzz_record(&parts[i]);
    fuzz_certificate(&parts[CERTIFICATE]);
    fuzz_manifest(&parts[MANIFEST]);
    fuzz_folder(parts);
    for (int i = 0; i < PARTS; i++)
        text_free(&parts[i]);
    return 0;
}
