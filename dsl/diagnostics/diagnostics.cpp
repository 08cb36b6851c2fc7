#include "dsl/diagnostics/diagnostics.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace dsl {
namespace {

constexpr auto kInfos = std::to_array<DiagnosticInfo>({
#define DIAGNOSTIC(code, name, severity, message) {#code, #name, Severity::severity, message},
#include "dsl/diagnostics/kinds.def"
#undef DIAGNOSTIC
});

}  // namespace

const DiagnosticInfo& info(DiagnosticKind kind) {
  return kInfos.at(static_cast<std::size_t>(kind));
}

const std::vector<DiagnosticKind>& all_diagnostic_kinds() {
  static const std::vector<DiagnosticKind> kKinds = [] {
    std::vector<DiagnosticKind> all;
    for (std::size_t i = 0; i < std::size(kInfos); ++i)
      all.push_back(static_cast<DiagnosticKind>(i));
    return all;
  }();
  return kKinds;
}

Diagnostics::Builder& Diagnostics::Builder::label(Span span, std::string text) {
  owner_.all_[index_].labels.push_back({span, std::move(text)});
  return *this;
}

Diagnostics::Builder& Diagnostics::Builder::help(std::string text) {
  owner_.all_[index_].help = std::move(text);
  return *this;
}

Diagnostics::Builder& Diagnostics::Builder::details(std::string lines) {
  owner_.all_[index_].details = std::move(lines);
  return *this;
}

Diagnostics::Builder Diagnostics::add(DiagnosticKind kind, Span span, std::string message) {
  const Severity severity = info(kind).severity;
  if (severity == Severity::Error) ++errors_;
  all_.push_back({kind, severity, span, std::move(message), {}, {}, {}});
  return {*this, all_.size() - 1};
}

void Diagnostics::append(Diagnostics&& other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
              std::make_move_iterator(other.all_.end()));
  errors_ += other.errors_;
}

void Diagnostics::append_elsewhere(const Diagnostics& other, std::size_t since) {
  const std::size_t until = all_.size();
  for (const Diagnostic& each : other.all_) {
    bool told = false;
    for (std::size_t i = since; i < until && !told; ++i) told = all_[i].span == each.span;
    if (told) continue;
    if (each.severity == Severity::Error) ++errors_;
    all_.push_back(each);
  }
}

void Diagnostics::sort() {
  std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.file, a.span.begin) < std::tie(b.span.file, b.span.begin);
  });
}

}  // namespace dsl
