// A clock time without a date or a zone, to the minute.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dsl {

// Minutes since midnight, 0 to 1439; 24:00 does not exist.
struct TimeOfDay {
  std::int16_t minutes = 0;

  friend auto operator<=>(TimeOfDay, TimeOfDay) = default;
};

// `8:30 am`, `8:30am`, `12:00 pm`, `14:30`, `09:05`. nullopt when the text is no such time.
std::optional<TimeOfDay> parse_time_of_day(std::string_view text);

// 8:30 am
std::string format_time_of_day(TimeOfDay time);

}  // namespace dsl
