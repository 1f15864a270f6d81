#include "runtime/cli/cells.h"

#include "runtime/usage/csv.h"
#include "runtime/usage/day.h"
#include "runtime/usage/month.h"

#include <string.h>

void cells_text_bytes(struct text *out, const char *text, size_t length) {
    csv_add_text(out, text, length);
    text_add_char(out, ',');
}

void cells_text(struct text *out, const char *text) {
    cells_text_bytes(out, text, strlen(text));
}

void cells_text_of(struct text *out, const struct text *text) {
    if (text->failed)
        out->failed = true;
    else
        cells_text_bytes(out, text->length ? text->data : "", text->length);
}

void cells_count(struct text *out, bool known, uint64_t count) {
    if (known) text_add_uint(out, count);
    text_add_char(out, ',');
}

void cells_amount(struct text *out, bool known, assay_money amount) {
    char exact[ASSAY_MONEY_TEXT];
    assay_money_exact(exact, amount);
    if (known) text_add(out, exact);
    text_add_char(out, ',');
}

void cells_month(struct text *out, bool known, int32_t month) {
    char text[MONTH_TEXT];
    if (known && month >= 0) {
        month_text(text, month);
        text_add(out, text);
    }
    text_add_char(out, ',');
}

void cells_day(struct text *out, uint32_t day) {
    char text[DAY_TEXT];
    day_text(text, day);
    if (day) text_add(out, text);
    text_add_char(out, ',');
}

void cells_end(struct text *out) {
    if (!out->failed && out->length) out->data[out->length - 1] = '\n';
}
