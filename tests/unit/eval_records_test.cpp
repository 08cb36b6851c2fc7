// Records of a design that change nothing are warned of; those that do, or may yet, are not.
#include "checker/eval/check_records.h"
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using test_support::date;

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact scope, kept, hard yes/no "Flags"
  fact grades set of grade "Grades"
regulation rule "A norm"
  enforced by agency
  applies when f.scope
  require f.kept
  unless "hard" when f.hard
  relief by agency
regulation opinion "A judgment"
  enforced by agency
  require judged by agency "Is it so?"
  relief by agency
regulation graded "By grade"
  enforced by agency
  for each grade in f.grades
  require grade at least 9
  relief by agency
regulation firm "Nothing frees from it"
  enforced by agency
  require f.kept
pack wide "A pack"
regulation wide.one "One of a pack"
  enforced by agency
  require f.kept
relief wide.waiver "A waiver"
  granted by board
  reaches pack wide
stakeholder board "A board"
  kind agency
approval vote "A vote"
  decided by agency
)";

std::vector<std::string> warnings(const std::string& yaml, dsl::Date as_of = date(2026, 9, 1)) {
  test_support::Compiled world(kWorld);
  const checker::Design design = world.design(yaml);
  dsl::Diagnostics diagnostics;
  checker::check_records(*world.program, design, checker::evaluate(*world.program, design, as_of),
                         as_of, diagnostics);
  std::vector<std::string> lines;
  for (const dsl::Diagnostic& diagnostic : diagnostics.all()) {
    lines.push_back(std::string(dsl::info(diagnostic.kind).code) + " " + diagnostic.message);
  }
  return lines;
}

using Lines = std::vector<std::string>;

std::string relieved(const std::string& facts, const std::string& dates = "") {
  return "f: {" + facts + "}\nreliefs: [{norm: rule, by: agency" + dates + "}]\n";
}

}  // namespace

TEST_CASE("a_relief_that_relieves_is_not_warned_of") {
  CHECK(warnings(relieved("scope: true, kept: false, hard: false")).empty());
}

TEST_CASE("a_relief_of_a_norm_that_is_clear_is_warned_of") {
  CHECK(warnings(relieved("scope: true, kept: true")) ==
        Lines{"W0512 the relief from `rule` is not needed: its verdict is clear"});
}

TEST_CASE("a_relief_of_a_norm_that_does_not_apply_is_warned_of") {
  CHECK(warnings(relieved("scope: false")) ==
        Lines{"W0512 the relief from `rule` is not needed: its verdict is does not apply"});
}

TEST_CASE("a_relief_of_a_norm_that_is_excepted_is_warned_of") {
  CHECK(warnings(relieved("scope: true, kept: false, hard: true")) ==
        Lines{"W0512 the relief from `rule` is not needed: its verdict is excepted"});
}

TEST_CASE("a_relief_of_a_norm_that_cannot_be_told_may_be_needed_yet") {
  CHECK(warnings(relieved("scope: true, hard: false")).empty());
}

TEST_CASE("a_relief_of_a_norm_that_needs_judgment_may_be_needed_yet") {
  CHECK(warnings("reliefs: [{norm: opinion, by: agency}]").empty());
}

TEST_CASE("a_relief_that_has_ended_or_not_begun_is_told_with_its_conflict") {
  const std::string facts = "scope: true, kept: false, hard: false";
  CHECK(warnings(relieved(facts, ", until: 2026-08-31")).empty());
  CHECK(warnings(relieved(facts, ", from: 2026-09-02")).empty());
}

TEST_CASE("two_reliefs_out_of_time_are_both_told_with_their_conflict") {
  CHECK(warnings("f: {scope: true, kept: false, hard: false}\n"
                 "reliefs: [{norm: rule, by: agency, until: 2024-06-30}, "
                 "{norm: rule, by: agency, until: 2026-06-30}]")
            .empty());
}

TEST_CASE("a_relief_besides_the_one_that_counts_is_not_warned_of") {
  CHECK(warnings("f: {scope: true, kept: false, hard: false}\n"
                 "reliefs: [{norm: rule, by: agency, until: 2024-06-30}, {norm: rule, by: agency}]")
            .empty());
}

TEST_CASE("a_relief_that_one_grade_needs_is_not_warned_of") {
  CHECK(warnings("f: {grades: [8, 9]}\nreliefs: [{norm: graded, by: agency}]").empty());
  CHECK(warnings("f: {grades: [9]}\nreliefs: [{norm: graded, by: agency}]") ==
        Lines{"W0512 the relief from `graded` is not needed: its verdict is clear"});
}

TEST_CASE("the_approval_of_an_approval_is_not_warned_of") {
  CHECK(warnings("approvals: [{norm: vote, result: granted}]").empty());
}

TEST_CASE("the_approval_of_another_kind_of_norm_is_warned_of") {
  CHECK(warnings("approvals: [{norm: rule, result: granted}]") ==
        Lines{"W0512 `rule` is of the kind regulation, so no approval decides it"});
}

TEST_CASE("a_relief_of_which_no_rule_speaks_is_believed_with_a_warning") {
  CHECK(warnings("f: {kept: false}\nreliefs: [{norm: firm, by: agency}]\n") ==
        Lines{"W0526 the rules name no relief from `firm` by An agency"});
}

TEST_CASE("a_declared_relief_on_record_frees_from_all_that_it_reaches") {
  const std::string record = "\nreliefs: [{norm: wide.waiver, by: board}]\n";
  test_support::Compiled world(kWorld);
  const checker::Design design = world.design("f: {kept: false}" + record);
  const auto outcome = [&](const char* norm) {
    return checker::evaluate_norm(*world.program, design, world.program->find_norm(norm),
                                  date(2026, 9, 1))
        .outcome;
  };
  CHECK(outcome("wide.one") == checker::Outcome::Relieved);
  CHECK(outcome("firm") == checker::Outcome::Conflict);
  CHECK(warnings("f: {kept: false}" + record).empty());
  CHECK(warnings("f: {kept: true}" + record) ==
        Lines{"W0512 the relief `wide.waiver` is not needed: no norm that it reaches conflicts"});
}

namespace {

constexpr const char* kDatedWorld = R"(
stakeholder agency "An agency"
  kind agency
stakeholder board "A board"
  kind board
vocabulary design "A design"
group f "Facts"
  fact kept, small yes/no "Flags"
approval staff "The staff agree"
  decided by board
approval plan "The plan is approved"
  decided by board
  after approval staff
pack wide "A pack"
regulation wide.rule "A norm"
  enforced by agency
  require f.kept
  relief by agency lasting 2 years
regulation wide.brief "Another"
  enforced by agency
  require f.kept
  relief by agency when f.small lasting 6 months
regulation wide.last "A third"
  enforced by agency
  require f.kept
relief wide.waiver "A waiver"
  applies when verdict of plan is clear
  granted by board
  lasting 1 year
  reaches wide.last
)";

Lines dated_warnings(const std::string& yaml, const std::string& small = "true") {
  test_support::Compiled world(kDatedWorld);
  const dsl::Date as_of = date(2026, 9, 1);
  const checker::Design design = world.design("f: {kept: false, small: " + small + "}\n" + yaml);
  dsl::Diagnostics diagnostics;
  checker::check_records(*world.program, design, checker::evaluate(*world.program, design, as_of),
                         as_of, diagnostics);
  Lines lines;
  for (const dsl::Diagnostic& diagnostic : diagnostics.all()) {
    lines.push_back(std::string(dsl::info(diagnostic.kind).code) + " " + diagnostic.message);
  }
  return lines;
}

}  // namespace

TEST_CASE("a_relief_may_last_until_the_day_before_its_anniversary") {
  const auto until = [](const std::string& day) {
    return dated_warnings(
        "reliefs: [{norm: wide.rule, by: agency, from: 2026-07-01, until: " + day + "}]\n");
  };
  CHECK(until("2028-06-30").empty());
  CHECK(until("2028-07-01") ==
        Lines{"W0527 the relief from `wide.rule` runs longer than the 2 years that the rules give "
              "it"});
  CHECK(dated_warnings("reliefs: [{norm: wide.rule, by: agency, from: 2026-07-01}]\n") ==
        Lines{"W0527 the relief from `wide.rule` has no last day, but the rules give it 2 years"});
  CHECK(dated_warnings("reliefs: [{norm: wide.rule, by: agency}]\n").empty());
}

TEST_CASE("months_end_with_the_month_where_it_is_shorter") {
  const auto until = [](const std::string& day) {
    return dated_warnings(
               "reliefs: [{norm: wide.brief, by: agency, from: 2026-08-31, until: " + day + "}]\n")
        .size();
  };
  CHECK(until("2027-02-27") == 0);
  CHECK(until("2027-02-28") == 1);
}

TEST_CASE("a_relief_that_the_rules_give_under_a_condition_is_warned_of_where_it_does_not_hold") {
  const std::string record = "reliefs: [{norm: wide.brief, by: agency}]\n";
  CHECK(dated_warnings(record).empty());
  CHECK(dated_warnings(record, "false") == Lines{"W0526 the rules let An agency grant relief from "
                                                 "`wide.brief` only where a condition holds "
                                                 "that does not hold for this design"});
}

TEST_CASE("a_relief_counts_from_when_what_it_asks_for_holds") {
  const auto plan_on = [](const std::string& day) {
    return dated_warnings(
        "reliefs: [{norm: wide.waiver, by: board, from: 2026-07-01, until: 2027-06-30}]\n"
        "approvals:\n  - {norm: staff, result: granted, on: 2026-01-01}\n"
        "  - {norm: plan, result: granted, on: " +
        day + "}\n");
  };
  CHECK(plan_on("2026-07-01").empty());
  CHECK(plan_on("2026-07-02") ==
        Lines{"W0528 the relief from `wide.waiver` counts from 2026-07-01, when what it asks for "
              "does not hold"});
}

TEST_CASE("an_approval_comes_after_those_that_come_first") {
  const auto staff_on = [](const std::string& staff) {
    return dated_warnings("approvals:\n  - {norm: plan, result: granted, on: 2026-03-01}\n" +
                          staff);
  };
  CHECK(staff_on("  - {norm: staff, result: granted, on: 2026-03-01}\n").empty());
  CHECK(
      staff_on("  - {norm: staff, result: granted, on: 2026-03-02}\n") ==
      Lines{"W0528 `plan` is granted on 2026-03-01, and `staff`, which must come first, is not by "
            "then"});
  CHECK(staff_on("  - {norm: staff, result: pending}\n").size() == 1);
  CHECK(staff_on("").size() == 1);
}

TEST_CASE("a_declared_relief_by_another_body_is_believed_with_a_warning") {
  CHECK(dated_warnings("approvals:\n  - {norm: staff, result: granted, on: 2026-01-01}\n"
                       "  - {norm: plan, result: granted, on: 2026-01-02}\n"
                       "reliefs: [{norm: wide.waiver, by: agency, from: 2026-07-01}]\n") ==
        Lines{"W0526 the rules do not let An agency grant `wide.waiver`"});
}
