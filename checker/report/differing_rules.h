// What of the rules differs between two versions of them, as far as a norm's verdict hangs on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/report/location.h"
#include "checker/report/verdict_stages.h"

namespace checker {

enum class RulePart : std::uint8_t {
  InForce,  // its dates, its status, its suspensions
  Pack,     // when the rules of its pack apply
  Applies,
  ForEach,
  Exception,
  Lift,  // an enablement that may lift the norm
  Requirement,
  Effect,
  Parameter,
  Definition,
  Fact,  // one that is worked out
};

// `in_force`, `requirement`, ...: the words of reports.
std::string_view rule_part_word(RulePart part);

struct RuleText {
  std::string text;  // as the rule file words it, on one line; of a parameter the value in force
  Location place;
};

struct DifferingRule {
  RulePart part{};
  std::string name;               // the exception's title, the parameter's name; may be empty
  std::optional<RuleText> first;  // nullopt: these rules have no such part
  std::optional<RuleText> second;
};

// Of the texts that the stage hangs on, the first that differs; then the parameters whose values in
// force differ. Texts that differ by blanks and comments alone are the same.
std::vector<DifferingRule> differing_rules(const Judged& first, const Judged& second, Stage stage);

// What a conflict comes to, where that is something else.
std::optional<DifferingRule> differing_effect(const Judged& first, const Judged& second);

}  // namespace checker
