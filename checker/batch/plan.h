// The rules as a flat program over the columns of a block, for one span of dates.
//
// Each node is a condition: two masks over the block, of the designs of which it is known to hold
// and of those of which it is known not to. What the flat program has no node for is `Unknown`, and
// the part of the norm that holds it is `opaque`: a verdict that is known nevertheless stays what
// it is whatever the unknown turns out to be (docs/semantics.md), and any other is left to the
// evaluator.
#pragma once

#include <cstdint>
#include <vector>

#include "checker/batch/layout.h"
#include "checker/batch/masks.h"
#include "dsl/program/program.h"

namespace checker::batch {

enum class NodeKind : std::uint8_t {
  Yes,
  Unknown,
  AnyOf,    // one of the masks in the list; what is absent is none of them
  AllOf,    // all of them
  AtLeast,  // the number is `limit` or more; unknown of what is absent
  Equal,    // the number is `limit`; what is absent is not
  Present,
  NotAbsent,  // this one and the next are never unknown
  Missing,    // neither a value nor absent
  And,
  If,     // of three: where the first is unknown, what the others agree on
  Agree,  // the first; else what the others agree on, pairs of "impossible" and a condition
};

// A node, or its negation: the same two masks changed over.
struct Ref {
  std::uint32_t code = 0;

  static Ref to(std::uint32_t node) { return {node * 2}; }
  Ref negated() const { return {code ^ 1U}; }
  std::uint32_t node() const { return code / 2; }
  bool is_negated() const { return (code & 1U) != 0; }
  friend auto operator<=>(Ref, Ref) = default;
};

struct Node {
  NodeKind kind{};
  std::uint32_t known = 0;  // the masks of the column
  std::uint32_t absent = 0;
  std::uint32_t numbers = 0;
  std::int64_t limit = 0;
  std::uint32_t first = 0;  // into the plan's `lists`: masks, or codes of operands
  std::uint32_t count = 0;
};

// What a norm says of one thing: the whole design, or one grade of those that it runs over.
struct Part {
  Ref guard;   // whether there is such a thing; known of every design
  Ref stands;  // against the design, or for it: in scope, not excepted, not lifted, not met
  Ref scope;
  Ref excepted;
  Ref lifted;
  Ref required;
  bool opaque = false;
  bool has_judgment = false;
  // Facts of which more may be known than Kleene logic tells: those that the formula reads twice
  // and that have few values (checker/eval/needs.h), and those that can be worked out from others.
  std::vector<std::uint32_t> watched;  // columns
  std::vector<std::uint32_t> columns;  // all that it reads
};

struct NormPlan {
  dsl::NormId norm;
  std::vector<Part> parts;  // empty: out of force
};

// The norms of one pack. A block without a design to which the pack may apply passes it by.
struct PackPlan {
  Ref applies;
  std::uint32_t first_node = 0;  // the nodes that only these norms use
  std::uint32_t last_node = 0;
  std::vector<NormPlan> norms;
};

struct Plan {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> lists;
  std::uint32_t shared_nodes = 0;  // the first nodes, which are worked out for every block
  std::vector<PackPlan> packs;
  // Of the vocabulary's `require`s: what must not be false, and whether one may be so unseen.
  Ref facts_agree;
  bool facts_agree_opaque = false;
};

// The plan for all dates of a span in which nothing begins or ends; `as_of` is one of them. With
// `is_exact` it is the only one.
Plan compile_plan(const dsl::Program& program, const Layout& layout, dsl::Date as_of,
                  bool is_exact);

// The first days of the spans in which the same rules are in force, sorted.
std::vector<dsl::Date> first_days_of_spans(const dsl::Program& program);

}  // namespace checker::batch
