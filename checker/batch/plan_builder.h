// The class that makes a plan; private to checker/batch, each part in a file by subject.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "checker/batch/plan.h"

namespace checker::batch {

class PlanBuilder {
 public:
  PlanBuilder(const dsl::Program& program, const Layout& layout, dsl::Date as_of, bool is_exact);

  Plan build() &&;

 private:
  using Value = dsl::Value;
  using ExprId = dsl::ExprId;
  using TypedExpr = dsl::TypedExpr;

  // The values of variables by slot, where they are known when the plan is made.
  using Frame = std::vector<std::optional<Value>>;

  // What is known of a part while its conditions are compiled.
  struct Notes {
    bool opaque = false;
    bool has_judgment = false;
    std::map<std::uint32_t, int> occurrences;  // of columns
    std::set<std::uint32_t> watched;           // columns, whatever is counted
  };

  // Nodes (plan_nodes.cpp)

  Ref node(Node made, std::vector<std::uint32_t> list = {});
  Ref yes() { return node({.kind = NodeKind::Yes}); }
  Ref unknown() { return node({.kind = NodeKind::Unknown}); }
  // Of `Present`, `NotAbsent` and `Missing`.
  Ref of_column(NodeKind kind, const Column& column);
  Ref any_of(const Column& column, const std::vector<std::uint32_t>& values);
  Ref all_of(const Column& column, const std::vector<std::uint32_t>& values);
  Ref at_least(const Column& column, std::int64_t limit);
  Ref equal(const Column& column, std::int64_t value);
  Ref conjunction(std::vector<Ref> operands);
  Ref disjunction(std::vector<Ref> operands);
  Ref conditional(Ref condition, Ref yes, Ref no);
  Ref agreement(const std::vector<Ref>& operands);

  // Values (plan_values.cpp)

  // What an expression comes to whatever the design is; nullopt where it hangs on the design.
  std::optional<Value> constant(ExprId id, const Frame& frame);
  std::optional<Value> parameter(const TypedExpr& expr, const Frame& frame);
  std::optional<Value> calculation(const TypedExpr& expr, const Frame& frame);
  std::optional<Value> calendar(const TypedExpr& expr, const Frame& frame);
  // The column that an expression stands for; null where it is no plain fact of the design.
  const Column* column(ExprId id, const Frame& frame);
  // The frame of a call; nullopt where the definition is not in force or has readings.
  std::optional<Frame> call(const TypedExpr& expr, const Frame& frame);

  // Conditions (plan_conditions.cpp)

  // An invalid id is `yes`. What there is no node for is unknown, and noted as opaque.
  Ref condition(ExprId id, const Frame& frame);
  Ref opaque();
  Ref fact(ExprId id, const Frame& frame);
  Ref connective(const TypedExpr& expr, const Frame& frame);
  Ref ordering(const TypedExpr& expr, const Frame& frame);
  Ref between(const TypedExpr& expr, const Frame& frame);
  Ref equality(const TypedExpr& expr, const Frame& frame);
  Ref membership(const TypedExpr& expr, const Frame& frame);
  Ref presence(const TypedExpr& expr, const Frame& frame);
  Ref quantifier(const TypedExpr& expr, const Frame& frame);
  // What a comparison of a column with a value comes to.
  Ref compared(dsl::Op op, const Column& column, const Value& limit);
  Ref is_value(const Column& column, const Value& value);
  Ref in_set(const Column& column, dsl::Op op, const Value& other);
  // Notes that a formula reads a column.
  void read(const Column& column);
  // And that with the fact missing more may be known of it than its node tells.
  void watch(const Column& column);

  // Norms (compile_plan.cpp)

  void begin_pack(dsl::PackId pack);
  NormPlan norm(dsl::NormId id);
  std::vector<Part> parts(dsl::NormId id);
  Part part(dsl::NormId id, const Frame& frame, Ref guard);
  // The formula of a norm, as far as it goes without its guard.
  Part formula(dsl::NormId id, const Frame& frame);
  // Facts with few values that the formula reads more than once: what it comes to for all their
  // values alike is known without them.
  void try_out(Part& part, dsl::NormId id, const Frame& frame);
  struct Case {
    Ref impossible;  // of designs that are known to be otherwise
    Part part;
  };
  Case supposing(std::size_t combination, const std::vector<std::uint32_t>& columns, dsl::NormId id,
                 const Frame& frame);
  // How many values the evaluator would try for a missing fact; 1: none.
  std::size_t value_count(std::uint32_t column) const;
  // The part of a norm of whose things nothing is known: only its scope may decide.
  Part whole(dsl::NormId id, Ref guard);
  Ref begun(const dsl::Norm& norm, const Frame& frame);
  Ref excepted(const dsl::Norm& norm, const Frame& frame);
  Ref lifted(dsl::NormId id);
  Ref in_pack(const dsl::Norm& norm);
  void take_notes(Part& part);
  void fact_requirements();

  const dsl::Program& program_;
  const Layout& layout_;
  dsl::Date as_of_;
  bool is_exact_;
  Plan plan_;
  Notes notes_;
  // Columns supposed to hold a value; `kAbsent`: to hold none.
  std::map<std::uint32_t, std::uint32_t> supposed_;
  static constexpr std::uint32_t kAbsent = UINT32_MAX;
  // Equal nodes are made once: those shared by all packs, and those of the pack in hand.
  using Key = std::tuple<NodeKind, std::uint32_t, std::uint32_t, std::uint32_t, std::int64_t,
                         std::vector<std::uint32_t>>;
  std::map<Key, Ref> shared_;
  std::map<Key, Ref> of_pack_;
  bool in_shared_ = true;
};

}  // namespace checker::batch
