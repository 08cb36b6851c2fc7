#include "checker/network/network_norm.h"

namespace checker {

NetworkNorm network_norm(const dsl::Program& program, const Verdict& verdict) {
  const dsl::Norm& norm = program.norm(verdict.norm);
  NetworkNorm made;
  made.id = verdict.norm;
  made.name = norm.name;
  made.title = dsl::title_or_name(norm);
  made.outcome = verdict.outcome;
  made.effect = norm.effect;
  switch (norm.kind) {
    case dsl::NormKind::Enablement: break;
    case dsl::NormKind::Principle: made.weight = kEffectWeights.back(); break;
    default: made.weight = kEffectWeights.at(static_cast<std::size_t>(norm.effect));
  }
  return made;
}

}  // namespace checker
