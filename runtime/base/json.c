#include "runtime/base/json.h"

#include "runtime/base/utf8.h"

#include <string.h>

static void json_line(struct json *json) {
    text_add_char(json->out, '\n');
    text_add_repeat(json->out, ' ', (size_t)json->depth * 2);
}

/* Comma, line break and key before a value. */
static void json_lead(struct json *json, const char *key) {
    if (json->depth > 0) {
        if (json->filled[json->depth]) text_add_char(json->out, ',');
        json->filled[json->depth] = true;
        json_line(json);
    }
    if (key) text_addf(json->out, "\"%s\": ", key);
}

static void json_open(struct json *json, const char *key, char bracket) {
    json_lead(json, key);
    text_add_char(json->out, bracket);
    if (json->depth + 1 < JSON_DEPTH) json->depth++;
    json->filled[json->depth] = false;
}

static void json_close(struct json *json, char bracket) {
    bool filled = json->filled[json->depth];
    if (json->depth > 0) json->depth--;
    if (filled) json_line(json);
    text_add_char(json->out, bracket);
}

void json_object(struct json *json, const char *key) {
    json_open(json, key, '{');
}

void json_array(struct json *json, const char *key) {
    json_open(json, key, '[');
}

void json_end_object(struct json *json) {
    json_close(json, '}');
}

void json_end_array(struct json *json) {
    json_close(json, ']');
}

static void json_escape(struct text *out, unsigned char c) {
    switch (c) {
    case '"':
        text_add(out, "\\\"");
        break;
    case '\\':
        text_add(out, "\\\\");
        break;
    case '\n':
        text_add(out, "\\n");
        break;
    case '\t':
        text_add(out, "\\t");
        break;
    case '\r':
        text_add(out, "\\r");
        break;
    default:
        text_addf(out, "\\u%04x", c);
    }
}

void json_string_bytes(struct json *json, const char *key, const char *value, size_t length) {
    json_lead(json, key);
    text_add_char(json->out, '"');
    const unsigned char *s = (const unsigned char *)value;
    for (size_t i = 0; i < length;) {
        size_t step = utf8_character(value + i, length - i);
        if (step == 0) {
            text_add(json->out, "\xEF\xBF\xBD");
            step = 1;
        } else if (step == 1 && (s[i] < 0x20 || s[i] == '"' || s[i] == '\\' || s[i] == 0x7F)) {
            json_escape(json->out, s[i]);
        } else {
            text_add_bytes(json->out, value + i, step);
        }
        i += step;
    }
    text_add_char(json->out, '"');
}

void json_string(struct json *json, const char *key, const char *value) {
    if (value)
        json_string_bytes(json, key, value, strlen(value));
    else
        json_null(json, key);
}

void json_uint(struct json *json, const char *key, uint64_t value) {
    json_lead(json, key);
    text_addf(json->out, "%llu", (unsigned long long)value);
}

void json_bool(struct json *json, const char *key, bool value) {
    json_lead(json, key);
    text_add(json->out, value ? "true" : "false");
}

void json_null(struct json *json, const char *key) {
    json_lead(json, key);
    text_add(json->out, "null");
}

void json_finish(struct json *json) {
    text_add_char(json->out, '\n');
}
