/* cli_words.c - words of a call that are none: what was probably meant; and options that are given twice. */
#include "compiler/base/near.h"
#include "compiler/cli/cli.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

const char *cli_nearest(const char *const *words, size_t count, const char *wanted) {
    struct near near = near_start(wanted);
    for (size_t i = 0; i < count; i++)
        near_offer(&near, words[i]);
    return near.best;
}

const char *const cli_text_or_json[2] = {"text", "json"};

int cli_choice(const char *command, const char *what, const char *word, const char *const *words, size_t count) {
    struct text list = {0};
    const char *near = cli_nearest(words, count, word);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], word) == 0) {
            text_free(&list);
            return (int)i;
        }
        text_addf(&list, "%s%s", i ? ", " : "", words[i]);
    }
    cli_wrong(command, "there is no %s '%s'; %s%s%sit can be: %s", what, word, near ? "did you mean '" : "",
              near ? near : "", near ? "'? " : "", list.failed ? "" : list.data);
    text_free(&list);
    return -1;
}

const char *cli_nearest_option(const struct option *options, const char *argument, char *out, size_t room) {
    struct text wanted = {0};
    const char *names[64];
    size_t count = 0;
    text_add_bytes(&wanted, argument + strspn(argument, "-"), strcspn(argument + strspn(argument, "-"), "="));
    for (; options->name && count < sizeof names / sizeof *names; options++)
        names[count++] = options->name;
    const char *near = wanted.failed || !wanted.length ? NULL : cli_nearest(names, count, wanted.data);
    text_free(&wanted);
    if (!near) return "";
    snprintf(out, room, "; did you mean '--%s'?", near);
    return out;
}

/* ---- Given twice ---- */

/* Options that add up; any other is given once. `assayc check` itself sees to it that no code has two levels. */
static bool words_many(const char *name) {
    static const char *const many[] = {"severity", "assume"};
    for (size_t i = 0; i < sizeof many / sizeof *many; i++)
        if (strcmp(many[i], name) == 0) return true;
    return false;
}

struct words_given {
    const char *name, *value; /* value NULL: it has none */
};

/* Whether an option says something else than it said before, which is said. */
static bool words_differs(const char *command, struct words_given *given, size_t count, const char *name,
                          const char *value) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(given[i].name, name) != 0 || words_many(name)) continue;
        if (!value || strcmp(given[i].value, value) == 0) return false;
        cli_wrong(command, "%s%s is given twice: '%s' and '%s'; leave one of them out", strlen(name) == 1 ? "-" : "--",
                  name, given[i].value, value);
        return true;
    }
    return false;
}

bool cli_given_once(int count, char **arguments, const char *letters, const struct option *options) {
    char **copy = calloc((size_t)count + 1, sizeof *copy);
    struct words_given *given = calloc((size_t)count + 1, sizeof *given);
    bool once = true;
    size_t known = 0;
    if (copy && given) memcpy(copy, arguments, (size_t)count * sizeof *copy);
    optind = 0;
    for (int letter, found = -1; copy && given && once; found = -1) {
        letter = getopt_long(count, copy, letters, options, &found);
        if (letter == -1 || letter == ':' || letter == '?') break;
        for (int i = 0; found < 0 && options[i].name; i++)
            if (options[i].val == letter) found = i;
        const char *name = found < 0 ? (letter == 'o' ? "o" : NULL) : options[found].name;
        if (!name) continue;
        once = !words_differs(arguments[0], given, known, name, optarg);
        given[known++] = (struct words_given){name, optarg};
    }
    optind = 0;
    free(copy);
    free(given);
    return once;
}
