#include "dsl/parse/parse.h"

#include "dsl/parse/grammar/read.h"
#include "dsl/text/utf8.h"

namespace dsl {
namespace {

// Whether the text can be read at all.
bool accept(const SourceFile& file, Diagnostics& diagnostics) {
  if (file.text.size() > kMaxSourceBytes) {
    diagnostics
        .report(DiagnosticKind::FileTooLarge, Span{file.id, 0, 0}, file.text.size(),
                kMaxSourceBytes)
        .help("split it; all files of a folder are read together");
    return false;
  }
  if (const auto bad = first_bad_utf8(file.text)) {
    const auto at = static_cast<std::uint32_t>(*bad);
    diagnostics.report(DiagnosticKind::NotUtf8, Span{file.id, at, at + 1})
        .help("save it with the encoding UTF-8; before this place all is well");
    return false;
  }
  return true;
}

}  // namespace

ast::Document parse(const SourceFile& file, Diagnostics& diagnostics) {
  ast::Document document;
  document.file = file.id;
  if (!accept(file, diagnostics)) return document;
  grammar::ParseState state(file, diagnostics);
  document.declarations = grammar::read_declarations(state);
  state.report_rest();
  return document;
}

std::optional<ast::Expr> parse_expression(const SourceFile& file, Diagnostics& diagnostics) {
  if (!accept(file, diagnostics)) return std::nullopt;
  grammar::ParseState state(file, diagnostics);
  return grammar::read_expression(state);
}

}  // namespace dsl
