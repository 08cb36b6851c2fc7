// One verdict as a report tells it: ids become names, spans become lines, values become words.
#pragma once

#include "checker/eval/evaluator.h"
#include "checker/report/fact_words.h"
#include "checker/report/report.h"

namespace checker {

class Entries {
 public:
  // The input must outlive this.
  explicit Entries(const ReportInput& input);

  VerdictEntry verdict(const Verdict& verdict);

  // The packs whose condition holds, in the order of the program.
  std::vector<Party> packs_in_scope();

 private:
  PartEntry part(dsl::NormId id, const VerdictPart& part);
  void add_enforcers(const dsl::Norm& norm, VerdictEntry& entry);
  void add_ways_out(dsl::NormId id, VerdictEntry& entry);
  void add_alternatives(const dsl::Norm& norm, const VerdictPart& part, PartEntry& entry) const;
  void add_facts(const VerdictPart& part, PartEntry& entry);
  void add_way_out(const dsl::Norm& norm, const VerdictPart& part, PartEntry& entry);

  const ReportInput& input_;
  FactWords facts_;
  Evaluator evaluator_;
};

}  // namespace checker
