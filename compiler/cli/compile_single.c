/* compile_single.c - the emitted C files as one, for build systems that want to know the names of all outputs. */
#include "compiler/cli/compile.h"

#include "compiler/base/arena.h"
#include "compiler/emit/emit.h"
#include "runtime/base/text.h"

#include <stdlib.h>
#include <string.h>

/* Names of one kind that a file declares, sorted. */
struct single_names {
    const char **names;
    size_t count, capacity;
};

struct single {
    struct arena arena;
    const struct emitted *files;
    const char *symbol; /* of the rule set */
    bool *taken;        /* per file: its content stands in the output */
    struct text out;
};

/* ---- Tokens ---- */

static bool single_is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* A word that is no number. */
static bool single_is_name(char c) {
    return single_is_word(c) && !(c >= '0' && c <= '9');
}

static size_t single_quoted(const char *at) {
    size_t length = 1;
    while (at[length] && at[length] != *at)
        length += at[length] == '\\' && at[length + 1] ? 2 : 1;
    return at[length] ? length + 1 : length;
}

/* Length of what begins at `at`: a comment, a literal, a word, or one byte. */
static size_t single_token(const char *at) {
    size_t length = 0;
    if (*at == '"' || *at == '\'') return single_quoted(at);
    if (at[0] == '/' && at[1] == '*') {
        const char *end = strstr(at + 2, "*/");
        return end ? (size_t)(end - at) + 2 : strlen(at);
    }
    while (single_is_word(at[length]))
        length++;
    return length ? length : 1;
}

/* ---- Names ---- */

static void single_name(struct single *single, struct single_names *to, const char *name, size_t length) {
    if (to->count == to->capacity) {
        to->capacity = to->capacity ? 2 * to->capacity : 64;
        const char **names = ARENA_ARRAY(&single->arena, to->capacity, const char *);
        if (to->count) memcpy(names, to->names, to->count * sizeof *names);
        to->names = names;
    }
    to->names[to->count++] = arena_string(&single->arena, name, length);
}

static int single_compare(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names that are declared behind a keyword, `static` or `extern`: the last word before a bracket, '=' or ';'. */
static struct single_names single_declared(struct single *single, const char *text, const char *keyword) {
    struct single_names found = {0};
    const char *word = NULL;
    size_t word_length = 0;
    bool within = false;
    for (size_t length; *text; text += length) {
        length = single_token(text);
        if (single_is_word(*text)) {
            within = within || (length == strlen(keyword) && memcmp(text, keyword, length) == 0);
            word = text;
            word_length = length;
        } else if (within && word && strchr("[=;", *text)) {
            single_name(single, &found, word, word_length);
            within = false;
        }
    }
    if (found.count) qsort(found.names, found.count, sizeof *found.names, single_compare);
    return found;
}

static bool single_has(const struct single_names *names, const char *name) {
    return names->count && bsearch(&name, names->names, names->count, sizeof *names->names, single_compare) != NULL;
}

/* Adds a text with `number` behind each name that is its file's own. With another name of the rule set, names that
 * files share stand behind that one, so that several rule sets go into one program. A member of a struct, behind a '.',
 * is no such name. */
static void single_add(struct single *single, const char *text, size_t number) {
    struct single_names statics = single_declared(single, text, "static");
    struct single_names shared = single_declared(single, text, "extern");
    bool named = strcmp(single->symbol, COMPILE_SYMBOL) != 0;
    char before = '\n';
    for (size_t length; *text; text += length) {
        length = single_token(text);
        const char *name = NULL;
        if (before != '.' && single_is_name(*text)) name = arena_string(&single->arena, text, length);
        before = text[length - 1];
        if (name && single_has(&statics, name))
            text_addf(&single->out, "%s_%zu", name, number);
        else if (name && strcmp(name, COMPILE_SYMBOL) == 0)
            text_add(&single->out, single->symbol);
        else if (name && named && single_has(&shared, name))
            text_addf(&single->out, "%s_%s", single->symbol, name);
        else
            text_add_bytes(&single->out, text, length);
    }
}

/* ---- Files ---- */

/* The number of the emitted file that an #include names; the count of files when it is none of them. */
static size_t single_included(const struct single *single, const char *name, size_t length) {
    while (length > 3 && memcmp(name, "../", 3) == 0)
        name += 3, length -= 3;
    size_t number = 0;
    for (const struct emitted *file = single->files; file; file = file->next, number++) {
        size_t whole = strlen(file->name);
        if (whole < length || memcmp(file->name + whole - length, name, length) != 0) continue;
        if (whole == length || file->name[whole - length - 1] == '/') return number;
    }
    return number;
}

static const struct emitted *single_file(const struct single *single, size_t number) {
    const struct emitted *file = single->files;
    while (file && number--)
        file = file->next;
    return file;
}

/* Adds a file to `to`, with the files that it includes in the place of their first #include. */
static void single_expand(struct single *single, size_t number, struct text *to) {
    static const char include[] = "#include \"", header[] = EMIT_HEADER "\n";
    const struct emitted *file = single_file(single, number);
    if (!file || single->taken[number]) return;
    single->taken[number] = true;
    const char *line = file->bytes;
    if (strncmp(line, header, sizeof header - 1) == 0) line += sizeof header - 1;
    while (*line) {
        size_t length = strcspn(line, "\n");
        length += line[length] == '\n';
        const char *name = strncmp(line, include, sizeof include - 1) == 0 ? line + sizeof include - 1 : NULL;
        size_t inner = name ? single_included(single, name, strcspn(name, "\"\n")) : 0;
        if (name && single_file(single, inner))
            single_expand(single, inner, to);
        else
            text_add_bytes(to, line, length);
        line += length;
    }
}

static bool single_is_source(const char *name) {
    size_t length = strlen(name);
    return length > 2 && strcmp(name + length - 2, ".c") == 0;
}

/* The rule set is the only name that a shared library shows, whatever else it holds. */
static void single_begin(struct single *single) {
    text_addf(&single->out,
              EMIT_HEADER "\n#include \"assay.h\"\n\nextern const struct assay_ruleset %s;\n#ifdef __GNUC__\n"
                          "extern const struct assay_ruleset %s __attribute__((visibility(\"default\")));\n"
                          "#pragma GCC visibility push(hidden)\n#endif\n\n",
              single->symbol, single->symbol);
}

static void single_end(struct single *single) {
    text_add(&single->out, "\n#ifdef __GNUC__\n#pragma GCC visibility pop\n#endif\n");
}

struct text compile_single(const struct emitted *files, const char *symbol) {
    struct single single = {.files = files, .symbol = symbol};
    size_t count = 0;
    for (const struct emitted *file = files; file; file = file->next)
        count++;
    single.taken = ARENA_ARRAY(&single.arena, count, bool);
    single_begin(&single);
    size_t number = 0;
    for (const struct emitted *file = files; file; file = file->next, number++) {
        if (!single_is_source(file->name)) continue;
        struct text text = {0};
        single_expand(&single, number, &text);
        if (text.data) single_add(&single, text.data, number);
        single.out.failed = single.out.failed || text.failed;
        text_free(&text);
    }
    single_end(&single);
    arena_free(&single.arena);
    return single.out;
}
