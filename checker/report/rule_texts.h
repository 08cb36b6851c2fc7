// The texts of the rules that a stage of a verdict hangs on: the norm's own, and what they use.
#pragma once

#include <string>
#include <vector>

#include "checker/report/differing_rules.h"
#include "checker/report/verdict_stages.h"

namespace checker {

struct PartText {
  RulePart part{};
  std::string name;
  std::string text;
  Location place;
  bool decides = false;  // the stage comes out as it does because of this part
};

bool is_same(const PartText& a, const PartText& b);

// What the norm itself says of a stage, in the order in which it says it.
std::vector<PartText> own_texts(const Judged& judged, Stage stage);
// What a conflict comes to.
PartText effect_of(const Judged& judged);

// What went into a stage, each once, in the order in which it is asked for.
struct UsedTexts {
  std::vector<PartText> texts;   // definitions, facts that are worked out
  std::vector<PartText> values;  // of parameters
};
UsedTexts used_texts(const Judged& judged, Stage stage);

}  // namespace checker
