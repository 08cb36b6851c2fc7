// leeway check: what to report and where to, what to show, and many designs at once.
#include <algorithm>

#include "checker/cli/options.h"
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
  verb.add_flag("--details", batch.details,
                "With --batch: also how far conflicts are from holding, and the facts that are\n"
                "missing where nobody can tell; takes the time of single checks");
  verb.add_flag("--stats", batch.stats,
                "With --batch: how much was judged the fast way, on standard error");
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
    const bool asks_batch = batch.summary || batch.columns || batch.stats || batch.details;
    if (!is_batch && asks_batch) {
      throw CLI::ValidationError("--batch", "the options of a batch need it");
    }
    if (batch.details && (batch.summary || batch.columns)) {
      throw CLI::ValidationError("--details", "they stand in lines of JSON alone");
    }
  });
}

}  // namespace checker
