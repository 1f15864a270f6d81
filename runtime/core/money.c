/* money.c - exact decimal amounts: parse, add, print. */
#include "runtime/core/internal.h"

__extension__ typedef unsigned __int128 money_magnitude;

enum {
    INTEGER_DIGITS = 14, /* of an amount that is read */
    DIGITS = 45,         /* of a magnitude that is printed, leading zeros included: five groups of nine */
    POINT = DIGITS - ASSAY_MONEY_DECIMALS
};

static const uint64_t power_of_ten[20] = {1u,
                                          10u,
                                          100u,
                                          1000u,
                                          10000u,
                                          100000u,
                                          1000000u,
                                          10000000u,
                                          100000000u,
                                          1000000000u,
                                          10000000000u,
                                          100000000000u,
                                          1000000000000u,
                                          10000000000000u,
                                          100000000000000u,
                                          1000000000000000u,
                                          10000000000000000u,
                                          100000000000000000u,
                                          1000000000000000000u,
                                          10000000000000000000u};

/* ---- Reading ---- */

/* A number as written. */
struct numeral {
    int negative;
    const unsigned char *first, *last; /* its first and last digit that is not zero; NULL: the value is zero */
    const unsigned char *point;        /* where its point is, or would be */
    int64_t exponent;                  /* beyond about 1e17 no more than a sign of its size */
};

static const unsigned char *skip_space(const unsigned char *at, const unsigned char *end) {
    while (at != end) {
        size_t space = fold_space(at, end);
        if (space == 0) break;
        at += space;
    }
    return at;
}

static int is_digit(unsigned char byte) {
    return byte >= '0' && byte <= '9';
}

/* Skips a sign, and says whether it is a minus. */
static int take_sign(const unsigned char **at, const unsigned char *end) {
    if (*at == end || (**at != '+' && **at != '-')) return 0;
    return *(*at)++ == '-';
}

/* The functions that scan return where they stopped, or NULL when the text is no number. */
static const unsigned char *scan_digits(struct numeral *numeral, const unsigned char *at, const unsigned char *end) {
    size_t digits = 0;
    for (; at != end; at++) {
        if (is_digit(*at)) {
            digits++;
            if (*at == '0') continue;
            if (!numeral->first) numeral->first = at;
            numeral->last = at;
        } else if (*at == '.' && !numeral->point) {
            numeral->point = at;
        } else {
            break;
        }
    }
    if (!numeral->point) numeral->point = at;
    return digits ? at : NULL;
}

/* The exponent stops growing where no text could be long enough to outweigh it. */
static const unsigned char *scan_exponent(struct numeral *numeral, const unsigned char *at, const unsigned char *end) {
    if (at == end || (*at != 'e' && *at != 'E')) return at;
    at++;
    int negative = take_sign(&at, end);
    const unsigned char *start = at;
    int64_t exponent = 0;
    for (; at != end && is_digit(*at); at++)
        if (exponent < INT64_C(100000000000000000)) exponent = exponent * 10 + (*at - '0');
    numeral->exponent = negative ? -exponent : exponent;
    return at == start ? NULL : at;
}

static int scan_numeral(struct numeral *numeral, const unsigned char *at, const unsigned char *end) {
    *numeral = (struct numeral){0};
    at = skip_space(at, end);
    numeral->negative = take_sign(&at, end);
    at = scan_digits(numeral, at, end);
    if (at) at = scan_exponent(numeral, at, end);
    return at && skip_space(at, end) == end;
}

/* The power of ten that a digit stands for. */
static int64_t digit_place(const struct numeral *numeral, const unsigned char *digit) {
    int64_t before_point = numeral->point - digit;
    return (before_point > 0 ? before_point - 1 : before_point) + numeral->exponent;
}

/* The digits from first to last, at most 38, as an integer. */
static money_magnitude read_digits(const struct numeral *numeral) {
    uint64_t upper = 0, lower = 0;
    int digits = 0;
    for (const unsigned char *at = numeral->first; at <= numeral->last; at++) {
        if (*at == '.') continue;
        if (digits == 19) {
            upper = lower;
            lower = 0;
        }
        lower = lower * 10 + (uint64_t)(*at - '0');
        digits++;
    }
    return digits > 19 ? (money_magnitude)upper * power_of_ten[digits - 19] + lower : lower;
}

int assay_money_parse(const char *text, size_t length, assay_money *out) {
    const unsigned char *at = (const unsigned char *)text;
    struct numeral numeral;
    if (!scan_numeral(&numeral, at, length ? at + length : at)) return ASSAY_E_SYNTAX;
    if (!numeral.first) {
        *out = 0;
        return ASSAY_OK;
    }
    int64_t least = digit_place(&numeral, numeral.last) + ASSAY_MONEY_DECIMALS;
    if (digit_place(&numeral, numeral.first) >= INTEGER_DIGITS || least < 0) return ASSAY_E_RANGE;
    money_magnitude magnitude = read_digits(&numeral);
    for (; least > 19; least -= 19)
        magnitude *= power_of_ten[19];
    magnitude *= power_of_ten[least];
    *out = numeral.negative ? -(assay_money)magnitude : (assay_money)magnitude;
    return ASSAY_OK;
}

int assay_money_add(assay_money *sum, assay_money amount) {
    assay_money result;
    if (__builtin_add_overflow(*sum, amount, &result)) return ASSAY_E_OVERFLOW;
    *sum = result;
    return ASSAY_OK;
}

/* ---- Printing ---- */

/* Writes all digits of a magnitude. Divides by limbs, because few processors divide 128 bits. */
static void write_digits(char digits[DIGITS], assay_money amount) {
    money_magnitude magnitude = amount < 0 ? -(money_magnitude)amount : (money_magnitude)amount;
    uint32_t limbs[4] = {(uint32_t)(magnitude >> 96), (uint32_t)(magnitude >> 64), (uint32_t)(magnitude >> 32),
                         (uint32_t)magnitude};
    for (int group = DIGITS - 9; group >= 0; group -= 9) {
        uint64_t rest = 0;
        for (int i = 0; i < 4; i++) {
            rest = rest << 32 | limbs[i];
            limbs[i] = (uint32_t)(rest / 1000000000u);
            rest %= 1000000000u;
        }
        for (int i = group + 8; i >= group; i--, rest /= 10)
            digits[i] = (char)('0' + rest % 10);
    }
}

/* The first digit of the integer part to print: at least one is. */
static int first_digit(const char digits[DIGITS]) {
    int first = 0;
    while (first < POINT - 1 && digits[first] == '0')
        first++;
    return first;
}

size_t assay_money_exact(char out[ASSAY_MONEY_TEXT], assay_money amount) {
    char digits[DIGITS];
    write_digits(digits, amount);
    int last = DIGITS;
    while (last > POINT && digits[last - 1] == '0')
        last--;
    size_t length = 0;
    if (amount < 0) out[length++] = '-';
    for (int i = first_digit(digits); i < last; i++) {
        if (i == POINT) out[length++] = '.';
        out[length++] = digits[i];
    }
    out[length] = '\0';
    return length;
}

/* Adds one to the digits before `end`. The first digit is never 9: a magnitude has 39 digits of 45. */
static void increment(char digits[DIGITS], int end) {
    int i = end - 1;
    for (; digits[i] == '9'; i--)
        digits[i] = '0';
    digits[i]++;
}

size_t assay_money_cents(char out[ASSAY_MONEY_TEXT], assay_money amount) {
    const int end = POINT + 2;
    char digits[DIGITS];
    write_digits(digits, amount);
    if (digits[end] >= '5') increment(digits, end);
    int first = first_digit(digits), zero = 1;
    for (int i = first; i < end; i++)
        zero = zero && digits[i] == '0';
    size_t length = 0;
    if (amount < 0 && !zero) out[length++] = '-';
    for (int i = first; i < end; i++) {
        if (i == POINT)
            out[length++] = '.';
        else if (i > first && i < POINT && (POINT - i) % 3 == 0)
            out[length++] = ',';
        out[length++] = digits[i];
    }
    out[length] = '\0';
    return length;
}
