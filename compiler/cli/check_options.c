#include "compiler/cli/check.h"

#include "runtime/base/calendar.h"

#include <getopt.h>
#include <string.h>
#include <time.h>

/* ---- Severities ---- */

static bool options_level(const char *word, enum severity *to) {
    for (int i = SEVERITY_ERROR; i <= SEVERITY_OFF; i++) {
        if (strcmp(word, severity_name((enum severity)i)) != 0) continue;
        *to = (enum severity)i;
        return true;
    }
    return false;
}

static enum cli_status options_unknown_level(const char *argument, const char *word) {
    const char *names[SEVERITY_OFF + 1];
    for (int i = SEVERITY_ERROR; i <= SEVERITY_OFF; i++)
        names[i - SEVERITY_ERROR] = severity_name((enum severity)i);
    const char *near = cli_nearest(names, SEVERITY_OFF - SEVERITY_ERROR + 1, word);
    return cli_wrong("check", "--severity is CODE=error|warning|note|off, not '%s'%s%s%s", argument,
                     near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
}

/* A level that is given of a code, or of all: not two. */
static enum cli_status options_level_once(struct check_level *to, const char *name, enum severity level) {
    if (to->given && to->level != level)
        return cli_wrong("check", "--severity is given twice for %s: '%s' and '%s'; leave one of them out", name,
                         severity_name(to->level), severity_name(level));
    *to = (struct check_level){true, level};
    return CLI_CLEAN;
}

/* What is said of a code goes before what is said of all, in whatever order. */
static void options_settle(struct check_options *to) {
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        if (to->all.given && message_is_finding((enum message_code)i)) to->severities[i] = to->all.level;
        if (to->levels[i].given) to->severities[i] = to->levels[i].level;
    }
}

static enum cli_status options_unknown_code(const char *name, int length, const char *argument) {
    const char *codes[MESSAGE_COUNT];
    for (int code = 0; code < MESSAGE_COUNT; code++)
        codes[code] = message_get((enum message_code)code)->code;
    const char *near = *name ? cli_nearest(codes, MESSAGE_COUNT, name) : NULL;
    return cli_wrong("check", "there is no code '%.*s'; %s%s%s`assayc explain` lists them all", length, argument,
                     near ? "did you mean " : "", near ? near : "", near ? "? " : "");
}

/* CODE=LEVEL or all=LEVEL. */
static enum cli_status options_severity(struct check_options *to, const char *argument) {
    char name[8] = {0};
    size_t length = strcspn(argument, "=");
    enum severity level;
    if (!argument[length]) return options_unknown_level(argument, "");
    if (!options_level(argument + length + 1, &level)) return options_unknown_level(argument, argument + length + 1);
    if (length < sizeof name) memcpy(name, argument, length);
    if (strcmp(name, "all") == 0) return options_level_once(&to->all, "all", level);
    enum message_code code;
    if (!message_find(name, &code)) return options_unknown_code(name, (int)length, argument);
    const struct message *message = message_get(code);
    if (!message_is_finding(code) && message->severity == SEVERITY_ERROR && level != SEVERITY_ERROR)
        return cli_wrong("check", "%s (%s) is an error of the language and stays one", message->code, message->title);
    return options_level_once(&to->levels[code], message->code, level);
}

/* ---- The day ---- */

/* The only use of the clock. */
static uint32_t options_today(void) {
    time_t now = time(NULL);
    struct tm day;
    if (now == (time_t)-1 || !localtime_r(&now, &day)) return 0;
    return (uint32_t)((day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday);
}

static bool options_is_date(const char *text) {
    for (size_t i = 0; i < 10; i++) {
        bool hyphen = i == 4 || i == 7;
        if (hyphen ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    }
    return text[10] == '\0';
}

static uint32_t options_number(const char *digits, size_t count) {
    uint32_t value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (uint32_t)(digits[i] - '0');
    return value;
}

static enum cli_status options_as_of(struct check_options *to, const char *argument) {
    if (strcmp(argument, "today") == 0) {
        to->findings.as_of = options_today();
        return CLI_CLEAN;
    }
    if (!options_is_date(argument))
        return cli_wrong("check", "--as-of is a date, 2023-07-11, or today; not '%s'", argument);
    uint32_t year = options_number(argument, 4), month = options_number(argument + 5, 2);
    uint32_t day = options_number(argument + 8, 2);
    if (!calendar_exists((int)year, (int)month, (int)day)) return cli_wrong("check", "there is no day %s", argument);
    to->findings.as_of = year * 10000 + month * 100 + day;
    return CLI_CLEAN;
}

/* ---- All of them ---- */

static enum cli_status options_format(struct check_options *to, const char *argument) {
    static const char *const formats[] = {[CHECK_TEXT] = "text", [CHECK_JSON] = "json", [CHECK_SARIF] = "sarif"};
    int choice = cli_choice("check", "format", argument, formats, sizeof formats / sizeof *formats);
    if (choice < 0) return CLI_USAGE;
    to->format = (enum check_format)choice;
    return CLI_CLEAN;
}

enum cli_status check_options_read(int count, char **arguments, struct check_options *to) {
    enum { ACCEPTED = CLI_LONG + 1 };
    static const struct option options[] = {
        {"accepted", no_argument, NULL, ACCEPTED},  {"as-of", required_argument, NULL, 'a'},
        {"format", required_argument, NULL, 'f'},   {"help", no_argument, NULL, 'h'},
        {"severity", required_argument, NULL, 's'}, {NULL, 0, NULL, 0},
    };
    *to = (struct check_options){0};
    for (int i = 0; i < MESSAGE_COUNT; i++)
        to->severities[i] = message_get((enum message_code)i)->severity;
    enum cli_status status = CLI_CLEAN;
    for (int option; status == CLI_CLEAN && (option = cli_option(count, arguments, ":h", options)) != -1;) {
        if (option == '?') return CLI_USAGE;
        if (option == 'f') status = options_format(to, optarg);
        if (option == 's') status = options_severity(to, optarg);
        if (option == 'a') status = options_as_of(to, optarg);
        to->accepted = to->accepted || option == ACCEPTED;
        to->help = to->help || option == 'h';
    }
    options_settle(to);
    if (status == CLI_CLEAN && !to->help && optind == count)
        return cli_wrong("check", "which rules? Name files or folders");
    return status;
}
