/* messages.c - how the commands say what went wrong, and print what went well. */
#include "runtime/cli/command.h"

#include "runtime/base/beside.h"
#include "runtime/base/show.h"
#include "runtime/usage/names.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

bool command_is_there(const char *path) {
    struct text near = {0}, remedy = {0};
    if (strcmp(path, "-") == 0 || access(path, F_OK) == 0 || errno != ENOENT) return true;
    beside_nearest(&near, path, names_nearest);
    if (near.length) text_addf(&remedy, "did you mean '%s'?", near.data);
    messages_say(path, 0, "cannot be read: No such file or directory",
                 near.failed || remedy.failed ? NULL : remedy.data);
    text_free(&near);
    text_free(&remedy);
    return false;
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

static void messages_list(const struct run *run, const char *kind, const struct notes *notes) {
    for (size_t i = 0; i < notes->count; i++) {
        struct text out = {0};
        show_string(&out, messages_path(run->options.path), SHOW_ALL);
        text_addf(&out, ": %s: ", kind);
        show_string(&out, notes->lines[i], SHOW_ALL);
        text_add_char(&out, '\n');
        messages_write(&out);
    }
}

void message_notes(const struct run *run) {
    messages_list(run, "caution", &run->cautions);
    messages_list(run, "note", &run->notes);
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
