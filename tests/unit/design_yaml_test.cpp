// YAML to a document tree: what it means, where it stands, and what is wrong with it.
#include <string>
#include <utility>
#include <vector>

#include "checker/design/document.h"
#include <catch2/catch.hpp>

namespace {

using checker::DocumentNode;
using checker::NodeKind;
using checker::ScalarStyle;

struct Reading {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  std::optional<DocumentNode> document;

  explicit Reading(std::string text) {
    const dsl::SourceFile& file = sources.add("design.yaml", std::move(text));
    document = checker::read_yaml(file, diagnostics);
  }

  std::string_view text(dsl::Span span) const { return sources.text(span); }
  const DocumentNode& value(std::string_view key) const {
    const checker::DocumentEntry* entry = checker::find_entry(document.value(), key);
    REQUIRE(entry != nullptr);
    return entry->value;
  }

  // Code, line, column and message of the only error.
  std::string fault() const {
    REQUIRE_FALSE(document);
    REQUIRE(diagnostics.error_count() == 1);
    const dsl::Diagnostic& found = diagnostics.all().front();
    const dsl::LineColumn place = sources.locate(found.span.file, found.span.begin);
    return std::string(dsl::info(found.kind).code) + " " + std::to_string(place.line) + ":" +
           std::to_string(place.column) + " " + found.message;
  }
  const std::string& help() const { return diagnostics.all().front().help; }
};

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

TEST_CASE("yaml_keys_and_values_know_their_places") {
  const Reading reading("# remark\nleeway: 1\nname:   Two days out   # behind it\n");
  const checker::DocumentEntry& name = reading.document->entries.at(1);
  CHECK(name.key == "name");
  CHECK(reading.text(name.key_span) == "name");
  CHECK(name.value.scalar == "Two days out");
  CHECK(reading.text(name.value.span) == "Two days out");
}

TEST_CASE("yaml_places_are_right_behind_a_byte_order_mark_and_with_carriage_returns") {
  const Reading reading("\xEF\xBB\xBFleeway: 1\r\nname: Zwölf\r\nday: x\r\n");
  CHECK(reading.text(reading.value("leeway").span) == "1");
  CHECK(reading.text(reading.value("name").span) == "Zwölf");
  CHECK(reading.text(reading.value("day").span) == "x");
}

TEST_CASE("a_yaml_scalar_spans_its_quotes_and_its_lines") {
  struct Row {
    std::string written;
    std::string meant;
    ScalarStyle style;
  };
  const std::vector<Row> rows = {
      {"plain", "plain", ScalarStyle::Plain},
      {"\"a \\\"b\\\" c\"", "a \"b\" c", ScalarStyle::Quoted},
      {"'it''s'", "it's", ScalarStyle::Quoted},
      {"one\n  two", "one two", ScalarStyle::Plain},
      {"\"one\n  two\"", "one two", ScalarStyle::Quoted},
      {"|\n  one\n  two", "one\ntwo\n", ScalarStyle::Quoted},
      {">- # folded\n  one\n  two", "one two", ScalarStyle::Quoted},
      {"\"\"", "", ScalarStyle::Quoted},
      {"http://example.org/#part", "http://example.org/#part", ScalarStyle::Plain},
  };
  for (const Row& row : rows) {
    const Reading reading("key: " + row.written + "\nnext: x\n");
    INFO(row.written);
    REQUIRE(reading.document);
    CHECK(reading.value("key").scalar == row.meant);
    CHECK(reading.value("key").style == row.style);
    CHECK(reading.text(reading.value("key").span) == row.written);
    CHECK(reading.text(reading.value("next").span) == "x");
  }
}

TEST_CASE("a_yaml_list_in_brackets_spans_its_brackets") {
  const Reading reading("a: {b: [1, 2,  ], c: {}} # x\nd:\n  - 1\n  - 2 # y\n");
  CHECK(reading.text(reading.value("a").span) == "{b: [1, 2,  ], c: {}}");
  CHECK(reading.text(reading.value("a").entries.at(0).value.span) == "[1, 2,  ]");
  CHECK(reading.text(reading.value("d").span) == "- 1\n  - 2");
}

TEST_CASE("a_yaml_null_that_is_written_is_told_from_a_blank") {
  const Reading reading("a: null\nb: ~\nc:\nd: Null\nnull: 3\ne: \"null\"\n");
  CHECK(reading.value("a").scalar == "null");
  CHECK(reading.value("b").scalar == "~");
  CHECK(reading.value("d").scalar == "Null");
  CHECK(reading.value("a").is_null);
  CHECK_FALSE(reading.value("a").is_blank());
  CHECK(reading.value("c").is_blank());
  CHECK(reading.text(reading.value("c").span) == "c");
  CHECK(reading.value("null").scalar == "3");
  CHECK_FALSE(reading.value("e").is_null);
}

TEST_CASE("repeated_yaml_keys_are_kept") {
  const Reading reading("a: 1\na: 2\n");
  REQUIRE(reading.document->entries.size() == 2);
  CHECK(reading.document->entries.at(1).value.scalar == "2");
}

TEST_CASE("yaml_faults_are_told_in_our_own_words_at_their_place") {
  struct Row {
    std::string text;
    std::string fault;
  };
  const std::vector<Row> rows = {
      {"a:\n\tb: 1\n", "E0501 2:1 a tab stands where only spaces can indent"},
      {"a:b\nc: 1\n", "E0501 1:2 a space is missing after this colon"},
      {"a: b: c\n", "E0501 1:5 a second colon on this line"},
      {"a: 1\n  b: 2\n", "E0501 2:3 the indentation of this line fits no line above it"},
      {"a: 1\nb 2\nc: 3\n", "E0501 2:1 this line has no key"},
      {"a: \"x\nb: 1\n", "E0501 1:4 the quote that opens here is never closed"},
      {"a: 'x\n", "E0501 1:4 the quote that opens here is never closed"},
      {"a: \"x\nb: \"y\"\n", "E0501 1:4 the quote that opens here is closed on a later line"},
      {"a: [1, 2\nb: 1\n", "E0501 1:4 this `[` is never closed"},
      {"{a: 1", "E0501 1:1 this `{` is never closed"},
      {"a: {b: 1 c: 2}\n", "E0501 1:11 a comma or `}` is missing before this"},
      {"a: [1, 2}\n", "E0501 1:9 `}` where `]` belongs"},
      {"a: [1]]\n", "E0501 1:7 this `]` closes nothing"},
      {"a: @b\n", "E0501 1:4 a value cannot begin with `@`"},
      {"a: \"\\q\"\n", "E0501 1:5 `\\` does not stand before this sign in double quotes"},
      {"a: - b\n", "E0501 1:4 a list cannot begin here"},
      {"a: |b\n", "E0501 1:5 a text after `|` or `>` begins on the next line"},
      {"  a: 1\nb: 2\n", "E0501 2:1 this stands outside the design, which has ended before"},
      {"", "E0501 1:1 this design is empty"},
      {"# only a remark\n", "E0501 1:1 this design is empty"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Reading(row.text).fault() == row.fault);
  }
}

TEST_CASE("help_for_a_yaml_fault_says_what_to_write") {
  CHECK(Reading("state:CA\nform: x\n").help() == "write `state: CA`");
  CHECK(Reading("name: Two days: out\n").help() ==
        "if it is part of a text, put the text in quotes: \"Two days: out\"");
}

TEST_CASE("anchors_tags_and_several_documents_are_no_part_of_a_design") {
  CHECK(Reading("a: &x 1\n").fault() ==
        "E0519 1:4 a design cannot use anchors and aliases (`&name`, `*name`)");
  CHECK(Reading("a: *x\n").fault() ==
        "E0519 1:4 a design cannot use anchors and aliases (`&name`, `*name`)");
  CHECK(Reading("a: !!int 1\n").fault() == "E0519 1:4 a design cannot use tags (`!name`)");
  CHECK(Reading("a: ! 1\n").fault() == "E0519 1:4 a design cannot use tags (`!name`)");
  CHECK(Reading("a: 1\n---\na: 2\n").fault() ==
        "E0519 2:1 a design cannot use several documents in one file");
  CHECK(Reading("[a]: 1\n").fault() ==
        "E0519 1:1 a design cannot use a list or a group of keys as a key");
}

TEST_CASE("every_alias_of_a_yaml_design_is_told") {
  const Reading reading("a: &x 1\nb: *x\nc: *x\n");
  CHECK_FALSE(reading.document);
  CHECK(reading.diagnostics.error_count() == 3);
}

TEST_CASE("a_yaml_design_must_be_utf8_without_control_characters") {
  CHECK(Reading("a: \xFF\n").fault() == "E0104 1:4 this file is not UTF-8 text");
  CHECK(Reading("a: \xC0\x80\n").fault() == "E0104 1:4 this file is not UTF-8 text");
  CHECK(Reading("a: \x04\nb: 1\n").fault() == "E0501 1:4 a control character stands here");
}

TEST_CASE("hostile_yaml_is_refused_at_its_limits") {
  CHECK(Reading(repeated("- ", 100) + "x").fault() ==
        "E0521 1:129 this design is nested more than 64 levels deep");
  CHECK(Reading(repeated("- x\n", 250'000)).fault().starts_with("E0522"));
  CHECK(Reading(repeated(" ", checker::kMaxDocumentBytes + 1)).fault().starts_with("E0102"));
  CHECK_FALSE(Reading(repeated("[", 100'000)).document);
  CHECK_FALSE(Reading(repeated("{a: ", 100'000)).document);
}

TEST_CASE("sixty_four_levels_of_yaml_are_not_too_deep") {
  CHECK(Reading(repeated("- ", 64) + "x").document);
}

}  // namespace
