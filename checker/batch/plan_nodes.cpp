// Nodes: each made once, and what is settled when the plan is made left out.
#include <algorithm>

#include "checker/batch/plan_builder.h"

namespace checker::batch {

Ref PlanBuilder::node(Node made, std::vector<std::uint32_t> list) {
  Key key{made.kind, made.known, made.absent, made.numbers, made.limit, list};
  if (const auto at = shared_.find(key); at != shared_.end()) return at->second;
  if (const auto at = of_pack_.find(key); at != of_pack_.end()) return at->second;
  made.first = static_cast<std::uint32_t>(plan_.lists.size());
  made.count = static_cast<std::uint32_t>(list.size());
  plan_.lists.insert(plan_.lists.end(), list.begin(), list.end());
  const Ref ref = Ref::to(static_cast<std::uint32_t>(plan_.nodes.size()));
  plan_.nodes.push_back(made);
  (in_shared_ ? shared_ : of_pack_).emplace(std::move(key), ref);
  return ref;
}

Ref PlanBuilder::of_column(NodeKind kind, const Column& column) {
  const auto supposed = supposed_.find(layout_.index_of(column));
  if (supposed != supposed_.end()) {
    const bool has_value = supposed->second != kAbsent;
    return kind != NodeKind::Missing && has_value ? yes() : yes().negated();
  }
  return node({.kind = kind, .known = column.known, .absent = column.absent});
}

namespace {

std::vector<std::uint32_t> masks_of(const Column& column,
                                    const std::vector<std::uint32_t>& values) {
  std::vector<std::uint32_t> masks;
  masks.reserve(values.size());
  for (const std::uint32_t value : values) masks.push_back(column.first_value + value);
  std::sort(masks.begin(), masks.end());
  return masks;
}

}  // namespace

Ref PlanBuilder::any_of(const Column& column, const std::vector<std::uint32_t>& values) {
  if (const auto supposed = supposed_.find(layout_.index_of(column)); supposed != supposed_.end()) {
    // The one mask of what is yes or no is that of yes.
    const std::uint32_t value =
        column.kind == ColumnKind::YesNo ? 1 - supposed->second : supposed->second;
    const bool found = std::find(values.begin(), values.end(), value) != values.end();
    return found ? yes() : yes().negated();
  }
  return node({.kind = NodeKind::AnyOf, .known = column.known, .absent = column.absent},
              masks_of(column, values));
}

Ref PlanBuilder::all_of(const Column& column, const std::vector<std::uint32_t>& values) {
  return node({.kind = NodeKind::AllOf, .known = column.known, .absent = column.absent},
              masks_of(column, values));
}

Ref PlanBuilder::at_least(const Column& column, std::int64_t limit) {
  return node({.kind = NodeKind::AtLeast,
               .known = column.known,
               .numbers = column.numbers,
               .limit = limit});
}

Ref PlanBuilder::equal(const Column& column, std::int64_t value) {
  return node({.kind = NodeKind::Equal,
               .known = column.known,
               .absent = column.absent,
               .numbers = column.numbers,
               .limit = value});
}

Ref PlanBuilder::conjunction(std::vector<Ref> operands) {
  std::sort(operands.begin(), operands.end());
  operands.erase(std::unique(operands.begin(), operands.end()), operands.end());
  const Ref always = yes();
  std::vector<std::uint32_t> codes;
  for (const Ref operand : operands) {
    if (operand == always.negated()) return operand;
    if (operand != always) codes.push_back(operand.code);
  }
  if (codes.empty()) return always;
  if (codes.size() == 1) return {codes.front()};
  return node({.kind = NodeKind::And}, std::move(codes));
}

Ref PlanBuilder::disjunction(std::vector<Ref> operands) {
  for (Ref& operand : operands) operand = operand.negated();
  return conjunction(std::move(operands)).negated();
}

Ref PlanBuilder::conditional(Ref condition, Ref yes, Ref no) {
  return node({.kind = NodeKind::If}, {condition.code, yes.code, no.code});
}

Ref PlanBuilder::agreement(const std::vector<Ref>& operands) {
  std::vector<std::uint32_t> codes;
  codes.reserve(operands.size());
  for (const Ref operand : operands) codes.push_back(operand.code);
  return node({.kind = NodeKind::Agree}, std::move(codes));
}

}  // namespace checker::batch
