/* csv_naive.h - a second reader, to compare the real one with: the whole file in memory, one byte after the other,
 * every cell copied. It shares nothing with runtime/usage but the numbers of the problems. */
#ifndef ASSAY_CSV_NAIVE_H
#define ASSAY_CSV_NAIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct naive_cell {
    char *text;
    size_t length;
};

struct naive_record {
    uint64_t line, detail;
    uint32_t column;
    int problem;              /* enum reader_problem */
    struct naive_cell *cells; /* as many as the record has */
    size_t cell_count;
    /* The first field of more than READER_TALL lines; column 0: none. */
    uint64_t tall_line, tall_lines, bytes, lines;
    uint32_t tall_column;
};

struct naive_file {
    bool refused; /* then there is nothing else */
    struct naive_record header;
    struct naive_cell *names; /* the header's, as names are compared */
    struct naive_record *records;
    size_t record_count;
};

/* Reads a file. A record may have `limit` bytes; `names` are columns that such files may have, up to a NULL. Free with
 * naive_free. */
struct naive_file naive_read(const char *bytes, size_t size, size_t limit, const char *const *names);
void naive_free(struct naive_file *file);

#endif
