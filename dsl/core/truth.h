// Strong Kleene logic: the three truth values and their operators.
//
// The order False < Unknown < True makes "and" the minimum and "or" the maximum; an unknown that
// cannot change the outcome does not matter, and filling one in never turns True into False.
// (S. C. Kleene, Introduction to Metamathematics, 1952, section 64.)
#pragma once

#include <algorithm>
#include <cstdint>

namespace dsl {

enum class Truth : std::uint8_t { False, Unknown, True };

constexpr Truth operator!(Truth t) { return static_cast<Truth>(2 - static_cast<int>(t)); }
constexpr Truth operator&(Truth a, Truth b) { return std::min(a, b); }
constexpr Truth operator|(Truth a, Truth b) { return std::max(a, b); }
constexpr Truth truth(bool value) { return value ? Truth::True : Truth::False; }

}  // namespace dsl
