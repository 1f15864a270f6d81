#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/base/source.h"
#include "compiler/cli/cli.h"
#include "compiler/cli/compile.h"
#include "compiler/emit/emit.h"
#include "runtime/base/output.h"

#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/assay-write-XXXXXX";

static const char *path_of(const char *name) {
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void put(const char *name, const char *bytes) {
    assert_true(output_write(path_of(name), bytes, strlen(bytes)));
}

static bool is_there(const char *name) {
    struct stat status;
    return lstat(path_of(name), &status) == 0;
}

static void expect(const char *name, const char *bytes) {
    char buffer[512] = {0};
    FILE *stream = fopen(path_of(name), "rb");
    assert_non_null(stream);
    assert_true(fread(buffer, 1, sizeof buffer - 1, stream) <= sizeof buffer);
    fclose(stream);
    assert_string_equal(buffer, bytes);
}

static struct emitted files_of(const char *bytes, struct emitted *index) {
    *index = (struct emitted){"index.c", "index", 5, NULL};
    return (struct emitted){"decisions/a.c", bytes, strlen(bytes), index};
}

static int begin(void **state) {
    (void)state;
    strcpy(folder + sizeof folder - 7, "XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int end(void **state) {
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void folders_are_made(void **state) {
    (void)state;
    struct emitted index, files = files_of("table", &index);
    assert_true(compile_write(path_of("x/y"), &files));
    expect("x/y/decisions/a.c", "table");
    expect("x/y/index.c", "index");
}

static void only_our_own_tables_are_removed(void **state) {
    (void)state;
    struct emitted index, files = files_of("table", &index);
    assert_true(compile_write(folder, &files));
    put("decisions/old.c", EMIT_HEADER "\nold");
    put("decisions/foreign.c", "/* by hand */\n");
    put("decisions/short.c", "/*");
    put("decisions/longer.c", EMIT_HEADER " and more\n");
    put("decisions/a.c", EMIT_HEADER "\n");
    put("lines/old.h", EMIT_HEADER "\nold");
    put("lines/foreign.h", "/* by hand */\n");
    put("old.c", EMIT_HEADER "\n");
    assert_int_equal(symlink("../old.c", path_of("decisions/link.c")), 0);
    assert_true(compile_write(folder, &files));
    assert_false(is_there("decisions/old.c"));
    assert_false(is_there("lines/old.h"));
    assert_true(is_there("lines/foreign.h"));
    assert_true(is_there("decisions/foreign.c"));
    assert_true(is_there("decisions/short.c"));
    assert_true(is_there("decisions/longer.c"));
    assert_true(is_there("decisions/link.c"));
    assert_true(is_there("old.c"));
    expect("decisions/a.c", "table");
}

static void unchanged_files_are_left_untouched(void **state) {
    (void)state;
    struct emitted index, files = files_of("table", &index);
    struct stat before, same, after;
    assert_true(compile_write(folder, &files));
    assert_int_equal(stat(path_of("decisions/a.c"), &before), 0);
    assert_true(compile_write(folder, &files));
    assert_int_equal(stat(path_of("decisions/a.c"), &same), 0);
    assert_int_equal(before.st_ino, same.st_ino);
    files = files_of("other", &index);
    assert_true(compile_write(folder, &files));
    assert_int_equal(stat(path_of("decisions/a.c"), &after), 0);
    assert_int_not_equal(before.st_ino, after.st_ino);
}

/* The message that a failure prints is not what is tested here. */
static bool write_quietly(const char *where, const struct emitted *files) {
    int kept = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDERR_FILENO);
    bool good = compile_write(where, files);
    dup2(kept, STDERR_FILENO);
    close(kept);
    close(nowhere);
    return good;
}

static void a_place_that_cannot_be_written_is_a_failure(void **state) {
    (void)state;
    struct emitted index, files = files_of("table", &index);
    put("file", "");
    assert_false(write_quietly(path_of("file"), &files));
    assert_false(write_quietly(path_of("file/below"), &files));
    assert_int_equal(mkdir(path_of("index.c"), 0777), 0);
    assert_false(write_quietly(folder, &files));
}

/* Exit status of `assayc compile` for one rule file and these arguments. */
static int call_quietly(const char *first, const char *second, const char *third, const char *fourth) {
    const char *words[] = {"compile", "tests/cases/usage.assay", first, second, third, fourth, NULL};
    char *arguments[7] = {NULL};
    int count = 0;
    for (; words[count]; count++)
        assert_non_null(arguments[count] = strdup(words[count]));
    int kept = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDERR_FILENO);
    optind = 1;
    int status = (int)command_compile(count, arguments);
    dup2(kept, STDERR_FILENO);
    close(kept);
    close(nowhere);
    for (int i = 0; i < count; i++)
        free(arguments[i]);
    return status;
}

static void a_place_without_a_name_is_refused(void **state) {
    (void)state;
    struct emitted index, files = files_of("table", &index);
    char here[256];
    strcpy(here, path_of("out"));
    assert_false(write_quietly("", &files));
    assert_int_equal(call_quietly("-o", "", NULL, NULL), CLI_USAGE);
    assert_int_equal(call_quietly("-o", here, "--depfile", ""), CLI_USAGE);
    assert_int_equal(call_quietly("-o", here, "--depfile", NULL), CLI_USAGE);
    assert_false(is_there("out"));
    assert_int_equal(call_quietly("-o", here, NULL, NULL), CLI_CLEAN);
    assert_true(is_there("out/index.c"));
}

static void a_depfile_escapes_what_make_would_read_otherwise(void **state) {
    (void)state;
    struct source list[] = {{.path = "a b/c.assay"}, {.path = "d$e#f\\ g.assay"}};
    const char *folders[] = {"a b"}, *targets[] = {"stamp", "out dir/index.c", NULL};
    struct sources sources = {.files = list, .count = 2, .folders = folders, .folder_count = 1};
    assert_true(compile_depfile(path_of("dep"), targets, &sources));
    expect("dep", "stamp out\\ dir/index.c: \\\n  a\\ b/c.assay \\\n  d$$e\\#f\\\\\\ g.assay \\\n  a\\ b\n"
                  "a\\ b/c.assay:\nd$$e\\#f\\\\\\ g.assay:\na\\ b:\n");
}

/* Two files with a name of their own that is the same, one header that both include, one that the second does. */
static void one_file_holds_all(void **state) {
    (void)state;
    static const char shared[] = "#ifndef F\n#define F\nenum { A };\n#endif\n";
    static const char first[] =
        EMIT_HEADER "\n#include \"assay.h\"\n#include \"f.h\"\n"
                    "/* static note[] */\nstatic const char *const note[] = {\"static note[\"};\n"
                    "const struct s one = {.note = note};\n";
    static const char second[] = "#include \"f.h\"\n#include \"../lines/b.h\"\nconst char *two = note;\n";
    static const char lines[] = "static const char note[] = {'\"', 1};\n";
    struct emitted files[] = {{"decisions/a.c", first, sizeof first - 1, &files[1]},
                              {"decisions/b.c", second, sizeof second - 1, &files[2]},
                              {"decisions/f.h", shared, sizeof shared - 1, &files[3]},
                              {"lines/b.h", lines, sizeof lines - 1, NULL}};
    struct text text = compile_single(files, COMPILE_SYMBOL);
    assert_false(text.failed);
    const char *begin_of_a = strstr(text.data, "push(hidden)\n#endif\n\n");
    assert_non_null(begin_of_a);
    begin_of_a = strstr(begin_of_a, "\n\n") + 2;
    const char *end_of_b = strstr(begin_of_a, "\n\n#ifdef");
    assert_non_null(end_of_b);
    char *tables = strndup(begin_of_a, (size_t)(end_of_b - begin_of_a) + 1);
    assert_string_equal(tables, "#include \"assay.h\"\n#ifndef F\n#define F\nenum { A };\n#endif\n"
                                "/* static note[] */\nstatic const char *const note_0[] = {\"static note[\"};\n"
                                "const struct s one = {.note = note_0};\n"
                                "static const char note_1[] = {'\"', 1};\nconst char *two = note_1;\n");
    free(tables);
    text_free(&text);
}

static void a_stamp_is_touched_and_keeps_what_it_holds(void **state) {
    (void)state;
    struct stat status;
    assert_true(compile_stamp(path_of("stamp")));
    assert_true(is_there("stamp"));
    put("stamp", "kept");
    const struct timespec old[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    assert_int_equal(utimensat(AT_FDCWD, path_of("stamp"), old, 0), 0);
    assert_true(compile_stamp(path_of("stamp")));
    assert_int_equal(stat(path_of("stamp"), &status), 0);
    assert_true(status.st_mtim.tv_sec > 1);
    expect("stamp", "kept");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(folders_are_made, begin, end),
        cmocka_unit_test_setup_teardown(only_our_own_tables_are_removed, begin, end),
        cmocka_unit_test_setup_teardown(unchanged_files_are_left_untouched, begin, end),
        cmocka_unit_test_setup_teardown(a_place_that_cannot_be_written_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_place_without_a_name_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_depfile_escapes_what_make_would_read_otherwise, begin, end),
        cmocka_unit_test(one_file_holds_all),
        cmocka_unit_test_setup_teardown(a_stamp_is_touched_and_keeps_what_it_holds, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
