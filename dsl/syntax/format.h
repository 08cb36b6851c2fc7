// The one layout of rule files: the same words, signs and comments in the same order, with the
// blanks and line breaks that `leeway fmt` gives them.
#pragma once

#include <optional>
#include <string>

#include "dsl/syntax/ast.h"
#include "dsl/text/source_file.h"

namespace dsl {

// The document is that of the file and has no errors. nullopt when a word or a comment would be
// lost, which is a fault of ours.
std::optional<std::string> format(const SourceFile& file, const ast::Document& document);

}  // namespace dsl
