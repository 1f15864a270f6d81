/* The CSV reader against the naive reader, on random files. */
#include "tests/oracle/csv_agree.c" /* a test is one program of one file */
#include "tests/oracle/csv_naive.c"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

/* Mostly what matters in CSV; `wild` of a thousand pieces break the rules. */
static size_t random_csv(char *out, size_t room, uint32_t *seed, uint32_t columns, uint32_t wild) {
    static const char *const wilds[] = {"\"",     "\"\"",     "\r",   "\n",     ",",   " ",
                                        "\"x\"y", "\xC2\xA0", "\n\n", "\r\r\n", "\"\n"};
    static const char *const cells[] = {"",           "x",
                                        "\"x\"",      "\"a,b\"",
                                        "\"\"",       "\"l\nm\"",
                                        "\"q\"\"r\"", "some longer text",
                                        "\"\"\"\"",   "\xE2\x82\xAC",
                                        "\"\r\n\"",   "\"\n\n\n\n\n\n\n\n\"",
                                        "X",          "Some longer text",
                                        "",           "NULL",
                                        "\" bb\"",    "\xEF\xBB\xBFq",
                                        "b_B"};
    size_t length = 0;
    const char *line_end = next_random(seed) % 2 ? "\n" : "\r\n";
    while (length + 32 < room) {
        uint32_t line_kind = next_random(seed) % 6; /* 1: mostly blank; 2: mostly the same, as a header is */
        for (uint32_t c = 0; c < columns && length + 32 < room; ++c) {
            const char *cell = cells[next_random(seed) % (sizeof cells / sizeof *cells)];
            if (next_random(seed) % 4) cell = line_kind == 1 ? "" : line_kind == 2 ? cells[(c * 3 + 1) % 8] : cell;
            length += (size_t)sprintf(out + length, "%s%s", c ? "," : "", cell);
            if (next_random(seed) % 1000 >= wild || length < 20) continue;
            length += (size_t)sprintf(out + length, "%s", wilds[next_random(seed) % (sizeof wilds / sizeof *wilds)]);
            if (next_random(seed) % 16 == 0) out[length++] = '\0';
        }
        length += (size_t)sprintf(out + length, "%s", line_end);
    }
    return length - next_random(seed) % 8;
}

static void R30_agrees_with_the_naive_reader_on_random_files(void **state) {
    static char text[6000];
    uint32_t seed = 20230711;
    (void)state;
    for (int i = 0; i < 10000; ++i) {
        uint32_t wild = (uint32_t[]){0, 1, 10, 100, 500}[next_random(&seed) % 5];
        size_t room = 40 + next_random(&seed) % (i % 50 ? 700 : sizeof text - 40);
        size_t size = random_csv(text, room, &seed, 1 + next_random(&seed) % 9, wild);
        struct csv_way way = {.buffer = 64 + next_random(&seed) % 1000, .engine = next_random(&seed) % 4};
        way.record = next_random(&seed) % 2 ? 5000 : 40 + next_random(&seed) % 300;
        way.window = 1 + next_random(&seed) % way.record;
        way.seed = next_random(&seed);
        const char *difference = csv_agree(text, size, &way);
        if (difference) fail_msg("file %d: %s\n%.*s", i, difference, (int)size, text);
    }
}

/* Each piece at each place of a block and around the limit of a record, in a record that fills the buffer or does not.
 */
static void R30_agrees_with_the_naive_reader_at_every_place(void **state) {
    static const char *const pieces[] = {"\"",         "\"\"",       "\r",          "\n",     "\"x\"",
                                         "\",\"x\",y", ",\"x\"y",    ",\"\"\"x\n",  "\r\n",   ",\"x\"\r",
                                         ",\"\r\n\"",  ",\"x\"\r\n", ",\"x\"\ry\n", ",\"x\" "};
    char text[400], letters[141];
    (void)state;
    memset(letters, 'x', sizeof letters);
    for (size_t p = 0; p < sizeof pieces / sizeof *pieces; ++p)
        for (int before = 0; before < 140; ++before)
            for (unsigned i = 0; i < 16; ++i) {
                const char *header = i & 4 ? "a" : "a,b";
                int size =
                    sprintf(text, "%s\n%.*s%s%s", header, before, letters, pieces[p], i & 8 ? "" : "z,\"\n\"\n1,2\n");
                struct csv_way way = {
                    .buffer = 101, .window = 100, .record = 100, .engine = i & 3, .seed = (uint32_t)p};
                const char *difference = csv_agree(text, (size_t)size, &way);
                if (difference) fail_msg("%s\n%s", difference, text);
            }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R30_agrees_with_the_naive_reader_on_random_files),
        cmocka_unit_test(R30_agrees_with_the_naive_reader_at_every_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
