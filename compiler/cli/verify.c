#include "compiler/cli/cli.h"
#include "compiler/proof/certificate.h"
#include "runtime/base/output.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>

static const char verify_help[] =
    "Usage: assayc verify RULES... DIR [--format text|json] [-o FILE] [--algebra]\n"
    "\n"
    "Proves that the tables in DIR are what the rules say: reads the C files back, and\n"
    "compares all that they state, each bit of the index, each rule on all cells that it\n"
    "tells apart, and the runtime's answers on all cells of the rules together. Prints a\n"
    "certificate: what was compared, how, and the hashes of both sides. RULES are files, or\n"
    "folders that are read recursively (*.assay).\n"
    "\n"
    "  -o FILE              write the certificate there, when there is one\n"
    "  --format text|json   for people (default) or for programs\n"
    "  --algebra            prove every rule by box algebra, as is done with rules that have\n"
    "                       more cells than can be gone through\n"
    "  --help               this text\n"
    "\n"
    "Exit status: 0 proved, 1 there are differences, the tables cannot be read, or there are\n"
    "errors in the rules, 2 a wrong call, or a file that cannot be read or written.\n";

enum { VERIFY_ALGEBRA = CLI_LONG + 1 };

struct verify_options {
    const char *folder, *output, *remedy;
    bool json, algebra, help;
};

/* CLI_CLEAN, or what the call is to end with. */
static enum cli_status verify_options(int count, char **arguments, struct verify_options *to) {
    static const struct option options[] = {{"format", required_argument, NULL, 'f'},
                                            {"algebra", no_argument, NULL, VERIFY_ALGEBRA},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    for (int option; (option = cli_option(count, arguments, ":o:h", options)) != -1;) {
        if (option == '?') return CLI_USAGE;
        if (option == 'f') {
            int choice = cli_choice("verify", "format", optarg, cli_text_or_json, 2);
            if (choice < 0) return CLI_USAGE;
            to->json = choice == 1;
        }
        if (option == 'o') to->output = optarg;
        to->algebra = to->algebra || option == VERIFY_ALGEBRA;
        to->help = to->help || option == 'h';
    }
    if (to->help) return CLI_CLEAN;
    if (to->output && !*to->output) return cli_wrong("verify", "-o is empty; it names the file to write");
    if (count - optind < 2) return cli_wrong("verify", "name the rules, then the folder with the tables");
    to->folder = arguments[count - 1];
    if (!*to->folder) return cli_wrong("verify", "the name of the folder with the tables is empty");
    return CLI_CLEAN;
}

/* A word of a call as the shell takes it. */
static const char *verify_word(struct arena *arena, const char *word) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:+@%=";
    if (strspn(word, plain) == strlen(word)) return word;
    char *quoted = ARENA_ARRAY(arena, 4 * strlen(word) + 3, char), *at = quoted;
    *at++ = '\'';
    for (; *word; word++) {
        size_t length = *word == '\'' ? 4 : 1;
        memcpy(at, length == 1 ? word : "'\\''", length);
        at += length;
    }
    *at = '\'';
    return quoted;
}

/* The call that makes the tables anew. */
static const char *verify_remedy(struct arena *arena, char *const *paths, size_t count, const char *folder) {
    const char *call = "assayc compile";
    for (size_t i = 0; i < count; i++)
        call = arena_format(arena, "%s %s", call, verify_word(arena, paths[i]));
    return arena_format(arena, "%s -o %s", call, verify_word(arena, folder));
}

static enum cli_status verify_unreadable(const struct decode_error *error, const struct verify_options *options) {
    fprintf(stderr, "assayc verify: %s%s%s: %s\n", options->folder, error->file ? "/" : "",
            error->file ? error->file : "", error->text);
    return CLI_USAGE;
}

static enum cli_status verify_certificate(const struct text *text, const struct verify_options *options) {
    if (!options->output) return cli_print(text, CLI_CLEAN);
    if (!text->failed && output_write(options->output, text->data, text->length)) return CLI_CLEAN;
    fprintf(stderr, "assayc verify: %s: %s\n", options->output, strerror(errno));
    return CLI_USAGE;
}

static enum cli_status verify_proof(struct cli_run *run, const struct decoded *decoded,
                                    const struct verify_options *options) {
    struct proof proof = {.arena = &run->arena, .model = run->model, .decoded = decoded, .algebra = options->algebra};
    struct text text = {0};
    proof_make(&proof);
    enum cli_status status;
    if (proof.difference_count == 0) {
        options->json ? certificate_json(&proof, &text) : certificate_text(&proof, &text);
        status = verify_certificate(&text, options);
    } else {
        if (options->json)
            certificate_differences_json(&proof, options->remedy, &text);
        else
            certificate_differences_text(&proof, options->folder, options->remedy, &text);
        status = cli_print(&text, CLI_REPORT);
    }
    text_free(&text);
    return status;
}

static enum cli_status verify_model(struct cli_run *run, const struct verify_options *options) {
    struct decoded decoded;
    struct decode_error error;
    if (decode_folder(options->folder, &run->arena, &decoded, &error)) return verify_proof(run, &decoded, options);
    if (error.unreadable) return verify_unreadable(&error, options);
    struct text text = {0};
    if (options->json)
        certificate_error_json(&error, options->remedy, &text);
    else
        certificate_error_text(&error, options->folder, options->remedy, &text);
    enum cli_status status = cli_print(&text, CLI_REPORT);
    text_free(&text);
    return status;
}

enum cli_status command_verify(int count, char **arguments) {
    struct verify_options options = {0};
    enum cli_status status = verify_options(count, arguments, &options);
    if (status != CLI_CLEAN) return status;
    if (options.help) return cli_help(verify_help);
    struct cli_run run;
    size_t paths = (size_t)(count - optind) - 1;
    status = cli_model(&run, arguments + optind, paths);
    options.remedy = verify_remedy(&run.arena, arguments + optind, paths, options.folder);
    if (status == CLI_CLEAN && options.output && cli_was_read(&run, options.output))
        status = cli_wrong("verify", "-o would write over the rule file '%s'", options.output);
    if (status == CLI_CLEAN) status = verify_model(&run, &options);
    cli_free(&run);
    return status;
}
