// Years, and days of a year named by month or by day of the week.
#include <algorithm>
#include <array>

#include "dsl/sema/expression_checker.h"

namespace dsl::sema {

Checked ExpressionChecker::visit(const ast::YearOf& node, const Hint&) {
  const Checked date = value(*node.date, Type{.kind = TypeKind::Date});
  if (!date) return std::nullopt;
  return add(Op::YearOf, Type{.kind = TypeKind::Count}, node.span, {*date});
}

std::optional<int> ExpressionChecker::month(const ast::Name& name) {
  const auto number = month_number(name.text);
  if (!number) {
    diagnostics()
        .report(DiagnosticKind::BadWord, name.span, name.text, "month")
        .help("write the month in full, as in `August`");
  }
  return number;
}

std::optional<int> ExpressionChecker::weekday(const ast::Name& name) {
  const auto number = weekday_number(name.text);
  if (!number) {
    diagnostics()
        .report(DiagnosticKind::BadWord, name.span, name.text, "day of the week")
        .help("write the day in full, as in `Monday`");
  }
  return number;
}

Checked ExpressionChecker::visit(const ast::DayInYear& node, const Hint&) {
  const auto month_value = month(node.month);
  const Checked date = value(*node.date, Type{.kind = TypeKind::Date});
  if (!month_value || !date) return std::nullopt;
  const auto day = Rational::parse(node.day);
  // 2000 was a leap year, so every day that some year has passes.
  if (!day || !day->is_whole() || day->numerator() > 31 ||
      !make_date(2000, *month_value, static_cast<int>(day->numerator()))) {
    diagnostics()
        .report(DiagnosticKind::BadDate, node.span, node.month.text + " " + node.day)
        .help("the month has fewer days");
    return std::nullopt;
  }
  return add(Op::DayInYear, Type{.kind = TypeKind::Date}, node.span, {*date},
             static_cast<std::uint32_t>(std::int64_t{*month_value} * 100 + day->numerator()));
}

Checked ExpressionChecker::visit(const ast::WeekdayInYear& node, const Hint&) {
  static constexpr std::array<std::string_view, 6> kOrdinals = {"first",  "second", "third",
                                                                "fourth", "fifth",  "last"};
  const auto* const at = std::find(kOrdinals.begin(), kOrdinals.end(), node.ordinal.text);
  const auto day = weekday(node.weekday);
  const auto month_value = month(node.month);
  const Checked date = value(*node.date, Type{.kind = TypeKind::Date});
  if (at == kOrdinals.end() || !day || !month_value || !date) return std::nullopt;
  const auto ordinal = static_cast<int>(at - kOrdinals.begin()) + 1;
  return add(Op::WeekdayInYear, Type{.kind = TypeKind::Date}, node.span, {*date},
             static_cast<std::uint32_t>(ordinal * 10'000 + *day * 100 + *month_value));
}

Checked ExpressionChecker::visit(const ast::ClassOf& node, const Hint&) {
  const Checked grade = value(*node.grade, Type{.kind = TypeKind::Grade});
  if (!grade) return std::nullopt;
  return add(node.entry ? Op::NinthGradeEntry : Op::ClassOf, Type{.kind = TypeKind::Count},
             node.span, {*grade});
}

Checked ExpressionChecker::visit(const ast::SchoolYearEdge& node, const Hint&) {
  const Checked date = value(*node.date, Type{.kind = TypeKind::Date});
  if (!date) return std::nullopt;
  return add(node.end ? Op::SchoolYearEnd : Op::SchoolYearStart, Type{.kind = TypeKind::Date},
             node.span, {*date});
}

Checked ExpressionChecker::visit(const ast::NearestWeekday& node, const Hint&) {
  const auto day = weekday(node.weekday);
  const Checked date = value(*node.date, Type{.kind = TypeKind::Date});
  if (!day || !date) return std::nullopt;
  return add(node.before ? Op::WeekdayOnOrBefore : Op::WeekdayOnOrAfter,
             Type{.kind = TypeKind::Date}, node.span, {*date}, static_cast<std::uint32_t>(*day));
}

}  // namespace dsl::sema
