// What the formats do with texts that would mean something to them, and how reports are compared.
#include <sstream>

#include "checker/report/baseline.h"
#include "checker/report/filter.h"
#include "checker/report/formats.h"
#include "checker/report/markdown_page.h"
#include "checker/report/markdown_text.h"
#include "checker/report/uri.h"
#include "checker/report/write_markdown.h"
#include "dsl/text/display_text.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace checker {
namespace {

VerdictEntry verdict(const std::string& norm, Outcome outcome) {
  VerdictEntry entry;
  entry.norm = norm;
  entry.title = "Norm " + norm;
  entry.outcome = outcome;
  entry.fails = outcome == Outcome::Conflict;
  entry.parts.resize(1);
  entry.parts.front().outcome = outcome;
  return entry;
}

Report report_of(std::vector<VerdictEntry> verdicts) {
  Report report;
  report.design_name = "A design";
  report.design_file = "a.yaml";
  for (const VerdictEntry& each : verdicts) {
    ++report.totals.by_outcome.at(static_cast<std::size_t>(each.outcome));
    ++report.totals.norms;
  }
  report.verdicts = std::move(verdicts);
  report.decision = Decision::Conflict;
  return report;
}

std::string written(const char* format, std::span<const Report> reports) {
  const dsl::SourceMap sources;
  std::ostringstream out;
  find_report_format(format)->write(out, {reports, {}, sources, {1, "conflict", "exit 1"}}, {});
  return out.str();
}

std::string written(const char* format, const Report& report) {
  return written(format, std::span(&report, 1));
}

TEST_CASE("text_for_markdown_has_no_meaning_there") {
  CHECK(markdown_text("a*b_c") == "a\\*b\\_c");
  CHECK(markdown_text("<script>&") == "&lt;script&gt;&amp;");
  CHECK(markdown_text("# no heading") == "&#35;&#8203; no heading");
  CHECK(markdown_text("1. no list") == "1\\. no list");
  CHECK(markdown_text("12 months") == "12 months");
  CHECK(markdown_text("- no list") == "\\- no list");
  CHECK(markdown_text("    no code") == "no code");
  CHECK(markdown_text("a|b") == "a\\|b");
  CHECK(markdown_text("@someone and #12") == "@&#8203;someone and &#35;&#8203;12");
  CHECK(markdown_text("https://x.org www.x.org") == "https&#58;//x.org www&#46;x.org");
  CHECK(markdown_text("[a](b)") == "\\[a\\](b)");
  CHECK(markdown_text("a\nb") == "a b");
}

TEST_CASE("names_of_facts_are_code_in_markdown_and_nothing_else_is") {
  CHECK(markdown_text("`calendar.days` is 3") == "`calendar.days` is 3");
  CHECK(markdown_text("`<b>`") == "\\`&lt;b&gt;\\`");
  CHECK(markdown_text("``x`") == "\\``x`");
  CHECK(markdown_text("`") == "\\`");
}

TEST_CASE("links_lead_to_the_web_alone") {
  CHECK(markdown_link("Law", "https://x.org/a b>c") == "[Law](<https://x.org/a%20b%3Ec>)");
  CHECK(markdown_link("Law", "javascript:alert(1)") == "Law");
  CHECK(web_uri("https://x.org/?a=%20b#c") == "https://x.org/?a=%20b#c");
  CHECK(web_uri("ftp://x.org").empty());
}

TEST_CASE("a_path_is_written_as_a_reference") {
  CHECK(file_uri("examples/a b.yaml") == "examples/a%20b.yaml");
  CHECK(file_uri("a:b#c?d%e") == "a%3Ab%23c%3Fd%25e");
  CHECK(file_uri("/usr/x.rules") == "file:///usr/x.rules");
}

TEST_CASE("text_in_a_log_is_no_command") {
  CHECK(dsl::printable("::error::x") == ": :error::x");
  CHECK(dsl::printable("a ::set-output name=b::c") == "a : :set-output name=b::c");
  CHECK(dsl::printable("a##[error]b") == "a## [error]b");
  CHECK(dsl::printable("std::string") == "std::string");
  CHECK(dsl::printable_lines("a\n::b") == "a\n: :b");
}

TEST_CASE("a_markdown_list_gives_room_to_the_first_and_counts_the_last") {
  MarkdownPage page(150);
  std::vector<MarkdownItem> items(4, {"- " + std::string(60, 'f') + "\n", "- brief\n"});
  page.add_list("", items, "");
  CHECK(page.size() <= 150);
  CHECK(page.str().starts_with("- fff"));
  CHECK(page.str().ends_with("- brief\n- brief\n- brief\n"));
  MarkdownPage small(80);
  small.add_list("", items, "");
  CHECK(small.str() == "- brief\n- brief\n- and 2 more, left out here\n");
}

TEST_CASE("markdown_stays_within_a_comment_however_much_there_is_to_tell") {
  constexpr std::size_t kMany = 5000;
  std::vector<VerdictEntry> verdicts;
  verdicts.reserve(kMany);
  for (std::size_t i = 0; i < kMany; ++i) {
    verdicts.push_back(verdict("n" + std::to_string(i), Outcome::Conflict));
  }
  const std::string one = written("markdown", report_of(verdicts));
  CHECK(one.size() <= kMostMarkdown);
  CHECK(one.find("more, left out here") != std::string::npos);
  const std::vector<Report> many(300, report_of({verdict("a", Outcome::Conflict)}));
  const std::string all = written("markdown", many);
  CHECK(all.size() <= kMostMarkdown);
  CHECK(all.find("more designs have no place here") != std::string::npos);
}

TEST_CASE("every_format_has_a_name_of_its_own_and_writes_a_bare_report") {
  for (const ReportFormat& format : report_formats()) {
    INFO(std::string(format.name));
    CHECK(find_report_format(format.name) == &format);
    CHECK_FALSE(written(format.name.data(), report_of({verdict("a", Outcome::Conflict)})).empty());
  }
  CHECK(find_report_format("xml") == nullptr);
}

TEST_CASE("a_filter_hides_and_changes_no_verdict") {
  VerdictEntry mine = verdict("mine", Outcome::Conflict);
  mine.enforced = {{{"board", "The board"}, {}, ""}};
  VerdictEntry other = verdict("other", Outcome::CannotTell);
  other.topic = "time";
  const Report whole = report_of({mine, other});
  const Report board = narrowed(whole, {{}, {"board"}, {}});
  CHECK(board.verdicts[0].main().shown);
  CHECK_FALSE(board.verdicts[1].main().shown);
  CHECK(board.totals.norms == 2);
  CHECK(board.filter == "only norms of board");
  CHECK(narrowed(whole, {{}, {}, {"time"}}).verdicts[1].main().shown);
  CHECK_FALSE(narrowed(whole, {{Outcome::Conflict}, {}, {"time"}}).verdicts[1].main().shown);
  CHECK(narrowed(whole, {}).filter.empty());
}

TEST_CASE("a_conflict_is_known_only_with_all_its_grades_and_records") {
  VerdictEntry now = verdict("a", Outcome::Conflict);
  CHECK(covers({}, now));
  now.parts.front().records = {"block 3 (Lab)"};
  CHECK_FALSE(covers({}, now));
  CHECK(covers({{}, {"Lab"}}, now));
  CHECK(record_name("block 2") == "block 2");
  CHECK(record_name("block 2 (Lab (2))") == "Lab (2)");
}

TEST_CASE("a_baseline_is_read_from_what_json_and_sarif_tell") {
  VerdictEntry conflict = verdict("a", Outcome::Conflict);
  conflict.parts.front().records = {"block 3 (Lab)"};
  const Report report = report_of({conflict, verdict("b", Outcome::Clear)});
  for (const char* format : {"json", "sarif"}) {
    INFO(format);
    const ReadBaseline read = read_baseline("base", written(format, report));
    REQUIRE(read.fault.empty());
    REQUIRE(read.baseline.designs.contains("a.yaml"));
    const auto& conflicts = read.baseline.designs.at("a.yaml");
    CHECK(conflicts.size() == 1);
    CHECK(conflicts.at("a").records == std::set<std::string>{"Lab"});
  }
  CHECK_FALSE(read_baseline("base", "no json").fault.empty());
  CHECK_FALSE(read_baseline("base", "[]").fault.empty());
  CHECK_FALSE(
      read_baseline("base", R"({"version": "2.1.0", "runs": [{"results": []}]})").fault.empty());
  CHECK(read_baseline("base", R"({"schema_version": 1, "designs": [{"file": 3}]})").fault.empty());
}

TEST_CASE("a_finding_keeps_its_fingerprint_where_lines_move") {
  VerdictEntry before = verdict("a", Outcome::Conflict);
  before.parts.front().locations = {{"days", "3", {"a.yaml", {4, 1}}, true}};
  VerdictEntry after = before;
  after.parts.front().locations.front().location.start.line = 9;
  const auto result = [](const VerdictEntry& entry) {
    return nlohmann::json::parse(written("sarif", report_of({entry})))["runs"][0]["results"][0];
  };
  CHECK(result(before)["partialFingerprints"] == result(after)["partialFingerprints"]);
  CHECK(result(before)["locations"] != result(after)["locations"]);
  CHECK(result(before)["partialFingerprints"] !=
        result(verdict("b", Outcome::Conflict))["partialFingerprints"]);
}

}  // namespace
}  // namespace checker
