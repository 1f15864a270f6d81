/* Files are written whole or not at all, through links, with their permissions, and left alone when nothing changed. */
#include "runtime/base/output.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* A folder of its own to work in. */
static int enter(void **state) {
    char *folder = strdup("/tmp/assay-output-XXXXXX");
    if (!folder || !mkdtemp(folder) || chdir(folder) != 0) return -1;
    *state = folder;
    return 0;
}

static int leave(void **state) {
    char command[64];
    snprintf(command, sizeof command, "rm -rf %.40s", (char *)*state);
    int status = chdir("/") == 0 && system(command) == 0 ? 0 : -1;
    free(*state);
    return status;
}

static bool write_text(const char *path, const char *text) {
    return output_write(path, text, strlen(text));
}

static void assert_content(const char *path, const char *text) {
    char content[64] = "";
    FILE *stream = fopen(path, "rb");
    assert_non_null(stream);
    size_t length = fread(content, 1, sizeof content - 1, stream);
    fclose(stream);
    assert_int_equal(length, strlen(text));
    assert_string_equal(content, text);
}

static struct stat status_of(const char *path) {
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    return status;
}

static void an_unchanged_file_is_left_alone(void **state) {
    (void)state;
    assert_true(write_text("a", "one"));
    struct stat before = status_of("a");
    assert_true(write_text("a", "one"));
    assert_int_equal(status_of("a").st_ino, before.st_ino);
    assert_true(write_text("a", "two"));
    assert_content("a", "two");
}

static void permissions_are_kept(void **state) {
    (void)state;
    assert_true(write_text("a", "one"));
    assert_int_equal(chmod("a", 0600), 0);
    assert_true(write_text("a", "two"));
    assert_int_equal(status_of("a").st_mode & 0777, 0600);
}

static void links_are_followed(void **state) {
    (void)state;
    assert_true(write_text("target", "one"));
    assert_int_equal(symlink("target", "link"), 0);
    assert_true(write_text("link", "two"));
    assert_true(S_ISLNK(status_of("link").st_mode));
    assert_content("target", "two");
}

static void a_descriptor_is_written_directly(void **state) {
    (void)state;
    int file = open("behind", O_CREAT | O_WRONLY, 0600);
    assert_true(file >= 0);
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    assert_int_equal(symlink(path, "link"), 0);
    assert_true(write_text("link", "text"));
    close(file);
    assert_true(S_ISLNK(status_of("link").st_mode));
    assert_content("behind", "text");
}

static void discarding_leaves_the_place(void **state) {
    (void)state;
    struct output output;
    assert_true(write_text("a", "one"));
    assert_true(output_open(&output, "a"));
    fputs("half", output.stream);
    output_discard(&output);
    assert_content("a", "one");
    assert_false(write_text("missing/a", "one"));
}

static void the_same_place_is_known(void **state) {
    (void)state;
    assert_true(write_text("a", "one"));
    assert_int_equal(symlink("a", "link"), 0);
    assert_int_equal(link("a", "hard"), 0);
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_true(output_same_place("a", "./folder/../a"));
    assert_true(output_same_place("a", "link"));
    assert_true(output_same_place("hard", "a"));
    assert_true(output_same_place("new", "folder/../new"));
    assert_false(output_same_place("new", "folder/new"));
    assert_false(output_same_place("a", "new"));
    assert_false(output_same_place("/dev/null", "/dev/null"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_unchanged_file_is_left_alone, enter, leave),
        cmocka_unit_test_setup_teardown(permissions_are_kept, enter, leave),
        cmocka_unit_test_setup_teardown(links_are_followed, enter, leave),
        cmocka_unit_test_setup_teardown(a_descriptor_is_written_directly, enter, leave),
        cmocka_unit_test_setup_teardown(discarding_leaves_the_place, enter, leave),
        cmocka_unit_test_setup_teardown(the_same_place_is_known, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
