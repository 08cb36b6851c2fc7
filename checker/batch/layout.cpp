#include "checker/batch/layout.h"

#include <algorithm>

#include "checker/eval/verdict.h"
namespace checker::batch {
namespace {

using dsl::ExprId;
using dsl::FactId;
using dsl::Op;
using dsl::Type;
using dsl::TypeKind;

// Marks every fact that an expression reads, through definitions and computed facts.
class Reader {
 public:
  Reader(const dsl::Program& program, std::vector<bool>& read)
      : program_(program),
        read_(read),
        seen_exprs_(program.typed().exprs.size()),
        seen_definitions_(program.typed().definitions.size()) {}

  void follow(ExprId id) {
    if (!id.valid() || seen_exprs_[id.index]) return;
    seen_exprs_[id.index] = true;
    const dsl::TypedExpr& expr = program_.expr(id);
    for (const ExprId operand : expr.operands) follow(operand);
    if (reads_a_fact(expr.op)) {
      fact({expr.index});
    }
    if (expr.op == Op::Definition && !seen_definitions_[expr.index]) {
      seen_definitions_[expr.index] = true;
      for (const ExprId body : bodies_of(program_.typed().definitions[expr.index])) follow(body);
    }
  }

 private:
  void fact(FactId id) {
    if (read_[id.index]) return;
    read_[id.index] = true;
    const dsl::FactDeclaration& declaration = program_.fact(id);
    follow(declaration.computed);
    if (declaration.owner.valid()) fact(declaration.owner);
  }

  const dsl::Program& program_;
  std::vector<bool>& read_;
  std::vector<bool> seen_exprs_;
  std::vector<bool> seen_definitions_;
};

std::optional<ColumnKind> kind_of(const Type& type) {
  if (type.is_set) {
    if (type.kind == TypeKind::Choice) return ColumnKind::ChoiceSet;
    if (type.kind == TypeKind::Grade) return ColumnKind::GradeSet;
    return std::nullopt;
  }
  switch (type.kind) {
    case TypeKind::Boolean: return ColumnKind::YesNo;
    case TypeKind::Choice: return ColumnKind::Choice;
    case TypeKind::Count:
    case TypeKind::Ratio:
    case TypeKind::Percent:
    case TypeKind::Quantity:
    case TypeKind::Time:
    case TypeKind::Date:
    case TypeKind::Grade: return ColumnKind::Number;
    default: return std::nullopt;
  }
}

// A written amount has at most six decimals.
constexpr std::int64_t kDecimals = 1'000'000;

std::optional<dsl::Rational> step_of(const Type& type, const dsl::TypeTables& types) {
  switch (type.kind) {
    case TypeKind::Ratio:
    case TypeKind::Percent: return dsl::Rational::make(1, 100 * kDecimals);
    case TypeKind::Quantity: return dsl::divide(types.unit(type.unit).scale, kDecimals);
    default: return dsl::Rational(1);
  }
}

dsl::Rational as_number(const dsl::Value& value) {
  if (const auto* time = std::get_if<dsl::TimeOfDay>(&value)) return time->minutes;
  if (const auto* date = std::get_if<dsl::Date>(&value)) return date->days;
  if (const auto* grade = std::get_if<dsl::Grade>(&value)) return grade->index;
  return std::get<dsl::Rational>(value);
}

}  // namespace

std::optional<Limit> limit_of(const dsl::Value& value, const Column& column) {
  const auto steps = dsl::divide(as_number(value), column.step);
  if (!steps) return std::nullopt;
  std::int64_t least = steps->numerator() / steps->denominator();
  if (!steps->is_whole() && steps->numerator() > 0) ++least;
  if (least >= kLargestNumber - 1 || least <= 1 - kLargestNumber) return std::nullopt;
  return Limit{least, steps->is_whole()};
}

bool may_bind(const dsl::Norm& norm, std::optional<dsl::Date> as_of) {
  return norm.status != dsl::Status::Pending &&
         (!as_of || out_of_time(norm, *as_of) == Reason::None);
}

Layout::Layout(const dsl::Program& program, std::optional<dsl::Date> as_of)
    : read_(program.typed().facts.size()), first_(program.typed().facts.size(), kNone) {
  Reader reader(program, read_);
  for (const dsl::Norm& norm : program.typed().norms) {
    if (!may_bind(norm, as_of)) continue;
    for (const ExprId expr : expressions_of(norm)) reader.follow(expr);
    if (norm.pack.valid()) reader.follow(program.pack(norm.pack).applies);
  }
  for (const dsl::FactRequirement& each : program.typed().fact_requirements) {
    reader.follow(each.condition);
  }
  for (std::uint32_t i = 0; i < read_.size(); ++i) {
    const dsl::FactDeclaration& fact = program.fact({i});
    if (!read_[i] || fact.owner.valid() || !kind_of(fact.type)) continue;
    first_[i] = static_cast<std::uint32_t>(columns_.size());
    if (!fact.type.by_grade) {
      add({i}, -1, program);
      continue;
    }
    for (std::int32_t grade = 0; grade < dsl::kGradeCount; ++grade) add({i}, grade, program);
  }
}

void Layout::add(FactId fact, std::int32_t grade, const dsl::Program& program) {
  const Type& type = program.fact(fact).type;
  Column column;
  column.fact = fact;
  column.grade = grade;
  column.kind = *kind_of(type);
  column.known = mask_count_++;
  column.absent = mask_count_++;
  switch (column.kind) {
    case ColumnKind::YesNo: column.value_count = 1; break;
    case ColumnKind::Choice:
    case ColumnKind::ChoiceSet:
      column.value_count =
          static_cast<std::uint32_t>(program.types().choice(type.choice).values.size());
      break;
    case ColumnKind::GradeSet: column.value_count = dsl::kGradeCount; break;
    case ColumnKind::Number:
      column.numbers = number_count_++;
      column.step = step_of(type, program.types()).value_or(dsl::Rational(1));
      break;
  }
  column.first_value = mask_count_;
  mask_count_ += column.value_count;
  columns_.push_back(column);
}

std::uint32_t Layout::find(FactId fact, std::int32_t grade) const {
  const std::uint32_t first = first_[fact.index];
  if (first == kNone) return kNone;
  const bool is_table = columns_[first].grade >= 0;
  if (is_table != (grade >= 0)) return kNone;
  return is_table ? first + static_cast<std::uint32_t>(grade) : first;
}

}  // namespace checker::batch
