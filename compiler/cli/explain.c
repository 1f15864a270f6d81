#include "compiler/cli/cli.h"

#include <getopt.h>
#include <string.h>
#include <strings.h>

static const char explain_help[] =
    "Usage: assayc explain CODE...\n"
    "\n"
    "Tells the long story of a message: what it means and the ways out. Without CODE it\n"
    "lists all of them.\n";

static void explain_message(struct text *out, const struct message *message) {
    text_addf(out, "%s (%s): %s\n\n%s\n", message->code, severity_name(message->severity), message->title,
              message->story);
}

static bool explain_has(const char *title, const char *word) {
    for (; *title; title++)
        if (strncasecmp(title, word, strlen(word)) == 0) return true;
    return false;
}

/* Codes whose titles have a word, for who asks by the topic. */
static size_t explain_topic(struct text *out, const char *word) {
    size_t count = 0;
    for (int code = 0; code < MESSAGE_COUNT; code++) {
        const struct message *message = message_get((enum message_code)code);
        if (strlen(word) < 3 || !explain_has(message->title, word)) continue;
        text_addf(out, "\n  %s  %s", message->code, message->title);
        count++;
    }
    return count;
}

/* The code that was probably meant, or those that are about the word. */
static enum cli_status explain_unknown(const char *word) {
    const char *codes[MESSAGE_COUNT];
    struct text topic = {0};
    for (int code = 0; code < MESSAGE_COUNT; code++)
        codes[code] = message_get((enum message_code)code)->code;
    const char *near = *word == 'A' || *word == 'a' ? cli_nearest(codes, MESSAGE_COUNT, word) : NULL;
    size_t about = near ? 0 : explain_topic(&topic, word);
    if (near)
        cli_wrong("explain", "there is no code '%s'; did you mean %s? `assayc explain` lists them all", word, near);
    else if (about)
        cli_wrong("explain", "'%s' is no code; these are about it:%s", word, topic.failed ? "" : topic.data);
    else
        cli_wrong("explain", "there is no code '%s'; `assayc explain` lists them all", word);
    text_free(&topic);
    return CLI_USAGE;
}

enum cli_status command_explain(int count, char **arguments) {
    static const struct option options[] = {{"help", no_argument, NULL, 'h'}, {NULL, 0, NULL, 0}};
    for (int option; (option = cli_option(count, arguments, ":h", options)) != -1;) {
        if (option == 'h') return cli_help(explain_help);
        return CLI_USAGE;
    }
    struct text text = {0};
    enum cli_status status = CLI_CLEAN;
    for (int i = optind; i < count && status == CLI_CLEAN; i++) {
        enum message_code code;
        if (i > optind) text_add_char(&text, '\n');
        if (message_find(arguments[i], &code))
            explain_message(&text, message_get(code));
        else
            status = explain_unknown(arguments[i]);
    }
    for (int code = 0; optind == count && code < MESSAGE_COUNT; code++)
        text_addf(&text, "%s  %s\n", message_get((enum message_code)code)->code,
                  message_get((enum message_code)code)->title);
    if (status == CLI_CLEAN) status = cli_print(&text, status);
    text_free(&text);
    return status;
}
