/* What is kept aside while a file is read: spools, answers, duplicates, numbers of texts. */
#include "tests/unit/usage_file.h"

static void spool_reads_back_across_memory_and_file(void **state) {
    (void)state;
    for (size_t budget = 0; budget <= 64; budget += 7) {
        struct spool spool;
        char bytes[40], back[40];
        spool_init(&spool, budget);
        for (int i = 0; i < 40; i++)
            bytes[i] = (char)i;
        for (size_t i = 0; i < 40; i += 4)
            assert_true(spool_write(&spool, bytes + i, 4));
        assert_int_equal(spool.bytes, 40);
        for (int again = 0; again < 2; again++) {
            assert_true(spool_rewind(&spool));
            for (size_t i = 0; i < 40; i += 8)
                assert_true(spool_read(&spool, back + i, 8));
            assert_memory_equal(bytes, back, 40);
            assert_false(spool_read(&spool, back, 1));
        }
        spool_free(&spool);
    }
}

static void duplicates_come_back_in_any_range(void **state) {
    (void)state;
    struct duplicates duplicates;
    struct duplicates_fate fate;
    duplicates_init(&duplicates);
    const uint64_t rows[] = {3000000, 5, 1048576, 1048575, 7};
    for (size_t i = 0; i < RULES_COUNT(rows); i++)
        assert_true(duplicates_add(&duplicates, rows[i],
                                   &(struct once_verdict){ONCE_UNDECIDED, false, rows[i] + 1, rows[i] & 1 ? 4 : 0}));
    for (uint64_t row = 1; row < 3100000; row++) {
        bool dropped = row == 5 || row == 7 || row == 1048575 || row == 1048576 || row == 3000000;
        assert_true(duplicates_find(&duplicates, row, &fate));
        if (fate.other != (dropped ? row + 1 : 0) || fate.result != (dropped ? ONCE_UNDECIDED : ONCE_COUNTS) ||
            fate.repeats != (dropped && row & 1))
            fail();
    }
    assert_true(duplicates_find(&duplicates, 99000000, &fate));
    assert_int_equal(fate.result, ONCE_COUNTS);
    duplicates_free(&duplicates);
}

static void numbers_of_texts_never_change(void **state) {
    (void)state;
    struct rules_built *built = rules_build();
    struct column column;
    column_init(&column, &built->rules, QUANTITY, false, false);
    char text[24];
    uint32_t first[50000], listed = 0;
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < 50000; i++) {
            int length = snprintf(text, sizeof text, round ? " V%u " : "v%u", i);
            struct column_cell cell = column_read(&column, text, (size_t)length);
            if (round)
                assert_int_equal(cell.text, first[i]);
            else
                first[i] = cell.text;
            listed += !round && cell.text != COLUMN_UNLISTED;
        }
    }
    assert_true(listed > 1000 && listed < 50000);
    column_free(&column);
    free(built);
}

static void customers_are_all_told_apart(void **state) {
    (void)state;
    struct rules_built *built = rules_build();
    struct column column;
    column_init(&column, &built->rules, CUSTOMER, false, true);
    char text[700];
    memset(text, 'x', sizeof text);
    for (uint32_t i = 0; i < 40000; i++) {
        char number[8];
        size_t length = (size_t)snprintf(number, sizeof number, "%05u", i);
        size_t front = i % 1000 ? 0 : sizeof text - length; /* some are too long to be remembered */
        memcpy(text + sizeof text - length, number, length);
        struct column_cell cell = column_read(&column, text + sizeof text - length - front, length + front);
        assert_int_equal(cell.text, i);
    }
    column_free(&column);
    free(built);
}

static void the_input_is_counted_and_hashed(void **state) {
    (void)state;
    struct usage_file file;
    usage_file_run(&file, "abc\n", (struct run_options){0});
    assert_false(file.good);
    usage_file_free(&file);
    usage_file_run(&file, "ACR_USD\n1\n", (struct run_options){.as_of = 20230701});
    assert_true(file.good);
    assert_int_equal(file.run.bytes, 10);
    assert_string_equal(file.run.hash, "30943e5b3d037000412cea40213792809b9ee36201ebe2a505933673ba321def");
    usage_file_free(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spool_reads_back_across_memory_and_file), cmocka_unit_test(duplicates_come_back_in_any_range),
        cmocka_unit_test(numbers_of_texts_never_change),           cmocka_unit_test(customers_are_all_told_apart),
        cmocka_unit_test(the_input_is_counted_and_hashed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
