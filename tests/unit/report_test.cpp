#include "checker/report/report.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "checker/eval/evaluate.h"
#include "checker/report/digest.h"
#include "checker/report/turning_points.h"
#include "checker/report/wording.h"
#include "checker/report/write_json.h"
#include "checker/report/write_text.h"
#include "dsl/text/display_text.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace checker {
namespace {

using test_support::Compiled;
using test_support::date;

constexpr const char* kLongTitle =
    "Minutes of instruction that a school offers in a year to each of its learners, grade by grade";

LeewayEntry leeway_of_minutes() {
  LeewayEntry leeway;
  leeway.value = -3600;
  leeway.unit = "minutes per year";
  leeway.text = "3,600 minutes per year short";
  leeway.has = "50,400 minutes per year";
  leeway.limit = "54,000 minutes per year";
  leeway.relation = "at least";
  leeway.share = dsl::Rational::make(-1, 15);
  leeway.has_from = {{"designs/iowa.yaml", {12, 3}}};
  leeway.rule = {"rules/us/ia/time.rules", {30, 3}};
  return leeway;
}

VerdictEntry conflict(const std::string& norm) {
  VerdictEntry entry;
  entry.norm = norm;
  entry.title = kLongTitle;
  entry.pack = "us.ia";
  entry.outcome = Outcome::Conflict;
  entry.fails = true;
  entry.enforced = {
      {{"us.ia.de", "Iowa Department of Education"}, {"funding"}, "Aid is withheld."}};
  entry.citations = {{"Iowa Code 279.10(1)", "https://example.org/" + std::string(60, 'x')}};
  entry.confidence = dsl::Confidence::Recalled;
  checker::ReliefRouteEntry route;
  route.by = {"us.ia.sbe", "State Board"};
  route.under = "Iowa Code 1";
  route.due = "1 May";
  route.lasting = "2 years";
  entry.relief_routes = {route};
  entry.remedies = {"Put a licensed teacher over the blocks at partner sites."};
  entry.rule_location = {"rules/us/ia/time.rules", {24, 12}};
  PartEntry part;
  part.outcome = Outcome::Conflict;
  part.leeway = leeway_of_minutes();
  entry.parts = {part};
  return entry;
}

VerdictEntry cannot_tell(const std::string& norm, const std::string& fact) {
  VerdictEntry entry;
  entry.norm = norm;
  entry.title = "A norm that hangs on " + fact;
  entry.outcome = Outcome::CannotTell;
  PartEntry part;
  part.outcome = Outcome::CannotTell;
  NeedEntry need;
  need.fact = fact;
  need.question = "What does the design say of it, so that the outcome can be told at all?";
  part.needs = {need};
  entry.parts = {part};
  return entry;
}

Report report_of(std::vector<VerdictEntry> verdicts) {
  Report report;
  report.design_name = "Two days out (fictional)";
  report.design_file = "designs/iowa.yaml";
  report.as_of = date(2027, 8, 16);
  report.as_of_source = "the design's `opens`";
  report.horizon = date(2030, 8, 16);
  report.decision = Decision::Undecided;
  for (const VerdictEntry& each : verdicts) {
    ++report.totals.by_outcome.at(static_cast<std::size_t>(each.outcome));
    ++report.totals.norms;
  }
  report.verdicts = std::move(verdicts);
  return report;
}

std::string text_of(const Report& report, const TextStyle& style = {}) {
  std::ostringstream out;
  write_text(out, report, style, "exit 1: at least one conflict");
  return out.str();
}

nlohmann::json json_of(const Report& report) {
  const dsl::SourceMap sources;
  std::ostringstream out;
  write_json(out, {std::span(&report, 1), {}, sources, {1, "conflict"}});
  return nlohmann::json::parse(out.str());
}

std::string without_colour(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\033') {
      i = text.find('m', i);
    } else {
      plain += text[i];
    }
  }
  return plain;
}

void check_width(const std::string& text, int width) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find_first_not_of(' ');
    const bool one_word = first == std::string::npos || line.find(' ', first) == std::string::npos;
    INFO(line);
    CHECK((one_word || dsl::display_width(line) <= width));
  }
}

TEST_CASE("no_line_of_the_report_is_wider_than_asked_for") {
  const Report report = report_of({conflict("us.ia.a"), cannot_tell("us.ia.b", "calendar.days")});
  check_width(text_of(report, {80, false}), 80);
  check_width(text_of(report, {40, false}), 40);
  CHECK(text_of(report, {10, false}) == text_of(report, {40, false}));
}

TEST_CASE("colour_changes_no_character_of_the_report") {
  const Report report = report_of({conflict("us.ia.a"), cannot_tell("us.ia.b", "calendar.days")});
  CHECK(text_of(report).find('\033') == std::string::npos);
  CHECK(text_of(report, {80, true}).find('\033') != std::string::npos);
  CHECK(without_colour(text_of(report, {80, true})) == text_of(report));
}

TEST_CASE("a_conflict_tells_what_the_design_has_what_the_rule_asks_and_the_ways_out") {
  const std::string text = text_of(report_of({conflict("us.ia.a")}), {200, false});
  for (const char* part :
       {"Iowa Department of Education",
        "your design: 50,400 minutes per year (designs/iowa.yaml:12)",
        "the rule: at least 54,000 minutes per year (rules/us/ia/time.rules:30)",
        "the gap: 3,600 minutes per year short",
        "way out: relief by State Board under Iowa Code 1, due 1 May, lasting 2 years",
        "recalled, not read: confirm with Iowa Department of Education"}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("one_norm_and_several_are_spoken_of_as_such") {
  const std::string one = text_of(report_of({conflict("a"), cannot_tell("b", "x")}), {200, false});
  CHECK(one.find("1 conflict stands against this design; 1 norm cannot be told until 1 fact is "
                 "known.") != std::string::npos);
  CHECK(one.find("1 norm hangs on `x`: \"A norm that hangs on x\"") != std::string::npos);
  const std::string more = text_of(report_of({conflict("a"), conflict("b"), cannot_tell("c", "x"),
                                              cannot_tell("d", "y"), cannot_tell("e", "y")}),
                                   {200, false});
  CHECK(more.find("2 conflicts stand against this design; 3 norms cannot be told until 2 facts are "
                  "known.") != std::string::npos);
  CHECK(more.find("Totals: 2 conflicts, 3 cannot be told (5 norms)") != std::string::npos);
}

TEST_CASE("a_fact_that_several_norms_hang_on_is_asked_for_once") {
  std::vector<VerdictEntry> verdicts = {cannot_tell("a", "x"), cannot_tell("b", "x")};
  verdicts.front().parts.front().hangs_on = verdicts.front().parts.front().needs;
  const Report report = report_of(std::move(verdicts));
  const std::vector<QuestionGroup> groups = questions_by_whom(report);
  REQUIRE(groups.size() == 1);
  REQUIRE(groups.front().questions.size() == 1);
  CHECK(groups.front().questions.front().facts.size() == 1);
  CHECK(groups.front().questions.front().norms.size() == 2);
  CHECK(count_missing_facts(report) == 1);
}

TEST_CASE("the_strongest_conflicts_come_first") {
  std::vector<VerdictEntry> verdicts = {conflict("slight"), conflict("costly"), conflict("deep")};
  verdicts[0].enforced.front().by = {"x.board", "Board"};
  verdicts[1].effect = dsl::Effect::Costs;
  verdicts[2].parts.front().leeway->share = dsl::Rational::make(-1, 2);
  const Report report = report_of(std::move(verdicts));
  const std::vector<ConflictGroup> groups = conflicts_by_stakeholder(report);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].by->id == "us.ia.de");
  CHECK(groups[0].conflicts[0]->norm == "deep");
  CHECK(groups[0].conflicts[1]->norm == "costly");
  CHECK(groups[1].conflicts[0]->norm == "slight");
}

TEST_CASE("texts_of_a_design_cannot_steer_the_terminal") {
  VerdictEntry entry = conflict("a");
  entry.title =
      "red \033[31m\x07 text\r\nand \xC2\x9B"
      "1m \xE2\x80\xAE more \xFF";
  Report report = report_of({entry});
  report.design_name = "\033]0;title\033\\";
  const std::string text = text_of(report);
  CHECK(text.find('\033') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find('\r') == std::string::npos);
  CHECK(text.find("\xC2\x9B") == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(text.find('\xFF') == std::string::npos);
}

TEST_CASE("the_width_of_text_is_that_of_its_columns") {
  CHECK(dsl::display_width("§ 46207(a)") == 10);
  CHECK(dsl::display_width("e\xCC\x81t\xC3\xA9") == 3);
  CHECK(dsl::display_width("\xE5\xAD\xA6\xE6\xA0\xA1") == 4);
  CHECK(dsl::printable("a\tb\nc") == "a b c");
  CHECK(dsl::printable("\xE5\xAD") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("words_that_are_missing_change_no_verdict_of_the_report") {
  VerdictEntry bare;
  bare.outcome = Outcome::Conflict;
  bare.fails = true;
  bare.parts.resize(1);
  bare.parts.front().outcome = Outcome::Conflict;
  const Report report = report_of({bare});
  CHECK(text_of(report).find("1 conflict stands against this design") != std::string::npos);
  CHECK(json_of(report)["designs"][0]["verdicts"][0]["verdict"] == "conflict");
}

TEST_CASE("the_json_report_has_the_keys_that_programs_rely_on") {
  const Report report = report_of({conflict("a"), cannot_tell("b", "calendar.days")});
  const nlohmann::json json = json_of(report);
  for (const char* key :
       {"schema_version", "tool", "exit", "as_of", "totals", "diagnostics", "designs"}) {
    INFO(key);
    CHECK(json.contains(key));
  }
  CHECK(json["exit"] == nlohmann::json({{"code", 1}, {"meaning", "conflict"}}));
  CHECK(json["as_of"] == "2027-08-16");
  CHECK(json["totals"]["conflict"] == 1);
  CHECK(json["totals"]["norms"] == 2);
  const nlohmann::json& verdicts = json["designs"][0]["verdicts"];
  CHECK(verdicts[0]["stakeholder"] == "us.ia.de");
  CHECK(verdicts[0]["leeway"]["value"] == -3600);
  CHECK(verdicts[0]["rule_location"]["line"] == 24);
  CHECK(verdicts[1]["needs"] == nlohmann::json({"calendar.days"}));
  CHECK(verdicts[1]["stakeholder"].is_null());
  CHECK(verdicts[1]["parts"].empty());
}

TEST_CASE("a_json_number_stands_only_where_it_is_exact") {
  VerdictEntry entry = conflict("a");
  LeewayEntry& leeway = *entry.parts.front().leeway;
  leeway.value = *dsl::Rational::make(1, 3);
  nlohmann::json json = json_of(report_of({entry}))["designs"][0]["verdicts"][0]["leeway"];
  CHECK(json["value"].is_null());
  CHECK(json["exact"] == "1/3");
  leeway.value = *dsl::Rational::make(-1, 10);
  json = json_of(report_of({entry}))["designs"][0]["verdicts"][0]["leeway"];
  CHECK(json["value"] == -0.1);
  CHECK(json["exact"] == "-0.1");
}

TEST_CASE("bytes_that_are_not_utf_8_do_not_stop_the_json_report") {
  Report report = report_of({conflict("a")});
  report.design_name = "caf\xE9";
  CHECK(json_of(report)["designs"][0]["name"] == "caf\xEF\xBF\xBD");
}

TEST_CASE("a_rules_text_comes_in_one_line_without_its_comments") {
  CHECK(on_one_line("a is b   # why\n      and c is \"d # e\"\t") == "a is b and c is \"d # e\"");
}

constexpr const char* kRules = R"(
vocabulary design "A design"
  fact days   days per year  "Days"
  fact quiet  yes/no         "It is quiet"
list schedule of block "The week"
  fact name     text     "Name"
  fact mentors  count    "Adults"
       ask "How many adults are there?"
stakeholder x.board "The board"
  kind school_board
topic time "Time"
parameter x.least days per year
  "Days a year"
  from 2020-01-01 until 2028-06-30
    all 180
  from 2028-07-01
    all 200
regulation x.days "Enough days"
  topic time
  cite "X 1"
  enforced by x.board through order
  require days at least x.least
regulation x.quiet "Quiet from 2028"
  topic time
  cite "X 2"
  enforced by x.board through order
  in force from 2028-02-01 until 2029-12-31
  require quiet
practice x.adults "Two adults"
  topic time
  enforced by x.board through vote
  for each b in schedule
  require b.mentors at least 2 and quiet
  effect pressure
)";

constexpr const char* kDesign = R"(name: Demo
opens: 2027-08-16
days: 190
quiet: false
schedule:
  - {name: Advisory, mentors: 2}
  - {name: Internship, mentors: 1}
reliefs:
  - {norm: x.quiet, by: x.board, from: 2028-01-01, until: 2028-12-31, reference: Letter 4}
)";

Report built(const Compiled& compiled, const Design& design) {
  const dsl::Date as_of = *design.opens;
  const auto verdicts = evaluate(*compiled.program, design, as_of);
  return build_report(
      {*compiled.program, design, compiled.sources, verdicts, {}, as_of, "test", {}});
}

TEST_CASE("a_report_names_the_facts_the_lines_and_the_failed_conditions") {
  Compiled compiled(kRules);
  const Design design = compiled.design(kDesign);
  const Report report = built(compiled, design);
  const VerdictEntry& days = report.verdicts[0];
  CHECK(days.main().leeway->text == "10 days per year to spare");
  CHECK(days.main().leeway->facts == std::vector<std::string>{"days"});
  const PartEntry& alone = report.verdicts[2].parts.at(1);
  CHECK_FALSE(report.verdicts[2].fails);
  REQUIRE(alone.failed.size() == 2);
  CHECK(alone.records == std::vector<std::string>{"block 2 (Internship)"});
  CHECK(alone.failed[0].text == "b.mentors at least 2");
  CHECK(alone.failed[0].measured);
  CHECK(alone.leeway->facts == std::vector<std::string>{"schedule[2].mentors"});
  CHECK(alone.leeway->has_from.front().start.line == 8);
}

TEST_CASE("a_report_tells_what_begins_ends_and_runs_out_within_the_horizon") {
  Compiled compiled(kRules);
  const Design design = compiled.design(kDesign);
  const Report report = built(compiled, design);
  std::vector<std::string> lines;
  for (const ChangeEntry& each : report.changes) {
    lines.push_back(dsl::format_date(each.date) + " " + each.text);
  }
  CHECK(report.horizon == date(2030, 8, 16));
  CHECK(
      lines ==
      std::vector<std::string>{
          "2028-02-01 \"Quiet from 2028\" begins and is relieved",
          "2028-07-01 \"Enough days\" stands against the design (blocked); until then it is clear "
          "(\"Days a year\" becomes 200 days per year)",
          "2029-01-01 the relief from \"Quiet from 2028\" by The board has ended; the norm stands "
          "against the design (blocked)",
          "2030-01-01 \"Quiet from 2028\" ends; until then it stands against the design "
          "(blocked)"});
}

TEST_CASE("between_two_turning_points_no_verdict_changes") {
  Compiled compiled(kRules);
  const Design design = compiled.design(kDesign);
  const dsl::Date first = date(2027, 8, 16);
  const dsl::Date last = date(2030, 8, 16);
  const auto points = turning_points(*compiled.program, design, first, last);
  const auto outcomes_on = [&](dsl::Date day) {
    std::vector<Outcome> outcomes;
    for (const Verdict& each : evaluate(*compiled.program, design, day)) {
      outcomes.push_back(each.outcome);
    }
    return outcomes;
  };
  std::vector<Outcome> before = outcomes_on(first);
  for (dsl::Date day{first.days + 1}; day <= last; ++day.days) {
    const std::vector<Outcome> now = outcomes_on(day);
    for (std::uint32_t i = 0; i < now.size(); ++i) {
      if (now[i] == before[i]) continue;
      INFO(dsl::format_date(day));
      REQUIRE(points.contains(day));
      const auto& norms = points.at(day);
      CHECK(std::any_of(norms.begin(), norms.end(),
                        [&](const TurningNorm& norm) { return norm.norm == NormId{i}; }));
    }
    before = now;
  }
}

}  // namespace
}  // namespace checker
