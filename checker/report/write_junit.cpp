#include "checker/report/write_junit.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "checker/report/digest.h"
#include "checker/report/text_parts.h"
#include "checker/report/verdict_message.h"
#include "checker/report/wording.h"
#include "dsl/sema/words.h"
#include "dsl/text/display_text.h"
#include <fmt/core.h>
#include <pugixml.hpp>

namespace checker {
namespace {

struct Counts {
  int tests = 0;
  int failures = 0;
  int errors = 0;
  int skipped = 0;

  Counts& operator+=(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
    return *this;
  }
};

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(dsl::printable(value).c_str());
}

void set_counts(pugi::xml_node node, const Counts& counts) {
  node.append_attribute("tests").set_value(counts.tests);
  node.append_attribute("failures").set_value(counts.failures);
  node.append_attribute("errors").set_value(counts.errors);
  node.append_attribute("skipped").set_value(counts.skipped);
}

pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& text) {
  pugi::xml_node node = parent.append_child(name);
  if (!text.empty()) node.text().set(dsl::printable_lines(text).c_str());
  return node;
}

void add_property(pugi::xml_node properties, const char* name, const std::string& value) {
  pugi::xml_node property = properties.append_child("property");
  set(property, "name", name);
  set(property, "value", value);
}

// "examples.iowa_big_yaml.us_ia": servers take what stands before the last dot for a folder.
std::string class_name(const std::string& file, const std::string& pack) {
  std::string name = file;
  for (char& c : name) {
    if (c == '.') c = '_';
    if (c == '/') c = '.';
  }
  std::string last = pack;
  for (char& c : last) {
    if (c == '.') c = '_';
  }
  return last.empty() ? name : name + "." + last;
}

bool is_passed(const VerdictEntry& verdict) {
  return verdict.outcome > Outcome::Relieved && verdict.outcome != Outcome::DoesNotApply;
}

// "pending: if enacted, conflict; Bill 9 of 2027"
void add_pending(pugi::xml_node test, const VerdictEntry& verdict, Counts& counts) {
  ++counts.skipped;
  pugi::xml_node skipped = add(test, "skipped", plain_text(pending_lines(verdict)));
  const std::string note = verdict.status_note.empty() ? "" : "; " + verdict.status_note;
  set(skipped, "message", "pending: " + pending_text(verdict) + for_text(verdict.main()) + note);
}

// In one line what servers show in their lists: "conflict: blocked; 432 hours per year short".
std::string short_message(const VerdictEntry& verdict, const Lines& lines) {
  std::string text = spaced(outcome_word(verdict.outcome)) + ": ";
  if (verdict.outcome == Outcome::Conflict) text += status_text(verdict) + "; ";
  const auto line = std::find_if(lines.begin(), lines.end(), [](const LabelledLine& each) {
    return each.label != "citation" && !each.heads;
  });
  return text + (line == lines.end() ? verdict.title : line->text);
}

void add_outcome(pugi::xml_node test, const VerdictEntry& verdict, Counts& counts) {
  const std::string word = spaced(outcome_word(verdict.outcome));
  const Lines lines = message_lines(verdict);
  const std::string text = plain_text(lines);
  const std::string message = short_message(verdict, lines);
  if (verdict.outcome == Outcome::Conflict && verdict.fails) {
    ++counts.failures;
    pugi::xml_node failure = add(test, "failure", text);
    set(failure, "message", message);
    set(failure, "type", std::string(effect_word(verdict.effect)));
  } else if (is_passed(verdict)) {
    add(test, "system-out", text.empty() ? word : word + "\n" + text);
  } else {
    ++counts.skipped;
    pugi::xml_node skipped = add(test, "skipped", text);
    set(skipped, "message", message);
  }
}

void add_case(pugi::xml_node suite, const Report& report, const VerdictEntry& told,
              Counts& counts) {
  ++counts.tests;
  const VerdictEntry* const supposed = if_enacted(report, told);
  const VerdictEntry& verdict = supposed == nullptr ? told : *supposed;
  const std::vector<Location> places = design_places(verdict);
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "classname", class_name(report.design_file, verdict.pack));
  set(test, "name", fmt::format("{}: {}", verdict.norm, verdict.title));
  set(test, "file", places.empty() ? report.design_file : places.front().file);
  if (!places.empty()) test.append_attribute("line").set_value(places.front().start.line);
  if (supposed == nullptr) {
    add_outcome(test, verdict, counts);
  } else {
    add_pending(test, verdict, counts);
  }
}

struct PackVerdicts {
  std::string pack;
  std::vector<const VerdictEntry*> verdicts;
};

// In the order in which the packs come first.
std::vector<PackVerdicts> by_pack(const Report& report) {
  std::vector<PackVerdicts> packs;
  std::map<std::string, std::size_t> index;
  for (const VerdictEntry& verdict : report.verdicts) {
    const auto [at, is_new] = index.try_emplace(verdict.pack, packs.size());
    if (is_new) packs.push_back({verdict.pack, {}});
    packs[at->second].verdicts.push_back(&verdict);
  }
  return packs;
}

Counts add_suite(pugi::xml_node root, const Report& report, const PackVerdicts& pack,
                 bool every_norm) {
  std::vector<const VerdictEntry*> told;
  for (const VerdictEntry* verdict : pack.verdicts) {
    const bool is_told = every_norm || verdict->outcome != Outcome::DoesNotApply ||
                         if_enacted(report, *verdict) != nullptr;
    if (is_told) told.push_back(verdict);
  }
  Counts counts;
  if (told.empty()) return counts;
  pugi::xml_node suite = root.append_child("testsuite");
  set(suite, "name",
      pack.pack.empty() ? report.design_file : report.design_file + ": " + pack.pack);
  pugi::xml_node properties = suite.append_child("properties");
  add_property(properties, "design", report.design_name);
  add_property(properties, "as_of", dsl::format_date(report.as_of));
  if (told.size() < pack.verdicts.size()) {
    add_property(properties, "does_not_apply", std::to_string(pack.verdicts.size() - told.size()));
  }
  for (const VerdictEntry* verdict : told) add_case(suite, report, *verdict, counts);
  set_counts(suite, counts);
  return counts;
}

// A run that broke off is no failed test: its faults are errors.
Counts add_faults(pugi::xml_node root, const RunReport& run) {
  Counts counts;
  pugi::xml_node suite;
  for (const dsl::Diagnostic& each : run.diagnostics) {
    if (each.severity != dsl::Severity::Error) continue;
    if (!suite) {
      suite = root.append_child("testsuite");
      set(suite, "name", "faults");
    }
    const Location place = location_of(each.span, run.sources);
    const std::string code(dsl::info(each.kind).code);
    const std::string where =
        place.file.empty() ? "" : fmt::format("{}:{}: ", place.file, place.start.line);
    pugi::xml_node test = suite.append_child("testcase");
    set(test, "classname", "faults");
    set(test, "name", fmt::format("{} {}{}", code, where, each.message));
    pugi::xml_node error = add(test, "error", each.help);
    set(error, "message", where + each.message);
    set(error, "type", code);
    ++counts.tests;
    ++counts.errors;
  }
  if (suite) set_counts(suite, counts);
  return counts;
}

}  // namespace

void write_junit(std::ostream& out, const RunReport& run, const ReportStyle& style) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name", "leeway check");
  Counts all = add_faults(root, run);
  for (const Report& report : run.reports) {
    for (const PackVerdicts& pack : by_pack(report)) {
      all += add_suite(root, report, pack, style.every_norm);
    }
  }
  set_counts(root, all);
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
}

}  // namespace checker
