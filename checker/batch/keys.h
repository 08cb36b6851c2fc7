// The keys of a design as a tree of groups, matched without copying or hashing where they come in
// the order of the design before.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
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
  // The name and the quote behind it, eight bytes a word; the rest of the last word does not count.
  std::array<std::uint64_t, 8> words{};
  std::uint64_t last_mask = 0;
  std::uint32_t word_count = 0;
  std::uint32_t next = 0;     // the key that came after it
  std::uint32_t seen_in = 0;  // the number of the last design that had it
  std::uint32_t target = 0;   // of a fact its column, the first of a table
  std::uint32_t choice = 0;   // where its values are those of a choice
  KeyUse use{};
  bool is_opens = false;
  bool is_as_of = false;
  dsl::TypeKind kind{};  // of the fact
  bool is_table = false;
  bool is_set = false;
};

// A name that is longer, with its quote, is read with its document.
inline constexpr std::size_t kMaxKeyBytes = 64;

struct KeyGroup {
  std::vector<Key> keys;
  std::unordered_map<std::string, std::uint32_t> by_name;
  std::uint32_t first = 0;  // the key that came first in the last design

  // The key whose text begins behind its opening quote, `guess` being tried first; null: none that
  // is known here. `kMaxKeyBytes` of the text can be read.
  Key* find(const char* text, std::uint32_t guess) {
    // So many keys of the last design may be missing in a row before the names are looked up.
    constexpr int kGuesses = 3;
    for (int tries = 0; tries < kGuesses; ++tries) {
      Key& key = keys[guess];
      if (matches(key, text)) return &key;
      guess = key.next;
    }
    return look_up(text);
  }
  // The key of this name; where there is none, a new one of this use.
  Key& add(const std::string& name, KeyUse use);

 private:
  static bool matches(const Key& key, const char* text) {
    if (key.word_count == 0) return false;
    const std::uint32_t last = key.word_count - 1;
    std::uint64_t word = 0;
    for (std::uint32_t w = 0; w < last; ++w) {
      std::memcpy(&word, text + w * sizeof word, sizeof word);
      if (word != key.words[w]) return false;
    }
    std::memcpy(&word, text + last * sizeof word, sizeof word);
    return (word & key.last_mask) == key.words[last];
  }
  Key* look_up(const char* text);
};

// The first of them is the design itself.
std::vector<KeyGroup> make_keys(const dsl::Program& program, const Layout& layout);

}  // namespace checker::batch
