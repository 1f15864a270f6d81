#include "compiler/base/git.h"

#include "compiler/base/diagnostic.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* A revision on its way in. */
struct git {
    struct sources *sources;
    struct diagnostics *diagnostics;
    const char *argument;        /* git:REV:PATH */
    const char *revision, *path; /* its parts */
    struct text out;             /* what git printed last */
};

bool git_is_revision(const char *argument) {
    return strncmp(argument, "git:", 4) == 0;
}

static bool git_refuse(struct git *git, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool git_refuse(struct git *git, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *what = arena_format_list(git->sources->arena, format, arguments);
    va_end(arguments);
    diagnostic_add(git->diagnostics, A0601, (struct span){0, 0}, "%s", what)->path = git->argument;
    return false;
}

/* ---- Running git ---- */

/* Reads to the end, so that git is never stopped in the midst; what memory does not hold is thrown away. */
static bool git_read(int from, struct text *out) {
    char buffer[16384];
    ssize_t got;
    while ((got = read(from, buffer, sizeof buffer)) > 0 || (got < 0 && errno == EINTR))
        if (got > 0) text_add_bytes(out, buffer, (size_t)got);
    return got == 0 && !out->failed;
}

static int git_spawn(pid_t *child, char *const *words, int input, int output) {
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error) return error;
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    error = posix_spawnp(child, words[0], &actions, NULL, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/* Runs git to its end: its exit status, or -1 with errno set when it cannot be run. */
static int git_wait(struct git *git, char *const *words, int input) {
    int ends[2], status = 0;
    pid_t child;
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    int error = git_spawn(&child, words, input, ends[1]);
    close(ends[1]);
    text_clear(&git->out);
    bool good = error == 0 && git_read(ends[0], &git->out);
    close(ends[0]);
    while (error == 0 && waitpid(child, &status, 0) < 0)
        if (errno != EINTR) error = errno;
    errno = error ? error : ENOMEM;
    if (error || !good) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

/* Runs git with these words, which end with NULL; what it prints is in git->out. `input` is fed to it. */
static int git_run(struct git *git, const char *input, const char *const *words) {
    char *copies[8] = {0};
    size_t count = 0;
    for (; words[count]; count++)
        copies[count] = arena_format(git->sources->arena, "%s", words[count]);
    FILE *file = tmpfile();
    if (!file) return -1;
    bool fed = (!input || fputs(input, file) >= 0) && fflush(file) == 0 && fseek(file, 0, SEEK_SET) == 0;
    int status = fed ? git_wait(git, copies, fileno(file)) : -1;
    int error = errno;
    fclose(file);
    errno = error;
    return status;
}

#define GIT_RUN(git, input, ...) git_run((git), (input), (const char *const[]){"git", __VA_ARGS__, NULL})

/* ---- What is named ---- */

/* The object of a name, in hex; NULL: there is none. */
static const char *git_object(struct git *git, const char *name) {
    if (GIT_RUN(git, NULL, "rev-parse", "--verify", "--quiet", "--end-of-options", name) != 0) return NULL;
    return arena_string(git->sources->arena, git->out.data, strcspn(git->out.data, "\n"));
}

static bool git_missing(struct git *git) {
    const char *commit = arena_format(git->sources->arena, "%s^{tree}", git->revision);
    if (GIT_RUN(git, NULL, "rev-parse", "--git-dir") != 0)
        return git_refuse(git, "the current folder is in no git repository (or git refuses to read it)");
    if (!git_object(git, commit)) return git_refuse(git, "there is no revision '%s'", git->revision);
    return git_refuse(git, "there is no '%s' at revision '%s'; paths begin at the top of the repository, or with ./",
                      git->path, git->revision);
}

static bool git_split(struct git *git) {
    const char *revision = git->argument + strlen("git:"), *colon = strchr(revision, ':');
    if (!colon || colon == revision || *revision == '-')
        return git_refuse(git, "a revision is written git:REV:PATH, such as git:HEAD:rules");
    git->revision = arena_string(git->sources->arena, revision, (size_t)(colon - revision));
    git->path = colon + 1;
    return true;
}

/* ---- Files ---- */

/* The name of a file in messages; `inner` is relative to the folder that was named, NULL for the file itself. */
static const char *git_name(const struct git *git, const char *inner) {
    size_t length = strlen(git->argument);
    char last = git->argument[length - 1];
    const char *between = last == '/' || last == ':' ? "" : "/";
    return inner ? arena_format(git->sources->arena, "%s%s%s", git->argument, between, inner) : git->argument;
}

struct git_file {
    const char *name, *object;
};

struct git_files {
    struct git_file *items;
    size_t count, capacity;
};

static void git_add(struct git *git, struct git_files *files, struct git_file file) {
    if (files->count == files->capacity) {
        files->capacity = files->capacity ? 2 * files->capacity : 64;
        struct git_file *items = ARENA_ARRAY(git->sources->arena, files->capacity, struct git_file);
        if (files->count) memcpy(items, files->items, files->count * sizeof *items);
        files->items = items;
    }
    files->items[files->count++] = file;
}

/* Hidden files, files in hidden folders, and what is no regular file are left out. */
static bool git_is_rule_file(const char *mode, const char *path) {
    size_t length = strlen(path);
    if (strncmp(mode, "100", 3) != 0 || length <= 6 || strcmp(path + length - 6, ".assay") != 0) return false;
    return path[0] != '.' && !strstr(path, "/.");
}

/* Reads `MODE TYPE OBJECT\tPATH`, each ended by a NUL. */
static void git_list(struct git *git, struct git_files *files) {
    struct arena *arena = git->sources->arena;
    const char *end = git->out.data + git->out.length;
    for (const char *at = git->out.data; at && at < end; at += strlen(at) + 1) {
        const char *tab = strchr(at, '\t');
        const char *object = tab ? strchr(at, ' ') : NULL;
        object = object ? strchr(object + 1, ' ') : NULL;
        if (!object || object > tab || !git_is_rule_file(at, tab + 1)) continue;
        const char *name = git_name(git, arena_format(arena, "%s", tab + 1));
        git_add(git, files, (struct git_file){name, arena_string(arena, object + 1, (size_t)(tab - object - 1))});
    }
}

/* Takes one file out of what `git cat-file --batch` prints: `OBJECT TYPE SIZE\n`, the bytes, `\n`. */
static bool git_take(struct git *git, const struct git_file *file, size_t *at) {
    const char *head = git->out.data + *at;
    size_t left = git->out.length - *at;
    const char *line = memchr(head, '\n', left);
    const char *blank = line ? memchr(head, ' ', (size_t)(line - head)) : NULL;
    if (!blank || strncmp(blank, " blob ", 6) != 0) return git_refuse(git, "git cannot read object %s", file->object);
    uint64_t length = strtoull(blank + 6, NULL, 10);
    size_t begin = (size_t)(line + 1 - git->out.data);
    if (length >= git->out.length - begin) return git_refuse(git, "git cannot read object %s", file->object);
    *at = begin + (size_t)length + 1;
    if (length <= SOURCE_FILE_MAX) {
        source_add(git->sources, file->name, git->out.data + begin, (size_t)length);
        return true;
    }
    diagnostic_add(git->diagnostics, A0602, (struct span){0, 0}, "the file has more than 16 MiB")->path = file->name;
    return false;
}

static bool git_read_files(struct git *git, const struct git_files *files) {
    struct text names = {0};
    for (size_t i = 0; i < files->count; i++)
        text_addf(&names, "%s\n", files->items[i].object);
    bool good = !names.failed && GIT_RUN(git, names.data, "cat-file", "--batch") == 0;
    if (!good) git_refuse(git, "git cannot read its objects");
    size_t at = 0;
    for (size_t i = 0; good && i < files->count; i++)
        good = git_take(git, &files->items[i], &at);
    text_free(&names);
    return good;
}

static bool git_load_object(struct git *git, const char *object) {
    struct git_files files = {0};
    bool known = GIT_RUN(git, NULL, "cat-file", "-t", object) == 0;
    if (known && strcmp(git->out.data, "blob\n") == 0) {
        git_add(git, &files, (struct git_file){git_name(git, NULL), object});
    } else if (known && strcmp(git->out.data, "tree\n") == 0) {
        if (GIT_RUN(git, NULL, "ls-tree", "-r", "-z", "--full-tree", object) != 0)
            return git_refuse(git, "git cannot list the folder");
        git_list(git, &files);
    } else {
        return git_refuse(git, "this is neither a file nor a folder");
    }
    if (files.count) return git_read_files(git, &files);
    diagnostic_add(git->diagnostics, A0603, (struct span){0, 0}, "there is no .assay file here")->path = git->argument;
    return false;
}

bool git_load(struct sources *sources, struct diagnostics *diagnostics, const char *argument) {
    struct git git = {.sources = sources, .diagnostics = diagnostics};
    git.argument = arena_string(sources->arena, argument, strlen(argument));
    bool good = false;
    if (git_split(&git)) {
        const char *object = NULL;
        if (GIT_RUN(&git, NULL, "--version") != 0)
            git_refuse(&git, "git cannot be run: %s", strerror(errno));
        else if (!(object = git_object(&git, git.argument + strlen("git:"))))
            git_missing(&git);
        else
            good = git_load_object(&git, object);
    }
    text_free(&git.out);
    source_arrange(sources);
    return good;
}
