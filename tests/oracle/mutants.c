/* mutants.c - verify-mutants RULES... DIR [--sample N] [--seed S]: can the proof be fooled?
 *
 * Flips every bit of every number and of every byte of every text in the decoded tables and index, one at a time, and
 * has each mutant proved. A mutant that is proved must mean the same: then an independent judge has the runtime answer
 * with the mutant and with the original, over all texts and all cells, and compares the two. With --sample only that
 * many bits are tried, picked by a seed. Status 1 when a mutant was proved that means something else. */
#include "compiler/cli/cli.h"
#include "tests/oracle/mutants.h"

#include <stdlib.h>
#include <string.h>

struct campaign {
    struct mutants mutants;
    struct proof proof; /* prepared: eval and lexicon are made */
    uint64_t tried, caught, harmless, missed;
    const char *steps[16];
    uint64_t by_step[16];
};

static void campaign_count(struct campaign *campaign, const char *step) {
    size_t at = 0;
    while (campaign->steps[at] && strcmp(campaign->steps[at], step) != 0)
        at++;
    campaign->steps[at] = step;
    campaign->by_step[at]++;
}

/* One mutant: the bit is flipped, and flipped back. */
static void campaign_try(struct campaign *campaign, const struct mutants_place *place, size_t bit) {
    struct arena arena = {0};
    struct proof proof = campaign->proof;
    proof.arena = &arena;
    proof.first = true;
    unsigned char *byte = (unsigned char *)place->at + bit / 8, mask = (unsigned char)(1u << bit % 8);
    *byte ^= mask;
    proof_make(&proof);
    campaign->tried++;
    if (proof.difference_count) {
        campaign->caught++;
        campaign_count(campaign, proof.step);
    } else if (mutants_same(&campaign->mutants)) {
        campaign->harmless++;
        printf("harmless: bit %zu of %s of %s\n", bit, place->member, place->object);
    } else {
        campaign->missed++;
        printf("MISSED: bit %zu of %s of %s\n", bit, place->member, place->object);
    }
    *byte ^= mask;
    arena_free(&arena);
}

static void campaign_all(struct campaign *campaign) {
    for (size_t i = 0; i < campaign->mutants.place_count; i++) {
        const struct mutants_place *place = &campaign->mutants.places[i];
        for (size_t bit = 0; bit < 8 * place->bytes; bit++)
            campaign_try(campaign, place, bit);
    }
}

static void campaign_sample(struct campaign *campaign, uint64_t count, uint64_t seed) {
    uint64_t state = seed * 2 + 1;
    for (uint64_t i = 0; i < count; i++) {
        uint64_t at = mutants_next(&state) % (campaign->mutants.byte_count * 8);
        const struct mutants_place *place = campaign->mutants.places;
        while (at >= 8 * place->bytes)
            at -= 8 * place++->bytes;
        campaign_try(campaign, place, (size_t)at);
    }
}

/* The judge must see what is plain: a mask's bit, and a name. */
static bool campaign_judge_sees(struct campaign *campaign) {
    static const char *const objects[] = {"masks_", "specializations", "texts_", "measures"};
    bool sees = mutants_same(&campaign->mutants);
    for (size_t i = 0; i < campaign->mutants.place_count; i++) {
        const struct mutants_place *place = &campaign->mutants.places[i];
        unsigned char *byte = place->at;
        for (size_t k = 0; k < sizeof objects / sizeof *objects; k++) {
            if (strncmp(place->object, objects[k], strlen(objects[k])) != 0 || i % 40) continue;
            *byte ^= 1;
            sees = sees && !mutants_same(&campaign->mutants);
            *byte ^= 1;
        }
    }
    return sees;
}

static int campaign_report(const struct campaign *campaign) {
    printf("bits %llu in %zu numbers and texts; tried %llu, caught %llu, harmless %llu, missed %llu\n",
           (unsigned long long)campaign->mutants.byte_count * 8, campaign->mutants.place_count,
           (unsigned long long)campaign->tried, (unsigned long long)campaign->caught,
           (unsigned long long)campaign->harmless, (unsigned long long)campaign->missed);
    printf("caught by");
    for (size_t i = 0; campaign->steps[i]; i++)
        printf(" %s %llu", campaign->steps[i], (unsigned long long)campaign->by_step[i]);
    printf("\n");
    return campaign->missed ? CLI_REPORT : CLI_CLEAN;
}

static int campaign_run(struct cli_run *run, const char *folder, uint64_t sample, uint64_t seed) {
    struct decoded decoded, original;
    struct decode_error error;
    struct campaign campaign = {0};
    if (!decode_folder(folder, &run->arena, &decoded, &error) ||
        !decode_folder(folder, &run->arena, &original, &error)) {
        fprintf(stderr, "%s: %s\n", folder, error.text);
        return CLI_USAGE;
    }
    campaign.proof = (struct proof){.arena = &run->arena, .model = run->model, .decoded = &decoded};
    campaign.proof.eval = eval_new(run->model, &run->arena);
    campaign.proof.lexicon = lexicon_make(run->model, &run->arena);
    campaign.mutants = mutants_of(&decoded, &original, &run->arena);
    struct proof whole = campaign.proof;
    proof_make(&whole);
    if (whole.difference_count) return fprintf(stderr, "the tables are not what the rules say\n"), CLI_REPORT;
    if (!campaign_judge_sees(&campaign)) return fprintf(stderr, "the judge is blind\n"), CLI_REPORT;
    sample ? campaign_sample(&campaign, sample, seed) : campaign_all(&campaign);
    return campaign_report(&campaign);
}

int main(int count, char **arguments) {
    uint64_t sample = 0, seed = 1;
    while (count > 4 && strncmp(arguments[count - 2], "--s", 3) == 0) {
        uint64_t number = strtoull(arguments[count - 1], NULL, 10);
        if (strcmp(arguments[count - 2], "--sample") == 0) sample = number;
        if (strcmp(arguments[count - 2], "--seed") == 0) seed = number;
        count -= 2;
    }
    if (count < 3) return fprintf(stderr, "Usage: verify-mutants RULES... DIR [--sample N] [--seed S]\n"), CLI_USAGE;
    struct cli_run run;
    enum cli_status status = cli_model(&run, arguments + 1, (size_t)count - 2);
    int result = status == CLI_CLEAN ? campaign_run(&run, arguments[count - 1], sample, seed) : (int)status;
    cli_free(&run);
    return result;
}
