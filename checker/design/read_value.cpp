#include "checker/design/read_value.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "checker/design/design_format.h"
#include "checker/design/plain_word.h"
#include "checker/design/read_amount.h"
#include "checker/design/read_set.h"
#include "dsl/core/other_notations.h"
#include "dsl/diagnostics/suggest.h"
#include "dsl/text/ascii.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::TypeKind;
using dsl::Value;

constexpr const char* kTimeHelp = R"(write it as `"9:30"`, `"1:05 pm"` or `"13:05"`, in quotes)";
constexpr const char* kDateHelp = "write year, month and day, as in `2027-08-16`";

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What people write where the design has words of its own.
std::string help_for_missing(std::string_view text) {
  constexpr std::array<std::string_view, 7> kUnknown = {"unknown", "tbd",       "tba",    "todo",
                                                        "?",       "not known", "unclear"};
  constexpr std::array<std::string_view, 4> kNotApplicable = {"n/a", "na", "not applicable",
                                                              "not_applicable"};
  const std::string lower = to_lower(text);
  if (is_one_of(lower, kUnknown)) return "write `unknown` if it is not known yet";
  if (is_one_of(lower, kNotApplicable)) return "write `not_applicable` if it does not apply";
  if (lower == "none" || lower == "-") return "write `null` if there is none";
  return {};
}

std::optional<Value> read_boolean(const DocumentNode& node, const ValueSlot& slot) {
  const auto meant = plain_boolean(node.scalar);
  if (node.style == ScalarStyle::Argument) {
    if (meant) return *meant;
  } else if (node.style == ScalarStyle::Plain) {
    if (node.scalar == "true") return true;
    if (node.scalar == "false") return false;
    if (meant) {
      slot.diagnostics.report(DiagnosticKind::YamlTrap, node.span, shown(node.scalar))
          .help(*meant ? "write `true`" : "write `false`");
      return std::nullopt;
    }
  } else if (meant) {
    slot.diagnostics.report(DiagnosticKind::QuotedValue, node.span, shown(node.scalar), "yes or no")
        .help(*meant ? "write `true` without quotes" : "write `false` without quotes");
    return std::nullopt;
  }
  const std::string missing = help_for_missing(node.scalar);
  report_wrong_value(node, slot)
      .help(missing.empty() ? "write `true`, `false` or `unknown`" : missing);
  return std::nullopt;
}

std::string help_for_time(const std::string& text) {
  const std::string_view curly = "“";
  const std::size_t close = text.rfind("”");
  if (text.starts_with(curly) && close != std::string::npos) {
    return fmt::format("write `\"{}\"`, with straight quotes",
                       text.substr(curly.size(), close - curly.size()));
  }
  const auto meant = dsl::time_meant(text);
  return meant ? fmt::format("write `\"{}\"`", *meant) : std::string(kTimeHelp);
}

std::optional<Value> read_time(const DocumentNode& node, const ValueSlot& slot) {
  const std::string& text = node.scalar;
  const PlainReading reading = plain_reading(text);
  const auto time = dsl::parse_time_of_day(to_lower(text));
  const bool is_plain = node.style != ScalarStyle::Quoted;
  if (node.style == ScalarStyle::Plain && reading == PlainReading::Base60) {
    slot.diagnostics.report(DiagnosticKind::YamlTrap, node.span, shown(text))
        .help(fmt::format("put the time in quotes: `\"{}\"`", shown(text)));
    return std::nullopt;
  }
  if (time) return *time;
  const bool looks_like_time = text.find(':') != std::string::npos && dsl::is_digit(text[0]);
  if (looks_like_time) {
    slot.diagnostics.report(DiagnosticKind::BadTime, node.span, shown(text))
        .help(help_for_time(text));
    return std::nullopt;
  }
  auto report = report_wrong_value(node, slot);
  const auto minutes = dsl::Rational::parse(text);
  if (is_plain && minutes && minutes->is_whole() && *minutes < 1440) {
    // What is left of a time without quotes after a reader of YAML 1.1 has passed it on.
    const auto whole = static_cast<int>(minutes->numerator());
    report.help(
        fmt::format("write a time in quotes, as in `\"{}:{:02}\"`", whole / 60, whole % 60));
  } else if (help_for_missing(text).empty()) {
    report.help(help_for_time(text));
  }
  return std::nullopt;
}

std::optional<Value> read_date(const DocumentNode& node, const ValueSlot& slot) {
  if (const auto date = dsl::parse_date(node.scalar)) return *date;
  if (node.scalar.size() == 10 && plain_reading(node.scalar) == PlainReading::Date) {
    slot.diagnostics.report(DiagnosticKind::BadDate, node.span, node.scalar)
        .help("there is no such month, or it has fewer days");
    return std::nullopt;
  }
  auto report = report_wrong_value(node, slot);
  if (help_for_missing(node.scalar).empty()) {
    const auto meant = dsl::date_meant(node.scalar);
    report.help(meant ? fmt::format("write `{}`, year first", *meant) : std::string(kDateHelp));
  }
  return std::nullopt;
}

std::string_view reading_name(PlainReading reading) {
  switch (reading) {
    case PlainReading::Boolean: return "yes or no";
    case PlainReading::Date: return "a date";
    case PlainReading::Number:
    case PlainReading::Base60:
    case PlainReading::Text: break;
  }
  return "a number";
}

std::optional<Value> read_text(const DocumentNode& node, const ValueSlot& slot) {
  const PlainReading reading = plain_reading(node.scalar);
  if (node.style != ScalarStyle::Plain || reading == PlainReading::Text) return node.scalar;
  const std::string help = fmt::format("put it in quotes: `\"{}\"`", shown(node.scalar));
  const bool readers_agree = reading == PlainReading::Number || reading == PlainReading::Date;
  if (readers_agree) {
    slot.diagnostics
        .report(DiagnosticKind::UnquotedText, node.span, shown(node.scalar), reading_name(reading))
        .help(help);
  } else {
    slot.diagnostics.report(DiagnosticKind::YamlTrap, node.span, shown(node.scalar)).help(help);
  }
  return std::nullopt;
}

// The value that differs only in capitals or in how its words are joined; else the nearest.
std::optional<std::string> near_choice(std::string_view text,
                                       const dsl::ChoiceDeclaration& choice) {
  std::string plain = to_lower(text);
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '-' || c == ' '; }, '_');
  for (const std::string& value : choice.values) {
    if (to_lower(value) == plain) return value;
  }
  return dsl::nearest(text, choice.values);
}

std::string help_for_choice(std::string_view text, const dsl::ChoiceDeclaration& choice) {
  constexpr std::size_t kFew = 12;
  if (std::string missing = help_for_missing(text); !missing.empty()) return missing;
  std::string all = choice.values.size() == 1
                        ? "the only value is " + dsl::list_words(choice.values)
                        : "the values " + dsl::values_like(text, choice.values);
  const auto near = near_choice(text, choice);
  if (!near) return all;
  const std::string question = fmt::format("did you mean `{}`?", *near);
  return choice.values.size() > kFew ? question : question + " " + all;
}

std::optional<Value> read_choice(const DocumentNode& node, const ValueSlot& slot) {
  const dsl::ChoiceDeclaration& choice = slot.types().choice(slot.type.choice);
  const auto index = choice.find(node.scalar);
  if (!index) {
    slot.diagnostics.report(DiagnosticKind::NotAChoice, node.span, shown(node.scalar), slot.name)
        .help(help_for_choice(node.scalar, choice));
    return std::nullopt;
  }
  const bool is_trap =
      node.style == ScalarStyle::Plain && plain_reading(node.scalar) != PlainReading::Text;
  if (is_trap) {
    slot.diagnostics.report(DiagnosticKind::YamlTrap, node.span, shown(node.scalar))
        .help(fmt::format("put it in quotes: `\"{}\"`", node.scalar));
    return std::nullopt;
  }
  return dsl::ChoiceValue{*index};
}

template <typename Declaration>
std::vector<std::string> names_of(const std::vector<Declaration>& declarations) {
  std::vector<std::string> names;
  names.reserve(declarations.size());
  for (const Declaration& declaration : declarations) names.push_back(declaration.name);
  return names;
}

bool is_name(const DocumentNode& node) {
  return !node.scalar.empty() &&
         (node.style != ScalarStyle::Plain || plain_reading(node.scalar) == PlainReading::Text);
}

std::optional<Value> read_norm(const DocumentNode& node, const ValueSlot& slot) {
  if (!is_name(node)) {
    report_wrong_value(node, slot);
    return std::nullopt;
  }
  // A declared relief stands for the norms that it reaches.
  const bool is_known =
      slot.program.find_norm(node.scalar).valid() || slot.program.find_relief(node.scalar).valid();
  if (!is_known) {
    slot.diagnostics.report(DiagnosticKind::UnknownNormInDesign, node.span, shown(node.scalar))
        .help(dsl::suggest(node.scalar, names_of(slot.program.typed().norms),
                           "none of the rule files in use declares it"));
  }
  return node.scalar;
}

std::optional<Value> read_stakeholder(const DocumentNode& node, const ValueSlot& slot) {
  if (!is_name(node)) {
    report_wrong_value(node, slot);
    return std::nullopt;
  }
  if (slot.program.find_stakeholder(node.scalar).valid()) return node.scalar;
  std::string missing = help_for_missing(node.scalar);
  for (const dsl::Stakeholder& each : slot.program.typed().stakeholders) {
    if (each.title == node.scalar) missing = fmt::format("write its name: `{}`", each.name);
  }
  slot.diagnostics.report(DiagnosticKind::UnknownStakeholder, node.span, shown(node.scalar))
      .help(!missing.empty()
                ? missing
                : dsl::suggest(node.scalar, names_of(slot.program.typed().stakeholders),
                               "none of the rule files in use declares it"));
  return std::nullopt;
}

// `Null` is nothing to a reader of YAML, though it may be meant as a text.
bool is_doubtful_null(const DocumentNode& node, const ValueSlot& slot) {
  const bool is_word = slot.type.kind == TypeKind::Text || slot.type.kind == TypeKind::Choice;
  return is_word && node.scalar != kNullWord && node.scalar != "~";
}

// False after an error.
bool check_null(const DocumentNode& node, const ValueSlot& slot) {
  if (node.is_blank()) {
    report_blank_value(node, slot);
    return false;
  }
  if (is_doubtful_null(node, slot)) {
    slot.diagnostics.report(DiagnosticKind::UnquotedText, node.span, node.scalar, "nothing")
        .help(fmt::format("write `null` if there is none; put a text in quotes: `\"{}\"`",
                          node.scalar));
    return false;
  }
  return true;
}

}  // namespace

std::string wanted(const dsl::Type& type, const dsl::TypeTables& types) {
  if (type.is_set) return type.kind == TypeKind::Grade ? "grades" : "a list of words";
  switch (type.kind) {
    case TypeKind::Boolean: return "`true` or `false`";
    case TypeKind::Count: return "a whole number";
    case TypeKind::Ratio:
    case TypeKind::Percent: return "a percentage";
    case TypeKind::Quantity: {
      const std::string& unit = types.unit(type.unit).plural;
      return unit == "years old" ? "an age in years" : "a number of " + unit;
    }
    case TypeKind::Time: return "a time of day";
    case TypeKind::Date: return "a date";
    case TypeKind::Grade: return "a grade";
    case TypeKind::Text: return "a text";
    case TypeKind::Norm: return "the name of a norm";
    case TypeKind::Stakeholder: return "the name of a stakeholder";
    case TypeKind::Choice: return "one word";
    case TypeKind::List: return "a list";
    case TypeKind::Record:
    case TypeKind::Unknown: break;
  }
  return "a value";
}

dsl::Diagnostics::Builder report_wrong_value(const DocumentNode& node, const ValueSlot& slot) {
  auto report = slot.diagnostics.report(DiagnosticKind::WrongValue, node.span, slot.name,
                                        wanted(slot.type, slot.types()), describe(node));
  if (node.kind == NodeKind::Scalar) report.help(help_for_missing(node.scalar));
  const bool takes_one = slot.type.kind != TypeKind::List && slot.type.kind != TypeKind::Record &&
                         slot.type.kind != TypeKind::Unknown && !slot.type.is_set;
  if (node.kind == NodeKind::Sequence && takes_one) {
    report.help("write one value, not a list");
  }
  return report;
}

void report_blank_value(const DocumentNode& node, const ValueSlot& slot) {
  const bool is_boolean = slot.type.kind == TypeKind::Boolean && !slot.type.is_set;
  slot.diagnostics.report(DiagnosticKind::BlankValue, node.span, slot.name)
      .help(is_boolean ? "write `true`, `false` or `unknown`"
                       : "write `unknown` if it is not known yet, `null` if there is none");
}

std::optional<FactState> read_state(const DocumentNode& node, const dsl::Type& type) {
  if (node.kind != NodeKind::Scalar) return std::nullopt;
  if (node.is_null) return FactState::Absent;
  if (node.style == ScalarStyle::Quoted && type.kind == TypeKind::Text) return std::nullopt;
  if (node.scalar == kUnknownWord) return FactState::Unknown;
  if (node.scalar == kNotApplicableWord) return FactState::NotApplicable;
  return std::nullopt;
}

FactValue read_fact_value(const DocumentNode& node, const ValueSlot& slot) {
  FactValue fact;
  fact.span = node.span;
  if (node.is_null && !check_null(node, slot)) return fact;
  if (const auto state = read_state(node, slot.type)) {
    if (dsl::may_have_state(slot.type, *state)) {
      fact.state = *state;
    } else {
      slot.diagnostics
          .report(DiagnosticKind::YesOrNoOnly, node.span, slot.name,
                  node.is_null ? "null" : node.scalar)
          .help("write `false` if it is not so, `unknown` if it is not known");
    }
    return fact;
  }
  fact.value = slot.type.is_set ? read_set(node, slot) : read_value(node, slot);
  if (fact.value) fact.state = FactState::Stated;
  return fact;
}

std::optional<Value> read_value(const DocumentNode& node, const ValueSlot& slot) {
  if (node.is_blank()) {
    report_blank_value(node, slot);
    return std::nullopt;
  }
  if (node.kind != NodeKind::Scalar || node.is_null) {
    report_wrong_value(node, slot);
    return std::nullopt;
  }
  switch (slot.type.kind) {
    case TypeKind::Boolean: return read_boolean(node, slot);
    case TypeKind::Count:
    case TypeKind::Ratio:
    case TypeKind::Percent:
    case TypeKind::Quantity: return read_amount(node, slot);
    case TypeKind::Time: return read_time(node, slot);
    case TypeKind::Date: return read_date(node, slot);
    case TypeKind::Grade: return read_grade(node, slot);
    case TypeKind::Text: return read_text(node, slot);
    case TypeKind::Norm: return read_norm(node, slot);
    case TypeKind::Stakeholder: return read_stakeholder(node, slot);
    case TypeKind::Choice: return read_choice(node, slot);
    case TypeKind::Record:
    case TypeKind::List:
    case TypeKind::Unknown: break;
  }
  report_wrong_value(node, slot);
  return std::nullopt;
}

}  // namespace checker
