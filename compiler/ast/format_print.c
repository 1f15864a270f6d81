#include "compiler/ast/format.h"

#include "parser.h"

#include "runtime/base/text.h"

void format_line(struct format *format, size_t indent) {
    if (!format->fresh) text_add_char(format->out, '\n');
    format->fresh = true;
    format->indent = format->margin = indent;
    format->column = 0;
}

bool format_must_begin_line(const struct format *format, size_t token) {
    const struct format_token *tokens = format->tokens;
    return token == 0 || tokens[token].forced > tokens[token - 1].forced;
}

static void print_comments(struct format *format, const struct format_token *token) {
    /* Before what closes, a comment belongs to what is inside. */
    bool closes = token->kind == TK_END || token->kind == TK_CLOSE;
    for (const struct format_comment *comment = token->before; comment; comment = comment->next) {
        if (comment->blank) text_add_char(format->out, '\n');
        text_add_repeat(format->out, ' ', format->margin + (closes ? FORMAT_STEP : 0));
        text_add_bytes(format->out, comment->bytes, comment->length);
        text_add_char(format->out, '\n');
    }
}

static void print_begin_line(struct format *format, size_t index) {
    if (!format->fresh) {
        text_add_char(format->out, '\n');
        format->margin = format->indent + FORMAT_STEP;
    }
    print_comments(format, &format->tokens[index]);
    if (format->tokens[index].blank) text_add_char(format->out, '\n');
    format->fresh = true;
    format->column = 0;
}

static void print_token(struct format *format, size_t index) {
    const struct format_token *token = &format->tokens[index];
    if (format->fresh || format_must_begin_line(format, index)) print_begin_line(format, index);
    size_t gap = format->fresh ? format->margin : token->at - token[-1].at - token[-1].width;
    text_add_repeat(format->out, ' ', gap);
    text_add_bytes(format->out, token->bytes, token->length);
    format->column += gap + token->width;
    format->fresh = false;
    if (token->trailing.bytes) {
        text_add(format->out, "  ");
        text_add_bytes(format->out, token->trailing.bytes, token->trailing.length);
    }
}

void format_flat(struct format *format, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        print_token(format, i);
}

void format_file_end(struct format *format, size_t token) {
    format_line(format, 0);
    print_comments(format, &format->tokens[token]);
}

bool format_fits(const struct format *format, size_t from, size_t to) {
    const struct format_token *tokens = format->tokens;
    if (from >= to) return true;
    while (tokens[to].kind == TK_CLOSE && !format_must_begin_line(format, to))
        to++;
    if (tokens[to - 1].forced != tokens[from].forced) return false;
    size_t begin = format->fresh ? format->margin : format->column + 1;
    if (!format->fresh && format_must_begin_line(format, from)) begin = format->indent + FORMAT_STEP;
    if (!format->fresh && from && tokens[from - 1].kind == TK_OPEN) begin--;
    return begin + (tokens[to - 1].at + tokens[to - 1].width - tokens[from].at) <= FORMAT_WIDTH;
}
