/* cells.c - oracle-cells [RULES...]: compares the answers of the runtime with those of the naive interpreter.
 *
 * 1. Over all cells of the product of the classes of the rules, each class stood for by its texts in turn.
 * 2. Over each text of each field, and over random rows with absent columns.
 *    These two only when rules are named: the build proves the shipped ones on all cells, faster.
 * 3. Over random rule sets and random rows with absent columns; and what is emitted of each is proved.
 *
 * Prints what was compared; status 1 when anything differs. */
#include "tests/oracle/cells.h"

#include "compiler/cli/cli.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    PRODUCT_MAX = 20 * 1000 * 1000,
    ABSENT_ROWS = 4000,
    ABSENT_BOUND = 20000,
    RANDOM_SETS = 400,
    RANDOM_ROWS = 60,
};

/* ---- All cells ---- */

/* The codes of a class, by class. */
struct class_codes {
    uint16_t *codes;
    size_t count, next;
};

static struct class_codes *field_classes(const struct cells *cells, size_t field) {
    const struct assay_index_field *index = &cells->rules->index->fields[field];
    struct class_codes *classes = ARENA_ARRAY(cells->arena, index->class_count, struct class_codes);
    size_t codes = 2 + (size_t)index->entry_count;
    for (size_t i = 0; i < index->class_count; i++)
        classes[i].codes = ARENA_ARRAY(cells->arena, codes, uint16_t);
    for (uint16_t code = 0; code < codes; code++) {
        uint16_t class_ = code == ASSAY_BLANK   ? index->blank_class
                          : code == ASSAY_OTHER ? index->other_class
                                                : index->entries[code - 2].class_;
        classes[class_].codes[classes[class_].count++] = code;
    }
    return classes;
}

static void put_class(struct cells *cells, size_t field, struct class_codes *class_) {
    cells_put_code(cells, field, class_->codes[class_->next]);
    class_->next = (class_->next + 1) % class_->count;
}

/* The fields that fewest rules look at come last: they turn fastest. */
static size_t *turning_order(const struct cells *cells) {
    size_t fields = cells->model->field_count;
    size_t *order = ARENA_ARRAY(cells->arena, fields, size_t);
    for (size_t i = 0; i < fields; i++) {
        size_t at = i;
        for (; at && cells_weight(cells, order[at - 1]) < cells_weight(cells, i); at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

static uint64_t product_of_classes(const struct cells *cells) {
    uint64_t product = 1;
    for (size_t field = 0; field < cells->model->field_count && product <= PRODUCT_MAX; field++) {
        product *= cells->rules->index->fields[field].class_count;
    }
    return product <= PRODUCT_MAX ? product : 0;
}

/* Counts through the product like an odometer; only the cells that turn are put anew. */
static uint64_t compare_product(struct cells *cells) {
    size_t fields = cells->model->field_count, *order = turning_order(cells);
    size_t *at = ARENA_ARRAY(cells->arena, fields, size_t);
    struct class_codes **classes = ARENA_ARRAY(cells->arena, fields, struct class_codes *);
    for (size_t field = 0; field < fields; field++) {
        classes[field] = field_classes(cells, field);
        put_class(cells, field, &classes[field][0]);
    }
    uint64_t product = product_of_classes(cells);
    for (uint64_t done = 0; done < product; done++) {
        cells_compare(cells, 1);
        for (size_t i = fields; i-- > 0;) {
            size_t field = order[i], class_count = cells->rules->index->fields[field].class_count;
            if (class_count == 1) continue;
            at[field] = (at[field] + 1) % class_count;
            put_class(cells, field, &classes[field][at[field]]);
            if (at[field]) break;
        }
    }
    return product;
}

/* ---- Rows ---- */

static void put_random(struct cells *cells, size_t field, size_t absent_in) {
    size_t codes = 2 + (size_t)cells->rules->index->fields[field].entry_count;
    if (absent_in && cells_below(&cells->random, absent_in) == 0)
        cells_put_absent(cells, field);
    else
        cells_put_code(cells, field, (uint16_t)cells_below(&cells->random, codes));
}

static void compare_each_text(struct cells *cells) {
    size_t fields = cells->model->field_count;
    for (size_t field = 0; field < fields; field++) {
        size_t codes = 2 + (size_t)cells->rules->index->fields[field].entry_count;
        for (uint16_t code = 0; code < codes; code++) {
            for (size_t other = 0; other < fields; other++)
                put_random(cells, other, 0);
            cells_put_code(cells, field, code);
            cells_compare(cells, 1);
        }
    }
}

static void compare_random_rows(struct cells *cells, size_t rows, size_t absent_in, uint64_t bound) {
    for (size_t i = 0; i < rows; i++) {
        for (size_t field = 0; field < cells->model->field_count; field++)
            put_random(cells, field, absent_in);
        cells_compare(cells, bound);
    }
}

/* ---- The three parts ---- */

struct total {
    uint64_t compared, mismatches;
};

static void total_add(struct total *total, struct cells *cells) {
    total->compared += cells->compared;
    total->mismatches += cells->mismatches;
    cells_end(cells);
}

static void compare_rules(struct total *total, struct cli_run *run) {
    const struct assay_ruleset *rules = layout_ruleset(run->model, &run->arena);
    if (!rules) abort();
    struct cells cells = cells_begin(run->model, rules, &run->arena, 1);
    uint64_t product = compare_product(&cells);
    printf("all cells: %llu, classes", (unsigned long long)product);
    for (size_t field = 0; field < run->model->field_count; field++) {
        if (rules->index->fields[field].class_count > 1) printf(" %u", rules->index->fields[field].class_count);
    }
    printf("; clauses %u, measures %u%s\n", rules->index->clause_count, rules->index->measure_count,
           product ? "" : "; too many cells to enumerate");
    compare_each_text(&cells);
    uint64_t before = cells.compared;
    compare_random_rows(&cells, ABSENT_ROWS, 12, ABSENT_BOUND);
    printf("rows with absent columns: %llu\n", (unsigned long long)(cells.compared - before));
    total_add(total, &cells);
}

static void compare_random_rules(struct total *total) {
    uint64_t rows = 0, most = 0;
    struct cells_random random = {UINT64_C(0x9E3779B97F4A7C15)};
    for (size_t i = 0; i < RANDOM_SETS; i++) {
        struct arena arena = {0};
        const struct model *model = cells_random_model(&random, i % 10 == 0, &arena);
        const struct assay_ruleset *rules = layout_ruleset(model, &arena);
        if (!rules) abort();
        struct cells cells = cells_begin(model, rules, &arena, i + 1);
        compare_random_rows(&cells, RANDOM_ROWS, 3, ABSENT_BOUND);
        rows += cells.compared;
        most = rules->index->words > most ? rules->index->words : most;
        total_add(total, &cells);
        total->mismatches += cells_emitted(model, rules, &arena);
        arena_free(&arena);
    }
    printf("random rule sets: %d, emitted and proved; rows %llu, up to %llu words of clauses\n", (int)RANDOM_SETS,
           (unsigned long long)rows, (unsigned long long)most);
}

static enum cli_status compare_named(struct total *total, char *const *paths, size_t count) {
    struct cli_run run;
    enum cli_status status = cli_model(&run, paths, count);
    if (status == CLI_CLEAN) compare_rules(total, &run);
    cli_free(&run);
    return status;
}

int main(int count, char **arguments) {
    struct total total = {0, 0};
    enum cli_status status = count < 2 ? CLI_CLEAN : compare_named(&total, arguments + 1, (size_t)count - 1);
    if (status != CLI_CLEAN) return (int)status;
    compare_random_rules(&total);
    printf("cells compared %llu, mismatches %llu\n", (unsigned long long)total.compared,
           (unsigned long long)total.mismatches);
    return total.mismatches ? CLI_REPORT : CLI_CLEAN;
}
