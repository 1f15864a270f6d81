/* classify.c - `assay classify`: one record per row of the file. */
#include "runtime/cli/command.h"

#include "runtime/base/json.h"
#include "runtime/base/output.h"
#include "runtime/cli/interrupt.h"
#include "runtime/usage/csv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* What stands between the row number and the reason, worked out once per outcome. */
struct classify_middle {
    struct text text;
    bool made;
    bool counts; /* something counts or may count */
};

struct classify {
    struct run *run;
    bool json;
    FILE *stream;
    struct classify_middle *middles; /* one per outcome */
    struct classify_middle nothing;
    struct text line;
};

/* Adds a text as one field of the format. */
static void classify_field(const struct classify *classify, struct text *out, const char *field, size_t length) {
    struct json json = {.out = out};
    if (classify->json)
        json_string_bytes(&json, NULL, field, length);
    else
        csv_add(out, field, length);
}

/* Adds the measures of a set that are in force, as `Specialization / Measure`: each a field (JSON) or joined. */
static size_t classify_measures(const struct classify *classify, const uint64_t *set, struct text *out) {
    const struct run *run = classify->run;
    struct text name = {0};
    size_t count = 0;
    for (uint32_t m = 0; m < run->rules->index->measure_count; m++) {
        const struct assay_specialization *specialization;
        const struct assay_measure *measure;
        if (!(set[m / 64] & run->in_force[m / 64] & UINT64_C(1) << m % 64)) continue;
        if (assay_measure_at(run->rules, m, &specialization, &measure) != ASSAY_OK) continue;
        if (count++) text_add(out, classify->json ? ", " : "; ");
        text_clear(&name);
        text_addf(&name, "%s / %s", specialization->name, measure->name);
        if (name.failed) out->failed = true;
        if (classify->json && !name.failed)
            classify_field(classify, out, name.data, name.length);
        else if (!name.failed)
            text_add_bytes(out, name.data, name.length);
    }
    text_free(&name);
    return count;
}

/* Adds a set of measures as one cell; NULL: none. */
static size_t classify_set(const struct classify *classify, const uint64_t *set, const char *key, struct text *out) {
    struct text names = {0};
    text_add(&names, "");
    size_t count = set ? classify_measures(classify, set, &names) : 0;
    if (names.failed) {
        out->failed = true;
        return 0;
    }
    if (classify->json) {
        text_addf(out, ", \"%s\": [%s]", key, names.data);
    } else {
        text_add_char(out, ',');
        csv_add(out, names.data, names.length);
    }
    text_free(&names);
    return count;
}

static void classify_make(const struct classify *classify, const struct outcome *outcome,
                          struct classify_middle *middle) {
    size_t count = classify_set(classify, outcome ? outcome->counts : NULL, "certain", &middle->text);
    count += classify_set(classify, outcome ? outcome->may : NULL, "possible", &middle->text);
    text_add(&middle->text, classify->json ? ", \"reason\": " : ",");
    middle->counts = count > 0;
    middle->made = true;
}

static bool classify_write(struct classify *classify, uint64_t row, const struct classify_middle *middle,
                           const char *reason, size_t length) {
    struct text *line = &classify->line;
    text_clear(line);
    text_addf(line, classify->json ? "{\"row\": %llu" : "%llu", (unsigned long long)row);
    text_add_bytes(line, middle->text.data, middle->text.length);
    classify_field(classify, line, reason, length);
    text_add(line, classify->json ? "}\n" : "\n");
    return text_write(line, classify->stream);
}

static bool classify_outcome(struct classify *classify, uint64_t row, uint32_t outcome) {
    struct run *run = classify->run;
    struct duplicates_fate fate;
    char reason[40] = "";
    if (!duplicates_find(&run->duplicates, row, &fate)) return false;
    bool dropped = fate.result == ONCE_DUPLICATE || fate.result == ONCE_REPEAT;
    if (fate.result == ONCE_UNDECIDED) outcome = run->outcomes.all[outcome].undecided;
    struct classify_middle *middle = dropped ? &classify->nothing : &classify->middles[outcome];
    if (!middle->made) classify_make(classify, &run->outcomes.all[outcome], middle);
    if (middle->text.failed) return false;
    if (dropped)
        snprintf(reason, sizeof reason, "%s of row %llu", fate.result == ONCE_REPEAT ? "repeat" : "duplicate",
                 (unsigned long long)fate.other);
    else if (!middle->counts)
        strcpy(reason, "no measure");
    return classify_write(classify, row, middle, reason, strlen(reason));
}

static bool classify_rows(struct classify *classify) {
    struct answer answer = {0};
    bool good = answers_rewind(&classify->run->answers);
    if (!classify->json) good = good && fputs("row,certain,possible,reason\n", classify->stream) >= 0;
    classify_make(classify, NULL, &classify->nothing);
    for (uint64_t row = 1; good && row <= classify->run->rows; row++) {
        good = answers_next(&classify->run->answers, &answer) && !(row % 4096 == 0 && interrupt_came());
        if (!good) break;
        if (answer.excluded)
            good = classify_write(classify, row, &classify->nothing, answer.reason.data, answer.reason.length);
        else
            good = classify_outcome(classify, row, answer.outcome);
    }
    text_free(&answer.reason);
    return good;
}

static bool classify_all(struct run *run, bool json, FILE *stream) {
    struct classify classify = {.run = run, .json = json, .stream = stream};
    classify.middles = calloc(run->outcomes.count + 1u, sizeof *classify.middles);
    bool good = classify.middles && classify_rows(&classify);
    for (uint32_t i = 0; classify.middles && i < run->outcomes.count; i++)
        text_free(&classify.middles[i].text);
    text_free(&classify.nothing.text);
    text_free(&classify.line);
    free(classify.middles);
    return good;
}

static int classify_failed(const char *path) {
    if (interrupt_came()) return command_error(NULL, "interrupted");
    if (!path) return command_stdout_failed();
    return command_error(NULL, "%s: cannot be written: %s", path, strerror(errno));
}

static int classify_to_file(struct run *run, bool json, const char *path, struct output *output) {
    errno = 0;
    if (classify_all(run, json, output->stream)) return output_commit(output) ? -1 : classify_failed(path);
    return classify_failed(path);
}

static int classify_to_stdout(struct run *run, bool json) {
    errno = 0;
    return classify_all(run, json, stdout) && fflush(stdout) == 0 ? -1 : classify_failed(NULL);
}

/* The output is opened before the file is read: that it cannot be written is better known at once. */
int classify_run(const struct assay_ruleset *rules, const struct command_options *options) {
    struct run run;
    struct output output = {0};
    const char *path = options->output;
    bool json = options->format == COMMAND_JSON;
    if (command_overwrites(options)) return COMMAND_REFUSED;
    if (path && !output_open(&output, path)) return classify_failed(path);
    int status = command_read(&run, rules, options, (struct command_wish){.keep_answers = true});
    if (status < 0) message_notes(&run);
    if (status < 0) status = path ? classify_to_file(&run, json, path, &output) : classify_to_stdout(&run, json);
    if (status < 0) status = run.rejects.count ? COMMAND_REPORT : COMMAND_DONE;
    if (path) output_discard(&output);
    run_free(&run);
    return status;
}
