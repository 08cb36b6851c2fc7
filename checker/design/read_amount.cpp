#include "checker/design/read_amount.h"

#include <string>

#include "checker/design/amount.h"
#include "dsl/diagnostics/suggest.h"
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
      report_wrong_value(node, slot).help("write the number out, without an exponent");
      return;
    case AmountFault::NotANumber:
    case AmountFault::None: break;
  }
  report_wrong_value(node, slot);
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
