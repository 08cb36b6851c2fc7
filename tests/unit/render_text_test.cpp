#include "dsl/diagnostics/render_text.h"

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {

// A message about the first `marked` in a file of one line.
std::string shown(const std::string& line, const std::string& marked, int width,
                  const std::string& label = "", const std::string& message = "it is wrong") {
  dsl::SourceMap sources;
  const dsl::SourceFile& file = sources.add("a.rules", line + "\n");
  const auto begin = static_cast<std::uint32_t>(line.find(marked));
  const dsl::Span span{file.id, begin, begin + static_cast<std::uint32_t>(marked.size())};
  dsl::Diagnostic diagnostic;
  diagnostic.message = message;
  diagnostic.span = span;
  diagnostic.help = "put it right";
  if (!label.empty()) diagnostic.labels.push_back({span, label});
  std::ostringstream out;
  dsl::render_text(out, diagnostic, sources, {width, false});
  // The code is the one of the first kind.
  return out.str().substr(out.str().find(':'));
}

std::string lines(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& each : all) text += each + "\n";
  return text;
}

}  // namespace

TEST_CASE("a_message_shows_its_line_and_marks_beneath") {
  CHECK(shown("  require days at least 180", "days", dsl::kUnbroken) ==
        lines({": it is wrong", "  a.rules:1:11", "    |", "  1 |   require days at least 180",
               "    |           ^^^^", "  help: put it right"}));
}

TEST_CASE("marks_stand_beneath_their_text_whatever_the_width_of_its_characters") {
  CHECK(shown("\t\xE5\xAD\xA6\xE6\xA0\xA1 e\xCC\x81 days", "days", dsl::kUnbroken) ==
        lines({": it is wrong", "  a.rules:1:8", "    |",
               "  1 |  \xE5\xAD\xA6\xE6\xA0\xA1 e\xCC\x81 days", "    |         ^^^^",
               "  help: put it right"}));
}

TEST_CASE("a_long_message_is_wrapped_to_the_width") {
  CHECK(shown("days", "days", 40, "", "one two three four five six seven eight nine ten") ==
        lines({": one two three four five", "  six seven eight nine ten", "  a.rules:1:1", "    |",
               "  1 | days", "    | ^^^^", "  help: put it right"}));
}

TEST_CASE("of_a_line_that_is_too_wide_the_part_with_the_marks_is_shown") {
  // 34 columns are left for the line.
  const std::string before = "abcdefghijklmnopqrstuvwxyz";
  CHECK(shown(before + "12345678", "12345678", 40) ==
        lines({": it is wrong", "  a.rules:1:27", "    |", "  1 | " + before + "12345678",
               "    | " + std::string(26, ' ') + "^^^^^^^^", "  help: put it right"}));
  CHECK(shown(before + "123456789", before, 40) ==
        lines({": it is wrong", "  a.rules:1:1", "    |", "  1 | " + before + "12345...",
               "    | " + std::string(26, '^'), "  help: put it right"}));
  CHECK(
      shown(before + "123456789", "456", 40) ==
      lines({": it is wrong", "  a.rules:1:30", "    |", "  1 | ...efghijklmnopqrstuvwxyz123456789",
             "    | " + std::string(28, ' ') + "^^^", "  help: put it right"}));
  CHECK(
      shown(before + before + before, before + before + before, 40) ==
      lines({": it is wrong", "  a.rules:1:1", "    |", "  1 | abcdefghijklmnopqrstuvwxyzabcde...",
             "    | " + std::string(34, '^'), "  help: put it right"}));
}

TEST_CASE("a_label_that_does_not_fit_beside_its_marks_stands_below") {
  const std::string beside = shown("days", "days", 40, "declared here with another type");
  CHECK(beside.find("    | ----\n      declared here with another type\n") != std::string::npos);
  const std::string fits = shown("days", "days", 41, "declared here with another one");
  CHECK(fits.find("    | ---- declared here with another one\n") != std::string::npos);
}

TEST_CASE("no_line_of_a_message_is_wider_than_asked_for") {
  for (const int width : {40, 41, 57, 80}) {
    for (int length = 1; length < 150; length += 7) {
      const auto some = static_cast<std::size_t>(length);
      std::istringstream text(shown(std::string(some, 'a') + "bbb" + std::string(some, 'c'), "bbb",
                                    width, "this and that"));
      for (std::string line; std::getline(text, line);) {
        INFO(line);
        CHECK(line.size() <= static_cast<std::size_t>(width));
      }
    }
  }
}
