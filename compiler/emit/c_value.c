#include "compiler/emit/c.h"

#include <string.h>

/* ---- The use of named lists ---- */

static const char *c_list_symbol(const struct c_file *file, const struct assay_list *list) {
    size_t low = 0, high = file->rules->list_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(file->rules->lists[middle]->name, list->name) <= 0)
            low = middle;
        else
            high = middle;
    }
    return file->lists[low];
}

static void c_lists_as(struct c_file *file, const char *symbol, const struct assay_values *values) {
    for (size_t i = 0; i < values->list_count; i++) {
        const char *list = c_list_symbol(file, values->lists[i]);
        if (c_symbol_take(file, list)) text_addf(&file->out, "extern const struct assay_list %s;\n", list);
    }
    text_addf(&file->out, "static const struct assay_list *const %s[] = {\n", symbol);
    for (size_t i = 0; i < values->list_count; i++)
        text_addf(&file->out, "    &%s,\n", c_list_symbol(file, values->lists[i]));
    text_add(&file->out, "};\n");
}

/* ---- Values ---- */

/* Symbols are taken whether they are used or not: a text put in where there was none renames nothing. Beside a list
 * the array of the texts stands even when it is empty, so that it is one line to put a text in. */
struct c_arrays c_values(struct c_file *file, const char *words, const char *more, const struct assay_values *values) {
    const char *texts = c_symbol(file, "texts", words, more), *lists = c_symbol(file, "lists", words, more);
    struct c_arrays arrays = {0};
    if (values->text_count || values->list_count) {
        c_texts_as(file, texts, values->texts, values->text_count, values->list_count > 0);
        arrays.texts = texts;
    }
    if (values->list_count) {
        c_lists_as(file, lists, values);
        arrays.lists = lists;
    }
    return arrays;
}

void c_member_values(struct c_file *file, const char *member, const struct assay_values *values,
                     const struct c_arrays *arrays) {
    struct text *out = &file->out;
    if (!arrays->texts) return;
    text_addf(out, "\n     .%s = {.text_count = %s(%s)", member, values->list_count ? "ASSAY_TEXTS" : "ASSAY_COUNT",
              arrays->texts);
    if (arrays->lists) text_addf(out, ", .list_count = ASSAY_COUNT(%s)", arrays->lists);
    text_addf(out, ",\n%*s.texts = %s", (int)strlen(member) + 10, "", arrays->texts);
    if (arrays->lists) text_addf(out, ", .lists = %s", arrays->lists);
    text_add(out, "},");
}
