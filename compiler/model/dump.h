/* dump.h - the model as text, for tests. compiler/model/IR.md specifies the form. */
#ifndef ASSAY_MODEL_DUMP_H
#define ASSAY_MODEL_DUMP_H

#include "compiler/model/model.h"
#include "runtime/base/text.h"

void dump_model(const struct model *model, struct text *out);

#endif
