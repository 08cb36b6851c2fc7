#define XXH_INLINE_ALL
#include "dsl/compilation/compiled_program.h"

#include <cstdint>
#include <new>
#include <sstream>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>
#include <xxhash.h>

#include "dsl/compilation/code_fingerprint.h"
#include <boost/pfr/core.hpp>
#include <cereal/archives/binary.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>
#include <fmt/format.h>

// How each part of a typed program is written to a cereal archive and read back from it. cereal
// finds these by the types that they are for.
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

namespace {

// A file begins with this, the fingerprint of its rules and the checksum of what follows.
constexpr std::string_view kMagic = "leeway program\n";
constexpr std::size_t kDigits = 32;
constexpr std::size_t kHeader = kMagic.size() + 2 * kDigits;

std::string digits(XXH128_hash_t hash) {
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string checksum(std::string_view bytes) {
  return digits(XXH3_128bits(bytes.data(), bytes.size()));
}

// Texts after one another, so that no two lists of texts are taken for the same.
class Hash {
 public:
  Hash() { XXH3_128bits_reset(&state_); }

  void add(std::string_view text) {
    const std::uint64_t size = text.size();
    XXH3_128bits_update(&state_, &size, sizeof size);
    XXH3_128bits_update(&state_, text.data(), text.size());
  }

  std::string in_digits() const { return digits(XXH3_128bits_digest(&state_)); }

 private:
  XXH3_state_t state_{};
};

}  // namespace

std::string fingerprint(std::span<const SourceFile* const> files) {
  Hash hash;
  hash.add(code_fingerprint());
  for (const SourceFile* file : files) {
    hash.add(std::to_string(file->id));
    hash.add(file->text);
  }
  return hash.in_digits();
}

std::string to_bytes(const Program& program, std::string_view fingerprint) {
  std::ostringstream out;
  cereal::BinaryOutputArchive archive(out);
  archive(program.typed());
  const std::string body = std::move(out).str();
  return std::string(kMagic) + std::string(fingerprint) + checksum(body) + body;
}

std::optional<Program> from_bytes(std::string bytes, std::string_view fingerprint) {
  const std::string_view all = bytes;
  if (!all.starts_with(kMagic) || all.size() < kHeader) return std::nullopt;
  if (all.substr(kMagic.size(), kDigits) != fingerprint) return std::nullopt;
  if (all.substr(kMagic.size() + kDigits, kDigits) != checksum(all.substr(kHeader))) {
    return std::nullopt;
  }
  std::istringstream in(std::move(bytes));
  in.seekg(kHeader);
  TypedProgram typed;
  try {
    cereal::BinaryInputArchive archive(in);
    archive(typed);
  } catch (const cereal::Exception&) {  // bytes that end too early, or name no number
    return std::nullopt;
  } catch (const std::length_error&) {  // a size that no list can have
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    return std::nullopt;
  }
  return lower(std::move(typed), Diagnostics());
}

}  // namespace dsl
