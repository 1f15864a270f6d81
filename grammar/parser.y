/* The grammar of rule files. Each action is one call of a constructor (compiler/ast/build.h).
 *
 * The grammar knows no errors: a file that it refuses is mended first, item by item, and every mistake told once. What could
 * not be mended stands as LOST (compiler/ast/parse_mend.c). */
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
%locations
%expect 0
%param {struct parse *parse}

%token
    COMMA "," OPEN "(" CLOSE ")"
    COUNTS_ONLY "counts before only" COUNTS_ONCE "counts before once" ONCE "once" ONLY "only"
    A "a" ABSENT "absent" ACCEPTED "accepted" ACCEPTS "accepts" ACTIVE "active" ALIAS "alias" ALL "all" AMOUNT "amount" AND "and" ANY "any"
    ANYTHING "anything" AREA "area" AS "as" ASSUME "assume" AT "at" AUDIT "audit" AVERAGE "average" BE "be"
    BECAUSE "because" BEFORE "before" BLANK "blank" BY "by" CANNOT "cannot" CERTIFICATION "certification"
    CITES "cites" COLUMN "column" COUNT "count" COUNTS "counts" CROSS_CHECK "cross-check" CUSTOMER "customer"
    CUSTOMERS "customers" DAY "day" DAYS "days" DESIGNATION "designation" DOES "does" DROPPED "dropped"
    EDITION "edition" EFFECTIVE "effective" EITHER "either" ELSE "else" END "end" EVERY "every" EXAMPLE "example"
    EXCEPT "except" FIELD "field" FOR "for" FORMERLY "formerly" FROM "from" GIVEN "given" GRACE "grace"
    GROWTH "growth" HOLDS "holds" IN "in" IS "is" KEPT "kept" KNOWLEDGE "knowledge" KNOWN "known" LEAST "least" LIST "list"
    MAY "may" MEANS "means" MEASURE "measure" MEASURES "measures" MET "met" METRIC "metric" MONTH "month"
    MONTHLY "monthly" MONTHS "months" MUST "must" NAMED "name" NEITHER "neither" NO "no" NONE "none" NOR "nor" NOT "not"
    NOTE "note" NOTHING "nothing" OF "of" OPENS "opens" OPTION "option" OR "or" OTHERWISE "otherwise" OVER "over"
    OVERLAP "overlap" PARTY "party" PASSED "passed" PEOPLE "people" PER "per" PERCENT "percent"
    PERFORMANCE "performance" PERSON "person" PREFERRING "preferring" PUBLISHED "published" RECORD "record" REFERENCE "reference"
    REFERENCES "references" REFRESHED "refreshed" RENEWAL "renewal" REQUIRES "requires" SECONDARY "secondary" SPECIALIZATION "specialization" SPELLING "spelling"
    STEP "step"
    THEN "then" THIRD "third" TITLED "titled" TO "to" TOLD "told" TWICE "twice" UNDECIDED "undecided" UNDER "under" UNTIL "until"
    USAGE "usage" VALID "valid" WHEN "when" WHERE "where" WHICH "which" WITH "with" WITHIN "within" WORKLOAD "workload" YEAR "year"
    YEARS "years"

%token <const char *> TEXT "a text in quotes" NAME "a name" WORD "a word" NUMBER "a number"
%token <uint32_t> DATE "a date" YEAR_MONTH "a month"

/* In place of items that could not be read (compiler/ast/parse_mend.c). No rule file can say it. */
%token <uint64_t> LOST "what was lost"

/* Lists are built as circles: the value is the last node, whose next is the first. */
%nterm <struct tree_item *> declaration usage list specialization usage_item usage_items item items example cites note
%nterm <struct tree_item *> acceptance
%nterm <struct tree_item *> edition field amount customer month alias eligibility once no_repeats cross_check
%nterm <struct tree_item *> area formerly requires overlap measure metric certification renewal case refresh step active
%nterm <struct tree_requirement *> requirement line measured asked asks sum share tail parts choices choice demands demand
%nterm <struct tree_fact *> facts some_facts fact money
%nterm <struct tree_text *> texts names texts_loose except least head
%nterm <struct tree_value *> value values assumption known assumed place places
%nterm <struct tree_expression *> expression pair atom condition
%nterm <struct tree_option *> body options option
%nterm <struct tree_cell *> cell cells
%nterm <struct tree_outcome *> outcome outcomes
%nterm <struct tree_period> period effective from until
%nterm <struct tree_text> number whose at
%nterm <struct tree_meaning> means
%nterm <struct tree_text *> workloads titles held roles
%nterm <enum assay_step_kind> validation
%nterm <struct tree_duration> duration
%nterm <struct tree_date> day year_month date
%nterm <const char *> otherwise subject
%nterm <bool> percent waits

%%

file: %empty | declarations ;

declarations:
    declaration { parse_declare(parse, $1); }
  | declarations declaration { parse_declare(parse, $2); }
  ;

declaration: usage | list | specialization ;

/* ---- The usage declaration ---- */

usage: USAGE head usage_items END { $$ = build_block(parse, TREE_USAGE, $head, $usage_items, @$, @1); } ;

head:
    TEXT { $$ = build_text(parse, NULL, $TEXT, @$); }
  | LOST { $$ = NULL; }
  ;

usage_items:
    %empty { $$ = NULL; }
  | usage_items usage_item { $$ = build_append_item($1, $2); }
  | usage_items LOST { $$ = build_broken(parse, $1, $LOST); }
  ;

usage_item:
    edition | field | amount | customer | month | alias | eligibility | once | no_repeats | cross_check | certification | renewal
  | refresh | step | active
  | cites | note | example | acceptance
  ;

edition: EDITION TEXT { $$ = build_titled(parse, TREE_EDITION, build_text(parse, NULL, $TEXT, @TEXT), @$, @1); } ;

field:
    FIELD NAME COLUMN texts means assumption {
        $$ = build_meaning(build_field(parse, TREE_FIELD, $NAME, @NAME, $texts, $assumption, @$), $means);
    }
  ;

means:
    %empty { $$ = (struct tree_meaning){0}; }
  | MEANS TEXT at { $$ = (struct tree_meaning){{$TEXT, @TEXT, NULL}, $at}; }
  ;

at:
    %empty { $$ = (struct tree_text){0}; }
  | AT TEXT { $$ = (struct tree_text){$TEXT, @TEXT, NULL}; }
  ;

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
    AMOUNT NAME[field] COLUMN texts IN NAME[currency] means {
        $$ = build_meaning(build_amount(parse, $field, @field, $texts, $currency, @currency, @$), $means);
    }
  ;

customer:
    CUSTOMER NAME COLUMN texts except means {
        $$ = build_meaning(build_customer(parse, $NAME, @NAME, $texts, $except, @$), $means);
    }
  ;

except:
    %empty { $$ = NULL; }
  | EXCEPT texts { $$ = $texts; }
  ;

month:
    MONTH NAME COLUMN texts means {
        $$ = build_meaning(build_field(parse, TREE_MONTH, $NAME, @NAME, $texts, NULL, @$), $means);
    }
  ;

alias:
    ALIAS texts MEANS TEXT IN names { $$ = build_alias(parse, TREE_ALIAS, $texts, $TEXT, @TEXT, $names, @$); }
  | SPELLING texts MEANS TEXT IN names { $$ = build_alias(parse, TREE_SPELLING, $texts, $TEXT, @TEXT, $names, @$); }
  ;

eligibility:
    COUNTS_ONLY ONLY WHERE expression otherwise known {
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
    COUNTS_ONCE ONCE PER names PREFERRING NAME texts least {
        $$ = build_once(parse, $names, $NAME, @NAME, $texts, $least, @$);
    }
  ;

least:
    %empty { $$ = NULL; }
  | COMMA THEN LEAST names { $$ = $names; }
  ;

no_repeats: HOLDS NO RECORD TWICE { $$ = build_titled(parse, TREE_NO_REPEATS, NULL, @$, @$); } ;

cross_check:
    CROSS_CHECK NAME WITH texts[dropped] FOR DROPPED AND texts[kept] FOR KEPT {
        $$ = build_cross_check(parse, $NAME, @NAME, $dropped, $kept, @$);
    }
  ;

certification: CERTIFICATION TEXT titles { $$ = build_field(parse, TREE_CERTIFICATION, $TEXT, @TEXT, $titles, NULL, @$); } ;

titles:
    %empty { $$ = NULL; }
  | TITLED texts { $$ = $texts; }
  ;

renewal:
    RENEWAL EVERY duration COMMA OPENS number[opens] days BEFORE COMMA WITH number[grace] days GRACE {
        $$ = build_renewal(parse, $duration, $opens, $grace, @$, @1);
    }
  ;

days: DAY | DAYS ;

refresh:
    PERFORMANCE IS REFRESHED BY DAY number OF EVERY MONTH {
        $$ = build_refresh(parse, TREE_PERFORMANCE, $number, @$, span_join(@1, @REFRESHED));
    }
  | KNOWLEDGE IS REFRESHED WITHIN number days {
        $$ = build_refresh(parse, TREE_KNOWLEDGE, $number, @$, span_join(@1, @REFRESHED));
    }
  ;

step:
    STEP FOR validation TEXT[action] IN TEXT[site] at roles UNDER places waits {
        $$ = build_step(parse,
                        (struct tree_step){$validation, $waits, {$action, @action, NULL}, {$site, @site, NULL}, $roles, $places},
                        $at, @$, span_join(@1, @validation));
    }
  ;

validation:
    AUDIT { $$ = ASSAY_STEP_AUDIT; }
  | REFERENCES { $$ = ASSAY_STEP_REFERENCES; }
  | NEITHER { $$ = ASSAY_STEP_NEITHER; }
  ;

roles:
    %empty { $$ = NULL; }
  | AS TEXT { $$ = build_text(parse, NULL, $TEXT, @TEXT); }
  | AS ANY OF texts { $$ = $texts; }
  ;

places:
    place
  | places COMMA place { $$ = build_append_value($1, $3); }
  ;

place:
    TEXT { $$ = build_value(parse, TREE_TEXT, $TEXT, @$); }
  | AREA { $$ = build_value(parse, TREE_OWN_AREA, NULL, @$); }
  | NAMED { $$ = build_value(parse, TREE_OWN_NAME, NULL, @$); }
  ;

waits:
    %empty { $$ = false; }
  | WHEN ALL ELSE IS MET { $$ = true; }
  ;

active:
    ACTIVE MEANS TEXT at {
        $$ = build_meaning(build_titled(parse, TREE_ACTIVE, NULL, @$, @1), (struct tree_meaning){{$TEXT, @TEXT, NULL}, $at});
    }
  ;

/* ---- Lists ---- */

list:
    LIST NAME[list_name] OF NAME[field] texts_loose END {
        $$ = build_list(parse, $list_name, @list_name, $field, @field, $texts_loose, @$);
    }
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
  | items LOST { $$ = build_broken(parse, $1, $LOST); }
  ;

item: area | formerly | requires | overlap | measure | metric | cites | note | example | case | acceptance ;

area: AREA TEXT { $$ = build_titled(parse, TREE_AREA, build_text(parse, NULL, $TEXT, @TEXT), @$, @1); } ;

formerly: FORMERLY texts { $$ = build_titled(parse, TREE_FORMERLY, $texts, @$, @1); } ;

requires:
    REQUIRES requirement { $$ = build_requires(parse, $requirement, @$, @1); }
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

metric: METRIC TEXT workloads { $$ = build_field(parse, TREE_METRIC, $TEXT, @TEXT, $workloads, NULL, @$); } ;

workloads:
    %empty { $$ = NULL; }
  | WORKLOAD texts { $$ = $texts; }
  ;

period:
    %empty { $$ = (struct tree_period){0}; }
  | effective
  ;

effective:
    EFFECTIVE from until { $$ = build_period($from, $until); }
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

/* ---- Requirements ----
 * Names may be followed by a comma and more: so a line that ends in names is not reduced before all of it is read, and
 * what stands behind commas is read from right to left. */

requirement:
    line
  | line tail { $$ = build_with_tail($1, $2, @$); }
  | asked texts { $$ = build_named_by($1, $2, @$); }
  | asked texts tail { $$ = build_with_tail(build_named_by($1, $2, @$), $3, @$); }
  | EITHER period choices { $$ = build_either(parse, $period, $choices, @$, @1); }
  ;

line:
    measured
  | AUDIT BY A THIRD PARTY { $$ = build_requirement(parse, ASSAY_REQUIRES_AUDIT, @$); }
  | CUSTOMER REFERENCES { $$ = build_requirement(parse, ASSAY_REQUIRES_REFERENCES, @$); }
  | AT LEAST number CUSTOMER references { $$ = build_numbered(parse, ASSAY_REQUIRES_REFERENCES, $number, NULL, @$); }
  | subject NOT PUBLISHED { $$ = build_unpublished(parse, $subject, @$); }
  ;

subject:
    AMOUNT { $$ = "amount"; }
  | KNOWLEDGE { $$ = "knowledge"; }
  | PERFORMANCE { $$ = "performance"; }
  ;

asked:
    asks
  | DESIGNATION ANY OF { $$ = build_requirement(parse, ASSAY_REQUIRES_DESIGNATION, @$); }
  ;

tail:
    COMMA effective { $$ = build_tail_period(parse, $effective); }
  | COMMA VALID FOR duration { $$ = build_tail_valid(parse, $duration, @VALID, NULL); }
  | COMMA VALID FOR duration tail { $$ = build_tail_valid(parse, $duration, @VALID, $5); }
  | COMMA OF WHICH share texts { $$ = build_tail_part($share, $texts, span_join(@OF, @WHICH), parse, NULL); }
  | COMMA OF WHICH share texts tail { $$ = build_tail_part($share, $texts, span_join(@OF, @WHICH), parse, $6); }
  ;

share:
    AT LEAST number NAME OF { $$ = build_amount_of(parse, $number, $NAME, @NAME, NULL, @$); }
  | AT LEAST number WITH { $$ = build_numbered(parse, ASSAY_REQUIRES_PEOPLE, $number, NULL, @$); }
  | AT LEAST number WITH ANY OF { $$ = build_numbered(parse, ASSAY_REQUIRES_PEOPLE, $number, NULL, @$); }
  ;

measured:
    sum OVER duration { $$ = build_window($sum, $duration, (struct tree_text){0}, false, @$); }
  | sum OVER duration FROM AT LEAST number customers { $$ = build_window($sum, $duration, $number, false, @$); }
  | GROWTH OF AT LEAST number percent IN texts OVER duration {
        $$ = build_window(build_numbered(parse, ASSAY_REQUIRES_GROWTH, $number, $texts, @$), $duration,
                          (struct tree_text){0}, $percent, @$);
    }
  | GROWTH OF AT LEAST number percent IN texts OVER months NOT PUBLISHED {
        $$ = build_window(build_numbered(parse, ASSAY_REQUIRES_GROWTH, $number, $texts, @$), (struct tree_duration){0},
                          (struct tree_text){0}, $percent, @$);
    }
  ;

sum:
    AT LEAST number NAME OF texts { $$ = build_amount_of(parse, $number, $NAME, @NAME, $texts, @$); }
  | MONTHLY AVERAGE OF AT LEAST number NAME OF texts {
        $$ = build_average(build_amount_of(parse, $number, $NAME, @NAME, $texts, @$), @$);
    }
  ;

percent:
    %empty { $$ = false; }
  | PERCENT { $$ = true; }
  ;

asks:
    AT LEAST number IN { $$ = build_numbered(parse, ASSAY_REQUIRES_METRIC, $number, NULL, @$); }
  | AT LEAST number people WITH { $$ = build_numbered(parse, ASSAY_REQUIRES_PEOPLE, $number, NULL, @$); }
  | AT LEAST number people WITH ANY OF { $$ = build_numbered(parse, ASSAY_REQUIRES_PEOPLE, $number, NULL, @$); }
  ;

choices:
    choice
  | choices choice { $$ = build_append_requirement($1, $2); }
  ;

choice: OPTION TEXT demands { $$ = build_choice(parse, $TEXT, @TEXT, $demands, @$); } ;

demands:
    demand
  | demands AND demand { $$ = build_append_requirement($1, $3); }
  ;

demand:
    measured
  | measured parts { $$ = build_with_tail($1, $2, @$); }
  | asks texts { $$ = build_named_by($1, $2, @$); }
  | asks texts parts { $$ = build_with_tail(build_named_by($1, $2, @$), $3, @$); }
  ;

parts:
    COMMA OF WHICH share texts { $$ = build_tail_part($share, $texts, span_join(@OF, @WHICH), parse, NULL); }
  | COMMA OF WHICH share texts parts { $$ = build_tail_part($share, $texts, span_join(@OF, @WHICH), parse, $6); }
  ;

customers: CUSTOMERS | CUSTOMER ;

people: PEOPLE | PERSON ;

references: REFERENCES | REFERENCE ;

number: NUMBER { $$ = (struct tree_text){$NUMBER, @$, NULL}; } ;

duration:
    number months { $$ = (struct tree_duration){$number, 1}; }
  | number years { $$ = (struct tree_duration){$number, 12}; }
  ;

months: MONTH | MONTHS ;

years: YEAR | YEARS ;

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

/* ---- Examples of requirements ---- */

case:
    EXAMPLE TEXT AS OF day WITH facts IS MET {
        $$ = build_verdict(build_case(parse, $TEXT, @TEXT, $day, $facts, @$, span_join(@1, @2)), ASSAY_YES, span_join(@IS, @MET));
    }
  | EXAMPLE TEXT AS OF day WITH facts IS NOT MET {
        $$ = build_verdict(build_case(parse, $TEXT, @TEXT, $day, $facts, @$, span_join(@1, @2)), ASSAY_NO, span_join(@IS, @MET));
    }
  | EXAMPLE TEXT AS OF day WITH facts CANNOT BE TOLD {
        $$ = build_verdict(build_case(parse, $TEXT, @TEXT, $day, $facts, @$, span_join(@1, @2)), ASSAY_CANNOT_TELL,
                           span_join(@CANNOT, @TOLD));
    }
  ;

facts:
    NOTHING { $$ = NULL; }
  | some_facts
  ;

some_facts:
    fact
  | some_facts COMMA fact { $$ = build_append_fact($1, $3); }
  ;

fact:
    money
  | UNDECIDED money { $$ = build_undecided($money, @$); }
  | number IN TEXT IN year_month {
        $$ = build_fact(parse, TREE_FACT_METRIC, $number, build_text(parse, NULL, $TEXT, @TEXT), $year_month, @$);
    }
  | number people WITH held { $$ = build_fact(parse, TREE_FACT_PEOPLE, $number, $held, (struct tree_date){0}, @$); }
  | DESIGNATION TEXT {
        $$ = build_fact(parse, TREE_FACT_DESIGNATION, (struct tree_text){0}, build_text(parse, NULL, $TEXT, @TEXT),
                        (struct tree_date){0}, @$);
    }
  | AUDIT PASSED day { $$ = build_fact(parse, TREE_FACT_AUDIT, (struct tree_text){0}, NULL, $day, @$); }
  | number references ACCEPTED day { $$ = build_fact(parse, TREE_FACT_REFERENCES, $number, NULL, $day, @$); }
  | NO PEOPLE { $$ = build_fact(parse, TREE_FACT_NO_PEOPLE, (struct tree_text){0}, NULL, (struct tree_date){0}, @$); }
  | NO DESIGNATION {
        $$ = build_fact(parse, TREE_FACT_NO_DESIGNATION, (struct tree_text){0}, NULL, (struct tree_date){0}, @$);
    }
  | NO AUDIT { $$ = build_fact(parse, TREE_FACT_NO_AUDIT, (struct tree_text){0}, NULL, (struct tree_date){0}, @$); }
  | NO REFERENCES {
        $$ = build_fact(parse, TREE_FACT_NO_REFERENCES, (struct tree_text){0}, NULL, (struct tree_date){0}, @$);
    }
  ;

money:
    number NAME OF texts IN year_month whose {
        $$ = build_money(build_fact(parse, TREE_FACT_MONEY, $number, $texts, $year_month, @$), $NAME, @NAME, $whose);
    }
  ;

whose:
    %empty { $$ = (struct tree_text){0}; }
  | FROM TEXT { $$ = (struct tree_text){$TEXT, @TEXT, NULL}; }
  ;

held:
    TEXT { $$ = build_text(parse, NULL, $TEXT, @$); }
  | held AND TEXT { $$ = build_text(parse, $1, $TEXT, @TEXT); }
  ;

day: DATE { $$ = (struct tree_date){$DATE, @$}; } ;

year_month: YEAR_MONTH { $$ = (struct tree_date){$YEAR_MONTH, @$}; } ;

/* ---- Shared ---- */

cites:
    CITES TEXT COMMA date at { $$ = build_at(build_cites(parse, $TEXT, @TEXT, $date.date, @date, @$, @1), $at); }
  | CITES SECONDARY TEXT COMMA date at {
        $$ = build_secondary(build_at(build_cites(parse, $TEXT, @TEXT, $date.date, @date, @$, @1), $at));
    }
  ;

date:
    day
  | NUMBER { $$ = (struct tree_date){build_year(parse, $NUMBER, @$), @$}; }
  ;

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
    yysymbol_kind_t expected[PARSE_EXPECTED_MAX];
    int count = yypcontext_expected_tokens(context, expected, PARSE_EXPECTED_MAX);
    parse->expected_count = count < 0 ? 0 : (size_t)count;
    for (size_t i = 0; i < parse->expected_count; i++)
        parse->expected[i] = yysymbol_name(expected[i]);
    return 0;
}
