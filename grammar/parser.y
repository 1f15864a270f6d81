/* The grammar of rule files. Each action is one call of a constructor (compiler/ast/build.h).
 *
 * Errors are per item: what was lost is skipped up to the next word that begins an item. default-reduction `accepting` makes the
 * parser wait for that word before it says yyerrok, so that errors in neighbouring items are all reported, and no other. */
%code requires {
#include "compiler/ast/parse.h"
#include "compiler/ast/tree.h"
}

%code {
#include "compiler/ast/build.h"

#define YYLLOC_DEFAULT(Current, Rhs, N)                                                                                \
    do {                                                                                                               \
        if (N)                                                                                                         \
            (Current) = span_join(YYRHSLOC(Rhs, 1), YYRHSLOC(Rhs, N));                                                 \
        else                                                                                                           \
            (Current).begin = (Current).end = YYRHSLOC(Rhs, 0).end;                                                    \
    } while (0)
}

%define api.prefix {rule_yy}
%define api.token.prefix {TK_}
%define api.pure full
%define api.location.type {struct span}
%define api.value.type union
%define parse.error custom
%define parse.lac full
%define lr.type ielr
%define lr.default-reduction accepting
%locations
%expect 0
%param {struct parse *parse}

%token
    NUMBER "a number" COMMA "," OPEN "(" CLOSE ")"
    COUNTS_ONLY "counts only" COUNTS_ONCE "counts once"
    A "a" ABSENT "absent" ACCEPTS "accepts" ALIAS "alias" AMOUNT "amount" AND "and" ANY "any" ANYTHING "anything"
    AREA "area" AS "as" ASSUME "assume" AUDIT "audit" BECAUSE "because" BLANK "blank" BY "by" CITES "cites" COLUMN "column" COUNT "count" COUNTS "counts"
    CROSS_CHECK "cross-check" CUSTOMER "customer" DESIGNATION "designation" DOES "does" DROPPED "dropped"
    EDITION "edition" EFFECTIVE "effective" EITHER "either" ELSE "else" END "end" EXAMPLE "example" EXCEPT "except"
    FIELD "field" FOR "for" FORMERLY "formerly" FROM "from" GIVEN "given" IN "in" IS "is" KEPT "kept" KNOWN "known"
    LEAST "least" LIST "list" MAY "may" MEANS "means" MEASURE "measure" MEASURES "measures" MONTH "month"
    MUST "must" NEITHER "neither" NONE "none" NOR "nor" NOT "not" NOTE "note" NOTHING "nothing" OF "of" OPTION "option"
    OR "or" OTHERWISE "otherwise" OVERLAP "overlap" PARTY "party" PER "per" PREFERRING "preferring" PUBLISHED "published"
    REFERENCES "references" REQUIRES "requires" SPECIALIZATION "specialization" SPELLING "spelling" THEN "then"
    THIRD "third" TO "to" UNDER "under" UNTIL "until" USAGE "usage" WHEN "when" WHERE "where" WITH "with"

%token <const char *> TEXT "a text in quotes" NAME "a name" WORD "a word"
%token <uint32_t> DATE "a date"

/* Lists are built as circles: the value is the last node, whose next is the first. */
%nterm <struct tree_item *> declaration usage list specialization usage_item usage_items item items example cites note acceptance
%nterm <struct tree_item *> edition field amount customer month alias eligibility once cross_check
%nterm <struct tree_item *> area formerly requires overlap measure
%nterm <struct tree_text *> texts names texts_loose except least head
%nterm <struct tree_value *> value values assumption known assumed
%nterm <struct tree_expression *> expression pair atom condition
%nterm <struct tree_option *> body options option
%nterm <struct tree_cell *> cell cells
%nterm <struct tree_outcome *> outcome outcomes
%nterm <struct tree_period> period from until
%nterm <const char *> otherwise

%%

file: %empty | declarations ;

declarations:
    declaration { parse_declare(parse, $1); }
  | error { yyerrok; parse_resume(parse); }
  | declarations declaration { parse_declare(parse, $2); }
  | declarations error { yyerrok; parse_resume(parse); }
  ;

declaration: usage | list | specialization ;

/* ---- The usage declaration ---- */

usage: USAGE head usage_items END { $$ = build_block(parse, TREE_USAGE, $head, $usage_items, @$, @1); } ;

head:
    TEXT { $$ = build_text(parse, NULL, $TEXT, @$); }
  | error { yyerrok; parse_resume(parse); $$ = NULL; }
  ;

usage_items:
    %empty { $$ = NULL; }
  | usage_items usage_item { $$ = build_append_item($1, $2); }
  | usage_items error { yyerrok; parse_resume(parse); $$ = build_broken(parse, $1); }
  ;

usage_item:
    edition | field | amount | customer | month | alias | eligibility | once | cross_check | cites | note | example
  | acceptance
  ;

edition: EDITION TEXT { $$ = build_titled(parse, TREE_EDITION, build_text(parse, NULL, $TEXT, @TEXT), @$, @1); } ;

field: FIELD NAME COLUMN texts assumption { $$ = build_field(parse, TREE_FIELD, $NAME, @NAME, $texts, $assumption, @$); } ;

assumption:
    %empty { $$ = NULL; }
  | ASSUME assumed WHEN ABSENT { $$ = $assumed; }
  ;

assumed:
    TEXT { $$ = build_value(parse, TREE_TEXT, $TEXT, @$); }
  | BLANK { $$ = build_value(parse, TREE_BLANK, NULL, @$); }
  | NOTHING { $$ = build_value(parse, TREE_NOTHING, NULL, @$); }
  ;

amount:
    AMOUNT NAME[field] COLUMN texts IN NAME[currency] {
        $$ = build_amount(parse, $field, @field, $texts, $currency, @currency, @$);
    }
  ;

customer: CUSTOMER NAME COLUMN texts except { $$ = build_customer(parse, $NAME, @NAME, $texts, $except, @$); } ;

except:
    %empty { $$ = NULL; }
  | EXCEPT texts { $$ = $texts; }
  ;

month: MONTH NAME COLUMN texts { $$ = build_field(parse, TREE_MONTH, $NAME, @NAME, $texts, NULL, @$); } ;

alias:
    ALIAS texts MEANS TEXT IN names { $$ = build_alias(parse, TREE_ALIAS, $texts, $TEXT, @TEXT, $names, @$); }
  | SPELLING texts MEANS TEXT IN names { $$ = build_alias(parse, TREE_SPELLING, $texts, $TEXT, @TEXT, $names, @$); }
  ;

eligibility:
    COUNTS_ONLY WHERE expression otherwise known {
        $$ = build_eligibility(parse, $expression, $otherwise, @otherwise, $known, @$);
    }
  ;

otherwise:
    %empty { $$ = NULL; }
  | OTHERWISE TEXT { $$ = $TEXT; }
  ;

known:
    %empty { $$ = NULL; }
  | KNOWN NOT TO COUNT values { $$ = $values; }
  ;

once:
    COUNTS_ONCE PER names PREFERRING NAME texts least {
        $$ = build_once(parse, $names, $NAME, @NAME, $texts, $least, @$);
    }
  ;

least:
    %empty { $$ = NULL; }
  | COMMA THEN LEAST names { $$ = $names; }
  ;

cross_check:
    CROSS_CHECK NAME WITH TEXT[dropped] FOR DROPPED AND TEXT[kept] FOR KEPT {
        $$ = build_cross_check(parse, $NAME, @NAME, build_text(parse, build_text(parse, NULL, $dropped, @dropped), $kept, @kept), @$);
    }
  ;

/* ---- Lists ---- */

list:
    LIST NAME[list_name] OF NAME[field] texts_loose END {
        $$ = build_list(parse, $list_name, @list_name, $field, @field, $texts_loose, @$);
    }
  | LIST error END { yyerrok; parse_resume(parse); $$ = NULL; }
  ;

texts_loose:
    TEXT { $$ = build_text(parse, NULL, $TEXT, @$); }
  | texts_loose TEXT { $$ = build_text(parse, $1, $TEXT, @TEXT); }
  | texts_loose COMMA TEXT { $$ = build_text(parse, $1, $TEXT, @TEXT); }
  ;

/* ---- Specializations ---- */

specialization:
    SPECIALIZATION head items END { $$ = build_block(parse, TREE_SPECIALIZATION, $head, $items, @$, @1); } ;

items:
    %empty { $$ = NULL; }
  | items item { $$ = build_append_item($1, $2); }
  | items error { yyerrok; parse_resume(parse); $$ = build_broken(parse, $1); }
  ;

item: area | formerly | requires | overlap | measure | cites | note | example | acceptance ;

area: AREA TEXT { $$ = build_titled(parse, TREE_AREA, build_text(parse, NULL, $TEXT, @TEXT), @$, @1); } ;

formerly: FORMERLY texts { $$ = build_titled(parse, TREE_FORMERLY, $texts, @$, @1); } ;

requires:
    REQUIRES DESIGNATION ANY OF texts { $$ = build_titled(parse, TREE_DESIGNATION, $texts, @$, span_join(@1, @2)); }
  | REQUIRES AUDIT BY A THIRD PARTY { $$ = build_titled(parse, TREE_AUDIT, NULL, @$, @$); }
  | REQUIRES CUSTOMER REFERENCES { $$ = build_titled(parse, TREE_REFERENCES, NULL, @$, @$); }
  | REQUIRES NEITHER AUDIT NOR REFERENCES { $$ = build_titled(parse, TREE_NO_VALIDATION, NULL, @$, @$); }
  | MEASURES NOT PUBLISHED { $$ = build_titled(parse, TREE_NOT_PUBLISHED, NULL, @$, @$); }
  ;

overlap:
    MEASURES MAY OVERLAP { $$ = build_titled(parse, TREE_MAY_OVERLAP, NULL, @$, @$); }
  | MEASURES MUST NOT OVERLAP { $$ = build_titled(parse, TREE_MUST_NOT_OVERLAP, NULL, @$, @$); }
  ;

measure:
    MEASURE TEXT period COUNTS USAGE body {
        $$ = build_measure(parse, $TEXT, @TEXT, $period, $body, @$, span_join(@1, @2));
    }
  ;

period:
    %empty { $$ = (struct tree_period){0}; }
  | EFFECTIVE from until { $$ = build_period($from, $until); }
  | EFFECTIVE from { $$ = $from; }
  | EFFECTIVE until { $$ = $until; }
  ;

from: FROM DATE { $$ = (struct tree_period){.from = {$DATE, @DATE}}; } ;

until: UNTIL DATE { $$ = (struct tree_period){.until = {$DATE, @DATE}}; } ;

body:
    WHERE expression { $$ = build_option(parse, NULL, @1, $expression, @$); }
  | UNDER EITHER options { $$ = $options; }
  ;

options:
    option
  | options option { $$ = build_append_option($1, $2); }
  ;

option: OPTION TEXT expression { $$ = build_option(parse, $TEXT, @TEXT, $expression, @$); } ;

/* ---- Conditions ---- */

expression:
    pair
  | expression AND pair { $$ = build_join(parse, TREE_AND, $1, $3, @$, @2); }
  | expression OR pair { $$ = build_join(parse, TREE_OR, $1, $3, @$, @2); }
  ;

pair:
    atom
  | pair THEN atom { $$ = build_join(parse, TREE_THEN, $1, $3, @$, @2); }
  ;

atom:
    condition
  | OPEN expression CLOSE { $$ = build_parenthesised($2, @$); }
  ;

condition:
    NAME IS TEXT { $$ = build_condition(parse, $NAME, @NAME, TREE_ANY_OF, build_value(parse, TREE_TEXT, $TEXT, @TEXT), @$); }
  | NAME IS BLANK { $$ = build_condition(parse, $NAME, @NAME, TREE_ANY_OF, build_value(parse, TREE_BLANK, NULL, @BLANK), @$); }
  | NAME IS NOT BLANK { $$ = build_condition(parse, $NAME, @NAME, TREE_NONE_OF, build_value(parse, TREE_BLANK, NULL, @BLANK), @$); }
  | NAME IS ANY OF values { $$ = build_condition(parse, $NAME, @NAME, TREE_ANY_OF, $values, @$); }
  | NAME IS NONE OF values { $$ = build_condition(parse, $NAME, @NAME, TREE_NONE_OF, $values, @$); }
  | NAME IS ANYTHING EXCEPT values { $$ = build_condition(parse, $NAME, @NAME, TREE_ANYTHING_EXCEPT, $values, @$); }
  ;

values:
    value
  | values COMMA value { $$ = build_append_value($1, $3); }
  ;

value:
    TEXT { $$ = build_value(parse, TREE_TEXT, $TEXT, @$); }
  | BLANK { $$ = build_value(parse, TREE_BLANK, NULL, @$); }
  | NAME { $$ = build_value(parse, TREE_LIST, $NAME, @$); }
  ;

/* ---- Examples ---- */

example:
    EXAMPLE TEXT GIVEN cells outcomes {
        $$ = build_example(parse, $TEXT, @TEXT, $cells, $outcomes, @$, span_join(@1, @2));
    }
  ;

cells:
    cell
  | cells COMMA cell { $$ = build_append_cell($1, $3); }
  ;

cell:
    NAME TEXT { $$ = build_cell(parse, $NAME, @NAME, build_value(parse, TREE_TEXT, $TEXT, @TEXT)); }
  | NAME BLANK { $$ = build_cell(parse, $NAME, @NAME, build_value(parse, TREE_BLANK, NULL, @BLANK)); }
  | NAME ABSENT { $$ = build_cell(parse, $NAME, @NAME, build_value(parse, TREE_ABSENT, NULL, @ABSENT)); }
  ;

outcomes:
    outcome
  | outcomes AND outcome { $$ = build_append_outcome($1, $3); }
  ;

outcome:
    COUNTS { $$ = build_outcome(parse, TREE_COUNTS, NULL, @$); }
  | COUNTS AS texts { $$ = build_outcome(parse, TREE_COUNTS, $texts, @$); }
  | COUNTS AS NOTHING { $$ = build_outcome(parse, TREE_COUNTS_NOTHING, NULL, @$); }
  | NOTHING ELSE { $$ = build_outcome(parse, TREE_NOTHING_ELSE, NULL, @$); }
  | DOES NOT COUNT { $$ = build_outcome(parse, TREE_DOES_NOT_COUNT, NULL, @$); }
  | DOES NOT COUNT AS texts { $$ = build_outcome(parse, TREE_DOES_NOT_COUNT, $texts, @$); }
  | MAY COUNT { $$ = build_outcome(parse, TREE_MAY_COUNT, NULL, @$); }
  | MAY COUNT AS texts { $$ = build_outcome(parse, TREE_MAY_COUNT, $texts, @$); }
  ;

/* ---- Shared ---- */

cites: CITES TEXT COMMA DATE { $$ = build_cites(parse, $TEXT, @TEXT, $DATE, @DATE, @$, @1); } ;

note: NOTE TEXT { $$ = build_titled(parse, TREE_NOTE, build_text(parse, NULL, $TEXT, @TEXT), @$, @1); } ;

acceptance:
    ACCEPTS NAME AS TEXT[mark] BECAUSE TEXT[reason] {
        $$ = build_acceptance(parse, $NAME, @NAME, $mark, @mark, build_text(parse, NULL, $reason, @reason), @$);
    }
  ;

texts:
    TEXT { $$ = build_text(parse, NULL, $TEXT, @$); }
  | texts COMMA TEXT { $$ = build_text(parse, $1, $TEXT, @TEXT); }
  ;

names:
    NAME { $$ = build_text(parse, NULL, $NAME, @$); }
  | names COMMA NAME { $$ = build_text(parse, $1, $NAME, @NAME); }
  ;

%%

static int yyreport_syntax_error(const yypcontext_t *context, struct parse *parse) {
    enum { MOST = 40 };
    yysymbol_kind_t expected[MOST];
    const char *names[MOST];
    int count = yypcontext_expected_tokens(context, expected, MOST);
    for (int i = 0; i < count; i++) names[i] = yysymbol_name(expected[i]);
    parse_syntax_error(parse, *yypcontext_location(context), names, count < 0 ? 0 : (size_t)count);
    return 0;
}
