#include "compiler/ast/format.h"

#include "compiler/passes.h"

static void format_piece(struct format *format, size_t from, size_t to) {
    enum format_start start = format->tokens[from].start;
    if (start == FORMAT_FILE_END) {
        format_file_end(format, from);
        return;
    }
    format_line(format, start == FORMAT_ITEM ? FORMAT_STEP : 0);
    if (start == FORMAT_ITEM)
        format_item(format, from, to);
    else
        format_flat(format, from, to);
}

void format_source(const struct source *source, struct text *out) {
    struct arena arena = {0};
    struct format format = {.arena = &arena, .out = out, .fresh = true};
    format_scan(&format, source);
    format_settle_blanks(&format);
    for (size_t i = 0, next; i < format.count; i = next) {
        next = i + 1;
        while (next < format.count &&
               (format.tokens[next].start == FORMAT_INNER || format.tokens[next].start == FORMAT_OPTION))
            next++;
        format_piece(&format, i, next);
    }
    arena_free(&arena);
}
