// The dated tables of parameters.
#include "dsl/sema/check_tables.h"

#include <algorithm>

#include "dsl/sema/check_expression.h"
#include "dsl/sema/literals.h"

namespace dsl::sema {
namespace {

// Rows are held against each other, so there is a most of them.
constexpr std::size_t kMostRows = 500;

bool is_keyable(const Type& type) {
  return !type.is_set && !type.by_grade && type.kind != TypeKind::List &&
         type.kind != TypeKind::Record && type.kind != TypeKind::Unknown;
}

std::optional<TableKey> column_key(const ast::TableKeys& column, const Type& type, Scope& scope) {
  if (column.keys.empty()) return TableKey{{}, column.otherwise};
  if (type.kind == TypeKind::Grade) {
    const auto grades = grade_set(column.keys, scope);
    if (!grades) return std::nullopt;
    return key_of_grades(*grades);
  }
  TableKey key;
  for (const ast::Expr& written : column.keys) {
    const auto* range = std::get_if<ast::Range>(&written.node);
    const auto low = check_constant(range != nullptr ? *range->first : written, type, scope);
    const auto high = range != nullptr ? check_constant(*range->last, type, scope) : low;
    if (!low || !high) return std::nullopt;
    TableKey::Range made{*low, *high};
    if (!contains(TableKey{{made}}, *low)) {
      scope.diagnostics.report(DiagnosticKind::EmptyRange, ast::span_of(written))
          .help("write the smaller one first");
      return std::nullopt;
    }
    key.ranges.push_back(std::move(made));
  }
  return key;
}

// The keys of a row, none for `all`; nullopt after a diagnostic.
std::optional<std::vector<TableKey>> row_keys(const ast::TableRow& row, const Parameter& parameter,
                                              Scope& scope) {
  if (row.columns.empty()) return std::vector<TableKey>{};
  const Span place = row.columns.front().span;
  if (parameter.keys.empty()) {
    scope.diagnostics
        .report(DiagnosticKind::WrongType, place, "one value for all grades",
                "a row for some grades")
        .help("declare the parameter as `" + parameter.name + "(grade)`");
    return std::nullopt;
  }
  if (row.columns.size() == 1 && row.columns.front().otherwise) {
    return std::vector<TableKey>(parameter.keys.size(), TableKey{{}, true});
  }
  if (row.columns.size() != parameter.keys.size()) {
    const auto columns = [](std::size_t count) {
      return std::to_string(count) +
             (count == 1 ? " column before the value" : " columns before the value");
    };
    scope.diagnostics
        .report(DiagnosticKind::WrongType, place, columns(parameter.keys.size()),
                std::to_string(row.columns.size()))
        .help(
            "a `|` stands between the columns; in one of them `all` is for whatever its value, "
            "`else` for any that no other row names");
    return std::nullopt;
  }
  std::vector<TableKey> keys;
  for (std::size_t i = 0; i < row.columns.size(); ++i) {
    auto key = column_key(row.columns[i], parameter.keys[i], scope);
    if (!key) return std::nullopt;
    keys.push_back(std::move(*key));
  }
  return keys;
}

// What two rows are both for; empty: nothing.
std::string shared_keys(const std::vector<TableKey>& a, const std::vector<TableKey>& b,
                        const Parameter& parameter) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!overlap(a[i], b[i])) return {};
  }
  if (a.size() != 1 || parameter.keys.front().kind != TypeKind::Grade) return "the same keys";
  GradeSet both;
  for (std::uint8_t i = 0; i < kGradeCount; ++i) {
    if (contains(a.front(), Grade{i}) && contains(b.front(), Grade{i})) both.insert({i});
  }
  return grades_in_words(both);
}

void report_shared_rows(const ParameterVersion& version, const ParameterValue& row, Span place,
                        const Parameter& parameter, Scope& scope) {
  for (const ParameterValue& other : version.values) {
    if (other.keys.empty() || row.keys.empty()) continue;
    if (other.else_columns() != row.else_columns()) continue;
    const std::string shared = shared_keys(other.keys, row.keys, parameter);
    if (shared.empty()) continue;
    scope.diagnostics.report(DiagnosticKind::DuplicateGrade, place, shared)
        .label(other.span, "the other one")
        .help("delete one of the rows, or write `else` for what no other row names");
    return;
  }
}

void check_version(const ast::DatedValues& dated, Parameter& parameter, Scope& scope) {
  ParameterVersion version;
  version.period = resolve_period(dated.from, dated.until, scope.diagnostics);
  version.span = dated.from ? dated.from->span : dated.span;
  for (const ast::TableRow& row : dated.rows) {
    if (version.values.size() == kMostRows) {
      scope.diagnostics.report(DiagnosticKind::TooManyRows, row.span, kMostRows)
          .help("split the parameter by one of its keys");
      break;
    }
    auto keys = row_keys(row, parameter, scope);
    if (!keys) continue;
    ParameterValue entry;
    entry.span = ast::span_of(row.value);
    entry.keys = std::move(*keys);
    const Span place = row.columns.empty() ? entry.span
                       : row.columns.front().keys.empty()
                           ? row.columns.front().span
                           : ast::span_of(row.columns.front().keys.front());
    report_shared_rows(version, entry, place, parameter, scope);
    const auto value = check_constant(row.value, parameter.type, scope);
    if (!value) continue;
    entry.value = *value;
    version.values.push_back(std::move(entry));
  }
  for (const ParameterValue& entry : version.values) {
    if (!entry.keys.empty() || version.values.size() == 1) continue;
    const bool by_grade =
        parameter.keys.size() == 1 && parameter.keys.front().kind == TypeKind::Grade;
    scope.diagnostics
        .report(DiagnosticKind::DuplicateGrade, entry.span, by_grade ? "some grades" : "some keys")
        .help(
            "`all` is for whatever the key, so no other row can stand beside it; `else` is for "
            "what no other row "
            "names");
    break;
  }
  parameter.versions.push_back(std::move(version));
}

// A version without `until` ends on the day before the next one starts.
void close_versions(Parameter& parameter) {
  auto& versions = parameter.versions;
  std::stable_sort(
      versions.begin(), versions.end(), [](const ParameterVersion& a, const ParameterVersion& b) {
        return a.period.from.value_or(Date{INT32_MIN}) < b.period.from.value_or(Date{INT32_MIN});
      });
  for (std::size_t i = 0; i + 1 < versions.size(); ++i) {
    const auto next = versions[i + 1].period.from;
    if (!versions[i].period.until && next && versions[i].period.from != next) {
      versions[i].period.until = Date{versions[i + 1].period.from->days - 1};
    }
  }
}

void report_shared_dates(const Parameter& parameter, Scope& scope) {
  for (std::size_t i = 0; i + 1 < parameter.versions.size(); ++i) {
    const Period& earlier = parameter.versions[i].period;
    const Period& later = parameter.versions[i + 1].period;
    if (later.from && !earlier.contains(*later.from)) continue;
    scope.diagnostics
        .report(DiagnosticKind::OverlappingDates, parameter.versions[i + 1].span, parameter.name,
                later.from ? format_date(*later.from) : "every date")
        .label(parameter.versions[i].span, "the earlier one starts here")
        .help("end the earlier one with `until`");
  }
}

}  // namespace

void check_values(const ast::ParameterDecl& declaration, Parameter& parameter, Scope& scope) {
  for (std::size_t i = 0; i < parameter.keys.size(); ++i) {
    if (is_keyable(parameter.keys[i])) continue;
    scope.diagnostics.report(DiagnosticKind::WrongType, declaration.parameters[i].span,
                             "one value as a key",
                             describe(parameter.keys[i], scope.program.types));
    return;
  }
  for (const ast::DatedValues& dated : declaration.values) check_version(dated, parameter, scope);
  close_versions(parameter);
  report_shared_dates(parameter, scope);
}

}  // namespace dsl::sema
