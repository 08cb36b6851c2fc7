// The facts of a design in words: their values, questions and lines.
#pragma once

#include <optional>
#include <string>

#include "checker/eval/evaluator.h"
#include "checker/report/report.h"

namespace checker {

// The name of a stakeholder; empty for an invalid id.
Party party_of(dsl::StakeholderId id, const dsl::Program& program);

class FactWords {
 public:
  // The input must outlive this.
  explicit FactWords(const ReportInput& input);

  // "block 2 (Internship)", after the record's field `name`.
  std::string record(dsl::FactId list, std::uint32_t item) const;

  // What the design says: "180 days per year", "6 records", `unknown`, `none`, `not applicable`.
  std::string value(const FactReading& reading) const;

  // nullopt for a fact that the design does not state.
  std::optional<FactLocation> location(const FactReading& reading) const;

  NeedEntry need(const FactRef& ref) const;

 private:
  const FactValue* find(const FactRef& ref) const;
  std::optional<dsl::Span> nearest_span(const FactRef& ref) const;
  const dsl::FactDeclaration& fact(dsl::FactId id) const { return input_.program.fact(id); }

  const ReportInput& input_;
  Evaluator reader_;
};

}  // namespace checker
