/* said_step.c - how fresh figures are, where steps are taken, what being Active brings. */
#include "compiler/proof/said.h"

static void said_refresh(struct proof *proof, const char *kind, const struct assay_refresh *table,
                         const struct model_refresh *from, bool of_month) {
    struct said said = {proof, kind, NULL, NULL, from ? from->span : proof->model->span, NULL};
    if (!said_whether(&said, "whether it is stated how fresh it is", table != NULL, from != NULL) || !from) return;
    said_number(&said, "the day of the month", table->day, of_month ? from->number : 0u);
    said_number(&said, "the days", table->days, of_month ? 0u : from->number);
    said_citation(&said, &table->cites, &from->cites);
    said_line(&said, "the line", table->lines[0], from->span);
}

static void said_places(const struct said *said, const struct assay_step *table, const struct model_step *from) {
    static const char *const kinds[] = {"a text", "the area", "the name"};
    if (!said_number(said, "the number of places", table->place_count, from->place_count)) return;
    for (size_t i = 0; i < from->place_count; i++) {
        said_word(said, "the kind of a place", (struct said_words){kinds, 3}, table->places[i].kind,
                  from->places[i].kind);
        said_text(said, "a place", table->places[i].text, from->places[i].text.text);
    }
}

static void said_step(struct proof *proof, const struct assay_step *table, const struct model_step *from) {
    static const char *const kinds[] = {NULL, "audit", "references", "neither"};
    struct said said = {proof, "step", from->action, NULL, from->span, NULL};
    said_word(&said, "what it is for", (struct said_words){kinds, 4}, table->kind, from->kind);
    said_whether(&said, "whether it waits for all else", table->waits, from->waits);
    said_text(&said, "the action", table->action, from->action);
    said_text(&said, "the site", table->site, from->site);
    said_text(&said, "the address", table->address, from->address);
    said_texts(&said, "the roles", table->roles, table->role_count, from->roles, from->role_count);
    said_places(&said, table, from);
    said_citation(&said, &table->cites, &from->cites);
    said_line(&said, "the line", table->lines[0], from->span);
}

static void said_active(struct proof *proof) {
    const struct assay_active *table = proof->tables->usage->active;
    const struct model_active *from = proof->model->active;
    struct said said = {proof, "active", NULL, NULL, from ? from->span : proof->model->span, NULL};
    if (!said_whether(&said, "whether it is stated what being Active brings", table != NULL, from != NULL) || !from)
        return;
    said_text(&said, "what it means", table->means, from->means);
    said_text(&said, "the address", table->address, from->address);
    said_citation(&said, &table->cites, &from->cites);
    said_line(&said, "the line", table->lines[0], from->span);
}

void said_steps(struct proof *proof) {
    const struct assay_usage *usage = proof->tables->usage;
    const struct model *model = proof->model;
    struct said said = {proof, "usage", model->name.text, NULL, model->span, NULL};
    said_refresh(proof, "performance", usage->performance, model->performance, true);
    said_refresh(proof, "knowledge", usage->knowledge, model->knowledge, false);
    said_active(proof);
    if (!said_number(&said, "the number of steps", usage->step_count, model->step_count)) return;
    for (size_t i = 0; i < model->step_count; i++)
        said_step(proof, &usage->steps[i], &model->steps[i]);
}
