// JSON by nlohmann's events. They bring no places; since they come in the order of the text, a
// cursor that passes over each token as its event arrives knows them all.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "checker/design/document.h"
#include "checker/design/document_builder.h"
#include "checker/design/document_text.h"
#include "checker/design/json_fault.h"
#include <nlohmann/json.hpp>

namespace checker {
namespace {

using dsl::Span;

// The names of its functions and what they take are those that nlohmann::json::sax_parse calls.
class JsonEvents {
 public:
  JsonEvents(const dsl::SourceFile& file, DocumentBuilder& builder, dsl::Diagnostics& diagnostics)
      : file_(file),
        builder_(builder),
        diagnostics_(diagnostics),
        cursor_(byte_order_mark_length(file.text)) {}

  bool null() {
    DocumentNode node;
    node.is_null = true;
    node.scalar = "null";
    node.span = next_span(node.scalar.size());
    return builder_.scalar(std::move(node));
  }
  bool boolean(bool value) { return plain(value ? 4 : 5); }
  bool number_integer(std::int64_t) { return number(); }
  bool number_unsigned(std::uint64_t) { return number(); }
  bool number_float(double, const std::string&) { return number(); }

  bool string(std::string& value) {
    DocumentNode node;
    node.span = next_string();
    const bool is_word = value == "unknown" || value == "not_applicable";
    node.style = is_word ? ScalarStyle::Plain : ScalarStyle::Quoted;
    node.scalar = std::move(value);
    return builder_.scalar(std::move(node));
  }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(std::size_t) { return builder_.open(NodeKind::Mapping, next_span(1)); }
  bool key(std::string& value) {
    const Span place = next_string();
    builder_.key(std::move(value), place);
    return true;
  }
  bool end_object() { return builder_.close(next_span(1).end); }
  bool start_array(std::size_t) { return builder_.open(NodeKind::Sequence, next_span(1)); }
  bool end_array() { return builder_.close(next_span(1).end); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    report_json_fault(cursor_, file_, builder_, diagnostics_);
    return false;
  }

 private:
  // The parser has seen to it that the marks stand where they belong.
  std::size_t next_begin() const {
    std::size_t at = skip_json_blanks(file_.text, cursor_);
    while (at < file_.text.size() && (file_.text[at] == ',' || file_.text[at] == ':')) {
      at = skip_json_blanks(file_.text, at + 1);
    }
    return at;
  }

  Span next_span(std::size_t length) {
    const std::size_t begin = next_begin();
    cursor_ = std::min(begin + length, file_.text.size());
    return {file_.id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cursor_)};
  }

  Span next_string() {
    const std::size_t begin = next_begin();
    return next_span(json_string_end(file_.text, begin) - begin);
  }

  // Numbers keep the digits that were written; a double would lose some.
  bool number() {
    return plain(json_number_length(std::string_view(file_.text).substr(next_begin())));
  }

  bool plain(std::size_t length) {
    DocumentNode node;
    node.span = next_span(length);
    node.scalar = file_.text.substr(node.span.begin, node.span.end - node.span.begin);
    return builder_.scalar(std::move(node));
  }

  const dsl::SourceFile& file_;
  DocumentBuilder& builder_;
  dsl::Diagnostics& diagnostics_;
  std::size_t cursor_;
};

}  // namespace

std::optional<DocumentNode> read_json(const dsl::SourceFile& file, dsl::Diagnostics& diagnostics) {
  if (!check_document_text(file, diagnostics)) return std::nullopt;
  DocumentBuilder builder(diagnostics);
  JsonEvents events(file, builder, diagnostics);
  const std::string_view text =
      std::string_view(file.text).substr(byte_order_mark_length(file.text));
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &events)) return std::nullopt;
  return builder.take();
}

}  // namespace checker
