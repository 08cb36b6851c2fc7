// The rules with their texts, and where in their files something stands.
#pragma once

#include <span>
#include <string>

#include "dsl/program/program.h"
#include "dsl/syntax/ast.h"
#include "dsl/text/source_file.h"

namespace checker::site {

// The rules with the trees that they were made of and their texts.
struct Rules {
  const dsl::Program& program;
  std::span<const dsl::ast::Document> documents;
  const dsl::SourceMap& sources;
};

// `us/ia/time.rules`: the file's name below the folder that all rule files share.
class Places {
 public:
  explicit Places(const Rules& rules);

  // "us/ia/time.rules, line 92"; empty for what stands in no rule file.
  std::string place(dsl::Span span) const;
  // The whole declaration in which the span lies; the span itself when there is none.
  dsl::Span declaration_around(dsl::Span span) const;

 private:
  const Rules& rules_;
  std::size_t shared_ = 0;  // bytes of every name that are cut off
};

}  // namespace checker::site
