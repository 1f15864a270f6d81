#include "runtime/cli/interrupt.h"

#include <signal.h>
#include <stddef.h>

/* The only variable of the program: a signal handler can reach nothing else. */
static volatile sig_atomic_t interrupt_noted;

static void interrupt_note(int signal) {
    (void)signal;
    interrupt_noted = 1;
}

void interrupt_install(void) {
    /* Without SA_RESTART, so that a read that waits comes back. */
    struct sigaction action = {.sa_handler = interrupt_note};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGPIPE, &ignore, NULL);
}

bool interrupt_came(void) {
    return interrupt_noted != 0;
}
