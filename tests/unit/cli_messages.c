/* What the commands say on standard error, and how they lay text out. */
#include "runtime/cli/command.h"
#include "runtime/cli/style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#define GONE "\xEF\xBF\xBD"

struct captured {
    FILE *file;
    int kept;
};

static struct captured capture_begin(void) {
    fflush(stderr);
    struct captured captured = {tmpfile(), dup(STDERR_FILENO)};
    assert_non_null(captured.file);
    dup2(fileno(captured.file), STDERR_FILENO);
    return captured;
}

static void capture_end(struct captured *captured, char *said, size_t size) {
    fflush(stderr);
    dup2(captured->kept, STDERR_FILENO);
    close(captured->kept);
    rewind(captured->file);
    said[fread(said, 1, size - 1, captured->file)] = '\0';
    fclose(captured->file);
}

static void R29_notes_go_to_standard_error(void **state) {
    (void)state;
    char said[512];
    struct run run = {.options = {.path = "u\x1B.csv"}};
    notes_addf(&run.notes, "ACR is read from column \"%s\"", "ACR_USD");
    notes_addf(&run.notes, "second");
    struct captured captured = capture_begin();
    message_notes(&run);
    run.options.path = "-";
    message_notes(&run);
    capture_end(&captured, said, sizeof said);
    notes_free(&run.notes);
    assert_string_equal(said, "u" GONE ".csv: note: ACR is read from column \"ACR_USD\"\nu" GONE ".csv: note: second\n"
                              "<stdin>: note: ACR is read from column \"ACR_USD\"\n<stdin>: note: second\n");
}

static void errors_cannot_steer(void **state) {
    (void)state;
    char said[512];
    struct captured captured = capture_begin();
    assert_int_equal(command_error("a\nb", "'%s' is odd", "\x9B\x1B[2J"), COMMAND_REFUSED);
    struct reader_refusal refusal = {.line = 3, .message = "x\r", .remedy = ""};
    assert_int_equal(command_refuse("\xE2\x80\xAE.csv", &refusal), COMMAND_REFUSED);
    capture_end(&captured, said, sizeof said);
    assert_string_equal(said,
                        "assay: error: '" GONE GONE "[2J' is odd\n  a" GONE "b\n" GONE ".csv:3: error: x" GONE "\n");
}

static void wraps(const char *words, const char *expected) {
    struct text out = {0};
    style_wrap(&out, words, 2, 0);
    assert_string_equal(out.data, expected);
    text_free(&out);
}

#define TEN     "0123456789"
#define SEVENTY TEN TEN TEN TEN TEN TEN TEN

static void no_line_is_wider_than_the_terminal(void **state) {
    (void)state;
    wraps(SEVENTY " 12345678", SEVENTY " 12345678\n");
    wraps(SEVENTY " 123456789", SEVENTY "\n  123456789\n");
    wraps(SEVENTY TEN TEN, SEVENTY "012345678\n  9" TEN "\n");
    wraps("a " SEVENTY TEN, "a\n  " SEVENTY "0123456\n  789\n");
    wraps("two  blanks  ", "two  blanks\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R29_notes_go_to_standard_error),
        cmocka_unit_test(errors_cannot_steer),
        cmocka_unit_test(no_line_is_wider_than_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
