/* file.c - reads a usage file for a command: rejects, progress and interruption are taken care of. */
#include "runtime/cli/command.h"

#include "runtime/base/output.h"
#include "runtime/cli/interrupt.h"

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Says on a terminal how far work is, at most five times a second and not in the first one. */
struct file_progress {
    bool shown;
    struct timespec last;
};

static void file_progress(void *context, uint64_t bytes) {
    struct file_progress *progress = context;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long passed =
        (now.tv_sec - progress->last.tv_sec) * 1000LL + (now.tv_nsec - progress->last.tv_nsec) / 1000000LL;
    if (passed < (progress->shown ? 200 : 1000)) return;
    progress->shown = true;
    progress->last = now;
    fprintf(stderr, "\r%llu MB read", (unsigned long long)(bytes / 1000000));
}

static bool file_run(struct run *run, const struct assay_ruleset *rules, struct run_options *options) {
    struct file_progress progress = {0};
    clock_gettime(CLOCK_MONOTONIC, &progress.last);
    options->stopped = interrupt_came;
    options->messages = stderr;
    if (isatty(STDERR_FILENO)) options->progress = file_progress;
    options->context = &progress;
    bool good = run_usage(run, rules, options);
    if (progress.shown) fputs("\r                              \r", stderr);
    return good;
}

static int file_rejects_failed(const char *path) {
    return command_error(NULL, "%s: cannot be written: %s", path, strerror(errno));
}

static bool file_overwritten(const char *by, const char *output, const char *of, const char *file) {
    if (!output || !file || strcmp(file, "-") == 0 || !output_same_place(output, file)) return false;
    command_error("name another file", "%s would write over %s, '%s'", by, of, file);
    return true;
}

bool command_overwrites(const struct command_options *options) {
    return file_overwritten("-o", options->output, "the usage file", options->path) ||
           file_overwritten("--rejects", options->rejects, "the usage file", options->path) ||
           file_overwritten("--rejects", options->rejects, "what -o writes", options->output);
}

int command_read(struct run *run, const struct assay_ruleset *rules, const struct command_options *options,
                 struct command_wish wish) {
    struct output rejects = {0};
    *run = (struct run){.rules = rules};
    if (command_overwrites(options)) return COMMAND_REFUSED;
    if (options->rejects && !output_open(&rejects, options->rejects)) return file_rejects_failed(options->rejects);
    struct run_options wanted = {.path = options->path,
                                 .assume = options->assume,
                                 .assume_count = options->assume_count,
                                 .as_of = options->as_of,
                                 .need_amount = wish.need_amount,
                                 .keep_answers = wish.keep_answers,
                                 .row = options->row,
                                 .rejects = rejects.stream};
    bool good = file_run(run, rules, &wanted) && !interrupt_came();
    if (!good && rejects.stream) output_discard(&rejects);
    if (interrupt_came()) return command_error(NULL, "interrupted");
    if (!good) return command_refuse(options->path, &run->refusal);
    if (rejects.stream && !output_commit(&rejects)) return file_rejects_failed(options->rejects);
    return -1;
}
