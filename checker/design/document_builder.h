// Puts a tree together from what a YAML or JSON parser meets, in the order of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/design/document.h"

namespace checker {

// Keeps to the limits of a document: a false answer means that a limit was passed, has been
// reported, and that reading must stop.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(dsl::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  bool open(NodeKind kind, dsl::Span opener);
  bool scalar(DocumentNode node);
  // In a mapping, before its value.
  void key(std::string text, dsl::Span span);
  // The innermost open mapping or list ends at this offset.
  bool close(std::uint32_t end);

  bool expects_key() const;
  // Null when nothing is open.
  const DocumentNode* innermost() const;
  // The key whose value is read next; null when there is none.
  const DocumentEntry* pending_key() const;
  // Where the last key or value ended.
  std::uint32_t last_end() const { return last_end_; }
  bool has_root() const { return root_.has_value(); }

  std::optional<DocumentNode> take() { return std::move(root_); }

 private:
  struct Level {
    DocumentNode node;
    DocumentEntry entry;  // a mapping's entry whose value is still to come
    bool has_key = false;
  };

  bool add(DocumentNode node);

  dsl::Diagnostics& diagnostics_;
  std::vector<Level> levels_;
  std::optional<DocumentNode> root_;
  std::size_t node_count_ = 0;
  std::uint32_t last_end_ = 0;
};

}  // namespace checker
