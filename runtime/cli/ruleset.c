#include "runtime/cli/ruleset.h"

#include "runtime/cli/command.h"

#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char ruleset_remedy[] =
    "`assayc compile RULES... --single rules.c` and `cc -shared -fPIC rules.c -o FILE.so` "
    "make one";

/* False when a file ends before a part of it that would be mapped: to touch that part would end the program. What is no
 * file of this machine's kind is left to the dynamic linker, which says so better. */
static bool ruleset_is_whole(const char *path) {
    struct stat status;
    ElfW(Ehdr) header;
    ElfW(Phdr) part;
    FILE *stream = fopen(path, "rb");
    if (!stream) return true;
    bool known = fread(&header, sizeof header, 1, stream) == 1 && memcmp(header.e_ident, ELFMAG, SELFMAG) == 0 &&
                 header.e_phentsize == sizeof part && fstat(fileno(stream), &status) == 0 &&
                 fseek(stream, (long)header.e_phoff, SEEK_SET) == 0;
    bool whole = true;
    for (unsigned i = 0; known && whole && i < header.e_phnum; i++)
        whole = fread(&part, sizeof part, 1, stream) == 1 &&
                (part.p_type != PT_LOAD || part.p_offset + part.p_filesz <= (uint64_t)status.st_size);
    fclose(stream);
    return whole;
}

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
    if (!command_is_there(path)) return false;
    if (access(path, R_OK) != 0) {
        command_error(NULL, "%s: %s", path, strerror(errno));
        return false;
    }
    if (!ruleset_is_whole(path)) {
        command_error("copy or compile it again", "the rule set '%s' is damaged: the file ends too early", path);
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
