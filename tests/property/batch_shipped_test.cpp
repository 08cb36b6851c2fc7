// The batch engine gives the verdicts of the evaluator on the shipped packs, of the examples and of
// what they become when facts are left out or changed.
#include <algorithm>
#include <filesystem>
#include <random>

#include "checker/batch/json_text.h"
#include "tests/property/batch_equality.h"
#include "tests/support/rule_folder.h"

namespace {

namespace fs = std::filesystem;
using batch_equality::Counts;
using batch_equality::Lines;
using checker::DocumentNode;
using checker::NodeKind;
using checker::ScalarStyle;
using checker::batch::Depth;
using checker::batch::Engine;
using test_support::date;

struct Shipped : test_support::CompiledFolder {
  Shipped() : CompiledFolder("rules") {}

  DocumentNode tree(const fs::path& path) {
    dsl::Diagnostics diagnostics;
    auto node =
        checker::read_yaml(sources.add(path.string(), test_support::read_whole(path)), diagnostics);
    REQUIRE(node);
    return std::move(*node);
  }
};

bool is_plain_json(const DocumentNode& node) {
  const std::string& text = node.scalar;
  const bool is_number = !text.empty() &&
                         text.find_first_not_of("0123456789.-") == std::string::npos &&
                         std::count(text.begin(), text.end(), '.') < 2 && text.rfind('-') + 1 < 2;
  return node.style == ScalarStyle::Plain && (text == "true" || text == "false" || is_number);
}

std::string json_of(const DocumentNode& node) {
  std::string text;
  switch (node.kind) {
    case NodeKind::Scalar:
      if (node.is_null) return "null";
      return is_plain_json(node) ? node.scalar : checker::batch::quoted(node.scalar);
    case NodeKind::Sequence:
      for (const DocumentNode& item : node.items) text += (text.empty() ? "" : ",") + json_of(item);
      return "[" + text + "]";
    case NodeKind::Mapping:
      for (const auto& entry : node.entries) {
        text += (text.empty() ? "" : ",") + checker::batch::quoted(entry.key) + ":" +
                json_of(entry.value);
      }
      return "{" + text + "}";
  }
  return text;
}

void collect(DocumentNode& node, std::vector<DocumentNode*>& scalars) {
  if (node.kind == NodeKind::Scalar) scalars.push_back(&node);
  for (DocumentNode& item : node.items) collect(item, scalars);
  for (auto& entry : node.entries) collect(entry.value, scalars);
}

// The tree with some of its values changed: unknown, none, another number, its opposite.
DocumentNode changed(DocumentNode node, std::mt19937& random) {
  const auto pick = [&random](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  for (auto& entry : node.entries) {
    auto& inner = entry.value.entries;
    if (entry.key == "school") continue;  // without it each norm of each pack has to be tried out
    if (pick(3) == 0 && !inner.empty()) {
      inner.erase(inner.begin() + static_cast<std::ptrdiff_t>(pick(inner.size())));
    }
  }
  std::erase_if(node.entries, [&](const auto& entry) {
    return entry.value.kind == NodeKind::Sequence && pick(2) == 0;
  });
  std::vector<DocumentNode*> scalars;
  for (auto& entry : node.entries) {
    if (entry.key != "school") collect(entry.value, scalars);
  }
  for (int i = 0; i < 3 && !scalars.empty(); ++i) {
    DocumentNode& scalar = *scalars[pick(scalars.size())];
    const bool yes_no = scalar.scalar == "true" || scalar.scalar == "false";
    if (pick(40) == 0) {
      scalar.scalar += "0";  // often a fault
    } else if (yes_no && pick(2) == 0) {
      scalar.scalar = scalar.scalar == "true" ? "false" : "true";
    } else if (is_plain_json(scalar) && !yes_no && pick(2) == 0) {
      scalar.scalar = std::to_string(pick(200));
    } else if (!yes_no && pick(8) == 0) {
      scalar.is_null = true;
    } else {
      scalar.scalar = "unknown";
    }
  }
  return node;
}

// Without the lists of records, what is on record and where values come from, a design is read
// straight into columns.
DocumentNode plain(DocumentNode node) {
  std::erase_if(node.entries, [](const auto& entry) {
    return entry.value.kind == NodeKind::Sequence && !entry.value.items.empty() &&
           entry.value.items.front().kind == NodeKind::Mapping;
  });
  for (auto& entry : node.entries) {
    DocumentNode& inner = entry.value;
    if (const auto* value = checker::find_entry(inner, "value")) {
      DocumentNode alone = value->value;
      inner = std::move(alone);
    }
    inner = plain(std::move(inner));
  }
  return node;
}

}  // namespace

TEST_CASE(
    "on the shipped packs and examples the batch engine gives the verdicts of the evaluator") {
  Shipped shipped;
  std::mt19937 random(6);  // NOLINT(cert-msc32-c,cert-msc51-cpp) the same designs in every run
  Lines lines;
  for (const fs::path& path : test_support::files_below("examples", ".yaml")) {
    const DocumentNode tree = shipped.tree(path);
    lines.add(json_of(tree));
    lines.add(json_of(plain(tree)));
    for (int i = 0; i < 2; ++i) lines.add(json_of(changed(tree, random)));
    for (int i = 0; i < 3; ++i) lines.add(json_of(changed(plain(tree), random)));
  }
  Counts counts;
  for (const std::optional<dsl::Date> as_of : {std::optional<dsl::Date>(), {date(2026, 9, 1)}}) {
    const Engine engine(*shipped.program, {as_of, date(2025, 3, 1)});
    const auto depth = as_of ? Depth::Details : Depth::Verdicts;
    checker::batch::Judge judge(engine, depth);
    batch_equality::check_equal(engine, judge, depth, lines.inputs(), counts);
    if (!as_of) CHECK(judge.stats().straight > 30);
  }
  CHECK(counts.judged > 120);
  CHECK(counts.details > 1000);
}
