// Every node of a large document knows its place: a rule that forgot to say so shows up here.
#include <string>

#include "dsl/parse/grammar/adapt.h"
#include "dsl/parse/parse.h"
#include <boost/fusion/include/for_each.hpp>
#include <boost/fusion/include/is_sequence.hpp>
#include <catch2/catch.hpp>

using namespace dsl;

namespace {

// Walks all fields of all nodes; those that the grammar adapts are found by it, the others are
// named.
struct SpanChecker {
  const std::string& source;
  std::size_t nodes = 0;

  template <typename T>
  void operator()(const T& value) {
    if constexpr (std::derived_from<T, ast::Node>) check(value);
    if constexpr (boost::fusion::traits::is_sequence<T>::value) {
      boost::fusion::for_each(value, [this](const auto& field) { (*this)(field); });
    }
  }
  template <typename T>
  void operator()(const std::vector<T>& values) {
    for (const T& value : values) (*this)(value);
  }
  template <typename T>
  void operator()(const std::optional<T>& value) {
    if (value) (*this)(*value);
  }
  template <typename T>
  void operator()(const Box<T>& box) {
    (*this)(*box);
  }
  template <typename... Ts>
  void operator()(const std::variant<Ts...>& value) {
    std::visit(*this, value);
  }

  void operator()(const ast::Expr& expr) { std::visit(*this, expr.node); }
  void operator()(const ast::And& node) { with(node, node.operands); }
  void operator()(const ast::Or& node) { with(node, node.operands); }
  void operator()(const ast::Arithmetic& node) { with(node, node.left, node.right); }
  void operator()(const ast::Comparison& node) { with(node, node.left, node.right); }
  void operator()(const ast::Between& node) { with(node, node.operand, node.low, node.high); }
  void operator()(const ast::OneOf& node) { with(node, node.operand, node.alternatives); }
  void operator()(const ast::Presence& node) { with(node, node.operand); }
  void operator()(const ast::Range& node) { with(node, node.first, node.last); }
  void operator()(const ast::Call& node) { with(node, node.callee, node.arguments); }
  void operator()(const ast::FactDecl& node) {
    with(node, node.names, node.type, node.meaning, node.ask, node.computed);
  }
  void operator()(const ast::ParameterDecl& node) {
    with(node, node.name, node.parameters, node.type, node.meaning, node.clauses, node.values);
  }

  template <typename... Fields>
  void with(const ast::Node& node, const Fields&... fields) {
    check(node);
    ((*this)(fields), ...);
  }

  void check(const ast::Node& node) {
    ++nodes;
    const bool inside = node.span.begin < node.span.end && node.span.end <= source.size();
    if (!inside) FAIL_CHECK("a node without a place");
    if (!inside) return;
    const std::string text = source.substr(node.span.begin, node.span.end - node.span.begin);
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '#'; };
    if (blank(text.front()) || blank(text.back())) FAIL_CHECK("loose: [" + text + "]");
  }
};

constexpr std::string_view kEverything = R"(
pack us.x "X"   # comment
  uses us, us.y   # comment
  applies when a is CA   # comment
  verified on 2026-11-01   # comment
stakeholder us.x.de "D"
  kind state_agency   # comment
  holds a, b   # comment
  upholds c   # comment
  ask "Why?" of us.x.other   # comment
  source <https://x.org>   # comment
unit credit, credits "C" is 60 minutes   # comment
choice c "C" of A, b, 3   # comment
vocabulary design "D"
  fact a, b set of one of X, y by grade "M"   # comment
       ask "A?"   # comment
       computed as if a then b else c   # comment
       ask "B?"
group g "G"
  fact t yes/no   # comment
list l of r "L"
  fact t minutes per day   # comment
parameter us.x.p(grade) minutes per year   # comment
  "M"
  from 2020-01-01   # comment
    K, 1..3 5   # comment
    all 6 minutes per year   # comment
  from 2021-01-01 until 2022-01-01 7   # comment
  confidence recalled "r"   # comment
define us.x.d(grade, x minutes per day) count   # comment
  "M"
  in force from 2020-01-01   # comment
  as -a + 1 * 2 - (3 / 4)   # comment
regulation us.x.r "R"   # comment
  topic t   # comment
  cite "C" <https://x.org>   # comment
  note "N"   # comment
  enforced by s through a, b "w"   # comment
  for each g in school.grades   # comment
    where g is one of 9..12, K   # comment
  require a and b or not c and d is 5% and e is $5 and f is 8:30 am or g is 2020-01-01   # comment
  require f(9) between 1 day and 2 days and x is present and y is unknown and z is "t" or true   # comment
  require sum of x.a for x in l where x.b at least count of x in l where x.c   # comment
  require every x in l where x.a satisfies no y in l where y.b satisfies some z in l   # comment
  require count of s is year of d and d is August 2 in the year of e   # comment
  require d is first Monday in May in the year of e or judged by s "q?"   # comment
  unless "e" when a cite "C"   # comment
  effect costs "much"   # comment
  relief by s under "u" due "d" lasting 2 years "n"   # comment
  remedy "r"   # comment
  in force until 2020-01-01   # comment
principle us.x.q "Q"
  upheld by s   # comment
approval us.x.a "A"
  decided by s within 60 days   # comment
  after approval us.x.b   # comment
enablement us.x.e "E"
  lifts a, pack b, topic c, norms enforced by d   # comment
  cannot lift a "why"   # comment
topic t "T"   # comment
test "t"   # comment
  given "g"   # comment
  with a.b (1, 2), h(9) -3 hours, determination n by s yes   # comment
  with approval n granted, relief n by s from 2020-01-01 until 2021-01-01   # comment
  as of 2020-01-01   # comment
  expect conflict n for grades 9..12, K leeway -2 days per year needs a.b   # comment
  expect clear n leeway 5%   # comment
)";

}  // namespace

TEST_CASE("every_node_has_a_tight_place") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += kEverything;
  text +=
      "regulation us.x \"X\"\n  require   # comment\n\nregulation us.x \"Y\"\n  nonsense x   # "
      "comment\n  y\ntopic # comment";
  SourceMap sources;
  Diagnostics diagnostics;
  const ast::Document document = parse(sources.add("all.rules", text), diagnostics);
  CHECK(diagnostics.error_count() == 3);
  SpanChecker checker{text};
  checker(document.declarations);
  CHECK(checker.nodes > 50 * 300);
}
