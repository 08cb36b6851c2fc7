#include "checker/report/write_failure.h"

#include <algorithm>
#include <sstream>

#include <fmt/core.h>

namespace checker {
namespace {

// Others that came out the same way would only repeat it.
bool is_meant(const ExplainedInstance& instance, const TestFailure& failure) {
  return (!failure.grade || instance.grade == failure.grade) &&
         (!failure.item || instance.item == failure.item);
}

// An enablement that is not in force lifts nothing.
void leave_out_what_is_not_meant(Explanation& explanation, const TestFailure& failure) {
  std::erase_if(explanation.instances,
                [&](const ExplainedInstance& instance) { return !is_meant(instance, failure); });
  std::erase_if(explanation.lifts, [](const ExplainedLift& lift) { return !lift.in_force; });
}

std::string first_lines(const std::string& text) {
  std::size_t end = 0;
  for (std::size_t line = 0; line < kMaxFailureLines && end < text.size(); ++line) {
    end = text.find('\n', end) + 1;
  }
  const auto left = std::count(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), '\n');
  std::string shown = text.substr(0, end);
  if (left > 0) shown += fmt::format("... and {} more line{}\n", left, left == 1 ? "" : "s");
  return shown;
}

}  // namespace

std::string failure_details(const TestFailure& failure, const ExplanationContext& context,
                            const TextStyle& style) {
  Explanation explanation = explain(context.program, context.design, failure.norm, context.as_of);
  leave_out_what_is_not_meant(explanation, failure);
  std::ostringstream text;
  write_explanation(text, explanation, context, style);
  return first_lines(text.str());
}

}  // namespace checker
