#include <string>
#include <thread>

#include "checker/library/checker.h"
#include "checker/library/leeway.h"
#include "tests/support/small_rules.h"
#include <catch2/catch.hpp>

namespace {

using test_support::kSmallRules;

std::unique_ptr<leeway::Checker> checker_for(const char* rules, std::string& errors) {
  return leeway::Checker::load({{"our.rules", rules}}, {"2026-09-01", ""}, errors);
}

}  // namespace

TEST_CASE("a checker is loaded once and answers many designs on several threads") {
  std::string errors;
  const auto checker = checker_for(kSmallRules, errors);
  REQUIRE(checker);
  const std::string expected =
      R"({"line":1,"name":"A","as_of":"2026-09-01","decision":"conflict","conflict":["our.days"],)"
      R"("clear":0,"does_not_apply":0})";
  std::vector<std::string> answers(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& answer : answers) {
      threads.emplace_back([&answer, &checker] {
        for (int i = 0; i < 20; ++i) {
          answer = checker->check(R"({"name":"A","calendar":{"days":170}})");
        }
      });
    }
  }
  for (const std::string& answer : answers) CHECK(answer == expected);
  CHECK(checker->check("{").find(R"("error":{"code":"E0501")") != std::string::npos);
}

TEST_CASE("rules with a fault make no checker and tell why") {
  std::string errors;
  CHECK_FALSE(checker_for("regulation x", errors));
  CHECK(errors.find("error[") != std::string::npos);
  errors.clear();
  CHECK_FALSE(leeway::Checker::load({}, {"someday", ""}, errors));
  CHECK(errors.find("someday") != std::string::npos);
}

TEST_CASE("a checker tells more than verdicts where it is asked to") {
  std::string errors;
  leeway::CheckerOptions options;
  options.as_of = "2026-09-01";
  options.details = true;
  const auto checker = leeway::Checker::load({{"our.rules", kSmallRules}}, options, errors);
  REQUIRE(checker);
  const std::string conflict = checker->check(R"({"calendar":{"days":170}})");
  CHECK(conflict.find(R"("leeway":{"our.days":{"exact":"-10","unit":"days per year"}})") !=
        std::string::npos);
  CHECK(checker->check("{}").find(R"("needs":{"our.days":["calendar.days"]})") !=
        std::string::npos);
}

TEST_CASE("a design that says no date is judged only where one was given") {
  std::string errors;
  const auto checker = leeway::Checker::load({{"our.rules", kSmallRules}}, {}, errors);
  REQUIRE(checker);
  const auto answer = [&](const char* design) { return checker->check(design); };
  const char* const no_date = "the design says no date, and none was given";
  CHECK(answer(R"({"calendar":{"days":170}})").find(no_date) != std::string::npos);
  // Read as a document, for its unit.
  CHECK(answer(R"({"calendar":{"days":"170 days per year"}})").find(no_date) != std::string::npos);
  CHECK(answer(R"({"as_of":"1970-01-01","calendar":{"days":170}})").find(R"(["our.days"])") !=
        std::string::npos);
}

TEST_CASE("programs in C check designs, too") {
  const char* name = "our.rules";
  char* errors = nullptr;
  leeway_checker* const checker =
      leeway_checker_load(&name, &kSmallRules, 1, "2026-09-01", nullptr, &errors);
  REQUIRE(checker != nullptr);
  const std::string design = R"({"name":"A","calendar":{"days":190}})";
  char* const answer = leeway_check(checker, design.data(), design.size());
  CHECK(std::string(answer).find(R"("decision":"clear")") != std::string::npos);
  leeway_text_free(answer);
  leeway_checker_free(checker);
  const char* broken = "regulation x";
  CHECK(leeway_checker_load(&name, &broken, 1, nullptr, nullptr, &errors) == nullptr);
  CHECK(std::string(errors).find("error[") != std::string::npos);
  leeway_text_free(errors);
}
