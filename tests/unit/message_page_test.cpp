#include "checker/report/message_page.h"

#include <sstream>
#include <string>

#include "dsl/diagnostics/diagnostic.h"
#include <catch2/catch.hpp>

using checker::find_message_page;
using checker::message_code;

namespace {

std::string written(const checker::MessagePage& page, int width) {
  std::ostringstream out;
  checker::write_message_page(out, page, {width, false});
  return out.str();
}

}  // namespace

TEST_CASE("every kind of message has a page in the program") {
  for (const dsl::DiagnosticKind kind : dsl::all_diagnostic_kinds()) {
    INFO(dsl::info(kind).code);
    const checker::MessagePage* const page = find_message_page(dsl::info(kind).code);
    REQUIRE(page != nullptr);
    CHECK(page->text.find("right:") != std::string_view::npos);
  }
  CHECK(checker::message_pages().size() == dsl::all_diagnostic_kinds().size());
}

TEST_CASE("a code may be typed in lower case or copied from a message") {
  CHECK(message_code("e0203") == "E0203");
  CHECK(message_code("error[E0203]") == "E0203");
  CHECK(find_message_page("E0000") == nullptr);
}

TEST_CASE("a message's page is plain text, wrapped, with its examples as they stand") {
  const checker::MessagePage page{
      "E0001",
      "A title\n\nOne of [two](page.md) words, and a few more of them.\n\n```text\n"
      "wrong:  a line of an example that is wider than the page\n        b\n```\n"};
  CHECK(written(page, 40) ==
        "E0001: A title\n\nOne of two words, and a few more of\nthem.\n\n"
        "  wrong:  a line of an example that is wider than the page\n          b\n");
}
