// Conditions: what is so or is not, what must be so or must not.
#include "checker/report/wording.h"
#include "checker/site/links.h"
#include "checker/site/phrases.h"

namespace checker::site {

using dsl::Op;
using dsl::TypedExpr;
using dsl::TypeKind;

namespace {

bool is_moment(const dsl::Type& type) {
  return type.kind == TypeKind::Time || type.kind == TypeKind::Date;
}

std::string relation(Op op, const dsl::Type& type) {
  switch (op) {
    case Op::AtLeast: return is_moment(type) ? "no earlier than " : "at least ";
    case Op::AtMost: return is_moment(type) ? "no later than " : "at most ";
    case Op::MoreThan: return is_moment(type) ? "later than " : "more than ";
    case Op::LessThan: return is_moment(type) ? "earlier than " : "less than ";
    default: return "";
  }
}

std::string be(bool must, bool negated) {
  if (must) return negated ? " must not be " : " must be ";
  return negated ? " is not " : " is ";
}

std::string include(bool must, bool negated) {
  if (must) return negated ? " must not include " : " must include ";
  return negated ? " does not include " : " includes ";
}

}  // namespace

Prose Phrases::condition(dsl::ExprId id, Mood mood) { return clause(id, {mood, false}).text; }

Phrases::Phrase Phrases::clause(dsl::ExprId id, Manner manner) {
  const TypedExpr& node = expr(id);
  switch (node.op) {
    case Op::Not: return clause(node.operands[0], manner.turned());
    case Op::And:
    case Op::Or: return both_or_either(node, manner);
    case Op::Every:
    case Op::Some:
    case Op::No: return quantified(node, manner);
    case Op::If: return chosen(node, manner);
    case Op::Judgment: return judged(node, manner);
    case Op::VerdictIs: return verdict(node, manner);
    case Op::AtLeast:
    case Op::AtMost:
    case Op::MoreThan:
    case Op::LessThan:
    case Op::Is:
    case Op::IsNot:
    case Op::Between:
    case Op::Present:
    case Op::Absent: return comparison(node, manner);
    case Op::Includes:
    case Op::Excludes:
    case Op::Overlaps:
    case Op::WithinSet: return membership(node, manner);
    case Op::OneOf:
    case Op::NotOneOf: return listed_values(node, manner);
    case Op::Fact:
    case Op::FactByGrade:
    case Op::Field:
    case Op::Variable:
    case Op::Parameter:
    case Op::Definition: return so_or_not(operand(id), manner);
    default: return as_written(node, manner);
  }
}

// `not (A and B)` is told as `not A or not B`, which is the same in three values, too.
Phrases::Phrase Phrases::both_or_either(const TypedExpr& node, Manner manner) {
  const bool all = (node.op == Op::And) != manner.negated;
  // That one of several must hold is no duty of any single one.
  const Manner inner{all ? manner.mood : Mood::Is, manner.negated};
  std::vector<Prose> parts;
  for (const dsl::ExprId id : node.operands) parts.push_back(enclosed(clause(id, inner)));
  if (all) return {joined(parts), true};
  Prose text;
  if (manner.mood == Mood::Must) {
    text.add(parts.size() == 2 ? "one of two things must hold: "
                               : "one of several things must hold: ");
  }
  return {text.add(joined(parts, " or ")), true};
}

Phrases::Phrase Phrases::quantified(const TypedExpr& node, Manner manner) {
  const std::string word = member_word(node.operands[0]);
  const bool is_every = node.op == Op::Every;
  const dsl::ExprId body = node.operands[2];
  if (is_every) {
    // Of the opposite of `every` some record is the witness; it is nobody's duty.
    Prose text(manner.negated ? "for at least one " : "for every ");
    text.add(word).add(range_of(node)).add(", ").add(enclosed(clause(body, manner)));
    slots_.erase(node.index);
    return {text, true};
  }
  const bool exists = (node.op == Op::Some) != manner.negated;
  Prose text(manner.mood == Mood::Must ? "there must be " : "there is ");
  text.add(exists ? "at least one " : "no ").add(word).add(range_of(node));
  if (body.valid()) {
    text.add(node.operands[1].valid() ? " and for which " : " for which ");
    text.add(enclosed(clause(body, {})));
  }
  slots_.erase(node.index);
  return {text, true};
}

Phrases::Phrase Phrases::chosen(const TypedExpr& node, Manner manner) {
  Prose text("if ");
  text.add(enclosed(clause(node.operands[0], {}))).add(", then ");
  text.add(enclosed(clause(node.operands[1], manner))).add(", and otherwise ");
  return {text.add(enclosed(clause(node.operands[2], manner))), true};
}

Phrases::Phrase Phrases::judged(const TypedExpr& node, Manner manner) const {
  const dsl::Judgment& judgment = program_.typed().judgments[node.index];
  Prose text = link_to(judgment.by, program_);
  text.add(manner.mood == Mood::Must ? " must answer " : " answers ");
  text.add(manner.negated ? "no" : "yes").add(" to “" + judgment.question + "”");
  return {text, false};
}

Phrases::Phrase Phrases::verdict(const TypedExpr& node, Manner manner) const {
  std::vector<Prose> words;
  if (const auto* set = std::get_if<dsl::TextSet>(&*node.constant)) {
    for (const std::string& word : set->members) words.emplace_back("“" + spaced(word) + "”");
  }
  Prose text("the verdict on ");
  text.add("“").add(link_to(dsl::NormId{node.index}, program_)).add("”");
  text.add(be(manner.mood == Mood::Must, manner.negated));
  return {text.add(joined(words, " or ")), words.size() > 1};
}

Phrases::Phrase Phrases::comparison(const TypedExpr& node, Manner manner) {
  const bool must = manner.mood == Mood::Must;
  Prose text = operand(node.operands[0]);
  const dsl::Type& type = expr(node.operands[0]).type;
  switch (node.op) {
    case Op::Present:
    case Op::Absent:
      text.add(must ? " must have " : " has ");
      return {text.add((node.op == Op::Present) != manner.negated ? "a value" : "no value"), false};
    case Op::Between:
      text.add(be(must, manner.negated)).add("from ").add(operand(node.operands[1])).add(" to ");
      return {text.add(operand(node.operands[2])), false};
    case Op::IsNot: text.add(be(must, !manner.negated)); break;
    default: text.add(be(must, manner.negated)).add(relation(node.op, type)); break;
  }
  return {text.add(operand(node.operands[1])), false};
}

Phrases::Phrase Phrases::membership(const TypedExpr& node, Manner manner) {
  const bool must = manner.mood == Mood::Must;
  const TypedExpr& left = expr(node.operands[0]);
  const TypedExpr& right = expr(node.operands[1]);
  if (node.op == Op::WithinSet) {
    Prose text = operand(node.operands[0]);
    if (left.type.is_set) {
      text.add(must ? " must" : "").add(manner.negated ? (must ? " not" : " does not") : "");
      text.add(must || manner.negated ? " lie wholly within " : " lies wholly within ");
    } else {
      text.add(be(must, manner.negated)).add("among ");
    }
    return {text.add(operand(node.operands[1])), false};
  }
  const bool negated = (node.op == Op::Excludes) != manner.negated;
  // `9..12 includes grade` is about the grade.
  if (left.op == Op::Constant && !right.type.is_set) {
    Prose text = operand(node.operands[1]);
    return {text.add(be(must, negated)).add("among ").add(operand(node.operands[0])), false};
  }
  Prose text = operand(node.operands[0]);
  text.add(include(must, negated));
  if (right.type.is_set) text.add(node.op == Op::Includes ? "all of " : "any of ");
  return {text.add(operand(node.operands[1])), false};
}

Phrases::Phrase Phrases::listed_values(const TypedExpr& node, Manner manner) {
  std::vector<Prose> values;
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    values.push_back(operand(node.operands[i]));
  }
  const bool negated = (node.op == Op::NotOneOf) != manner.negated;
  Prose text = operand(node.operands[0]);
  text.add(manner.mood == Mood::Must ? " must be " : " is ");
  text.add(negated ? "none of " : values.size() > 1 ? "one of " : "");
  return {text.add(joined(values, negated ? " and " : " or ")), false};
}

Phrases::Phrase Phrases::so_or_not(Prose subject, Manner manner) const {
  subject.add(be(manner.mood == Mood::Must, manner.negated)).add("the case");
  return {subject, false};
}

Phrases::Phrase Phrases::as_written(const TypedExpr& node, Manner manner) const {
  Prose text = source(node).text;
  const bool must = manner.mood == Mood::Must;
  if (manner.negated) {
    text.add(must ? " must not hold" : " does not hold");
  } else {
    text.add(must ? " must hold" : " holds");
  }
  return {text, false};
}

}  // namespace checker::site
