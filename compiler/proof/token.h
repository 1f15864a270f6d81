/* token.h - the words of an emitted C file. Comments and blanks are left out. */
#ifndef ASSAY_PROOF_TOKEN_H
#define ASSAY_PROOF_TOKEN_H

#include <stddef.h>

enum token_kind {
    TOKEN_END,
    TOKEN_NAME,      /* a name or keyword */
    TOKEN_NUMBER,    /* 17, 0x1F */
    TOKEN_TEXT,      /* "..." on one line, in ASCII, with the escapes \" \\ \? and \NNN alone */
    TOKEN_DIRECTIVE, /* from # to the end of the line */
    TOKEN_MARK,      /* one of { } [ ] ( ) , ; = & * . */
    TOKEN_BAD        /* anything else: one byte of it */
};

struct token {
    enum token_kind kind;
    const unsigned char *begin;
    size_t length;
};

/* The token at or behind `at`, in bytes that end with a NUL at `end`. */
struct token token_next(const unsigned char *at, const unsigned char *end);

#endif
