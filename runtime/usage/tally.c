#include "runtime/usage/tally.h"

bool tally_add(struct tally *tally, assay_money amount) {
    tally->rows++;
    tally->charges += amount > 0;
    return assay_money_add(amount < 0 ? &tally->negative : &tally->positive, amount) == ASSAY_OK;
}

bool tally_merge(struct tally *tally, const struct tally *other) {
    tally->rows += other->rows;
    tally->charges += other->charges;
    return assay_money_add(&tally->positive, other->positive) == ASSAY_OK &&
           assay_money_add(&tally->negative, other->negative) == ASSAY_OK;
}

assay_money tally_net(const struct tally *tally) {
    return tally->positive + tally->negative;
}

bool tally_absolute(const struct tally *tally, assay_money *sum) {
    *sum = tally->positive;
    return !__builtin_sub_overflow(tally->positive, tally->negative, sum);
}
