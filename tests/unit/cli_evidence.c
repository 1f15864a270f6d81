/* What evidence is made of: names of files, records that are read again, manifests, folders, and cells of CSV. */
#include "runtime/cli/folder.h"
#include "runtime/cli/manifest.h"
#include "runtime/cli/record.h"
#include "runtime/cli/slug.h"
#include "runtime/cli/tree.h"
#include "runtime/usage/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* A new folder and the path of something in it; the caller frees. */
static char *inside(char *root, const char *name) {
    strcpy(root, "/tmp/assay-evidence-XXXXXX");
    assert_non_null(mkdtemp(root));
    return tree_path(root, name);
}

static void put(const char *path, const char *text, size_t length) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, length, file), length);
    fclose(file);
}

static void slugs_are_plain(void **state) {
    static const char *const pairs[][2] = {
        {"Kubernetes on Microsoft Azure", "kubernetes-on-microsoft-azure"},
        {"../../etc/passwd", "etc-passwd"},
        {"=1+1, \"x\"", "1-1-x"},
        {"", "x"},
        {"\xC3\xA4\n\t\x1B[31m", "31m"},
        {"...", "x"},
        {"CON", "con-x"},
        {"Lpt9", "lpt9-x"},
        {"com10", "com10"},
        {".Console", "console"},
        {"0123456789 0123456789 0123456789 0123456789 0123456789 01234 x",
         "0123456789-0123456789-0123456789-0123456789-0123456789-01234"},
    };
    char slug[SLUG_MAX];
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        slug_make(slug, pairs[i][0]);
        assert_string_equal(slug, pairs[i][1]);
    }
}

static void records_are_read_as_written(void **state) {
    char root[32], all[256];
    char *path = inside(root, "record");
    struct text text = {0};
    struct record record;
    (void)state;
    for (int i = 0; i < 255; i++)
        all[i] = (char)(i + 1);
    all[255] = '\0';
    const char *const values[] = {all, "", "a b", "\\", "\\x41", "\xC3\xA4", "\xE2\x80\xAE", "#"};
    text_add(&text, "# for people\n\n");
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        record_add(&text, "word", values[i]);
    record_add(&text, "alone", NULL);
    for (size_t i = 0; i < text.length; i++)
        assert_true((unsigned char)text.data[i] >= 0x20 || text.data[i] == '\n');
    assert_non_null(strstr(text.data, "word \xC3\xA4\n"));
    assert_null(strstr(text.data, "\xE2\x80\xAE"));
    put(path, text.data, text.length);
    assert_true(record_read(&record, path));
    assert_int_equal(record.count, sizeof values / sizeof *values + 1);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        assert_string_equal(record.lines[i].value, values[i]);
    assert_string_equal(record_find(&record, "alone"), "");
    assert_null(record_find(&record, "none"));
    record_free(&record);
    text_free(&text);
    tree_remove(root);
    free(path);
}

static void records_of_another_form_are_refused(void **state) {
    static const char *const wrong[] = {"a b", "a \\", "a \\n\n", "a \\x4\n", "a \\x00\n", "a \\xAB\n"};
    char root[32];
    char *path = inside(root, "record");
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct record record;
        put(path, wrong[i], strlen(wrong[i]));
        assert_false(record_read(&record, path));
        record_free(&record);
    }
    put(path, "a b\0c\n", 6);
    struct record record;
    assert_false(record_read(&record, path));
    record_free(&record);
    tree_remove(root);
    free(path);
}

static void a_folder_is_there_whole_or_not_at_all(void **state) {
    char root[32];
    char *place = inside(root, "evidence");
    struct folder folder = {0};
    struct text text = {0};
    struct tree tree;
    (void)state;
    text_add(&text, "text\n");
    assert_true(folder_open(&folder, place));
    assert_true(folder_write(&folder, "a/b/c.txt", &text));
    assert_false(folder_write(&folder, "a/b/c.txt", &text)); /* never twice */
    assert_int_equal(access(place, F_OK), -1);
    folder_discard(&folder);
    assert_true(tree_read(&tree, root));
    assert_int_equal(tree.file_count + tree.folder_count, 0);
    tree_free(&tree);
    for (int i = 0; i < 2; i++) { /* the second stands in the place of the first */
        assert_true(folder_open(&folder, place));
        if (i) text_add(&text, "more\n");
        assert_true(folder_write(&folder, i ? "d.txt" : "a/b/c.txt", &text));
        assert_true(folder_commit(&folder));
        folder_discard(&folder);
    }
    assert_true(tree_read(&tree, root));
    assert_int_equal(tree.file_count, 2);
    assert_string_equal(tree.files[0], "evidence/d.txt");
    assert_string_equal(tree.files[1], "evidence/manifest.txt");
    tree_free(&tree);
    text_free(&text);
    tree_remove(root);
    free(place);
}

/* Each byte of a manifest decides whether it is one, or tells of other files. */
static void a_manifest_is_taken_to_the_byte(void **state) {
    char root[32];
    char *place = inside(root, "evidence");
    char *path = tree_path(place, MANIFEST_NAME);
    struct folder folder = {0};
    struct text text = {0}, manifest = {0};
    struct manifest whole, read;
    (void)state;
    text_add(&text, "text\n");
    assert_true(folder_open(&folder, place));
    assert_true(folder_write(&folder, "a/b.txt", &text) && folder_write(&folder, "c.txt", &text));
    assert_true(folder_commit(&folder));
    folder_discard(&folder);
    assert_int_equal(manifest_read(&whole, place), MANIFEST_OK);
    assert_int_equal(whole.count, 2);
    assert_int_equal(manifest_find(&whole, "a/b.txt")->bytes, 5);
    assert_null(manifest_find(&whole, "b.txt"));
    manifest_write(&whole, &manifest);
    for (size_t i = 0; i < manifest.length; i++) {
        manifest.data[i] ^= 1;
        put(path, manifest.data, manifest.length);
        bool taken = manifest_read(&read, place) == MANIFEST_OK;
        bool bytes = taken && read.files[0].bytes == 5 && read.files[1].bytes == 5;
        assert_false(taken && bytes && manifest_same(&read, &whole));
        manifest_free(&read);
        manifest.data[i] ^= 1;
    }
    text_add_bytes(&manifest, "\0more", 5); /* a text ends there, a file does not */
    put(path, manifest.data, manifest.length);
    assert_int_equal(manifest_read(&read, place), MANIFEST_FOREIGN);
    manifest_free(&read);
    manifest_free(&whole);
    text_free(&text);
    text_free(&manifest);
    tree_remove(root);
    free(path);
    free(place);
}

/* Against a look at each file; what stands beside a folder is not in it. */
static void folders_with_files_are_found(void **state) {
    static const char *const names[] = {"a", "a-b/c", "a.b",  "a/b",     "a/b-c", "ab/c/d",
                                        "b", "b/",    "c!/d", "c/d/e/f", "\xFF/a"};
    static const char *const folders[] = {"a",   "a-b", "a.b", "ab",   "ab/c", "b",     "c", "c!",
                                          "c/d", "c/e", "d",   "\xFF", "a/b",  "c/d/e", "",  "\xFE"};
    (void)state;
    for (unsigned which = 0; which < 1u << (sizeof names / sizeof *names); which++) {
        const char *files[(sizeof names / sizeof *names)];
        struct tree tree = {.files = files};
        for (size_t i = 0; i < (sizeof names / sizeof *names); i++)
            if (which >> i & 1) files[tree.file_count++] = names[i];
        for (size_t f = 0; f < (sizeof folders / sizeof *folders); f++) {
            size_t length = strlen(folders[f]);
            bool expected = false;
            for (size_t i = 0; i < tree.file_count; i++)
                expected = expected || (strncmp(files[i], folders[f], length) == 0 && files[i][length] == '/');
            assert_int_equal(tree_has_within(&tree, folders[f]), expected);
        }
    }
}

static void formulas_are_defused(void **state) {
    static const char *const pairs[][2] = {{"=1", "'=1"},
                                           {"+1", "'+1"},
                                           {"-1", "'-1"},
                                           {"@a", "'@a"},
                                           {"\t=1", "'\t=1"},
                                           {"a=1", "a=1"},
                                           {"", ""},
                                           {"=a,b", "\"'=a,b\""},
                                           {"\"", "\"\"\"\""},
                                           {"\r", "\"'\r\""},
                                           {"a,b", "\"a,b\""},
                                           {"\n=1", "\"'\n=1\""},
                                           {" =1", "' =1"},
                                           {" \t -1", "' \t -1"},
                                           {"\xC2\xA0@a", "'\xC2\xA0@a"},
                                           {" a", " a"},
                                           {"\xEF\xBC\x9D"
                                            "1",
                                            "'\xEF\xBC\x9D"
                                            "1"},
                                           {"\xE3\x80\x80\xEF\xBC\x8B", "'\xE3\x80\x80\xEF\xBC\x8B"},
                                           {"\xEF\xBC\x8D", "'\xEF\xBC\x8D"},
                                           {"\xEF\xBC\xA0", "'\xEF\xBC\xA0"},
                                           {"\xEF\xBC\x9E", "\xEF\xBC\x9E"},
                                           {"'=1", "'=1"}};
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct text out = {0};
        text_add(&out, "");
        csv_add_text(&out, pairs[i][0], strlen(pairs[i][0]));
        assert_string_equal(out.data, pairs[i][1]);
        text_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slugs_are_plain),
        cmocka_unit_test(records_are_read_as_written),
        cmocka_unit_test(records_of_another_form_are_refused),
        cmocka_unit_test(a_folder_is_there_whole_or_not_at_all),
        cmocka_unit_test(a_manifest_is_taken_to_the_byte),
        cmocka_unit_test(folders_with_files_are_found),
        cmocka_unit_test(formulas_are_defused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
