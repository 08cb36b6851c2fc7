#define XXH_INLINE_ALL
#include "dsl/compilation/compiled_program.h"

#include <array>
#include <new>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <xxhash.h>

#include "dsl/compilation/code_fingerprint.h"
#include "dsl/compilation/serialize.h"
#include <cereal/archives/binary.hpp>
#include <fmt/format.h>

namespace dsl {
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
    hash.add(file->name);
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
