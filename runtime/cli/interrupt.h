/* interrupt.h - Ctrl-C stops work in an orderly way, so that no half file stays behind. */
#ifndef ASSAY_INTERRUPT_H
#define ASSAY_INTERRUPT_H

#include <stdbool.h>

/* From now on SIGINT, SIGTERM and SIGHUP are only noted, and a closed pipe is a write error. */
void interrupt_install(void);

/* Whether one of them came. */
bool interrupt_came(void);

#endif
