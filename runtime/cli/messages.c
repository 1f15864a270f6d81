/* messages.c - how the commands say what went wrong, and print what went well. */
#include "runtime/cli/command.h"

#include "runtime/usage/names.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

static int messages_say(const char *path, uint64_t line, const char *message, const char *remedy) {
    if (path && line)
        fprintf(stderr, "%s:%llu: error: %s", path, (unsigned long long)line, message);
    else
        fprintf(stderr, "%s: error: %s", path ? path : "assay", message);
    if (remedy && *remedy) fprintf(stderr, "\n  %s", remedy);
    fputc('\n', stderr);
    return COMMAND_REFUSED;
}

int command_refuse(const char *path, const struct reader_refusal *refusal) {
    if (path && strcmp(path, "-") == 0) path = "<stdin>";
    return messages_say(path, refusal->line, refusal->message, refusal->remedy);
}

int command_error(const char *remedy, const char *format, ...) {
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return messages_say(NULL, 0, message, remedy);
}

int command_print(const struct text *report, int status) {
    if (report->failed) return command_error(NULL, "out of memory");
    if (text_write(report, stdout) && fflush(stdout) == 0) return status;
    return command_error(NULL, "standard output cannot be written: %s", strerror(errno));
}

/* Keeps the name that is nearest to a misspelt one. */
static void messages_nearest(const char *name, const char *wanted, const char **nearest, size_t *best) {
    size_t distance = names_distance(name, wanted);
    if (distance >= *best) return;
    *best = distance;
    *nearest = name;
}

static bool messages_unknown(const char *what, const char *name, const char *nearest) {
    char remedy[300];
    snprintf(remedy, sizeof remedy, "did you mean \"%.200s\"?", nearest ? nearest : "");
    command_error(nearest ? remedy : "`assay rules` lists them", "no %s is called \"%s\"", what, name);
    return false;
}

bool command_find_specialization(const struct assay_ruleset *rules, const char *name,
                                 const struct assay_specialization **found) {
    const char *nearest = NULL;
    size_t best = name ? strlen(name) / 3 + 2 : 0;
    *found = NULL;
    for (uint16_t s = 0; name && s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        if (names_is_specialization(specialization, name)) {
            *found = specialization;
            return true;
        }
        messages_nearest(specialization->name, name, &nearest, &best);
    }
    return !name || messages_unknown("specialization", name, nearest);
}

bool command_find_measure(const struct assay_ruleset *rules, const struct assay_specialization *within,
                          const char *name) {
    const char *nearest = NULL;
    size_t best = name ? strlen(name) / 3 + 2 : 0;
    for (uint32_t m = 0; name && m < rules->index->measure_count; m++) {
        const struct assay_specialization *specialization;
        const struct assay_measure *measure;
        if (assay_measure_at(rules, m, &specialization, &measure) != ASSAY_OK) continue;
        if (within && specialization != within) continue;
        if (names_is_measure(measure, name)) return true;
        messages_nearest(measure->name, name, &nearest, &best);
    }
    return !name || messages_unknown("measure", name, nearest);
}
