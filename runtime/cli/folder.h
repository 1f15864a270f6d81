/* folder.h - a folder of evidence, written whole or not at all.
 *
 * It is written beside its place and renamed into it. What stands in the place must be nothing, an empty folder, or
 * evidence written before with nothing else in it; evidence is moved aside and removed once the new one stands. */
#ifndef ASSAY_FOLDER_H
#define ASSAY_FOLDER_H

#include "runtime/base/text.h"

struct folder {
    char *place;     /* where it is to stand; NULL: nowhere, it is only written and thrown away */
    char *temporary; /* where it is written */
};

/* Begins a folder; false when that has been said (command_error). Begin with zeroed memory. */
bool folder_open(struct folder *folder, const char *place);

/* Begins one that is thrown away, among temporary files. */
bool folder_open_temporary(struct folder *folder);

/* Opens a file in it, folders of its name included; NULL with errno set. Close it with folder_close: false with errno
 * set when not all of it could be written. */
FILE *folder_create(const struct folder *folder, const char *name);
bool folder_close(FILE *file);

/* Writes a file; false with errno set. A text that failed: ENOMEM. */
bool folder_write(const struct folder *folder, const char *name, const struct text *text);

/* Copies a file into it. false with errno set; *reading: it is the original that cannot be read. */
bool folder_copy(const struct folder *folder, const char *name, const char *from, bool *reading);

/* Writes the manifest and puts the folder in its place; false with errno set, and then the place is as it was, or
 * another run has put its evidence there (EBUSY). Evidence of the same bytes is left untouched. */
bool folder_commit(struct folder *folder);

/* Throws away what is not committed. */
void folder_discard(struct folder *folder);

#endif
