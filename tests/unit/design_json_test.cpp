// JSON to a document tree: what it means, where it stands, and what is wrong with it.
#include <string>
#include <utility>
#include <vector>

#include "checker/design/document.h"
#include <catch2/catch.hpp>

namespace {

using checker::DocumentNode;
using checker::ScalarStyle;

struct Reading {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  std::optional<DocumentNode> document;

  explicit Reading(std::string text) {
    const dsl::SourceFile& file = sources.add("design.json", std::move(text));
    document = checker::read_json(file, diagnostics);
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
};

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

TEST_CASE("json_keys_and_values_know_their_places") {
  const Reading reading("{ \"leeway\" : 1,\n  \"a\":[1 ,\"b\\\"\\\\\", {\"c\":null}, true] }");
  CHECK(reading.text(reading.document->entries.at(0).key_span) == "\"leeway\"");
  CHECK(reading.text(reading.value("leeway").span) == "1");
  const DocumentNode& list = reading.value("a");
  CHECK(reading.text(list.span) == "[1 ,\"b\\\"\\\\\", {\"c\":null}, true]");
  CHECK(reading.text(list.items.at(1).span) == "\"b\\\"\\\\\"");
  CHECK(list.items.at(1).scalar == "b\"\\");
  CHECK(reading.text(list.items.at(2).span) == "{\"c\":null}");
  CHECK(reading.text(list.items.at(2).entries.at(0).value.span) == "null");
  CHECK(reading.text(list.items.at(3).span) == "true");
}

TEST_CASE("json_places_are_right_behind_a_byte_order_mark") {
  const Reading reading("\xEF\xBB\xBF{\"a\": \"ö\", \"b\": 2}");
  CHECK(reading.text(reading.value("a").span) == "\"ö\"");
  CHECK(reading.text(reading.value("b").span) == "2");
}

TEST_CASE("json_numbers_keep_the_digits_that_were_written") {
  for (const std::string number :
       {"0.1", "123456789012345678901234567890.5", "1e3", "-0", "2.50"}) {
    const Reading reading("{\"a\": " + number + "}");
    CHECK(reading.value("a").scalar == number);
    CHECK(reading.text(reading.value("a").span) == number);
    CHECK(reading.value("a").style == ScalarStyle::Plain);
  }
}

TEST_CASE("the_json_strings_for_no_value_count_as_plain_words") {
  const Reading reading("{\"a\": \"unknown\", \"b\": \"not_applicable\", \"c\": \"null\"}");
  CHECK(reading.value("a").is_plain("unknown"));
  CHECK(reading.value("b").is_plain("not_applicable"));
  CHECK(reading.value("c").style == ScalarStyle::Quoted);
}

TEST_CASE("repeated_json_keys_are_kept") {
  const Reading reading("{\"a\": 1, \"a\": 2}");
  CHECK(reading.document->entries.size() == 2);
}

TEST_CASE("json_faults_are_told_in_our_own_words_at_their_place") {
  struct Row {
    std::string text;
    std::string fault;
  };
  const std::vector<Row> rows = {
      {"{\"a\": 1,}", "E0501 1:8 nothing follows this comma"},
      {"[1, 2,]", "E0501 1:6 nothing follows this comma"},
      {"{\"a\": 1 \"b\": 2}", "E0501 1:9 a comma is missing before this"},
      {"{\"a\" 1}", "E0501 1:6 a colon is missing before this"},
      {"{a: 1}", "E0501 1:2 a key in double quotes belongs here, not `a`"},
      {"{'a': 1}", "E0501 1:2 single quotes mean nothing in JSON"},
      {"{\"a\": True}", "E0501 1:7 `True` is not a value of JSON"},
      {"{\"a\": unknown}", "E0501 1:7 `unknown` is not a value of JSON"},
      {"{\"a\": 1_000}", "E0501 1:7 `1_000` is not a value of JSON"},
      {"{\"a\": 01}", "E0501 1:7 `01` is not a value of JSON"},
      {"{\"a\": 1e999}", "E0509 1:7 `1e999` has more digits than are kept exactly"},
      {"{\"a\": \"x\n\"}", "E0501 1:7 the quote that opens here is not closed on its line"},
      {"{\"a\": \"\\q\"}", "E0501 1:8 `\\` does not stand before this sign in JSON"},
      {"{\"a\": \"\t\"}", "E0501 1:8 a tab cannot stand in a text of JSON"},
      {"{\"a\": 1", "E0501 1:1 this `{` is never closed"},
      {"{\"a\": [1, 2}", "E0501 1:12 `}` where `]` belongs"},
      {"{\"a\": 1} {}", "E0501 1:10 this stands behind the end of the design"},
      {"{\"a\": 1 // b\n}", "E0501 1:9 JSON has no comments"},
      {"{\"a\": }", "E0501 1:7 a value belongs here, not `}`"},
      {" ", "E0501 1:1 this design is empty"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Reading(row.text).fault() == row.fault);
  }
}

TEST_CASE("hostile_json_is_refused_at_its_limits") {
  CHECK(Reading(repeated("[", 100'000)).fault() ==
        "E0521 1:65 this design is nested more than 64 levels deep");
  CHECK(Reading(repeated("{\"a\":", 100'000)).fault().starts_with("E0521"));
  CHECK(Reading("[" + repeated("1,", 250'000) + "1]").fault().starts_with("E0522"));
  CHECK(Reading(repeated(" ", checker::kMaxDocumentBytes + 1)).fault().starts_with("E0102"));
}

}  // namespace
