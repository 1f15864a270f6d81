/* messages.c - how the commands say what went wrong, and print what went well. */
#include "runtime/cli/command.h"

#include "runtime/usage/meant.h"
#include "runtime/usage/names.h"
#include "runtime/base/show.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGES_NAME 512 /* bytes of a name that is looked for by a part of it */

static const char *messages_path(const char *path) {
    return path && strcmp(path, "-") == 0 ? "<stdin>" : path;
}

static void messages_write(struct text *out) {
    if (!text_write(out, stderr)) fputs("assay: error: out of memory\n", stderr);
    text_free(out);
}

/* All parts may quote what came from outside. */
static int messages_say(const char *path, uint64_t line, const char *message, const char *remedy) {
    struct text out = {0};
    show_string(&out, path ? path : "assay", SHOW_ALL);
    if (path && line) text_addf(&out, ":%llu", (unsigned long long)line);
    text_add(&out, ": error: ");
    show_string(&out, message, SHOW_ALL);
    if (remedy && *remedy) text_add(&out, "\n  ");
    if (remedy) show_string(&out, remedy, SHOW_ALL);
    text_add_char(&out, '\n');
    messages_write(&out);
    return COMMAND_REFUSED;
}

int command_refuse(const char *path, const struct reader_refusal *refusal) {
    return messages_say(messages_path(path), refusal->line, refusal->message, refusal->remedy);
}

int command_error(const char *remedy, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *message = length < 0 ? NULL : malloc((size_t)length + 1);
    if (message) vsnprintf(message, (size_t)length + 1, format, again);
    va_end(again);
    int status = messages_say(NULL, 0, message ? message : "out of memory", message ? remedy : NULL);
    free(message);
    return status;
}

void message_notes(const struct run *run) {
    for (size_t i = 0; i < run->notes.count; i++) {
        struct text out = {0};
        show_string(&out, messages_path(run->options.path), SHOW_ALL);
        text_add(&out, ": note: ");
        show_string(&out, run->notes.lines[i], SHOW_ALL);
        text_add_char(&out, '\n');
        messages_write(&out);
    }
}

int command_help(const char *help) {
    return fputs(help, stdout) >= 0 && fflush(stdout) == 0 ? COMMAND_DONE : command_stdout_failed();
}

int command_stdout_failed(void) {
    if (errno == EPIPE) return COMMAND_REFUSED;
    return command_error(NULL, "standard output cannot be written: %s", strerror(errno));
}

int command_print(const struct text *report, int status) {
    if (report->failed) return command_error(NULL, "out of memory");
    if (text_write(report, stdout) && fflush(stdout) == 0) return status;
    return command_stdout_failed();
}

/* Says that a name is none of some, and which were meant. */
static bool messages_unknown(const char *what, const char *name, const char *const *names, size_t count) {
    const char *found[MEANT_MOST];
    struct text remedy = {0};
    count = meant_names(names, count, name, found);
    text_add(&remedy, count ? "did you mean " : "`assay rules` lists them");
    meant_words(&remedy, found, count);
    text_add(&remedy, count ? "?" : "");
    command_error(remedy.failed ? NULL : remedy.data, "no %s is called \"%s\"", what, name);
    text_free(&remedy);
    return false;
}

/* Whether a name begins with, or has within, what was written. */
static bool messages_matches(const char *name, const char *part, bool within) {
    char folded[MESSAGES_NAME], wanted[MESSAGES_NAME];
    size_t name_length = strlen(name), part_length = strlen(part);
    if (name_length >= sizeof folded || part_length >= sizeof wanted) return false;
    name_length = assay_fold(folded, name, name_length);
    part_length = assay_fold(wanted, part, part_length);
    bool found = part_length && part_length <= name_length && memcmp(folded, wanted, part_length) == 0;
    for (size_t at = 1; within && part_length && !found && at + part_length <= name_length; at++)
        found = memcmp(folded + at, wanted, part_length) == 0;
    return found;
}

static bool messages_is_part(const struct assay_specialization *specialization, const char *part, bool within) {
    bool is = messages_matches(specialization->name, part, within);
    for (uint16_t i = 0; !is && i < specialization->former_count; i++)
        is = messages_matches(specialization->former_names[i], part, within);
    return is;
}

/* How many specializations a part of a name means; *found: the first, `list`: their names. */
static size_t messages_meant(const struct assay_ruleset *rules, const char *part, bool within,
                             const struct assay_specialization **found, struct text *list) {
    size_t count = 0;
    text_clear(list);
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        if (!messages_is_part(specialization, part, within)) continue;
        if (count++ == 0) *found = specialization;
        text_addf(list, "%s\"%s\"", list->length ? ", " : "", specialization->name);
    }
    return count;
}

/* By the beginning of a name, when no other has it. False: that several may be meant is said, or *several is false. */
static bool messages_find_part(const struct assay_ruleset *rules, const char *part,
                               const struct assay_specialization **found, bool *several) {
    struct text list = {0}, remedy = {0};
    size_t count = messages_meant(rules, part, false, found, &list);
    bool one = count == 1;
    if (count == 0) count = messages_meant(rules, part, true, found, &list);
    *several = count > 1;
    if (!one) *found = NULL;
    if (*several) {
        text_addf(&remedy, "write more of one of %s", list.failed ? "them" : list.data);
        command_error(remedy.failed ? NULL : remedy.data, "\"%s\" may mean %zu specializations", part, count);
    }
    text_free(&list);
    text_free(&remedy);
    return one;
}

bool command_find_specialization(const struct assay_ruleset *rules, const char *name,
                                 const struct assay_specialization **found) {
    *found = NULL;
    if (!name) return true;
    const char **names = calloc(rules->specialization_count + 1u, sizeof *names);
    for (uint16_t s = 0; names && !*found && s < rules->specialization_count; s++) {
        names[s] = rules->specializations[s]->name;
        if (names_is_specialization(rules->specializations[s], name)) *found = rules->specializations[s];
    }
    bool several = false, good = *found || messages_find_part(rules, name, found, &several);
    if (!good && !several) messages_unknown("specialization", name, names, names ? rules->specialization_count : 0);
    free(names);
    return good;
}

bool command_find_measure(const struct assay_ruleset *rules, const struct assay_specialization *within,
                          const char *name) {
    if (!name) return true;
    size_t count = 0;
    bool good = false;
    const char **names = calloc(rules->index->measure_count + 1u, sizeof *names);
    for (uint32_t m = 0; names && !good && m < rules->index->measure_count; m++) {
        const struct assay_specialization *specialization;
        const struct assay_measure *measure;
        if (assay_measure_at(rules, m, &specialization, &measure) != ASSAY_OK) continue;
        if (within && specialization != within) continue;
        good = names_is_measure(measure, name);
        names[count++] = measure->name;
    }
    good = good || messages_unknown("measure", name, names, count);
    free(names);
    return good;
}
