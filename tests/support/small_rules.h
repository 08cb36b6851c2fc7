// One rule and what it needs, for tests that want some rules and do not care which.
#pragma once

namespace test_support {

// `our.days`: a design has to have 180 days per year in `calendar.days`.
inline constexpr const char* kSmallRules = R"(
stakeholder body "A body"
  kind      agency
vocabulary design "A design"
  fact name text "Name"
group calendar "The year"
  fact days days per year "School days"
regulation our.days "180 days"
  enforced  by body
  require   calendar.days at least 180 days per year
)";

}  // namespace test_support
