// What stands in the text, written as the language has it: for messages that say what to write.
#pragma once

#include <optional>
#include <string>

#include "dsl/parse/grammar/scan.h"

namespace dsl::grammar {

// From `it` to the end of its line, without blanks at its end or a comment.
std::string_view rest_of_line(Iterator it, Iterator end);

// `"Iowa Code 279.10"` for the rest of a line in no quotes; nullopt where it is long or has some.
std::optional<std::string> text_meant(Iterator it, Iterator end);

// `"School meals"` for “School meals” or 'School meals', given its first quote.
std::optional<std::string> quotation_meant(const Token& quote, Iterator end);

// A `-` between two letters.
bool is_inside_name(Iterator it, Iterator begin, Iterator end);
Iterator name_begin(Iterator it, Iterator begin);
// `us.ia.minimum_days` for what begins like `us.IA.minimum-days`.
std::string name_meant(Iterator it, Iterator end);

// `us.ia.minimum_days` for `us.ia.minimum days "..."`; nullopt where no title in quotes follows.
std::optional<std::string> name_of_words_meant(Iterator it, Iterator end);

// `1_080` for the number around a comma.
std::string number_meant(Iterator comma, Iterator begin, Iterator end);

// The number before some blanks.
std::optional<std::string> number_before(Iterator it, Iterator begin);

// `9..12` for two words or numbers with a dash between them.
std::optional<std::string> range_meant(const Token& dash, Iterator begin, Iterator end);

// Where an address without `<` ends.
Iterator bare_address_end(Iterator it, Iterator end);

}  // namespace dsl::grammar
