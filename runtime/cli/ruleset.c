#include "runtime/cli/ruleset.h"

#include "runtime/cli/command.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char ruleset_remedy[] =
    "`assayc compile RULES... --single rules.c` and `cc -shared -fPIC rules.c -o FILE.so` "
    "make one";

/* A name without a '/' would be looked for in the folders of libraries. */
static void *ruleset_load(const char *path) {
    if (strchr(path, '/')) return dlopen(path, RTLD_NOW | RTLD_LOCAL);
    size_t size = strlen(path) + 3;
    char *here = malloc(size);
    if (!here) return NULL;
    snprintf(here, size, "./%s", path);
    void *handle = dlopen(here, RTLD_NOW | RTLD_LOCAL);
    free(here);
    return handle;
}

static bool ruleset_accept(const char *path, const struct assay_ruleset *rules) {
    const char *broken = NULL;
    if (assay_check(rules) != ASSAY_OK)
        command_error("compile its rules with the assayc of this version",
                      "the rule set '%s' was compiled for ABI %u of assay.h; this program has ABI %u", path, rules->abi,
                      (unsigned)ASSAY_ABI);
    else if ((broken = ruleset_broken(rules)) != NULL)
        command_error("compile its rules again", "the rule set '%s' is damaged: %s", path, broken);
    else
        return true;
    return false;
}

bool ruleset_open(struct ruleset *ruleset, const char *path) {
    *ruleset = (struct ruleset){0};
    if (access(path, R_OK) != 0) {
        command_error(NULL, "%s: %s", path, strerror(errno));
        return false;
    }
    ruleset->handle = ruleset_load(path);
    const char *why = ruleset->handle ? NULL : dlerror();
    if (ruleset->handle) ruleset->rules = dlsym(ruleset->handle, "assay_rules");
    if (ruleset->rules) return ruleset_accept(path, ruleset->rules);
    if (ruleset->handle) why = "it has no symbol assay_rules";
    command_error(ruleset_remedy, "'%s' is no rule set: %s", path, why ? why : "out of memory");
    return false;
}

void ruleset_close(struct ruleset *ruleset) {
    if (ruleset->handle) dlclose(ruleset->handle);
    *ruleset = (struct ruleset){0};
}
