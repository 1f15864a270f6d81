#include "runtime/cli/options_given.h"

#include "runtime/usage/meant.h"

#include <string.h>

/* The rule of options that are given twice: those listed as `many` add up. All others are given once; what to do
 * instead of giving them twice is said, where it is not obvious. */
static const struct {
    char letter;
    bool many;
    const char *remedy;
} given_rules[] = {
    {'a', true, NULL},
    {'c', true, NULL},
    {'s', false, "give one; without --specialization the report holds all of them"},
    {'m', false, "give one; without --measure all of them are shown"},
    {'n', false, "ask for one row at a time"},
    {'f', false, "give one format; ask again for another"},
    {'o', false, "give one; copy the file for a second place"},
    {'p', false, "put what is in both into one file"},
    {'t', false, "put what is in both into one file"},
    {'w', false, "put what is in both into one file"},
};

static size_t given_rule(char letter) {
    size_t i = 0;
    while (i < sizeof given_rules / sizeof *given_rules && given_rules[i].letter != letter)
        i++;
    return i;
}

enum options_fate options_given(struct options_given *given, const struct option *option, const char *value) {
    size_t rule = given_rule((char)option->val);
    bool listed = rule < sizeof given_rules / sizeof *given_rules;
    const char **first = &given->values[option->val % GIVEN_LETTERS];
    const char *now = value ? value : "";
    if (!*first || (listed && given_rules[rule].many)) {
        *first = now;
        return OPTIONS_TAKEN;
    }
    if (strcmp(*first, now) == 0) return OPTIONS_AGAIN;
    command_error(listed ? given_rules[rule].remedy : "leave one of them out", "--%s is given twice: '%s' and '%s'",
                  option->name, *first, now);
    return OPTIONS_REFUSED;
}

void options_meant(struct text *remedy, const char *const *words, size_t count, const char *word, const char *before) {
    const char *found[MEANT_MOST];
    size_t meant = meant_names(words, count, word, found);
    for (size_t i = 0; i < meant; i++)
        text_addf(remedy, "%s`%s%s`", i == 0 ? "did you mean " : i + 1 == meant ? " or " : ", ", before, found[i]);
    if (meant) text_add(remedy, "? ");
}

void options_meant_option(struct text *remedy, const struct command *command, const struct option *options,
                          const char *word) {
    const char *names[GIVEN_LETTERS];
    char written[GIVEN_LETTERS];
    size_t count = 0, length = 0;
    while (*word == '-')
        word++;
    while (word[length] && word[length] != '=' && length + 1 < sizeof written) {
        written[length] = word[length];
        length++;
    }
    written[length] = '\0';
    for (; options->name && count < GIVEN_LETTERS; options++)
        if (strchr(command->options, options->val)) names[count++] = options->name;
    if (length > 1) options_meant(remedy, names, count, written, "--");
}
