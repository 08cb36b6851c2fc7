#include "dsl/sema/operators.h"

#include <algorithm>

namespace dsl::sema {
namespace {

using ast::ArithmeticOperator;

bool is_plain(const Type& type) {
  return type.kind == TypeKind::Count || type.kind == TypeKind::Ratio ||
         type.kind == TypeKind::Percent;
}

bool is_quantity(const Type& type, std::string_view unit, const TypeTables& tables) {
  return type.kind == TypeKind::Quantity && !type.is_set &&
         tables.unit(type.unit).dimension == tables.unit_words.find(unit)->dimension;
}

Type quantity(const Unit& unit, TypeTables& tables) {
  if (unit.dimension.is_number()) return Type{.kind = TypeKind::Ratio};
  return Type{.kind = TypeKind::Quantity, .unit = tables.intern(unit)};
}

Type named_quantity(std::string_view word, TypeTables& tables) {
  return quantity(*tables.unit_words.find(word), tables);
}

std::optional<Type> sum_type(ArithmeticOperator op, const Type& left, const Type& right,
                             TypeTables& tables) {
  const bool subtract = op == ArithmeticOperator::Subtract;
  if (left.kind == TypeKind::Time) {
    if (right.kind == TypeKind::Time && subtract) return named_quantity("minute", tables);
    if (is_quantity(right, "minute", tables)) return left;
    return std::nullopt;
  }
  if (left.kind == TypeKind::Date) {
    if (right.kind == TypeKind::Date && subtract) return named_quantity("calendar_day", tables);
    if (is_quantity(right, "calendar_day", tables)) return left;
    return std::nullopt;
  }
  if (!is_number(left) || !is_number(right)) return std::nullopt;
  if (is_plain(left) && is_plain(right)) {
    if (left.kind == right.kind) return left;
    if (left.kind == TypeKind::Ratio || right.kind == TypeKind::Ratio) {
      return Type{.kind = TypeKind::Ratio};
    }
    return std::nullopt;
  }
  if (left.kind == TypeKind::Quantity && right.kind == TypeKind::Quantity &&
      tables.unit(left.unit).dimension == tables.unit(right.unit).dimension) {
    return left;
  }
  return std::nullopt;
}

Type product_type(const Type& left, const Type& right, TypeTables& tables) {
  if (is_plain(left) && is_plain(right)) {
    const bool counts = left.kind == TypeKind::Count && right.kind == TypeKind::Count;
    return Type{.kind = counts ? TypeKind::Count : TypeKind::Ratio};
  }
  if (is_plain(left)) return right;
  if (is_plain(right)) return left;
  const Unit unit = tables.unit_words.multiply(tables.unit(left.unit), tables.unit(right.unit));
  return quantity(unit, tables);
}

Type quotient_type(const Type& left, const Type& right, TypeTables& tables) {
  if (is_plain(left) && is_plain(right)) return Type{.kind = TypeKind::Ratio};
  if (is_plain(right)) return left;
  const Unit numerator = is_plain(left) ? Unit{} : tables.unit(left.unit);
  const Unit unit = tables.unit_words.divide(numerator, tables.unit(right.unit));
  return quantity(unit, tables);
}

}  // namespace

bool comparable(const Type& left, const Type& right, const TypeTables& tables) {
  if (left.kind == TypeKind::Unknown || right.kind == TypeKind::Unknown) return true;
  if (left.is_set != right.is_set) return false;
  if (is_number(left) && is_number(right)) {
    if (left.kind == TypeKind::Quantity && right.kind == TypeKind::Quantity) {
      return tables.unit(left.unit).dimension == tables.unit(right.unit).dimension;
    }
    if (left.kind == TypeKind::Quantity || right.kind == TypeKind::Quantity) return false;
    return left.kind == right.kind || left.kind == TypeKind::Ratio || right.kind == TypeKind::Ratio;
  }
  if (left.kind != right.kind) return false;
  return left.kind != TypeKind::Choice || left.choice == right.choice;
}

bool has_order(const Type& type) {
  if (type.is_set) return false;
  return is_number(type) || type.kind == TypeKind::Time || type.kind == TypeKind::Date ||
         type.kind == TypeKind::Grade || type.kind == TypeKind::Unknown;
}

std::optional<Type> arithmetic_type(ArithmeticOperator op, const Type& left, const Type& right,
                                    TypeTables& tables) {
  if (left.kind == TypeKind::Unknown) return right;
  if (right.kind == TypeKind::Unknown) return left;
  if (op == ArithmeticOperator::Add || op == ArithmeticOperator::Subtract) {
    return sum_type(op, left, right, tables);
  }
  if (!is_number(left) || !is_number(right)) return std::nullopt;
  return op == ArithmeticOperator::Multiply ? product_type(left, right, tables)
                                            : quotient_type(left, right, tables);
}

Op operation(ArithmeticOperator op) {
  switch (op) {
    case ArithmeticOperator::Add: return Op::Add;
    case ArithmeticOperator::Subtract: return Op::Subtract;
    case ArithmeticOperator::Multiply: return Op::Multiply;
    case ArithmeticOperator::Divide: return Op::Divide;
  }
  return Op::Add;
}

std::string_view arithmetic_verb(ArithmeticOperator op) {
  switch (op) {
    case ArithmeticOperator::Add: return "add";
    case ArithmeticOperator::Subtract: return "subtract";
    case ArithmeticOperator::Multiply: return "multiply";
    case ArithmeticOperator::Divide: return "divide";
  }
  return "combine";
}

std::string_view operation_words(Op op) {
  switch (op) {
    case Op::AtLeast: return "at least";
    case Op::AtMost: return "at most";
    case Op::MoreThan: return "more than";
    case Op::LessThan: return "less than";
    case Op::Is: return "is";
    case Op::IsNot: return "is not";
    case Op::Includes: return "includes";
    case Op::Excludes: return "excludes";
    case Op::Overlaps: return "overlaps";
    case Op::WithinSet: return "within";
    case Op::Between: return "between";
    case Op::OneOf: return "is one of";
    case Op::NotOneOf: return "is not one of";
    case Op::Present: return "is present";
    case Op::Absent: return "is absent";
    case Op::Every: return "every";
    case Op::Some: return "some";
    case Op::No: return "no";
    case Op::And: return "and";
    case Op::Or: return "or";
    default: return "";
  }
}

}  // namespace dsl::sema
