#include "compiler/base/near.h"

#include "compiler/base/unicode.h"

#include <stdbool.h>
#include <string.h>

enum { NEAR_MAX = 80 };

/* Keeps what weighs: blanks, underscores and case do not. Letters that look Latin are taken for the Latin ones. */
static size_t near_reduce(char *out, const char *word) {
    size_t length = 0, size;
    for (; *word && length < NEAR_MAX; word += size) {
        uint32_t point = unicode_next(word, &size);
        const char *looks = point >= 0x80 ? unicode_alike(point) : NULL;
        char c = looks && *looks ? *looks : *word;
        if (!looks || !*looks) size = 1;
        if (c == ' ' || c == '_' || c == '-') continue;
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        out[length++] = c;
    }
    return length;
}

static unsigned near_least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/* Edit distance with neighbours swapped counting one. */
static unsigned near_distance(const char *a, size_t a_length, const char *b, size_t b_length) {
    unsigned rows[3][NEAR_MAX + 1];
    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a_length; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *higher = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] = near_least(near_least(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = near_least(row[j], higher[j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

struct near near_start(const char *wanted) {
    char reduced[NEAR_MAX];
    size_t length = near_reduce(reduced, wanted);
    /* A third of the letters, at least one, at most four, may differ. One more than that is the bound to beat. */
    unsigned most = (unsigned)(length / 3);
    if (most < 1) most = 1;
    if (most > 4) most = 4;
    return (struct near){.wanted = wanted, .distance = most + 1};
}

/* A word cut short, or written out: "Windows" for "Windows ACR". */
static bool near_begins(const char *a, size_t a_length, const char *b, size_t b_length) {
    size_t shorter = a_length < b_length ? a_length : b_length;
    return shorter >= 4 && memcmp(a, b, shorter) == 0;
}

void near_offer(struct near *near, const char *word) {
    char a[NEAR_MAX], b[NEAR_MAX];
    size_t a_length = near_reduce(a, near->wanted), b_length = near_reduce(b, word);
    if (a_length <= 2 || strcmp(near->wanted, word) == 0) return;
    size_t apart = a_length > b_length ? a_length - b_length : b_length - a_length;
    unsigned distance = apart <= near->distance ? near_distance(a, a_length, b, b_length) : near->distance + 1;
    if (distance >= near->distance && !near->best && near_begins(a, a_length, b, b_length))
        distance = near->distance - 1;
    bool nearer = distance < near->distance || (distance == near->distance && near->best && apart < near->apart);
    if (!nearer) return;
    near->distance = distance;
    near->apart = apart;
    near->best = word;
}
