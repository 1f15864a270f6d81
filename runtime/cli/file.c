/* file.c - reads a usage file for a command: rejects, progress and interruption are taken care of. */
#include "runtime/cli/command.h"

#include "runtime/base/output.h"
#include "runtime/base/text.h"
#include "runtime/cli/interrupt.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define FILE_PROGRESS 56 /* columns of what is said */

/* Says on a terminal how far work is, at most five times a second and not in the first one. */
struct file_progress {
    bool shown;
    uint64_t size; /* of the file; 0: not known */
    struct timespec began, last;
};

static double file_seconds(const struct timespec *from, const struct timespec *to) {
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

/* "412 of 500 MB, 210 MB/s, 1 s left"; how large a pipe is, and so when it ends, is not known. */
static void file_progress_words(struct text *words, const struct file_progress *progress, uint64_t bytes,
                                double seconds) {
    double rate = (double)bytes / seconds;
    text_addf(words, "%llu ", (unsigned long long)(bytes / 1000000));
    if (progress->size >= bytes) text_addf(words, "of %llu ", (unsigned long long)(progress->size / 1000000));
    text_addf(words, "MB, %.0f MB/s", rate / 1e6);
    if (progress->size >= bytes && rate > 0)
        text_addf(words, ", %.0f s left", (double)(progress->size - bytes) / rate + 0.5);
}

static void file_progress(void *context, uint64_t bytes, bool settling) {
    struct file_progress *progress = context;
    struct timespec now;
    struct text words = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (file_seconds(&progress->last, &now) < (progress->shown ? 0.2 : 1)) return;
    progress->shown = true;
    progress->last = now;
    if (settling)
        text_addf(&words, "%llu MB read, counting once", (unsigned long long)(bytes / 1000000));
    else
        file_progress_words(&words, progress, bytes, file_seconds(&progress->began, &now));
    if (!words.failed) fprintf(stderr, "\r%-*s", FILE_PROGRESS, words.data);
    text_free(&words);
}

static bool file_run(struct run *run, const struct assay_ruleset *rules, struct run_options *options) {
    struct file_progress progress = {0};
    struct stat status;
    clock_gettime(CLOCK_MONOTONIC, &progress.began);
    progress.last = progress.began;
    if (strcmp(options->path, "-") != 0 && stat(options->path, &status) == 0 && S_ISREG(status.st_mode))
        progress.size = (uint64_t)status.st_size;
    options->stopped = interrupt_came;
    if (isatty(STDERR_FILENO)) options->progress = file_progress;
    options->context = &progress;
    bool good = run_usage(run, rules, options);
    if (progress.shown) fprintf(stderr, "\r%*s\r", FILE_PROGRESS, "");
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
           file_overwritten("-o", options->output, "the partner file", options->partner) ||
           file_overwritten("-o", options->output, "the export of trainings", options->trainings) ||
           file_overwritten("-o", options->output, "the export of workloads", options->workloads) ||
           file_overwritten("--rejects", options->rejects, "the usage file", options->path) ||
           file_overwritten("--rejects", options->rejects, "the partner file", options->partner) ||
           file_overwritten("--rejects", options->rejects, "the export of trainings", options->trainings) ||
           file_overwritten("--rejects", options->rejects, "the export of workloads", options->workloads) ||
           file_overwritten("--rejects", options->rejects, "what -o writes", options->output);
}

int command_read(struct run *run, const struct assay_ruleset *rules, const struct command_options *options,
                 struct command_wish wish) {
    struct output rejects = {0};
    *run = (struct run){.rules = rules};
    if (command_overwrites(options) || !command_is_there(options->path)) return COMMAND_REFUSED;
    if (options->rejects && !output_open(&rejects, options->rejects)) return file_rejects_failed(options->rejects);
    struct run_options wanted = {.path = options->path,
                                 .assume = options->assume,
                                 .assume_count = options->assume_count,
                                 .as_of = options->as_of,
                                 .repeats = options->repeats,
                                 .need_amount = wish.need_amount,
                                 .keep_answers = wish.keep_answers,
                                 .keep_samples = wish.keep_samples,
                                 .keep_counted = wish.keep_counted,
                                 .messages = wish.quiet ? NULL : stderr,
                                 .row = options->row,
                                 .rejects = rejects.stream};
    bool good = file_run(run, rules, &wanted) && !interrupt_came();
    if (!good && rejects.stream) output_discard(&rejects);
    if (interrupt_came()) return command_error(NULL, "interrupted");
    if (!good) return command_refuse(options->path, &run->refusal);
    if (rejects.stream && !output_commit(&rejects)) return file_rejects_failed(options->rejects);
    return -1;
}
