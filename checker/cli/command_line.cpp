#include "checker/cli/command_line.h"

#include <algorithm>
#include <utility>

#include "checker/report/message_page.h"
#include "dsl/diagnostics/suggest.h"
#include "dsl/lint/lint.h"
#include "dsl/sema/words.h"
#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace checker {
namespace {

const std::vector<std::string>& verbs() {
  static const std::vector<std::string> kVerbs = {"check",   "compare",       "doc",  "eval",
                                                  "explain", "explain-error", "fmt",  "lint",
                                                  "network", "new",           "test", "timeline"};
  return kVerbs;
}

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

// Which rules the verb reads.
void add_rules(CLI::App& verb, CommonOptions& options) {
  verb.add_option("--rules", options.rules,
                  "Rule files or folders to use instead of the shipped packs; may be repeated")
      ->allow_extra_args(false)
      ->type_name("PATH");
  verb.add_option("--add-rules", options.add_rules,
                  "Rule files or folders to use besides them; may be repeated")
      ->allow_extra_args(false)
      ->type_name("PATH");
}

// How the verb speaks; every verb has these.
void add_output(CLI::App& verb, CommonOptions& options) {
  verb.add_option("--log-level", options.log_level, "What to log on standard error")
      ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}))
      ->type_name("LEVEL");
  verb.add_flag_callback(
      "-v,--verbose", [&options] { options.log_level = "info"; }, "The same as --log-level info");
  add_word<ColorChoice>(
      verb, "--color", options.color,
      {{"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}},
      "auto, always or never; NO_COLOR is honoured", "WHEN");
}

void add_common(CLI::App& verb, CommonOptions& options) {
  add_rules(verb, options);
  add_output(verb, options);
}

void add_date(CLI::App& verb, const std::string& name, std::optional<dsl::Date>& date,
              const std::string& description) {
  verb.add_option_function<std::string>(
          name,
          [&date, name](const std::string& text) {
            date = dsl::parse_date(text);
            if (!date) {
              throw CLI::ValidationError(
                  name, "there is no such date as `" + text + "`; write it as 2027-08-16");
            }
          },
          description)
      ->type_name("DATE");
}

void add_as_of(CLI::App& verb, std::optional<dsl::Date>& as_of,
               const std::string& description = "The date whose law is applied") {
  add_date(verb, "--as-of", as_of, description);
}

void add_facts(CLI::App& verb, std::vector<std::string>& facts,
               const std::string& description =
                   "A fact in the place of what the design says, as in --as school.form=charter;\n"
                   "may be repeated") {
  verb.add_option_function<std::vector<std::string>>(
          "--as",
          [&facts](const std::vector<std::string>& given) {
            for (const std::string& each : given) {
              const std::size_t sign = each.find('=');
              if (sign == std::string::npos || sign == 0 || sign + 1 == each.size()) {
                throw CLI::ValidationError(
                    "--as", "`" + each + "` is no FACT=VALUE, as in --as school.form=charter");
              }
            }
            facts = given;
          },
          description)
      ->allow_extra_args(false)
      ->type_name("FACT=VALUE");
}

void add_output_file(CLI::App& verb, std::string& output) {
  verb.add_option("-o,--output", output, "Write to a file instead of standard output")
      ->type_name("FILE");
}

void add_format(CLI::App& verb, OutputFormat& format) {
  add_word<OutputFormat>(verb, "-f,--format", format,
                         {{"text", OutputFormat::Text}, {"json", OutputFormat::Json}},
                         "text or json", "FORMAT");
}

CLI::Option* add_percent(CLI::App& verb, const std::string& name,
                         std::optional<dsl::Rational>& percent, const std::string& description) {
  return verb
      .add_option_function<std::string>(
          name,
          [&percent, name](const std::string& text) {
            percent = dsl::Rational::parse(text);
            if (!percent || *percent > dsl::Rational(100)) {
              throw CLI::ValidationError(name, "`" + text + "` is no number from 0 to 100");
            }
          },
          description)
      ->type_name("PERCENT");
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  names.reserve(report_formats().size());
  for (const ReportFormat& format : report_formats()) names.emplace_back(format.name);
  return names;
}

// `json` or `sarif=out.sarif`
ReportTarget report_target(const std::string& given) {
  const std::size_t mark = given.find('=');
  const std::string name = given.substr(0, mark);
  ReportTarget target{find_report_format(name), {}};
  if (target.format == nullptr) {
    const std::vector<std::string> known = format_names();
    throw CLI::ValidationError("--format", "`" + name + "` is none of " + dsl::list_words(known));
  }
  if (mark == std::string::npos) return target;
  target.file = given.substr(mark + 1);
  if (target.file.empty()) {
    throw CLI::ValidationError("--format", "`" + given + "` names no file; write it as `" + name +
                                               "=FILE`, or `" + name + "` for standard output");
  }
  if (target.file == "-") target.file.clear();
  return target;
}

// What of the targets cannot be done together; empty when all can.
std::string clash(const CheckCommand& command) {
  const ReportTarget* to_output = nullptr;
  for (const ReportTarget& target : command.reports) {
    for (const ReportTarget& other : command.reports) {
      if (&other != &target && !target.file.empty() && other.file == target.file) {
        return "two reports cannot go to `" + target.file + "`";
      }
    }
    if (!target.file.empty()) continue;
    if (to_output != nullptr) {
      const std::string name(target.format->name);
      return "only one report can go to standard output; give the others a file, as in `--format " +
             name + "=FILE`";
    }
    to_output = &target;
  }
  if (to_output == nullptr && !command.output.empty()) {
    return "`--output` names a file, but every `--format` has one already";
  }
  return {};
}

void add_reports(CLI::App& verb, CheckCommand& command) {
  verb.add_option_function<std::vector<std::string>>(
          "-f,--format",
          [&command](const std::vector<std::string>& given) {
            command.reports.clear();
            for (const std::string& each : given) command.reports.push_back(report_target(each));
          },
          "How to write it: " + fmt::format("{}", fmt::join(format_names(), ", ")) +
              ".\nFORMAT writes to standard output, FORMAT=FILE to a file; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FORMAT");
  verb.add_option("-o,--output", command.output,
                  "Write the report that would go to standard output to a file")
      ->type_name("FILE");
  verb.add_flag("--every-norm", command.every_norm,
                "sarif and junit: tell also of norms that are clear or do not apply");
  add_word<bool>(verb, "--sarif-undecided", command.undecided_as_notes,
                 {{"none", false}, {"note", true}},
                 "The level at which sarif tells what is not decided: none, as the standard has\n"
                 "it, or note for pages that show nothing below",
                 "LEVEL");
}

// What people are shown.
void add_filters(CLI::App& verb, CheckCommand& command) {
  verb.add_flag("-q,--quiet", command.quiet, "text: only the totals and the exit");
  verb.add_option_function<std::vector<std::string>>(
          "--only",
          [&command](const std::vector<std::string>& words) {
            for (const std::string& word : words) {
              const auto outcome = parse_outcome(word);
              if (outcome) {
                command.only.push_back(*outcome);
                continue;
              }
              std::vector<std::string> known;
              known.reserve(kOutcomeCount);
              for (int i = 0; i < kOutcomeCount; ++i) {
                known.emplace_back(outcome_word(static_cast<Outcome>(i)));
              }
              throw CLI::ValidationError(
                  "--only", "there is no verdict `" + word + "`; " +
                                dsl::suggest(word, known, "there are " + dsl::list_words(known)));
            }
          },
          "Show only these verdicts, as in conflict,cannot_tell")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("VERDICTS");
  verb.add_option("--stakeholder", command.stakeholders,
                  "Show only norms that STAKEHOLDER enforces, decides or judges; may be repeated")
      ->allow_extra_args(false)
      ->type_name("STAKEHOLDER");
  verb.add_option("--topic", command.topics, "Show only norms on TOPIC; may be repeated")
      ->allow_extra_args(false)
      ->type_name("TOPIC");
}

// Whether a format was asked for that a batch does not have: only its summary has one, text or
// json.
bool is_no_batch_format(const CheckCommand& command) {
  const ReportTarget& first = command.reports.front();
  if (command.reports.size() != 1 || !first.file.empty()) return true;
  if (first.format->name == "text") return false;
  return !command.batch.summary || first.format->name != "json";
}

void add_batch(CLI::App& verb, BatchOptions& batch) {
  verb.add_option("--batch", batch.path,
                  "Many designs: a file with one of JSON a line, `-`, or a folder of files.\n"
                  "Each is answered in a line")
      ->type_name("PATH");
  verb.add_option("--jobs", batch.jobs,
                  "With --batch: how many threads judge; the answer is the same")
      ->check(CLI::Range(1, 64))
      ->type_name("N");
  verb.add_flag("--summary", batch.summary, "With --batch: what all come to, instead of the lines");
  verb.add_flag("--columns", batch.columns,
                "With --batch: comma-separated, with a column for each norm");
  verb.add_flag("--stats", batch.stats,
                "With --batch: how much was judged the fast way, on standard error");
}

void add_check(CLI::App& app, CheckCommand& command) {
  CLI::App* verb = app.add_subcommand("check", "Check designs against the rules");
  verb->add_option("DESIGN", command.designs, "YAML or JSON files; `-` reads standard input");
  verb->add_option("--stdin-filename", command.stdin_name,
                   "The name that messages use for standard input; .json makes it JSON")
      ->type_name("NAME");
  add_as_of(*verb, command.look.as_of);
  add_facts(*verb, command.look.facts);
  verb->add_flag("--pending", command.pending,
                 "Tell also what norms that are not enacted would say; they decide nothing");
  add_reports(*verb, command);
  verb->add_option("--baseline", command.baseline,
                   "A former report, json or sarif: conflicts that it tells of do not fail the run")
      ->type_name("FILE");
  add_filters(*verb, command);
  verb->add_option_function<std::vector<std::string>>(
          "--fail-on",
          [&command](const std::vector<std::string>& words) {
            command.fail_on.effects.clear();
            for (const std::string& word : words) {
              if (const auto effect = dsl::parse_effect(word)) {
                command.fail_on.effects.insert(*effect);
              }
            }
          },
          "The effects whose conflicts fail the run (default: blocked,costs,unrecognised)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(
          std::vector<std::string>(dsl::kEffectWords.begin(), dsl::kEffectWords.end())))
      ->type_name("EFFECTS");
  verb->add_flag("--exit-zero", command.exit_zero, "Leave with 0 whatever the verdicts are");
  verb->add_flag("--allow-empty", command.allow_empty, "Leave with 0 when no rule applies");
  command.reports = {{find_report_format("text"), {}}};
  add_batch(*verb, command.batch);
  add_common(*verb, command.common);
  // What is checked over all options at once.
  verb->callback([&command] {
    const std::string fault = clash(command);
    if (!fault.empty()) throw CLI::ValidationError("--format", fault);
    const bool is_batch = !command.batch.path.empty();
    if (command.designs.empty() && !is_batch) throw CLI::RequiredError("DESIGN");
    if (is_batch && !command.designs.empty()) {
      throw CLI::ValidationError("--batch", "give the designs by --batch or by name, not both");
    }
    if (is_batch && command.pending) {
      throw CLI::ValidationError("--pending", "it cannot stand with --batch");
    }
    const bool has_filter = !command.stakeholders.empty() || !command.topics.empty();
    if (is_batch && (has_filter || !command.baseline.empty() || !command.look.facts.empty())) {
      throw CLI::ValidationError(
          "--batch", "`--stakeholder`, `--topic`, `--baseline` and `--as` cannot stand with it");
    }
    if (is_batch && is_no_batch_format(command)) {
      throw CLI::ValidationError(
          "--batch",
          "its answers are lines of JSON or, with `--columns`, a table; `--summary` takes "
          "`--format` text or json");
    }
    const BatchOptions& batch = command.batch;
    const bool asks_batch = batch.summary || batch.columns || batch.stats;
    if (!is_batch && asks_batch) {
      throw CLI::ValidationError("--batch", "the options of a batch need it");
    }
  });
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
  verb->add_flag("--every-step", command.every_step,
                 "Show how the figures of each block, week or grade were worked out, too");
  add_as_of(*verb, command.look.as_of);
  add_facts(*verb, command.look.facts);
  add_common(*verb, command.common);
}

void add_network(CLI::App& app, NetworkCommand& command) {
  CLI::App* verb = app.add_subcommand(
      "network", "Show on whom a design depends, how far each is from it, and who decides");
  verb->add_option("DESIGN", command.design, "A YAML or JSON file")->required();
  add_as_of(*verb, command.look.as_of);
  add_facts(*verb, command.look.facts);
  add_word<NetworkFormat>(*verb, "-f,--format", command.format,
                          {{"text", NetworkFormat::Text},
                           {"json", NetworkFormat::Json},
                           {"dot", NetworkFormat::Dot},
                           {"svg", NetworkFormat::Svg}},
                          "text, json, dot (for Graphviz) or svg (a picture)", "FORMAT");
  add_output_file(*verb, command.output);
  add_common(*verb, command.common);
}

void add_compare(CLI::App& app, CompareCommand& command) {
  CLI::App* verb = app.add_subcommand(
      "compare", "Show what changes between two designs, or between a design and a change to it");
  verb->add_option("FIRST", command.first, "A YAML or JSON file")->required();
  verb->add_option("SECOND", command.second,
                   "Another; without it FIRST is compared with itself, looked at as --as, --as-of\n"
                   "and --rules-b say");
  add_facts(*verb, command.look.facts,
            "A fact of the second side, as in --as school.state=NY; may be repeated");
  add_as_of(*verb, command.look.as_of, "The date of the second side");
  add_date(*verb, "--first-as-of", command.first_as_of,
           "The date of the first side; else as in `leeway check`");
  verb->add_option("--rules-b", command.second_rules,
                   "The rule files or folders of the second side; may be repeated")
      ->allow_extra_args(false)
      ->type_name("PATH");
  add_format(*verb, command.format);
  add_output_file(*verb, command.output);
  add_common(*verb, command.common);
}

void add_timeline(CLI::App& app, TimelineCommand& command) {
  CLI::App* verb = app.add_subcommand(
      "timeline", "Show from when to when each conflict stands, and what changes it");
  verb->add_option("DESIGN", command.design, "A YAML or JSON file")->required();
  add_date(*verb, "--from", command.from, "The first day; else the date that `check` would use");
  add_date(*verb, "--to", command.to, "The last day; else three years later");
  add_facts(*verb, command.facts);
  add_format(*verb, command.format);
  add_output_file(*verb, command.output);
  add_common(*verb, command.common);
}

void add_explain_error(CLI::App& app, ExplainErrorCommand& command) {
  CLI::App* verb = app.add_subcommand("explain-error", "Say what the code of a message means");
  verb->add_option("CODE", command.code, "The code, as in `leeway explain-error E0203`")
      ->required();
  add_output(*verb, command.common);
}

// An option that takes codes of findings.
void add_codes(CLI::App& verb, const std::string& name, std::vector<dsl::DiagnosticKind>& kinds,
               const std::string& description) {
  verb.add_option_function<std::vector<std::string>>(
          name,
          [&kinds, name](const std::vector<std::string>& codes) {
            const std::vector<dsl::DiagnosticKind> all = dsl::finding_kinds();
            std::vector<std::string> known;
            known.reserve(all.size());
            for (const dsl::DiagnosticKind kind : all) known.emplace_back(dsl::info(kind).code);
            for (const std::string& given : codes) {
              const std::string code = message_code(given);
              const auto at = std::find(known.begin(), known.end(), code);
              if (at == known.end()) {
                throw CLI::ValidationError(
                    name, "no finding has the code `" + given + "`; " +
                              dsl::suggest(code, known, "docs/diagnostics.md lists them"));
              }
              kinds.push_back(all[static_cast<std::size_t>(at - known.begin())]);
            }
          },
          description)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("CODES");
}

void add_lint(CLI::App& app, LintCommand& command) {
  CLI::App* verb = app.add_subcommand("lint", "Find what is worth mending in rule files");
  verb->add_option("PATH", command.paths,
                   "Rule files or folders that the findings are about; what else they need comes\n"
                   "by --add-rules. Without PATH the findings are about all that is read");
  add_codes(*verb, "--only", command.only, "Only findings with these codes, as in W0801,W0803");
  add_codes(*verb, "--ignore", command.ignore, "No findings with these codes");
  verb->add_flag("--notes", command.notes, "Show notes as well as warnings");
  verb->add_flag("--fix", command.fix, "Mend in the files what can be mended mechanically");
  add_word<LintFailOn>(
      *verb, "--fail-on", command.fail_on,
      {{"warning", LintFailOn::Warning}, {"note", LintFailOn::Note}, {"never", LintFailOn::Never}},
      "The least weighty finding that leaves with 3: warning, note or never", "WHAT");
  add_as_of(*verb, command.as_of, "The date on which a `verified on` must not be too old");
  add_word<OutputFormat>(*verb, "-f,--format", command.format,
                         {{"text", OutputFormat::Text}, {"json", OutputFormat::Json}},
                         "text or json", "FORMAT");
  add_common(*verb, command.common);
}

void add_test(CLI::App& app, TestCommand& command) {
  CLI::App* verb = app.add_subcommand("test", "Run the `test` declarations of the rule files");
  verb->add_option("PATH", command.paths,
                   "Only the tests of these rule files or folders, read together with the shipped\n"
                   "packs unless they declare a vocabulary of their own");
  verb->add_option("--filter", command.filter, "Only tests whose title or norm contains TEXT")
      ->type_name("TEXT");
  CLI::Option* coverage = verb->add_flag("--coverage", command.coverage,
                                         "Tell what of the norms the tests have not seen");
  add_percent(*verb, "--min", command.min,
              "Leave with 3 when the tests have seen less of the branches")
      ->needs(coverage);
  CLI::Option* mutate = verb->add_flag("--mutate", command.mutate,
                                       "Tell which small mistakes in the rules no test notices");
  add_percent(*verb, "--max-survivors", command.max_survivors,
              "Leave with 3 when more of the mistakes are not noticed")
      ->needs(mutate);
  add_word<OutputFormat>(*verb, "-f,--format", command.format,
                         {{"text", OutputFormat::Text}, {"json", OutputFormat::Json}},
                         "text or json", "FORMAT");
  add_common(*verb, command.common);
}

void add_fmt(CLI::App& app, FormatCommand& command) {
  CLI::App* verb = app.add_subcommand("fmt", "Lay out rule files in the one common form");
  verb->add_option(
      "PATH", command.common.rules,
      "Rule files or folders; `-` reads standard input and writes standard output; the "
      "shipped packs when none is given");
  verb->add_flag("--check", command.check, "Write nothing; list the files that would change");
  verb->add_flag("--diff", command.diff, "Write nothing; show how they would change");
  add_common(*verb, command.common);
}

void add_doc(CLI::App& app, DocCommand& command) {
  CLI::App* verb = app.add_subcommand("doc", "Write the rules as a site to browse and search");
  verb->add_option("-o,--output", command.output,
                   "The folder to write; it must be new, empty, or a site that leeway wrote")
      ->required()
      ->type_name("FOLDER");
  add_common(*verb, command.common);
}

void add_new_file(CLI::App& verb, NewCommand& command) {
  verb.add_option("-o,--output", command.output,
                  "The file to write instead of one named after it; `-` is standard output")
      ->type_name("FILE");
  verb.add_flag("--force", command.force, "Replace a file that is there already");
  add_common(verb, command.common);
}

void add_new(CLI::App& app, NewCommand& pack, NewCommand& design) {
  CLI::App* verb = app.add_subcommand("new", "Write a pack or a design to begin with");
  verb->require_subcommand(1);
  CLI::App* pack_verb =
      verb->add_subcommand("pack", "A pack with a figure, a rule and its tests, as an example");
  pack_verb->add_option("NAME", pack.name, "The pack's name, as in our_state.our_district")
      ->required();
  pack_verb->add_option("--title", pack.title, "What people call it")->type_name("TEXT");
  add_new_file(*pack_verb, pack);
  CLI::App* design_verb = verb->add_subcommand(
      "design", "A design with every fact that a rule reads, none of them known yet");
  design_verb->add_option("--name", design.title, "What people call it")->type_name("TEXT");
  design.what = NewFile::Design;
  add_new_file(*design_verb, design);
}

void add_option_names(const CLI::App& app, std::vector<std::string>& names) {
  for (const CLI::App* verb : app.get_subcommands()) {
    for (const CLI::Option* option : verb->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    add_option_names(*verb, names);
  }
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  add_option_names(app, names);
  return names;
}

bool looks_like_design(const std::string& word) {
  return word.ends_with(".yaml") || word.ends_with(".yml") || word.ends_with(".json");
}

// `--fail-on: block not in {blocked,costs}` with its words in backticks.
std::string quoted_members(const std::string& text) {
  constexpr std::string_view kNotIn = " not in {";
  const std::size_t colon = text.find(": ");
  const std::size_t at = text.find(kNotIn);
  if (colon == std::string::npos || at == std::string::npos || !text.ends_with('}')) return text;
  std::vector<std::string> members(1);
  for (const char c : text.substr(at + kNotIn.size(), text.size() - at - kNotIn.size() - 1)) {
    if (c == ',') {
      members.emplace_back();
    } else {
      members.back() += c;
    }
  }
  const std::string given = text.substr(colon + 2, at - colon - 2);
  return text.substr(0, colon) + ": `" + given + "` is none of " + dsl::list_words(members);
}

// CLI11's complaints in our words, with a suggestion where there is one.
std::string complaint(const CLI::App& app, const CLI::ParseError& error, int argc,
                      const char* const* argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  const auto& known = verbs();
  const std::string all_verbs = "the verbs are " + dsl::list_words(known);
  if (verb.empty()) return "say what to do; " + all_verbs;
  if (verb[0] != '-' && std::find(known.begin(), known.end(), verb) == known.end()) {
    if (looks_like_design(verb)) return "did you mean `leeway check " + verb + "`?";
    return "there is no verb `" + verb + "`; " + dsl::suggest(verb, known, all_verbs);
  }
  if (verb == "new" && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const bool lacks_name = argc > 2 && std::string_view(argv[2]) == "pack";
    return lacks_name ? "a pack needs a name, as in `leeway new pack our_state.our_district`"
                      : "say what to begin: `leeway new pack NAME` or `leeway new design`";
  }
  std::string text = error.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto extras = app.remaining(true);
    const std::string extra =
        extras.empty() ? "" : extras.front().substr(0, extras.front().find('='));
    if (extra.starts_with("-")) {
      const std::string near = dsl::suggest(extra, option_names(app));
      return "there is no option `" + extra + "`" + (near.empty() ? "" : "; " + near);
    }
    const char* const quotes = verb == "eval" ? "; put the expression in quotes" : "";
    return "`" + extra + "` is one word too many" + quotes;
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return "`" + text.substr(0, text.find(':')) + "` takes one value and may stand once";
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && verb[0] == '-') {
    return "say what to do; " + all_verbs;
  }
  if (const std::size_t at = text.find(" is required"); at != std::string::npos) {
    const std::string missing = text.substr(0, at);
    return missing + " is missing, as in `leeway " + verb + " " + missing +
           (missing.starts_with("--") ? " ...`" : "`");
  }
  return quoted_members(text);
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
  CompareCommand compare;
  NetworkCommand network;
  TimelineCommand timeline;
  EvalCommand eval;
  ExplainCommand explain;
  ExplainErrorCommand explain_error;
  LintCommand lint;
  TestCommand test;
  FormatCommand fmt;
  DocCommand doc;
  NewCommand pack;
  NewCommand design;
  add_check(app, check);
  add_compare(app, compare);
  add_doc(app, doc);
  add_eval(app, eval);
  add_explain(app, explain);
  add_explain_error(app, explain_error);
  add_lint(app, lint);
  add_network(app, network);
  add_new(app, pack, design);
  add_test(app, test);
  add_timeline(app, timeline);
  add_fmt(app, fmt);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const CLI::App* chosen = &app;
    while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
    return {std::nullopt, chosen->help(), ExitStatus::Success};
  } catch (const CLI::CallForVersion&) {
    return {std::nullopt, app.version() + "\n", ExitStatus::Success};
  } catch (const CLI::ParseError& error) {
    return {std::nullopt,
            "leeway: " + complaint(app, error, argc, argv) +
                "\nRun `leeway --help` or `leeway VERB --help`.\n",
            ExitStatus::Usage};
  }
  if (app.got_subcommand("check")) return {std::move(check), "", ExitStatus::Success};
  if (app.got_subcommand("compare")) return {std::move(compare), "", ExitStatus::Success};
  if (app.got_subcommand("network")) return {std::move(network), "", ExitStatus::Success};
  if (app.got_subcommand("timeline")) return {std::move(timeline), "", ExitStatus::Success};
  if (app.got_subcommand("eval")) return {std::move(eval), "", ExitStatus::Success};
  if (app.got_subcommand("explain")) return {std::move(explain), "", ExitStatus::Success};
  if (app.got_subcommand("explain-error")) {
    return {std::move(explain_error), "", ExitStatus::Success};
  }
  if (app.got_subcommand("lint")) return {std::move(lint), "", ExitStatus::Success};
  if (app.got_subcommand("doc")) return {std::move(doc), "", ExitStatus::Success};
  if (app.got_subcommand("new")) {
    const bool is_pack = app.get_subcommand("new")->got_subcommand("pack");
    return {is_pack ? std::move(pack) : std::move(design), "", ExitStatus::Success};
  }
  if (app.got_subcommand("fmt")) return {std::move(fmt), "", ExitStatus::Success};
  return {std::move(test), "", ExitStatus::Success};
}

}  // namespace checker
