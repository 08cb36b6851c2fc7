#include "dsl/syntax/clause_forms.h"

#include <array>

namespace dsl {
namespace {

// clang-format off
constexpr auto kForms = std::to_array<ClauseForm>({
    {"in force",    "",                  "",     TextPlace::WithWords,   false},
    {"for each",    "",                  "",     TextPlace::WithWords,   false},
    {"as of",       "",                  "",     TextPlace::WithWords,   false},
    {"computed as", "",                  "",     TextPlace::WithWords,   false},
    {"cannot lift", "",                  "",     TextPlace::WhereItFits, false},
    {"cannot reach", "",                 "",     TextPlace::WhereItFits, false},
    {"suspended",   "until",             "",     TextPlace::WithWords,   false},
    {"alternative", "when",              "cite", TextPlace::WithWords,   false},
    {"reading",     "as",                "",     TextPlace::WithWords,   false},
    {"appeal",      "within",            "",     TextPlace::WhereItFits, false},
    {"lasting",     "renewable",         "",     TextPlace::WithWords,   false},
    {"effect",      "amount",            "",     TextPlace::WithWords,   false},
    {"enforced",    "through",           "",     TextPlace::OwnLine,     false},
    {"relief",      "applied vote under due lasting renewable","",     TextPlace::WhereItFits, false},
    {"decided",     "within",            "",     TextPlace::WithWords,   false},
    {"unless",      "when",              "cite but", TextPlace::WithWords,   false},
    {"ask",         "of",                "",     TextPlace::WithWords,   false},
    {"expect",      "for leeway needs",  "",     TextPlace::WithWords,   true},
});
// clang-format on
constexpr ClauseForm kPlain = {};

}  // namespace

const ClauseForm& clause_form(std::string_view first, std::string_view second) {
  for (const ClauseForm& form : kForms) {
    const std::size_t end = form.words.find(' ');
    if (form.words.substr(0, end) != first) continue;
    if (end == std::string_view::npos || form.words.substr(end + 1) == second) return form;
  }
  return kPlain;
}

bool is_among(std::string_view word, std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    if (words.substr(0, end) == word) return true;
    if (end == std::string_view::npos) break;
    words.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace dsl
