#include "runtime/cli/reproduce.h"

#include <errno.h>
#include <string.h>

/* An input that was found. */
struct found {
    const char *path;
    uint64_t bytes;
    char sha256[HASH_TEXT];
};

const char *reproduce_input_told(const struct reproduce *reproduce, size_t input, const char *what) {
    struct text word = {0};
    text_addf(&word, "%s-%s", evidence_inputs[input].word, what);
    const char *value = word.failed ? NULL : record_find(&reproduce->input, word.data);
    text_free(&word);
    return value ? value : "";
}

/* It is read twice, so pipes will not do. */
static bool inputs_look(const char *path, struct found *found) {
    found->path = path;
    return path && strcmp(path, "-") != 0 && tree_is_file(path) && manifest_measure(path, &found->bytes, found->sha256);
}

/* The copy in the folder, or NULL. */
static const char *inputs_copy(struct reproduce *reproduce, size_t input) {
    struct text name = {0};
    text_addf(&name, "%s/" EVIDENCE_INPUTS "%s", reproduce->root, evidence_inputs[input].name);
    const char *path = name.failed ? NULL : pool_text(&reproduce->pool, name.data, name.length);
    text_free(&name);
    return path;
}

/* Where the option says; else where it was, or its copy: the one of the right bytes, if any. */
static bool inputs_find(struct reproduce *reproduce, size_t input, const char *option, const char *called,
                        struct found *found) {
    const char *sha256 = reproduce_input_told(reproduce, input, "sha256");
    struct found copy;
    if (option) return inputs_look(option, found);
    bool there = inputs_look(called, found);
    int error = errno;
    if (there && strcmp(found->sha256, sha256) == 0) return true;
    bool copied = input > 0 && inputs_look(inputs_copy(reproduce, input), &copy);
    if (copied && (!there || strcmp(copy.sha256, sha256) == 0)) *found = copy;
    errno = error;
    return there || copied;
}

static int inputs_missing(const char *word, const char *path, bool given) {
    char remedy[64];
    snprintf(remedy, sizeof remedy, "say where it is: --%s FILE", word);
    if (given && strcmp(path, "-") == 0)
        return command_error("name a file", "--%s: standard input will not do: it is read twice", word);
    if (strcmp(path, "-") == 0) return command_error(remedy, "--%s was read from standard input", word);
    if (errno == ESPIPE) return command_error("name a file", "%s: is no file: it is read twice", path);
    return command_error(remedy, "%s: cannot be read: %s", path, strerror(errno));
}

/* When input.txt was changed by hand, it is no witness. */
static void inputs_compare(struct reproduce *reproduce, size_t input, const struct found *found) {
    const char *sha256 = reproduce_input_told(reproduce, input, "sha256");
    if (strcmp(found->sha256, sha256) == 0 || !reproduce_is_untouched(reproduce, EVIDENCE_INPUT)) return;
    reproduce_differs(reproduce, "input", found->path,
                      "another input%s: %llu bytes, SHA-256 %s; the evidence was made of %s bytes, SHA-256 %s",
                      input == 0 ? ", perhaps a restated export" : "", (unsigned long long)found->bytes, found->sha256,
                      reproduce_input_told(reproduce, input, "bytes"), sha256);
}

int reproduce_inputs(struct reproduce *reproduce, const struct command_options *options,
                     const struct command_options *called, struct command_options *opened) {
    const char *const given[] = {options->usage, options->partner, options->trainings, options->workloads};
    for (size_t i = 0; i < EVIDENCE_INPUT_COUNT; i++)
        if (given[i] && !evidence_path_of(called, i))
            return command_error("leave it out", "the evidence was made without --%s", evidence_inputs[i].word);
    for (size_t i = 0; i < EVIDENCE_INPUT_COUNT; i++) {
        const char *path = evidence_path_of(called, i), *word = evidence_inputs[i].word;
        struct found found = {0};
        if (!path) continue;
        if (!inputs_find(reproduce, i, given[i], path, &found))
            return inputs_missing(word, given[i] ? given[i] : path, given[i]);
        *evidence_path(opened, i) = found.path;
        inputs_compare(reproduce, i, &found);
    }
    return -1;
}
