#include "dsl/core/other_notations.h"

#include <array>

#include "dsl/core/date.h"
#include "dsl/core/time_of_day.h"
#include "dsl/text/ascii.h"

namespace dsl {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// Takes parts off the front of a text; what does not fit is left.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) { take('"'); }

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_blanks() {
    while (take(' ')) continue;
  }
  // At most four digits; -1 when there is none.
  int number() {
    int value = -1;
    for (int i = 0; i < 4 && !rest_.empty() && is_digit(rest_.front()); ++i) {
      value = (value < 0 ? 0 : value) * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return value;
  }
  std::string word() {
    std::string word;
    while (!rest_.empty() && is_letter(rest_.front())) {
      word += to_lower(rest_.front());
      rest_.remove_prefix(1);
    }
    return word;
  }
  bool at_word_end() const {
    return rest_.empty() || (!is_letter(rest_.front()) && !is_digit(rest_.front()));
  }

 private:
  std::string_view rest_;
};

// `July`, `jul`, `Sept`: three letters suffice; 0 when it is none.
int month_of_word(std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths.at(i).starts_with(word)) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<std::string> written(int year, int month, int day) {
  if (year < 1000) return std::nullopt;
  const auto date = make_date(year, month, day);
  if (!date) return std::nullopt;
  return format_date(*date);
}

// `7/1/2014`, `7-1-2014`, `2014/7/1`, `2014-7-1`
std::optional<std::string> date_in_numbers(std::string_view text) {
  Reader reader(text);
  const int first = reader.number();
  const char sign = reader.take('/') ? '/' : '-';
  if (first < 0 || (sign == '-' && !reader.take('-'))) return std::nullopt;
  const int second = reader.number();
  if (second < 0 || !reader.take(sign)) return std::nullopt;
  const int third = reader.number();
  if (third < 0 || !reader.at_word_end()) return std::nullopt;
  return first > 31 ? written(first, second, third) : written(third, first, second);
}

// `July 1, 2014`, `Jul. 1st 2014`
std::optional<std::string> date_month_first(std::string_view text) {
  Reader reader(text);
  const int month = month_of_word(reader.word());
  if (month == 0) return std::nullopt;
  reader.take('.');
  reader.skip_blanks();
  const int day = reader.number();
  reader.word();
  reader.take(',');
  reader.skip_blanks();
  return written(reader.number(), month, day);
}

// `1 July 2014`
std::optional<std::string> date_day_first(std::string_view text) {
  Reader reader(text);
  const int day = reader.number();
  reader.skip_blanks();
  const int month = month_of_word(reader.word());
  if (day < 0 || month == 0) return std::nullopt;
  reader.take(',');
  reader.skip_blanks();
  return written(reader.number(), month, day);
}

}  // namespace

std::optional<std::string> date_meant(std::string_view text) {
  if (auto date = date_in_numbers(text)) return date;
  if (auto date = date_month_first(text)) return date;
  return date_day_first(text);
}

std::optional<std::string> time_meant(std::string_view text) {
  Reader reader(text);
  const std::string word = Reader(text).word();
  if (word == "noon") return "12:00 pm";
  if (word == "midnight") return "12:00 am";
  const int hour = reader.number();
  const int minutes = reader.take(':') || reader.take('.') ? reader.number() : 0;
  reader.skip_blanks();
  std::string half = reader.word();
  if (half.size() == 1) {
    reader.take('.');
    half += reader.word();
  }
  if (hour < 1 || hour > 12 || minutes < 0 || minutes > 59) return std::nullopt;
  if (half != "am" && half != "pm") return std::nullopt;
  const int past_noon = half == "pm" ? 12 * 60 : 0;
  return format_time_of_day(
      TimeOfDay{static_cast<std::int16_t>(hour % 12 * 60 + past_noon + minutes)});
}

}  // namespace dsl
