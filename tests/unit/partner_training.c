/* Who holds which certification: the TrainingCompletions export, alone and beside the statement. */
#include "tests/unit/partner_file.h"

#define HEADER "MCPID,TrainingTitle,TrainingType,TrainingCompletionDate,ExpirationDate,ActivationStatus\n"
#define TITLE  "Certified: Security Operations Analyst Associate"

static void the_code_is_a_word_of_the_title_or_a_title_is_declared(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_TRAINING,
                          HEADER "1,Exam SC-200: Security,exam,2024-01-15,2025-01-15,Active\n"
                                 "2,sc-200,Certification,2024-01-15,,Active\n"
                                 "3,\" certified:  security operations ANALYST associate\",certification,2024-01-15,,"
                                 "Active\n"
                                 "4,(SC-200)/AZ-500,EXAM,2024-01-15,2025-01-15,Active\n"
                                 "5,Exam SC-2000,exam,2024-01-15,2025-01-15,Active\n"
                                 "6,Course SC-200T00-A,exam,2024-01-15,2025-01-15,Active\n"
                                 "7,X-SC-200 and SC-200-beta and ASC-200 and SC-200_1,exam,2024-01-15,2025-01-15,"
                                 "Active\n"
                                 "8," TITLE " (beta),certification,2024-01-15,,Active\n"
                                 "9,X-SC-200 then \xE2\x80\x9CSC-200\xE2\x80\x9D,exam,2024-01-15,2025-01-15,Active\n"));
    file_assert_remarks(&partner, "0:0 4 rows of no certification that the rules ask for\n");
    file_assert_people(&partner, "SC-200", 20240601, 5, 5);
    file_assert_people(&partner, "AZ-500", 20240601, 1, 1);
    assert_int_equal(file_holds(&partner, "4", "SC-200", 20240601), ASSAY_YES);
    assert_int_equal(file_holds(&partner, "5", "SC-200", 20240601), ASSAY_NO);
    assert_int_equal(partner.inputs[PARTNER_TRAINING].rows, 9);
    assert_int_equal(partner.inputs[PARTNER_TRAINING].rejected, 0);
    partner_free(&partner);
}

static void days_of_every_spelling(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(
        file_text(&partner, PARTNER_TRAINING,
                  "Activation Status,expiration_date,TRAININGCOMPLETIONDATE,Training Type,Training Title,MCP ID\n"
                  "Active,2025-01-15T00:00:00Z,1/15/2024 12:00:00 AM,certification,SC-200,1\n"
                  " active,1/15/2025,2024-01-15,certification,SC-200,2\n"
                  "ACTIVE,NULL,2024-01-15 00:00:00.000,certification,SC-200,3\n"));
    file_assert_remarks(
        &partner, "0:0 TrainingCompletionDate is read month first, because of \"1/15/2024 12:00:00 AM\" in line 2\n"
                  "0:0 ExpirationDate is read month first, because of \"1/15/2025\" in line 3\n");
    file_assert_people(&partner, "SC-200", 20240114, 0, 0);
    file_assert_people(&partner, "SC-200", 20240115, 3, 3);
    file_assert_people(&partner, "SC-200", 20250115, 3, 3);
    file_assert_people(&partner, "SC-200", 20250116, 1, 1);
    partner_free(&partner);
}

/* R3: neither yes nor no, and counted. */
static void R3_another_status_or_type_cannot_be_told(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_TRAINING,
                          HEADER "1,SC-200,certification,2024-01-15,2025-01-15,Revoked\n"
                                 "2,SC-200,certification,2024-01-15,2025-01-15,revoked\n"
                                 "3,SC-200,certification,2024-01-15,2025-01-15,Inactive\n"
                                 "4,SC-200,course,2024-01-15,2025-01-15,Active\n"
                                 "5,SC-200,certification,2024-01-15,2025-01-15,Revoked\n"
                                 "5,SC-200,certification,2024-01-15,2025-01-15,Active\n"
                                 "6,Dancing,course,2024-01-15,,Revoked\n"));
    file_assert_remarks(&partner,
                        "0:0 TrainingType \"course\" (1 row): whether these are certifications cannot be told\n"
                        "0:0 ActivationStatus \"Revoked\" (3 rows), \"Inactive\" (1 row): whether these "
                        "certifications hold cannot be told\n"
                        "0:0 1 row of no certification that the rules ask for\n");
    file_assert_people(&partner, "SC-200", 20240601, 1, 5);
    file_assert_people(&partner, "SC-200", 20250116, 0, 0);
    assert_int_equal(file_holds(&partner, "1", "SC-200", 20240601), ASSAY_CANNOT_TELL);
    assert_int_equal(file_holds(&partner, "1", "SC-200", 20230601), ASSAY_NO);
    assert_int_equal(partner_at_least(partner_people(&partner, file_codes, 1, 20240601), 6), ASSAY_NO);
    assert_int_equal(partner_at_least(partner_people(&partner, file_codes, 1, 20240601), 5), ASSAY_CANNOT_TELL);
    assert_int_equal(partner_at_least(partner_people(&partner, file_codes, 1, 20240601), 1), ASSAY_YES);
    partner_free(&partner);
}

static void R3_absent_columns_leave_nothing_certain(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_TRAINING,
                          "MCPID,TrainingTitle,TrainingType,TrainingCompletionDate\n1,SC-200,exam,2024-01-15\n"));
    file_assert_remarks(&partner,
                        "0:0 the column ExpirationDate is missing: whether a certification still holds cannot be told\n"
                        "0:0 the column ActivationStatus is missing: whether a certification holds cannot be told\n");
    file_assert_people(&partner, "SC-200", 20240601, 0, 1);
    file_assert_people(&partner, "SC-200", 20240114, 0, 0);
    partner_free(&partner);
    assert_false(file_text(&partner, PARTNER_TRAINING, "MCPID,TrainingTitle,TrainingType\n1,SC-200,exam\n"));
    file_assert_remarks(&partner,
                        "0:0 the column TrainingCompletionDate is missing; export the file with this column\n");
    partner_free(&partner);
}

/* R30: rejected rows are said and never counted for certain; who and what may be known nevertheless. */
static void R30_rows_that_cannot_be_read(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_TRAINING,
                          HEADER "1,SC-200,certification,1.15.2024,,Active\n"
                                 "2,SC-200,certification,2024-01-15,soon,Active\n"
                                 "3,SC-200,certification,2024-01-15,2024-01-14,Active\n"
                                 "4,SC-200,certification,,never,Active\n"));
    file_assert_remarks(
        &partner,
        "2:0 row 1, column \"TrainingCompletionDate\" (4): \"1.15.2024\" is not a day; write a day such as 2024-03-15\n"
        "3:0 row 2, column \"ExpirationDate\" (5): \"soon\" is not a day; write a day such as 2024-03-15\n"
        "4:0 row 3, column \"ExpirationDate\" (5): \"2024-01-14\" is before the completion; correct one of the two "
        "days\n"
        "5:0 row 4, column \"TrainingCompletionDate\" (4): \"\" is no day; write a day such as 2024-03-15\n");
    assert_int_equal(partner.inputs[PARTNER_TRAINING].rejected, 4);
    file_assert_people(&partner, "SC-200", 20240601, 0, 4);
    assert_int_equal(partner_at_least(partner_people(&partner, file_codes, 1, 20240601), 5), ASSAY_NO);
    partner_free(&partner);
}

static void R30_rows_of_nobody_leave_the_section_open(void **state) {
    static const char *const rows[] = {"1,SC-200\n", ",SC-200,exam,2024-01-15,,Active\n",
                                       "1,,exam,2024-01-15,,Active\n", "1,SC\xC3,exam,2024-01-15,,Active\n",
                                       "1,\"SC-200\"x,exam,2024-01-15,,Active\n"};
    (void)state;
    for (size_t i = 0; i < PARTNER_COUNT(rows); i++) {
        struct partner partner = {0};
        char text[256];
        snprintf(text, sizeof text, "%s2,SC-200,certification,2024-01-15,,Active\n%s", HEADER, rows[i]);
        assert_true(file_text(&partner, PARTNER_TRAINING, text));
        assert_int_equal(partner.remarks.errors, 1);
        assert_int_equal(partner.inputs[PARTNER_TRAINING].rejected, 1);
        struct partner_count count = partner_people(&partner, file_codes, 1, 20240601);
        assert_int_equal(count.certain, 1);
        assert_int_equal(partner_at_least(count, 1), ASSAY_YES);
        assert_int_equal(partner_at_least(count, 9), ASSAY_CANNOT_TELL);
        assert_false(partner_complete(&partner, PARTNER_CERTIFICATIONS));
        partner_free(&partner);
    }
}

static void an_exam_is_a_part_of_the_certification_it_led_to(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_TRAINING,
                          HEADER "1,Exam SC-200,exam,2022-01-10,,Active\n"
                                 "1," TITLE ",certification,2022-01-15,2023-01-15,Active\n"
                                 "2,Exam SC-200,exam,2023-02-01,,Active\n"
                                 "2," TITLE ",certification,2022-01-15,2023-01-15,Active\n"
                                 "3,Exam SC-200,exam,2022-01-10,,Active\n"
                                 "5,Exam SC-200,exam,2022-02-01,2023-02-01,Active\n"
                                 "4,Exam SC-200,exam,2022-01-15,,Active\n"
                                 "4," TITLE ",certification,2022-01-15,2023-01-15,Active\n"));
    file_assert_remarks(
        &partner,
        "0:0 2 exams have no certification of the same day or later in the export: until when they hold cannot be "
        "told\n");
    assert_int_equal(file_holds(&partner, "4", "SC-200", 20230116), ASSAY_NO);
    assert_int_equal(file_holds(&partner, "1", "SC-200", 20220112), ASSAY_NO);
    assert_int_equal(file_holds(&partner, "1", "SC-200", 20230115), ASSAY_YES);
    assert_int_equal(file_holds(&partner, "1", "SC-200", 20230116), ASSAY_NO);
    assert_int_equal(file_holds(&partner, "2", "SC-200", 20230131), ASSAY_NO);
    assert_int_equal(file_holds(&partner, "2", "SC-200", 20230201), ASSAY_CANNOT_TELL); /* until when? */
    assert_int_equal(file_holds(&partner, "3", "SC-200", 20230201), ASSAY_CANNOT_TELL);
    assert_int_equal(file_holds(&partner, "3", "SC-200", 20220109), ASSAY_NO);
    assert_int_equal(file_holds(&partner, "5", "SC-200", 20230201), ASSAY_YES);
    assert_int_equal(file_holds(&partner, "5", "SC-200", 20230202), ASSAY_NO);
    partner_free(&partner);
}

static void an_export_without_rows_says_nothing(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_TRAINING, HEADER "\n  \n"));
    file_assert_remarks(&partner, "0:0 no rows: the export says nothing\n");
    assert_false(partner_says(&partner, PARTNER_CERTIFICATIONS));
    partner_free(&partner);
    assert_true(file_text(&partner, PARTNER_TRAINING, HEADER ",,,,,\n" HEADER));
    assert_false(partner_says(&partner, PARTNER_CERTIFICATIONS));
    partner_free(&partner);
}

static const char stated[] = "certifications:\n"
                             "  - {person: 1001, certification: SC-200, since: 2024-01-15, until: 2025-01-15}\n"
                             "  - {person: A. Example, certification: SC-200, since: 2024-01-15}\n"
                             "  - {person: B. Example, certification: SC-200, since: 2024-01-15}\n"
                             "  - {person: C. Example, certification: AZ-500, since: 2024-01-15}\n";
static const char exported[] = HEADER "1001,SC-200,certification,1/15/2024,1/15/2025,Active\n"
                                      "1001,SC-200,certification,1/15/2024,1/15/2025,Active\n"
                                      "1002,SC-200,certification,1/15/2024,1/15/2025,Active\n"
                                      "1003,AZ-500,certification,1/15/2024,1/15/2025,Active\n"
                                      "1004,SC-200,certification,1/15/2024,1/15/2025,Revoked\n";

static void assert_merged(const struct partner *partner) {
    assert_int_equal(partner->certification_count, 7);
    /* 1001 is one person; A. and B. Example may be 1002 or 1004, or 1003, or nobody of the export. */
    file_assert_people(partner, "SC-200", 20240601, 3, 5);
    file_assert_people(partner, "AZ-500", 20240601, 1, 2);
    assert_true(partner->said[PARTNER_CERTIFICATIONS].by[PARTNER_STATEMENT]);
    assert_true(partner->said[PARTNER_CERTIFICATIONS].by[PARTNER_TRAINING]);
    assert_false(partner->said[PARTNER_CERTIFICATIONS].by[PARTNER_WORKLOADS]);
    for (size_t i = 0; i < partner->certification_count; i++)
        if (strcmp(partner->certifications[i].person.text, "1001") == 0)
            assert_int_equal(partner->certifications[i].place.input, PARTNER_STATEMENT);
}

static void one_person_of_statement_and_export_is_one(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_STATEMENT, stated) && file_text(&partner, PARTNER_TRAINING, exported));
    assert_merged(&partner);
    partner_free(&partner);
    assert_true(file_text(&partner, PARTNER_TRAINING, exported) && file_text(&partner, PARTNER_STATEMENT, stated));
    assert_merged(&partner);
    partner_free(&partner);
}

static void R29_a_file_that_is_no_such_export(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_false(file_text(&partner, PARTNER_TRAINING, "MCPID;TrainingTitle\n1;2\n"));
    file_assert_remarks(&partner, "0:0 the columns are separated by semicolons (;) where commas are expected; export "
                                  "the file again, with commas between the columns\n");
    partner_free(&partner);
    assert_false(file_text(&partner, PARTNER_TRAINING, "MCPID,mcp_id,TrainingTitle\n1,2,3\n"));
    assert_non_null(strstr(partner.remarks.items[0].what, "columns 1 and 2 are both"));
    partner_free(&partner);
}

static void rejected_rows_beyond_what_is_shown_are_counted(void **state) {
    struct partner partner = {0};
    struct text text = {0};
    (void)state;
    text_add(&text, HEADER);
    for (int i = 0; i < 13; i++)
        text_add(&text, "1,SC-200,exam,x,,Active\n");
    assert_true(file_text(&partner, PARTNER_TRAINING, text.data));
    assert_int_equal(partner.remarks.errors, 10);
    assert_string_equal(partner.remarks.items[10].what, "3 more rejected rows are not shown");
    assert_int_equal(partner.inputs[PARTNER_TRAINING].rejected, 13);
    partner_free(&partner);
    text_clear(&text);
    text_add(&text, HEADER);
    for (int i = 0; i < 13; i++) /* told only behind the last row */
        text_add(&text, "1,SC-200,exam,2024-01-02,2024-01-01,Active\n");
    assert_true(file_text(&partner, PARTNER_TRAINING, text.data));
    assert_int_equal(partner.remarks.errors, 10);
    assert_string_equal(partner.remarks.items[10].what, "3 more rejected rows are not shown");
    text_free(&text);
    partner_free(&partner);
}

/* R32: each day that is one of two is read by itself; what all readings say is certain. */
static void R32_days_of_an_order_that_nothing_tells(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_TRAINING,
                          HEADER "1,SC-200,certification,03/04/2023,05/06/2024,Active\n"
                                 "2,SC-200,certification,2023-01-01,05/06/2024,Active\n"
                                 "3,SC-200,certification,4/4/2023,,Active\n"));
    file_assert_remarks(
        &partner, "0:0 TrainingCompletionDate: the order of day and month is not known; \"03/04/2023\" in line 2 "
                  "can be one of two days; --dates day-first or --dates month-first settles it\n"
                  "0:0 ExpirationDate: the order of day and month is not known; \"05/06/2024\" in line 2 and 1 more "
                  "value can be one of two days; --dates day-first or --dates month-first settles it\n");
    const struct {
        uint32_t day;
        enum assay_answer first, second;
    } asked[] = {{20230303, ASSAY_NO, ASSAY_YES},
                 {20230304, ASSAY_CANNOT_TELL, ASSAY_YES},
                 {20230402, ASSAY_CANNOT_TELL, ASSAY_YES},
                 {20230403, ASSAY_YES, ASSAY_YES},
                 {20240506, ASSAY_YES, ASSAY_YES},
                 {20240507, ASSAY_CANNOT_TELL, ASSAY_CANNOT_TELL},
                 {20240605, ASSAY_CANNOT_TELL, ASSAY_CANNOT_TELL},
                 {20240606, ASSAY_NO, ASSAY_NO}};
    for (size_t i = 0; i < PARTNER_COUNT(asked); i++) {
        assert_int_equal(file_holds(&partner, "1", "SC-200", asked[i].day), asked[i].first);
        assert_int_equal(file_holds(&partner, "2", "SC-200", asked[i].day), asked[i].second);
        enum assay_answer third = asked[i].day >= 20230404 ? ASSAY_YES : ASSAY_NO;
        assert_int_equal(file_holds(&partner, "3", "SC-200", asked[i].day), third);
    }
    partner_free(&partner);
}

/* R32: exams belong to certifications of the export in each reading. */
static void R32_an_exam_that_may_have_led_to_a_certification(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_TRAINING,
                          HEADER "1,Exam SC-200,exam,03/04/2023,2024-12-31,Active\n"
                                 "1," TITLE ",certification,2023-03-15,2023-03-31,Active\n"
                                 "2,Exam SC-200,exam,2023-03-10,2024-12-31,Active\n"
                                 "2," TITLE ",certification,03/04/2023,2023-03-05,Active\n"));
    /* Of 4 March a part of the certification, of 3 April an exam of its own. */
    assert_int_equal(file_holds(&partner, "1", "SC-200", 20230320), ASSAY_YES);
    assert_int_equal(file_holds(&partner, "1", "SC-200", 20230401), ASSAY_NO);
    assert_int_equal(file_holds(&partner, "1", "SC-200", 20230403), ASSAY_CANNOT_TELL);
    assert_int_equal(file_holds(&partner, "2", "SC-200", 20230601), ASSAY_CANNOT_TELL);
    partner_free(&partner);
}

static void R32_orders_that_contradict_refuse_the_export(void **state) {
    struct partner partner = {.dates_asked = DATES_MONTH_FIRST};
    (void)state;
    assert_false(file_text(&partner, PARTNER_TRAINING, HEADER "1,SC-200,certification,13/4/2023,,Active\n"));
    file_assert_remarks(&partner, "2:0 --dates month-first contradicts the column TrainingCompletionDate: line 2 has "
                                  "\"13/4/2023\", which is day first; leave --dates out, or write all days of the "
                                  "column as YYYY-MM-DD\n");
    assert_false(partner_says(&partner, PARTNER_CERTIFICATIONS));
    partner_free(&partner);
    assert_false(file_text(&partner, PARTNER_TRAINING,
                           HEADER "1,SC-200,certification,4/13/2023,,Active\n1,Dancing,x,1.1.2023,,\n"));
    assert_int_equal(partner.remarks.items[0].line, 3);
    partner_free(&partner);
}

/* R38: what the statement says takes nothing away from the export. */
static void R38_an_exam_beside_a_certification_that_is_stated(void **state) {
    static const char text[] = "certifications:\n"
                               "  - {person: 1, certification: SC-200, since: 2022-02-01, until: 2023-02-01}\n";
    struct partner partner = {0};
    (void)state;
    for (int order = 0; order < 2; order++) {
        if (order) assert_true(file_text(&partner, PARTNER_STATEMENT, text));
        assert_true(file_text(&partner, PARTNER_TRAINING, HEADER "1,Exam SC-200,exam,2022-01-10,,Active\n"));
        if (!order) assert_true(file_text(&partner, PARTNER_STATEMENT, text));
        assert_int_equal(file_holds(&partner, "1", "SC-200", 20220115), ASSAY_CANNOT_TELL);
        assert_int_equal(file_holds(&partner, "1", "SC-200", 20230201), ASSAY_YES);
        assert_int_equal(file_holds(&partner, "1", "SC-200", 20230202), ASSAY_CANNOT_TELL);
        partner_free(&partner);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_code_is_a_word_of_the_title_or_a_title_is_declared),
        cmocka_unit_test(days_of_every_spelling),
        cmocka_unit_test(R3_another_status_or_type_cannot_be_told),
        cmocka_unit_test(R3_absent_columns_leave_nothing_certain),
        cmocka_unit_test(R30_rows_that_cannot_be_read),
        cmocka_unit_test(R30_rows_of_nobody_leave_the_section_open),
        cmocka_unit_test(an_export_without_rows_says_nothing),
        cmocka_unit_test(an_exam_is_a_part_of_the_certification_it_led_to),
        cmocka_unit_test(one_person_of_statement_and_export_is_one),
        cmocka_unit_test(R29_a_file_that_is_no_such_export),
        cmocka_unit_test(rejected_rows_beyond_what_is_shown_are_counted),
        cmocka_unit_test(R32_days_of_an_order_that_nothing_tells),
        cmocka_unit_test(R32_an_exam_that_may_have_led_to_a_certification),
        cmocka_unit_test(R32_orders_that_contradict_refuse_the_export),
        cmocka_unit_test(R38_an_exam_beside_a_certification_that_is_stated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
