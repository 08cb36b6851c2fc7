#include "checker/design/document_builder.h"

#include <algorithm>
#include <utility>

namespace checker {

using dsl::DiagnosticKind;

bool DocumentBuilder::open(NodeKind kind, dsl::Span opener) {
  if (levels_.size() >= kMaxDocumentDepth) {
    diagnostics_.report(DiagnosticKind::DesignTooDeep, opener, kMaxDocumentDepth)
        .help("a design needs no more than a handful");
    return false;
  }
  Level level;
  level.node.kind = kind;
  level.node.span = opener;
  levels_.push_back(std::move(level));
  last_end_ = opener.end;
  return true;
}

bool DocumentBuilder::scalar(DocumentNode node) {
  last_end_ = std::max(last_end_, node.span.end);
  return add(std::move(node));
}

void DocumentBuilder::key(std::string text, dsl::Span span) {
  Level& level = levels_.back();
  level.entry.key = std::move(text);
  level.entry.key_span = span;
  level.has_key = true;
  last_end_ = std::max(last_end_, span.end);
}

bool DocumentBuilder::close(std::uint32_t end) {
  DocumentNode node = std::move(levels_.back().node);
  levels_.pop_back();
  node.span.end = std::max(node.span.end, end);
  last_end_ = node.span.end;
  return add(std::move(node));
}

bool DocumentBuilder::expects_key() const {
  return !levels_.empty() && levels_.back().node.kind == NodeKind::Mapping &&
         !levels_.back().has_key;
}

const DocumentNode* DocumentBuilder::innermost() const {
  return levels_.empty() ? nullptr : &levels_.back().node;
}

const DocumentEntry* DocumentBuilder::pending_key() const {
  return !levels_.empty() && levels_.back().has_key ? &levels_.back().entry : nullptr;
}

bool DocumentBuilder::add(DocumentNode node) {
  if (++node_count_ > kMaxDocumentNodes) {
    diagnostics_.report(DiagnosticKind::DesignTooLong, node.span, kMaxDocumentNodes)
        .help("write one design to a file");
    return false;
  }
  if (levels_.empty()) {
    root_ = std::move(node);
    return true;
  }
  Level& level = levels_.back();
  if (level.node.kind == NodeKind::Sequence) {
    level.node.items.push_back(std::move(node));
  } else {
    level.entry.value = std::move(node);
    level.node.entries.push_back(std::move(level.entry));
    level.entry = {};
    level.has_key = false;
  }
  return true;
}

}  // namespace checker
