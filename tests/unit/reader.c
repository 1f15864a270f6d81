/* The CSV reader: what it makes of bytes, record by record. */
#include "tests/unit/reader_text.h"

/* All records of a file: line, then the cells, or the problem with its column and detail. */
static const char *read_bytes(const char *bytes, size_t size) {
    static char out[4096];
    struct text_source source;
    struct reader_refusal refusal;
    struct reader_batch batch;
    struct reader *reader = open_bytes(&source, bytes, size);
    uint32_t all[16];
    size_t columns = reader_column_count(reader), length = 0;
    for (uint32_t c = 0; c < columns; ++c)
        all[c] = c;
    assert_true(reader_select(reader, all, columns));
    out[0] = '\0';
    for (;;) {
        assert_true(reader_next(reader, &batch, &refusal));
        if (batch.rows == 0) break;
        for (size_t r = 0; r < batch.rows; ++r) {
            if (length) out[length++] = ' ';
            length += print_record(out + length, sizeof out - length, &batch, r, columns);
        }
    }
    assert_int_equal(reader_bytes(reader), size);
    reader_close(reader);
    return out;
}

#define assert_reads(text, expected) assert_string_equal(read_bytes(text, sizeof(text) - 1), expected)

static void refuse_bytes(const char *bytes, size_t size, uint64_t line, const char *message) {
    struct text_source source = {bytes, size, false};
    struct reader_refusal refusal = {999, "", ""};
    assert_null(reader_open(give_text, &source, &refusal));
    if (!strstr(refusal.message, message)) fail_msg("'%s' instead of '%s'", refusal.message, message);
    assert_int_equal(refusal.line, line);
    assert_true(refusal.remedy[0] != '\0');
}

#define assert_refused(text, line, message) refuse_bytes(text, sizeof(text) - 1, line, message)

/* ---- R30: records ---------------------------------------------------------------------------------------------------
 */

static void R30_lines_end_in_lf_or_crlf(void **state) {
    (void)state;
    assert_reads("a,b\n1,2\r\n3,4\n", "2:[1|2] 3:[3|4]");
    assert_reads("a,b\r\n1,2\r\n3,4\r\n", "2:[1|2] 3:[3|4]");
    assert_reads("a,b\r\n\"1\",\"2\"\r\n", "2:[1|2]");
    assert_reads("a,b\n", "");
    assert_reads("a,b", "");
}

static void R30_the_last_line_end_may_be_missing(void **state) {
    (void)state;
    assert_reads("a,b\n1,2", "2:[1|2]");
    assert_reads("a,b\n1,", "2:[1|]");
    assert_reads("a,b\n1,\"2\"", "2:[1|2]");
    assert_reads("a,b\n1,2\r", "2:[1|2]");
    assert_reads("a,b\n1,\"2\"\r", "2:[1|2]");
}

static void R30_white_lines_are_skipped_and_not_numbered(void **state) {
    (void)state;
    assert_reads("\n \t\r\n\xC2\xA0\xE3\x80\x80\na,b\n\n1,2\n  \r\r\n\n3,4\n \n\t", "6:[1|2] 9:[3|4]");
    assert_reads("a,b\n1,2\n\xE2\x80\x8B\n", "2:[1|2] 3:fields(0,1)");
    assert_reads("a\n\n\"\"\n  \n\" \"\nx\n", "3:empty(0,0) 5:empty(0,0) 6:[x]");
    assert_reads("a\n\"\n\n\"\n", "2:empty(0,0)");
}

static void R30_a_lone_cr_is_white_space_within_a_record(void **state) {
    (void)state;
    assert_reads("a,b\n1\r,2\n\r3,4\r\r\n", "2:[1\r|2] 3:[\r3|4\r]");
    assert_reads("a,b\n1,2\r\r", "2:[1|2\r]");
}

static void R30_quotes(void **state) {
    (void)state;
    assert_reads("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", "2:[x,y|say \"hi\"]");
    assert_reads("a,b\n\"\"\"\",\"\"\"\"\"\"\n\"\",\n", "2:[\"|\"\"] 3:empty(0,0)");
    assert_reads("a,b\n\"1\n2\r\n3\",x\n4,5\n", "2:[1\n2\r\n3|x] 5:[4|5]");
}

static void R30_a_quote_in_an_unquoted_field_is_ordinary(void **state) {
    (void)state;
    assert_reads("a,b\n5\" disk,x\"\"y\"\n \"q\",2\n", "2:[5\" disk|x\"\"y\"] 3:[ \"q\"|2]");
    assert_reads("a,b\n5\",\"x\ny\"\n1,2\n", "2:[5\"|x\ny] 4:[1|2]");
}

static void R30_a_wrong_number_of_fields(void **state) {
    (void)state;
    assert_reads("a,b\n1\n1,2,3\n1,2\n,,,,\n", "2:fields(0,1) 3:fields(0,3) 4:[1|2] 5:empty(0,0)");
    assert_reads("a,b\n1,2,\"3\n4\"\n5,6\n", "2:fields(0,3) 4:[5|6]");
}

static void R30_a_nul(void **state) {
    (void)state;
    assert_reads("a,b\n1,2\0\n3,4\n", "2:nul(2,2) 3:[3|4]");
    assert_reads("a,b\n\"\0\",2\n\0\n", "2:nul(1,1) 3:nul(1,1)");
    assert_reads("a,b\n1,\"2\"\0\n", "2:nul(2,2)");
}

static void R30_text_after_a_closing_quote(void **state) {
    (void)state;
    assert_reads("a,b\n\"1\"x,2\n3,\"4\" \n5,6\n", "2:after(1,1) 3:after(2,2) 4:[5|6]");
    assert_reads("a,b\n\"1\" \"2,3\"\n4,\"5\"\r\r\n6,7\n", "2:after(1,1) 3:after(2,2) 4:[6|7]");
}

static void R30_a_quote_that_never_closes(void **state) {
    (void)state;
    assert_reads("a,b\n1,2\n3,\"4\n5,6\n", "2:[1|2] 3:unclosed(2,6)");
    assert_reads("a,b\n\"x\ny\",\"4\n", "3:unclosed(2,2)");
    assert_reads("a,b\n1,\"", "2:unclosed(2,0)");
    assert_reads("a,b\n1,\"\"\"", "2:unclosed(2,2)");
}

static void R30_of_several_problems_the_first_is_told(void **state) {
    (void)state;
    assert_reads("a,b\n\"1\"x,\0,3\n\0,\"1\"x\n", "2:after(1,1) 3:nul(1,1)");
    assert_reads("a,b\n1,2,3\0\n", "2:nul(3,3)");
    assert_reads("a,b\n\0,\"1\"x,\"\n", "2:unclosed(3,1)"); /* what it swallowed is always told */
}

/* Gives `before`, then `count` times the fill, then `behind`. */
struct long_source {
    const char *before;
    size_t count;
    char fill;
    const char *behind;
};

static long give_long(void *context, void *buffer, size_t size) {
    struct long_source *text = context;
    const char **part = *text->before || text->count == 0 ? (*text->before ? &text->before : &text->behind) : NULL;
    size_t left = part ? strlen(*part) : text->count;
    size_t count = left < size ? left : size;
    if (part) {
        memcpy(buffer, *part, count);
        *part += count;
    } else {
        memset(buffer, text->fill, count);
        text->count -= count;
    }
    return (long)count;
}

/* The first record of such a file; *rows counts all. */
static struct reader_record read_long(struct long_source source, uint32_t *length, size_t *rows) {
    struct reader_refusal refusal;
    struct reader_batch batch;
    struct reader_record first = {0, 0, 0, 0};
    struct reader *reader = reader_open(give_long, &source, &refusal);
    assert_non_null(reader);
    assert_true(reader_select(reader, (const uint32_t[]){0}, 1));
    for (*rows = 0; reader_next(reader, &batch, &refusal) && batch.rows > 0; *rows += batch.rows)
        if (*rows == 0) {
            first = batch.records[0];
            *length = batch.columns[0][0].length;
        }
    assert_true(reader->capacity < (17u << 20)); /* flat, whatever the length */
    reader_close(reader);
    return first;
}

static void R30_a_record_may_have_16_mib(void **state) {
    (void)state;
    const uint32_t most = READER_RECORD;
    const struct {
        struct long_source source;
        uint8_t problem;
        uint32_t length;
        size_t rows;
    } cases[] = {
        {{"a\n", most, 'x', "\r\ny\n"}, READER_GOOD, most, 2},
        {{"a\n", most, 'x', ""}, READER_GOOD, most, 1},
        {{"a\n", most, 'x', "\r"}, READER_GOOD, most, 1},
        {{"a\n\"", most - 2, '\n', "\"\r\ny\n"}, READER_EMPTY, 0, 2},
        {{"a\n", most + 1, 'x', "\r\ny\n"}, READER_TOO_LONG, 0, 2},
        {{"a\n", 2 * most, ',', "\ny\n"}, READER_TOO_LONG, 0, 2},
        {{"a\n\"", most + 9, '\n', "\"\ny\n"}, READER_TOO_LONG, 0, 2},
        {{"a\n", most + 9, ' ', "x\ny\n"}, READER_TOO_LONG, 0, 2},
        {{"a\n\"", most + 9, '\n', "\n"}, READER_UNCLOSED, 0, 1},
        {{"a\n", most + 9, ' ', "\ny\n"}, READER_GOOD, 1, 1},
        {{"a\n", most + 9, '\n', "y\n"}, READER_GOOD, 1, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        uint32_t length = 0;
        size_t rows;
        struct reader_record first = read_long(cases[i].source, &length, &rows);
        if (first.problem != cases[i].problem || length != cases[i].length || rows != cases[i].rows)
            fail_msg("case %zu: problem %d, length %u, rows %zu", i, first.problem, length, rows);
        if (first.problem == READER_UNCLOSED) assert_int_equal(first.detail, most + 9 + 1);
        if (first.problem == READER_TOO_LONG) assert_int_equal(first.detail, 0);
    }
}

/* ---- R29: the file and its header -----------------------------------------------------------------------------------
 */

static void R29_names_are_handed_over_as_they_stand(void **state) {
    static const char text[] = "\xEF\xBB\xBF\"a \"\"b\"\"\", c ,,\"d\n,e\"\r\n1,2,3,4\n";
    static const char *const names[] = {"a \"b\"", " c ", "", "d\n,e"};
    struct text_source source;
    (void)state;
    struct reader *reader = open_bytes(&source, text, sizeof text - 1);
    assert_int_equal(reader_column_count(reader), 4);
    for (size_t c = 0; c < 4; ++c) {
        struct reader_cell name = reader_column_name(reader, c);
        assert_int_equal(name.length, strlen(names[c]));
        assert_memory_equal(name.text, names[c], name.length);
    }
    reader_close(reader);
    assert_reads("\xEF\xBB\xBF\n\"a\",b\n1,2\n", "3:[1|2]");
}

static void R29_refuses_an_empty_file(void **state) {
    (void)state;
    assert_refused("", 0, "the file is empty");
    assert_refused("\xEF\xBB\xBF", 0, "the file is empty");
    assert_refused(" \r\n\t\n\xC2\xA0\r\r", 0, "the file is empty");
}

static void R29_refuses_a_header_with_a_lone_cr(void **state) {
    (void)state;
    assert_refused("a,b\r1,2\r", 1, "lone CR");
    assert_refused("\"a\",\"b\"\r\"1\",\"2\"\r", 1, "lone CR");
    assert_refused("a,b\r", 1, "lone CR");
    assert_refused("a,\"b\"\r", 1, "lone CR");
    assert_refused("\n\na,b\r1,2\n", 3, "lone CR");
    assert_reads("a,\"b\rc\"\n1,2\n", "2:[1|2]");
}

static void R29_refuses_a_header_that_cannot_be_read(void **state) {
    (void)state;
    assert_refused("abcde\0,b\n", 1, "NUL");
    assert_refused("\n\"a\nb\",\"c\n1,2\n", 3, "never closes");
    assert_refused("\"a\"b,c\n", 1, "after a closing quote");
}

static void R29_refuses_what_is_not_utf8_text(void **state) {
    (void)state;
    assert_refused("\xFF\xFE"
                   "a\0,\0",
                   0, "UTF-16");
    assert_refused("\xFE\xFF\0a\0,", 0, "UTF-16");
    assert_refused("\xFF\xFE\0\0a\0\0\0", 0, "UTF-32");
    assert_refused("\0\0\xFE\xFF\0\0\0a", 0, "UTF-32");
    assert_refused("a\0,\0b\0", 0, "UTF-16LE");
    assert_refused("\0a\0,\0b", 0, "UTF-16BE");
    assert_refused("a\0\0\0,\0\0\0", 0, "UTF-32LE");
    assert_refused("\0\0\0a\0\0\0,", 0, "UTF-32BE");
    assert_refused("\x1F\x8B\x08\0", 0, "gzip");
    assert_refused("\x28\xB5\x2F\xFD\x04", 0, "zstd");
    assert_refused("\xFD"
                   "7zXZ\0\0",
                   0, "xz");
    assert_refused("BZh91AY&SY....", 0, "bzip2");
    assert_refused("PK\x03\x04\x14\0", 0, "zip");
    assert_reads("BZh9,PK\n1,2\n", "2:[1|2]");
}

/* A header of so many columns, "a,a,...". */
static char *make_header(size_t columns) {
    char *text = malloc(2 * columns);
    assert_non_null(text);
    for (size_t c = 0; c < columns; ++c)
        memcpy(text + 2 * c, "a,", 2);
    text[2 * columns - 1] = '\n';
    return text;
}

static void R29_refuses_more_than_4096_columns(void **state) {
    (void)state;
    char *text = make_header(4097);
    struct text_source source;
    refuse_bytes(text, 2 * 4097, 1, "more than 4,096 columns");
    text[2 * 4096 - 1] = '\n';
    struct reader *reader = open_bytes(&source, text, 2 * 4096);
    assert_int_equal(reader_column_count(reader), 4096);
    reader_close(reader);
    free(text);
}

static void R29_refuses_an_endless_header(void **state) {
    static const char fills[] = {'x', '\n', '\r'};
    static const char *const messages[] = {"longer than 16 MiB", "longer than 16 MiB", "lone CR"};
    (void)state;
    for (size_t i = 0; i < sizeof fills; ++i) {
        struct long_source source = {fills[i] == '\n' ? "a,\"" : "a", SIZE_MAX / 4, fills[i], ""};
        struct reader_refusal refusal;
        assert_null(reader_open(give_long, &source, &refusal));
        assert_non_null(strstr(refusal.message, messages[i]));
    }
}

/* ---- The seam -------------------------------------------------------------------------------------------------------
 */

static void read_errors_are_told(void **state) {
    struct text_source source = {"a,b\n1,2\n", 8, true};
    struct reader_refusal refusal = {0, "", ""};
    (void)state;
    assert_null(reader_open(give_text, &source, &refusal));
    assert_non_null(strstr(refusal.message, "cannot be read"));
}

static void read_errors_behind_the_header_are_told(void **state) {
    struct reader_sizes sizes = {64, 64, 64, reader_engine_fastest()};
    static const char text[] =
        "a,b\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n";
    struct text_source source = {text, sizeof text - 1, true};
    struct reader_refusal refusal = {0, "", ""};
    struct reader_batch batch;
    (void)state;
    struct reader *reader = reader_open_sized(give_text, &source, &sizes, &refusal);
    assert_non_null(reader);
    assert_true(reader_next(reader, &batch, &refusal));
    assert_int_equal(batch.rows, 15);
    assert_false(reader_next(reader, &batch, &refusal));
    assert_non_null(strstr(refusal.message, "cannot be read"));
    reader_close(reader);
}

static void selection_is_once_and_within_the_header(void **state) {
    struct text_source source;
    struct reader_refusal refusal;
    struct reader_batch batch;
    (void)state;
    struct reader *reader = open_bytes(&source, "a,b\n1,\"2\"\"\"\n", 12);
    assert_false(reader_select(reader, (const uint32_t[]){0, 2}, 2));
    assert_true(reader_select(reader, (const uint32_t[]){1, 0, 1}, 3));
    assert_false(reader_select(reader, (const uint32_t[]){0}, 1));
    assert_true(reader_next(reader, &batch, &refusal));
    assert_int_equal(batch.rows, 1);
    assert_int_equal(batch.first_row, 1);
    for (size_t i = 0; i < 3; i += 2) /* the same column twice */
        assert_memory_equal(batch.columns[i][0].text, "2\"", batch.columns[i][0].length);
    assert_int_equal(batch.columns[0][0].length, 2);
    assert_memory_equal(batch.columns[1][0].text, "1", 1);
    reader_close(reader);
}

static void many_selected_columns_make_smaller_batches(void **state) {
    struct text_source source;
    struct reader_refusal refusal;
    struct reader_batch batch;
    uint32_t all[4096];
    (void)state;
    char *text = make_header(4096 * 100);
    for (size_t c = 1; c <= 100; ++c)
        text[2 * 4096 * c - 1] = '\n';
    struct reader *reader = open_bytes(&source, text, 2 * 4096 * 100);
    for (uint32_t c = 0; c < 4096; ++c)
        all[c] = c;
    assert_true(reader_select(reader, all, 4096));
    size_t rows = 0;
    for (; reader_next(reader, &batch, &refusal) && batch.rows > 0; rows += batch.rows)
        assert_true(batch.rows <= 64 && batch.first_row == rows + 1);
    assert_int_equal(rows, 99);
    reader_close(reader);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R30_lines_end_in_lf_or_crlf),
        cmocka_unit_test(R30_the_last_line_end_may_be_missing),
        cmocka_unit_test(R30_white_lines_are_skipped_and_not_numbered),
        cmocka_unit_test(R30_a_lone_cr_is_white_space_within_a_record),
        cmocka_unit_test(R30_quotes),
        cmocka_unit_test(R30_a_quote_in_an_unquoted_field_is_ordinary),
        cmocka_unit_test(R30_a_wrong_number_of_fields),
        cmocka_unit_test(R30_a_nul),
        cmocka_unit_test(R30_text_after_a_closing_quote),
        cmocka_unit_test(R30_a_quote_that_never_closes),
        cmocka_unit_test(R30_of_several_problems_the_first_is_told),
        cmocka_unit_test(R30_a_record_may_have_16_mib),
        cmocka_unit_test(R29_names_are_handed_over_as_they_stand),
        cmocka_unit_test(R29_refuses_an_empty_file),
        cmocka_unit_test(R29_refuses_a_header_with_a_lone_cr),
        cmocka_unit_test(R29_refuses_a_header_that_cannot_be_read),
        cmocka_unit_test(R29_refuses_what_is_not_utf8_text),
        cmocka_unit_test(R29_refuses_more_than_4096_columns),
        cmocka_unit_test(R29_refuses_an_endless_header),
        cmocka_unit_test(read_errors_are_told),
        cmocka_unit_test(read_errors_behind_the_header_are_told),
        cmocka_unit_test(selection_is_once_and_within_the_header),
        cmocka_unit_test(many_selected_columns_make_smaller_batches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
