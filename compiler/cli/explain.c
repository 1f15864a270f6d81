#include "compiler/cli/cli.h"

#include <getopt.h>

static const char explain_help[] =
    "Usage: assayc explain CODE...\n"
    "\n"
    "Tells the long story of a message: what it means and the ways out. Without CODE it\n"
    "lists all of them.\n";

static void explain_message(struct text *out, const struct message *message) {
    text_addf(out, "%s (%s): %s\n\n%s\n", message->code, severity_name(message->severity), message->title,
              message->story);
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
            status = cli_wrong("explain", "there is no code '%s'; `assayc explain` lists them all", arguments[i]);
    }
    for (int code = 0; optind == count && code < MESSAGE_COUNT; code++)
        text_addf(&text, "%s  %s\n", message_get((enum message_code)code)->code,
                  message_get((enum message_code)code)->title);
    if (status == CLI_CLEAN) status = cli_print(&text, status);
    text_free(&text);
    return status;
}
