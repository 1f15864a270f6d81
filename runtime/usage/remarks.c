#include "runtime/usage/remarks.h"

#include "runtime/base/show.h"

#include <stdlib.h>
#include <string.h>

void remarks_begin(struct remarks *remarks, const char *path) {
    const char *shown = strcmp(path, "-") == 0 ? "<stdin>" : path;
    remarks->path = pool_text(&remarks->pool, shown, strlen(shown));
    remarks->first = remarks->count;
    if (!remarks->path) remarks->failed = true;
}

static const char *remarks_text(struct remarks *remarks, const char *format, va_list arguments) {
    struct text text = {0};
    text_add(&text, "");
    text_add_list(&text, format, arguments);
    const char *kept = text.failed ? NULL : pool_text(&remarks->pool, text.data, text.length);
    text_free(&text);
    return kept;
}

/* Takes a remark over whose texts are in the pool. */
static void remarks_keep(struct remarks *remarks, struct remark remark) {
    bool full = remarks->count >= 16 && (remarks->count & (remarks->count - 1)) == 0;
    struct remark *items = remarks->items;
    if (remarks->count == 0 || full) items = realloc(items, (remarks->count ? remarks->count * 2 : 16) * sizeof *items);
    if (!items || !remark.path || !remark.what) {
        if (items) remarks->items = items;
        remarks->failed = true;
        return;
    }
    remark.order = remarks->count;
    remarks->items = items;
    items[remarks->count++] = remark;
}

void remarks_error(struct remarks *remarks, struct remark_place place, const char *remedy, const char *format, ...) {
    if (remarks->errors++ >= REMARKS_MOST) return;
    va_list arguments;
    va_start(arguments, format);
    struct remark remark = {.path = remarks->path, .line = place.line, .column = place.column, .error = true};
    remark.what = remarks_text(remarks, format, arguments);
    va_end(arguments);
    if (remedy && *remedy) remark.remedy = pool_text(&remarks->pool, remedy, strlen(remedy));
    remarks_keep(remarks, remark);
}

void remarks_note(struct remarks *remarks, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    struct remark remark = {.path = remarks->path, .what = remarks_text(remarks, format, arguments)};
    va_end(arguments);
    remarks_keep(remarks, remark);
}

static int remarks_order(const void *left, const void *right) {
    const struct remark *a = left, *b = right;
    uint64_t x = a->line - 1, y = b->line - 1; /* none in particular becomes the greatest */
    if (x != y) return x < y ? -1 : 1;
    if (a->column != b->column) return a->column < b->column ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

void remarks_sort(struct remarks *remarks) {
    if (remarks->count > remarks->first)
        qsort(remarks->items + remarks->first, remarks->count - remarks->first, sizeof *remarks->items, remarks_order);
}

static void remarks_write_one(const struct remark *remark, struct text *out) {
    show_string(out, remark->path, SHOW_ALL);
    if (remark->line) text_addf(out, ":%llu", (unsigned long long)remark->line);
    if (remark->line && remark->column) text_addf(out, ":%lu", (unsigned long)remark->column);
    text_add(out, remark->error ? ": error: " : ": note: ");
    show_string(out, remark->what, SHOW_ALL);
    text_add(out, remark->remedy ? "; " : "");
    show_string(out, remark->remedy ? remark->remedy : "", SHOW_ALL);
    text_add_char(out, '\n');
}

void remarks_write(const struct remarks *remarks, struct text *out) {
    for (size_t i = 0; i < remarks->count; i++)
        remarks_write_one(&remarks->items[i], out);
    if (remarks->errors > REMARKS_MOST)
        text_addf(out, "%llu more errors are not shown\n", (unsigned long long)(remarks->errors - REMARKS_MOST));
}

void remarks_free(struct remarks *remarks) {
    free(remarks->items);
    pool_free(&remarks->pool);
    *remarks = (struct remarks){0};
}
