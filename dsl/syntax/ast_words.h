// The smallest parts of a rule file as written: names, texts, addresses, dates, unit words.
#pragma once

#include <string>
#include <vector>

#include "dsl/text/span.h"

namespace dsl::ast {

struct Node {
  Span span;
};

// A dotted lower-case name (`us.ca.cde`), a value word (`CA`, `TK`, `Mon`) or, where a grade or a
// choice may be a number, its digits.
struct Name : Node {
  std::string text;
};

struct Text : Node {
  std::string value;  // escapes resolved
};

struct Url : Node {
  std::string value;  // without the angle brackets
};

struct DateText : Node {
  std::string text;  // 2027-08-16, not yet checked against the calendar
};

// `minutes per day`: the words between the `per`s; `years old` is one word.
struct UnitWords : Node {
  std::vector<Name> words;
};

}  // namespace dsl::ast
