/* reproduce.c - `assay reproduce`: makes the evidence of a report again, and compares it byte for byte. */
#include "runtime/cli/reproduce.h"

#include "runtime/base/json.h"
#include "runtime/cli/interrupt.h"
#include "runtime/usage/month.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- Reading ---- */

static int reproduce_read_record(struct reproduce *reproduce, struct record *record, const char *name) {
    char *path = tree_path(reproduce->root, name);
    errno = 0;
    bool good = path && tree_is_plain(path) && record_read(record, path);
    free(path);
    if (good) return -1;
    if (errno)
        return command_error("name a folder that `assay status --evidence` wrote", "%s: %s: cannot be read: %s",
                             reproduce->root, name, strerror(errno));
    reproduce_differs(reproduce, "file", name, "changed by hand: it is not of its form any more");
    return command_error("have the folder sent again, packed: mail may change line ends",
                         "%s: %s is not of its form any more: nothing can be made again", reproduce->root, name);
}

static int reproduce_open(struct reproduce *reproduce) {
    if (!tree_read(&reproduce->tree, reproduce->root))
        return command_error(NULL, "%s: cannot be read: %s", reproduce->root, strerror(errno));
    reproduce->has_told = manifest_read(&reproduce->told, reproduce->root) == MANIFEST_OK;
    int status = reproduce_read_record(reproduce, &reproduce->command, EVIDENCE_COMMAND);
    return status < 0 ? reproduce_read_record(reproduce, &reproduce->input, EVIDENCE_INPUT) : status;
}

/* ---- The call ---- */

/* Takes one line of command.txt; false: it means nothing. */
static bool reproduce_take(const struct record_line *line, struct command_options *called) {
    static const char *const known[] = {"evidence", "program", "edition", "hash"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(line->word, known[i]) == 0) return true;
    for (size_t i = 0; i < EVIDENCE_INPUT_COUNT; i++)
        if (strcmp(line->word, evidence_inputs[i].word) == 0) {
            *evidence_path(called, i) = line->value;
            return true;
        }
    if (strcmp(line->word, "assume") == 0)
        called->assume[called->assume_count++] = line->value;
    else if (strcmp(line->word, "as-of") == 0)
        return (called->as_of = date_parse(line->value, strlen(line->value))) != 0;
    else if (strcmp(line->word, "dates") == 0)
        return (called->dates = dates_order_of(line->value)) != DATES_UNTOLD;
    else if (strcmp(line->word, "repeats") == 0)
        return (called->repeats = options_repeats(line->value)) != ONCE_REPEATS_UNKNOWN;
    else if (strcmp(line->word, "customers") == 0)
        return (called->customers = options_customers(line->value)) != 0;
    else if (strcmp(line->word, "specialization") == 0)
        called->specialization = line->value;
    else if (strcmp(line->word, "ruleset") == 0)
        called->ruleset = line->value;
    else if (strcmp(line->word, "all") == 0)
        called->all = true;
    else if (strcmp(line->word, "measures") == 0)
        called->measures = true;
    else
        return false;
    return true;
}

bool reproduce_call(const struct record *command, struct command_options *called) {
    const char *form = record_find(command, "evidence");
    bool good = form && strcmp(form, "1") == 0;
    called->assume = calloc(command->count + 1, sizeof *called->assume);
    for (size_t i = 0; called->assume && good && i < command->count; i++)
        good = reproduce_take(&command->lines[i], called);
    return called->assume && good && called->path;
}

static int reproduce_understand(const struct reproduce *reproduce, struct command_options *called) {
    if (reproduce_call(&reproduce->command, called)) return -1;
    if (!called->assume) return command_error(NULL, "out of memory");
    return command_error("make it again with this program, or check it with the one that made it",
                         "%s: " EVIDENCE_COMMAND " says what this program does not know", reproduce->root);
}

static const char *reproduce_told(const struct reproduce *reproduce, const char *word) {
    const char *value = record_find(&reproduce->command, word);
    return value ? value : "";
}

/* When command.txt was changed by hand, it is no witness. */
static void reproduce_origin(struct reproduce *reproduce, const struct assay_ruleset *rules,
                             const struct command_options *options, const struct command_options *called) {
    const char *hash = reproduce_told(reproduce, "hash"), *program = reproduce_told(reproduce, "program");
    bool witness = reproduce_is_untouched(reproduce, EVIDENCE_COMMAND);
    if (witness && strcmp(program, evidence_program()) != 0)
        reproduce_differs(reproduce, "program", "",
                          "the evidence was made by assay %s, this is %s: texts may differ for that alone", program,
                          evidence_program());
    if (!witness || strcmp(hash, rules->hash) == 0) return;
    reproduce_differs(reproduce, "rules", "",
                      "other rules: of %s, SHA-256 %s; the evidence was made by rules of %s, SHA-256 %s%s",
                      rules->usage->edition, rules->hash, reproduce_told(reproduce, "edition"), hash,
                      called->ruleset && !options->ruleset
                          ? "; they were not those linked in: name the file with --ruleset, if you trust it"
                          : "");
}

/* ---- Making it again ---- */

static int reproduce_make(struct reproduce *reproduce, const struct assay_ruleset *rules,
                          const struct command_options *called, const struct command_options *opened) {
    struct folder folder = {0};
    struct report report = {0};
    struct run run = {.rules = rules};
    int status = folder_open_temporary(&folder) ? -1 : COMMAND_REFUSED;
    if (status < 0) status = evidence_fill(&folder, rules, called, opened, &report, &run);
    if (status < 0 && !manifest_make(&reproduce->made, folder.temporary))
        status = command_error(NULL, "temporary data: %s", strerror(errno));
    if (status < 0 && interrupt_came()) status = command_error(NULL, "interrupted");
    folder_discard(&folder);
    report_free(&report);
    run_free(&run);
    return status;
}

/* -1 when it was made again. */
static int reproduce_again(struct reproduce *reproduce, const struct assay_ruleset *rules,
                           const struct command_options *options) {
    struct command_options called = {0}, opened;
    int status = reproduce_understand(reproduce, &called);
    opened = called;
    if (status < 0) reproduce_origin(reproduce, rules, options, &called);
    if (status < 0) status = reproduce_inputs(reproduce, options, &called, &opened);
    if (status < 0) status = reproduce_make(reproduce, rules, &called, &opened);
    free(called.assume);
    return status;
}

/* ---- The answer ---- */

#define REPRODUCE_SHOWN 5 /* files that come out otherwise; what that means is seen from a few */

/* Where nothing else differs, someone changed the files, or what they are made by, manifest and all. */
static void reproduce_text_otherwise(const struct reproduce *reproduce, size_t otherwise, struct text *out) {
    bool cause = false;
    for (size_t i = 0; i < reproduce->count; i++)
        cause = cause || strcmp(reproduce->differences[i].kind, "file") != 0;
    if (otherwise > REPRODUCE_SHOWN)
        text_addf(out, "and %zu more files come out otherwise (--format json lists them)\n",
                  otherwise - REPRODUCE_SHOWN);
    if (otherwise && !cause)
        text_add(out, "The inputs, rules and program are those that the evidence tells of: these files, or the options "
                      "in\n" EVIDENCE_COMMAND ", were changed by hand, and the manifest with them.\n");
}

static void reproduce_text(const struct reproduce *reproduce, bool again, struct text *out) {
    size_t otherwise = 0;
    for (size_t i = 0; i < reproduce->count; i++) {
        const struct reproduce_difference *difference = &reproduce->differences[i];
        if (difference->otherwise && ++otherwise > REPRODUCE_SHOWN) continue;
        if (*difference->name) text_addf(out, "%s: ", difference->name);
        text_addf(out, "%s\n", difference->message);
    }
    reproduce_text_otherwise(reproduce, otherwise, out);
    if (again)
        text_addf(out, "%zu files made again, %zu attached: ", reproduce->compared, reproduce->attached);
    else
        text_addf(out, "%zu files, not made again: ", reproduce->compared + reproduce->attached);
    if (reproduce->count)
        text_addf(out, "%zu difference%s\n", reproduce->count, reproduce->count == 1 ? "" : "s");
    else
        text_add(out, again ? "all the same\n" : "as the manifest tells\n");
}

static void reproduce_json(const struct reproduce *reproduce, bool again, struct text *out) {
    struct json json = {.out = out};
    json_object(&json, NULL);
    json_bool(&json, "same", again && !reproduce->count);
    json_bool(&json, "made_again", again);
    json_uint(&json, "compared", reproduce->compared);
    json_uint(&json, "attached", reproduce->attached);
    json_array(&json, "differences");
    for (size_t i = 0; i < reproduce->count; i++) {
        json_object(&json, NULL);
        json_string(&json, "kind", reproduce->differences[i].kind);
        json_string(&json, "name", *reproduce->differences[i].name ? reproduce->differences[i].name : NULL);
        json_string(&json, "message", reproduce->differences[i].message);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    json_finish(&json);
}

static int reproduce_tell(const struct reproduce *reproduce, bool again, const struct command_options *options) {
    struct text out = {0};
    (options->format == COMMAND_JSON ? reproduce_json : reproduce_text)(reproduce, again, &out);
    int status = command_print(&out, reproduce->count ? COMMAND_REPORT : again ? COMMAND_DONE : COMMAND_REFUSED);
    text_free(&out);
    return status;
}

void reproduce_free(struct reproduce *reproduce) {
    tree_free(&reproduce->tree);
    manifest_free(&reproduce->told);
    manifest_free(&reproduce->made);
    record_free(&reproduce->command);
    record_free(&reproduce->input);
    pool_free(&reproduce->pool);
    free(reproduce->differences);
}

/* What was changed by hand is told even when nothing can be made again. */
int reproduce_run(const struct assay_ruleset *rules, const struct command_options *options) {
    struct reproduce reproduce = {.root = options->path};
    int status = reproduce_open(&reproduce);
    bool evidence = reproduce.has_told || status < 0;
    if (status < 0) status = reproduce_again(&reproduce, rules, options);
    bool again = status < 0;
    if (evidence && !interrupt_came()) {
        reproduce_compare(&reproduce, again);
        status = reproduce_tell(&reproduce, again, options);
    }
    if (reproduce.failed) status = command_error(NULL, "out of memory");
    reproduce_free(&reproduce);
    return status;
}
