// A YAML or JSON text as a tree in which every key and value knows its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/text/source_file.h"

namespace checker {

enum class NodeKind : std::uint8_t { Mapping, Sequence, Scalar };

// How a scalar was written. JSON strings are Quoted, JSON numbers and `true` are Plain. JSON has
// no bare words, so its strings "unknown" and "not_applicable" are Plain too. An Argument is a
// plain one that no other reader of YAML ever sees: it is what its fact takes it for.
enum class ScalarStyle : std::uint8_t { Plain, Quoted, Argument };

struct DocumentEntry;

struct DocumentNode {
  NodeKind kind = NodeKind::Scalar;
  dsl::Span span;
  std::string scalar;  // the text as meant: escapes resolved, quotes gone
  ScalarStyle style = ScalarStyle::Plain;
  bool is_null = false;             // `null` or `~`, as `scalar` says; or nothing: then it is empty
  std::vector<DocumentNode> items;  // Sequence
  std::vector<DocumentEntry> entries;  // Mapping, in the order of the text, repeated keys too

  bool is_blank() const { return is_null && scalar.empty(); }
  bool is_plain(std::string_view word) const {
    return kind == NodeKind::Scalar && !is_null && style != ScalarStyle::Quoted && scalar == word;
  }
};

struct DocumentEntry {
  std::string key;
  dsl::Span key_span;
  DocumentNode value;
};

// The first entry with this key; null when there is none.
const DocumentEntry* find_entry(const DocumentNode& mapping, std::string_view key);

// A text of the user for a message: on one line, not endless, without control characters.
std::string shown(std::string_view text);

// What stands there, for a message: "a list", "a group of keys", "nothing", "`soon`".
std::string describe(const DocumentNode& node);

// Past these limits a document is refused, so that a hostile one costs little.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t kMaxDocumentDepth = 64;
inline constexpr std::size_t kMaxDocumentNodes = 200'000;

// Both report what is wrong with the text as dsl diagnostics and return nullopt when there is no
// tree to go on with. Anchors, aliases, tags and several documents in one YAML file are errors.
std::optional<DocumentNode> read_yaml(const dsl::SourceFile& file, dsl::Diagnostics& diagnostics);
std::optional<DocumentNode> read_json(const dsl::SourceFile& file, dsl::Diagnostics& diagnostics);

}  // namespace checker
