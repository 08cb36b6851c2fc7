// What the texts of a norm use: definitions, facts that are worked out, parameters.
#include <algorithm>
#include <utility>

#include "checker/eval/table_lookup.h"
#include "checker/report/rule_texts.h"
#include "checker/report/wording.h"

namespace checker {
namespace {

using dsl::ExprId;
using dsl::Op;

// The definitions, the facts that are worked out and the values of parameters that went into a
// stage, each once, in the order in which they are asked for.
class Used {
 public:
  explicit Used(const Judged& judged)
      : judged_(judged), program_(judged.input.program), sources_(judged.input.sources) {}

  void add(const Derivation& node) {
    if (node.expr.valid()) add_itself(node);
    for (const Derivation& child : node.children) add(child);
  }

  UsedTexts take() && { return {std::move(texts_), std::move(values_)}; }

 private:
  void add_itself(const Derivation& node) {
    const dsl::TypedExpr& expr = program_.expr(node.expr);
    if (reads_a_fact(expr.op)) return add_fact(node, {expr.index});
    switch (expr.op) {
      case Op::Parameter: add_value(node, program_.typed().parameters[expr.index]); break;
      case Op::Definition: add_definition(program_.typed().definitions[expr.index]); break;
      default: break;
    }
  }

  // What the design states is not worked out.
  void add_fact(const Derivation& node, dsl::FactId fact) {
    const ExprId computed = program_.fact(fact).computed;
    const bool stated = node.reading && node.reading->state == FactState::Stated;
    if (stated || !computed.valid()) return;
    keep({RulePart::Fact, program_.full_name(fact), rule_text(computed, program_, sources_),
          location_of(program_.expr(computed).span, sources_)},
         texts_);
  }

  void add_definition(const dsl::Definition& definition) {
    const std::vector<ExprId> bodies = bodies_of(definition);
    std::string text;
    for (const ExprId body : bodies) {
      text += (text.empty() ? "" : ", or ") + rule_text(body, program_, sources_);
    }
    if (!definition.in_force.contains(judged_.input.as_of)) text = "not in force";
    const dsl::Span span = bodies.empty() ? definition.span : program_.expr(bodies.front()).span;
    keep({RulePart::Definition, definition.name, text, location_of(span, sources_)}, texts_);
  }

  // The value in force for what was asked, `hours(9)`, at the line that says it.
  void add_value(const Derivation& node, const dsl::Parameter& parameter) {
    PartText value{RulePart::Parameter, parameter.name, "no value that fits",
                   location_of(parameter.span, sources_)};
    std::vector<std::optional<dsl::Value>> keys;
    std::string arguments;
    for (std::size_t i = 0; i < parameter.keys.size() && i < node.children.size(); ++i) {
      keys.push_back(node.children[i].result.value);
      const std::string key =
          keys.back() ? dsl::format_value(*keys.back(), parameter.keys[i], program_.types())
                      : "unknown";
      arguments += (arguments.empty() ? "" : ", ") + key;
    }
    if (!arguments.empty()) value.name += "(" + arguments + ")";
    const dsl::ParameterVersion* const version = version_in_force(parameter, judged_.input.as_of);
    const dsl::Value* found = nullptr;
    if (version != nullptr) {
      found = TableLookup(*version, parameter, program_.types()).value_for(std::move(keys));
    }
    if (found != nullptr) {
      value.text = dsl::format_value(*found, parameter.type, program_.types());
      for (const dsl::ParameterValue& row : version->values) {
        if (&row.value == found) value.place = location_of(row.span, sources_);
      }
    }
    keep(std::move(value), values_);
  }

  static void keep(PartText part, std::vector<PartText>& in) {
    const bool is_there = std::any_of(in.begin(), in.end(),
                                      [&](const PartText& each) { return is_same(each, part); });
    if (!is_there) in.push_back(std::move(part));
  }

  const Judged& judged_;
  const dsl::Program& program_;
  const dsl::SourceMap& sources_;
  std::vector<PartText> texts_;
  std::vector<PartText> values_;
};

}  // namespace

bool is_same(const PartText& a, const PartText& b) { return a.part == b.part && a.name == b.name; }

UsedTexts used_texts(const Judged& judged, Stage stage) {
  Used used(judged);
  for (const Derivation* each : derivations_at(judged.explanation, stage)) used.add(*each);
  return std::move(used).take();
}

}  // namespace checker
