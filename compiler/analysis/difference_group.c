/* difference_group.c - regions as wide as one edit shows.
 *
 * An edit of one condition shows in one field: what changes sides has an edited value there, and elsewhere whatever the
 * rest of the rule asks for. So the cells are parted by the field that gives the fewest regions: values with the same
 * rest are one group; a lost and a gained group with the same rest are one region, in which values are replaced. */
#include "compiler/analysis/difference_inner.h"

#include <string.h>

enum { GROUP_MAX = 64 }; /* groups by one field; more are no neater than the boxes themselves */

/* The values of one field that have the same rest. */
struct group {
    bool gained;
    uint64_t *classes;   /* a box: the values in that field, and nothing else */
    uint64_t *signature; /* the boxes that hold them */
    struct region rest;  /* what is asked for in the other fields; full in that one */
    size_t partner;      /* of a lost group: the gained one it is told with; GROUP_MAX: alone */
    bool alike;          /* the partner's rest is the same */
    bool told;           /* a gained group that is a partner */
};

/* One way to part. */
struct grouping {
    size_t field;
    struct group groups[GROUP_MAX];
    size_t count;
    bool too_many;
    size_t regions, boxes, rank; /* the less the better */
};

/* Copies one field of a box. */
static void group_copy_field(const struct difference *difference, uint64_t *to, const uint64_t *from, size_t field) {
    const struct space_field *of = &difference->space->fields[field];
    memcpy(to + of->first_word, from + of->first_word, of->word_count * sizeof *to);
}

static bool group_same_field(const struct difference *difference, const uint64_t *a, const uint64_t *b, size_t field) {
    const struct space_field *of = &difference->space->fields[field];
    return memcmp(a + of->first_word, b + of->first_word, of->word_count * sizeof *a) == 0;
}

static uint64_t *group_full(const struct difference *difference) {
    uint64_t *box = box_new(difference->space);
    box_fill(difference->space, box);
    return box;
}

/* ---- Adding regions ---- */

static uint64_t *group_common(const struct difference *difference, const struct region *boxes) {
    uint64_t *common = group_full(difference);
    for (size_t field = 0; field < difference->space->field_count; field++) {
        bool same = true;
        for (size_t i = 1; i < boxes->count && same; i++)
            same = group_same_field(difference, boxes->boxes, region_box(difference->space, boxes, i), field);
        if (same) group_copy_field(difference, common, boxes->boxes, field);
    }
    return common;
}

struct difference_part difference_part(const struct difference *difference, enum difference_kind kind,
                                       const struct region *boxes) {
    return (struct difference_part){.kind = kind,
                                    .boxes = *boxes,
                                    .common = group_common(difference, boxes),
                                    .cells = region_cells(difference->space, boxes)};
}

static struct difference_region *group_new(struct difference *difference, struct difference_filter *filter) {
    if (filter->region_count == filter->region_capacity) {
        filter->region_capacity = filter->region_capacity ? 2 * filter->region_capacity : 4;
        struct difference_region *regions =
            ARENA_ARRAY(difference->arena, filter->region_capacity, struct difference_region);
        if (filter->region_count) memcpy(regions, filter->regions, filter->region_count * sizeof *regions);
        filter->regions = regions;
    }
    return &filter->regions[filter->region_count++];
}

struct difference_region *difference_add(struct difference *difference, struct difference_filter *filter,
                                         const struct difference_region *like, enum difference_kind kind,
                                         const struct region *boxes) {
    if (boxes->count == 0) return NULL;
    struct difference_region *region = group_new(difference, filter);
    *region = (struct difference_region){.kind = kind,
                                         .period = like->period,
                                         .first_slice = like->first_slice,
                                         .slice_count = like->slice_count,
                                         .part_count = 1};
    region->parts[0] = difference_part(difference, kind, boxes);
    return region;
}

/* ---- Parting by one field ---- */

static bool group_holds(const struct difference *difference, const struct region *region, size_t field, uint32_t class_,
                        uint64_t *signature) {
    bool any = false;
    memset(signature, 0, (region->count / 64 + 1) * sizeof *signature);
    for (size_t i = 0; i < region->count; i++) {
        if (!box_has(difference->space, region_box(difference->space, region, i), field, class_)) continue;
        signature[i / 64] |= UINT64_C(1) << i % 64;
        any = true;
    }
    return any;
}

static struct group *group_find(struct grouping *grouping, bool gained, const uint64_t *signature, size_t words) {
    for (size_t i = 0; i < grouping->count; i++) {
        struct group *group = &grouping->groups[i];
        if (group->gained == gained && memcmp(group->signature, signature, words * sizeof *signature) == 0)
            return group;
    }
    return NULL;
}

static void group_add_class(struct difference *difference, struct grouping *grouping, bool gained,
                            const uint64_t *signature, size_t words, uint32_t class_) {
    struct group *group = group_find(grouping, gained, signature, words);
    if (!group && grouping->count == GROUP_MAX) {
        grouping->too_many = true;
        return;
    }
    if (!group) {
        group = &grouping->groups[grouping->count++];
        *group = (struct group){.gained = gained, .partner = GROUP_MAX, .classes = box_new(difference->space)};
        group->signature = ARENA_ARRAY(difference->arena, words, uint64_t);
        memcpy(group->signature, signature, words * sizeof *signature);
    }
    group->classes[difference->space->fields[grouping->field].first_word + class_ / 64] |= UINT64_C(1) << class_ % 64;
}

/* The other fields of the boxes that hold a group. */
static struct region group_rest(struct difference *difference, const struct region *region, const uint64_t *signature,
                                size_t field) {
    struct region rest = {0};
    uint64_t *box = box_new(difference->space), *full = group_full(difference);
    for (size_t i = 0; i < region->count; i++) {
        if (!(signature[i / 64] >> i % 64 & 1)) continue;
        memcpy(box, region_box(difference->space, region, i), difference->space->words * sizeof *box);
        group_copy_field(difference, box, full, field);
        region_add(difference->space, &rest, box);
    }
    return region_tidy(difference->space, &rest, &difference->budget);
}

/* Values whose rests are the same after all. */
static void group_merge(struct difference *difference, struct grouping *grouping, size_t first) {
    for (size_t i = first; i < grouping->count; i++) {
        struct group *group = &grouping->groups[i];
        for (size_t k = grouping->count - 1; k > i; k--) {
            struct group *other = &grouping->groups[k];
            if (!region_equal(difference->space, &group->rest, &other->rest, &difference->budget)) continue;
            for (uint32_t w = 0; w < difference->space->words; w++)
                group->classes[w] |= other->classes[w];
            *other = grouping->groups[--grouping->count];
        }
    }
}

static void group_part_by(struct difference *difference, struct grouping *grouping, const struct region *region,
                          bool gained) {
    size_t first = grouping->count, words = region->count / 64 + 1;
    uint64_t *signature = ARENA_ARRAY(difference->arena, words, uint64_t);
    uint32_t classes = difference->space->fields[grouping->field].class_count;
    for (uint32_t class_ = 0; class_ < classes && !grouping->too_many; class_++) {
        if (group_holds(difference, region, grouping->field, class_, signature))
            group_add_class(difference, grouping, gained, signature, words, class_);
    }
    for (size_t i = first; i < grouping->count && !grouping->too_many; i++) {
        struct group *group = &grouping->groups[i];
        group->rest = group_rest(difference, region, group->signature, grouping->field);
    }
    if (!grouping->too_many) group_merge(difference, grouping, first);
}

/* ---- What is replaced by what ---- */

static void group_join(struct grouping *grouping, size_t lost, size_t gained, bool alike) {
    grouping->groups[lost].partner = gained;
    grouping->groups[lost].alike = alike;
    grouping->groups[gained].told = true;
    grouping->regions--;
}

/* Lost and gained values with the same rest. */
static void group_join_alike(struct difference *difference, struct grouping *grouping) {
    for (size_t i = 0; i < grouping->count; i++) {
        struct group *lost = &grouping->groups[i];
        for (size_t k = 0; k < grouping->count && !lost->gained && lost->partner == GROUP_MAX; k++) {
            struct group *gained = &grouping->groups[k];
            if (!gained->gained || gained->told) continue;
            if (region_equal(difference->space, &lost->rest, &gained->rest, &difference->budget))
                group_join(grouping, i, k, true);
        }
    }
}

/* The only group of a side that is told alone; GROUP_MAX: there is none, or several. */
static size_t group_single(const struct grouping *grouping, bool gained) {
    size_t found = GROUP_MAX;
    for (size_t i = 0; i < grouping->count; i++) {
        const struct group *group = &grouping->groups[i];
        if (group->gained != gained || group->told || group->partner != GROUP_MAX) continue;
        if (found != GROUP_MAX) return GROUP_MAX;
        found = i;
    }
    return found;
}

/* One lost and one gained group that are left over: other parts of the rule cut their rests differently. */
static void group_join_rest(struct difference *difference, struct grouping *grouping) {
    size_t lost = group_single(grouping, false), gained = group_single(grouping, true);
    if (lost == GROUP_MAX || gained == GROUP_MAX) return;
    const struct group *a = &grouping->groups[lost], *b = &grouping->groups[gained];
    bool same = group_same_field(difference, a->classes, b->classes, grouping->field);
    const struct space_field *field = &difference->space->fields[grouping->field];
    bool shared = false;
    for (uint32_t w = field->first_word; w < field->first_word + field->word_count; w++)
        shared = shared || (a->classes[w] & b->classes[w]);
    if (!same && (shared || !region_meets(difference->space, &a->rest, &b->rest, NULL))) return;
    group_join(grouping, lost, gained, false);
    grouping->rank = same ? 2 : 1;
}

/* ---- The neatest ---- */

static bool group_is_free(const struct difference *difference, const struct region *region, size_t field) {
    for (size_t i = 0; i < region->count; i++)
        if (!box_field_is_full(difference->space, region_box(difference->space, region, i), field)) return false;
    return true;
}

static void group_try(struct difference *difference, struct grouping *grouping, size_t field, const struct region *lost,
                      const struct region *gained) {
    *grouping = (struct grouping){.field = field};
    group_part_by(difference, grouping, lost, false);
    group_part_by(difference, grouping, gained, true);
    grouping->regions = grouping->count;
    if (grouping->too_many) return;
    group_join_alike(difference, grouping);
    group_join_rest(difference, grouping);
    for (size_t i = 0; i < grouping->count; i++) {
        const struct group *group = &grouping->groups[i];
        grouping->boxes += group->rest.count;
        if (group->partner != GROUP_MAX && group->alike) grouping->boxes -= group->rest.count;
    }
}

/* One region is what one edit makes; of several, the fewest words are the neatest. */
static bool group_is_neater(const struct grouping *a, const struct grouping *b) {
    if ((a->regions == 1) != (b->regions == 1)) return a->regions == 1;
    if (a->regions + a->boxes != b->regions + b->boxes) return a->regions + a->boxes < b->regions + b->boxes;
    return a->rank < b->rank;
}

/* NULL: no field is any help. */
static struct grouping *group_best(struct difference *difference, const struct region *lost,
                                   const struct region *gained) {
    struct grouping *best = NULL, *tried = ARENA_NEW(difference->arena, struct grouping);
    for (size_t field = 0; field < difference->space->field_count && !difference->budget.exceeded; field++) {
        if (group_is_free(difference, lost, field) && group_is_free(difference, gained, field)) continue;
        group_try(difference, tried, field, lost, gained);
        if (tried->too_many || (best && !group_is_neater(tried, best))) continue;
        struct grouping *other = best ? best : ARENA_NEW(difference->arena, struct grouping);
        best = tried;
        tried = other;
    }
    return best && best->regions <= lost->count + gained->count ? best : NULL;
}

/* The cells of a group: its rest, with its values in the field. */
static struct region group_boxes(const struct difference *difference, const struct grouping *grouping,
                                 const struct group *group, const struct group *values) {
    struct region boxes = {0};
    uint64_t *box = box_new(difference->space);
    for (size_t i = 0; i < group->rest.count; i++) {
        memcpy(box, region_box(difference->space, &group->rest, i), difference->space->words * sizeof *box);
        group_copy_field(difference, box, values->classes, grouping->field);
        region_add(difference->space, &boxes, box);
    }
    return boxes;
}

static void group_tell(struct difference *difference, struct difference_filter *filter,
                       const struct difference_region *like, const struct grouping *grouping,
                       const struct group *group) {
    struct region boxes = group_boxes(difference, grouping, group, group);
    enum difference_kind kind = group->gained ? DIFFERENCE_GAINED : DIFFERENCE_LOST;
    struct difference_region *region = difference_add(difference, filter, like, kind, &boxes);
    if (group->partner == GROUP_MAX) return;
    const struct group *partner = &grouping->groups[group->partner];
    struct region others = group_boxes(difference, grouping, group->alike ? group : partner, partner);
    region->kind = DIFFERENCE_REPLACED;
    region->pivot = grouping->field;
    region->alike = group->alike;
    region->parts[region->part_count++] = difference_part(difference, DIFFERENCE_GAINED, &others);
}

void difference_shrink(struct difference *difference, struct difference_filter *filter, size_t number,
                       const struct region *taken) {
    struct difference_region *region = &filter->regions[number];
    struct difference_part *part = &region->parts[0];
    struct region left = region_subtract(difference->space, &part->boxes, taken, &difference->budget);
    left = region_tidy(difference->space, &left, &difference->budget);
    if (left.count) {
        *part = difference_part(difference, part->kind, &left);
        return;
    }
    filter->region_count--;
    memmove(region, region + 1, (filter->region_count - number) * sizeof *region);
}

void difference_group(struct difference *difference, struct difference_filter *filter, struct difference_run run) {
    const struct difference_slice *slice = &filter->slices[run.first], *last = slice + run.count - 1;
    const struct region *lost = &slice->lost, *gained = &slice->gained;
    if (lost->count + gained->count == 0) return;
    struct difference_region like = {
        .period = {slice->period.from, last->period.until}, .first_slice = run.first, .slice_count = run.count};
    const struct grouping *grouping = run.whole ? NULL : group_best(difference, lost, gained);
    if (!grouping) {
        difference_add(difference, filter, &like, DIFFERENCE_LOST, lost);
        difference_add(difference, filter, &like, DIFFERENCE_GAINED, gained);
        return;
    }
    for (size_t i = 0; i < grouping->count; i++)
        if (!grouping->groups[i].told) group_tell(difference, filter, &like, grouping, &grouping->groups[i]);
}
