#include "checker/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <map>
#include <utility>

#include "dsl/diagnostics/suggest.h"

namespace checker {
namespace {

const std::vector<std::string>& verbs() {
  static const std::vector<std::string> words = {"check", "eval", "explain", "test"};
  return words;
}

void add_common(CLI::App& verb, CommonOptions& options) {
  verb.add_option("--rules", options.rules,
                  "Rule files or folders to use instead of the shipped packs")
      ->type_name("PATH");
  verb.add_option("--add-rules", options.add_rules, "Rule files or folders to use besides them")
      ->type_name("PATH");
  verb.add_option("--log-level", options.log_level, "What to log on standard error")
      ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}))
      ->type_name("LEVEL");
  verb.add_flag_callback("-v,--verbose", [&options] { options.log_level = "info"; },
                         "The same as --log-level info");
  const std::map<std::string, ColorChoice> choices = {
      {"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}};
  verb.add_option("--color", options.color, "auto, always or never; NO_COLOR is honoured")
      ->transform(CLI::CheckedTransformer(choices))
      ->type_name("WHEN");
}

void add_as_of(CLI::App& verb, std::optional<dsl::Date>& as_of) {
  verb.add_option_function<std::string>(
          "--as-of",
          [&as_of](const std::string& text) {
            as_of = dsl::parse_date(text);
            if (!as_of) {
              throw CLI::ValidationError("--as-of", "there is no such date as `" + text +
                                                        "`; write it as 2027-08-16");
            }
          },
          "The date whose law is applied")
      ->type_name("DATE");
}

void add_check(CLI::App& app, CheckCommand& command) {
  CLI::App* verb = app.add_subcommand("check", "Check designs against the rules");
  verb->add_option("DESIGN", command.designs, "YAML or JSON files; `-` reads standard input")
      ->required();
  verb->add_option("--stdin-filename", command.stdin_name,
                   "The name that messages use for standard input; .json makes it JSON")
      ->type_name("NAME");
  add_as_of(*verb, command.as_of);
  const std::map<std::string, OutputFormat> formats = {{"text", OutputFormat::Text},
                                                       {"json", OutputFormat::Json}};
  verb->add_option("-f,--format", command.format, "text or json")
      ->transform(CLI::CheckedTransformer(formats))
      ->type_name("FORMAT");
  verb->add_option("-o,--output", command.output, "Write the report to a file")->type_name("FILE");
  verb->add_option_function<std::vector<std::string>>(
          "--fail-on",
          [&command](const std::vector<std::string>& words) {
            command.fail_on.effects.clear();
            for (const std::string& word : words) {
              for (const auto effect : {dsl::Effect::Blocked, dsl::Effect::Costs,
                                        dsl::Effect::Unrecognised, dsl::Effect::Pressure}) {
                if (effect_word(effect) == word) command.fail_on.effects.insert(effect);
              }
            }
          },
          "The effects whose conflicts fail the run (default: blocked,costs,unrecognised)")
      ->delimiter(',')
      ->check(CLI::IsMember({"blocked", "costs", "unrecognised", "pressure"}))
      ->type_name("EFFECTS");
  verb->add_flag("--exit-zero", command.exit_zero, "Leave with 0 whatever the verdicts are");
  verb->add_flag("--allow-empty", command.allow_empty, "Leave with 0 when no rule applies");
  add_common(*verb, command.common);
}

void add_eval(CLI::App& app, EvalCommand& command) {
  CLI::App* verb = app.add_subcommand("eval", "Work out an expression of the rule language");
  verb->add_option("EXPRESSION", command.expression, "The expression, in quotes")->required();
  verb->add_option("--design", command.design, "The design whose facts it reads")
      ->type_name("FILE");
  add_as_of(*verb, command.as_of);
  verb->add_flag("--bare", command.bare, "Print the value alone, without notes on what is missing");
  add_common(*verb, command.common);
}

void add_explain(CLI::App& app, ExplainCommand& command) {
  CLI::App* verb = app.add_subcommand("explain", "Show how one norm's verdict comes about");
  verb->add_option("DESIGN", command.design, "A YAML or JSON file")->required();
  verb->add_option("NORM", command.norm, "The norm's name")->required();
  add_as_of(*verb, command.as_of);
  add_common(*verb, command.common);
}

void add_test(CLI::App& app, TestCommand& command) {
  CLI::App* verb = app.add_subcommand("test", "Run the `test` declarations of the rule files");
  verb->add_option("PATH", command.common.rules,
                   "Rule files or folders; the shipped packs when none is given");
  verb->add_option("--filter", command.filter, "Only tests whose title or norm contains TEXT")
      ->type_name("TEXT");
  add_common(*verb, command.common);
}

// CLI11's complaint about an unknown verb names no verb; ours suggests one.
std::string complaint(const CLI::ParseError& error, int argc, const char* const* argv) {
  std::string text = error.what();
  if (argc > 1 && argv[1][0] != '-') {
    const std::string verb = argv[1];
    const auto& known = verbs();
    if (std::find(known.begin(), known.end(), verb) == known.end()) {
      text = "there is no verb `" + verb + "`; " +
             dsl::suggest(verb, known, "the verbs are " + dsl::list_words(known));
    }
  }
  return "leeway: " + text + "\nRun `leeway --help` or `leeway VERB --help`.\n";
}

}  // namespace

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
  CLI::App app{"Checks a learner-centered design against the rules and practices around it."};
  app.name("leeway");
  app.set_version_flag("--version", std::string("leeway ") + LEEWAY_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 clear, 1 conflict, 2 undecided, 3 fault in the rules, 4 fault in a design,\n"
      "5 nothing checked, 64 usage, 70 internal error.");
  CheckCommand check;
  EvalCommand eval;
  ExplainCommand explain;
  TestCommand test;
  add_check(app, check);
  add_eval(app, eval);
  add_explain(app, explain);
  add_test(app, test);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    return {std::nullopt, chosen.empty() ? app.help() : chosen.front()->help(), ExitStatus::Success};
  } catch (const CLI::CallForVersion&) {
    return {std::nullopt, app.version() + "\n", ExitStatus::Success};
  } catch (const CLI::ParseError& error) {
    return {std::nullopt, complaint(error, argc, argv), ExitStatus::Usage};
  }
  if (app.got_subcommand("check")) return {std::move(check), "", ExitStatus::Success};
  if (app.got_subcommand("eval")) return {std::move(eval), "", ExitStatus::Success};
  if (app.got_subcommand("explain")) return {std::move(explain), "", ExitStatus::Success};
  return {std::move(test), "", ExitStatus::Success};
}

}  // namespace checker
