#include "compiler/emit/layout.h"

static struct assay_list *layout_list(struct layout *layout, const struct model_list *from) {
    struct assay_list *list = ARENA_NEW(layout->arena, struct assay_list);
    const char **values = ARENA_ARRAY(layout->arena, from->value_count, const char *);
    uint32_t *lines = ARENA_ARRAY(layout->arena, from->value_count + 1, uint32_t);
    lines[0] = layout_line(layout, from->span);
    for (size_t i = 0; i < from->value_count; i++)
        values[i] = from->values[i].text;
    layout_value_lines(layout, lines + 1, from->values, from->value_count);
    *list = (struct assay_list){
        .name = from->name,
        .file = from->source ? from->source->name : "",
        .field = from->field,
        .value_count = layout_count(layout, from->value_count),
        .values = values,
        .lines = lines,
    };
    return list;
}

const struct assay_list *const *layout_lists(struct layout *layout) {
    const struct model *model = layout->model;
    const struct assay_list **lists = ARENA_ARRAY(layout->arena, model->list_count, const struct assay_list *);
    for (size_t i = 0; i < model->list_count; i++)
        lists[i] = layout_list(layout, &model->lists[i]);
    return model->list_count ? lists : NULL;
}

static const char *const *layout_texts_in_place(struct layout *layout, struct layout_listed listed, size_t *count) {
    const char **texts = ARENA_ARRAY(layout->arena, listed.value_count, const char *);
    for (size_t i = 0; i < listed.value_count; i++) {
        if (!listed.values[i].list) texts[(*count)++] = listed.values[i].text;
    }
    return *count ? texts : NULL;
}

/* All uses of one list alone share an array, so that the index looks at its values once. */
static const struct assay_list *const *layout_named(struct layout *layout, struct layout_listed listed) {
    if (listed.list_count == 0) return NULL;
    if (listed.list_count == 1) return &layout->lists[listed.lists[0] - layout->model->lists];
    const struct assay_list **lists = ARENA_ARRAY(layout->arena, listed.list_count, const struct assay_list *);
    for (size_t i = 0; i < listed.list_count; i++)
        lists[i] = layout->lists[listed.lists[i] - layout->model->lists];
    return lists;
}

struct assay_values layout_values(struct layout *layout, struct layout_listed listed) {
    size_t text_count = 0;
    const char *const *texts = layout_texts_in_place(layout, listed, &text_count);
    return (struct assay_values){
        .text_count = layout_count(layout, text_count),
        .list_count = layout_count(layout, listed.list_count),
        .texts = texts,
        .lists = layout_named(layout, listed),
    };
}

uint32_t *layout_value_lines(const struct layout *layout, uint32_t *lines, const struct model_value *values,
                             size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!values[i].list) *lines++ = layout_line(layout, values[i].span);
    }
    return lines;
}
