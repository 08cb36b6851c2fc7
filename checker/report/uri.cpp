#include "checker/report/uri.h"

#include "dsl/text/ascii.h"
#include <fmt/core.h>

namespace checker {
namespace {

bool is_one_of(char c, std::string_view all) { return all.find(c) != std::string_view::npos; }

bool is_unreserved(char c) { return dsl::is_letter(c) || dsl::is_digit(c) || is_one_of(c, "-._~"); }

// Percent-encodes what is neither unreserved nor in `kept`.
std::string encoded(std::string_view text, std::string_view kept) {
  std::string result;
  for (const char c : text) {
    if (is_unreserved(c) || is_one_of(c, kept)) {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

}  // namespace

std::string file_uri(std::string_view path) {
  return (path.starts_with('/') ? "file://" : "") + encoded(path, "/!$&'()*+,;=@");
}

std::string web_uri(std::string_view address) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) return {};
  return encoded(address, ":/?#@!$&'()*+,;=%");
}

}  // namespace checker
