// Units of measure and their dimensions: what may be added, compared and converted.
//
// A unit is a product of words with powers (`minutes per day`). Words with an exact ratio share a
// base (60 minutes are an hour); days, weeks and years do not, since a school day is not 24 hours
// and a school week not seven days. Values are kept in base words and shown in the unit's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/core/rational.h"

namespace dsl {

// Base words with their powers, sorted by base, no power 0. Empty: a plain number.
struct Dimension {
  struct Power {
    std::uint16_t base = 0;
    std::int16_t power = 0;
    friend bool operator==(const Power&, const Power&) = default;
  };
  std::vector<Power> powers;

  bool is_number() const { return powers.empty(); }
  friend bool operator==(const Dimension&, const Dimension&) = default;
};

Dimension multiply(const Dimension& a, const Dimension& b);
Dimension divide(const Dimension& a, const Dimension& b);

// A unit as people write it. `scale` is how many base units one of it is: hours per day has 60.
struct Unit {
  Dimension dimension;
  Rational scale = 1;
  std::string singular;
  std::string plural;

  friend bool operator==(const Unit&, const Unit&) = default;
};

// The unit words of a program: those built in, then those that its vocabulary declares.
class UnitTable {
 public:
  // `ratio` is how many of the base word one of it is; the first word of a base is the base word.
  struct Word {
    std::string singular;
    std::string plural;
    std::uint16_t base = 0;
    Rational ratio = 1;
  };

  UnitTable();
  // The words of another table, in their order.
  explicit UnitTable(std::vector<Word> words);

  // One word of a unit: singular or plural. nullopt when no such word is known.
  std::optional<Unit> find(std::string_view word) const;

  // Declares a word with a base of its own, or as `ratio` times a known unit word.
  // False when either word is taken.
  bool declare(std::string singular, std::string plural);
  bool declare(std::string singular, std::string plural, const Rational& ratio, const Unit& of);

  // The unit of `a` times or over `b`, named from what is left of its words.
  Unit multiply(const Unit& a, const Unit& b) const;
  Unit divide(const Unit& a, const Unit& b) const;

  // `a per b`, as written; nullopt when the scale does not fit.
  std::optional<Unit> per(const Unit& a, const Unit& b) const;

  // The unit in base words, for a result that nobody wrote a unit for.
  Unit base_unit(const Dimension& dimension) const;

  // Every word, for suggestions.
  std::vector<std::string> words() const;

  // In the order of their declaration, those built in first.
  const std::vector<Word>& declared() const { return words_; }

 private:
  std::vector<Word> words_;
  std::vector<std::size_t> base_words_;  // by base: the word that stands for it
};

// `value` is in base units: 90 with hours gives "1.5 hours".
std::string format_quantity(const Rational& value, const Unit& unit);

// The same in prose: `14 calendar days`.
std::string quantity_in_words(const Rational& value, const Unit& unit);

}  // namespace dsl
