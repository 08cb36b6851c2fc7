// A rule file parsed, with what was said of it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dsl/parse/parse.h"

namespace test_support {

struct Parsed {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile& file;
  dsl::ast::Document document;

  explicit Parsed(std::string text, const std::string& name = "test.rules")
      : file(sources.add(name, std::move(text))), document(dsl::parse(file, diagnostics)) {}

  std::string at(dsl::Span span) const { return std::string(sources.text(span)); }

  template <typename Node>
  const Node& declaration(std::size_t i = 0) const {
    return std::get<Node>(document.declarations.at(i));
  }
  template <typename Node>
  const Node& clause(std::size_t i) const {
    return std::get<Node>(declaration<dsl::ast::NormDecl>().clauses.at(i));
  }

  // `code place: message | help` of each error; the place is the text under the caret.
  std::vector<std::string> errors() {
    diagnostics.sort();
    std::vector<std::string> lines;
    for (const dsl::Diagnostic& diagnostic : diagnostics.all()) {
      lines.push_back(std::string(dsl::info(diagnostic.kind).code) + " [" + at(diagnostic.span) +
                      "] " + diagnostic.message +
                      (diagnostic.help.empty() ? "" : " | " + diagnostic.help));
    }
    return lines;
  }
  std::string error() {
    const auto lines = errors();
    return lines.size() == 1 ? lines.front() : std::to_string(lines.size()) + " errors";
  }
};

}  // namespace test_support
