#include <sstream>
#include <string>
#include <vector>

#include "checker/report/html/html.h"
#include "checker/report/html/parts.h"
#include "checker/report/html/write_html.h"
#include "checker/report/network_picture.h"
#include <catch2/catch.hpp>

namespace checker {
namespace {

VerdictEntry conflict() {
  VerdictEntry entry;
  entry.norm = "x.days";
  entry.title = "Days";
  entry.outcome = Outcome::Conflict;
  entry.fails = true;
  entry.enforced = {{{"office", "The office"}, {}, ""}};
  entry.parts = {{}};
  entry.parts.front().outcome = Outcome::Conflict;
  return entry;
}

std::string written(const std::vector<Report>& reports) {
  std::ostringstream out;
  write_html(out, reports);
  return out.str();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a citation is a link only where its address is one of the web") {
  VerdictEntry entry = conflict();
  entry.citations = {{"Law 1", "javascript:alert(1)"},
                     {"Law 2", "data:text/html,x"},
                     {"Law 3", "https://example.org/?a&b"}};
  CHECK(html::citations(entry).str() ==
        "Law 1; Law 2; <a href=\"https://example.org/?a&amp;b\" rel=\"noopener noreferrer\">Law "
        "3</a>");
}

TEST_CASE("what stands between backticks is code, and a single backtick is a backtick") {
  CHECK(html::prose("`a.b` is <1>").str() == "<code>a.b</code> is &lt;1&gt;");
  CHECK(html::prose("a ` b").str() == "a ` b");
  CHECK(html::prose("").str().empty());
}

TEST_CASE("an entry names all whom it concerns, each once") {
  VerdictEntry entry = conflict();
  entry.enforced.push_back(entry.enforced.front());
  entry.decided_by = Party{"board", "The board"};
  html::Concerned concerned;
  concerned.add(entry);
  CHECK(concerned.text() == "board office");
  CHECK(concerned.has("board"));
  CHECK_FALSE(concerned.has("boar"));
}

TEST_CASE("a report without a network has no map, and one without conflicts says so") {
  Report report;
  report.design_name = "A design";
  const std::string page = written({report});
  CHECK(has(page, "<h1>A design</h1>"));
  CHECK(has(page, "No conflict stands against this design."));
  CHECK_FALSE(has(page, "Whom it depends on"));
  CHECK_FALSE(has(page, "id=\"stakeholders\""));
}

TEST_CASE("several designs have ids of their own") {
  Report report;
  report.design_name = "A design";
  report.verdicts = {conflict()};
  const std::string page = written({report, report});
  CHECK(has(page, "<title>A design and 1 more"));
  CHECK(has(page, "id=\"norm-x.days\""));
  CHECK(has(page, "id=\"d2-norm-x.days\""));
}

TEST_CASE("without a design the page says so") {
  CHECK(has(written({}), "No design could be checked"));
}

TEST_CASE("labels of the picture are wrapped at blanks") {
  CHECK(wrapped("Iowa Department of Education", 12) ==
        std::vector<std::string>{"Iowa", "Department", "of Education"});
  CHECK(wrapped("Unbreakable", 4) == std::vector<std::string>{"Unbreakable"});
  CHECK(wrapped("", 4).empty());
}

}  // namespace checker
