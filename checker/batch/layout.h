// Where each fact of a design stands in a block: masks of bits and arrays of whole numbers.
//
// A fact that is yes or no, a choice or a set has one mask for each value, so that a condition on
// it is a few words of logic for 64 designs at once. A number, a time, a date or a grade is a whole
// number of `step`s: a millionth of the unit in which the fact is declared, a minute, a day.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dsl/program/program.h"

namespace checker::batch {

enum class ColumnKind : std::uint8_t { YesNo, Number, Choice, ChoiceSet, GradeSet };

// A fact of the design itself, or the entry of a table by grade for one grade.
struct Column {
  dsl::FactId fact;
  std::int32_t grade = -1;
  ColumnKind kind{};
  std::uint32_t known = 0;        // the mask: stated with a value
  std::uint32_t absent = 0;       // the mask: stated to have none
  std::uint32_t first_value = 0;  // YesNo: the mask of `yes`; a choice or set: one for each value
  std::uint32_t value_count = 0;
  std::uint32_t numbers = 0;  // Number: which array
  dsl::Rational step = 1;     // Number: what 1 in the array stands for, in base units
};

// Numbers are kept within this distance of 0, so that two of them can be subtracted.
inline constexpr std::int64_t kLargestNumber = std::int64_t{1} << 61;

// Exactly what to compare a column with: the least whole number of its steps that is not less than
// a value.
struct Limit {
  std::int64_t least = 0;
  bool is_whole = false;  // whether that is the value itself
};
// nullopt where it lies too far from 0. The value is a number, a time, a date or a grade.
std::optional<Limit> limit_of(const dsl::Value& value, const Column& column);

class Layout {
 public:
  // Columns for what the norms that may be in force read. With a date, only those in force on it.
  Layout(const dsl::Program& program, std::optional<dsl::Date> as_of);

  static constexpr std::uint32_t kNone = UINT32_MAX;
  // kNone where the fact has no column: texts, lists, what no norm reads.
  std::uint32_t find(dsl::FactId fact, std::int32_t grade = -1) const;
  const Column& column(std::uint32_t index) const { return columns_[index]; }
  const std::vector<Column>& columns() const { return columns_; }
  // Of one of `columns`.
  std::uint32_t index_of(const Column& column) const {
    return static_cast<std::uint32_t>(&column - columns_.data());
  }

  // Whether some norm that may be in force, or a `require` of the vocabulary, reads the fact.
  bool is_read(dsl::FactId fact) const { return read_[fact.index]; }

  std::uint32_t mask_count() const { return mask_count_; }
  std::uint32_t number_count() const { return number_count_; }
  // The mask of designs with reliefs, approvals, determinations or readings on record.
  static constexpr std::uint32_t kRecords = 0;

 private:
  void add(dsl::FactId fact, std::int32_t grade, const dsl::Program& program);

  std::vector<bool> read_;
  std::vector<Column> columns_;
  std::vector<std::uint32_t> first_;  // by FactId
  std::uint32_t mask_count_ = kRecords + 1;
  std::uint32_t number_count_ = 0;
};

// Whether a norm may bind on the date, or without one on any: enacted, in force, not suspended.
bool may_bind(const dsl::Norm& norm, std::optional<dsl::Date> as_of);

}  // namespace checker::batch
