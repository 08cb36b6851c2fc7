#include "checker/eval/moved_edges.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "checker/eval/moved_grades.h"

namespace checker {
namespace {

using dsl::Grade;
using dsl::GradeSet;
using dsl::ParameterValue;
using dsl::TableKey;

using Rows = std::vector<ParameterValue>;

// nullopt where the column has no grades or the row is for all of them.
std::optional<GradeSet> grades_of(const TableKey& key) {
  GradeSet grades;
  for (const TableKey::Range& range : key.ranges) {
    const auto* low = std::get_if<Grade>(&range.low);
    const auto* high = std::get_if<Grade>(&range.high);
    if (low == nullptr || high == nullptr) return std::nullopt;
    for (int i = low->index; i <= high->index; ++i) grades.insert(grade_at(i));
  }
  return grades.empty() ? std::nullopt : std::optional(grades);
}

class EdgeMover {
 public:
  EdgeMover(const Rows& rows, std::size_t row) : rows_(rows), row_(row) {}

  std::vector<MovedEdge> all() && {
    for (column_ = 0; column_ < rows_[row_].keys.size(); ++column_) {
      const auto grades = grades_of(rows_[row_].keys[column_]);
      if (!grades) continue;
      own_ = *grades;
      for (int i = 0; i < dsl::kGradeCount; ++i) {
        if (!own_.contains(grade_at(i))) continue;
        if (!has(i - 1)) edge(i, i - 1);
        // An edge that two bands share is moved from above.
        if (!has(i + 1) && neighbors(i + 1).empty()) edge(i, i + 1);
      }
    }
    return std::move(moved_);
  }

 private:
  bool has(int index) const { return is_grade_index(index) && own_.contains(grade_at(index)); }

  // The rows that are for the grade where the other columns are as in this one.
  std::vector<std::size_t> neighbors(int index) const {
    std::vector<std::size_t> found;
    if (!is_grade_index(index)) return found;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i == row_ || rows_[i].keys.size() != rows_[row_].keys.size()) continue;
      if (grades_of(rows_[i].keys[column_]).value_or(GradeSet()).contains(grade_at(index)) &&
          meets_in_other_columns(rows_[i])) {
        found.push_back(i);
      }
    }
    return found;
  }

  bool meets_in_other_columns(const ParameterValue& other) const {
    for (std::size_t i = 0; i < other.keys.size(); ++i) {
      if (i != column_ && !overlap(other.keys[i], rows_[row_].keys[i])) return false;
    }
    return true;
  }

  // `last` belongs to the band, `next` lies beyond its edge, or beyond all grades.
  void edge(int last, int next) {
    const std::vector<std::size_t> beyond = neighbors(next);
    if (is_grade_index(next)) {
      Rows longer = rows_;
      set(longer, row_, with(own_, grade_at(next)));
      for (const std::size_t i : beyond) {
        set(longer, i, without(*grades_of(rows_[i].keys[column_]), grade_at(next)));
      }
      add(with(own_, grade_at(next)), std::move(longer));
    }
    if (own_.size() == 1) return;  // nothing would be left of the row
    Rows shorter = rows_;
    set(shorter, row_, without(own_, grade_at(last)));
    for (const std::size_t i : beyond) {
      set(shorter, i, with(*grades_of(rows_[i].keys[column_]), grade_at(last)));
    }
    add(without(own_, grade_at(last)), std::move(shorter));
  }

  void set(Rows& rows, std::size_t row, GradeSet grades) const {
    rows[row].keys[column_] = dsl::key_of_grades(grades);
  }

  void add(GradeSet to, Rows rows) {
    // A key without ranges would be for all grades; a row that lost its last one is for none.
    Rows left;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool was_for_all = rows_[i].keys[column_].ranges.empty();
      if (was_for_all || !rows[i].keys[column_].ranges.empty()) left.push_back(std::move(rows[i]));
    }
    moved_.push_back({dsl::grades_in_words(own_), dsl::grades_in_words(to), std::move(left)});
  }

  const Rows& rows_;
  std::size_t row_;
  std::size_t column_ = 0;
  GradeSet own_;
  std::vector<MovedEdge> moved_;
};

}  // namespace

std::vector<MovedEdge> moved_edges(const Rows& rows, std::size_t row) {
  return EdgeMover(rows, row).all();
}

}  // namespace checker
