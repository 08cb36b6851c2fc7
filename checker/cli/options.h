// Options that several verbs take, and the verbs with their options.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checker/cli/command_line.h"
#include "dsl/diagnostics/suggest.h"
#include <CLI/CLI.hpp>

namespace checker {

// An option that takes one of a few words.
template <typename T>
void add_word(CLI::App& verb, const std::string& name, T& value,
              const std::vector<std::pair<std::string, T>>& words, const std::string& description,
              const std::string& type_name) {
  verb.add_option_function<std::string>(
          name,
          [&value, words, name](const std::string& given) {
            std::vector<std::string> known;
            for (const auto& [word, meaning] : words) {
              known.push_back(word);
              if (word == given) {
                value = meaning;
                return;
              }
            }
            throw CLI::ValidationError(name.substr(name.find("--")),
                                       "`" + given + "` is none of " + dsl::list_words(known));
          },
          description)
      ->type_name(type_name);
}

// An option that takes several words: with commas between them, with or without blanks around the
// commas, and as often as it is given. `take` gets all of them, none empty.
CLI::Option* add_list(CLI::App& verb, const std::string& name,
                      std::function<void(const std::vector<std::string>&)> take,
                      const std::string& description, const std::string& type_name);
// The arguments with the words of such lists put together where a blank behind or before a comma
// has parted them: `--only conflict, clear` gives `--only` and `conflict,clear`.
std::vector<std::string> join_lists(const CLI::App& app, int argc, const char* const* argv);

// Which rules the verb reads, and how it speaks.
void add_common(CLI::App& verb, CommonOptions& options);
// Only how it speaks; every verb has these.
void add_output(CLI::App& verb, CommonOptions& options);
void add_date(CLI::App& verb, const std::string& name, std::optional<dsl::Date>& date,
              const std::string& description);
void add_as_of(CLI::App& verb, std::optional<dsl::Date>& as_of,
               const std::string& description = "The date whose law is applied");
void add_facts(
    CLI::App& verb, std::vector<std::string>& facts,
    const std::string& description =
        "A fact in the place of what the design says, as in school.form=charter; may be\n"
        "repeated. Times and yes or no need no quotes of YAML");
void add_output_file(CLI::App& verb, std::string& output);
// Text or JSON.
void add_format(CLI::App& verb, OutputFormat& format);
CLI::Option* add_percent(CLI::App& verb, const std::string& name,
                         std::optional<dsl::Rational>& percent, const std::string& description);

// The verbs, each with all of its options.

void add_check(CLI::App& app, CheckCommand& command);
// options_for_designs.cpp
void add_eval(CLI::App& app, EvalCommand& command);
void add_explain(CLI::App& app, ExplainCommand& command);
void add_network(CLI::App& app, NetworkCommand& command);
void add_compare(CLI::App& app, CompareCommand& command);
void add_timeline(CLI::App& app, TimelineCommand& command);
// options_for_rules.cpp
void add_explain_error(CLI::App& app, ExplainErrorCommand& command);
void add_lint(CLI::App& app, LintCommand& command);
void add_test(CLI::App& app, TestCommand& command);
void add_fmt(CLI::App& app, FormatCommand& command);
void add_doc(CLI::App& app, DocCommand& command);
void add_new(CLI::App& app, NewCommand& pack, NewCommand& design);

}  // namespace checker
