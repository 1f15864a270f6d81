/* both.c - two rule sets in one program. */
#include <assay.h>

#include <stdio.h>

extern const struct assay_ruleset letter_rules;

int main(void) {
    if (assay_check(&assay_rules) != ASSAY_OK || assay_check(&letter_rules) != ASSAY_OK) return 3;
    printf("%s, %s\n", assay_rules.usage->name, letter_rules.usage->name);
    return assay_field_named(&assay_rules, "Zone", 4) < 0 || assay_field_named(&letter_rules, "Zone", 4) >= 0;
}
