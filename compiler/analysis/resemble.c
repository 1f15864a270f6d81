#include "compiler/analysis/resemble.h"

#include "compiler/base/unicode.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { RESEMBLE_LETTERS_MIN = 6, RESEMBLE_WORD_MIN = 3, RESEMBLE_PLURAL_MIN = 4 };

struct resemble_key {
    uint64_t hash;
    uint32_t text;
    bool part; /* of a text, which is near to a whole one alone: a word more in one, not another word in each */
};

struct resemble {
    const struct resemble_text *texts;
    size_t count;
    enum resemble_kind kind;
    struct arena *arena;
    struct resemble_key *keys;
    size_t key_count, key_capacity;
};

/* ---- Forms of a text ---- */

static bool resemble_weighs(char c) {
    unsigned char letter = (unsigned char)c;
    return letter >= 0x80 || isalnum(letter);
}

static const char *resemble_reduce(const char *folded, bool singular, struct arena *arena) {
    size_t length = strlen(folded), kept = 0, word = 0;
    char *out = arena_string(arena, folded, length);
    for (size_t i = 0; i <= length; i++) {
        if (i < length && resemble_weighs(folded[i])) {
            out[kept++] = folded[i];
            word++;
            continue;
        }
        if (singular && word >= RESEMBLE_PLURAL_MIN && out[kept - 1] == 's') kept--;
        word = 0;
    }
    out[kept] = '\0';
    return out;
}

const char *resemble_skeleton(const char *text, struct arena *arena) {
    struct text skeleton = {0};
    unicode_skeleton(text, &skeleton);
    const char *kept = arena_string(arena, skeleton.data ? skeleton.data : "", skeleton.length);
    text_free(&skeleton);
    return kept;
}

struct resemble_text resemble_text(size_t group, const char *folded, const char *written, struct arena *arena) {
    return (struct resemble_text){group, folded, resemble_reduce(folded, false, arena),
                                  resemble_reduce(folded, true, arena), written};
}

/* ---- What is near ---- */

static bool resemble_continues(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

static size_t resemble_characters(const char *text, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += !resemble_continues(text[i]);
    return count;
}

/* What differs in two texts: bytes from `begin` to the ends, whole characters. */
struct resemble_middle {
    size_t begin, a_end, b_end;
};

static struct resemble_middle resemble_middle(const char *a, const char *b) {
    struct resemble_middle middle = {0, strlen(a), strlen(b)};
    while (a[middle.begin] && a[middle.begin] == b[middle.begin])
        middle.begin++;
    while (middle.begin > 0 && (resemble_continues(a[middle.begin]) || resemble_continues(b[middle.begin])))
        middle.begin--;
    size_t same = 0, most = (middle.a_end < middle.b_end ? middle.a_end : middle.b_end) - middle.begin;
    while (same < most && a[middle.a_end - same - 1] == b[middle.b_end - same - 1])
        same++;
    while (same > 0 && resemble_continues(a[middle.a_end - same]))
        same--;
    middle.a_end -= same;
    middle.b_end -= same;
    return middle;
}

/* Whether one letter was changed, put in, or left out, or two neighbours were swapped. Digits are no letters: they tell
 * versions apart. */
static bool resemble_one_letter(const char *a, const char *b) {
    struct resemble_middle middle = resemble_middle(a, b);
    const char *left = a + middle.begin, *right = b + middle.begin;
    size_t a_size = middle.a_end - middle.begin, b_size = middle.b_end - middle.begin;
    size_t a_count = resemble_characters(left, a_size), b_count = resemble_characters(right, b_size);
    if ((a_count && isdigit((unsigned char)*left)) || (b_count && isdigit((unsigned char)*right))) return false;
    if (a_count <= 1 && b_count <= 1) return true;
    bool two = a_count == 2 && b_count == 2 && a_size == b_size;
    if (!two) return false;
    size_t first = 1;
    while (resemble_continues(left[first]))
        first++;
    return memcmp(left, right + (b_size - first), first) == 0 && memcmp(left + first, right, a_size - first) == 0;
}

static bool resemble_value_letter(const struct resemble_text *a, const struct resemble_text *b) {
    size_t a_count = resemble_characters(a->squeezed, strlen(a->squeezed));
    size_t b_count = resemble_characters(b->squeezed, strlen(b->squeezed));
    return (a_count > b_count ? a_count : b_count) >= RESEMBLE_LETTERS_MIN &&
           resemble_one_letter(a->squeezed, b->squeezed);
}

/* Characters of the word around a place. */
static size_t resemble_word_at(const char *text, size_t begin, size_t end) {
    while (begin > 0 && resemble_weighs(text[begin - 1]))
        begin--;
    while (resemble_weighs(text[end]))
        end++;
    return resemble_characters(text + begin, end - begin);
}

/* Names that differ in one letter: how many the word has in which they do; 0: they do not. */
static size_t resemble_name_letter(const struct resemble_text *a, const struct resemble_text *b) {
    struct resemble_middle middle = resemble_middle(a->folded, b->folded);
    size_t left = resemble_word_at(a->folded, middle.begin, middle.a_end);
    size_t right = resemble_word_at(b->folded, middle.begin, middle.b_end);
    size_t word = left > right ? left : right;
    return word >= RESEMBLE_WORD_MIN && resemble_one_letter(a->folded, b->folded) ? word : 0;
}

/* Whether `longer` is `shorter` with one word put in. Both are folded: one blank between words. */
static bool resemble_one_word(const char *longer, const char *shorter) {
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

static const char *resemble_how(enum resemble_kind kind, const struct resemble_text *a, const struct resemble_text *b,
                                size_t *word) {
    if (a->group != b->group) return NULL;
    if (*a->squeezed && strcmp(a->squeezed, b->squeezed) == 0)
        return "they differ in blanks, hyphens or other marks alone";
    if (*a->singular && strcmp(a->singular, b->singular) == 0) return "they differ in a plural alone";
    bool values = kind == RESEMBLE_VALUES;
    if (values && (resemble_one_word(a->folded, b->folded) || resemble_one_word(b->folded, a->folded)))
        return "one of them has a word more";
    *word = values ? 0 : resemble_name_letter(a, b);
    return (values ? resemble_value_letter(a, b) : *word > 0) ? "they differ in one letter" : NULL;
}

/* ---- Candidates: texts that share a key ---- */

/* The key of a text without what stands from `without` to `until`. */
static void resemble_add_key(struct resemble *of, size_t number, char kind, const char *text, size_t without,
                             size_t until) {
    uint64_t hash = UINT64_C(14695981039346656037) ^ (unsigned char)kind ^ (uint64_t)of->texts[number].group << 8;
    for (size_t i = 0; text[i]; i++) {
        if (i < without || i >= until) hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    }
    if (of->key_count == of->key_capacity) {
        of->key_capacity = of->key_capacity ? 2 * of->key_capacity : 256;
        struct resemble_key *keys = ARENA_ARRAY(of->arena, of->key_capacity, struct resemble_key);
        if (of->key_count) memcpy(keys, of->keys, of->key_count * sizeof *keys);
        of->keys = keys;
    }
    of->keys[of->key_count++] = (struct resemble_key){hash, (uint32_t)number, kind == 'w' && until > without};
}

/* Texts that differ in one letter are alike when the right letter of each is left out, or none. */
static void resemble_letter_keys(struct resemble *of, size_t number) {
    const char *squeezed = of->texts[number].squeezed;
    resemble_add_key(of, number, 'l', squeezed, 0, 0);
    for (size_t i = 0, end; squeezed[i]; i = end) {
        for (end = i + 1; resemble_continues(squeezed[end]);)
            end++;
        resemble_add_key(of, number, 'l', squeezed, i, end);
    }
}

/* The same with words; the blank behind a word goes with it, or before the last. */
static void resemble_word_keys(struct resemble *of, size_t number) {
    const char *folded = of->texts[number].folded;
    resemble_add_key(of, number, 'w', folded, 0, 0);
    for (size_t begin = 0, end; folded[begin]; begin = folded[end] ? end + 1 : end) {
        end = begin + strcspn(folded + begin, " ");
        bool last = folded[end] == '\0';
        if (begin || !last) resemble_add_key(of, number, 'w', folded, last ? begin - 1 : begin, last ? end : end + 1);
    }
}

static int resemble_by_hash(const void *left, const void *right) {
    const struct resemble_key *a = left, *b = right;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    if (a->part != b->part) return a->part ? 1 : -1;
    return (a->text > b->text) - (a->text < b->text);
}

static void resemble_keys(struct resemble *of) {
    for (size_t i = 0; i < of->count; i++) {
        resemble_letter_keys(of, i);
        if (of->kind == RESEMBLE_VALUES) resemble_word_keys(of, i);
        resemble_add_key(of, i, 's', of->texts[i].singular, 0, 0);
    }
    if (of->key_count) qsort(of->keys, of->key_count, sizeof *of->keys, resemble_by_hash);
}

static void resemble_add_pair(struct resemble *of, struct resemble_pairs *pairs, uint32_t a, uint32_t b) {
    if (a > b) {
        uint32_t swapped = a;
        a = b;
        b = swapped;
    }
    size_t word = 0;
    const char *how = a == b ? NULL : resemble_how(of->kind, &of->texts[a], &of->texts[b], &word);
    if (!how || unicode_look_alike(of->texts[a].written, of->texts[b].written)) return;
    if (pairs->count == pairs->capacity) {
        pairs->capacity = pairs->capacity ? 2 * pairs->capacity : 16;
        struct resemble_pair *items = ARENA_ARRAY(of->arena, pairs->capacity, struct resemble_pair);
        if (pairs->count) memcpy(items, pairs->items, pairs->count * sizeof *items);
        pairs->items = items;
    }
    pairs->items[pairs->count++] = (struct resemble_pair){a, b, how, word};
}

static int resemble_by_pair(const void *left, const void *right) {
    const struct resemble_pair *a = left, *b = right;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static void resemble_tidy(struct resemble_pairs *pairs) {
    if (!pairs->count) return;
    qsort(pairs->items, pairs->count, sizeof *pairs->items, resemble_by_pair);
    size_t kept = 1;
    for (size_t i = 1; i < pairs->count; i++)
        if (resemble_by_pair(&pairs->items[kept - 1], &pairs->items[i]) != 0) pairs->items[kept++] = pairs->items[i];
    pairs->count = kept;
}

struct resemble_pairs resemble_find(const struct resemble_text *texts, size_t count, enum resemble_kind kind,
                                    struct arena *arena, struct space_budget *budget) {
    struct resemble of = {.texts = texts, .count = count, .kind = kind, .arena = arena};
    struct resemble_pairs pairs = {0};
    resemble_keys(&of);
    for (size_t i = 0; i < of.key_count && !budget->exceeded; i++) {
        if (of.keys[i].part) continue; /* those behind it with its hash are parts, too */
        for (size_t k = i + 1; k < of.key_count && of.keys[k].hash == of.keys[i].hash; k++) {
            budget->exceeded = budget->exceeded || budget->left == 0;
            if (budget->exceeded) break;
            budget->left--;
            resemble_add_pair(&of, &pairs, of.keys[i].text, of.keys[k].text);
        }
    }
    resemble_tidy(&pairs);
    return pairs;
}
