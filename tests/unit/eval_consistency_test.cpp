// A stated fact and what the design's other facts give must agree.
#include "checker/eval/consistency.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

constexpr const char* kWorld = R"(
vocabulary design "A design"
group f "Facts"
  fact n, m count "Numbers"
  fact total count "Their sum"
       computed as f.n + f.m
  fact share percent "A share"
       computed as f.n / f.m
  fact length minutes per day "A length"
       computed as 90 minutes / 1 day
  fact plain count "A plain fact"
  fact part percent "A part of the whole"
       require  f.part at most 100%
list blocks of block "Blocks"
  fact start, end time "Clock times"
       require  end after start
  fact minutes minutes per day "Length"
       computed as (end - start) / 1 day
)";

// The warnings, one a line, as they are shown but for the quoted source.
std::vector<std::string> warnings(const std::string& yaml) {
  test_support::Compiled world(kWorld);
  const checker::Design design = world.design(yaml);
  dsl::Diagnostics diagnostics;
  checker::check_consistency(*world.program, design, test_support::date(2026, 9, 1), diagnostics);
  std::vector<std::string> lines;
  for (const dsl::Diagnostic& diagnostic : diagnostics.all()) {
    lines.push_back(std::string(dsl::info(diagnostic.kind).code) + " " + diagnostic.message);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a_stated_fact_that_its_calculation_contradicts_is_warned_of") {
  CHECK(warnings("f: {n: 2, m: 3, total: 6}") ==
        Lines{"W0510 the design states `f.total` as 6, but its other facts give 5"});
}

TEST_CASE("a_stated_fact_that_its_calculation_confirms_is_not_warned_of") {
  CHECK(warnings("f: {n: 2, m: 3, total: 5}").empty());
}

TEST_CASE("a_fact_that_is_not_stated_is_not_warned_of") {
  CHECK(warnings("f: {n: 2, m: 3}").empty());
  CHECK(warnings("f: {n: 2, m: 3, total: unknown}").empty());
  CHECK(warnings("f: {n: 2, m: 3, total: null}").empty());
}

TEST_CASE("a_calculation_that_is_unknown_contradicts_nothing") {
  CHECK(warnings("f: {n: 2, total: 6}").empty());
  CHECK(warnings("f: {n: 2, m: null, total: 6}").empty());
}

TEST_CASE("the_same_amount_in_another_unit_is_no_contradiction") {
  CHECK(warnings("f: {length: 1.5 hours per day}").empty());
  CHECK(warnings("f: {length: 91}") ==
        Lines{"W0510 the design states `f.length` as 91 minutes per day, but its other facts give "
              "90 minutes per day"});
}

TEST_CASE("a_share_is_held_against_the_exact_fraction") {
  CHECK(warnings("f: {n: 1, m: 4, share: 25%}").empty());
  CHECK(warnings("f: {n: 1, m: 3, share: 33.3%}").size() == 1);
}

TEST_CASE("every_record_is_held_against_its_own_calculation") {
  CHECK(warnings("blocks: [{start: \"9:00\", end: \"9:45\", minutes: 45}, "
                 "{start: \"9:00\", end: \"9:45\", minutes: 50}]") ==
        Lines{"W0510 the design states `blocks.minutes` as 50 minutes per day, but its other facts "
              "give 45 minutes per day"});
}

TEST_CASE("each_contradiction_is_warned_of") {
  CHECK(warnings("f: {n: 2, m: 3, total: 6, share: 50%, length: 91}").size() == 3);
}

TEST_CASE("the_warning_points_at_the_stated_value") {
  test_support::Compiled world(kWorld);
  const checker::Design design = world.design("f:\n  n: 2\n  m: 3\n  total: 6\n");
  dsl::Diagnostics diagnostics;
  checker::check_consistency(*world.program, design, test_support::date(2026, 9, 1), diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  const std::string shown = test_support::rendered(diagnostics, world.sources);
  CHECK(shown.find("design.yaml:5:10") != std::string::npos);
}

TEST_CASE("a_requirement_of_the_vocabulary_is_an_error_where_it_does_not_hold") {
  CHECK(warnings("f: {part: 101%}") == Lines{"E0524 `f.part` cannot have this value"});
  CHECK(warnings("f: {part: 100%}").empty());
  CHECK(warnings("blocks: [{start: \"9:00\", end: \"9:00\"}]") ==
        Lines{"E0524 `blocks.start` and `blocks.end` contradict each other"});
  CHECK(warnings("blocks: [{start: \"9:00\", end: \"9:01\"}]").empty());
}

TEST_CASE("a_requirement_is_asked_of_every_record") {
  CHECK(warnings("blocks: [{start: \"9:00\", end: \"8:00\"}, {start: \"9:00\", end: \"10:00\"}, "
                 "{start: \"11:00\", end: \"10:00\"}]")
            .size() == 2);
}

TEST_CASE("what_is_unknown_or_absent_fails_no_requirement") {
  CHECK(warnings("f: {part: unknown}").empty());
  CHECK(warnings("f: {part: null}").empty());
  CHECK(warnings("blocks: [{start: \"9:00\"}, {end: \"9:00\"}]").empty());
}
