#include "dsl/sema/literals.h"

#include <algorithm>
#include <array>

#include "dsl/diagnostics/suggest.h"

namespace dsl::sema {
namespace {

std::optional<Rational> exact(const std::string& text, Span span, Scope& scope) {
  const auto value = Rational::parse(text);
  if (!value) {
    scope.diagnostics.report(DiagnosticKind::BadNumber, span, text)
        .help("at most 18 digits, with `_` between digits and one `.`");
  }
  return value;
}

template <std::size_t N>
std::optional<int> position(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return std::nullopt;
  return static_cast<int>(at - words.begin());
}

}  // namespace

std::optional<TypedConstant> number_constant(const ast::Number& number, Scope& scope) {
  const auto value = exact(number.text, number.span, scope);
  if (!value) return std::nullopt;
  if (!number.unit) return TypedConstant{Type{.kind = TypeKind::Count}, *value};
  if (number.unit->words.size() == 1 && number.unit->words.front().text == "percent") {
    return percent_constant({{number.span}, number.text}, scope);
  }
  const auto unit =
      resolve_unit(*number.unit, scope.program, scope.diagnostics, DiagnosticKind::UnknownUnit);
  if (!unit) return std::nullopt;
  const auto base = multiply(*value, unit->scale);
  if (!base) {
    scope.diagnostics.report(DiagnosticKind::Overflow, number.span);
    return std::nullopt;
  }
  return TypedConstant{Type{.kind = TypeKind::Quantity, .unit = scope.program.types.intern(*unit)},
                       *base};
}

std::optional<TypedConstant> percent_constant(const ast::Percent& percent, Scope& scope) {
  const auto value = exact(percent.text, percent.span, scope);
  if (!value) return std::nullopt;
  const auto share = divide(*value, 100);
  if (!share) {
    scope.diagnostics.report(DiagnosticKind::Overflow, percent.span);
    return std::nullopt;
  }
  return TypedConstant{Type{.kind = TypeKind::Percent}, *share};
}

std::optional<TypedConstant> money_constant(const ast::Money& money, Scope& scope) {
  const auto value = exact(money.text, money.span, scope);
  if (!value) return std::nullopt;
  TypeTables& types = scope.program.types;
  return TypedConstant{
      Type{.kind = TypeKind::Quantity, .unit = types.intern(*types.unit_words.find("dollar"))},
      *value};
}

std::optional<TypedConstant> time_constant(const ast::TimeText& time, Scope& scope) {
  const auto value = parse_time_of_day(time.text);
  if (!value) {
    scope.diagnostics.report(DiagnosticKind::BadTime, time.span, time.text)
        .help("write `8:30 am`, `2:15 pm` or, with 24 hours, `14:15`");
    return std::nullopt;
  }
  return TypedConstant{Type{.kind = TypeKind::Time}, *value};
}

std::optional<Grade> grade_literal(const ast::Expr& expr) {
  if (const auto* name = std::get_if<ast::Name>(&expr.node)) return parse_grade(name->text);
  if (const auto* number = std::get_if<ast::Number>(&expr.node)) {
    return number->unit ? std::nullopt : parse_grade(number->text);
  }
  return std::nullopt;
}

std::optional<GradeSet> grade_range(const ast::Range& range, Scope& scope) {
  const auto first = grade_literal(*range.first);
  const auto last = grade_literal(*range.last);
  if (!first || !last) return std::nullopt;
  if (*last < *first) {
    scope.diagnostics.report(DiagnosticKind::EmptyRange, range.span)
        .help("write `" + format_grade(*last) + ".." + format_grade(*first) + "`");
  }
  return GradeSet::range(*first, *last);
}

std::optional<GradeSet> grade_set(const std::vector<ast::Expr>& exprs, Scope& scope) {
  GradeSet set;
  for (const ast::Expr& expr : exprs) {
    std::optional<GradeSet> part;
    if (const auto grade = grade_literal(expr)) {
      part = GradeSet::range(*grade, *grade);
    } else if (const auto* range = std::get_if<ast::Range>(&expr.node)) {
      part = grade_range(*range, scope);
    }
    if (!part) {
      const auto* word = std::get_if<ast::Name>(&expr.node);
      const bool negative = std::holds_alternative<ast::Negative>(expr.node);
      scope.diagnostics
          .report(DiagnosticKind::WrongType, ast::span_of(expr), "a grade or a range of grades",
                  word != nullptr ? "`" + word->text + "`"
                  : negative      ? "a number with `-` before it"
                                  : "another value")
          .help("the grades are PK, TK, K and 1 to 12; a range is written `9..12`");
      return std::nullopt;
    }
    for (std::uint8_t i = 0; i < kGradeCount; ++i) {
      if (!part->contains({i})) continue;
      if (set.contains({i})) {
        scope.diagnostics.report(DiagnosticKind::DuplicateGrade, ast::span_of(expr),
                                 "grade " + format_grade({i}));
        return std::nullopt;
      }
      set.insert({i});
    }
  }
  return set;
}

std::optional<int> month_number(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto at = position(kMonths, word);
  return at ? std::optional<int>(*at + 1) : std::nullopt;
}

std::optional<int> weekday_number(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kWeekdays = {
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  return position(kWeekdays, word);
}

}  // namespace dsl::sema
