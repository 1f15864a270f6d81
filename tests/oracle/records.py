"""Records of a CSV export, read byte by byte as R29 and R30 say. Slow, literal, and no kin of the program's reader."""

import re

from published import BLANK, WHITE, fold

RECORD_LIMIT = 16 << 20
COLUMN_LIMIT = 4096
PACKED = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"\xfd7zXZ\x00": "xz", b"BZh": "bzip2",
          b"PK\x03\x04": "zip"}
WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
START, UNQUOTED, QUOTED, CLOSED, AFTER = range(5)
PLAIN = re.compile(rb'[^,"\r\n\x00]+')


class Refusal(Exception):
    """The file, or the call, is refused as a whole."""


class Record:
    """`skipped` is "header" or "empty" for a record that is no data (R34)."""

    def __init__(self, line):
        self.line, self.fields, self.problem, self.skipped = line, [], None, None
        self.lone_cr = False

    def reject(self, problem):
        self.problem = self.problem or problem


def is_white(line):
    try:
        return line.decode("utf-8").strip(WHITE) == ""
    except UnicodeDecodeError:
        return False


def records(data):
    """Yields every record, the header first. Lines of nothing but white space are skipped (R30)."""
    at, line = (3, 1) if data.startswith(b"\xef\xbb\xbf") else (0, 1)
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if is_white(data[at:end]):
            at, line = end + 1, line + 1
            continue
        record, after = read_record(data, at, line)
        line += data.count(b"\n", at, after)
        at = after
        yield record


def read_record(data, at, line):
    """The record that starts at `at`, and where the next one starts."""
    record, field, state, begin, opened = Record(line), bytearray(), START, at, line
    while True:
        plain = PLAIN.match(data, at) if state in (UNQUOTED, QUOTED) else None
        if plain:
            field += plain[0]
            at = plain.end()
        byte = data[at:at + 1]
        ends = byte == b"\n" or data[at:at + 2] == b"\r\n"
        if byte == b"" and state == QUOTED:
            record.line = opened
            record.reject("a quote that never closes")
        if byte == b"" or (state != QUOTED and (ends or byte == b",")):
            record.fields.append(bytes(field))
            field, state = bytearray(), START
            if byte != b",":
                break
        elif state == QUOTED and byte == b'"':
            state = CLOSED
        elif state == QUOTED:
            field += byte
        elif state == CLOSED and byte == b'"':
            field += byte
            state = QUOTED
        elif state == CLOSED:
            record.reject(f"text after a closing quote in column {len(record.fields) + 1}")
            state = AFTER
        elif state == START and byte == b'"':
            opened = line + data.count(b"\n", begin, at)
            state = QUOTED
        elif state != AFTER:
            field += byte
            state = UNQUOTED
        record.lone_cr |= byte == b"\r" and state != QUOTED
        if byte == b"\x00":
            record.reject(f"a NUL in column {len(record.fields) + 1}")
        at += 1
    if at - begin > RECORD_LIMIT:
        record.reject("a record over 16 MiB")
    return record, at + len({b"": b"", b"\n": b"\n"}.get(byte, b"\r\n"))


def name_of(cell):
    """R29: a name as names compare, of bytes."""
    text = cell.decode("utf-8", "surrogateescape")
    for white in WHITE + "_":
        text = text.replace(white, "")
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


def is_blank(cell):
    return fold(cell.decode("utf-8", "surrogateescape")) == BLANK


def without_mark(cell):
    """R34: a leading mark of the byte order left aside, which hides the quotes around a name."""
    if not cell.startswith(b"\xef\xbb\xbf"):
        return cell
    cell = cell[3:]
    quoted = len(cell) > 1 and cell.startswith(b'"') and cell.endswith(b'"')
    return cell[1:-1].replace(b'""', b'"') if quoted else cell


def trimmed(names):
    names = list(names)
    while names and not names[-1]:
        names.pop()
    return names


def kind(cells, header, declared):
    """R34: "empty", "header", "other" (another file begins) or None for data."""
    if all(map(is_blank, cells)):
        return "empty"
    names = [name_of(cell) for cell in cells]
    if trimmed(names) == trimmed(header):
        return "header"
    known = [name for name in names if name and name in declared | set(header)]
    of_declared = [name for name in known if name in declared]
    unknown = [cell for cell, name in zip(cells, names) if name not in known and not is_blank(cell)]
    return "other" if len(of_declared) > 1 or not unknown and (of_declared or len(known) > 1) else None


def sorted_out(rest, header, declared):
    """The records with what R34 says of each: skipped, or rejected since another file begins."""
    header, declared, other = [name_of(name.encode("utf-8", "surrogateescape")) for name in header], set(declared), None
    for record in rest:
        found = None
        if not record.problem and len(record.fields) <= COLUMN_LIMIT:
            found = kind([without_mark(record.fields[0])] + record.fields[1:], header, declared)
        if found == "empty":
            record.skipped = found
        elif other:
            record.problem = f"of another file, which begins in line {other}"
        elif found == "header":
            record.skipped = found
        elif found == "other":
            other = record.line
            record.reject("the header of another file")
        yield record


def header_and_rest(data):
    """The header's cells, and the records after it; Refusal when there is no reading the file (R29)."""
    for magic, name in PACKED.items():
        if data.startswith(magic):
            raise Refusal(f"the file is compressed ({name})")
    if data.startswith(WIDE) or data[1:2] == b"\x00":
        raise Refusal("the file is UTF-16 or UTF-32")
    rest = records(data)
    header = next(rest, None)
    if header is None:
        raise Refusal("there is no header")
    if header.lone_cr:
        raise Refusal("the header is ended by a lone CR")
    if header.problem:
        raise Refusal(f"the header has {header.problem}")
    if len(header.fields) > COLUMN_LIMIT:
        raise Refusal(f"more than {COLUMN_LIMIT} columns")
    return [name.decode("utf-8", "surrogateescape") for name in header.fields], rest
