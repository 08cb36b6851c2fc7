#include "checker/eval/relief_basis.h"

#include <algorithm>
#include <utility>

namespace checker {
namespace {

bool may_grant(dsl::StakeholderId by, dsl::ReliefId id, const dsl::Program& program) {
  const auto& granters = program.relief(id).granters;
  return std::any_of(granters.begin(), granters.end(),
                     [&](const dsl::Granter& granter) { return granter.by == by; });
}

bool names_relief(dsl::NormId id, dsl::StakeholderId by, const dsl::Program& program) {
  const auto& own = program.norm(id).reliefs;
  const auto& reaching = program.reliefs_for(id);
  return std::any_of(own.begin(), own.end(),
                     [&](const dsl::ReliefRoute& route) { return route.granter.by == by; }) ||
         std::any_of(reaching.begin(), reaching.end(),
                     [&](dsl::ReliefId relief) { return may_grant(by, relief, program); });
}

class BasisSearch {
 public:
  BasisSearch(Evaluator& evaluator, const Relief& record)
      : evaluator_(evaluator), program_(evaluator.program()), record_(record) {}

  ReliefBasis search() {
    if (record_.declared.valid()) {
      look_at_granters(record_.declared);
    } else {
      look_at_norm();
    }
    if (!basis_.routes.empty()) {
      basis_.support = ReliefSupport::Given;
    } else if (basis_.declared.valid()) {
      basis_.support = ReliefSupport::OutOfTime;
    } else {
      basis_.support = is_named() ? ReliefSupport::OtherFacts : ReliefSupport::NotNamed;
    }
    return std::move(basis_);
  }

 private:
  bool is_named() const {
    return record_.declared.valid() ? may_grant(record_.by, record_.declared, program_)
                                    : names_relief(record_.norm, record_.by, program_);
  }

  bool may_hold(dsl::ExprId condition, std::uint32_t frame_size) {
    return truth_of_condition(evaluator_, condition, frame_size) != dsl::Truth::False;
  }

  void look_at_norm() {
    const dsl::Norm& norm = program_.norm(record_.norm);
    for (const dsl::ReliefRoute& own : norm.reliefs) {
      if (own.granter.by != record_.by) continue;
      if (may_hold(own.granter.condition, norm.frame_size)) {
        basis_.routes.push_back({&own, {}, record_.by, false});
      }
    }
    for (const dsl::ReliefId id : program_.reliefs_for(record_.norm)) look_at_granters(id);
  }

  void look_at_granters(dsl::ReliefId id) {
    const dsl::DeclaredRelief& relief = program_.relief(id);
    for (const dsl::Granter& granter : relief.granters) {
      if (granter.by != record_.by) continue;
      if (!may_hold(granter.condition, relief.frame_size)) continue;
      // What a named relief asks for must hold on its first day, which is a warning of its own.
      if (record_.norm.valid() && !may_hold(relief.applies, relief.frame_size)) continue;
      if (relief.in_force.contains(record_.from.value_or(evaluator_.as_of()))) {
        basis_.routes.push_back({nullptr, id, record_.by, false});
      } else if (!basis_.declared.valid()) {
        basis_.declared = id;
      }
    }
  }

  Evaluator& evaluator_;
  const dsl::Program& program_;
  const Relief& record_;
  ReliefBasis basis_;
};

// Whether its pack is not about the design.
bool is_elsewhere(dsl::ReliefId id, Evaluator& evaluator) {
  const dsl::Program& program = evaluator.program();
  const dsl::PackId pack = program.relief(id).pack;
  return pack.valid() && truth_of_pack(evaluator, program.pack(pack)) == dsl::Truth::False;
}

}  // namespace

ReliefBasis basis_of(Evaluator& evaluator, const Relief& record) {
  return BasisSearch(evaluator, record).search();
}

dsl::ReliefId out_of_reach_of(Evaluator& evaluator, const Relief& record, dsl::NormId norm) {
  const dsl::Program& program = evaluator.program();
  const auto& limited = program.reliefs_that_cannot_reach(norm);
  if (record.declared.valid()) {
    const bool is_limited =
        std::find(limited.begin(), limited.end(), record.declared) != limited.end();
    return is_limited ? record.declared : dsl::ReliefId{};
  }
  if (record.norm != norm || names_relief(norm, record.by, program)) return {};
  for (const dsl::ReliefId id : limited) {
    if (may_grant(record.by, id, program) && !is_elsewhere(id, evaluator)) return id;
  }
  return {};
}

}  // namespace checker
