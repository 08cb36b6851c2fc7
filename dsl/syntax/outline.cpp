#include "dsl/syntax/outline.h"

#include <algorithm>
#include <variant>

namespace dsl {
namespace {

class Outliner {
 public:
  explicit Outliner(const std::vector<Token>& tokens) : tokens_(tokens) {}

  std::vector<LayoutUnit> run(const ast::Document& document) {
    for (const ast::Declaration& declaration : document.declarations) {
      std::visit([this](const auto& decl) { add(decl); }, declaration);
    }
    // A parameter's clauses and tables come from two lists.
    std::stable_sort(units_.begin(), units_.end(),
                     [](const LayoutUnit& a, const LayoutUnit& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < units_.size(); ++i) {
      units_[i].last = i + 1 < units_.size() ? units_[i + 1].first : tokens_.size() - 1;
    }
    return std::move(units_);
  }

 private:
  std::size_t token_at(Span span) const {
    const auto found = std::lower_bound(
        tokens_.begin(), tokens_.end(), span.begin,
        [](const Token& token, std::uint32_t begin) { return token.begin < begin; });
    return static_cast<std::size_t>(found - tokens_.begin());
  }

  // The nearest such word before the place.
  std::size_t word_before(Span span, std::string_view word) const {
    std::size_t index = token_at(span);
    while (index > 0 && tokens_[index].text != word) --index;
    return index;
  }

  LayoutUnit& add_unit(LayoutUnitKind kind, std::size_t first) {
    LayoutUnit& unit = units_.emplace_back();
    unit.kind = kind;
    unit.first = first;
    return unit;
  }
  LayoutUnit& add_unit(LayoutUnitKind kind, Span span) { return add_unit(kind, token_at(span)); }

  // Whatever a declaration has of these, in any of its kinds.
  template <typename Decl>
  void add(const Decl& decl) {
    add_unit(LayoutUnitKind::Declaration, decl.span);
    if constexpr (requires { decl.meaning; }) {
      if (decl.meaning) add_unit(LayoutUnitKind::Meaning, decl.meaning->span);
    }
    if constexpr (requires { decl.clauses; }) {
      for (const auto& clause : decl.clauses) {
        add_unit(LayoutUnitKind::Clause,
                 std::visit([](const auto& node) { return node.span; }, clause));
      }
    }
    if constexpr (requires { decl.facts; }) {
      for (const ast::FactDecl& fact : decl.facts) add_fact(fact);
    }
    if constexpr (requires { decl.values.front().rows; }) {
      for (const ast::DatedValues& values : decl.values) add_values(values);
    }
  }

  void add(const ast::TopicDecl& decl) { add_titled(decl); }
  void add(const ast::UnitDecl& decl) { add_titled(decl); }
  void add(const ast::ChoiceDecl& decl) {
    LayoutUnit& unit = add_unit(LayoutUnitKind::Declaration, decl.span);
    unit.is_short = true;
    unit.fold = word_before(decl.values.front().span, "of");
  }

  template <typename Decl>
  void add_titled(const Decl& decl) {
    LayoutUnit& unit = add_unit(LayoutUnitKind::Declaration, decl.span);
    unit.is_short = true;
    unit.columns = {token_at(decl.title.span)};
  }

  void add_fact(const ast::FactDecl& fact) {
    LayoutUnit& unit = add_unit(LayoutUnitKind::Fact, fact.span);
    unit.columns = {token_at(fact.type.span)};
    if (fact.meaning) unit.columns.push_back(token_at(fact.meaning->span));
    for (const ast::AskClause& ask : fact.ask) add_unit(LayoutUnitKind::FactClause, ask.span);
    if (fact.computed) {
      add_unit(LayoutUnitKind::FactClause, word_before(ast::span_of(*fact.computed), "computed"));
    }
    for (const ast::RequireClause& required : fact.required) {
      add_unit(LayoutUnitKind::FactClause, required.span);
    }
  }

  void add_values(const ast::DatedValues& values) {
    const std::size_t opening = units_.size();
    if (values.from || values.until) add_unit(LayoutUnitKind::Values, values.span);
    for (const ast::TableRow& row : values.rows) {
      const std::size_t value = token_at(ast::span_of(row.value));
      std::size_t first = value;
      if (!row.columns.empty()) {
        first = token_at(row.columns.front().span);
      } else if (tokens_[value - 1].text == "all") {
        first = value - 1;
      } else {
        units_[opening].columns = {value};  // `from 2014-07-01 180`
        continue;
      }
      add_unit(LayoutUnitKind::Row, first).columns = {value};
    }
  }

  const std::vector<Token>& tokens_;
  std::vector<LayoutUnit> units_;
};

}  // namespace

std::vector<LayoutUnit> outline(const ast::Document& document, const std::vector<Token>& tokens) {
  return Outliner(tokens).run(document);
}

}  // namespace dsl
