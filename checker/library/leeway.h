/* Leeway for programs in C: see checker.h for what each function does. */
#pragma once

#include <stddef.h> /* NOLINT(modernize-deprecated-headers) */

#ifdef __cplusplus
extern "C" {
#endif

/* NOLINTNEXTLINE(modernize-use-using,readability-identifier-naming) */
typedef struct leeway_checker leeway_checker;

/* Rule files as parallel arrays of names and texts. `as_of` and `today` may be null. Null where
   something has a fault; then `*errors` (unless `errors` is null) is a text to be given back. */
leeway_checker* leeway_checker_load(const char* const* names, const char* const* texts,
                                    size_t count, const char* as_of, const char* today,
                                    char** errors);
void leeway_checker_free(leeway_checker* checker);

/* The verdicts on a design in JSON, as one line of JSON, to be given back. Null: out of memory. */
char* leeway_check(const leeway_checker* checker, const char* design, size_t length);

/* Gives back a text that a function above returned. */
void leeway_text_free(char* text);

#ifdef __cplusplus
}
#endif
