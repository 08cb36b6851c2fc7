#include "dsl/parse/grammar/parts.h"

#include <utility>

namespace dsl::grammar {
namespace {

template <typename Node, typename Parts>
void build_junction(ast::Expr& whole, Parts&& parts) {
  if (parts.rest.empty()) {
    whole = std::move(parts.first);
    return;
  }
  Node node;
  node.span = parts.span;
  node.operands.reserve(parts.rest.size() + 1);
  node.operands.push_back(std::move(parts.first));
  for (ast::Expr& operand : parts.rest) node.operands.push_back(std::move(operand));
  whole.node = std::move(node);
}

// Makes the node that a comparison's tail calls for; the left side and the span are at hand.
struct ComparisonBuilder {
  ComparisonParts& parts;
  ast::Expr& whole;

  template <typename Node>
  void finish(Node node) {
    node.span = parts.span;
    whole.node = std::move(node);
  }

  void operator()(RelationTail& tail) {
    finish(ast::Comparison{{}, tail.op, std::move(parts.left), std::move(tail.right)});
  }
  void operator()(BetweenTail& tail) {
    finish(ast::Between{{}, std::move(parts.left), std::move(tail.low), std::move(tail.high)});
  }
  void operator()(OneOfTail& tail) {
    finish(ast::OneOf{{}, std::move(parts.left), tail.negated, std::move(tail.alternatives)});
  }
  void operator()(MembersTail& tail) {
    std::vector<ast::Expr> parts_said;
    for (ast::Expr& member : tail.members) {
      ast::Comparison one{{}, ast::ComparisonOperator::Includes, parts.left, std::move(member)};
      one.span = parts.span;
      parts_said.emplace_back().node = std::move(one);
    }
    if (parts_said.size() == 1) {
      whole = std::move(parts_said.front());
    } else if (tail.any) {
      finish(ast::Or{{}, std::move(parts_said)});
    } else {
      finish(ast::And{{}, std::move(parts_said)});
    }
  }
  void operator()(PresenceTail& tail) {
    finish(ast::Presence{{}, std::move(parts.left), tail == PresenceTail::Absent});
  }
};

ast::Number number_of(const ast::Node& node, std::string text, std::string unit) {
  return {
      {node.span}, std::move(text), ast::UnitWords{{node.span}, {{{node.span}, std::move(unit)}}}};
}

}  // namespace

void build(ast::Expr& whole, OrParts&& parts) { build_junction<ast::Or>(whole, std::move(parts)); }

void build(ast::Expr& whole, AndParts&& parts) {
  build_junction<ast::And>(whole, std::move(parts));
}

void build(ast::Expr& whole, CalculationParts&& parts) {
  whole = std::move(parts.first);
  for (Operation& operation : parts.rest) {
    ast::Arithmetic node{{},
                         operation.op,
                         std::move(whole),
                         std::move(operation.operand),
                         std::move(operation.rounding)};
    node.span = join(parts.span, operation.span);
    node.span.end = operation.span.end;
    whole.node = std::move(node);
  }
}

void build(ast::Expr& whole, ComparisonParts&& parts) {
  if (parts.tail) {
    std::visit(ComparisonBuilder{parts, whole}, *parts.tail);
  } else {
    whole = std::move(parts.left);
  }
}

void build(ast::Expr& whole, RangeParts&& parts) {
  if (!parts.last) {
    whole = std::move(parts.first);
    return;
  }
  ast::Range node{{}, std::move(parts.first), std::move(*parts.last)};
  node.span = parts.span;
  whole.node = std::move(node);
}

void build(ast::Expr& whole, ReferenceParts&& parts) {
  if (!parts.arguments) {
    whole.node = std::move(parts.name);
    return;
  }
  ast::Call node{{}, std::move(parts.name), std::move(*parts.arguments)};
  node.span = parts.span;
  whole.node = std::move(node);
}

void build(ast::Number& whole, ast::Percent&& part) {
  whole = number_of(part, std::move(part.text), "percent");
}

void build(ast::Number& whole, ast::Money&& part) {
  whole = number_of(part, std::move(part.text), "dollars");
}

namespace {

// Puts the parts of `relief by` where they belong; what stands twice is kept for a message.
struct ReliefBuilder {
  ast::ReliefClause& clause;

  template <typename Part, typename Value>
  void put(std::optional<Value>& place, Value&& value, const Part& part, const char* words) {
    if (place) {
      clause.repeated.push_back({{part.span}, words});
    } else {
      place = std::move(value);
    }
  }

  void operator()(ReliefApplicant& part) {
    put(clause.applicant, std::move(part.stakeholder), part, "applied for by");
  }
  void operator()(ReliefTextPart& part) {
    switch (part.kind) {
      case ReliefText::Vote: return put(clause.vote, std::move(part.text), part, "vote");
      case ReliefText::Under: return put(clause.under, std::move(part.text), part, "under");
      case ReliefText::Due: return put(clause.due, std::move(part.text), part, "due");
    }
  }
  void operator()(ReliefTerm& part) {
    if (part.renewal) clause.renewal = std::move(part.renewal);
    put(clause.lasting, std::move(part.period), part, "lasting");
  }
};

}  // namespace

void build(ast::Clause& whole, ReliefParts&& parts) {
  ast::ReliefClause clause;
  clause.span = parts.span;
  clause.granter = std::move(parts.granter);
  clause.condition = std::move(parts.condition);
  clause.renewal = std::move(parts.renewal);
  clause.note = std::move(parts.note);
  for (ReliefPart& part : parts.parts) std::visit(ReliefBuilder{clause}, part);
  whole = std::move(clause);
}

void build(FactOrBroken& whole, FactParts&& parts) {
  ast::FactDecl fact;
  fact.span = parts.span;
  fact.names = std::move(parts.names);
  fact.type = std::move(parts.type);
  fact.meaning = std::move(parts.meaning);
  for (auto* items : {&parts.before, &parts.after}) {
    for (FactItem& item : *items) {
      if (auto* ask = std::get_if<ast::AskClause>(&item)) fact.ask.push_back(std::move(*ask));
      if (auto* required = std::get_if<ast::RequireClause>(&item)) {
        fact.required.push_back(std::move(*required));
      }
    }
  }
  fact.computed = std::move(parts.computed);
  whole = std::move(fact);
}

void build(std::vector<ast::FactDecl>& whole, std::vector<FactOrBroken>&& parts) {
  for (FactOrBroken& part : parts) {
    if (auto* fact = std::get_if<ast::FactDecl>(&part)) whole.push_back(std::move(*fact));
  }
}

void build(ast::Declaration& whole, ParameterParts&& parts) {
  ast::ParameterDecl parameter;
  parameter.span = parts.span;
  parameter.name = std::move(parts.name);
  parameter.parameters = std::move(parts.parameters);
  parameter.type = std::move(parts.type);
  parameter.meaning = std::move(parts.meaning);
  for (ParameterItem& item : parts.items) {
    if (auto* clause = std::get_if<ast::Clause>(&item)) {
      parameter.clauses.push_back(std::move(*clause));
    } else {
      parameter.values.push_back(std::move(std::get<ast::DatedValues>(item)));
    }
  }
  whole = std::move(parameter);
}

}  // namespace dsl::grammar
