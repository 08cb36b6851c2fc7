// YAML by yaml-cpp's events. The parser gives the place where each event begins and the meaning of
// each scalar; the rest of the places is worked out from the text.
#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/design/document.h"
#include "checker/design/document_builder.h"
#include "checker/design/document_text.h"
#include "checker/design/yaml_fault.h"
#include "checker/design/yaml_places.h"
#include "dsl/text/utf8.h"
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::Span;

// Thrown through the parser to end it, after the reason has been reported.
struct StopReading {};

class YamlEvents : public YAML::EventHandler {
 public:
  YamlEvents(const dsl::SourceFile& file, DocumentBuilder& builder, dsl::Diagnostics& diagnostics)
      : file_(file), builder_(builder), diagnostics_(diagnostics) {}

  // The parser counts bytes, but not those of a byte order mark.
  std::size_t offset(const YAML::Mark& mark) const {
    const std::size_t skipped = byte_order_mark_length(file_.text);
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)) + skipped, file_.text.size());
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!builder_.has_root()) return;
    stop(YamlFault::SecondDocument, offset(mark));
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t begin = offset(mark);
    check_properties(begin, "?", anchor);
    DocumentNode node;
    node.is_null = true;
    node.scalar = written_null(file_.text, begin, builder_.expects_key());
    node.span = span(begin, begin + node.scalar.size());
    if (node.scalar.empty()) node.span = place_of_blank(begin);
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    fault(YamlFault::Anchor, offset(mark));
    DocumentNode node;
    node.span = character_at(file_, offset(mark));
    add(std::move(node));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const std::size_t begin = offset(mark);
    check_properties(begin, tag, anchor);
    DocumentNode node;
    node.scalar = value;
    node.style = tag == "?" ? ScalarStyle::Plain : ScalarStyle::Quoted;
    const std::size_t end = scalar_end(file_.text, begin, value);
    if (end == std::string_view::npos) stop(YamlFault::UnclosedQuote, begin);
    node.span = span(begin, end);
    // yaml-cpp 0.7 gives bytes that are not UTF-8 for its escapes `\N` and `\_`.
    if (dsl::first_bad_utf8(value)) {
      const std::string_view text = file_.text;
      stop(YamlFault::BadEscape, std::min(text.find("\\N", begin), text.find("\\_", begin)) + 2);
    }
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(NodeKind::Sequence, '[', mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(']'); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(NodeKind::Mapping, '{', mark, tag, anchor);
  }
  void OnMapEnd() override { close('}'); }

  void fault(YamlFault kind, std::size_t at) {
    report_yaml_fault(kind, at, file_, builder_, diagnostics_);
  }

 private:
  [[noreturn]] void stop(YamlFault kind, std::size_t at) {
    fault(kind, at);
    throw StopReading{};
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {file_.id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  // A value that was left out is looked for at its key.
  Span place_of_blank(std::size_t next) const {
    if (const DocumentEntry* entry = builder_.pending_key()) return entry->key_span;
    const std::size_t at = place_of_missing_item(file_.text, next);
    return span(at, std::min(at + 1, file_.text.size()));
  }

  void check_properties(std::size_t begin, const std::string& tag, YAML::anchor_t anchor) {
    const char first = begin < file_.text.size() ? file_.text[begin] : '\0';
    if (anchor != 0) {
      fault(YamlFault::Anchor, begin);
    } else if ((tag != "?" && tag != "!") || (tag == "!" && first == '!')) {
      fault(YamlFault::Tag, begin);
    }
  }

  void open(NodeKind kind, char bracket, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    const std::size_t begin = offset(mark);
    check_properties(begin, tag, anchor);
    const bool is_flow = begin < file_.text.size() && file_.text[begin] == bracket;
    if (builder_.expects_key()) {
      // The parser also takes brackets for a key when the file ends before they do.
      if (is_flow && !is_closed(file_.text, begin)) stop(YamlFault::UnclosedBracket, begin);
      diagnostics_
          .report(DiagnosticKind::YamlFeature, character_at(file_, begin),
                  "a list or a group of keys as a key")
          .help("begin each line with a word and a colon; put a text with brackets in quotes");
      throw StopReading{};
    }
    flows_.push_back(is_flow);
    if (!builder_.open(kind, span(begin, is_flow ? begin + 1 : begin))) throw StopReading{};
  }

  void close(char bracket) {
    std::size_t end = builder_.last_end();
    if (flows_.back()) end = flow_end(file_.text, end, bracket);
    flows_.pop_back();
    if (!builder_.close(static_cast<std::uint32_t>(end))) throw StopReading{};
  }

  void add(DocumentNode node) {
    if (builder_.expects_key()) {
      builder_.key(std::move(node.scalar), node.span);
    } else if (!builder_.scalar(std::move(node))) {
      throw StopReading{};
    }
  }

  const dsl::SourceFile& file_;
  DocumentBuilder& builder_;
  dsl::Diagnostics& diagnostics_;
  std::vector<bool> flows_;  // of the open mappings and lists: whether they stand in brackets
};

YamlFault fault_of(const std::string& message) {
  namespace msg = YAML::ErrorMsg;
  struct Row {
    const char* message;
    YamlFault fault;
  };
  static const std::array kRows = {Row{msg::TAB_IN_INDENTATION, YamlFault::Tab},
                                   Row{msg::EOF_IN_SCALAR, YamlFault::UnclosedQuote},
                                   Row{msg::DOC_IN_SCALAR, YamlFault::UnclosedQuote},
                                   Row{msg::END_OF_MAP_FLOW, YamlFault::UnclosedFlow},
                                   Row{msg::END_OF_SEQ_FLOW, YamlFault::UnclosedFlow},
                                   Row{msg::FLOW_END, YamlFault::StrayBracket},
                                   Row{msg::MAP_VALUE, YamlFault::StrayColon},
                                   Row{msg::BLOCK_ENTRY, YamlFault::StrayDash},
                                   Row{msg::END_OF_MAP, YamlFault::StrayLine},
                                   Row{msg::END_OF_SEQ, YamlFault::StrayLine},
                                   Row{msg::UNKNOWN_TOKEN, YamlFault::BadStart},
                                   Row{msg::MAP_KEY, YamlFault::BadStart},
                                   Row{msg::CHAR_IN_BLOCK, YamlFault::BadBlockText},
                                   Row{msg::ZERO_INDENT_IN_BLOCK, YamlFault::BadBlockText},
                                   Row{msg::UNKNOWN_ANCHOR, YamlFault::Anchor},
                                   Row{msg::ALIAS_NOT_FOUND, YamlFault::Anchor},
                                   Row{msg::ANCHOR_NOT_FOUND, YamlFault::Anchor},
                                   Row{msg::CHAR_IN_ALIAS, YamlFault::Anchor},
                                   Row{msg::CHAR_IN_ANCHOR, YamlFault::Anchor},
                                   Row{msg::MULTIPLE_ANCHORS, YamlFault::Anchor},
                                   Row{msg::MULTIPLE_TAGS, YamlFault::Tag},
                                   Row{msg::CHAR_IN_TAG_HANDLE, YamlFault::Tag},
                                   Row{msg::TAG_WITH_NO_SUFFIX, YamlFault::Tag},
                                   Row{msg::END_OF_VERBATIM_TAG, YamlFault::Tag},
                                   Row{msg::YAML_DIRECTIVE_ARGS, YamlFault::Directive},
                                   Row{msg::YAML_MAJOR_VERSION, YamlFault::Directive},
                                   Row{msg::REPEATED_YAML_DIRECTIVE, YamlFault::Directive},
                                   Row{msg::TAG_DIRECTIVE_ARGS, YamlFault::Directive},
                                   Row{msg::REPEATED_TAG_DIRECTIVE, YamlFault::Directive}};
  const auto row = std::find_if(kRows.begin(), kRows.end(),
                                [&](const Row& known) { return message == known.message; });
  if (row != kRows.end()) return row->fault;
  // These messages end with the text that is wrong.
  for (const char* start : {msg::INVALID_ESCAPE, msg::INVALID_UNICODE, msg::INVALID_HEX}) {
    if (message.starts_with(start)) return YamlFault::BadEscape;
  }
  return message.starts_with(msg::YAML_VERSION) ? YamlFault::Directive : YamlFault::Other;
}

}  // namespace

std::optional<DocumentNode> read_yaml(const dsl::SourceFile& file, dsl::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  if (!check_document_text(file, diagnostics)) return std::nullopt;
  DocumentBuilder builder(diagnostics);
  YamlEvents events(file, builder, diagnostics);
  std::istringstream stream(file.text);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const StopReading&) {
    return std::nullopt;
  } catch (const YAML::Exception& exception) {
    events.fault(fault_of(exception.msg), events.offset(exception.mark));
    return std::nullopt;
  }
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  if (!builder.has_root()) {
    diagnostics.report(DiagnosticKind::DesignSyntax, {file.id, 0, 0}, "this design is empty")
        .help("begin it with the line `leeway: 1`");
  }
  return builder.take();
}

}  // namespace checker
