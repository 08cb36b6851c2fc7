#include "checker/design/json_fault.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "checker/design/document_text.h"
#include "checker/design/plain_word.h"
#include "dsl/text/ascii.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::Span;

// What may stand at the place of the fault.
enum class Expected { Value, Key, Colon, CommaOrEnd, Nothing };

bool is_word_character(char c) {
  return dsl::is_letter(c) || dsl::is_digit(c) || c == '_' || c == '.' || c == '-' || c == '+' ||
         c == '$' || c == '%' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_number_like(std::string_view token) {
  const std::size_t first = token.find_first_not_of("+-.");
  return first != std::string_view::npos && dsl::is_digit(token[first]);
}

class JsonFault {
 public:
  JsonFault(std::size_t offset, const dsl::SourceFile& file, const DocumentBuilder& read,
            dsl::Diagnostics& diagnostics)
      : file_(file), text_(file.text), read_(read), diagnostics_(diagnostics), at_(offset) {}

  void report() {
    const Expected expected = find_expected();
    if (at_ >= text_.size()) return report_end();
    switch (text_[at_]) {
      case '/':
      case '#':
        say(line_from(at_), "JSON has no comments")
            .help("put the remark under a key `note`, or write the design as YAML");
        return;
      case '\'':
        say(character_at(file_, at_), "single quotes mean nothing in JSON")
            .help("write double quotes");
        return;
      default: break;
    }
    switch (expected) {
      case Expected::Nothing:
        say(line_from(at_), "this stands behind the end of the design")
            .help("write one design to a file, in one pair of braces");
        return;
      case Expected::Key: return report_key();
      case Expected::Colon:
        say(character_at(file_, at_), "a colon is missing before this")
            .help("write `\"key\": value`");
        return;
      case Expected::CommaOrEnd: return report_separator();
      case Expected::Value: return report_value();
    }
  }

 private:
  dsl::Diagnostics::Builder say(Span span, const std::string& message) {
    return diagnostics_.report(DiagnosticKind::DesignSyntax, span, message);
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {file_.id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  Span line_from(std::size_t begin) const {
    return span(begin, std::min(text_.find_first_of("\r\n", begin), text_.size()));
  }

  std::size_t word_end() const {
    std::size_t end = at_;
    while (end < text_.size() && is_word_character(text_[end])) ++end;
    return end;
  }

  bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }

  void pass() {
    last_mark_ = at_;
    at_ = skip_json_blanks(text_, at_ + 1);
  }

  // Passes the punctuation that is right, up to the place of the fault.
  Expected find_expected() {
    at_ = skip_json_blanks(text_, at_);
    const DocumentNode* open = read_.innermost();
    if (open == nullptr) return read_.has_root() ? Expected::Nothing : Expected::Value;
    if (read_.pending_key() != nullptr) {
      if (!at(':')) return Expected::Colon;
      pass();
      return Expected::Value;
    }
    const bool in_object = open->kind == NodeKind::Mapping;
    const bool is_first = in_object ? open->entries.empty() : open->items.empty();
    const Expected next = in_object ? Expected::Key : Expected::Value;
    if (is_first) return next;
    if (!at(',')) return Expected::CommaOrEnd;
    pass();
    return next;
  }

  void report_end() {
    const DocumentNode* open = read_.innermost();
    if (open == nullptr) {
      say({file_.id, 0, 0}, "this design is empty").help("begin it with `{\"leeway\": 1`");
      return;
    }
    const bool is_list = open->kind == NodeKind::Sequence;
    say(character_at(file_, open->span.begin),
        fmt::format("this `{}` is never closed", is_list ? '[' : '{'))
        .help(fmt::format("add the missing `{}`", is_list ? ']' : '}'));
  }

  void report_key() {
    if (at('"')) return report_text();
    const bool after_comma = last_mark_ != std::string_view::npos;
    if ((at('}') || at(',')) && after_comma) return report_extra_comma();
    const Span place = word_end() > at_ ? span(at_, word_end()) : character_at(file_, at_);
    const std::string written = shown(text_.substr(place.begin, place.end - place.begin));
    say(place, fmt::format("a key in double quotes belongs here, not `{}`", written))
        .help("write `\"key\": value`");
  }

  void report_extra_comma() {
    say(span(last_mark_, last_mark_ + 1), "nothing follows this comma").help("delete it");
  }

  void report_separator() {
    const DocumentNode& open = *read_.innermost();
    const char opener = open.kind == NodeKind::Sequence ? '[' : '{';
    if (at(']') || at('}')) {
      say(character_at(file_, at_),
          fmt::format("`{}` where `{}` belongs", text_[at_], opener == '[' ? ']' : '}'))
          .label(character_at(file_, open.span.begin), "opened here")
          .help("close lists with `]` and objects with `}`, the innermost first");
      return;
    }
    // The value before went on in a way that JSON does not know, as in `1_000`.
    if (at_ > 0 && is_word_character(text_[at_ - 1]) && is_word_character(text_[at_])) {
      while (at_ > 0 && is_word_character(text_[at_ - 1])) --at_;
      return report_word();
    }
    say(character_at(file_, at_), "a comma is missing before this")
        .help("separate values with commas");
  }

  void report_value() {
    if (at('"')) return report_text();
    const bool after_comma = last_mark_ != std::string_view::npos && text_[last_mark_] == ',';
    if (after_comma && (at(']') || at('}') || at(','))) return report_extra_comma();
    if (read_.innermost() == nullptr) {
      const Span place = word_end() > at_ ? span(at_, word_end()) : character_at(file_, at_);
      say(place, "a design in JSON begins with `{`")
          .help("write `{\"leeway\": 1, ...}`; a design in YAML has a name that ends in `.yaml`");
      return;
    }
    if (is_word_character(text_[at_])) return report_word();
    say(character_at(file_, at_), fmt::format("a value belongs here, not `{}`", character()))
        .help("write `null` if there is none, `\"unknown\"` if it is not known");
  }

  std::string character() const {
    const Span place = character_at(file_, at_);
    return std::string(text_.substr(place.begin, place.end - place.begin));
  }

  void report_word() {
    const std::string_view word = text_.substr(at_, word_end() - at_);
    const Span place = span(at_, word_end());
    if (json_number_length(word) == word.size()) {
      diagnostics_.report(DiagnosticKind::NumberTooLong, place, shown(word))
          .help("at most 15 digits before the point and 6 after it");
      return;
    }
    const std::string message = fmt::format("`{}` is not a value of JSON", shown(word));
    if (is_number_like(word)) {
      say(place, message)
          .help("write numbers with digits and a point alone, anything else in double quotes");
      return;
    }
    const std::string lower = to_lower(word);
    const bool is_literal = lower == "true" || lower == "false" || lower == "null";
    say(place, message)
        .help(is_literal ? fmt::format("write `{}`", lower)
                         : "put texts and words in double quotes");
  }

  // A string that the parser refused: it is not closed, or something in it is wrong.
  void report_text() {
    for (std::size_t i = at_ + 1; i < text_.size() && text_[i] != '"'; ++i) {
      if (text_[i] == '\n' || text_[i] == '\r') break;
      if (text_[i] == '\t') {
        say(span(i, i + 1), "a tab cannot stand in a text of JSON").help("write `\\t`");
        return;
      }
      if (text_[i] != '\\') continue;
      const std::size_t length = escape_length(i);
      if (length == 0) {
        say(span(i, std::min(i + 2, text_.size())), "`\\` does not stand before this sign in JSON")
            .help("write each `\\` twice");
        return;
      }
      i += length - 1;
    }
    say(span(at_, at_ + 1), "the quote that opens here is not closed on its line")
        .help("close it; write a line break in a text as `\\n`");
  }

  // The length of the escape at `at`; 0 when JSON has none such.
  std::size_t escape_length(std::size_t at) const {
    if (at + 1 >= text_.size()) return 0;
    const char kind = text_[at + 1];
    if (kind != 'u')
      return std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos ? 2 : 0;
    const auto hex = code_unit(at);
    if (hex < 0 || (hex >= 0xDC00 && hex <= 0xDFFF)) return 0;
    if (hex < 0xD800 || hex > 0xDBFF) return 6;
    const auto low = code_unit(at + 6);
    return low >= 0xDC00 && low <= 0xDFFF ? 12 : 0;
  }

  // The number in `\u1234`; -1 when there is none.
  int code_unit(std::size_t at) const {
    if (at + 6 > text_.size() || text_[at] != '\\' || text_[at + 1] != 'u') return -1;
    int value = 0;
    for (const char c : text_.substr(at + 2, 4)) {
      const std::size_t digit = std::string_view("0123456789abcdefABCDEF").find(c);
      if (digit == std::string_view::npos) return -1;
      value = value * 16 + static_cast<int>(digit > 15 ? digit - 6 : digit);
    }
    return value;
  }

  const dsl::SourceFile& file_;
  std::string_view text_;
  const DocumentBuilder& read_;
  dsl::Diagnostics& diagnostics_;
  std::size_t at_;
  std::size_t last_mark_ = std::string_view::npos;  // the comma or colon passed last
};

}  // namespace

std::size_t skip_json_blanks(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of(" \t\r\n", from), text.size());
}

std::size_t json_string_end(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\') ++at;
  }
  return text.size();
}

std::size_t json_number_length(std::string_view text) {
  std::size_t at = 0;
  const auto pass_any_of = [&](std::string_view set) {
    const bool found = at < text.size() && set.find(text[at]) != std::string_view::npos;
    if (found) ++at;
    return found;
  };
  const auto pass_digits = [&] {
    const std::size_t begin = at;
    while (pass_any_of("0123456789")) {
    }
    return at > begin;
  };
  pass_any_of("-");
  if (!pass_any_of("0") && !pass_digits()) return 0;
  std::size_t length = at;
  if (pass_any_of(".") && pass_digits()) length = at;
  at = length;
  if (pass_any_of("eE")) {
    pass_any_of("+-");
    if (pass_digits()) length = at;
  }
  return length;
}

void report_json_fault(std::size_t offset, const dsl::SourceFile& file, const DocumentBuilder& read,
                       dsl::Diagnostics& diagnostics) {
  JsonFault(offset, file, read, diagnostics).report();
}

}  // namespace checker
