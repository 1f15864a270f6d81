/* beside.h - the file that was probably meant, in the folder of one that is not there. */
#ifndef ASSAY_BESIDE_H
#define ASSAY_BESIDE_H

#include "runtime/base/text.h"

/* Which of some names is near to one; NULL: none. */
typedef const char *beside_pick(const char *const *names, size_t count, const char *name);

/* Adds the path of the file beside `path` that `pick` finds near; nothing when there is none. In the order of names, so
 * that the answer does not depend on the file system. */
void beside_nearest(struct text *out, const char *path, beside_pick *pick);

#endif
