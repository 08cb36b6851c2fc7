#include "checker/cli/options_without_effect.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/core.h>

namespace checker {
namespace {

struct Exclusion {
  const char* option;
  const char* beside;
  const char* advice;
};

constexpr const char* kAlone = "check the design by itself for that";
constexpr const char* kLeaveOneOut = "leave out one of them";
constexpr const char* kDetailsNeedLines =
    "details stand in lines of JSON alone; leave out one of them";

constexpr std::array kExclusions = {
    Exclusion{"DESIGN", "--batch", "give the designs by `--batch` or by name, not both"},
    Exclusion{"--as", "--batch", "write the facts into the designs"},
    Exclusion{"--pending", "--batch", kAlone},
    Exclusion{"--baseline", "--batch", kAlone},
    Exclusion{"--stakeholder", "--batch",
              "`--summary` counts the conflicts of each stakeholder and norm"},
    Exclusion{"--topic", "--batch", "`--summary` counts the verdicts of each norm"},
    Exclusion{"--quiet", "--batch", "`--summary` gives the totals"},
    Exclusion{"--every-norm", "--batch", "`--columns` tells the verdict of every norm"},
    Exclusion{"--sarif-undecided", "--batch", kAlone},
    Exclusion{"--columns", "--summary", kLeaveOneOut},
    Exclusion{"--only", "--summary",
              "the summary counts every verdict, and with `--format json` those of each norm; "
              "leave out one of them"},
    Exclusion{"--details", "--summary", kDetailsNeedLines},
    Exclusion{"--details", "--columns", kDetailsNeedLines},
    Exclusion{"--format", "--columns", "a table has no other format; leave out one of them"},
};

constexpr std::array kNeedBatch = {"--jobs", "--summary", "--columns", "--details", "--stats"};

bool is_given(const CLI::App& verb, const char* option) {
  return verb.get_option(option)->count() > 0;
}

// Only the summary has a choice of formats, and all that is written goes to one place.
std::string idle_format(const CheckCommand& command) {
  const ReportTarget& first = command.reports.front();
  if (command.reports.size() > 1 || !first.file.empty()) {
    return "`--format` takes one format with `--batch`; name the file by `--output`";
  }
  if (first.format->name == "json") return {};
  if (!command.batch.summary) {
    return "`--format` can only be json with `--batch`, a line for each design; `--columns` gives "
           "a table, and `--summary` a text";
  }
  if (first.format->name == "text") return {};
  return "`--format` can only be text or json with `--summary`";
}

// Details are told of verdicts that fall short or cannot be told.
std::string idle_details(const CheckCommand& command) {
  const std::set<Outcome> only(command.only.begin(), command.only.end());
  if (!command.batch.details || only.empty()) return {};
  for (const Outcome outcome : {Outcome::Conflict, Outcome::Thinned, Outcome::CannotTell}) {
    if (only.contains(outcome)) return {};
  }
  return "`--details` tells of `conflict`, `thinned` and `cannot_tell`, and `--only` names none of "
         "them; leave out one of the options";
}

std::string idle_name_of_standard_input(const CheckCommand& command) {
  const bool reads_it =
      command.batch.path == "-" ||
      std::find(command.designs.begin(), command.designs.end(), "-") != command.designs.end();
  return reads_it
             ? ""
             : "`--stdin-filename` names standard input, which is not read; give `-` as what to "
               "check, or leave out the name";
}

}  // namespace

std::string idle_combination(const CLI::App& verb, const CheckCommand& command) {
  const bool is_batch = is_given(verb, "--batch");
  if (is_batch && command.batch.path.empty()) {
    return "`--batch` names nothing; give it a file, a folder, or `-` for standard input";
  }
  for (const Exclusion& each : kExclusions) {
    if (is_given(verb, each.option) && is_given(verb, each.beside)) {
      return fmt::format("`{}` cannot stand with `{}`: {}", each.option, each.beside, each.advice);
    }
  }
  if (is_given(verb, "--stdin-filename")) {
    if (std::string idle = idle_name_of_standard_input(command); !idle.empty()) return idle;
  }
  if (is_batch) {
    if (is_given(verb, "--format")) {
      if (std::string idle = idle_format(command); !idle.empty()) return idle;
    }
    return idle_details(command);
  }
  for (const char* const option : kNeedBatch) {
    if (is_given(verb, option)) {
      return fmt::format("`{}` is about many designs; give them by `--batch`", option);
    }
  }
  return {};
}

}  // namespace checker
