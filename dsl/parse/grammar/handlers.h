// What happens when a rule succeeds or fails: spans, reports, recovery.
#pragma once

#include <concepts>
#include <optional>

#include "dsl/parse/grammar/config.h"
#include "dsl/parse/grammar/recovery.h"
#include "dsl/syntax/ast.h"

namespace dsl::grammar {

// A base of rule ids: the node gets its place in the text. X3 has skipped leading blanks by then.
struct Spanned {
  template <std::derived_from<ast::Node> Node, typename Ctx>
  void on_success(const Iterator& first, const Iterator& last, Node& node, const Ctx& context) {
    node.span = state_of(context).span(first, last);
  }
};

// A base of rule ids: an expectation that fails inside is reported, and the rule fails. What may
// stand in its place is then a `broken` node.
template <Level level>
struct Recovers {
  template <typename Ctx>
  x3::error_handler_result on_error(Iterator&, const Iterator&,
                                    const x3::expectation_failure<Iterator>& failure,
                                    const Ctx& context) {
    recover(state_of(context), level, failure.where(), failure.which());
    return x3::error_handler_result::fail;
  }
};

// Opens every rule that recovers: notes where it starts.
struct Start : Silent<Start> {
  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RuleCtx&,
             Attribute&) const {
    ParseState& state = state_of(context);
    first = skip_blanks(first, last);
    if (state.start != first) state.previous_start = state.start;
    state.start = first;
    state.operations = 0;
    return true;
  }
};
inline constexpr Start starts_here;

// Stands for what could not be read: after a failed rule up to where reading goes on and, given a
// place, also for whatever may not stand there, up to the next declaration or the end of the text.
template <typename Node>
struct Broken : x3::parser<Broken<Node>> {
  using attribute_type = Node;
  static constexpr bool has_attribute = true;

  constexpr explicit Broken(std::optional<Place> here) : place(here) {}

  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RuleCtx&,
             Attribute& attribute) const {
    ParseState& state = state_of(context);
    if (!state.recovery &&
        !(place && recover_from_unknown(state, *place, skip_blanks(first, last)))) {
      return false;
    }
    first = *state.recovery;
    state.recovery.reset();
    attribute = Node{{state.span(state.start, first)}};
    return true;
  }

  std::optional<Place> place;
};
inline constexpr Broken<ast::BrokenDecl> broken_declaration{Place::Document};
constexpr Broken<ast::BrokenClause> broken_in(Place place) {
  return Broken<ast::BrokenClause>(place);
}
inline constexpr Broken<ast::BrokenClause> failed_clause{std::nullopt};

}  // namespace dsl::grammar
