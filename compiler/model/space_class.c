#include "compiler/model/space_class.h"

/* ---- Conditions and what they list ---- */

static void class_conditions(const struct model_expression *expression, size_t model, space_visit *visit,
                             void *context) {
    if (expression->kind == MODEL_CONDITION) visit(context, model, expression->condition);
    for (size_t i = 0; i < expression->child_count; i++)
        class_conditions(expression->children[i], model, visit, context);
}

void space_conditions(const struct space *space, size_t model_number, space_visit *visit, void *context) {
    const struct model *model = space->models[model_number];
    for (size_t i = 0; i < model->eligibility_count; i++)
        class_conditions(model->eligibilities[i].rule.where, model_number, visit, context);
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *specialization = &model->specializations[s];
        for (size_t i = 0; i < specialization->measure_count; i++)
            class_conditions(specialization->measures[i].rule.where, model_number, visit, context);
    }
}

void space_listed(const struct space *space, size_t model, const struct model_condition *condition,
                  space_visit_code *visit, void *context) {
    size_t number = space->field_of[model][condition->field];
    const struct space_field *field = &space->fields[number];
    if (condition->blank || condition->test == ASSAY_ANYTHING_EXCEPT) visit(context, field, SPACE_BLANK);
    for (size_t i = 0; i < condition->value_count; i++) {
        uint32_t first = space_code(space, number, condition->values[i].folded), code = first;
        do {
            visit(context, field, code);
            code = field->alike[model][code];
        } while (code != first);
    }
}

/* ---- Classes, by refining a partition ----
 * The codes of a field stand in an order in which each class is a range. A condition moves those that it lists to the
 * front of their ranges; a range that is listed in part becomes two. So a condition costs what it lists. */

struct class_part {
    uint32_t begin, size, listed;
};

struct class_partition {
    uint32_t *order, *place; /* codes in their order; by code, where it stands */
    uint32_t *part_of;       /* by code */
    struct class_part *parts;
    uint32_t part_count;
    uint32_t *touched; /* parts that the condition lists codes of */
    uint32_t touched_count;
};

struct class_build {
    struct space *space;
    struct class_partition *partitions; /* by field */
};

static struct class_partition class_whole(const struct space_field *field, struct arena *arena) {
    uint32_t codes = 2 + field->text_count;
    struct class_partition whole = {ARENA_ARRAY(arena, codes, uint32_t),
                                    ARENA_ARRAY(arena, codes, uint32_t),
                                    ARENA_ARRAY(arena, codes, uint32_t),
                                    ARENA_ARRAY(arena, codes, struct class_part),
                                    1,
                                    ARENA_ARRAY(arena, codes, uint32_t),
                                    0};
    for (uint32_t code = 0; code < codes; code++)
        whole.order[code] = whole.place[code] = code;
    whole.parts[0].size = codes;
    return whole;
}

static void class_list(void *context, const struct space_field *field, uint32_t code) {
    const struct class_build *build = context;
    struct class_partition *partition = &build->partitions[field - build->space->fields];
    uint32_t number = partition->part_of[code], from = partition->place[code];
    struct class_part *part = &partition->parts[number];
    uint32_t to = part->begin + part->listed;
    if (from < to) return; /* listed already */
    if (part->listed++ == 0) partition->touched[partition->touched_count++] = number;
    uint32_t other = partition->order[to];
    partition->order[to] = code;
    partition->order[from] = other;
    partition->place[code] = to;
    partition->place[other] = from;
}

static void class_split(struct class_partition *partition) {
    for (uint32_t i = 0; i < partition->touched_count; i++) {
        struct class_part *part = &partition->parts[partition->touched[i]];
        uint32_t listed = part->listed;
        part->listed = 0;
        if (listed == part->size) continue;
        uint32_t number = partition->part_count++;
        partition->parts[number] = (struct class_part){part->begin, listed, 0};
        for (uint32_t at = part->begin; at < part->begin + listed; at++)
            partition->part_of[partition->order[at]] = number;
        part->begin += listed;
        part->size -= listed;
    }
    partition->touched_count = 0;
}

static void class_refine(void *context, size_t model, const struct model_condition *condition) {
    struct class_build *build = context;
    space_listed(build->space, model, condition, class_list, build);
    class_split(&build->partitions[build->space->field_of[model][condition->field]]);
}

/* ---- Their numbers and their codes ---- */

/* Numbers the parts by their least codes. `numbers` is by part: class + 1, or 0. */
static void class_number(struct space_field *field, const struct class_partition *partition, struct arena *arena) {
    uint32_t codes = 2 + field->text_count;
    uint32_t *numbers = ARENA_ARRAY(arena, partition->part_count, uint32_t);
    field->class_of = ARENA_ARRAY(arena, codes, uint32_t);
    field->code_count = ARENA_ARRAY(arena, partition->part_count, uint32_t);
    for (uint32_t code = 0; code < codes; code++) {
        uint32_t *number = &numbers[partition->part_of[code]];
        if (!*number) *number = ++field->class_count;
        field->class_of[code] = *number - 1;
        field->code_count[*number - 1]++;
    }
}

static void class_codes(struct space_field *field, struct arena *arena) {
    uint32_t codes = 2 + field->text_count, used = 0;
    uint32_t *all = ARENA_ARRAY(arena, codes, uint32_t), *filled = ARENA_ARRAY(arena, field->class_count, uint32_t);
    field->codes_of = ARENA_ARRAY(arena, field->class_count, const uint32_t *);
    for (uint32_t i = 0; i < field->class_count; i++) {
        field->codes_of[i] = all + used;
        filled[i] = used;
        used += field->code_count[i];
    }
    for (uint32_t code = 0; code < codes; code++) {
        if (code != SPACE_OTHER) all[filled[field->class_of[code]]++] = code;
    }
    all[filled[field->class_of[SPACE_OTHER]]] = SPACE_OTHER;
}

void space_classes(struct space *space) {
    struct class_build build = {space, ARENA_ARRAY(space->arena, space->field_count, struct class_partition)};
    for (size_t i = 0; i < space->field_count; i++)
        build.partitions[i] = class_whole(&space->fields[i], space->arena);
    for (size_t m = 0; m < space->model_count; m++)
        space_conditions(space, m, class_refine, &build);
    for (size_t i = 0; i < space->field_count; i++) {
        class_number(&space->fields[i], &build.partitions[i], space->arena);
        class_codes(&space->fields[i], space->arena);
    }
}
