// Whole texts: a file of declarations, or one expression.
#include "dsl/parse/grammar/grammar.h"
#include "dsl/parse/grammar/read.h"

namespace dsl::grammar {
namespace {

struct LoneExpressionId : Recovers<Level::Clause> {};
constexpr x3::rule<LoneExpressionId, ast::Expr> lone_expression = "a value or a condition";
constexpr ExpressionRule expression = "a value or a condition";
constexpr PlainRule<std::vector<ast::Declaration>, struct Document> document = "declarations";

// clang-format off
const auto document_def        = *(declaration | broken_declaration);
const auto lone_expression_def = starts_here > expression > end_of_expression;
// clang-format on

// The only place where rules meet their context; see config.h.
template <typename Rule, typename Attribute>
bool run(const Rule& rule, ParseState& state, Attribute& attribute) {
  Iterator first = state.begin();
  const auto in_state = x3::with<ParseStateTag>(state)[rule];
  return x3::phrase_parse(first, state.end(), in_state, Skipper{}, attribute);
}

}  // namespace

BOOST_SPIRIT_DEFINE(document, lone_expression)

std::vector<ast::Declaration> read_declarations(ParseState& state) {
  std::vector<ast::Declaration> declarations;
  run(document, state, declarations);
  return declarations;
}

std::optional<ast::Expr> read_expression(ParseState& state) {
  ast::Expr read;
  if (!run(lone_expression, state, read)) return std::nullopt;
  return read;
}

}  // namespace dsl::grammar
