// Small random rules over a fixed vocabulary of finite facts, by seed.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace generated {

inline constexpr int kFactCount = 4;

// Two yes/no facts, two choices of three values, and a stakeholder to enforce.
inline const char* const kVocabulary = R"(
choice color "Color" of red, green, blue
stakeholder body "A body"
  kind body_kind
vocabulary design "Generated"
group f "Facts"
  fact a, b yes/no "Yes or no"
  fact c, d color  "A choice"
)";

class Rules {
 public:
  explicit Rules(unsigned seed) : random_(seed) {}

  std::string norm() {
    std::string text = "regulation n \"A norm\"\n  enforced by body\n  applies when " +
                       condition(2) + "\n  require " + condition(3) + "\n";
    if (pick(2) == 0) text += "  unless \"an exception\" when " + condition(2) + "\n";
    text += "enablement e \"An enablement\"\n  applies when " + condition(2) + "\n";
    if (pick(3) == 0) text += "  lifts n\n";
    return text;
  }

 private:
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

  std::string atom() {
    static const std::vector<std::string> kColors = {"red", "green", "blue"};
    const std::string fact = pick(2) == 0 ? "f.c" : "f.d";
    switch (pick(6)) {
      case 0: return "f.a";
      case 1: return "f.b";
      case 2: return fact + " is " + kColors[static_cast<std::size_t>(pick(3))];
      case 3: return fact + " is one of " + kColors[static_cast<std::size_t>(pick(3))] + ", blue";
      case 4: return fact + " is present";
      default: return "f.c is f.d";
    }
  }

  std::string condition(int depth) {
    if (depth == 0) return atom();
    switch (pick(5)) {
      case 0: return "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
      case 1: return "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
      case 2: return "(not " + condition(depth - 1) + ")";
      case 3:
        return "(if " + condition(depth - 1) + " then " + condition(depth - 1) + " else " +
               condition(depth - 1) + ")";
      default: return atom();
    }
  }

  std::mt19937 random_;
};

}  // namespace generated
