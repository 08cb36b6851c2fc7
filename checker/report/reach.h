// What an expression can touch when it is evaluated, through definitions and computed facts too.
#pragma once

#include <vector>

#include "dsl/program/program.h"

namespace checker {

class Reach {
 public:
  // The program must outlive the reach.
  explicit Reach(const dsl::Program& program);

  // An invalid id adds nothing.
  void add(dsl::ExprId id);

  bool touches(dsl::ExprId expr) const { return exprs_[expr.index]; }
  bool touches(dsl::FactId fact) const { return facts_[fact.index]; }

  // Each once, in order of appearance.
  const std::vector<dsl::ParameterId>& parameters() const { return parameters_; }
  const std::vector<dsl::DefinitionId>& definitions() const { return definitions_; }
  const std::vector<dsl::NormId>& norms() const { return norms_; }
  const std::vector<std::uint32_t>& judgments() const { return judgments_; }
  // What the as-of date is compared with.
  const std::vector<dsl::ExprId>& compared_with_the_day() const { return compared_; }
  // Whether something is counted by the calendar or school year of the as-of date.
  bool goes_by_the_year() const { return goes_by_the_year_; }

 private:
  void add_fact(dsl::FactId fact);
  void add_use_of_the_day(const dsl::TypedExpr& expr);

  const dsl::Program& program_;
  std::vector<bool> exprs_;
  std::vector<bool> facts_;
  std::vector<dsl::ParameterId> parameters_;
  std::vector<dsl::NormId> norms_;
  std::vector<dsl::DefinitionId> definitions_;
  std::vector<std::uint32_t> judgments_;
  std::vector<dsl::ExprId> compared_;
  bool goes_by_the_year_ = false;
};

}  // namespace checker
