#include "checker/design/document_text.h"

#include <algorithm>

#include "checker/design/document.h"

namespace checker {
namespace {

using dsl::DiagnosticKind;

// The length of the character that begins with this byte; 0: none begins so.
std::size_t character_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

// Longer than needed, a surrogate, or past U+10FFFF.
bool is_forbidden(unsigned char lead, unsigned char second) {
  return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
         (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
}

}  // namespace

std::uint32_t byte_order_mark_length(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::size_t find_not_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = character_length(lead);
    if (length == 0 || at + length > text.size()) return at;
    for (std::size_t i = 1; i < length; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      if ((byte & 0xC0U) != 0x80U || (i == 1 && is_forbidden(lead, byte))) return at;
    }
    at += length;
  }
  return text.size();
}

dsl::Span character_at(const dsl::SourceFile& file, std::size_t offset) {
  const std::string_view text = file.text;
  const std::size_t begin = std::min(offset, text.size());
  std::size_t end = begin;
  if (end < text.size()) ++end;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
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
  const std::size_t bad = find_not_utf8(text);
  if (bad < text.size()) {
    const auto begin = static_cast<std::uint32_t>(bad);
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
