#include "runtime/cli/command.h"

#include "runtime/cli/options_given.h"
#include "runtime/usage/month.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

/* The letter of an option is its `val`; commands name the ones they take. */
static const struct option options_long[] = {
    {"output", required_argument, NULL, 'o'},
    {"assume", required_argument, NULL, 'a'},
    {"as-of", required_argument, NULL, 'd'},
    {"repeats", required_argument, NULL, 'k'},
    {"rejects", required_argument, NULL, 'r'},
    {"format", required_argument, NULL, 'f'},
    {"specialization", required_argument, NULL, 's'},
    {"measure", required_argument, NULL, 'm'},
    {"row", required_argument, NULL, 'n'},
    {"set", required_argument, NULL, 'c'},
    {"ruleset", required_argument, NULL, 'l'},
    {"partner", required_argument, NULL, 'p'},
    {"trainings", required_argument, NULL, 't'},
    {"workloads", required_argument, NULL, 'w'},
    {"dates", required_argument, NULL, 'D'},
    {"customers", required_argument, NULL, 'K'},
    {"all", no_argument, NULL, 'y'},
    {"measures", no_argument, NULL, 'M'},
    {"usage", required_argument, NULL, 'u'},
    {"evidence", required_argument, NULL, 'e'},
    {"certificate", required_argument, NULL, 'C'},
    {"rules", required_argument, NULL, 'R'},
    {"include-inputs", no_argument, NULL, 'i'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

static int options_wrong(const struct command *command, const char *message, const char *what) {
    char remedy[64];
    snprintf(remedy, sizeof remedy, "`assay %s --help` shows how", command->name);
    return command_error(remedy, message, what);
}

static int options_date(const char *text, struct command_options *options) {
    options->as_of = date_parse(text, strlen(text));
    return options->as_of ? -1 : command_error("write YYYY-MM-DD", "--as-of: '%s' is not a date", text);
}

enum once_repeats options_repeats(const char *word) {
    if (strcmp(word, "count") == 0) return ONCE_REPEATS_COUNTED;
    return strcmp(word, "drop") == 0 ? ONCE_REPEATS_DROPPED : ONCE_REPEATS_UNKNOWN;
}

const char *options_repeats_word(enum once_repeats repeats) {
    return repeats == ONCE_REPEATS_DROPPED ? "drop" : "count";
}

static int options_take_repeats(const char *text, struct command_options *options) {
    enum once_repeats repeats = options_repeats(text);
    if (repeats == ONCE_REPEATS_UNKNOWN)
        return command_error("write count or drop", "--repeats: '%s' is neither `count` nor `drop`", text);
    options->repeats = repeats;
    return -1;
}

size_t options_customers(const char *text) {
    char *end;
    if (strcmp(text, "all") == 0) return SIZE_MAX;
    errno = 0;
    unsigned long long count = *text >= '0' && *text <= '9' ? strtoull(text, &end, 10) : 0;
    return count && !*end && !errno && count < SIZE_MAX ? (size_t)count : 0;
}

static int options_take_customers(const char *text, struct command_options *options) {
    options->customers = options_customers(text);
    if (options->customers) return -1;
    return command_error("write a number from 1 on, or all", "--customers: '%s' is neither a number nor `all`", text);
}

static int options_row(const char *text, struct command_options *options) {
    char *end;
    errno = 0;
    options->row = *text >= '0' && *text <= '9' ? strtoull(text, &end, 10) : 0;
    if (options->row && !*end && !errno) return -1;
    return command_error("rows are numbered from 1", "--row: '%s' is not a row", text);
}

#define FORMATS (sizeof options_formats / sizeof *options_formats)

static const char *const options_formats[] = {
    [COMMAND_TEXT] = "text", [COMMAND_JSON] = "json", [COMMAND_CSV] = "csv", [COMMAND_HTML] = "html"};

static int options_format_unknown(const struct command *command, const char *text) {
    const char *taken[FORMATS];
    size_t count = 0;
    struct text remedy = {0};
    for (size_t i = 0; i < FORMATS; i++)
        if (strstr(command->formats, options_formats[i])) taken[count++] = options_formats[i];
    options_meant(&remedy, taken, count, text, "--format ");
    text_addf(&remedy, "formats: %s", command->formats);
    command_error(remedy.failed ? NULL : remedy.data, "--format: '%s' is unknown", text);
    text_free(&remedy);
    return COMMAND_REFUSED;
}

static int options_format(const struct command *command, const char *text, struct command_options *options) {
    for (size_t i = 0; i < FORMATS; i++) {
        if (strcmp(text, options_formats[i]) != 0 || !strstr(command->formats, text)) continue;
        options->format = (enum command_format)i;
        return -1;
    }
    return options_format_unknown(command, text);
}

/* The rows that are written have a file of their own: standard output may hold the answers. */
static int options_rejects(const char *path, struct command_options *options) {
    if (strcmp(path, "-") == 0)
        return command_error("name a file", "--rejects: '-', standard output, cannot take the rejected rows");
    options->rejects = path;
    return -1;
}

static int options_dates(const char *text, struct command_options *options) {
    enum dates_order order = dates_order_of(text);
    if (!order) return command_error("write day-first or month-first", "--dates: '%s' is no order", text);
    options->dates = order;
    return -1;
}

static int options_take(const struct command *command, int letter, char *value, struct command_options *options) {
    switch (letter) {
    case 'o':
        options->output = strcmp(value, "-") == 0 ? NULL : value;
        return -1;
    case 'a':
        options->assume[options->assume_count++] = value;
        return -1;
    case 'c':
        options->set[options->set_count++] = value;
        return -1;
    case 'r':
        return options_rejects(value, options);
    case 'l':
        options->ruleset = value;
        return -1;
    case 's':
        options->specialization = value;
        return -1;
    case 'm':
        options->measure = value;
        return -1;
    case 'p':
        options->partner = value;
        return -1;
    case 't':
        options->trainings = value;
        return -1;
    case 'w':
        options->workloads = value;
        return -1;
    case 'D':
        return options_dates(value, options);
    case 'u':
        options->usage = value;
        return -1;
    case 'e':
        options->evidence = value;
        return -1;
    case 'C':
        options->certificate = value;
        return -1;
    case 'R':
        options->rules_folder = value;
        return -1;
    case 'i':
        options->include_inputs = true;
        return -1;
    case 'y':
        options->all = true;
        return -1;
    case 'M':
        options->measures = true;
        return -1;
    case 'd':
        return options_date(value, options);
    case 'k':
        return options_take_repeats(value, options);
    case 'n':
        return options_row(value, options);
    case 'K':
        return options_take_customers(value, options);
    default:
        return options_format(command, value, options);
    }
}

static int options_file(const struct command *command, int argc, char **argv, struct command_options *options) {
    int files = argc - optind;
    if (files > 1 || (files == 1 && !command->takes_file))
        return options_wrong(command, "'%s' is one argument too many", argv[optind + command->takes_file]);
    if (files == 1) options->path = argv[optind];
    if (files == 1 && !*options->path) return options_wrong(command, "%s", "the name of the file is empty");
    if (command->takes_file && files == 0 && options->set_count == 0)
        return options_wrong(command, "%s",
                             strchr(command->options, 'u') ? "no folder is named" : "no usage file is named");
    return -1;
}

/* `name` is an option that the command does not have. */
static int options_unknown(const struct command *command, const char *name) {
    struct text remedy = {0};
    options_meant_option(&remedy, command, options_long, name);
    text_addf(&remedy, "`assay %s --help` shows how", command->name);
    command_error(remedy.failed ? NULL : remedy.data, "'%s' is no option of this command", name);
    text_free(&remedy);
    return COMMAND_REFUSED;
}

/* A single - may as well begin the name of a file. */
static int options_unknown_short(char letter) {
    char name[3] = {'-', letter, '\0'};
    return command_error("a file whose name begins with - is written ./-NAME", "'%s' is no option of this command",
                         name);
}

/* What getopt_long stopped at: `letter` is ':' or '?', or an option of another command, which stands at
 * options_long[found] or was written short (-1). */
static int options_refuse(const struct command *command, char **argv, int letter, int found) {
    char name[40];
    if (letter == ':' && strchr(command->options, optopt))
        return options_wrong(command, "'%s' lacks its value", argv[optind - 1]);
    if (letter == ':' || (letter == '?' && optopt == 0)) return options_unknown(command, argv[optind - 1]);
    if (letter == '?' && strchr("hyMi", optopt))
        return options_wrong(command, "'%s': it takes no value", argv[optind - 1]);
    if (letter == '?') return options_unknown_short((char)optopt);
    if (found < 0)
        snprintf(name, sizeof name, "-%c", letter);
    else
        snprintf(name, sizeof name, "--%s", options_long[found].name);
    return options_unknown(command, name);
}

/* Takes an option that the command has, unless the same was said before. */
static int options_once(const struct command *command, struct options_given *given, int letter,
                        struct command_options *options) {
    const struct option *option = options_long;
    while (option->name && option->val != letter)
        option++;
    char *value = option->has_arg == required_argument ? optarg : NULL;
    if (value && !*value) return options_wrong(command, "the value of --%s is empty", option->name);
    switch (options_given(given, option, value)) {
    case OPTIONS_TAKEN:
        return options_take(command, letter, value, options);
    case OPTIONS_AGAIN:
        return -1;
    case OPTIONS_REFUSED:
        break;
    }
    return COMMAND_REFUSED;
}

int options_parse(const struct command *command, int argc, char **argv, struct command_options *options) {
    struct options_given given = {{0}};
    *options = (struct command_options){0};
    options->assume = calloc((size_t)argc + 1, sizeof *options->assume);
    options->set = calloc((size_t)argc + 1, sizeof *options->set);
    if (!options->assume || !options->set) return command_error(NULL, "out of memory");
    opterr = 0;
    optind = 1;
    int letter, found = -1, status = -1;
    while (status < 0 && (letter = getopt_long(argc, argv, ":o:h", options_long, &found)) != -1) {
        if (letter == 'h') return command_help(command->usage);
        if (letter == ':' || letter == '?' || !strchr(command->options, letter))
            status = options_refuse(command, argv, letter, found);
        else
            status = options_once(command, &given, letter, options);
        found = -1;
    }
    return status < 0 ? options_file(command, argc, argv, options) : status;
}

void options_free(struct command_options *options) {
    free(options->assume);
    free(options->set);
}
