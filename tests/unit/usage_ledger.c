/* Sums and customers. */
#include "tests/unit/usage_file.h"

#define HEAD "SubscriptionId,CustomerTenantId,Month,ACR_USD,PartnerAttributionType,AI_OfferType,ServiceInfluencer\n"
/* Rows with other offer types may count: eligibility is undecided when the column is absent. */
#define OPEN "SubscriptionId,CustomerTenantId,Month,ACR_USD,PartnerAttributionType,ServiceInfluencer\n"

static const struct ledger_total *total_of(struct usage_file *file, const char *text, int measure) {
    usage_file_run(file, text, (struct run_options){.as_of = 20230701});
    assert_true(file->good);
    return &file->summary.measures[measure].total;
}

static void R20_sums_are_exact_and_signed(void **state) {
    (void)state;
    struct usage_file file;
    const struct ledger_total *total = total_of(&file,
                                                HEAD "1,c,2023-04,0.000000000000000000000001,PAL,,AKS\n"
                                                     "2,c,2023-04,99999999999999,PAL,,AKS\n"
                                                     "3,c,2023-04,-.5,PAL,,AKS\n",
                                                AKS);
    usage_assert_measure(&file, AKS, "99999999999998.500000000000000000000001",
                         "99999999999998.500000000000000000000001");
    assert_int_equal(total->certain.rows, 3);
    usage_file_free(&file);
}

static void R20_overflow_is_an_error(void **state) {
    (void)state;
    struct usage_file file;
    usage_file_run(&file,
                   HEAD "1,c,2023-04,99999999999999,PAL,,AKS\n"
                        "2,c,2023-04,99999999999999,PAL,,AKS\n",
                   (struct run_options){0});
    assert_false(file.good);
    assert_non_null(strstr(file.run.refusal.message, "128 bits"));
    usage_file_free(&file);
}

static void R22_a_customer_counts_above_zero(void **state) {
    (void)state;
    struct usage_file file;
    const struct ledger_total *total = total_of(&file,
                                                HEAD "1,a,2023-04,5,PAL,,AKS\n"
                                                     "2, A ,2023-05,-4,PAL,,AKS\n"
                                                     "3,b,2023-04,5,PAL,,AKS\n"
                                                     "4,b,2023-05,-5,PAL,,AKS\n"
                                                     "5,d,2023-05,-1,PAL,,AKS\n"
                                                     "6,e,2023-05,1,PAL,,ARO\n",
                                                AKS);
    assert_int_equal(total->customers, 1);
    assert_int_equal(total->customers_possible, 1);
    assert_int_equal(total->first_month, 2023 * 12 + 3);
    assert_int_equal(total->last_month, 2023 * 12 + 4);
    usage_file_free(&file);
}

static void R22_texts_that_name_no_customer(void **state) {
    (void)state;
    struct usage_file file;
    const struct ledger_total *total = total_of(&file,
                                                HEAD "1,,2023-04,5,PAL,,AKS\n"
                                                     "2,null,2023-04,5,PAL,,AKS\n"
                                                     "3,unknown,2023-05,5,PAL,,AKS\n"
                                                     "4,00000000-0000-0000-0000-000000000000,2023-05,5,PAL,,AKS\n"
                                                     "5,x,2023-05,5,PAL,,AKS\n",
                                                AKS);
    assert_int_equal(total->customers, 1);
    usage_assert_measure(&file, AKS, "25", "25");
    usage_file_free(&file);
}

static void R23_possible_includes_certain(void **state) {
    (void)state;
    struct usage_file file;
    const struct ledger_total *total = total_of(&file,
                                                OPEN "1,a,2023-04,5,PAL,AKS\n"
                                                     "2,b,2023-04,-2,PAL,AKS\n",
                                                AKS);
    usage_assert_measure(&file, AKS, "0", "3");
    assert_int_equal(total->certain.rows, 0);
    assert_int_equal(total->possible.rows, 2);
    assert_int_equal(total->customers, 0);
    assert_int_equal(total->customers_possible, 1);
    usage_file_free(&file);
}

/* The ledger alone: outcome 0 counts, outcome 1 may count. */
static void R23_least_and_greatest_possible_amount(void **state) {
    (void)state;
    uint64_t one = 1, none = 0;
    struct outcome all[2] = {{.counts = &one, .may = &none}, {.counts = &none, .may = &one}};
    struct outcomes outcomes = {.measure_words = 1, .all = all, .count = 2};
    struct ledger ledger = {0};
    const struct {
        uint32_t outcome, customer;
        int32_t month;
        int amount;
    } rows[] = {
        {0, 0, 1, 5},
        {1, 0, 1, -4}, /* 1 at least: counts */
        {0, 1, 1, 5},
        {1, 1, 1, -5},
        {1, 1, 2, 9}, /* 0 at least, 14 at most: may count */
        {0, 2, 1, -5},
        {1, 2, 1, 5}, /* 0 at most */
        {0, LEDGER_NOBODY, 1, 100},
    };
    for (size_t i = 0; i < RULES_COUNT(rows); i++)
        assert_int_equal(ledger_add(&ledger, rows[i].outcome, rows[i].customer, rows[i].month, rows[i].amount),
                         LEDGER_OK);
    ledger_sort(&ledger);
    struct ledger_total total;
    struct ledger_question question = {&one, LEDGER_ALL_FROM, LEDGER_ALL_UNTIL, false, false};
    assert_int_equal(ledger_sum(&ledger, &outcomes, &question, &total), LEDGER_OK);
    assert_int_equal(total.customers, 1);
    assert_int_equal(total.customers_possible, 2);
    assert_true(tally_net(&total.certain) == 105 && tally_net(&total.possible) == 110);
    question.from = 2;
    assert_int_equal(ledger_sum(&ledger, &outcomes, &question, &total), LEDGER_OK);
    assert_true(tally_net(&total.certain) == 0 && tally_net(&total.possible) == 9);
    assert_int_equal(total.customers_possible, 1);
    /* When no month is known, nothing is certain, and charges alone are the most. */
    question = (struct ledger_question){&one, LEDGER_ALL_FROM, LEDGER_ALL_UNTIL, true, false};
    assert_int_equal(ledger_sum(&ledger, &outcomes, &question, &total), LEDGER_OK);
    assert_int_equal(total.certain.rows, 0);
    assert_true(total.undecided.positive == 124 && total.undecided.negative == -14);
    assert_int_equal(total.customers, 0);
    assert_int_equal(total.customers_possible, 3);
    ledger_free(&ledger);
}

static void R3_absent_customer_column(void **state) {
    (void)state;
    struct usage_file file;
    total_of(&file, "ACR_USD,PartnerAttributionType,AI_OfferType,ServiceInfluencer\n1,PAL,,AKS\n", AKS);
    assert_int_equal(file.summary.measures[AKS].total.customers_possible, 1);
    assert_int_equal(file.summary.measures[AKS].total.customers, 0);
    usage_file_free(&file);
}

static void months_are_in_order_and_add_up(void **state) {
    (void)state;
    struct usage_file file;
    total_of(&file,
             "ACR_USD,Month,PartnerAttributionType,AI_OfferType,ServiceInfluencer,SubscriptionId\n"
             "5,2023-06,PAL,,AKS,a\n1.5,2023-04,PAL,,AKS,b\n-2,2023-06,PAL,,AKS,c\n9,2023-05,PAL,,other,d\n",
             AKS);
    struct ledger_month *months;
    size_t count;
    assert_true(summary_months(&file.summary, AKS, &months, &count));
    assert_int_equal(count, 2);
    assert_int_equal(months[0].month, 2023 * 12 + 3);
    usage_assert_money(tally_net(&months[0].certain), "1.5");
    assert_int_equal(months[1].month, 2023 * 12 + 5);
    usage_assert_money(tally_net(&months[1].possible), "3");
    assert_int_equal(months[1].certain.rows, 2);
    free(months);
    usage_file_free(&file);
}

/* "c0=5 c2=-1..3": customers in the order of the visit, with the least and the greatest they may come to. */
static void note_customer(void *context, const struct ledger_customer *customer) {
    char *seen = context, least[ASSAY_MONEY_TEXT], greatest[ASSAY_MONEY_TEXT];
    size_t at = strlen(seen);
    assay_money_exact(least, ledger_least(customer));
    assay_money_exact(greatest, ledger_greatest(customer));
    bool certain = ledger_least(customer) == ledger_greatest(customer);
    snprintf(seen + at, 80 - at, "%sc%u=%s%s%s", at ? " " : "", (unsigned)customer->customer, least,
             certain ? "" : "..", certain ? "" : greatest);
}

static void R22_customers_are_visited_once(void **state) {
    (void)state;
    struct usage_file file;
    char seen[80] = "";
    total_of(&file,
             OPEN "1,a,2023-04,5,PAL,ARO\n"
                  "2,b,2023-04,5,PAL,AKS\n"
                  "3,b,2023-05,5,PAL,AKS\n"
                  "4,d,2023-05,-5,PAL,AKS\n"
                  "5,unknown,2023-05,5,PAL,AKS\n"
                  "6,e,2023-05,5,TPOR,AKS\n",
             AKS);
    uint64_t set[8] = {0};
    set[AKS / 64] = UINT64_C(1) << AKS % 64;
    struct ledger_question question = {set, LEDGER_ALL_FROM, LEDGER_ALL_UNTIL, false, false};
    assert_int_equal(ledger_customers(&file.run.ledger, &file.run.outcomes, &question, note_customer, seen), LEDGER_OK);
    /* Two texts that name no customer have the first numbers, so b has the fourth; nobody knows its offer type. */
    assert_string_equal(seen, "c3=0..10 c4=-5..0");
    usage_file_free(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R20_sums_are_exact_and_signed),    cmocka_unit_test(R20_overflow_is_an_error),
        cmocka_unit_test(R22_a_customer_counts_above_zero), cmocka_unit_test(R22_texts_that_name_no_customer),
        cmocka_unit_test(R23_possible_includes_certain),    cmocka_unit_test(R23_least_and_greatest_possible_amount),
        cmocka_unit_test(R22_customers_are_visited_once),   cmocka_unit_test(R3_absent_customer_column),
        cmocka_unit_test(months_are_in_order_and_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
