#include "dsl/core/time_of_day.h"

#include "dsl/text/ascii.h"
#include <fmt/core.h>

namespace dsl {

std::optional<TimeOfDay> parse_time_of_day(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() < colon + 3) {
    return std::nullopt;
  }
  int hour = 0;
  for (const char c : text.substr(0, colon)) {
    if (!is_digit(c)) return std::nullopt;
    hour = hour * 10 + (c - '0');
  }
  const std::string_view minute_text = text.substr(colon + 1, 2);
  if (!is_digit(minute_text[0]) || !is_digit(minute_text[1])) return std::nullopt;
  const int minute = (minute_text[0] - '0') * 10 + (minute_text[1] - '0');
  std::string_view half = text.substr(colon + 3);
  if (!half.empty()) {
    half.remove_prefix(half.find_first_not_of(' ') == std::string_view::npos
                           ? half.size()
                           : half.find_first_not_of(' '));
    if (half != "am" && half != "pm") return std::nullopt;
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + (half == "pm" ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return std::nullopt;
  return TimeOfDay{static_cast<std::int16_t>(hour * 60 + minute)};
}

std::string format_time_of_day(TimeOfDay time) {
  const int hour = time.minutes / 60;
  return fmt::format("{}:{:02} {}", hour % 12 == 0 ? 12 : hour % 12, time.minutes % 60,
                     hour < 12 ? "am" : "pm");
}

}  // namespace dsl
