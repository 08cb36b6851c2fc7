#include "checker/report/html/html.h"

#include <string>
#include <type_traits>

#include "checker/site/page.h"
#include "checker/site/write_site.h"
#include <catch2/catch.hpp>

using namespace checker::html;
using namespace checker::site;

// What is only known when the program runs is no markup.
static_assert(!std::is_constructible_v<Html, std::string>);
static_assert(!std::is_constructible_v<Html, std::string_view>);
static_assert(!std::is_constructible_v<Markup, std::string>);
static_assert(!std::is_constructible_v<Markup, std::string_view>);

TEST_CASE("text is escaped wherever it stands") {
  CHECK(escaped("a < b & c > \"d\" 'e'") == "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;");
  CHECK(element("p", text_of("</p><script>")).str() == "<p>&lt;/p&gt;&lt;script&gt;</p>");
  CHECK(element("a", {{"href", "x\" onclick=\"y"}}, text_of("&amp;")).str() ==
        "<a href=\"x&quot; onclick=&quot;y\">&amp;amp;</a>");
  CHECK(void_element("meta", {{"content", "'"}}).str() == "<meta content=\"&#39;\">");
}

TEST_CASE("what has no place on a page is replaced") {
  CHECK(escaped("a\tb\nc") == "a b c");
  CHECK(escaped(std::string("a\0b", 3)) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(escaped("\xFF") == "\xEF\xBF\xBD");
  CHECK(escaped("\xE2\x80\xAE") == "\xEF\xBF\xBD");
  CHECK(Html().add_lines("a <\n  b\n").str() == "a &lt;\n  b\n");
}

TEST_CASE("an attribute without a value is left out") {
  CHECK(element("p", {{"class", ""}, {"id", "a"}}, {}).str() == "<p id=\"a\"></p>");
}

TEST_CASE("links lead to web addresses only") {
  CHECK(is_web_address("https://example.org"));
  CHECK(is_web_address("HTTP://example.org"));
  CHECK_FALSE(is_web_address("https://"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
  CHECK_FALSE(is_web_address(" https://example.org"));
  CHECK_FALSE(is_web_address("data:text/html,x"));
  CHECK_FALSE(is_web_address("//example.org"));
  CHECK_FALSE(is_web_address(""));
}

TEST_CASE("a citation without a web address is text") {
  SitePage page;
  page.path = "index.html";
  page.title = "<i>";
  page.paragraph(
      Prose().link_out("a", "javascript:alert(1)").link_out("b", "https://example.org/?c&d"));
  const std::string html = write_page(page);
  CHECK(html.find(
            "<p>a<a href=\"https://example.org/?c&amp;d\" rel=\"noopener noreferrer\">b</a></p>") !=
        std::string::npos);
  CHECK(html.find("javascript") == std::string::npos);
  CHECK(html.find("<h1>&lt;i&gt;</h1>") != std::string::npos);
}

TEST_CASE("links lead from any page to any other") {
  SitePage page;
  page.path = "norms/x.html";
  page.paragraph(Prose().link("a", {"facts/a b.html", "c.d"}).link("e", {"norms/x.html", "f"}));
  const std::string html = write_page(page);
  CHECK(html.find("<p><a href=\"../facts/a%20b.html#c.d\">a</a><a href=\"#f\">e</a></p>") !=
        std::string::npos);
}

TEST_CASE("no title ends a string of the search index") {
  const std::string script =
      write_search({{"</script>\"\\\n\xE2\x80\xA8", "x", "pack", {"a.html", "b"}}});
  CHECK(
      script.starts_with("const leewayEntries = [\n[\"</script>\\\"\\\\ "
                         "\\ufffd\",\"x\",\"pack\",\"a.html#b\"],\n];\n"));
}
