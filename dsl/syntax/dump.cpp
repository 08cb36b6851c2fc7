#include "dsl/syntax/dump.h"

#include <array>
#include <string_view>

namespace dsl {
namespace {

using namespace std::string_view_literals;

template <typename Enum, std::size_t N>
std::string word(const std::array<std::string_view, N>& words, Enum value) {
  return std::string(words.at(static_cast<std::size_t>(value)));
}

constexpr std::array kArithmetic = {"+"sv, "-"sv, "*"sv, "/"sv};
constexpr std::array kComparisons = {">="sv,       "<="sv,     ">"sv,        "<"sv,
                                     "is"sv,       "is-not"sv, "includes"sv, "excludes"sv,
                                     "overlaps"sv, "within"sv};
constexpr std::array kQuantifiers = {"every"sv, "some"sv, "no"sv};
constexpr std::array kAggregates = {"sum"sv, "min"sv, "max"sv};

// `8:30  am` is `8:30 am`.
std::string with_single_blanks(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const char blank = c == '\t' ? ' ' : c;
    if (blank != ' ' || !result.ends_with(' ')) result += blank;
  }
  return result;
}

struct Dumper {
  std::string list(std::string head, const std::vector<ast::Expr>& items) const {
    for (const ast::Expr& item : items) head += " " + dump(item);
    return "(" + head + ")";
  }

  std::string scope(const ast::Name& variable, const ast::Name& domain,
                    const std::optional<Box<ast::Expr>>& filter) const {
    return variable.text + " " + domain.text + (filter ? " where " + dump(**filter) : "");
  }

  std::string operator()(const ast::Number& node) const {
    if (!node.unit) return node.text;
    std::string unit;
    for (const ast::Name& word : node.unit->words) unit += (unit.empty() ? "" : "/") + word.text;
    return "(" + node.text + " " + unit + ")";
  }
  std::string operator()(const ast::Percent& node) const { return node.text + "%"; }
  std::string operator()(const ast::Money& node) const { return "$" + node.text; }
  std::string operator()(const ast::TimeText& node) const {
    return "(time " + with_single_blanks(node.text) + ")";
  }
  std::string operator()(const ast::DateText& node) const { return "(date " + node.text + ")"; }
  std::string operator()(const ast::Text& node) const { return "\"" + node.value + "\""; }
  std::string operator()(const ast::Boolean& node) const { return node.value ? "yes" : "no"; }
  std::string operator()(const ast::UnknownLiteral&) const { return "unknown"; }
  std::string operator()(const ast::Name& node) const { return node.text; }
  std::string operator()(const ast::Call& node) const {
    return list("call " + node.callee.text, node.arguments);
  }
  std::string operator()(const ast::Range& node) const {
    return "(.. " + dump(*node.first) + " " + dump(*node.last) + ")";
  }
  std::string operator()(const ast::Negative& node) const {
    return "(- " + dump(*node.operand) + ")";
  }
  std::string operator()(const ast::Not& node) const { return "(not " + dump(*node.operand) + ")"; }
  std::string operator()(const ast::And& node) const { return list("and", node.operands); }
  std::string operator()(const ast::Or& node) const { return list("or", node.operands); }
  std::string operator()(const ast::Arithmetic& node) const {
    return "(" + word(kArithmetic, node.op) + " " + dump(*node.left) + " " + dump(*node.right) +
           (node.rounding ? " rounded " + node.rounding->text : "") + ")";
  }
  std::string operator()(const ast::Comparison& node) const {
    return "(" + word(kComparisons, node.op) + " " + dump(*node.left) + " " + dump(*node.right) +
           ")";
  }
  std::string operator()(const ast::Between& node) const {
    return "(between " + dump(*node.operand) + " " + dump(*node.low) + " " + dump(*node.high) + ")";
  }
  std::string operator()(const ast::OneOf& node) const {
    return list((node.negated ? "is-not-one-of " : "is-one-of ") + dump(*node.operand),
                node.alternatives);
  }
  std::string operator()(const ast::Presence& node) const {
    return (node.absent ? "(absent " : "(present ") + dump(*node.operand) + ")";
  }
  std::string operator()(const ast::Conditional& node) const {
    return "(if " + dump(*node.condition) + " " + dump(*node.consequence) + " " +
           dump(*node.alternative) + ")";
  }
  std::string operator()(const ast::Quantifier& node) const {
    return "(" + word(kQuantifiers, node.kind) + " " +
           scope(node.variable, node.list, node.filter) +
           (node.body ? " satisfies " + dump(**node.body) : "") + ")";
  }
  std::string operator()(const ast::Aggregate& node) const {
    return "(" + word(kAggregates, node.kind) + " " + dump(*node.body) + " for " +
           scope(node.variable, node.list, node.filter) + ")";
  }
  std::string operator()(const ast::Extreme& node) const {
    return std::string(node.greater ? "(greater " : "(lesser ") + dump(*node.first) + " " +
           dump(*node.second) + ")";
  }
  std::string operator()(const ast::Window& node) const {
    return std::string(node.greatest ? "(greatest-sum " : "(least-sum ") + dump(*node.body) +
           " for-any " + node.length + " " + scope(node.variable, node.list, node.filter) + ")";
  }
  std::string operator()(const ast::Share& node) const {
    return "(share " + dump(*node.body) + " for " + share_of(node) + ")";
  }
  std::string operator()(const ast::ShareOf& node) const {
    return "(share " + share_of(node) + ")";
  }
  template <typename Node>
  std::string share_of(const Node& node) const {
    return node.variable.text + " " + node.list.text + " where " + dump(*node.filter) +
           (node.base ? " among " + dump(**node.base) : "");
  }
  std::string operator()(const ast::VerdictOf& node) const {
    std::string text = "(verdict" + std::string(node.negated ? "-not " : " ") + node.norm.text;
    for (const ast::Name& verdict : node.verdicts) text += " " + verdict.text;
    return text + ")";
  }
  std::string operator()(const ast::ClassOf& node) const {
    return (node.entry ? "(ninth-grade-entry " : "(class ") + dump(*node.grade) + ")";
  }
  std::string operator()(const ast::SchoolYearEdge& node) const {
    return std::string(node.end ? "(school-year-end " : "(school-year-start ") + dump(*node.date) +
           ")";
  }
  std::string operator()(const ast::NearestWeekday& node) const {
    return "(" + node.weekday.text + (node.before ? " on-or-before " : " on-or-after ") +
           dump(*node.date) + ")";
  }
  std::string operator()(const ast::CountOf& node) const {
    return "(count " + scope(node.variable, node.list, node.filter) + ")";
  }
  std::string operator()(const ast::SizeOf& node) const { return "(size " + dump(*node.set) + ")"; }
  std::string operator()(const ast::JudgedBy& node) const {
    return "(judged " + node.stakeholder.text + " \"" + node.question.value + "\")";
  }
  std::string operator()(const ast::YearOf& node) const {
    return "(year " + dump(*node.date) + ")";
  }
  std::string operator()(const ast::DayInYear& node) const {
    return "(day " + node.month.text + " " + node.day + " " + dump(*node.date) + ")";
  }
  std::string operator()(const ast::WeekdayInYear& node) const {
    return "(weekday " + node.ordinal.text + " " + node.weekday.text + " " + node.month.text + " " +
           dump(*node.date) + ")";
  }
};

}  // namespace

std::string dump(const ast::Expr& expr) { return std::visit(Dumper{}, expr.node); }

}  // namespace dsl
