// Names and titles as the shipped packs have them.
#include <string>
#include <variant>

#include "dsl/lint/findings.h"
#include "dsl/syntax/norm_words.h"
#include "dsl/text/ascii.h"

namespace dsl::linting {
namespace {

// The full stop of `U.S.` or `plan B.` may belong to the word, and three are no full stop.
bool ends_in_full_stop(std::string_view title) {
  if (!title.ends_with('.')) return false;
  title.remove_suffix(1);
  const std::string_view word = title.substr(title.find_last_of(' ') + 1);
  return word.size() > 1 && word.find('.') == std::string_view::npos;
}

// `iReady` is a name.
bool begins_small(std::string_view title) {
  return title.size() > 1 && is_lower(title[0]) && !is_upper(title[1]);
}

// Of what the reports set down as a sentence's beginning.
class TitleReader {
 public:
  explicit TitleReader(Findings& findings) : findings_(findings) {}

  void operator()(const ast::TestDecl& test) const { full_stop(test.title); }
  void operator()(const ast::BrokenDecl&) const {}
  void operator()(const ast::ParameterDecl& parameter) const { meaning(parameter.meaning); }
  void operator()(const ast::DefineDecl& definition) const { meaning(definition.meaning); }
  template <typename Titled>
  void operator()(const Titled& declaration) const {
    title(declaration.title);
    if constexpr (requires { declaration.facts; }) {
      for (const ast::FactDecl& fact : declaration.facts) meaning(fact.meaning);
    }
  }

 private:
  void meaning(const std::optional<ast::Text>& text) const {
    if (text) title(*text);
  }

  void title(const ast::Text& text) const {
    full_stop(text);
    if (!begins_small(text.value)) return;
    findings_.report(DiagnosticKind::TitleInLowerCase, text.span)
        .help("`leeway lint --fix` makes it a capital");
    const auto capital = to_upper(text.value[0]);
    // The text begins behind the quotation mark.
    const std::uint32_t at = text.span.begin + 1;
    findings_.mend_last({{text.span.file, at, at + 1}, std::string(1, capital)});
  }

  void full_stop(const ast::Text& text) const {
    if (!ends_in_full_stop(text.value)) return;
    findings_.report(DiagnosticKind::TitleWithFullStop, text.span)
        .help("`leeway lint --fix` takes it away");
    const std::uint32_t at = text.span.end - 2;
    findings_.mend_last({{text.span.file, at, at + 1}, ""});
  }

  Findings& findings_;
};

void lint_pack(PackId pack, std::string_view kind, const std::string& name, Span span,
               Findings& findings) {
  if (pack.valid()) return;
  findings.report(DiagnosticKind::OutsidePacks, span, kind, name)
      .help("begin its name with that of a pack; without one it holds for every design");
}

}  // namespace

void lint_names(std::span<const ast::Document> documents, const Program& program,
                Findings& findings) {
  const TypedProgram& typed = program.typed();
  for (const Norm& norm : typed.norms) {
    // A principle is the design's own, wherever it is.
    if (norm.kind == NormKind::Principle) continue;
    lint_pack(norm.pack, ast::kind_word(norm.kind), norm.name, norm.name_span, findings);
  }
  for (const Parameter& parameter : typed.parameters) {
    lint_pack(parameter.pack, "parameter", parameter.name, parameter.span, findings);
  }
  for (const Definition& definition : typed.definitions) {
    lint_pack(definition.pack, "definition", definition.name, definition.span, findings);
  }
  for (const ast::Document& document : documents) {
    for (const ast::Declaration& declaration : document.declarations) {
      std::visit(TitleReader(findings), declaration);
    }
  }
}

}  // namespace dsl::linting
