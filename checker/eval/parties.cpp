#include "checker/eval/parties.h"

namespace checker {
std::vector<EnforcerHere> enforcers_here(Evaluator& evaluator, const dsl::Norm& norm) {
  std::vector<EnforcerHere> here;
  for (std::uint32_t i = 0; i < norm.enforced.size(); ++i) {
    const dsl::Truth truth =
        truth_of_condition(evaluator, norm.enforced[i].condition, norm.frame_size);
    if (truth != dsl::Truth::False) here.push_back({i, truth == dsl::Truth::Unknown});
  }
  return here;
}

std::vector<ReliefRouteHere> relief_routes_here(Evaluator& evaluator, dsl::NormId id) {
  const dsl::Program& program = evaluator.program();
  const dsl::Norm& norm = program.norm(id);
  std::vector<ReliefRouteHere> routes;
  const auto add = [&](const dsl::Granter& granter, std::uint32_t frame_size,
                       ReliefRouteHere route) {
    const dsl::Truth truth = truth_of_condition(evaluator, granter.condition, frame_size);
    if (truth == dsl::Truth::False) return;
    route.by = granter.by;
    route.by_hangs_on_facts = truth == dsl::Truth::Unknown;
    routes.push_back(route);
  };
  for (const dsl::ReliefRoute& each : norm.reliefs) {
    add(each.granter, norm.frame_size, {&each, {}, {}});
  }
  for (const dsl::ReliefId declared : program.reliefs_for(id)) {
    const dsl::DeclaredRelief& relief = program.relief(declared);
    if (!relief.in_force.contains(evaluator.as_of()) ||
        truth_of_condition(evaluator, relief.applies, relief.frame_size) == dsl::Truth::False) {
      continue;
    }
    for (const dsl::Granter& granter : relief.granters) {
      add(granter, relief.frame_size, {nullptr, declared, {}});
    }
  }
  return routes;
}

}  // namespace checker
