// HTML under construction. Text gets in escaped; markup comes from our own literals alone, which
// the compiler sees to: a string that is only known when the program runs cannot become markup.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "checker/report/html/embedded_text.h"

namespace checker::html {

// Markup that stands in our own source.
class Markup {
 public:
  consteval Markup(const char* literal) : text_(literal) {}  // NOLINT(google-explicit-constructor)

  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

// The value is escaped like any text.
struct Attribute {
  Markup name;
  std::string value = {};
};

class Html {
 public:
  Html() = default;
  Html(Markup markup) : text_(markup.text()) {}  // NOLINT(google-explicit-constructor)

  Html& add(const Html& html);
  Html& add(Markup markup);
  // A style sheet or a script that the build has put into the program, as it stands.
  Html& add_asset(EmbeddedText asset);
  // Text from anywhere; line breaks and other blanks become one blank each.
  Html& add_text(std::string_view text);
  // Text whose line breaks count.
  Html& add_lines(std::string_view text);

  const std::string& str() const { return text_; }

 private:
  friend Html element(Markup tag, std::initializer_list<Attribute> attributes, const Html& content);
  friend Html void_element(Markup tag, std::initializer_list<Attribute> attributes);

  void open(Markup tag, std::initializer_list<Attribute> attributes);

  std::string text_;
};

Html text_of(std::string_view text);

// <tag name="value">content</tag>; an attribute without a value is left out.
Html element(Markup tag, std::initializer_list<Attribute> attributes, const Html& content);
Html element(Markup tag, const Html& content);
// <tag name="value">, which has no content.
Html void_element(Markup tag, std::initializer_list<Attribute> attributes);

// `&`, `<`, `>` and both quotes as entities; what has no place on a page becomes U+FFFD.
std::string escaped(std::string_view text);

// Whether a link may lead there: http and https, nothing else.
bool is_web_address(std::string_view url);

}  // namespace checker::html
