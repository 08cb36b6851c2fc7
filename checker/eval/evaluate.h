// Judges a design: every norm of a program, on a date, to a verdict.
//
// A norm with applicability A, exceptions E, lifts L and requirement R stands against the design
// iff A and not E and not L and not R, in Kleene logic; a relief W on record then decides between
// conflict and relieved (docs/semantics.md).
#pragma once

#include <vector>

#include "checker/design/design.h"
#include "checker/eval/derivation.h"
#include "checker/eval/evaluator.h"
#include "checker/eval/verdict.h"
#include "dsl/program/program.h"

namespace checker {

// Lets conditions speak of the verdicts of norms (`verdict of`); the evaluator must stay in its
// place. Those that the functions below make can do so.
void let_norms_be_asked(Evaluator& evaluator);

// One verdict per norm, in the order of their declaration.
std::vector<Verdict> evaluate(const dsl::Program& program, const Design& design, dsl::Date as_of);

// The same of some norms.
std::vector<Verdict> verdicts_of(const dsl::Program& program, const Design& design,
                                 const std::vector<dsl::NormId>& norms, dsl::Date as_of);

// The outcomes alone, of some norms.
std::vector<Outcome> outcomes_of(const dsl::Program& program, const Design& design,
                                 const std::vector<dsl::NormId>& norms, dsl::Date as_of);

// What the verdicts of pending norms would be, were they enacted; in the same order. They decide
// nothing. Norms of packs that do not apply to the design are left out.
std::vector<Verdict> evaluate_pending(const dsl::Program& program, const Design& design,
                                      dsl::Date as_of);

Verdict evaluate_norm(const dsl::Program& program, const Design& design, dsl::NormId norm,
                      dsl::Date as_of);

// The parts of a norm for one instance, each with its derivation. Parts that the norm does not
// have are left out.
struct ExplainedInstance {
  std::string label;                  // `grade 9`, `schedule record 2`; empty without `for each`
  std::optional<dsl::Grade> grade;    // the grade meant, where the norm runs over grades
  std::optional<std::uint32_t> item;  // the record meant, where it runs over a list
  std::optional<Derivation> filter;
  std::vector<Derivation> requirements;  // as the norm's
  std::vector<Derivation> exceptions;    // as the norm's
};

struct ExplainedLift {
  dsl::NormId enablement;
  bool in_force = true;
  dsl::Truth lifts = dsl::Truth::False;  // whether it lifts the norm, by all of what follows
  std::optional<Derivation> begins;      // the date that puts it off
  std::optional<Derivation> pack;
  std::optional<Derivation> applies;
  std::vector<Derivation> exceptions;  // as the enablement's
};

struct Explanation {
  Verdict verdict;
  dsl::Truth in_force = dsl::Truth::True;
  std::optional<Derivation> begins;   // the date that puts the norm off
  std::optional<Derivation> pack;     // the pack's `applies when`
  std::optional<Derivation> applies;  // the norm's
  std::optional<Derivation> domain;   // what `for each` runs over
  std::vector<ExplainedInstance> instances;
  std::vector<ExplainedLift> lifts;
};

Explanation explain(const dsl::Program& program, const Design& design, dsl::NormId norm,
                    dsl::Date as_of);

}  // namespace checker
