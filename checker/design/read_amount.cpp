#include "checker/design/read_amount.h"

#include <algorithm>
#include <string>

#include "checker/design/amount.h"
#include "dsl/diagnostics/suggest.h"
#include "dsl/text/ascii.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::Rational;
using dsl::TypeKind;

std::optional<Rational> in_hundredths(const Rational& number) {
  return dsl::divide(number, Rational(100));
}

void report_too_long(const DocumentNode& node, const ValueSlot& slot) {
  slot.diagnostics.report(DiagnosticKind::NumberTooLong, node.span, shown(node.scalar))
      .help("at most 15 digits before the point and 6 after it");
}

void report_fault(const Amount& amount, const DocumentNode& node, const ValueSlot& slot) {
  const std::string write = fmt::format("write `{}`", shown(amount.suggestion));
  switch (amount.fault) {
    case AmountFault::TooLong: return report_too_long(node, slot);
    case AmountFault::LeadingZero:
      slot.diagnostics.report(DiagnosticKind::YamlTrap, node.span, shown(node.scalar)).help(write);
      return;
    case AmountFault::Commas:
      report_wrong_value(node, slot).help(write + "; join thousands with `_` or not at all");
      return;
    case AmountFault::Exponent:
      report_wrong_value(node, slot).help("write the number with all its digits");
      return;
    case AmountFault::NotANumber:
    case AmountFault::None: break;
  }
  auto report = report_wrong_value(node, slot);
  // `about 180`, `180 (planned)`, `$400 thousand`: the figure is there.
  const std::size_t first = node.scalar.find_first_of("0123456789");
  if (first == std::string::npos) {
    const bool is_word =
        slot.type.kind == TypeKind::Count && node.scalar.find(' ') == std::string::npos;
    if (is_word && std::all_of(node.scalar.begin(), node.scalar.end(), dsl::is_lower))
      report.help("write it in figures, or `unknown`");
    return;
  }
  const std::size_t last = node.scalar.find_first_not_of("0123456789_.", first);
  const std::string figure = node.scalar.substr(first, last - first);
  const bool has_another = last != std::string::npos &&
                           node.scalar.find_first_of("0123456789", last) != std::string::npos;
  if (has_another) return;
  report.help(fmt::format("write the figure alone, as in `{}`; a remark follows behind `#`",
                          shown(figure)));
}

// The unit of the slot, in the words of a message.
std::string unit_name(const ValueSlot& slot) {
  return slot.type.kind == TypeKind::Quantity ? slot.types().unit(slot.type.unit).plural
                                              : "percent";
}

void report_wrong_unit(const Amount& amount, const DocumentNode& node, const ValueSlot& slot) {
  const std::string found = amount.is_percent ? "percent" : amount.unit;
  const std::string wanted_unit = unit_name(slot);
  std::string help = fmt::format("write it in {}", wanted_unit);
  if (wanted_unit == "years old") {
    const bool in_years = found == "years" || found == "year";
    help = in_years ? fmt::format("write the number alone: `{}`", dsl::format_exact(amount.number))
                    : "write the number of years alone";
  }
  slot.diagnostics
      .report(DiagnosticKind::WrongUnit, node.span, slot.name, wanted_unit, shown(found))
      .help(help);
}

std::optional<dsl::Value> read_count(const Amount& amount, const DocumentNode& node,
                                     const ValueSlot& slot) {
  if (amount.is_bare() && amount.number.is_whole()) return amount.number;
  auto report = report_wrong_value(node, slot);
  if (!amount.is_bare() && amount.number.is_whole()) {
    report.help(fmt::format("write `{}`", dsl::format_exact(amount.number)));
  } else {
    report.help("it counts whole things: write a whole number");
  }
  return std::nullopt;
}

// A bare number leaves open whether 0.33 or 33 means a third.
void report_bare_percentage(const Amount& amount, const DocumentNode& node, const ValueSlot& slot) {
  const auto hundredfold = dsl::multiply(amount.number, Rational(100));
  const std::string as_is = dsl::format_exact(amount.number) + "%";
  const std::string as_share = hundredfold ? dsl::format_exact(*hundredfold) + "%" : as_is;
  std::string help = fmt::format("write it with its sign: `{}`", as_is);
  if (amount.number == Rational(1)) {
    help = fmt::format("write it with its sign: `{}` or `{}`", as_is, as_share);
  } else if (amount.number < Rational(1) && amount.number > Rational(0)) {
    help = fmt::format("write it with its sign: `{}`", as_share);
  }
  report_wrong_value(node, slot).help(help);
}

std::optional<dsl::Value> read_percentage(const Amount& amount, const DocumentNode& node,
                                          const ValueSlot& slot) {
  if (amount.is_bare()) {
    report_bare_percentage(amount, node, slot);
    return std::nullopt;
  }
  if (amount.unit.find('/') != std::string::npos) {
    report_wrong_value(node, slot).help("write it with a `%`, as in `33%`");
    return std::nullopt;
  }
  if (!amount.is_percent) {
    report_wrong_unit(amount, node, slot);
    return std::nullopt;
  }
  const auto share = in_hundredths(amount.number);
  if (!share) {
    report_too_long(node, slot);
    return std::nullopt;
  }
  return *share;
}

std::optional<dsl::Value> read_quantity(const Amount& amount, const DocumentNode& node,
                                        const ValueSlot& slot) {
  const dsl::Unit& declared = slot.types().unit(slot.type.unit);
  dsl::Unit unit = declared;
  if (amount.is_percent) {
    report_wrong_unit(amount, node, slot);
    return std::nullopt;
  }
  if (!amount.unit.empty()) {
    const UnitReading reading = parse_unit(amount.unit, slot.types().unit_words);
    // `6:30`, `170-180`, `6 hours 30 minutes`: more than a number and its unit.
    if (!reading.unit && reading.unknown_word.find_first_of("0123456789:-/") != std::string::npos) {
      report_wrong_value(node, slot).help("write one number, in " + declared.plural);
      return std::nullopt;
    }
    if (!reading.unit && node.scalar.front() == '$') {
      report_wrong_value(node, slot).help("write the amount with all its digits, as in `$400_000`");
      return std::nullopt;
    }
    if (!reading.unit) {
      slot.diagnostics.report(DiagnosticKind::UnknownUnit, node.span, shown(reading.unknown_word))
          .help(dsl::suggest(reading.unknown_word, slot.types().unit_words.words(),
                             fmt::format("write it in {}", declared.plural)));
      return std::nullopt;
    }
    if (reading.unit->dimension != declared.dimension) {
      report_wrong_unit(amount, node, slot);
      return std::nullopt;
    }
    unit = *reading.unit;
  }
  const auto value = dsl::multiply(amount.number, unit.scale);
  if (!value) {
    report_too_long(node, slot);
    return std::nullopt;
  }
  return *value;
}

}  // namespace

std::optional<dsl::Value> read_amount(const DocumentNode& node, const ValueSlot& slot) {
  const Amount amount = parse_amount(node.scalar);
  if (amount.fault != AmountFault::None) {
    report_fault(amount, node, slot);
    return std::nullopt;
  }
  const bool is_percentage =
      slot.type.kind == TypeKind::Percent || slot.type.kind == TypeKind::Ratio;
  if (node.style == ScalarStyle::Quoted && amount.is_bare() && !is_percentage) {
    slot.diagnostics.report(DiagnosticKind::QuotedValue, node.span, shown(node.scalar), "a number")
        .help("remove the quotes");
    return std::nullopt;
  }
  if (is_percentage) return read_percentage(amount, node, slot);
  if (slot.type.kind == TypeKind::Count) return read_count(amount, node, slot);
  return read_quantity(amount, node, slot);
}

}  // namespace checker
