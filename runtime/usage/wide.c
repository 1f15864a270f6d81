#include "runtime/usage/wide.h"

#include <stdint.h>

struct wide wide_product(wide_half a, wide_half b) {
    wide_half a_low = (uint64_t)a, a_high = a >> 64, b_low = (uint64_t)b, b_high = b >> 64;
    wide_half low = a_low * b_low, middle = a_high * b_low + (low >> 64);
    wide_half other = a_low * b_high + (uint64_t)middle;
    return (struct wide){a_high * b_high + (middle >> 64) + (other >> 64), other << 64 | (uint64_t)low};
}

int wide_compare(struct wide a, struct wide b) {
    if (a.high != b.high) return a.high < b.high ? -1 : 1;
    return (a.low > b.low) - (a.low < b.low);
}

bool wide_divide(struct wide dividend, wide_half by, wide_half *quotient) {
    if (dividend.high >= by) return false;
    wide_half rest = dividend.high, result = 0;
    for (int bit = 127; bit >= 0; bit--) {
        bool carry = rest >> 127;
        rest = rest << 1 | (dividend.low >> bit & 1);
        bool fits = carry || rest >= by;
        if (fits) rest -= by;
        result = result << 1 | fits;
    }
    *quotient = result;
    return true;
}
