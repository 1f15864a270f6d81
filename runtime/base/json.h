/* json.h - writes JSON into a text: commas, indentation and escaping are taken care of.
 *
 * Keys are plain ASCII literals. Bytes of a string that are not UTF-8 become U+FFFD, so the output is always valid. */
#ifndef ASSAY_JSON_H
#define ASSAY_JSON_H

#include "runtime/base/text.h"

#define JSON_DEPTH 32

struct json {
    struct text *out;
    unsigned depth;
    bool filled[JSON_DEPTH]; /* whether the level already holds a value */
};

/* Every value is either an element (key NULL) or a member (key given). */
void json_object(struct json *json, const char *key);
void json_array(struct json *json, const char *key);
void json_end_object(struct json *json);
void json_end_array(struct json *json);
void json_string(struct json *json, const char *key, const char *value); /* value NULL: null */
void json_string_bytes(struct json *json, const char *key, const char *value, size_t length);
void json_uint(struct json *json, const char *key, uint64_t value);
void json_bool(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);

/* Ends the text with a line end. */
void json_finish(struct json *json);

#endif
