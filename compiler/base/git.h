/* git.h - rule files as they stood at a revision.
 *
 * `git:REV:PATH` names a file or a folder the way git does: PATH is relative to the top of the repository, or to the
 * current folder when it begins with `./`; an empty PATH is all of it. git is run without a shell. */
#ifndef ASSAY_GIT_H
#define ASSAY_GIT_H

#include "compiler/base/source.h"

/* Whether an argument names a revision and not a file. */
bool git_is_revision(const char *argument);

/* The same as source_load for one `git:REV:PATH`: files whose name ends in .assay, hidden ones left out, named
 * `git:REV:PATH` in messages. Links are not followed. False, and that is in `diagnostics`, when git is not there, when
 * this is no repository, when there is no such revision or path, and when it holds no rule file. */
bool git_load(struct sources *sources, struct diagnostics *diagnostics, const char *argument);

#endif
