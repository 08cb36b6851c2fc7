#include "checker/report/html/html.h"

#include <algorithm>
#include <cctype>

#include "dsl/text/display_text.h"

namespace checker::html {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : dsl::printable(text)) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default: result += c;
    }
  }
  return result;
}

bool is_web_address(std::string_view url) {
  const auto opens_with = [&](std::string_view scheme) {
    return url.size() > scheme.size() &&
           std::equal(scheme.begin(), scheme.end(), url.begin(), [](char a, char b) {
             return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
           });
  };
  return opens_with("http://") || opens_with("https://");
}

Html& Html::add(const Html& html) {
  text_ += html.text_;
  return *this;
}

Html& Html::add(Markup markup) {
  text_ += markup.text();
  return *this;
}

Html& Html::add_asset(EmbeddedText asset) {
  text_ += asset.text;
  return *this;
}

Html& Html::add_text(std::string_view text) {
  text_ += escaped(text);
  return *this;
}

Html& Html::add_lines(std::string_view text) {
  while (true) {
    const std::size_t end = text.find('\n');
    text_ += escaped(text.substr(0, end));
    if (end == std::string_view::npos) return *this;
    text_ += '\n';
    text.remove_prefix(end + 1);
  }
}

void Html::open(Markup tag, std::initializer_list<Attribute> attributes) {
  text_ += '<';
  text_ += tag.text();
  for (const Attribute& attribute : attributes) {
    if (attribute.value.empty()) continue;
    text_ += ' ';
    text_ += attribute.name.text();
    text_ += "=\"" + escaped(attribute.value) + '"';
  }
  text_ += '>';
}

Html text_of(std::string_view text) { return Html().add_text(text); }

Html element(Markup tag, std::initializer_list<Attribute> attributes, const Html& content) {
  Html html;
  html.open(tag, attributes);
  html.text_ += content.text_;
  html.text_ += "</";
  html.text_ += tag.text();
  html.text_ += '>';
  return html;
}

Html element(Markup tag, const Html& content) { return element(tag, {}, content); }

Html void_element(Markup tag, std::initializer_list<Attribute> attributes) {
  Html html;
  html.open(tag, attributes);
  return html;
}

}  // namespace checker::html
