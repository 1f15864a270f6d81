"""What the figures of pages of `assay status --format html` must keep: figures.py PAGE... Exit 1 when one does not.

Each figure leads to the words of its rule and to where they stand: it is in a requirement line that says so, or its row
leads to a place of the page that does. The rows of a table that ends in a sum add up to it, and its bars are as long as
its amounts. Places are called what the rules call them, so that a link to one can be sent on."""
import re
import sys
from decimal import Decimal
from html.parser import HTMLParser

VOID = ("meta", "br")


class Node:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children, self.texts = tag, attributes, parent, [], []
        self.classes = (attributes.get("class") or "").split()

    def within(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def walk(self):
        for child in self.children:
            yield child
            yield from child.walk()

    def text(self):
        return "".join(part if isinstance(part, str) else part.text() for part in self.texts)

    def first(self, tag, class_name=None):
        return next((node for node in self.walk() if node.tag == tag and (not class_name or class_name in node.classes)), None)


class Tree(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Node("", {}, None)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        node = Node(tag, dict(attributes), self.at)
        self.at.children.append(node)
        self.at.texts.append(node)
        if tag not in VOID:
            self.at = node

    def handle_endtag(self, _tag):
        self.at = self.at.parent

    def handle_data(self, data):
        self.at.texts.append(data)


def is_figure(node):
    number = re.search("[0-9]", node.text())
    if node.tag == "dd":
        return number and any("figures" in outer.classes for outer in node.within())
    return node.tag == "td" and number and ({"figure", "shares", "rows"} & set(node.classes) or
                                            any("excluded" in outer.classes for outer in node.within()))


def is_said(place):
    """Whether a place tells where its rule stands: FILE:LINE, and what it cites."""
    source = place and place.first("p", "source")
    return source and source.first("code") and re.search(r"\.assay:[1-9][0-9]*$", source.first("code").text())


def leads(node, places):
    for outer in node.within():
        if "line" in outer.classes:
            return outer.attributes.get("id") and is_said(outer)
        if outer.tag == "tr":
            code = outer.first("code")
            if code and re.fullmatch(r"[^ ]+\.assay:[1-9][0-9]*", code.text()):
                return True
            rows = outer.parent.children
            for row in reversed(rows[:rows.index(outer) + 1]):
                link = row.first("th").first("a")
                if link:
                    return is_said(places.get(link.attributes["href"][1:]))
    return False


def columns_lead(node, places):
    """In a table of reasons each column's head leads to its rule as well."""
    table = next((outer for outer in node.within() if "excluded" in outer.classes), None)
    if not table:
        return True
    heads = [head for head in table.first("thead").walk() if head.tag == "th"]
    return all(is_said(places.get(head.first("a").attributes["href"][1:])) for head in heads[1:])


def amount(cell):
    return Decimal(cell.text().replace("\u2212", "-").replace(",", ""))


def sums(table):
    """Columns of amounts that do not add up, each row rounded to a cent."""
    rows = [row for row in table.walk() if row.tag == "tr" and row.parent.tag == "tbody"]
    if not rows or "sum" not in rows[-1].classes:
        return
    for name in ("Certain", "Possible"):
        cells = [cell for row in rows for cell in row.children if cell.attributes.get("data-name") == name]
        if not cells:
            continue
        *parts, whole = map(amount, cells)
        if len(cells) != len(rows) or abs(sum(parts) - whole) > Decimal("0.005") * len(rows):
            yield f"{table.first('caption').text()}: {name} adds up to {sum(parts)}, not {whole}"


def width(cell):
    """The parts of a hundred that a bar fills."""
    return sum((Decimal(rect.attributes["width"][:-1]) for rect in cell.walk()
                if rect.tag == "rect" and "width" in rect.attributes), Decimal(0))


def bars(table):
    """Bars that are not as long as what stands beside them says: months beside one another, and shares."""
    rows = [row for row in table.walk() if row.tag == "tr" and row.parent.tag == "tbody" and "sum" not in row.classes]
    if "months" in table.classes:
        ends = [max((amount(cell) for cell in row.children if cell.attributes.get("data-name") in ("Certain", "Possible")),
                    key=abs) for row in rows]
        widths = [width(row.first("td", "drawn")) for row in rows]
        for end, drawn in zip(ends, widths):
            for other, beside in zip(ends, widths):
                if abs(abs(end) * beside - abs(other) * drawn) > Decimal("0.2") * (abs(end) + abs(other)):
                    yield f"bars of {end} and {other} are {drawn} and {beside} long"
    for row in rows:
        share = row.first("td", "shares")
        told = re.search("([0-9.]+)\u00a0%$", share.text()) if share else None
        if told and "<" not in share.text() and abs(min(Decimal(told[1]), 100) - width(share)) > Decimal("0.2"):
            yield f"the bar of {share.text()} is {width(share)} long"


def slug(text):
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:60].rstrip("-")


def tiles(root, places):
    """Tiles at the top that count otherwise than the overview below them."""
    overview = root.first("table", "overview")
    for tile in (root.first("ul", "tiles") or Node("", {}, None)).children:
        count, link = int(tile.first("strong").text()), tile.first("a")
        if "active" in tile.classes:
            found = sum("active" in node.classes and node.tag == "span" for node in overview.walk())
        else:
            group = places[link.attributes["href"][1:]]
            found = len(group.parent.parent.children) - 1
        if count != found:
            yield f"the tile says {tile.text()!r}, the overview {found}"


def wrongs(root):
    nodes = list(root.walk())
    places = {node.attributes["id"]: node for node in nodes if "id" in node.attributes}
    figures = [node for node in nodes if is_figure(node)]
    yield from tiles(root, places)
    for node in figures:
        if not leads(node, places) or not columns_lead(node, places):
            yield f"a figure that leads to no rule: {node.text()!r}"
    for table in nodes:
        if table.tag == "table":
            if not table.children or table.children[0].tag != "caption" or not table.children[0].text().strip():
                yield "a table without a caption"
            yield from sums(table)
            yield from bars(table)
    for section in nodes:
        if section.tag == "section" and "specialization" in section.classes:
            heading = section.first("h2")
            if not re.fullmatch(re.escape(slug(heading.text())) + "(-[0-9]+)?", heading.attributes["id"]):
                yield f"{heading.text()!r} is at {heading.attributes['id']!r}"
    summaries = [node.text() for node in nodes if node.tag == "summary"]
    for text in summaries:
        if len(text.split()) < 4:
            yield f"a summary that says little by itself: {text!r}"


def main():
    failed = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as stream:
            wrong = list(wrongs(Tree(stream.read()).root))
        for line in wrong[:10]:
            print(f"{path}: {line}")
        failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
