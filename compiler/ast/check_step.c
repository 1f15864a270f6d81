/* check_step.c - addresses; what fields mean; how fresh figures are, where steps are taken, what being Active brings.
 */
#include "compiler/ast/check.h"

#include "compiler/base/fold.h"
#include "runtime/base/address.h"

#include <stdlib.h>

void check_address(struct check *check, const struct tree_text *address) {
    if (!address->text) return;
    static const struct {
        const char *says, *hint;
    } faults[] = {
        [ADDRESS_SCHEME] = {"is no address of a web page", "an address begins with https:// or http://"},
        [ADDRESS_HOST] = {"names no host", "write https://, the host, and the path: https://example.com/page"},
        [ADDRESS_USER] = {"hides its host behind a user's name", "remove the @ and what stands before it"},
        [ADDRESS_CHARACTER] = {"holds a character that no address has",
                               "write it as %20 (a blank), %22 (a quote), or as the browser copies it"},
        [ADDRESS_LONG] = {"is longer than 2,048 characters", "cite the page without what follows the question mark"},
    };
    enum address_fault fault = address_fault(address->text);
    if (fault == ADDRESS_GOOD) return;
    diagnostic_add(check->diagnostics, A0434, address->span, "\"%.60s\" %s", address->text, faults[fault].says)->hint =
        faults[fault].hint;
}

static void check_meaning(struct check *check, const struct tree_meaning *means) {
    check_title(check, means->text.text, means->text.span);
    check_address(check, &means->address);
}

/* ---- How fresh figures are ---- */

static void check_refresh(struct check *check, const struct tree_item *item) {
    enum { LONGEST_MONTH = 31 };
    bool day = item->kind == TREE_PERFORMANCE;
    bool whole = check_whole(check, item->names, day ? "the day of a month" : "a number of days", 1);
    if (!whole || !day || strtoul(item->names->text, NULL, 10) <= LONGEST_MONTH) return;
    diagnostic_add(check->diagnostics, A0425, item->names->span, "no month has a day %s", item->names->text)->hint =
        "write a day from 1 to 31";
}

/* ---- Where steps are taken ---- */

static void check_step_once(struct check *check, const struct tree_item *step) {
    static const char *const kinds[] = {NULL, "audit", "references", "neither"};
    for (const struct tree_item *item = check->usage->items; item != step; item = item->next) {
        if (item->kind != TREE_STEP || item->step->kind != step->step->kind) continue;
        struct diagnostic *message = diagnostic_add(check->diagnostics, A0404, step->head,
                                                    "`step for %s` may stand once here", kinds[step->step->kind]);
        message->other = item->head;
        message->other_text = "it stands here already";
        return;
    }
}

static void check_step(struct check *check, const struct tree_item *item) {
    const struct tree_step *step = item->step;
    check_step_once(check, item);
    check_title(check, step->action.text, step->action.span);
    check_title(check, step->site.text, step->site.span);
    check_address(check, &item->means.address);
    check_texts_once(check, step->roles, "the role");
    for (const struct tree_value *place = step->places; place; place = place->next)
        check_title(check, place->text, place->span);
}

void check_steps(struct check *check) {
    check_only(check, check->usage, TREE_PERFORMANCE, "performance is refreshed");
    check_only(check, check->usage, TREE_KNOWLEDGE, "knowledge is refreshed");
    check_only(check, check->usage, TREE_ACTIVE, "active");
    for (const struct tree_item *item = check->usage->items; item; item = item->next) {
        if (item->kind == TREE_PERFORMANCE || item->kind == TREE_KNOWLEDGE) check_refresh(check, item);
        if (item->kind == TREE_STEP)
            check_step(check, item);
        else
            check_meaning(check, &item->means);
    }
}
