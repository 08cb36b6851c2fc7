// Hostile rule files take work in proportion to their length, whatever their shape. Work is counted
// in bytes taken from memory, which is the same on every machine; that of eight times the text must
// stay below twelve times that of the text.
#define CATCH_CONFIG_MAIN
#include <functional>
#include <map>
#include <string>

#include "dsl/compilation/compile.h"
#include "dsl/diagnostics/render_text.h"
#include "dsl/lint/lint.h"
#include "dsl/parse/parse.h"
#include "dsl/syntax/format.h"
#include "tests/limits/counted_memory.h"
#include <catch2/catch.hpp>

namespace {

constexpr const char* kWorld = R"(
stakeholder agency "An agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact size count "A size"
  fact free yes/no "A flag"
list schedule of block "Schedule"
  fact minutes count "Minutes"
)";

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

// `text` as often; `@` stands for a number, `~` for the one before. All have five digits, so that
// names are of one length.
constexpr std::size_t kFirst = 10'000;
std::string numbered(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = kFirst + 1; i <= kFirst + count; ++i) {
    for (const char c : text) {
      if (c == '@') {
        all += std::to_string(i);
      } else if (c == '~') {
        all += std::to_string(i - 1);
      } else {
        all += c;
      }
    }
  }
  return all;
}

std::string norm(const std::string& clauses, const std::string& name = "n") {
  return "regulation " + name + " \"A norm\"\n  enforced by agency\n" + clauses + "\n";
}

using Shape = std::function<std::string(std::size_t)>;

const std::map<std::string, Shape>& shapes() {
  static const std::map<std::string, Shape> all = {
      {"parentheses",
       [](std::size_t n) { return norm("  require " + times(n, "(") + "f.free" + times(n, ")")); }},
      {"open parentheses", [](std::size_t n) { return norm("  require " + times(n, "(")); }},
      {"negations", [](std::size_t n) { return norm("  require " + times(n, "not ") + "f.free"); }},
      {"conditionals",
       [](std::size_t n) { return norm("  require " + times(n, "if f.free then ") + "f.free"); }},
      {"a chain of and",
       [](std::size_t n) { return norm("  require f.free" + times(n, " and f.free")); }},
      {"a chain of or and and",
       [](std::size_t n) { return norm("  require f.free" + times(n, " or f.free and f.free")); }},
      {"loops in loops",
       [](std::size_t n) {
         return norm("  require " + times(n, "every b in schedule satisfies ") + "f.free");
       }},
      {"clauses", [](std::size_t n) { return norm(times(n, "  require f.free\n  note \"x\"\n")); }},
      {"exceptions",
       [](std::size_t n) {
         return norm("  require f.free\n" + times(n, "  unless \"x\" when f.free\n"));
       }},
      {"alternatives",
       [](std::size_t n) { return norm(times(n, "  alternative \"a\" when f.free\n")); }},
      {"clauses that may come once",
       [](std::size_t n) { return norm("  require f.free\n" + times(n, "  topic t\n")); }},
      {"norms", [](std::size_t n) { return numbered(n, norm("  require f.free", "n@")); }},
      {"norms of one name", [](std::size_t n) { return times(n, norm("  require f.free")); }},
      {"enablements",
       [](std::size_t n) {
         return numbered(n, norm("  require f.free", "n@") +
                                "enablement e@ \"E\"\n  applies when f.free\n  lifts n@\n");
       }},
      {"one lift many times",
       [](std::size_t n) {
         return norm("  require f.free") + "enablement e \"E\"\n  applies when f.free\n" +
                times(n, "  lifts n\n");
       }},
      {"a chain of verdicts",
       [](std::size_t n) {
         return norm("  require f.free", "n10000") +
                numbered(n, norm("  applies when verdict of n~ is clear\n  require f.free", "n@"));
       }},
      {"a chain of definitions",
       [](std::size_t n) {
         return "define d10000 count \"D\"\n  as f.size\n" +
                numbered(n, "define d@ count \"D\"\n  as d~ + d~\n");
       }},
      {"unknown names",
       [](std::size_t n) { return numbered(n, "define d@ count \"D\"\n  as f.siz@\n"); }},
      {"unknown calls",
       [](std::size_t n) { return numbered(n, "define d@ count \"D\"\n  as siz@(1)\n"); }},
      {"unknown stakeholders",
       [](std::size_t n) {
         return numbered(n, "stakeholder s@ \"S\"\n  kind agency\n" +
                                std::string("regulation n@ \"N\"\n  enforced by z@\n  require "
                                            "f.free\n"));
       }},
      {"a long name", [](std::size_t n) { return norm("  require f.free", times(n, "abc")); }},
      {"a long unknown name",
       [](std::size_t n) {
         return "define " + times(n, "abc") + " count \"D\"\n  as " + times(n, "abd") + "\n";
       }},
      {"a name of many segments",
       [](std::size_t n) { return norm("  require f" + times(n, ".a")); }},
      {"quotes", [](std::size_t n) { return times(n, "\"\n"); }},
      {"clauses with a quote that is not closed",
       [](std::size_t n) { return norm("  require f.free\n" + times(n, "  note \"x\n")); }},
      {"a long text that is not closed",
       [](std::size_t n) { return norm("  require f.free\n  note \"" + times(n, "x y\n")); }},
      {"escapes",
       [](std::size_t n) { return norm("  require f.free\n  note \"" + times(n, "\\\"") + "\""); }},
      {"comments", [](std::size_t n) { return times(n, "# x\n") + norm("  require f.free"); }},
      {"words without a meaning", [](std::size_t n) { return times(n, "foo bar\n"); }},
      {"a line without a meaning", [](std::size_t n) { return times(n, "foo "); }},
      {"digits", [](std::size_t n) { return norm("  require f.size at least 1" + times(n, "9")); }},
      {"members of a list",
       [](std::size_t n) { return norm("  require f.size is one of 1" + times(n, ", 2")); }},
      {"values of a choice",
       [](std::size_t n) { return "choice c \"C\" of v10000" + numbered(n, ", v@") + "\n"; }},
      {"packs", [](std::size_t n) {
         return "pack p10000 \"P\"\n" + numbered(n, "pack p@ \"P\"\n  uses p~\n");
       }}};
  return all;
}

// Everything that a person can do with the text short of judging a design.
std::size_t work_of(const std::string& rules) {
  dsl::SourceMap sources;
  const dsl::SourceFile* const file = &sources.add("hostile.rules", kWorld + rules);
  const std::size_t before = counted_memory::taken();
  dsl::Diagnostics diagnostics;
  const auto compiled = dsl::compile_with_documents(std::span(&file, 1), diagnostics);
  if (compiled) dsl::lint(compiled->documents, compiled->program, {});
  dsl::Diagnostics unheard;
  const dsl::ast::Document document = dsl::parse(*file, unheard);
  if (!unheard.has_errors()) dsl::format(*file, document);
  return counted_memory::taken() - before;
}

}  // namespace

TEST_CASE("the_work_of_a_hostile_shape_grows_with_its_length") {
  for (const auto& [name, shape] : shapes()) {
    // Beyond what is counted once: tables of fixed size, the first 200 suggestions.
    constexpr std::size_t kOnce = 1U << 20U;
    const std::size_t least = work_of(shape(800));
    const std::size_t most = work_of(shape(6'400));
    INFO(name << ": " << least << " bytes, then " << most);
    CHECK(most < 12 * least + kOnce);
  }
}
