// Texts with a few mistakes in them, by seed: words and lines taken out, written twice or swapped,
// hostile words put in, the rest cut off.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace test_support {

// The text parted into words, and into what stands between them; joined it is the text again.
inline std::vector<std::string> words_and_blanks(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  std::vector<std::string> parts;
  for (const char c : text) {
    const bool goes_on = !parts.empty() && is_blank(parts.back().front()) == is_blank(c);
    if (!goes_on) parts.emplace_back();
    parts.back() += c;
  }
  return parts;
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

class TextMutator {
 public:
  // The seed alone decides what happens: the engine's numbers are the same everywhere, and no
  // distribution of the library stands between.
  explicit TextMutator(std::uint32_t seed) : random_(seed) {}

  // With one to four mistakes; more often with one, which is found furthest from the surface.
  std::string mutate(std::string text) {
    for (std::size_t left = 1 + pick(2) * pick(4); left > 0; --left) text = mutate_once(text);
    return text;
  }

  std::size_t pick(std::size_t count) { return count == 0 ? 0 : random_() % count; }

 private:
  std::string mutate_once(const std::string& text) {
    switch (pick(8)) {
      case 0: return text.substr(0, pick(text.size() + 1));
      case 1:
      case 2: return changed(lines_of(text));
      case 3: return with_bytes(text);
      default: return changed(words_and_blanks(text));
    }
  }

  // Takes out, writes twice, swaps or replaces a part.
  std::string changed(std::vector<std::string> parts) {
    if (parts.empty()) return std::string(hostile_word());
    const std::size_t at = pick(parts.size());
    const std::size_t near = std::min(at + 1 + pick(4), parts.size() - 1);
    const std::size_t far = pick(parts.size());
    switch (pick(6)) {
      case 0: parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at)); break;
      case 1: parts[at] += " " + parts[at]; break;
      case 2: std::swap(parts[at], parts[near]); break;
      case 3: std::swap(parts[at], parts[far]); break;
      case 4: parts[at] = parts[far]; break;
      default: parts[at] = hostile_word(); break;
    }
    std::string text;
    for (const std::string& part : parts) text += part;
    return text;
  }

  std::string with_bytes(std::string text) {
    const std::size_t at = pick(text.size() + 1);
    switch (pick(3)) {
      case 0: text.insert(at, 1, static_cast<char>(pick(256))); break;
      case 1: text.insert(at, hostile_word()); break;
      default: text.erase(at, 1 + pick(8)); break;
    }
    return text;
  }

  std::string_view hostile_word() {
    static constexpr std::array<std::string_view, 58> kWords = {"\"",
                                                                "(",
                                                                ")",
                                                                "((",
                                                                "#",
                                                                "\\",
                                                                "\\\"",
                                                                "<",
                                                                ">",
                                                                "<https://",
                                                                "|",
                                                                "..",
                                                                "...",
                                                                ",",
                                                                ".",
                                                                "-",
                                                                "--",
                                                                "=",
                                                                "%",
                                                                "$",
                                                                "_",
                                                                "\xC3",
                                                                "\xE2\x80\x99",
                                                                "\r",
                                                                "\t",
                                                                "0",
                                                                "-1",
                                                                "00",
                                                                "99999999999999999999",
                                                                "9223372036854775807",
                                                                "0.000000000000000001",
                                                                "1_000_",
                                                                "2026-02-30",
                                                                "0000-00-00",
                                                                "9999-12-31",
                                                                "25:00 pm",
                                                                "12:60 am",
                                                                "12..9",
                                                                "TK",
                                                                "PK..12",
                                                                "not",
                                                                "and",
                                                                "or",
                                                                "if",
                                                                "when",
                                                                "where",
                                                                "in",
                                                                "of",
                                                                "by",
                                                                "unknown",
                                                                "absent",
                                                                "all",
                                                                "unless",
                                                                "require",
                                                                "alternative",
                                                                "reading",
                                                                "computed as",
                                                                "grade"};
    return kWords.at(pick(kWords.size()));
  }

  std::mt19937 random_;
};

}  // namespace test_support
