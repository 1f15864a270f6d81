"""What holds of every page of `assay status --format html`: check.py PAGE... Exit 1 when something does not.

Read with the parser of Python's library, which repairs nothing: each element must be closed where it was opened."""
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "br"}
ELEMENTS = VOID | set(
    "html head title style body a header nav main footer section h1 h2 h3 h4 h5 h6 p ul li dl dt dd div span bdi code cite "
    "strong table caption thead tbody tr th td details summary svg rect path symbol use pattern".split())
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "tabindex", "aria-labelledby",
              "aria-hidden", "aria-label", "scope", "colspan", "data-name", "viewbox", "x", "width", "height", "d",
              "patternunits", "patterntransform", "rel"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]")


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.wrong, self.open, self.ids, self.links, self.labels = [], [], [], [], []
        self.headings, self.heads, self.title, self.style, self.policy = [], [], "", "", None
        self.mains, self.filter = 0, None
        self.feed(text)
        self.close()
        if self.open:
            self.wrong.append(f"never closed: {self.open}")

    def say(self, what):
        self.wrong.append(f"line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag not in ELEMENTS:
            self.say(f"an element <{tag}>")
        for name, value in attributes:
            if name not in ATTRIBUTES:
                self.say(f"an attribute {name} of <{tag}>")
            if UNSEEN.search(value or ""):
                self.say(f"a character that cannot be seen in {name}")
        if len(values) != len(attributes):
            self.say(f"<{tag}> has an attribute twice")
        href = values.get("href", "")
        if tag == "a" and not href.startswith("#"):
            if not re.fullmatch("https?://[A-Za-z0-9\\[][!-~]*", href) or re.search("[\"'<>\\\\^`{|}]", href):
                self.say(f"a link to what is no address: {href}")
            if values.get("rel") != "noreferrer":
                self.say("a link that leaves the page and tells from where")
        elif tag in ("a", "use") and not href.startswith("#") or "rel" in values:
            self.say("a link that leaves the page")
        self.links += [href[1:]] if href.startswith("#") else []
        self.labels += [values["aria-labelledby"]] if "aria-labelledby" in values else []
        self.ids += [values["id"]] if "id" in values else []
        if tag == "th" and values.get("scope") not in ("row", "col", "rowgroup"):
            self.say("a table header without scope")
        if tag == "meta" and "http-equiv" in values:
            self.policy = values["content"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "svg" and values.get("aria-hidden") != "true":
            self.say("a picture that is neither hidden nor named")
        if self.open and self.open[-1] == "table" and tag not in ("caption", "thead", "tbody"):
            self.say(f"<{tag}> in a table")
        if self.open and self.open[-1] == "details" and not self.summaries and tag != "summary":
            self.say("details that do not begin with a summary")
        if tag == "details":
            self.summaries, self.filter = False, None
        if tag == "summary":
            self.summaries = True
        if tag == "li" and self.filter is not None:
            self.filter += 1
        self.mains += tag == "main"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.say(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()
        if tag == "details" and self.filter == 0:
            self.say("a filter without a condition")

    def handle_data(self, data):
        where = self.open[-1] if self.open else ""
        if where == "title":
            self.title += data
        if where == "style":
            self.style += data
        if where == "summary" and data.startswith("What counts as "):
            self.filter = 0
        if UNSEEN.search(data):
            self.say(f"a character that cannot be seen: {data!r}")
        if data.strip() and where in ("html", "head", "table", "thead", "tbody", "tr", "ul", "ol", "dl", "svg", "", "body"):
            self.say(f"text in <{where}>: {data!r}")

    def handle_comment(self, data):
        self.say(f"a comment: {data!r}")

    def handle_pi(self, data):
        self.say(f"an instruction: {data!r}")

    def handle_decl(self, data):
        if data != "DOCTYPE html":
            self.say(f"a declaration: {data!r}")


def wrongs(text):
    page = Page(text)
    wrong = page.wrong
    if not text.startswith("<!DOCTYPE html>") or not text.endswith("</html>\n"):
        wrong.append("neither begins nor ends as a page")
    if page.policy != POLICY:
        wrong.append(f"the policy is {page.policy}")
    if not page.title.strip() or page.headings[:1] != [1] or page.headings.count(1) != 1 or page.mains != 1:
        wrong.append(f"title, first heading, main: {page.title!r}, {page.headings[:1]}, {page.mains}")
    for before, after in zip(page.headings, page.headings[1:]):
        if after > before + 1:
            wrong.append(f"a heading {after} after a heading {before}")
    if len(set(page.ids)) != len(page.ids):
        wrong.append("an id twice")
    for name in page.links + page.labels:
        if name not in page.ids:
            wrong.append(f"nothing has the id {name}")
    for name in ("@import", "url(", "expression", "</"):
        if name in page.style.replace("url(#hatch)", ""):
            wrong.append(f"the style has {name}")
    return wrong


def main():
    failed = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as stream:
            wrong = wrongs(stream.read())
        for line in wrong[:20]:
            print(f"{path}: {line}")
        failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
