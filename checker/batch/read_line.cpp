#include "checker/batch/read_line.h"

#include <cstring>
#include <simdjson.h>
#include <utility>
#include <vector>

#include "checker/batch/keys.h"
#include "checker/batch/tokens.h"

namespace checker::batch {

namespace ondemand = simdjson::ondemand;

namespace {

// What is nested deeper is left to the reader of documents, which has a limit of its own
// (kMaxDocumentDepth).
constexpr int kMaxDepth = 60;

std::string_view without_blanks(std::string_view token) {
  while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ') token.remove_suffix(1);
  return token;
}

std::string_view token_of(ondemand::value& value) { return without_blanks(value.raw_json_token()); }

// Passes over a value of which nothing is asked but that it is JSON.
bool skip(ondemand::value value, int depth);

bool skip_object(ondemand::value& value, int depth) {
  ondemand::object object;
  if (value.get_object().get(object) != simdjson::SUCCESS) return false;
  for (auto field : object) {
    std::string_view key;
    ondemand::value inner;
    if (field.unescaped_key().get(key) != simdjson::SUCCESS ||
        field.value().get(inner) != simdjson::SUCCESS || !skip(inner, depth + 1)) {
      return false;
    }
  }
  return true;
}

bool skip_array(ondemand::value& value, int depth) {
  ondemand::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) return false;
  for (auto item : array) {
    ondemand::value inner;
    if (item.get(inner) != simdjson::SUCCESS || !skip(inner, depth + 1)) return false;
  }
  return true;
}

bool skip(ondemand::value value, int depth) {
  if (depth > kMaxDepth) return false;
  const std::string_view token = token_of(value);
  if (token.empty()) return false;
  switch (token.front()) {
    case '{': return skip_object(value, depth);
    case '[': return skip_array(value, depth);
    case '"': {
      std::string_view text;
      return plain_string(token) || value.get_string().get(text) == simdjson::SUCCESS;
    }
    default: return is_json_scalar(token);
  }
}

}  // namespace

class LineReader::Reading {
 public:
  Reading(const dsl::Program& program, const Layout& layout)
      : layout_(layout), groups_(make_keys(program, layout)) {
    for (const dsl::ChoiceDeclaration& choice : program.types().choices) {
      choices_.emplace_back(choice.values);
    }
  }

  std::optional<LineHeader> read(std::string_view line, Block& block, std::size_t place) {
    block_ = &block;
    place_ = place;
    header_ = {};
    ++number_;
    if (read_design(line)) return header_;
    block.forget(place);
    return std::nullopt;
  }

 private:
  bool read_design(std::string_view line) {
    ondemand::document document;
    if (parser_.iterate(line.data(), line.size(), line.size() + simdjson::SIMDJSON_PADDING)
            .get(document) != simdjson::SUCCESS) {
      return false;
    }
    ondemand::object design;
    if (document.get_object().get(design) != simdjson::SUCCESS) return false;
    if (!read_group(design, 0)) return false;
    // Nothing may come behind it.
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  }

  bool read_group(ondemand::object& object, std::uint32_t index) {
    KeyGroup& group = groups_[index];
    std::uint32_t* guess = &group.first;
    for (auto each : object) {
      if (each.error() != simdjson::SUCCESS) return false;
      // Used where it is: a copy right after it was made costs more than all else here.
      ondemand::field&& field = std::move(each).value_unsafe();
      Key* const key = group.find(field.key().raw(), *guess);
      if (key == nullptr || key->seen_in == number_) return false;
      key->seen_in = number_;
      note_order(group, *key, *guess);
      guess = &key->next;
      if (!read_value(field.value(), *key)) return false;
    }
    return true;
  }

  // What came instead of the guess is the next guess, unless one was only left out.
  static void note_order(const KeyGroup& group, const Key& key, std::uint32_t& guess) {
    const auto index = static_cast<std::uint32_t>(&key - group.keys.data());
    std::uint32_t at = guess;
    for (int step = 0; step < 2; ++step) {
      if (at == index) return;
      at = group.keys[at].next;
    }
    if (at != index) guess = index;
  }

  bool read_value(ondemand::value& value, Key& key) {
    switch (key.use) {
      case KeyUse::Group: {
        ondemand::object inner;
        return value.get_object().get(inner) == simdjson::SUCCESS && read_group(inner, key.target);
      }
      case KeyUse::Fact: return read_header(value, key) && read_fact(value, key);
      case KeyUse::Skip: return read_header(value, key) && skip(value, 0);
      case KeyUse::Text: return plain_string(token_of(value)).has_value();
      case KeyUse::List: return token_of(value) == "\"unknown\"" || is_empty_array(value);
      case KeyUse::Records: return is_empty_array(value);
      case KeyUse::Version: return token_of(value) == "1";
      case KeyUse::Name: return read_name(value);
    }
    return false;
  }

  bool read_name(ondemand::value& value) {
    const std::string_view token = token_of(value);
    if (token.size() < 3 || token.front() != '"' || token == "\"unknown\"" ||
        token == "\"not_applicable\"") {
      return false;
    }
    header_.name = token;
    return skip(value, 0);
  }

  bool read_header(ondemand::value& value, const Key& key) {
    if (!key.is_opens && !key.is_as_of) return true;
    const TokenValue date = read_token(token_of(value), dsl::TypeKind::Date, nullptr);
    if (date.state != TokenState::Value) return false;
    (key.is_opens ? header_.opens : header_.as_of) = dsl::Date{static_cast<int>(date.number)};
    return true;
  }

  static bool is_empty_array(ondemand::value& value) {
    ondemand::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS) return false;
    bool empty = false;
    return array.is_empty().get(empty) == simdjson::SUCCESS && empty;
  }

  bool read_fact(ondemand::value& value, const Key& key) {
    const Column& column = layout_.column(key.target);
    const ChoiceTable* const choices =
        key.kind == dsl::TypeKind::Choice ? &choices_[key.choice] : nullptr;
    if (key.is_table) return read_table(value, key, choices);
    const std::string_view token = token_of(value);
    if (!key.is_set) return set(column, read_token(token, key.kind, choices));
    if (token == "[") return read_set(value, column, choices);
    // One member alone is a set too, but then a word for no value may be meant.
    const TokenValue whole = read_token(token, dsl::TypeKind::Text, nullptr);
    return whole.state != TokenState::Other && set(column, whole);
  }

  bool set(const Column& column, const TokenValue& token) {
    switch (token.state) {
      case TokenState::Other: return false;
      case TokenState::Unknown: return true;
      case TokenState::Absent: block_->set_absent(column, place_); return true;
      case TokenState::Value: break;
    }
    switch (column.kind) {
      case ColumnKind::YesNo: block_->set_yes_no(column, place_, token.number != 0); return true;
      case ColumnKind::Number: block_->set_number(column, place_, token.number); return true;
      case ColumnKind::Choice:
        block_->set_choice(column, place_, static_cast<std::uint32_t>(token.number));
        return true;
      default: return false;
    }
  }

  bool read_set(ondemand::value& value, const Column& column, const ChoiceTable* choices) {
    ondemand::array members;
    if (value.get_array().get(members) != simdjson::SUCCESS) return false;
    block_->set_known(column, place_);
    for (auto item : members) {
      if (item.error() != simdjson::SUCCESS) return false;
      ondemand::value&& member = static_cast<decltype(item)&&>(item).value_unsafe();
      const std::string_view token = token_of(member);
      if (!(choices == nullptr ? add_grades(column, token) : add_choice(column, token, *choices))) {
        return false;
      }
    }
    return true;
  }

  bool add_choice(const Column& column, std::string_view token, const ChoiceTable& choices) {
    const TokenValue member = read_token(token, dsl::TypeKind::Choice, &choices);
    return member.state == TokenState::Value &&
           block_->add_member(column, place_, static_cast<std::uint32_t>(member.number));
  }

  bool add_grades(const Column& column, std::string_view token) {
    const dsl::GradeSet grades = read_grades(plain_string(token).value_or(token));
    if (grades.empty()) return false;
    for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
      if (grades.contains({i}) && !block_->add_member(column, place_, i)) return false;
    }
    return true;
  }

  // One value for each grade, or the same for all.
  bool read_table(ondemand::value& value, const Key& of, const ChoiceTable* choices) {
    if (of.is_set) return false;
    const std::string_view token = token_of(value);
    if (token != "{") {
      const TokenValue all = read_token(token, of.kind, choices);
      return set_grades(of.target, dsl::GradeSet::range({0}, {dsl::kGradeCount - 1}), all);
    }
    ondemand::object entries;
    if (value.get_object().get(entries) != simdjson::SUCCESS) return false;
    std::uint16_t seen = 0;
    for (auto each : entries) {
      if (each.error() != simdjson::SUCCESS) return false;
      ondemand::field&& field = std::move(each).value_unsafe();
      const dsl::GradeSet grades = read_grades(grade_key(field.key().raw()));
      if (grades.empty() || (grades.bits() & seen) != 0) return false;
      seen = static_cast<std::uint16_t>(seen | grades.bits());
      const TokenValue read = read_token(token_of(field.value()), of.kind, choices);
      if (!set_grades(of.target, grades, read)) return false;
    }
    return true;
  }

  // The key behind its opening quote; empty where it is too long to be grades.
  static std::string_view grade_key(const char* text) {
    constexpr std::size_t kMaxBytes = 16;
    const auto* const end = static_cast<const char*>(std::memchr(text, '"', kMaxBytes));
    return end == nullptr ? std::string_view()
                          : std::string_view(text, static_cast<std::size_t>(end - text));
  }

  bool set_grades(std::uint32_t first, dsl::GradeSet grades, const TokenValue& token) {
    for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
      if (grades.contains({i}) && !set(layout_.column(first + i), token)) return false;
    }
    return true;
  }

  const Layout& layout_;
  std::vector<KeyGroup> groups_;
  std::vector<ChoiceTable> choices_;
  ondemand::parser parser_;
  Block* block_ = nullptr;
  std::size_t place_ = 0;
  std::uint32_t number_ = 0;
  LineHeader header_;
};

LineReader::LineReader(const dsl::Program& program, const Layout& layout)
    : reading_(std::make_unique<Reading>(program, layout)) {}
LineReader::~LineReader() = default;

std::optional<LineHeader> LineReader::read(std::string_view line, Block& block, std::size_t place) {
  return reading_->read(line, block, place);
}

}  // namespace checker::batch
