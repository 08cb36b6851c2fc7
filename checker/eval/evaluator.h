// The one evaluator: an expression on a design, three-valued, with or without its derivation.
//
// Strong Kleene logic (dsl/core/truth.h): a fact that is not stated or `unknown` makes what hangs
// on it unknown, and only that. Every unknown carries the facts that made it so; an operand that
// cannot change the outcome leaves none behind. With a derivation asked for, all operands are
// evaluated and written down; the value is the same either way.
//
// A fact stated as absent (`null`) or not applicable differs from every value under `is`, `is one
// of`, `includes` and `overlaps`; orderings and arithmetic on it are unknown. A computed fact that
// the design does not state is worked out from the others.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "checker/design/design.h"
#include "checker/eval/derivation.h"
#include "checker/eval/evaluated.h"
#include "checker/eval/memory.h"
#include "dsl/program/program.h"

namespace checker {

// The values of variables by slot.
using Frame = std::vector<Evaluated>;

class Evaluator {
 public:
  // Program and design must outlive the evaluator. `as_of` picks the versions in force.
  Evaluator(const dsl::Program& program, const Design& design, dsl::Date as_of);

  // An invalid id is `yes`: a clause that is not there asks nothing. `derivation` may be null.
  Evaluated evaluate(dsl::ExprId expr, Frame& frame, Derivation* derivation = nullptr);

  // What the design itself says of a fact, without working anything out.
  FactReading read(const FactRef& ref) const;

  // Supposes a value (nullopt: absent) for a fact or a judgment that is not known, until cleared.
  void assume(const Cause& missing, std::optional<dsl::Value> value);
  void clear_assumptions();

  // What is supposed now, to be put back after a question within a question.
  using Assumptions = Memory::Assumptions;
  const Assumptions& assumptions() const { return assumptions_; }
  void restore(Assumptions assumptions);

  // From now on a derivation tells of computed facts, and of definitions that are no conditions,
  // only what was read for them. Returns whether that was on.
  bool condense(bool condenses) { return std::exchange(condenses_, condenses); }

  // Who is asked about the verdicts of norms; while nobody is, they are unknown.
  struct Norms {
    // Whether the verdict of a norm is one of these words.
    std::function<Evaluated(dsl::NormId, const dsl::TextSet&)> verdict_is;
    // What of the design decides it.
    std::function<std::vector<FactReading>(dsl::NormId)> what_decides;
  };
  void set_norms(Norms norms) { norms_ = std::move(norms); }

  const dsl::Program& program() const { return program_; }
  const Design& design() const { return design_; }
  dsl::Date as_of() const { return as_of_; }

 private:
  using Op = dsl::Op;
  using TypedExpr = dsl::TypedExpr;

  Evaluated dispatch(dsl::ExprId id, Frame& frame, Derivation* derivation);
  Evaluated child(dsl::ExprId id, Frame& frame, Derivation* derivation);

  Evaluated fact(const FactRef& ref, Derivation* derivation);
  Evaluated list(dsl::FactId id, Derivation* derivation);
  Evaluated computed(const FactRef& ref, Derivation* derivation);
  // What is remembered under the key, else what `work_out` gives. A derivation asks for all steps,
  // but for those that may be condensed while that is on.
  enum class Steps : std::uint8_t { Kept, Condensed };
  Evaluated remembered(std::optional<Memory::Key> key, Steps steps, Derivation* derivation,
                       const std::function<Evaluated(Derivation*)>& work_out);
  Evaluated condensed(Memory::Key key, Derivation& derivation,
                      const std::function<Evaluated(Derivation*)>& work_out);
  // What is assumed of something missing, null where nothing is; it is noted as looked at.
  const std::optional<dsl::Value>* assumed(const Cause& missing);
  Causes missing_sources(const Causes& sources, const Cause& itself) const;
  Evaluated field(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated parameter(dsl::ExprId id, Frame& frame, Derivation* derivation);
  Evaluated definition(dsl::ExprId id, Frame& frame, Derivation* derivation);
  Evaluated reading(std::uint32_t index, Frame& frame, Derivation* derivation);
  Evaluated judgment(std::uint32_t index);

  Evaluated connective(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated conditional(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated ordering(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated between(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated equality(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated membership(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated presence(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated calculation(dsl::ExprId id, Frame& frame, Derivation* derivation);
  Evaluated calendar(dsl::ExprId id, Frame& frame, Derivation* derivation);
  Evaluated extreme(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated add_months(dsl::ExprId id, Frame& frame, Derivation* derivation);
  Evaluated quantifier(const TypedExpr& expr, Frame& frame, Derivation* derivation);
  Evaluated aggregate(dsl::ExprId id, Frame& frame, Derivation* derivation);
  Evaluated over_unknown(const TypedExpr& expr, Frame& frame, Causes causes);
  Evaluated window(dsl::ExprId id, Frame& frame, Derivation* derivation);
  Evaluated size(const TypedExpr& expr, Frame& frame, Derivation* derivation);

  // The elements that a loop runs over; nullopt when the list or set is unknown (see `causes`).
  std::optional<std::vector<dsl::Value>> elements(dsl::ExprId domain, Frame& frame,
                                                  Derivation* derivation, Causes& causes);

  const dsl::Program& program_;
  const Design& design_;
  dsl::Date as_of_;
  Assumptions assumptions_;
  Norms norms_;
  Memory memory_;
  // What was missing in the values that are being worked out to be remembered, one within another.
  Causes looked_at_;
  int remembering_ = 0;
  bool condenses_ = false;
};

// The truth of a condition that stands outside every loop.
dsl::Truth truth_of_condition(Evaluator& evaluator, dsl::ExprId condition,
                              std::uint32_t frame_size);
// Whether the pack is about the design.
dsl::Truth truth_of_pack(Evaluator& evaluator, const dsl::Pack& pack);

}  // namespace checker
