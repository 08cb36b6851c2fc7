#include "checker/site/places.h"

#include <algorithm>

namespace checker::site {

Places::Places(const Rules& rules) : rules_(rules) {
  std::string shared;
  for (std::size_t i = 0; i < rules.documents.size(); ++i) {
    const std::string& name = rules.sources.file(rules.documents[i].file).name;
    const std::string folder = name.substr(0, name.rfind('/') + 1);
    if (i == 0) shared = folder;
    const auto differ =
        std::mismatch(shared.begin(), shared.end(), folder.begin(), folder.end()).first;
    shared.erase(differ, shared.end());
  }
  shared_ = shared.rfind('/') + 1;
}

std::string Places::place(dsl::Span span) const {
  if (span.file >= rules_.sources.size()) return {};
  const std::string& name = rules_.sources.file(span.file).name;
  return name.substr(std::min(shared_, name.size())) + ", line " +
         std::to_string(rules_.sources.locate(span.file, span.begin).line);
}

dsl::Span Places::declaration_around(dsl::Span span) const {
  for (const dsl::ast::Document& document : rules_.documents) {
    if (document.file != span.file) continue;
    for (const dsl::ast::Declaration& declaration : document.declarations) {
      const dsl::Span whole = dsl::ast::span_of(declaration);
      if (whole.begin <= span.begin && span.end <= whole.end) return whole;
    }
  }
  return span;
}

}  // namespace checker::site
