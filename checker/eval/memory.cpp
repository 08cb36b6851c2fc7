#include "checker/eval/memory.h"

namespace checker {
namespace {

constexpr Memory::Key kFactMark = Memory::Key{1} << 63U;
constexpr Memory::Key kVerdictMark = Memory::Key{1} << 62U;
constexpr unsigned kArgumentBits = 20;
constexpr std::uint32_t kMostArguments = 2;

// A number for a value of which a type has few; 0 is left for "no argument".
std::optional<std::uint32_t> code_of(const Evaluated& argument) {
  if (!argument.known()) return std::nullopt;
  std::uint32_t code = 0;
  if (const auto* truth = std::get_if<bool>(&*argument.value)) {
    code = *truth ? 1 : 0;
  } else if (const auto* grade = std::get_if<dsl::Grade>(&*argument.value)) {
    code = grade->index;
  } else if (const auto* choice = std::get_if<dsl::ChoiceValue>(&*argument.value)) {
    code = choice->index;
  } else if (const auto* record = std::get_if<dsl::RecordValue>(&*argument.value)) {
    code = record->item;
  } else {
    return std::nullopt;
  }
  if (code + 1 >= (1U << kArgumentBits)) return std::nullopt;
  return code + 1;
}

}  // namespace

std::optional<Memory::Key> Memory::key_of(const FactRef& fact) {
  if (fact.item >= 0xFFFF) return std::nullopt;
  const Key item = static_cast<Key>(fact.item) + 1;  // -1 for none becomes 0
  const Key grade = static_cast<Key>(fact.grade) + 1;
  return kFactMark | Key{fact.fact.index} << 24U | item << 8U | grade;
}

Memory::Key Memory::key_of(dsl::ExprId question) { return kVerdictMark | question.index; }

std::optional<Memory::Key> Memory::key_of(dsl::DefinitionId definition,
                                          const std::vector<Evaluated>& arguments,
                                          std::size_t count) {
  if (count > kMostArguments) return std::nullopt;
  Key key = Key{definition.index} << (kMostArguments * kArgumentBits);
  for (std::size_t i = 0; i < count; ++i) {
    const auto code = code_of(arguments[i]);
    if (!code) return std::nullopt;
    key |= Key{*code} << (i * kArgumentBits);
  }
  return key;
}

const Evaluated* Memory::find(Key key) const {
  if (const auto at = always_.find(key); at != always_.end()) return &at->second;
  const auto at = under_assumptions_.find(key);
  return at == under_assumptions_.end() ? nullptr : &at->second;
}

void Memory::keep(Key key, const Evaluated& result, bool anything_assumed) {
  const bool holds_always = result.known() && !anything_assumed;
  (holds_always ? always_ : under_assumptions_).insert_or_assign(key, result);
}

const Memory::WithReadings* Memory::find_readings(Key key) const {
  const auto at = readings_.find(key);
  return at == readings_.end() ? nullptr : &at->second;
}

void Memory::keep(Key key, WithReadings result) {
  readings_.insert_or_assign(key, std::move(result));
}

}  // namespace checker
