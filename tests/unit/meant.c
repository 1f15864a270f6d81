/* Which names a person may have meant. */
#include "runtime/usage/meant.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const names[] = {"Security",
                                    "Data & AI (Azure)",
                                    "Digital & App Innovation (Azure)",
                                    "Infrastructure (Azure)",
                                    "Business Applications",
                                    "Microsoft Azure Virtual Desktop",
                                    "Migrate Applications to Azure",
                                    "SC-200",
                                    "SC-400",
                                    "AZ-500"};

/* Asserts the names that are meant, parted by `|`. */
static void meant(const char *text, const char *expected) {
    const char *found[MEANT_MOST];
    char all[256] = "";
    size_t count = meant_names(names, sizeof names / sizeof *names, text, found);
    for (size_t i = 0; i < count; i++)
        snprintf(all + strlen(all), sizeof all - strlen(all), "%s%s", i ? "|" : "", found[i]);
    assert_string_equal(all, expected);
}

static void signs_and_blanks_do_not_matter(void **state) {
    (void)state;
    meant("SC200", "SC-200");
    meant("sc 200", "SC-200");
    meant("data ai azure", "Data & AI (Azure)");
}

static void a_slip_of_the_pen(void **state) {
    (void)state;
    meant("Securty", "Security");
    meant("Busines Aplications", "Business Applications");
}

static void another_number_is_another_name(void **state) {
    (void)state;
    meant("AZ-900", "");
    meant("SC-2000", "");
}

static void parts_of_a_name(void **state) {
    (void)state;
    meant("Data and AI", "Data & AI (Azure)");
    meant("INF", "Infrastructure (Azure)");
    meant("App", "Digital & App Innovation (Azure)|Business Applications|Migrate Applications to Azure");
    meant("Azure", ""); /* too many to be of help */
}

static void more_than_a_name(void **state) {
    (void)state;
    meant("Solutions Partner for Security", "Security");
    meant("SC-200: Security Operations Analyst", "Security|SC-200");
}

static void initials_of_a_name(void **state) {
    (void)state;
    meant("DAI", "Digital & App Innovation (Azure)");
    meant("ba", "Business Applications");
    meant("AVD", "Microsoft Azure Virtual Desktop");
    meant("AV", "Microsoft Azure Virtual Desktop");
    meant("VA", "");
}

static void parts_of_a_name_with_a_slip_each(void **state) {
    (void)state;
    meant("Infrastucture", "Infrastructure (Azure)"); /* left out */
    meant("virtuall", "Microsoft Azure Virtual Desktop");
    meant("Innovatoin", "Digital & App Innovation (Azure)"); /* swapped */
    meant("Mygrate Aplications", "Migrate Applications to Azure");
    meant("Mygrate App", "Migrate Applications to Azure"); /* one of the words alone */
    meant("Vrituel", "");
    meant("Digitl & Kpp", ""); /* a short word is not guessed at */
}

static void texts_that_mean_nothing(void **state) {
    (void)state;
    meant("", "");
    meant("&", "");
    meant("for the", "");
    meant("\xC3\xA9", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_and_blanks_do_not_matter),
        cmocka_unit_test(a_slip_of_the_pen),
        cmocka_unit_test(another_number_is_another_name),
        cmocka_unit_test(parts_of_a_name),
        cmocka_unit_test(more_than_a_name),
        cmocka_unit_test(initials_of_a_name),
        cmocka_unit_test(parts_of_a_name_with_a_slip_each),
        cmocka_unit_test(texts_that_mean_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
