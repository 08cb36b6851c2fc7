// Leeway as a library: the rules loaded once, designs checked by any number of threads.
//
// This header needs nothing else of Leeway, so that it is all that a program has to see.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace leeway {

// A rule file: its name for messages, and what stands in it.
struct RuleText {
  std::string name;
  std::string text;
};

struct CheckerOptions {
  // The date whose law is applied, as 2026-09-01. Empty: the design's `opens`, else its `as_of`,
  // else `today`.
  std::string as_of;
  std::string today;     // empty: a design has to say its date itself, or `as_of` has to be given
  bool details = false;  // also how far conflicts are from holding, and which facts are missing
};

class Checker {
 public:
  // Null where the rules or a date have a fault; then `errors` tells them for people.
  static std::unique_ptr<Checker> load(const std::vector<RuleText>& rules,
                                       const CheckerOptions& options, std::string& errors);
  ~Checker();
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  // The verdicts on a design in JSON, as one line of JSON without a line break: docs/batch.md says
  // what is in it. May be called by several threads at a time.
  std::string check(std::string_view design) const;

 private:
  struct State;
  explicit Checker(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace leeway
