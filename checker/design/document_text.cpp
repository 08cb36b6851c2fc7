#include "checker/design/document_text.h"

#include <algorithm>

#include "checker/design/document.h"
#include "dsl/text/utf8.h"

namespace checker {
namespace {

using dsl::DiagnosticKind;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

}  // namespace

std::uint32_t byte_order_mark_length(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

dsl::Span character_at(const dsl::SourceFile& file, std::size_t offset) {
  const std::string_view text = file.text;
  const std::size_t begin = std::min(offset, text.size());
  std::size_t end = begin;
  if (end < text.size()) ++end;
  while (end < text.size() && dsl::is_continuation(text[end])) ++end;
  return {file.id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool check_document_text(const dsl::SourceFile& file, dsl::Diagnostics& diagnostics) {
  const std::string_view text = file.text;
  if (text.size() > kMaxDocumentBytes) {
    diagnostics
        .report(DiagnosticKind::FileTooLarge, {file.id, 0, 0}, text.size(), kMaxDocumentBytes)
        .help(kTooLongHelp);
    return false;
  }
  if (const auto bad = dsl::first_bad_utf8(text)) {
    const auto begin = static_cast<std::uint32_t>(*bad);
    diagnostics.report(DiagnosticKind::NotUtf8, {file.id, begin, begin + 1})
        .help("save the file with the encoding UTF-8");
    return false;
  }
  const auto control = std::find_if(text.begin(), text.end(), is_control);
  if (control != text.end()) {
    const auto at = static_cast<std::size_t>(control - text.begin());
    diagnostics
        .report(DiagnosticKind::DesignSyntax, character_at(file, at),
                "a control character stands here")
        .help("delete it; in quotes it can be written as an escape");
    return false;
  }
  return true;
}

}  // namespace checker
