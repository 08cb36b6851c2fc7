// How each part of a typed program is written to a cereal archive and read back from it.
#pragma once

#include <cstdint>
#include <type_traits>
#include <vector>

#include "dsl/core/grade.h"
#include "dsl/core/rational.h"
#include "dsl/core/unit.h"
#include <boost/pfr/core.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

namespace dsl {

// A struct of plain fields is its fields in their order, whatever they are; one that is added is
// written with the rest.
template <typename Archive, typename T>
requires std::is_aggregate_v<T>
void serialize(Archive& archive, T& value) {
  boost::pfr::for_each_field(value, [&](auto& field) { archive(field); });
}

template <typename Archive>
void save(Archive& archive, const Rational& number) {
  archive(number.numerator(), number.denominator());
}

template <typename Archive>
void load(Archive& archive, Rational& number) {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  archive(numerator, denominator);
  const auto made = Rational::make(numerator, denominator);
  if (!made) throw cereal::Exception("no number");
  number = *made;
}

template <typename Archive>
void save(Archive& archive, const GradeSet& grades) {
  archive(grades.bits());
}

template <typename Archive>
void load(Archive& archive, GradeSet& grades) {
  std::uint16_t bits = 0;
  archive(bits);
  grades = GradeSet::from_bits(bits);
}

template <typename Archive>
void save(Archive& archive, const UnitTable& units) {
  archive(units.declared());
}

template <typename Archive>
void load(Archive& archive, UnitTable& units) {
  std::vector<UnitTable::Word> words;
  archive(words);
  units = UnitTable(std::move(words));
}

}  // namespace dsl
