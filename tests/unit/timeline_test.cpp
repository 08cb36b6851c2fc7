// From when to when conflicts stand: the days on which spans begin and end, and their causes.
#include "checker/report/timeline.h"

#include <string>
#include <vector>

#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using namespace checker;
using test_support::date;

constexpr const char* kWorld = R"(
stakeholder agency "The agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact days days "Days"
  fact kept yes/no "Flag"
  fact begins date "A day"
parameter least days
  "Least days"
  from 2020-07-01  170
  from 2028-07-01  175
regulation days "Enough days"
  enforced by agency
  require f.days at least least
  relief by agency
regulation later "From the opening on"
  enforced by agency
  in force from later of 2020-01-01 and f.begins
  require f.kept
regulation named "Names a day"
  enforced by agency
  require f.kept
  unless "early" when as_of_date no later than 2028-12-31
regulation asks "Asks for another's verdict"
  enforced by agency
  require verdict of days is not conflict
)";

std::vector<std::string> spans_of(const std::string& yaml, const std::string& norm,
                                  dsl::Date to = date(2030, 6, 30)) {
  test_support::Compiled world(kWorld);
  const Design design = world.design(yaml);
  const dsl::Date from = date(2027, 7, 1);
  const auto verdicts = evaluate(*world.program, design, from);
  const Timeline timeline = build_timeline(*world.program, design, verdicts, from, to);
  std::vector<std::string> lines;
  for (const auto* part : {&timeline.conflicts, &timeline.others}) {
    for (const TimelineNorm& each : *part) {
      if (each.norm != norm) continue;
      for (const TimelineSpan& span : each.spans) {
        lines.push_back(dsl::format_date(span.first) + " " + dsl::format_date(span.last) + " " +
                        std::string(outcome_word(span.outcome)) +
                        (span.because.empty() ? "" : ": " + span.because));
      }
    }
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("timeline_a_figure_that_grows_makes_a_conflict_from_its_first_day") {
  CHECK(spans_of("f: {days: 172, kept: true}\n", "days") ==
        Lines{"2027-07-01 2028-06-30 clear",
              "2028-07-01 2030-06-30 conflict: \"Least days\" becomes 175 days"});
  CHECK(spans_of("f: {days: 172, kept: true}\n", "days", date(2028, 6, 30)).empty());
  CHECK(spans_of("f: {days: 172, kept: true}\n", "days", date(2028, 7, 1)).size() == 2);
}

TEST_CASE("timeline_a_relief_holds_to_its_last_day") {
  CHECK(
      spans_of("f: {days: 100, kept: true}\nreliefs: [{norm: days, by: agency, from: "
               "2028-01-01, until: 2028-12-31}]\n",
               "days") ==
      Lines{"2027-07-01 2027-12-31 conflict",
            "2028-01-01 2028-12-31 relieved: the relief from \"Enough days\" by The agency begins",
            "2029-01-01 2030-06-30 conflict: the relief from \"Enough days\" by The agency has "
            "ended"});
}

TEST_CASE("timeline_a_date_of_the_design_may_put_off_a_beginning") {
  CHECK(spans_of("f: {days: 200, kept: false, begins: 2028-03-01}\n", "later") ==
        Lines{"2027-07-01 2028-02-29 does_not_apply",
              "2028-03-01 2030-06-30 conflict: it comes into force"});
}

TEST_CASE("timeline_a_day_that_a_norm_names_turns_it") {
  CHECK(spans_of("f: {days: 200, kept: false}\n", "named") ==
        Lines{"2027-07-01 2028-12-31 excepted",
              "2029-01-01 2030-06-30 conflict: a day that it goes by has passed"});
}

TEST_CASE("timeline_a_norm_that_asks_for_a_verdict_turns_with_it") {
  CHECK(spans_of("f: {days: 172, kept: true}\n", "asks").size() == 2);
}
