#include "checker/eval/fact_path.h"

#include "dsl/core/grade.h"

namespace checker {

std::string fact_path(const FactRef& ref, const dsl::Program& program) {
  const dsl::FactDeclaration& fact = program.fact(ref.fact);
  std::string text = fact.name;
  if (fact.owner.valid()) {
    text = program.fact(fact.owner).name;
    if (ref.item >= 0) text += "[" + std::to_string(ref.item + 1) + "]";
    text += "." + fact.name;
  }
  if (ref.grade >= 0) {
    text += "(" + dsl::format_grade({static_cast<std::uint8_t>(ref.grade)}) + ")";
  }
  return text;
}

}  // namespace checker
