// What all grammar files share: the skipper and the one context in which every rule is parsed.
//
// The rules of different files find each other through explicit instantiations, so Iterator and
// Context must be spelled here and nowhere else.
#pragma once

#include "dsl/parse/grammar/parse_state.h"
#include "dsl/parse/grammar/scan.h"
#include <boost/spirit/home/x3.hpp>

namespace dsl::grammar {

namespace x3 = boost::spirit::x3;

// A parser without an attribute.
template <typename Derived>
struct Silent : x3::parser<Derived> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
};

// Blanks, line breaks and comments.
struct Skipper : Silent<Skipper> {
  template <typename Ctx, typename RuleCtx, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx&, RuleCtx&, Attribute&) const {
    const Iterator start = first;
    first = skip_blanks(first, last);
    return first != start;
  }
};

struct ParseStateTag;

using Context = x3::context<ParseStateTag, ParseState, x3::phrase_parse_context<Skipper>::type>;

template <typename Ctx>
ParseState& state_of(const Ctx& context) {
  return x3::get<ParseStateTag>(context);
}

[[noreturn]] inline void fail_expectation(Iterator where, std::string_view expected) {
  boost::throw_exception(x3::expectation_failure<Iterator>(where, std::string(expected)));
}

}  // namespace dsl::grammar
