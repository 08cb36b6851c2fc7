#include "checker/library/leeway.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>

#include "checker/library/checker.h"

struct leeway_checker {
  std::unique_ptr<leeway::Checker> checker;
};

namespace {

// A copy that C can give back; null where there is no memory for it.
char* copy_of(const std::string& text) {
  auto* const copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy != nullptr) std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

}  // namespace

leeway_checker* leeway_checker_load(const char* const* names, const char* const* texts,
                                    size_t count, const char* as_of, const char* today,
                                    char** errors) {
  std::string complaints;
  try {
    std::vector<leeway::RuleText> rules;
    rules.reserve(count);
    for (size_t i = 0; i < count; ++i) rules.push_back({names[i], texts[i]});
    leeway::CheckerOptions options;
    if (as_of != nullptr) options.as_of = as_of;
    if (today != nullptr) options.today = today;
    auto checker = leeway::Checker::load(rules, options, complaints);
    if (checker) return new leeway_checker{std::move(checker)};
  } catch (const std::exception& error) {
    complaints = error.what();
  }
  if (errors != nullptr) *errors = copy_of(complaints);
  return nullptr;
}

void leeway_checker_free(leeway_checker* checker) { delete checker; }

char* leeway_check(const leeway_checker* checker, const char* design, size_t length) {
  try {
    return copy_of(checker->checker->check({design, length}));
  } catch (const std::exception&) {
    return nullptr;
  }
}

void leeway_text_free(char* text) { std::free(text); }
