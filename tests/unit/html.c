/* HTML: elements nest, texts stay texts. */
#include "runtime/base/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define GONE       "\xEF\xBF\xBD"
#define POINT(hex) "<span class=\"point\">U+" hex "</span>"

static void writes(const char *text, size_t length, const char *inside, const char *attribute) {
    struct text out = {0};
    struct html html = {.out = &out};
    struct text expected = {0};
    char value[64] = "";
    memcpy(value, text, length);
    html_begin(&html, "b");
    if (!memchr(text, '\0', length)) html_attribute(&html, "title", value);
    html_text_bytes(&html, text, length);
    html_end(&html);
    text_addf(&expected, memchr(text, '\0', length) ? "<b>%.0s%s</b>" : "<b title=\"%s\">%s</b>", attribute, inside);
    assert_false(out.failed);
    assert_string_equal(out.data, expected.data);
    text_free(&out);
    text_free(&expected);
}

#define WRITES(text, inside, attribute) writes(text, sizeof(text) - 1, inside, attribute)

static void markup_stays_text(void **state) {
    (void)state;
    WRITES("<script>a&b</script>", "&lt;script&gt;a&amp;b&lt;/script&gt;", "&lt;script&gt;a&amp;b&lt;/script&gt;");
    WRITES("\" onload='x'", "&quot; onload=&#39;x&#39;", "&quot; onload=&#39;x&#39;");
    WRITES("&lt;&#60;", "&amp;lt;&amp;#60;", "&amp;lt;&amp;#60;");
    WRITES("-->]]>", "--&gt;]]&gt;", "--&gt;]]&gt;");
    WRITES("=cmd()`javascript:", "=cmd()`javascript:", "=cmd()`javascript:");
}

static void what_cannot_be_seen_is_named(void **state) {
    (void)state;
    WRITES("a\x1B[31m", "a" POINT("001B") "[31m", "a[U+001B][31m");
    WRITES("\t\n\r", POINT("0009") POINT("000A") POINT("000D"), "[U+0009][U+000A][U+000D]");
    WRITES("\x7F\u202E\u200F\u2066", POINT("007F") POINT("202E") POINT("200F") POINT("2066"),
           "[U+007F][U+202E][U+200F][U+2066]");
    WRITES("\u200B\u2028\uFEFF\u00AD", POINT("200B") POINT("2028") POINT("FEFF") POINT("00AD"),
           "[U+200B][U+2028][U+FEFF][U+00AD]");
    WRITES("\uFFFF\U0001FFFE\U000E0041", POINT("FFFF") POINT("1FFFE") POINT("E0041"), "[U+FFFF][U+1FFFE][U+E0041]");
    WRITES("\xC2\x85", POINT("0085"), "[U+0085]");
    WRITES("a\0b", "a" POINT("0000") "b", "");
}

static void ordinary_text_stays(void **state) {
    (void)state;
    WRITES("C\u00F4te \u4E2D \u05D0 \U0001F600 \u00A0\u202F", "C\u00F4te \u4E2D \u05D0 \U0001F600 \u00A0\u202F",
           "C\u00F4te \u4E2D \u05D0 \U0001F600 \u00A0\u202F");
    WRITES("\u0928\u094D\u200D\u0937", "\u0928\u094D\u200D\u0937", "\u0928\u094D\u200D\u0937");
    WRITES("\xFFz\xE2\x82", GONE "z" GONE GONE, GONE "z" GONE GONE);
}

static void what_is_drawn_ends_at_once(void **state) {
    (void)state;
    struct text out = {0};
    struct html html = {.out = &out};
    html_begin(&html, "svg");
    html_begin_class(&html, "rect", "a");
    html_end(&html);
    html_begin(&html, "path");
    html_text(&html, "x");
    html_end(&html);
    html_end(&html);
    html_begin(&html, "b");
    html_end(&html);
    assert_false(out.failed);
    assert_string_equal(out.data, "<svg><rect class=\"a\"/><path>x</path></svg><b></b>");
    text_free(&out);
}

static void elements_nest(void **state) {
    (void)state;
    struct text out = {0};
    struct html html = {.out = &out};
    html_doctype(&html);
    html_begin_class(&html, "p", "a\"b");
    html_attributef(&html, "id", "s%d<", 7);
    html_attribute(&html, "title", NULL);
    html_element(&html, "em", NULL, "x<y");
    html_begin(&html, "br");
    html_end(&html);
    html_textf(&html, "%d%%", 5);
    html_isolated(&html, "n\u202E", 4);
    html_end(&html);
    assert_false(out.failed);
    assert_string_equal(
        out.data,
        "<!DOCTYPE html>\n<p class=\"a&quot;b\" id=\"s7&lt;\"><em>x&lt;y</em><br>5%<bdi>n" POINT("202E") "</bdi></p>");
    text_free(&out);
}

static void a_title_holds_no_elements(void **state) {
    (void)state;
    struct text out = {0}, title = {0};
    struct html html = {.out = &out};
    text_add(&title, "</title>\x01");
    html_begin(&html, "title");
    html_plain_of(&html, &title);
    html_end(&html);
    assert_string_equal(out.data, "\n<title>&lt;/title&gt;[U+0001]</title>");
    text_free(&title);
    text_free(&out);
}

static void wrong_use_fails(void **state) {
    (void)state;
    struct text out = {0};
    struct html html = {.out = &out};
    html_end(&html);
    assert_true(out.failed);
    text_free(&out);
    out = (struct text){0};
    for (int i = 0; i < HTML_DEPTH; i++)
        html_begin(&html, "b");
    assert_false(out.failed);
    html_begin(&html, "b");
    assert_true(out.failed);
    text_free(&out);
    out = (struct text){0};
    html = (struct html){.out = &out};
    html_begin(&html, "b");
    html_text(&html, "x");
    html_attribute(&html, "class", "late");
    assert_true(out.failed);
    text_free(&out);
    out = (struct text){0};
    html = (struct html){.out = &out};
    html_text_of(&html, &(struct text){.failed = true});
    assert_true(out.failed);
    text_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_stays_text),
        cmocka_unit_test(what_cannot_be_seen_is_named),
        cmocka_unit_test(ordinary_text_stays),
        cmocka_unit_test(elements_nest),
        cmocka_unit_test(what_is_drawn_ends_at_once),
        cmocka_unit_test(a_title_holds_no_elements),
        cmocka_unit_test(wrong_use_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
