#include <string>
#include <vector>

#include "checker/report/json_parts.h"
#include "checker/report/write_comparison.h"
#include "dsl/sema/words.h"

namespace checker {
namespace {

using json_parts::Json;
using json_parts::text_or_null;

Json side(const ComparisonSide& side) {
  return {{"label", side.label},
          {"design", side.design_name},
          {"file", side.design_file},
          {"as_of", {{"date", dsl::format_date(side.as_of)}, {"source", side.as_of_source}}},
          {"conflicts", side.conflicts}};
}

Json with_place(Json json, const std::optional<Location>& place) {
  json["file"] = place ? Json(place->file) : Json(nullptr);
  json["line"] = place ? Json(place->start.line) : Json(nullptr);
  return json;
}

Json outcome(const std::optional<Outcome>& outcome, const std::string& text,
             const std::optional<Location>& place) {
  return with_place(
      {{"verdict", outcome ? Json(outcome_word(*outcome)) : Json(nullptr)}, {"text", text}}, place);
}

Json value(const std::string& value, const std::optional<Location>& place) {
  return with_place({{"value", value}}, place);
}

Json rule_text(const std::optional<RuleText>& text) {
  return text ? with_place({{"text", text->text}}, text->place) : Json(nullptr);
}

Json norms(const std::vector<ChangedNorm>& norms) {
  Json list = Json::array();
  for (const ChangedNorm& norm : norms) {
    Json facts = Json::array();
    for (const DifferingFact& fact : norm.facts) {
      facts.push_back({{"fact", fact.fact},
                       {"first", value(fact.first, fact.first_place)},
                       {"second", value(fact.second, fact.second_place)}});
    }
    Json rules = Json::array();
    for (const DifferingRule& rule : norm.rules) {
      rules.push_back({{"part", rule_part_word(rule.part)},
                       {"name", text_or_null(rule.name)},
                       {"first", rule_text(rule.first)},
                       {"second", rule_text(rule.second)}});
    }
    list.push_back({{"norm", norm.norm},
                    {"title", norm.title},
                    {"citation", text_or_null(norm.citation)},
                    {"effect", dsl::effect_word(norm.effect)},
                    {"enforced", json_parts::list_of(norm.enforced, json_parts::party)},
                    {"first", outcome(norm.first, norm.first_text, norm.first_place)},
                    {"second", outcome(norm.second, norm.second_text, norm.second_place)},
                    {"facts", facts},
                    {"rules", rules},
                    {"because", text_or_null(norm.because)}});
  }
  return list;
}

}  // namespace

void write_comparison_json(std::ostream& out, const Comparison& comparison) {
  const Json document = {{"schema_version", kComparisonSchemaVersion},
                         {"first", side(comparison.first)},
                         {"second", side(comparison.second)},
                         {"appears", norms(comparison.appears)},
                         {"falls_away", norms(comparison.falls_away)},
                         {"left_open", norms(comparison.left_open)},
                         {"otherwise", norms(comparison.otherwise)},
                         {"opens", norms(comparison.opens)},
                         {"closes", norms(comparison.closes)},
                         {"others", norms(comparison.others)},
                         {"untold", comparison.untold}};
  json_parts::write(out, document);
}

}  // namespace checker
