/* Records that are no data, and fields of many lines. */
#include "tests/unit/reader_text.h"

/* ---- R34: records that are no data ----------------------------------------------------------------------------------
 */

/* As read_bytes, with two columns that such files may have. */
static const char *read_known(const char *text) {
    static char out[1024];
    static const char *const names[] = {"Month", "Service Level"};
    struct text_source source;
    struct reader_refusal refusal;
    struct reader_batch batch;
    struct reader *reader = open_bytes(&source, text, strlen(text));
    uint32_t all[16];
    size_t columns = reader_column_count(reader), length = 0;
    for (uint32_t c = 0; c < columns; ++c)
        all[c] = c;
    assert_true(reader_know(reader, names, 2));
    assert_true(reader_select(reader, all, columns));
    assert_true(reader_next(reader, &batch, &refusal));
    for (size_t r = 0; r < batch.rows; ++r) {
        if (length) out[length++] = ' ';
        length += print_record(out + length, sizeof out - length, &batch, r, columns);
    }
    out[length] = '\0';
    reader_close(reader);
    return out;
}

#define assert_known(text, expected) assert_string_equal(read_known(text), expected)

static void R34_a_header_that_comes_again_is_told(void **state) {
    (void)state;
    assert_known("Month,a b,c\n1,2,3\nMonth,a b,c\n4,5,6\n", "2:[1|2|3] 3:header(0,0) 4:[4|5|6]");
    assert_known("Month,a b,c\nMONTH,A_B, C\u00A0\n", "2:header(0,0)");
    assert_known("Month,a b,c\n\"month\",\"ab\",\"c\"\r\n", "2:header(0,0)");
    assert_known("Month,a b,c\n\xEF\xBB\xBFMonth,a b,c\n", "2:header(0,0)");
    assert_known("Month,a b,c\n\xEF\xBB\xBF\"Month\",\"a b\",c\n", "2:header(0,0)");
    assert_known("Month,a b,c\nMonth,a b,c,\nMonth,a b,c, ,\"\"\n", "2:header(0,0) 3:header(0,0)");
    assert_known("Month,a b,c,\nMonth,a b,c\n", "2:header(0,0)");
    assert_known("Month,,c\nMonth,,c\nMonth, ,c\n", "2:header(0,0) 3:header(0,0)");
    assert_known("Month,\"say \"\"x\"\"\"\nMonth,\"say \"\"x\"\"\"\n", "2:header(0,0)");
    assert_known("p,q\np,\"1\n2\"\np,q\n", "2:[p|1\n2] 4:header(0,0)");
    assert_known("e\ne\nE\nx\n", "2:header(0,0) 3:header(0,0) 4:[x]");
}

static void R34_the_header_of_another_file_ends_this_one(void **state) {
    (void)state;
    assert_known("Month,a,c\n1,2,3\nMonth,c,a\n4,5,6\n,,\nMonth,a,c\n",
                 "2:[1|2|3] 3:other(0,0) 4:behind(0,3) 5:empty(0,0) 6:behind(0,3)");
    assert_known("a,c\nService_Level,month\nx\n\"q\"q\n", "2:other(0,0) 3:behind(0,2) 4:behind(0,2)");
    assert_known("a,c\nx,Month,y,ServiceLevel,z\n", "2:other(0,0)"); /* two names are enough */
    assert_known("a,c\nMonth\n", "2:other(0,0)");                    /* and one, beside blanks */
    assert_known("a,c\n,Month\n", "2:other(0,0)");
    assert_known("a,c\nc,a\n", "2:other(0,0)"); /* names of the header alone */
    assert_known("a,Month\n1,\xEF\xBB\xBFMonth\n", "2:[1|\xEF\xBB\xBFMonth]");
}

static void R34_data_with_one_name_is_data(void **state) {
    (void)state;
    assert_known("a,c\nMonth,1\nc,1\na,\n,c\na,a b\n", "2:[Month|1] 3:[c|1] 4:[a|] 5:[|c] 6:[a|a b]");
    assert_known("a,c\na,a,x\n", "2:fields(0,3)");
    assert_known("a,c\nMonths,ServiceLevel\n", "2:[Months|ServiceLevel]");
}

static void R34_blank_records_are_told_whatever_their_width(void **state) {
    (void)state;
    assert_known("a,c\n,\n,,,\n\"\"\nNULL, null \nNULLS,\n_,\n",
                 "2:empty(0,0) 3:empty(0,0) 4:empty(0,0) 5:empty(0,0) 6:[NULLS|] 7:[_|]");
}

/* ---- R36: fields of many lines --------------------------------------------------------------------------------------
 */

static struct reader_tall read_tall(const char *text, size_t *count) {
    struct text_source source;
    struct reader_refusal refusal;
    struct reader_batch batch;
    struct reader *reader = open_bytes(&source, text, strlen(text));
    assert_true(reader_next(reader, &batch, &refusal));
    struct reader_tall first = batch.tall_count ? batch.tall[0] : (struct reader_tall){0};
    *count = batch.tall_count;
    reader_close(reader);
    return first;
}

static void assert_tall(const char *text, uint64_t line, uint64_t lines, uint64_t bytes, uint32_t column) {
    size_t count;
    struct reader_tall tall = read_tall(text, &count);
    assert_int_equal(count, 1);
    assert_int_equal(tall.line, line);
    assert_int_equal(tall.lines, lines);
    assert_int_equal(tall.bytes, bytes);
    assert_int_equal(tall.column, column);
}

static void R36_fields_of_more_than_eight_lines_are_told(void **state) {
    size_t count;
    (void)state;
    assert_tall("a,b\n1,2\nx,\"1\n2\n3\n4\n5\n6\n7\n8\n9\"\ny,z\n", 3, 9, 21, 2);
    assert_tall("a,b\n\"1\n2\n3\n4\n5\n6\n7\n8\n9\"z,y\r\n", 2, 9, 22, 1);
    assert_tall("a,b\n\"\n\",\"1\n2\n3\n4\n5\n6\n7\n8\n\n\"\n", 3, 10, 23, 2);
    assert_tall("a,b\nx,\"1\n2\n3\n4\n5\n6\n7\n8\n9\n", 2, 9, 21, 2); /* never closed */
    read_tall("a,b\nx,\"1\n2\n3\n4\n5\n6\n7\n8\"\n", &count);
    assert_int_equal(count, 0);
    read_tall("a,b\nx,\"1\n2\n3\n4\n5\n6\n7\n8\n", &count);
    assert_int_equal(count, 0);
    read_tall("a,b\n\"1\n2\n3\n4\n5\",\"1\n2\n3\n4\n5\"\n", &count); /* of the record, not of a field */
    assert_int_equal(count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R34_a_header_that_comes_again_is_told),
        cmocka_unit_test(R34_the_header_of_another_file_ends_this_one),
        cmocka_unit_test(R34_data_with_one_name_is_data),
        cmocka_unit_test(R34_blank_records_are_told_whatever_their_width),
        cmocka_unit_test(R36_fields_of_more_than_eight_lines_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
