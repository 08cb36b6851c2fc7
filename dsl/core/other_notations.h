// Dates and times of day as people write them elsewhere, in the form of the language: for messages
// that say what to write instead. Nothing is ever read this way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dsl {

// How the language writes them.
inline constexpr std::string_view kDateForm = "a date is written year-month-day: `2027-08-16`";
inline constexpr std::string_view kTimeForm = "a time of day is written `8:15 am`";

// `2014-07-01` for text that begins with `7/1/2014`, `2014-7-1`, `July 1, 2014` or `1 July 2014`,
// month before day where both are numbers; in quotes or not. nullopt when there is no such day.
std::optional<std::string> date_meant(std::string_view text);

// `8:30 am` for text that begins with `8:30 AM`, `8.30 a.m.` or `8:30 am`, `8:00 am` for `8am`, and
// `12:00 pm` for `noon`; in quotes or not.
std::optional<std::string> time_meant(std::string_view text);

}  // namespace dsl
