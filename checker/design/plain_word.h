// What YAML readers make of a word without quotes; readers of version 1.1 and 1.2 differ.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace checker {

enum class PlainReading : std::uint8_t { Text, Boolean, Number, Base60, Date };

// The reading that is furthest from text among the versions of YAML: `no` is a Boolean, `9:30` a
// number of base 60, `010` a Number.
PlainReading plain_reading(std::string_view word);

// `no`, `Off`, `y`, `TRUE`: what YAML 1.1 takes for yes or no.
std::optional<bool> plain_boolean(std::string_view word);

// ASCII letters only.
std::string to_lower(std::string_view text);

}  // namespace checker
