"""Every customer of the last window of an export is on the page, isolated, as text: names.py USAGE PAGE."""
import csv
import html
import re
import sys


def blanks(text):
    return re.sub("[ \t\r\n\v\f\u00a0]+", " ", text).strip(" ")


def folded(text):
    """As readings R1 and R22 say."""
    return blanks(text).translate({c: chr(c + 32) for c in range(65, 91)})


def shown(text):
    """The text as the page shows it: long ones cut, what cannot be seen by name."""
    cut = text[:200] != text
    named = "".join(f'<span class="point">U+{ord(c):04X}</span>' if c in "\x07\x1b\u200b\u202e\ufeff" else html.escape(c)
                    for c in text[:200]).replace("&#x27;", "&#39;")
    return f"<bdi>{named}</bdi>" + ("\u2026" if cut else "")


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with open(sys.argv[2], encoding="utf-8", newline="") as stream:
        page = stream.read()
    first = {folded(row["Customer"]): blanks(row["Customer"]) for row in reversed(rows)}
    names = {first[folded(row["Customer"])] for row in rows
             if row["Service"].startswith("=cmd") and row["Association"] == "PAL"}
    missing = [name for name in sorted(names) if shown(name) not in page]
    for name in missing:
        print(f"not on the page: {name!r}, as {shown(name)}")
    return 1 if missing or len(names) < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
