/* reader_foreign.c - files that are not CSV, told by how they begin: what they are, and what to do (R29). */
#include "runtime/usage/reader_internal.h"

#include <string.h>

#define ZIP_LOOK (64u << 10) /* bytes that are searched for names */

struct magic {
    const char *bytes;
    size_t length;
    const char *message;
    const char *remedy;
};

#define UNPACK(name, tool) "the file is compressed (" name ")", "unpack it: " tool " FILE | assay ... -"
#define RECODE(name)       "the file is " name ", not UTF-8", "convert it: iconv -f " name " -t UTF-8 FILE | assay ... -"

#define AGAIN   "export the report again, as CSV"
#define CONVERT "write the table as CSV in UTF-8, with a header, and give that"
#define SAVE_SHEET                                                                                                     \
    "export the report as CSV; or save the sheet as \"CSV UTF-8 (comma delimited)\", which may change months and "     \
    "amounts"

/* UTF-32 before UTF-16: the one begins like the other. */
static const struct magic magics[] = {
    {"\x1F\x8B", 2, UNPACK("gzip", "gunzip -c")},
    {"\x28\xB5\x2F\xFD", 4, UNPACK("zstd", "zstd -dc")},
    {"\xFD"
     "7zXZ\0",
     6, UNPACK("xz", "xz -dc")},
    {"PK\x05\x06", 4, UNPACK("zip", "unzip -p")},
    {"\x04\x22\x4D\x18", 4, UNPACK("lz4", "lz4 -dc")},
    {"\x1F\x9D", 2, UNPACK("compress", "uncompress -c")},
    {"7z\xBC\xAF\x27\x1C", 6, "the file is a 7z archive", "unpack it, and give the CSV file in it"},
    {"Rar!\x1A\x07", 6, "the file is a RAR archive", "unpack it, and give the CSV file in it"},
    {"\xFF\xFE\0\0", 4, RECODE("UTF-32")},
    {"\0\0\xFE\xFF", 4, RECODE("UTF-32")},
    {"\xFF\xFE", 2, RECODE("UTF-16")},
    {"\xFE\xFF", 2, RECODE("UTF-16")},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8,
     "the file is an Excel workbook of the old kind (xls), or one with a password", SAVE_SHEET},
    {"Obj\x01", 4, "the file is Avro, not CSV", CONVERT},
    {"SQLite format 3", 16, "the file is a SQLite database, not CSV", CONVERT},
    {"%PDF-", 5, "the file is a PDF, not CSV", AGAIN},
    {"{\\rtf", 5, "the file is a text document (RTF), not CSV", AGAIN},
    {"\x89PNG", 4, "the file is a picture (PNG), not CSV", AGAIN},
    {"\xFF\xD8\xFF", 3, "the file is a picture (JPEG), not CSV", AGAIN},
    {"version https://git-lfs", 23, "the file is only a pointer to the file, of Git LFS", "fetch it: git lfs pull"},
};

/* A header might begin so too; it has no control characters. */
static const struct magic binaries[] = {
    {"PAR1", 4, "the file is Parquet, not CSV", CONVERT},
    {"ARROW1", 6, "the file is Arrow (Feather), not CSV", CONVERT},
    {"ORC", 3, "the file is ORC, not CSV", CONVERT},
};

static bool is_binary(const unsigned char *data, size_t length) {
    for (size_t i = 0; i < length && i < 64; ++i)
        if (data[i] < '\t' || (data[i] > '\r' && data[i] < ' ')) return true;
    return false;
}

/* "BZh", a digit, and the mark of a block or of the end: a header might begin with the first three. */
static const struct magic bzip2 = {"BZh", 3, UNPACK("bzip2", "bunzip2 -c")};

static bool is_bzip2(const unsigned char *data, size_t length) {
    return length >= 10 && memcmp(data, bzip2.bytes, bzip2.length) == 0 && data[3] >= '1' && data[3] <= '9' &&
           (memcmp(data + 4, "1AY&SY", 6) == 0 || memcmp(data + 4, "\x17\x72\x45\x38\x50\x90", 6) == 0);
}

/* Its mark stands behind the name, size and dates of the first file in it. */
static const struct magic tar = {"ustar", 5, "the file is a tar archive", "unpack it, and give the CSV file in it"};
#define TAR_MARK 257u

static bool is_tar(const unsigned char *data, size_t length) {
    return length >= TAR_MARK + tar.length && memcmp(data + TAR_MARK, tar.bytes, tar.length) == 0 &&
           memchr(data, '\0', TAR_MARK);
}

/* Without a byte order mark: which of the first four bytes are NUL. */
static const struct {
    unsigned char nul[4];
    struct magic magic;
} patterns[] = {
    {{0, 1, 0, 1}, {NULL, 0, RECODE("UTF-16LE")}},
    {{1, 0, 1, 0}, {NULL, 0, RECODE("UTF-16BE")}},
    {{0, 1, 1, 1}, {NULL, 0, RECODE("UTF-32LE")}},
    {{1, 1, 1, 0}, {NULL, 0, RECODE("UTF-32BE")}},
};

/* Whether it begins with a text, whatever the case of its letters; `text` is in lower case. */
static bool begins(const unsigned char *data, size_t length, const char *text) {
    for (size_t i = 0; text[i]; ++i) {
        if (i == length) return false;
        unsigned char byte = data[i] >= 'A' && data[i] <= 'Z' ? (unsigned char)(data[i] - 'A' + 'a') : data[i];
        if (byte != (unsigned char)text[i]) return false;
    }
    return true;
}

/* Whether bytes stand anywhere near the beginning. */
static bool has(const unsigned char *data, size_t length, const char *bytes) {
    size_t size = strlen(bytes), most = length < ZIP_LOOK ? length : ZIP_LOOK;
    for (size_t at = 0; at + size <= most; ++at)
        if (memcmp(data + at, bytes, size) == 0) return true;
    return false;
}

/* Office documents are zip archives: the names of the files in them tell. */
static const struct magic *find_zip(const unsigned char *data, size_t length) {
    static const struct magic kinds[] = {
        {"xl/", 3, "the file is an Excel workbook (xlsx), not CSV", SAVE_SHEET},
        {"opendocument.spreadsheet", 24, "the file is a spreadsheet (ods), not CSV", SAVE_SHEET},
        {"word/", 5, "the file is a Word document, not CSV", AGAIN},
        {"[Content_Types].xml", 19, "the file is an Office document, most likely an Excel workbook (xlsx), not CSV",
         SAVE_SHEET},
    };
    static const struct magic zip = {"PK\x03\x04", 4, UNPACK("zip", "unzip -p")};
    if (length < zip.length || memcmp(data, zip.bytes, zip.length) != 0) return NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i)
        if (has(data, length, kinds[i].bytes)) return &kinds[i];
    return &zip;
}

/* ---- Text of another kind ---- */

static bool is_white(unsigned char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static size_t skip_white(const unsigned char *data, size_t length, size_t at) {
    while (at < length && is_white(data[at]))
        ++at;
    return at;
}

/* A tag, a comment or a declaration begins with these. */
static const struct magic *find_markup(const unsigned char *data, size_t length) {
    static const struct magic html = {NULL, 0, "the file is a web page (HTML), not CSV: perhaps a page to sign in",
                                      "export the report again, as CSV, and see that you are signed in"};
    static const struct magic xml = {NULL, 0, "the file is XML, not CSV", CONVERT};
    static const char *const pages[] = {"<!doctype html", "<html", "<head", "<body", "<table", "<div"};
    static const char *const xmls[] = {"<?xml", "<!--", "<!doctype", "<workbook", "<root", "<feed"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; ++i)
        if (begins(data, length, pages[i])) return &html;
    for (size_t i = 0; i < sizeof xmls / sizeof *xmls; ++i)
        if (begins(data, length, xmls[i])) return has(data, length, "<html") ? &html : &xml;
    return NULL;
}

/* An object or a list: what begins like a header in brackets is not taken for one. */
static const struct magic *find_json(const unsigned char *data, size_t length) {
    static const struct magic json = {NULL, 0, "the file is JSON, not CSV", CONVERT};
    size_t next = skip_white(data, length, 1);
    if (length == 0 || next >= length) return NULL;
    if (data[0] == '{' && (data[next] == '"' || data[next] == '}')) return &json;
    return data[0] == '[' && memchr("{[]\"", data[next], 4) ? &json : NULL;
}

/* Behind comments and the mark that begins a document of YAML. */
static size_t skip_remarks(const unsigned char *data, size_t length) {
    size_t at = skip_white(data, length, 0);
    while (at < length && (data[at] == '#' || begins(data + at, length - at, "---"))) {
        const unsigned char *end = memchr(data + at, '\n', length - at);
        at = end ? skip_white(data, length, (size_t)(end - data)) : length;
    }
    return at;
}

/* What the partner states begins with a name and a colon: one of these, which no column is called. */
static const struct magic *find_statement(const unsigned char *data, size_t length) {
    static const struct magic yaml = {NULL, 0, "the file is a partner file, not an export", "give it with --partner"};
    static const char *const keys[] = {
        "partner:", "designations:", "certifications:", "audits:", "references:", "specializations:", "metrics:"};
    size_t at = skip_remarks(data, length);
    if (at == length && length > 0 && data[0] == '#') return &yaml; /* nothing is filled in yet */
    for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i)
        if (begins(data + at, length - at, keys[i])) return &yaml;
    return NULL;
}

static const struct magic *find_text(const unsigned char *data, size_t length) {
    const struct magic *found = find_markup(data, length);
    if (!found) found = find_json(data, length);
    return found ? found : find_statement(data, length);
}

static const struct magic *find_among(const struct magic *among, size_t count, const unsigned char *data,
                                      size_t length) {
    for (size_t i = 0; i < count; ++i)
        if (length >= among[i].length && memcmp(data, among[i].bytes, among[i].length) == 0) return &among[i];
    return NULL;
}

static const struct magic *find_binary(const unsigned char *data, size_t length) {
    const struct magic *found = find_among(magics, sizeof magics / sizeof *magics, data, length);
    if (!found && is_binary(data, length))
        found = find_among(binaries, sizeof binaries / sizeof *binaries, data, length);
    if (found) return found;
    if (is_bzip2(data, length)) return &bzip2;
    return is_tar(data, length) ? &tar : find_zip(data, length);
}

static const struct magic *find_wide(const unsigned char *data, size_t length) {
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns && length >= 4; ++i) {
        const unsigned char *nul = patterns[i].nul;
        if ((data[0] == 0) == nul[0] && (data[1] == 0) == nul[1] && (data[2] == 0) == nul[2] &&
            (data[3] == 0) == nul[3])
            return &patterns[i].magic;
    }
    return NULL;
}

/* Where text begins: behind a mark of the byte order and white space. */
static size_t text_begin(const unsigned char *data, size_t length) {
    size_t mark = length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    return skip_white(data, length, mark);
}

bool reader_is_text(const unsigned char *data, size_t length, struct reader_refusal *refusal) {
    const struct magic *magic = find_binary(data, length);
    size_t at = text_begin(data, length);
    if (!magic) magic = find_wide(data, length);
    if (!magic) magic = find_text(data + at, length - at);
    return !magic || reader_refuse(refusal, 0, magic->message, magic->remedy);
}

/* JSON is YAML, and what UTF-16 is YAML's reader says. */
const char *reader_kind_name(const unsigned char *data, size_t length) {
    size_t at = text_begin(data, length);
    const struct magic *magic = find_binary(data, length);
    if (!magic) magic = find_markup(data + at, length - at);
    return magic && !strstr(magic->message, "UTF") ? magic->message : NULL;
}
