#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/base/diagnostic.h"
#include "runtime/base/output.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct loaded {
    struct arena arena;
    struct sources sources;
    struct diagnostics diagnostics;
};

static char folder[] = "/tmp/assay-source-XXXXXX";

static char *path_of(const char *name) {
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
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

static void make(const char *name) {
    assert_int_equal(mkdir(path_of(name), 0777), 0);
}

static void put(const char *name) {
    assert_true(output_write(path_of(name), "#\n", 2));
}

static void link_to(const char *target, const char *name) {
    assert_int_equal(symlink(target, path_of(name)), 0);
}

static void load(struct loaded *to, char *const *paths, size_t count) {
    memset(to, 0, sizeof *to);
    to->sources.arena = to->diagnostics.arena = &to->arena;
    source_load(&to->sources, &to->diagnostics, paths, count);
}

/* The names of the files loaded, sorted, each followed by a blank. */
static void expect(char *const *paths, size_t count, const char *names) {
    struct loaded loaded;
    char found[512] = "";
    load(&loaded, paths, count);
    assert_int_equal(loaded.diagnostics.count, 0);
    for (size_t i = 0; i < loaded.sources.count; i++) {
        strcat(found, loaded.sources.files[i].name);
        strcat(found, " ");
    }
    assert_string_equal(found, names);
    arena_free(&loaded.arena);
}

static void links_that_lead_back_are_no_error(void **state) {
    (void)state;
    char *paths[] = {folder};
    make("a");
    make("a/b");
    put("x.assay");
    put("a/y.assay");
    put("a/b/z.assay");
    link_to("..", "a/up");
    link_to("../..", "a/b/top");
    link_to(".", "self");
    link_to(".", "self2");
    expect(paths, 1, "a/b/z.assay a/y.assay x.assay ");
}

/* Each folder holds two links to the next one: 2 to the power of 24 ways to the last. */
static void folders_that_many_links_lead_to_are_read_once(void **state) {
    (void)state;
    char *paths[] = {folder}, name[32], target[32];
    for (int i = 0; i < 24; i++) {
        snprintf(name, sizeof name, "%02d", i);
        make(name);
        for (int k = 0; k < 2 && i < 23; k++) {
            snprintf(target, sizeof target, "../%02d", i + 1);
            snprintf(name, sizeof name, "%02d/%d", i, k);
            link_to(target, name);
        }
    }
    put("23/last.assay");
    put("first.assay");
    expect(paths, 1, "23/last.assay first.assay ");
}

static void a_file_with_several_names_is_read_once(void **state) {
    (void)state;
    char *paths[] = {folder, folder, path_of("a.assay")};
    put("a.assay");
    link_to("a.assay", "b.assay");
    expect(paths, 3, "a.assay ");
}

static void files_that_are_no_rules_are_left_out(void **state) {
    (void)state;
    char *paths[] = {folder};
    put("a.assay");
    put(".hidden.assay");
    put("b.txt");
    make(".git");
    put(".git/c.assay");
    expect(paths, 1, "a.assay ");
}

static void what_is_missing_is_reported(void **state) {
    (void)state;
    struct loaded loaded;
    char *paths[] = {path_of("missing.assay")};
    load(&loaded, paths, 1);
    assert_int_equal(loaded.diagnostics.count, 1);
    assert_int_equal(loaded.diagnostics.items[0].code, A0601);
    assert_string_equal(loaded.diagnostics.items[0].path, paths[0]);
    arena_free(&loaded.arena);
}

/* Loads "#\n" that stands in a pipe, by a path that cannot be resolved. */
static void expect_pipe(const char *path, int end_of_pipe, const char *expected) {
    struct loaded loaded;
    char given[64];
    char *paths[] = {given, given};
    snprintf(given, sizeof given, path, end_of_pipe);
    load(&loaded, paths, 2);
    assert_int_equal(loaded.diagnostics.count, 0);
    assert_int_equal(loaded.sources.count, 1);
    assert_string_equal(loaded.sources.files[0].path, expected ? expected : given);
    assert_string_equal(loaded.sources.files[0].bytes, "#\n");
    arena_free(&loaded.arena);
}

static void pipes_are_read(void **state) {
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "#\n", 2), 2);
    close(ends[1]);
    expect_pipe("/dev/fd/%d", ends[0], NULL);
    close(ends[0]);
}

static void a_dash_is_standard_input(void **state) {
    (void)state;
    int ends[2], kept = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "#\n", 2), 2);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    expect_pipe("-", 0, "<stdin>");
    if (kept >= 0) dup2(kept, STDIN_FILENO);
    if (kept >= 0) close(kept);
}

static void expect_place(const struct sources *sources, uint32_t offset, uint32_t line, uint32_t column,
                         const char *text) {
    struct place place = source_place(sources, offset), alone = source_line(sources, offset);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_int_equal(place.length, strlen(text));
    assert_memory_equal(place.text, text, place.length);
    assert_ptr_equal(alone.source, place.source);
    assert_int_equal(alone.line, line);
    assert_int_equal(alone.column, 0);
}

static void places_have_lines_and_columns(void **state) {
    (void)state;
    struct arena arena = {0};
    struct sources sources = {.arena = &arena};
    source_add(&sources, "a",
               "\xC3\xA4"
               "b\r\n\nlast",
               10);
    source_add(&sources, "b", "", 0);
    source_arrange(&sources);
    expect_place(&sources, 1, 1, 1,
                 "\xC3\xA4"
                 "b");
    expect_place(&sources, 3, 1, 2,
                 "\xC3\xA4"
                 "b");
    expect_place(&sources, 5, 1, 4,
                 "\xC3\xA4"
                 "b");
    expect_place(&sources, 6, 2, 1, "");
    expect_place(&sources, 7, 3, 1, "last");
    expect_place(&sources, 11, 3, 5, "last");
    expect_place(&sources, 12, 1, 1, "");
    assert_null(source_place(&sources, 0).source);
    assert_null(source_line(&sources, 0).source);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(links_that_lead_back_are_no_error, begin, end),
        cmocka_unit_test_setup_teardown(folders_that_many_links_lead_to_are_read_once, begin, end),
        cmocka_unit_test_setup_teardown(a_file_with_several_names_is_read_once, begin, end),
        cmocka_unit_test_setup_teardown(files_that_are_no_rules_are_left_out, begin, end),
        cmocka_unit_test_setup_teardown(what_is_missing_is_reported, begin, end),
        cmocka_unit_test(pipes_are_read),
        cmocka_unit_test(a_dash_is_standard_input),
        cmocka_unit_test(places_have_lines_and_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
