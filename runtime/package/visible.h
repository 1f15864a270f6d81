/* visible.h - put in front of each file of the shared library: it shows what assay.h declares, and nothing else. */
#ifndef ASSAY_PACKAGE_VISIBLE_H
#define ASSAY_PACKAGE_VISIBLE_H

#pragma GCC visibility push(default)
#include "runtime/core/assay.h"
#pragma GCC visibility pop

#endif
