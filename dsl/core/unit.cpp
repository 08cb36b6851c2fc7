#include "dsl/core/unit.h"

#include <algorithm>
#include <utility>

namespace dsl {
namespace {

Dimension combine(const Dimension& a, const Dimension& b, int sign) {
  Dimension result = a;
  for (const Dimension::Power& other : b.powers) {
    const auto at = std::lower_bound(
        result.powers.begin(), result.powers.end(), other.base,
        [](const Dimension::Power& power, std::uint16_t base) { return power.base < base; });
    const auto power = static_cast<std::int16_t>(sign * other.power);
    if (at != result.powers.end() && at->base == other.base) {
      at->power = static_cast<std::int16_t>(at->power + power);
      if (at->power == 0) result.powers.erase(at);
    } else {
      result.powers.insert(at, {other.base, power});
    }
  }
  return result;
}

std::string per_name(const std::string& numerator, const std::string& denominator) {
  return numerator.empty() ? "per " + denominator : numerator + " per " + denominator;
}

}  // namespace

Dimension multiply(const Dimension& a, const Dimension& b) { return combine(a, b, 1); }
Dimension divide(const Dimension& a, const Dimension& b) { return combine(a, b, -1); }

UnitTable::UnitTable() {
  declare("minute", "minutes");
  const Unit minute = *find("minute");
  declare("hour", "hours", 60, minute);
  declare("second", "seconds", *Rational::make(1, 60), minute);
  declare("day", "days");
  declare("week", "weeks");
  declare("month", "months");
  declare("quarter", "quarters");
  declare("semester", "semesters");
  declare("year", "years");
  declare("calendar_day", "calendar_days");
  declare("dollar", "dollars");
  declare("year old", "years old");
}

UnitTable::UnitTable(std::vector<Word> words) : words_(std::move(words)) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].base == base_words_.size()) base_words_.push_back(i);
  }
}

std::optional<Unit> UnitTable::find(std::string_view word) const {
  for (const Word& known : words_) {
    if (word == known.singular || word == known.plural) {
      return Unit{Dimension{{{known.base, 1}}}, known.ratio, known.singular, known.plural};
    }
  }
  return std::nullopt;
}

bool UnitTable::declare(std::string singular, std::string plural) {
  if (find(singular) || find(plural)) return false;
  const auto base = static_cast<std::uint16_t>(base_words_.size());
  base_words_.push_back(words_.size());
  words_.push_back({std::move(singular), std::move(plural), base, 1});
  return true;
}

bool UnitTable::declare(std::string singular, std::string plural, const Rational& ratio,
                        const Unit& of) {
  if (find(singular) || find(plural)) return false;
  const auto scale = dsl::multiply(ratio, of.scale);
  if (!scale || of.dimension.powers.size() != 1) return false;
  words_.push_back(
      {std::move(singular), std::move(plural), of.dimension.powers.front().base, *scale});
  return true;
}

Unit UnitTable::base_unit(const Dimension& dimension) const {
  Unit unit{dimension, 1, "", ""};
  for (const Dimension::Power& power : dimension.powers) {
    const Word& word = words_[base_words_[power.base]];
    for (int i = 0; i < power.power; ++i) {
      const bool first = unit.plural.empty();
      unit.singular += (first ? "" : " ") + word.singular;
      unit.plural += (first ? "" : " ") + word.plural;
    }
  }
  for (const Dimension::Power& power : dimension.powers) {
    const Word& word = words_[base_words_[power.base]];
    for (int i = 0; i > power.power; --i) {
      unit.singular = per_name(unit.singular, word.singular);
      unit.plural = per_name(unit.plural, word.singular);
    }
  }
  return unit;
}

Unit UnitTable::multiply(const Unit& a, const Unit& b) const {
  if (a.dimension.is_number()) return b;
  if (b.dimension.is_number()) return a;
  return base_unit(dsl::multiply(a.dimension, b.dimension));
}

Unit UnitTable::divide(const Unit& a, const Unit& b) const {
  if (b.dimension.is_number()) return a;
  return base_unit(dsl::divide(a.dimension, b.dimension));
}

std::optional<Unit> UnitTable::per(const Unit& a, const Unit& b) const {
  const auto scale = dsl::divide(a.scale, b.scale);
  if (!scale) return std::nullopt;
  return Unit{dsl::divide(a.dimension, b.dimension), *scale, per_name(a.singular, b.singular),
              per_name(a.plural, b.singular)};
}

std::vector<std::string> UnitTable::words() const {
  std::vector<std::string> all;
  for (const Word& word : words_) all.push_back(word.plural);
  return all;
}

std::string format_quantity(const Rational& value, const Unit& unit) {
  const auto shown = divide(value, unit.scale);
  const Rational amount = shown ? *shown : value;
  std::string text = format_for_people(amount);
  if (unit.plural.empty()) return text;
  const bool one = amount == Rational(1) || amount == Rational(-1);
  return text + " " + (one ? unit.singular : unit.plural);
}

std::string quantity_in_words(const Rational& value, const Unit& unit) {
  std::string text = format_quantity(value, unit);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace dsl
