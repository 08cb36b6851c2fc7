#include "checker/eval/decisive.h"

namespace checker {
namespace {

using dsl::Op;
using dsl::Truth;

class Collector {
 public:
  explicit Collector(const dsl::Program& program) : program_(program) {}

  void collect(const Derivation& node) {
    const Op op = node.expr.valid() ? program_.expr(node.expr).op : Op::Constant;
    const bool looks_inside = op == Op::And || op == Op::Or || op == Op::Every || op == Op::Some;
    const std::size_t before = found_.size();
    if (looks_inside) {
      for (const Derivation& child : node.children) {
        if (!child.is_filter && is_false(child)) collect(child);
      }
    } else if (op == Op::Definition && !node.children.empty() && is_false(node.children.back())) {
      collect(node.children.back());
    }
    // A list in which there is nothing, a comparison, a fact: all that was read.
    if (found_.size() == before) add_readings(found_, readings_of(node));
  }

  std::vector<FactReading> found() && { return std::move(found_); }

 private:
  bool is_false(const Derivation& node) const {
    return node.expr.valid() && program_.expr(node.expr).type.kind == dsl::TypeKind::Boolean &&
           truth_of(node.result) == Truth::False;
  }

  const dsl::Program& program_;
  std::vector<FactReading> found_;
};

}  // namespace

std::vector<FactReading> decisive_readings(const Derivation& condition,
                                           const dsl::Program& program) {
  Collector collector(program);
  collector.collect(condition);
  return std::move(collector).found();
}

}  // namespace checker
