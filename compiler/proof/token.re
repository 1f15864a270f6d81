#include "compiler/proof/token.h"

static struct token token_of(enum token_kind kind, const unsigned char *begin, const unsigned char *end) {
    return (struct token){kind, begin, (size_t)(end - begin)};
}

/*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = cursor;
    re2c:define:YYMARKER = marker;
    re2c:define:YYLIMIT = end;
    re2c:yyfill:enable = 0;
    re2c:eof = 0;

    plain     = [\x20-\x7e] \ ["\\];
    escape    = "\\" (["\\?] | [0-3][0-7][0-7]);
    name      = [a-zA-Z_][a-zA-Z_0-9]*;
    number    = "0" | [1-9][0-9]* | "0x" [0-9A-Fa-f]+;
    comment   = "/*" ([^*\x00] | "*"+ [^*/\x00])* "*"+ "/";
    directive = "#" [^\n\x00]*;
*/

struct token token_next(const unsigned char *cursor, const unsigned char *end) {
    const unsigned char *begin, *marker;
again:
    begin = cursor;
    /*!re2c
        [ \n]+                  { goto again; }
        comment                 { goto again; }
        directive               { return token_of(TOKEN_DIRECTIVE, begin, cursor); }
        name                    { return token_of(TOKEN_NAME, begin, cursor); }
        number                  { return token_of(TOKEN_NUMBER, begin, cursor); }
        "\"" (plain|escape)* "\"" { return token_of(TOKEN_TEXT, begin, cursor); }
        [{}[\](),;=&*.]         { return token_of(TOKEN_MARK, begin, cursor); }
        $                       { return token_of(TOKEN_END, begin, begin); }
        *                       { return token_of(TOKEN_BAD, begin, cursor); }
    */
}
