/* Active users by month: the CPORM365Usage export, alone and beside the statement. */
#include "tests/unit/partner_file.h"

#define HEADER   "CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,ClaimId,Date\n"
#define IDENTITY "Active users of Identity"
#define APPS     "Active users of Apps"

static void R23_a_month_is_the_sum_over_customers_and_workloads(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_WORKLOADS,
                          HEADER "t1,Fabrikam,Identity,100,c1,2024-01-31\n"
                                 "t2,Litware,identity,20.5,c2,1/31/2024\n"
                                 "t1,Fabrikam,Cloud Apps,5,c1,2024-01-31\n"
                                 "t1,Fabrikam,APPS  P2,7,c1,2024-01-15\n"
                                 "t1,Fabrikam,Identity,110,c1,2024-02-29 00:00:00\n"
                                 "t1,Fabrikam,Exchange,x,c1,x\n"
                                 "t1,Fabrikam,exchange,9,c1,2024-02-29\n"));
    file_assert_remarks(&partner,
                        "0:0 Date is read month first, because of \"1/31/2024\" in line 3\n"
                        "0:0 WorkloadName \"Exchange\" (2 rows): no metric of the rules names these; state their "
                        "months in the partner file\n");
    file_assert_value(&partner, IDENTITY, "2024-01", "120.5");
    file_assert_value(&partner, IDENTITY, "2024-02", "110");
    file_assert_value(&partner, IDENTITY, "2024-03", NULL);
    file_assert_value(&partner, APPS, "2024-01", "12");
    file_assert_value(&partner, APPS, "2024-02", NULL);
    assert_true(partner_says(&partner, PARTNER_METRICS));
    partner_free(&partner);
}

static void the_same_row_per_claim_counts_once(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_WORKLOADS,
                          HEADER "t1,Fabrikam,Identity,100,c1,2024-01-31\n"
                                 "T1,Fabrikam,IDENTITY,100.0,c2,1/31/2024\n"
                                 "t1,Fabrikam,Identity,100,c3,2024-01-31\n"
                                 "t1,Fabrikam,Identity,100,c1,2024-02-29\n"
                                 "t1,Fabrikam,Identity,101,c2,2024-02-29\n"));
    file_assert_remarks(&partner, "0:0 Date is read month first, because of \"1/31/2024\" in line 3\n"
                                  "0:0 rows that repeat another one were counted once: 2\n"
                                  "0:0 rows that contradict another one of the same customer, workload and date: 1; "
                                  "their months cannot be told\n");
    file_assert_value(&partner, IDENTITY, "2024-01", "100");
    file_assert_value(&partner, IDENTITY, "2024-02", NULL);
    partner_free(&partner);
}

static void the_newest_date_of_a_month_counts(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_WORKLOADS,
                          HEADER "t1,Fabrikam,Identity,100,c1,2024-01-31\n"
                                 "t1,Fabrikam,Identity,90,c1,2024-01-01\n"
                                 "t1,Fabrikam,Identity,95,c1,2024-01-01\n"
                                 "t2,Litware,Identity,20,c1,2024-01-31\n"
                                 "t1,Fabrikam,Identity,90,c1,2024-02-01\n"
                                 "t1,Fabrikam,Identity,91,c1,2024-02-29\n"
                                 "t2,Litware,Identity,9,c1,2024-02-01\n"));
    file_assert_remarks(&partner, "0:0 rows that contradict another one of the same customer, workload and date: 1; "
                                  "their months cannot be told\n"
                                  "0:0 customers with an older date of a month but not the newest: 1; their months "
                                  "cannot be told\n");
    file_assert_value(&partner, IDENTITY, "2024-01", "120");
    file_assert_value(&partner, IDENTITY, "2024-02", NULL);
    partner_free(&partner);
}

static void R30_rejected_rows_leave_their_month_unknown(void **state) {
    static const char nobody[] = "00000000-0000-0000-0000-000000000000,x,Identity,5,c,2024-05-31\n";
    struct partner partner = {0};
    struct text text = {0};
    (void)state;
    text_add(&text, HEADER "t1,x,Identity,100,c,2024-01-31\n"
                           "t2,x,Identity,1e2,c,2024-01-31\n"
                           "t1,x,Identity,\"1,200\",c,2024-02-29\n"
                           "t1,x,Identity,-5,c,2024-03-31\n"
                           ",x,Identity,5,c,2024-04-30\n");
    text_add(&text, nobody);
    assert_true(file_text(&partner, PARTNER_WORKLOADS, text.data));
    file_assert_remarks(
        &partner,
        "4:0 row 3, column \"MonthlyActiveUsers\" (4): \"1,200\" is no number of users; write 0 or more\n"
        "5:0 row 4, column \"MonthlyActiveUsers\" (4): \"-5\" is no number of users; write 0 or more\n"
        "6:0 row 5, column \"CustomerTenantId\" (1): \"\" is no customer; without one it cannot be told what is "
        "counted twice\n"
        "7:0 row 6, column \"CustomerTenantId\" (1): \"00000000-0000-0000-0000-000000000000\" is no customer; without "
        "one it cannot be told what is counted twice\n");
    file_assert_value(&partner, IDENTITY, "2024-01", "200");
    file_assert_value(&partner, IDENTITY, "2024-02", NULL);
    file_assert_value(&partner, IDENTITY, "2024-03", NULL);
    file_assert_value(&partner, IDENTITY, "2024-04", NULL);
    file_assert_value(&partner, IDENTITY, "2024-05", NULL);
    text_free(&text);
    partner_free(&partner);
}

static void R30_rows_of_no_month_leave_all_unknown(void **state) {
    static const char *const rows[] = {"t1,x,Identity,5,c,1.31.2024\n", "t1,x,,5,c,2024-01-31\n", "t1,x\n",
                                       "t1,x,Identity,5,c,2024-01\n", "\"t1\n"};
    (void)state;
    for (size_t i = 0; i < PARTNER_COUNT(rows); i++) {
        struct partner partner = {0};
        char text[256];
        snprintf(text, sizeof text, "%st1,x,Identity,100,c,2024-01-31\n%s", HEADER, rows[i]);
        assert_true(file_text(&partner, PARTNER_WORKLOADS, text));
        assert_int_equal(partner.inputs[PARTNER_WORKLOADS].rejected, 1);
        assert_string_equal(partner.remarks.items[1].what, "rows could not be read: no month can be told");
        file_assert_value(&partner, IDENTITY, "2024-01", NULL);
        partner_free(&partner);
    }
}

static void R20_sums_are_exact_and_never_wrap(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_WORKLOADS,
                          HEADER
                          "t1,x,Identity,0.1,c,2024-01-31\nt2,x,Identity,0.2,c,2024-01-31\n"
                          "t1,x,Identity,99999999999999,c,2024-02-29\nt2,x,Identity,99999999999999,c,2024-02-29\n"));
    file_assert_remarks(&partner, "0:0 a sum is beyond 128 bits: its month cannot be told\n");
    file_assert_value(&partner, IDENTITY, "2024-01", "0.3");
    file_assert_value(&partner, IDENTITY, "2024-02", NULL);
    partner_free(&partner);
}

static const char stated[] = "metrics:\n"
                             "  - name: Active users of Identity\n"
                             "    months: {2023-12: 90, 2024-01: 100, 2024-02: 105, 2024-03: 120}\n";
static const char exported[] = HEADER "t1,x,Identity,100,c,2024-01-31\n"
                                      "t1,x,Identity,110,c,2024-02-29\n"
                                      "t1,x,Identity,x,c,2024-03-31\n"
                                      "t1,x,Identity,130,c,2024-04-30\n";

static void statement_and_export_beside_one_another(void **state) {
    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        struct partner partner = {0};
        assert_true(turn || file_text(&partner, PARTNER_STATEMENT, stated));
        assert_true(file_text(&partner, PARTNER_WORKLOADS, exported));
        assert_true(!turn || file_text(&partner, PARTNER_STATEMENT, stated));
        assert_int_equal(partner.metrics[0].month_count, 5);
        file_assert_value(&partner, IDENTITY, "2023-12", "90");
        file_assert_value(&partner, IDENTITY, "2024-01", "100");
        file_assert_value(&partner, IDENTITY, "2024-02", NULL);
        file_assert_value(&partner, IDENTITY, "2024-03", "120");
        file_assert_value(&partner, IDENTITY, "2024-04", "130");
        assert_string_equal(partner.remarks.items[partner.remarks.count - 1].what,
                            IDENTITY " of 2024-02 cannot be told: the partner file says 105 (line 3), the export of "
                                     "active users 110");
        partner_free(&partner);
    }
}

/* The oracle sums by hand: newest date of each month, each customer once. */
#define RANDOM_TURNS 300

struct random_cell {
    int customer, month, day, users;
};

static bool random_expect(const struct random_cell *cells, size_t count, int month, long *sum) {
    bool any = false, known = true;
    int newest = 0;
    *sum = 0;
    for (size_t i = 0; i < count; i++)
        if (cells[i].month == month && cells[i].day > newest) newest = cells[i].day;
    for (int customer = 0; customer < 3; customer++) {
        int last = 0, users = -1;
        for (size_t i = 0; i < count; i++) {
            if (cells[i].customer != customer || cells[i].month != month) continue;
            any = true;
            if (cells[i].day > last) last = cells[i].day;
        }
        for (size_t i = 0; i < count; i++) {
            if (cells[i].customer != customer || cells[i].month != month || cells[i].day != newest) continue;
            known = known && (users < 0 || users == cells[i].users);
            users = cells[i].users;
        }
        known = known && (last == 0 || last == newest);
        *sum += users < 0 ? 0 : users;
    }
    return any && known;
}

static void random_exports_against_a_sum_by_hand(void **state) {
    unsigned seed = 20240531;
    size_t told = 0;
    (void)state;
    for (int turn = 0; turn < RANDOM_TURNS; turn++) {
        struct random_cell cells[12];
        struct partner partner = {0};
        struct text text = {0};
        text_add(&text, HEADER);
        size_t count = 1 + (size_t)turn % 12;
        for (size_t i = 0; i < count; i++) {
            int dice[4];
            for (int d = 0; d < 4; d++)
                dice[d] = (int)((seed = seed * 1103515245u + 12345u) >> 16 & 0x7FFF);
            cells[i] = (struct random_cell){dice[0] % 3, 1 + dice[1] % 2, 1 + dice[2] % 2, dice[3] % 3};
            text_addf(&text, "t%d,x,Identity,%d,c,2024-%02d-%02d\n", cells[i].customer, cells[i].users, cells[i].month,
                      cells[i].day);
        }
        assert_true(file_text(&partner, PARTNER_WORKLOADS, text.data));
        for (int month = 1; month <= 2; month++) {
            char name[8], exact[24];
            long sum;
            bool known = random_expect(cells, count, month, &sum);
            snprintf(name, sizeof name, "2024-%02d", month);
            snprintf(exact, sizeof exact, "%ld", sum);
            file_assert_value(&partner, IDENTITY, name, known ? exact : NULL);
            told += known;
        }
        text_free(&text);
        partner_free(&partner);
    }
    assert_true(told > RANDOM_TURNS / 4 && told < RANDOM_TURNS * 7 / 4);
}

static void an_export_without_rows_says_nothing(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_true(file_text(&partner, PARTNER_WORKLOADS, "CustomerTenantId,WorkloadName,MonthlyActiveUsers,Date\n"));
    file_assert_remarks(&partner, "0:0 no rows: the export says nothing\n");
    assert_false(partner_says(&partner, PARTNER_METRICS));
    partner_free(&partner);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_export_without_rows_says_nothing),
        cmocka_unit_test(R23_a_month_is_the_sum_over_customers_and_workloads),
        cmocka_unit_test(the_same_row_per_claim_counts_once),
        cmocka_unit_test(the_newest_date_of_a_month_counts),
        cmocka_unit_test(R30_rejected_rows_leave_their_month_unknown),
        cmocka_unit_test(R30_rows_of_no_month_leave_all_unknown),
        cmocka_unit_test(R20_sums_are_exact_and_never_wrap),
        cmocka_unit_test(statement_and_export_beside_one_another),
        cmocka_unit_test(random_exports_against_a_sum_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
