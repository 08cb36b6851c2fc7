#include "checker/eval/memory.h"

#include <algorithm>

namespace checker {
namespace {

constexpr Memory::Key kFactMark = Memory::Key{1} << 63U;
constexpr Memory::Key kVerdictMark = Memory::Key{1} << 62U;
constexpr unsigned kArgumentBits = 20;
constexpr std::uint32_t kMostArguments = 2;

// What is assumed of those.
Memory::Assumptions among(const Causes& causes, const Memory::Assumptions& assumptions) {
  Memory::Assumptions found;
  for (const auto& [cause, value] : assumptions) {
    if (std::binary_search(causes.begin(), causes.end(), cause)) found.emplace(cause, value);
  }
  return found;
}

// Codes from here on are of arguments without a value.
constexpr std::uint32_t kFirstMissing = 1U << (kArgumentBits - 1U);
constexpr std::size_t kMostMissing = 1000;

}  // namespace

std::optional<std::uint32_t> Memory::code_of(const Evaluated& argument) {
  if (!argument.known()) {
    const auto at = missing_.find({argument.absent, argument.causes});
    if (at != missing_.end()) return at->second;
    if (missing_.size() == kMostMissing) return std::nullopt;
    const auto code = kFirstMissing + static_cast<std::uint32_t>(missing_.size());
    missing_.emplace(std::pair(argument.absent, argument.causes), code);
    return code;
  }
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
  if (code + 1 >= kFirstMissing) return std::nullopt;
  return code + 1;
}

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

const Memory::Remembered* Memory::find(Key key, const Assumptions& assumptions) const {
  const auto at = remembered_.find(key);
  if (at == remembered_.end()) return nullptr;
  const auto holds = [&](const Remembered& each) {
    return each.relevant == among(each.looked_at, assumptions);
  };
  const auto found = std::find_if(at->second.begin(), at->second.end(), holds);
  return found == at->second.end() ? nullptr : &*found;
}

void Memory::keep(Key key, Evaluated result, Causes looked_at, const Assumptions& assumptions) {
  // Each is compared with what is assumed: beyond so many it is sooner worked out again.
  constexpr std::size_t kMost = 64;
  std::vector<Remembered>& all = remembered_[key];
  if (all.size() == kMost) all.clear();
  Assumptions relevant = among(looked_at, assumptions);
  if (relevant.empty() && result.known()) looked_at.clear();
  all.push_back({std::move(result), std::move(looked_at), std::move(relevant)});
}

const Memory::WithReadings* Memory::find_readings(Key key) const {
  const auto at = readings_.find(key);
  return at == readings_.end() ? nullptr : &at->second;
}

void Memory::keep(Key key, WithReadings result) {
  readings_.insert_or_assign(key, std::move(result));
}

}  // namespace checker
