/* findings_bench FOLDER... - for each rule set: clauses, and the best of five of what reading it (to the model), its
 * findings and its tables take, in milliseconds of processor time; then the findings, and the peak memory so far. */
#include "compiler/ast/tree.h"
#include "compiler/analysis/findings.h"
#include "compiler/passes.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { RUNS = 5, PHASES = 3 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static size_t clauses_of(const struct model *model) {
    size_t count = 0;
    for (size_t s = 0; s < model->specialization_count; s++) {
        for (size_t i = 0; i < model->specializations[s].measure_count; i++)
            count += model->specializations[s].measures[i].rule.clause_count;
    }
    return count;
}

/* One run; false when the rules are wrong. */
static bool run(char *folder, double times[PHASES], size_t *clauses, size_t *findings) {
    struct arena arena = {0};
    struct sources sources = {.arena = &arena};
    struct diagnostics diagnostics = {.arena = &arena};
    struct tree tree = {0};
    double begin = now();
    bool good = source_load(&sources, &diagnostics, &folder, 1);
    parse_files(&sources, &diagnostics, &tree);
    check_tree(&tree, &arena, &diagnostics);
    struct model *model = diagnostics.errors ? NULL : lower_tree(&tree, &sources, &arena, &diagnostics);
    times[0] = now() - begin;
    good = good && model;
    if (good) {
        struct findings_options options = {0};
        begin = now();
        findings_run(model, &options, &arena, &diagnostics);
        times[1] = now() - begin;
        begin = now();
        good = layout_ruleset(model, &arena) != NULL;
        times[2] = now() - begin;
        *clauses = clauses_of(model);
        *findings = diagnostics.count;
    }
    arena_free(&arena);
    return good;
}

int main(int count, char **folders) {
    for (int i = 1; i < count; i++) {
        double best[PHASES] = {1e9, 1e9, 1e9};
        size_t clauses = 0, findings = 0;
        for (int k = 0; k < RUNS; k++) {
            double times[PHASES];
            if (!run(folders[i], times, &clauses, &findings)) return 1;
            for (int phase = 0; phase < PHASES; phase++)
                best[phase] = times[phase] < best[phase] ? times[phase] : best[phase];
        }
        struct rusage usage;
        getrusage(RUSAGE_SELF, &usage);
        printf("%6zu clauses: read %.1f ms, findings %.1f ms (%zu), tables %.1f ms; %ld MB\n", clauses, best[0],
               best[1], findings, best[2], usage.ru_maxrss / 1024);
    }
    return 0;
}
