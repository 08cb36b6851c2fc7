// Limits that keep any expression from exhausting the stack, of the parser or of whoever walks the
// tree.
#pragma once

#include "dsl/parse/grammar/config.h"
#include "dsl/parse/grammar/messages.h"
#include "dsl/parse/parse.h"

namespace dsl::grammar {

// Whatever recurs in an expression does so through this directive.
template <typename Subject>
struct NestedDirective : x3::unary_parser<Subject, NestedDirective<Subject>> {
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool handles_container = Subject::handles_container;

  constexpr explicit NestedDirective(const Subject& inner)
      : x3::unary_parser<Subject, NestedDirective<Subject>>(inner) {}

  struct Level {
    explicit Level(ParseState& parse_state) : state(parse_state) { ++state.depth; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    ~Level() { --state.depth; }
    ParseState& state;
  };

  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RuleCtx& rule_context,
             Attribute& attribute) const {
    const Level level(state_of(context));
    if (level.state.depth > kMaxExpressionDepth) fail_expectation(first, kTooDeep);
    return this->subject.parse(first, last, context, rule_context, attribute);
  }
};

struct NestedGenerator {
  template <typename Subject>
  constexpr auto operator[](const Subject& subject) const {
    return NestedDirective(x3::as_parser(subject));
  }
};
inline constexpr NestedGenerator nested;

// Matches nothing; counts one more `+`, `-`, `*` or `/` of the clause.
struct OneMoreOperation : Silent<OneMoreOperation> {
  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RuleCtx&, Attribute&) const {
    if (++state_of(context).operations > kMaxOperations) fail_expectation(first, kTooLong);
    return true;
  }
};
inline constexpr OneMoreOperation one_more_operation;

}  // namespace dsl::grammar

namespace boost::spirit::x3 {

template <typename Subject>
struct get_info<dsl::grammar::NestedDirective<Subject>> {
  std::string operator()(const dsl::grammar::NestedDirective<Subject>& parser) const {
    return what(parser.subject);
  }
};

}  // namespace boost::spirit::x3
