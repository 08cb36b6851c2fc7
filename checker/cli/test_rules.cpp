#include "checker/cli/test_rules.h"

#include "checker/cli/files.h"
#include "checker/cli/session.h"

namespace checker {

bool TestRules::is_chosen(dsl::Span span, const dsl::SourceMap& sources) const {
  return all_chosen || chosen.contains(true_path(sources.file(span.file).name));
}

TestRules choose_test_rules(const TestCommand& command) {
  TestRules rules;
  if (command.paths.empty()) {
    rules.paths = rule_paths(command.common);
    return rules;
  }
  rules.all_chosen = false;
  rules.chosen = rule_files_below(command.paths);
  rules.stand_alone = command.common.rules.empty() && declare_vocabulary(command.paths);
  rules.paths = rules.stand_alone ? command.common.add_rules : rule_paths(command.common);
  rules.shipped_added = !rules.stand_alone && command.common.rules.empty();
  rules.paths.insert(rules.paths.end(), command.paths.begin(), command.paths.end());
  return rules;
}

}  // namespace checker
