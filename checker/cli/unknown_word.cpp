#include "checker/cli/unknown_word.h"

#include <algorithm>
#include <iterator>

#include "dsl/diagnostics/suggest.h"

namespace checker {
namespace {

// The words that have the most leading names of a dotted word: for `us.ca.cd` those of `us.ca`.
std::vector<std::string> with_same_beginning(std::string_view word,
                                             const std::vector<std::string>& known) {
  for (std::size_t dot = word.rfind('.'); dot != std::string_view::npos && dot > 0;
       dot = word.rfind('.', dot - 1)) {
    const std::string_view beginning = word.substr(0, dot + 1);
    std::vector<std::string> alike;
    std::copy_if(known.begin(), known.end(), std::back_inserter(alike),
                 [&](const std::string& each) { return each.starts_with(beginning); });
    if (!alike.empty()) return alike;
  }
  return known;
}

}  // namespace

std::string unknown_word(std::string_view lack, std::string_view word,
                         const std::vector<std::string>& known) {
  constexpr std::size_t kFew = 24;
  std::string text = std::string(lack) + " `" + std::string(word) + "`";
  if (known.empty()) return text + ", nor any other";
  if (known.size() == 1) return text + "; the only one is " + dsl::list_words(known);
  const std::string near = dsl::suggest(word, known);
  text += near.empty() ? "; there are " : "; " + near + " There are ";
  return text + (known.size() <= kFew
                     ? dsl::list_words(known, kFew)
                     : std::to_string(known.size()) + ", of them " +
                           dsl::list_words(with_same_beginning(word, known), kFew));
}

}  // namespace checker
