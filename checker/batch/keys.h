// The keys of a design as a tree of groups, matched without copying or hashing where they come in
// the order of the design before.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "checker/batch/layout.h"

namespace checker::batch {

enum class KeyUse : std::uint8_t {
  Fact,     // into its column, or the columns of its table
  Group,    // `target`: the group
  Skip,     // what no norm in force reads, and remarks
  Text,     // no more than that it is one is asked
  List,     // read as a document where there is something in it
  Records,  // reliefs and the like; so are these
  Version,
  Name,
};

struct Key {
  std::string name;
  KeyUse use{};
  bool is_opens = false;
  bool is_as_of = false;
  std::uint32_t target = 0;
  dsl::FactId fact;           // invalid: none
  std::uint32_t seen_in = 0;  // the number of the last design that had it
  std::uint32_t next = 0;     // the key that came after it
  // The name and the quote behind it, eight bytes a word; the rest of the last word does not count.
  std::array<std::uint64_t, 8> words{};
  std::uint64_t last_mask = 0;
  std::uint32_t word_count = 0;
};

// A name that is longer, with its quote, is read with its document.
inline constexpr std::size_t kMaxKeyBytes = 64;

// The text behind the opening quote of a key; `kMaxKeyBytes` of it can be read.
bool matches(const Key& key, const char* text);

struct KeyGroup {
  std::vector<Key> keys;
  std::unordered_map<std::string, std::uint32_t> by_name;
  std::uint32_t first = 0;  // the key that came first in the last design

  // The key whose text this is, `guess` being tried first; null: none that is known here.
  Key* find(const char* text, std::uint32_t guess);
  Key& add(const std::string& name, KeyUse use);
};

// The first of them is the design itself.
std::vector<KeyGroup> make_keys(const dsl::Program& program, const Layout& layout);

}  // namespace checker::batch
