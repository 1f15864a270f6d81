/* compile_depends.c - what build systems ask for: what was read, and when it was compiled. */
#include "compiler/cli/compile.h"

#include "compiler/base/source.h"
#include "runtime/base/output.h"
#include "runtime/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool depends_refused(const char *path) {
    fprintf(stderr, "assayc compile: %s: %s\n", path, strerror(errno));
    return false;
}

/* A path as Make reads it: '$' is doubled; a blank or '#' stands behind a backslash, and backslashes before it are
 * doubled. */
static void depends_path(struct text *out, const char *path) {
    size_t backslashes = 0;
    for (; *path; path++) {
        bool special = *path == ' ' || *path == '\t' || *path == '#';
        if (special) text_add_repeat(out, '\\', backslashes + 1);
        if (*path == '$') text_add_char(out, '$');
        backslashes = *path == '\\' ? backslashes + 1 : 0;
        text_add_char(out, *path);
    }
}

/* Everything that was read: the rule files, and the folders, whose time changes with what they hold. */
static const char *depends_on(const struct sources *sources, size_t number) {
    if (number < sources->count) return sources->files[number].path;
    number -= sources->count;
    return number < sources->folder_count ? sources->folders[number] : NULL;
}

bool compile_depfile(const char *path, const char *const *targets, const struct sources *sources) {
    struct text text = {0};
    for (; *targets; targets++) {
        depends_path(&text, *targets);
        text_add(&text, targets[1] ? " " : ":");
    }
    for (size_t i = 0; depends_on(sources, i); i++) {
        text_add(&text, " \\\n  ");
        depends_path(&text, depends_on(sources, i));
    }
    text_add_char(&text, '\n');
    /* A rule without a recipe for each, so that a rule file that is gone stops no build. */
    for (size_t i = 0; depends_on(sources, i); i++) {
        depends_path(&text, depends_on(sources, i));
        text_add(&text, ":\n");
    }
    bool good = !text.failed && output_write(path, text.data, text.length);
    if (!good) depends_refused(path);
    text_free(&text);
    return good;
}

/* In its place, and its time last of all: a folder that holds both rules and stamp is then older than the stamp. */
bool compile_stamp(const char *path) {
    int file = open(path, O_WRONLY | O_CREAT, 0666);
    if (file < 0) return depends_refused(path);
    bool good = futimens(file, NULL) == 0;
    good = close(file) == 0 && good;
    return good || depends_refused(path);
}
