// leeway check: what to report and where to, what to show, and many designs at once.
#include <filesystem>

#include "checker/cli/options.h"
#include "checker/cli/options_without_effect.h"
#include "checker/cli/unknown_word.h"
#include "dsl/sema/words.h"
#include <fmt/format.h>

namespace checker {
namespace {

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
    const std::string first = name.substr(0, name.find(','));
    if (first != name && find_report_format(first) != nullptr) {
      throw CLI::ValidationError(
          "--format", "`" + given +
                          "` names more than one; give each by its own `--format`, as in "
                          "`--format text --format json=FILE`");
    }
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

std::vector<std::string> outcome_words() {
  std::vector<std::string> words;
  words.reserve(kOutcomeCount);
  for (int i = 0; i < kOutcomeCount; ++i) words.emplace_back(outcome_word(static_cast<Outcome>(i)));
  return words;
}

// What people are shown.
void add_filters(CLI::App& verb, CheckCommand& command) {
  verb.add_flag("-q,--quiet", command.quiet, "text: only the totals and the exit");
  add_list(
      verb, "--only",
      [&command](const std::vector<std::string>& words) {
        for (const std::string& word : words) {
          const auto outcome = parse_outcome(word);
          if (!outcome) {
            throw CLI::ValidationError("--only",
                                       unknown_word("there is no verdict", word, outcome_words()));
          }
          command.only.push_back(*outcome);
        }
      },
      "Show only these verdicts, as in conflict,cannot_tell", "VERDICTS");
  const auto keep = [](std::vector<std::string>& names) {
    return [&names](const std::vector<std::string>& words) { names = words; };
  };
  add_list(verb, "--stakeholder", keep(command.stakeholders),
           "Show only norms that one of these enforces, decides or judges", "STAKEHOLDERS");
  add_list(verb, "--topic", keep(command.topics), "Show only norms on these topics", "TOPICS");
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
  verb.add_flag("--details", batch.details,
                "With --batch: also how far conflicts are from holding, and the facts that are\n"
                "missing where nobody can tell; takes the time of single checks");
  verb.add_flag("--stats", batch.stats,
                "With --batch: how much was judged the fast way, on standard error");
}

// A folder, or by its name a file with a design on each line.
bool holds_many(const std::string& path) {
  std::error_code unknown;
  return path.ends_with(".ndjson") || path.ends_with(".jsonl") ||
         std::filesystem::is_directory(path, unknown);
}

}  // namespace

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
  add_list(
      *verb, "--fail-on",
      [&command](const std::vector<std::string>& words) {
        const std::vector<std::string> known(dsl::kEffectWords.begin(), dsl::kEffectWords.end());
        command.fail_on.effects.clear();
        for (const std::string& word : words) {
          const auto effect = dsl::parse_effect(word);
          if (!effect) {
            throw CLI::ValidationError("--fail-on",
                                       unknown_word("there is no effect", word, known));
          }
          command.fail_on.effects.insert(*effect);
        }
      },
      "The effects whose conflicts fail the run, of blocked, costs, unrecognised and pressure\n"
      "(default: the first three)",
      "EFFECTS");
  verb->add_flag("--exit-zero", command.exit_zero, "Leave with 0 whatever the verdicts are");
  verb->add_flag("--allow-empty", command.allow_empty, "Leave with 0 when no rule applies");
  command.reports = {{find_report_format("text"), {}}};
  add_batch(*verb, command.batch);
  add_common(*verb, command.common);
  // What is checked over all options at once.
  verb->callback([&command, verb] {
    const std::string fault = clash(command);
    if (!fault.empty()) throw CLI::ValidationError("--format", fault);
    const std::string idle = idle_combination(*verb, command);
    if (!idle.empty()) throw CLI::ValidationError(idle);
    if (command.designs.empty() && command.batch.path.empty()) throw CLI::RequiredError("DESIGN");
    for (const std::string& design : command.designs) {
      if (!holds_many(design)) continue;
      throw CLI::ValidationError(
          "`" + design + "` holds more designs than one: `leeway check --batch " + design + "`");
    }
  });
}

}  // namespace checker
