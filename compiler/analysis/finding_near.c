/* Are two values of a field near-duplicates (A0722)?
 *
 * They are when they differ in blanks, hyphens and other marks alone; in the plural of words; in one letter, which is
 * no digit, of six and more; or when one has a word more than the other, which has two and more. Never when one
 * measure, one eligibility or one value list names both: whoever writes both beside one another means both. Nor when an
 * alias makes them one. */
#include "compiler/analysis/finding.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { NEAR_LETTERS_MIN = 6, NEAR_PLURAL_MIN = 4 };

/* A value of a field as one rule names it. */
struct near_use {
    size_t field;
    const char *folded;
    uint32_t code; /* in the space; SPACE_OTHER: no condition names it */
    const struct model_value *value;
    uint32_t rule; /* measures, then eligibilities */
    const struct model_citation *cites;
    const char *title; /* of the measure, or of the eligibility */
};

/* A value and the rules that name it. */
struct near_value {
    size_t field;
    const struct near_use *uses;
    size_t use_count;
    const char *squeezed; /* letters and digits alone */
    const char *singular; /* the same, of words without their plural */
};

struct near_key {
    uint64_t hash;
    uint32_t value;
    bool part; /* of a value, which is near to a whole one alone: a word more in one, not another word in each */
};

struct near_pair {
    uint32_t a, b;
};

struct near_search {
    struct findings *findings;
    struct near_use *uses;
    size_t use_count;
    struct near_value *values;
    size_t value_count;
    struct near_key *keys;
    size_t key_count, key_capacity;
    struct near_pair *pairs;
    size_t pair_count, pair_capacity;
};

/* ---- What is near ---- */

static bool near_weighs(char c) {
    unsigned char letter = (unsigned char)c;
    return letter >= 0x80 || isalnum(letter);
}

static const char *near_reduce(struct findings *findings, const char *folded, bool singular) {
    size_t length = strlen(folded), kept = 0, word = 0;
    char *out = arena_string(findings->arena, folded, length);
    for (size_t i = 0; i <= length; i++) {
        if (i < length && near_weighs(folded[i])) {
            out[kept++] = folded[i];
            word++;
            continue;
        }
        if (singular && word >= NEAR_PLURAL_MIN && out[kept - 1] == 's') kept--;
        word = 0;
    }
    out[kept] = '\0';
    return out;
}

/* Whether one letter was changed, put in, or left out, or two neighbours were swapped. Digits are no letters: they tell
 * versions apart. */
static bool near_one_letter(const char *a, const char *b) {
    size_t a_length = strlen(a), b_length = strlen(b);
    if (a_length < b_length) return near_one_letter(b, a);
    if (a_length - b_length > 1 || a_length < NEAR_LETTERS_MIN) return false;
    size_t i = 0;
    while (i < b_length && a[i] == b[i])
        i++;
    if (isdigit((unsigned char)a[i]) || (a_length == b_length && isdigit((unsigned char)b[i]))) return false;
    if (a_length != b_length) return strcmp(a + i + 1, b + i) == 0;
    if (strcmp(a + i + 1, b + i + 1) == 0) return true;
    return a[i] == b[i + 1] && a[i + 1] == b[i] && strcmp(a + i + 2, b + i + 2) == 0;
}

/* Whether `longer` is `shorter` with one word put in. Both are folded: one blank between words. */
static bool near_one_word(const char *longer, const char *shorter) {
    if (!strchr(shorter, ' ')) return false;
    size_t same = 0, word = 0;
    while (longer[same] && longer[same] == shorter[same]) {
        same++;
        if (longer[same - 1] == ' ') word = same;
    }
    if (!shorter[same] && longer[same] == ' ') return !strchr(longer + same + 1, ' ');
    const char *behind = strchr(longer + word, ' ');
    return behind && strcmp(behind + 1, shorter + word) == 0;
}

static const char *near_how(const struct near_value *a, const struct near_value *b) {
    if (strcmp(a->squeezed, b->squeezed) == 0) return "they differ in blanks, hyphens or other marks alone";
    if (strcmp(a->singular, b->singular) == 0) return "they differ in a plural alone";
    const char *left = a->uses->folded, *right = b->uses->folded;
    if (near_one_word(left, right) || near_one_word(right, left)) return "one of them has a word more";
    return near_one_letter(a->squeezed, b->squeezed) ? "they differ in one letter" : NULL;
}

/* ---- Gathering ---- */

static uint32_t near_code(const struct findings *findings, size_t field, const char *folded) {
    return space_code(findings->space, findings->space->field_of[0][field], folded);
}

static void near_gather_values(struct near_search *search, size_t field, const struct model_value *values, size_t count,
                               struct near_use use) {
    for (size_t i = 0; i < count; i++) {
        use.field = field;
        use.folded = values[i].folded;
        use.value = &values[i];
        if (search->uses) use.code = near_code(search->findings, field, use.folded);
        if (search->uses) search->uses[search->use_count] = use;
        search->use_count++;
    }
}

static void near_gather_rule(struct near_search *search, const struct model_expression *node, struct near_use use) {
    if (node->kind == MODEL_CONDITION)
        near_gather_values(search, node->condition->field, node->condition->values, node->condition->value_count, use);
    for (size_t i = 0; i < node->child_count; i++)
        near_gather_rule(search, node->children[i], use);
}

static size_t near_first_field(const struct model_expression *node) {
    while (node->kind != MODEL_CONDITION)
        node = node->children[0];
    return node->condition->field;
}

static void near_gather(struct near_search *search) {
    struct findings *findings = search->findings;
    const struct model *model = findings->model;
    search->use_count = 0;
    for (size_t i = 0; i < findings->measure_count; i++) {
        const struct model_measure *measure = findings->measures[i].measure;
        struct near_use use = {.rule = (uint32_t)i, .cites = &measure->cites, .title = measure->name.text};
        near_gather_rule(search, measure->rule.where, use);
    }
    for (size_t i = 0; i < model->eligibility_count; i++) {
        const struct model_eligibility *of = &model->eligibilities[i];
        struct near_use use = {
            .rule = (uint32_t)(findings->measure_count + i), .cites = &model->cites, .title = of->reason};
        near_gather_rule(search, of->rule.where, use);
        near_gather_values(search, near_first_field(of->rule.where), of->known, of->known_count, use);
    }
}

static int near_by_value(const void *left, const void *right) {
    const struct near_use *a = left, *b = right;
    if (a->field != b->field) return a->field < b->field ? -1 : 1;
    if (a->code != b->code) return a->code < b->code ? -1 : 1;
    int order = a->code == SPACE_OTHER ? strcmp(a->folded, b->folded) : 0;
    if (order) return order;
    if (a->rule != b->rule) return a->rule < b->rule ? -1 : 1;
    return (a->value->span.begin > b->value->span.begin) - (a->value->span.begin < b->value->span.begin);
}

static void near_values(struct near_search *search) {
    search->values = ARENA_ARRAY(search->findings->arena, search->use_count, struct near_value);
    for (size_t i = 0; i < search->use_count; i++) {
        const struct near_use *use = &search->uses[i];
        struct near_value *last = search->value_count ? &search->values[search->value_count - 1] : NULL;
        if (last && last->field == use->field && strcmp(last->uses->folded, use->folded) == 0) {
            last->use_count++;
            continue;
        }
        search->values[search->value_count++] =
            (struct near_value){use->field, use, 1, near_reduce(search->findings, use->folded, false),
                                near_reduce(search->findings, use->folded, true)};
    }
}

/* ---- Candidates: values that share a key ---- */

/* The key of a text without what stands from `without` to `until`. */
static void near_add_key(struct near_search *search, size_t value, char kind, const char *text, size_t without,
                         size_t until) {
    uint64_t hash = UINT64_C(14695981039346656037) ^ (unsigned char)kind ^ search->values[value].field << 8;
    for (size_t i = 0; text[i]; i++) {
        if (i < without || i >= until) hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    }
    if (search->key_count == search->key_capacity) {
        search->key_capacity = search->key_capacity ? 2 * search->key_capacity : 256;
        struct near_key *keys = ARENA_ARRAY(search->findings->arena, search->key_capacity, struct near_key);
        if (search->key_count) memcpy(keys, search->keys, search->key_count * sizeof *keys);
        search->keys = keys;
    }
    search->keys[search->key_count++] = (struct near_key){hash, (uint32_t)value, kind == 'w' && until > without};
}

/* Values that differ in one letter are alike when the right letter of each is left out, or none. */
static void near_letter_keys(struct near_search *search, size_t value) {
    const char *squeezed = search->values[value].squeezed;
    near_add_key(search, value, 'l', squeezed, 0, 0);
    for (size_t i = 0; squeezed[i]; i++)
        near_add_key(search, value, 'l', squeezed, i, i + 1);
}

/* The same with words; the blank behind a word goes with it, or before the last. */
static void near_word_keys(struct near_search *search, size_t value) {
    const char *folded = search->values[value].uses->folded;
    near_add_key(search, value, 'w', folded, 0, 0);
    for (size_t begin = 0, end; folded[begin]; begin = folded[end] ? end + 1 : end) {
        end = begin + strcspn(folded + begin, " ");
        bool last = folded[end] == '\0';
        if (begin || !last) near_add_key(search, value, 'w', folded, last ? begin - 1 : begin, last ? end : end + 1);
    }
}

static int near_by_hash(const void *left, const void *right) {
    const struct near_key *a = left, *b = right;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    if (a->part != b->part) return a->part ? 1 : -1;
    return (a->value > b->value) - (a->value < b->value);
}

static void near_add_pair(struct near_search *search, uint32_t a, uint32_t b) {
    if (search->pair_count == search->pair_capacity) {
        search->pair_capacity = search->pair_capacity ? 2 * search->pair_capacity : 16;
        struct near_pair *pairs = ARENA_ARRAY(search->findings->arena, search->pair_capacity, struct near_pair);
        if (search->pair_count) memcpy(pairs, search->pairs, search->pair_count * sizeof *pairs);
        search->pairs = pairs;
    }
    search->pairs[search->pair_count++] = (struct near_pair){a, b};
}

static void near_candidates(struct near_search *search) {
    struct space_budget *budget = &search->findings->budget;
    for (size_t i = 0; i < search->value_count; i++) {
        near_letter_keys(search, i);
        near_word_keys(search, i);
        near_add_key(search, i, 's', search->values[i].singular, 0, 0);
    }
    if (search->key_count) qsort(search->keys, search->key_count, sizeof *search->keys, near_by_hash);
    for (size_t i = 0; i < search->key_count; i++) {
        if (search->keys[i].part) continue; /* those behind it with its hash are parts, too */
        for (size_t k = i + 1; k < search->key_count && search->keys[k].hash == search->keys[i].hash; k++) {
            uint32_t a = search->keys[i].value, b = search->keys[k].value;
            budget->exceeded = budget->exceeded || budget->left == 0;
            if (budget->exceeded) return;
            budget->left--;
            if (a == b || !near_how(&search->values[a], &search->values[b])) continue;
            near_add_pair(search, a < b ? a : b, a < b ? b : a);
        }
    }
}

/* ---- Telling ---- */

static bool near_together(const struct near_value *a, const struct near_value *b) {
    size_t i = 0, k = 0;
    while (i < a->use_count && k < b->use_count) {
        if (a->uses[i].rule == b->uses[k].rule) return true;
        if (a->uses[i].rule < b->uses[k].rule)
            i++;
        else
            k++;
    }
    return false;
}

static bool near_one_meaning(const struct findings *findings, const struct near_value *a, const struct near_value *b) {
    const struct space_field *field = &findings->space->fields[findings->space->field_of[0][a->field]];
    uint32_t left = a->uses->code, right = b->uses->code;
    return left != SPACE_OTHER && right != SPACE_OTHER && field->meaning[0][left] == field->meaning[0][right];
}

static void near_relate(struct findings *findings, struct finding *finding, const struct near_value *value) {
    finding_relate(findings, finding, value->uses->value->span, value->uses->cites, "\"%s\" stands in '%s'%s",
                   value->uses->value->text, value->uses->title, value->use_count > 1 ? " and elsewhere" : "");
}

static void near_tell(struct findings *findings, const struct near_value *a, const struct near_value *b) {
    const char *field = findings->model->fields[a->field].name.text;
    const char *subject = arena_format(findings->arena, "%s \"%s\" \"%s\"", field, a->uses->folded, b->uses->folded);
    bool a_is_rare = a->use_count < b->use_count;
    const struct near_value *rare = a_is_rare ? a : b, *other = a_is_rare ? b : a;
    struct finding *finding = finding_add(findings, A0722, rare->uses->value->span, subject,
                                          "\"%s\" is much like \"%s\", another value of %s: %s",
                                          rare->uses->value->text, other->uses->value->text, field, near_how(a, b));
    near_relate(findings, finding, other);
    finding_mean(findings, finding,
                 "each counts in rules of its own; a row with the one is nothing to rules that name the other");
    finding_remedy(findings, finding, "if one of them is misspelled, correct it");
    finding_remedy(findings, finding,
                   "if exports write one thing in both ways, declare an alias in the usage declaration");
}

static int near_by_pair(const void *left, const void *right) {
    const struct near_pair *a = left, *b = right;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

void finding_near(struct findings *findings) {
    struct near_search search = {.findings = findings};
    near_gather(&search);
    search.uses = ARENA_ARRAY(findings->arena, search.use_count, struct near_use);
    near_gather(&search);
    if (search.use_count) qsort(search.uses, search.use_count, sizeof *search.uses, near_by_value);
    near_values(&search);
    near_candidates(&search);
    if (search.pair_count) qsort(search.pairs, search.pair_count, sizeof *search.pairs, near_by_pair);
    for (size_t i = 0; i < search.pair_count; i++) {
        struct near_pair pair = search.pairs[i];
        if (i && near_by_pair(&search.pairs[i - 1], &pair) == 0) continue;
        const struct near_value *a = &search.values[pair.a], *b = &search.values[pair.b];
        if (!near_together(a, b) && !near_one_meaning(findings, a, b)) near_tell(findings, a, b);
    }
}
