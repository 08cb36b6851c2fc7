#include "checker/cli/test_rules.h"

#include <algorithm>
#include <variant>

#include "checker/cli/files.h"
#include "checker/cli/session.h"
#include "dsl/parse/parse.h"

namespace checker {
namespace {

bool is_vocabulary(const dsl::ast::Declaration& declaration) {
  return std::holds_alternative<dsl::ast::VocabularyDecl>(declaration);
}

// Faults are reported when the files are read for good.
bool declare_vocabulary(const std::vector<std::string>& paths) {
  dsl::SourceMap sources;
  dsl::Diagnostics unheard;
  const auto files = read_rule_files(paths, RuleFiles::All, sources, unheard);
  return std::any_of(files.begin(), files.end(), [&](const dsl::SourceFile* file) {
    const dsl::ast::Document document = dsl::parse(*file, unheard);
    return std::any_of(document.declarations.begin(), document.declarations.end(), is_vocabulary);
  });
}

}  // namespace

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
