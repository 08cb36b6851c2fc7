#include "checker/design/bind_fact.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "checker/design/design_format.h"
#include "checker/design/key_help.h"
#include "checker/design/read_set.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::FactDeclaration;
using dsl::GradeSet;
using dsl::Span;
using dsl::TypeKind;

// The day on which a value was so, and how sure it is, are read for their faults alone.
void check_provenance(const DocumentNode& node, const std::string& name,
                      const ReadContext& context) {
  if (const DocumentEntry* as_of = find_entry(node, kAsOfKey)) {
    const ValueSlot slot(fmt::format("{}.{}", name, kAsOfKey), {.kind = TypeKind::Date}, context);
    if (as_of->value.is_blank() || !read_state(as_of->value, slot.type)) {
      read_value(as_of->value, slot);
    }
  }
  const DocumentEntry* confidence = find_entry(node, kConfidenceKey);
  if (confidence == nullptr) return;
  const DocumentNode& word = confidence->value;
  const bool is_known =
      word.kind == NodeKind::Scalar && dsl::parse_confidence(word.scalar).has_value();
  if (is_known) return;
  context.diagnostics
      .report(DiagnosticKind::WrongValue, word.span, fmt::format("{}.{}", name, kConfidenceKey),
              "`verified` or `recalled`", describe(word))
      .help("leave it out if neither fits");
}

// A value may stand in a mapping with its provenance: `{value: 180, source: "...", as_of: ...}`.
// Gives the value itself, and the node as it is when it is no such mapping.
const DocumentNode& value_of(const DocumentNode& node, const std::string& name,
                             const ReadContext& context) {
  if (node.kind != NodeKind::Mapping) return node;
  const DocumentEntry* value = find_entry(node, kValueKey);
  if (value == nullptr) return node;
  std::vector<std::string> known = {std::string(kValueKey), std::string(kAsOfKey),
                                    std::string(kConfidenceKey)};
  known.insert(known.end(), kRemarkKeys.begin(), kRemarkKeys.end());
  std::unordered_map<std::string_view, Span> seen;
  for (const DocumentEntry& entry : node.entries) {
    const auto [at, inserted] = seen.try_emplace(entry.key, entry.key_span);
    if (!inserted) {
      report_duplicate_key(entry, at->second, context.diagnostics);
    } else if (!is_remark(entry.key) &&
               std::find(known.begin(), known.end(), entry.key) == known.end()) {
      report_unknown_key(entry, known, context.diagnostics);
    }
  }
  check_provenance(node, name, context);
  return value->value;
}

std::string last_word(const std::string& name) { return name.substr(name.rfind('.') + 1); }

FactValue bind_value(const DocumentNode& written, const ValueSlot& slot,
                     const ReadContext& context) {
  const DocumentNode& node = value_of(written, slot.name, context);
  if (node.kind == NodeKind::Mapping) {
    report_wrong_value(node, slot)
        .help(fmt::format("write `{}: ...`, or give the value under a key `{}`",
                          last_word(slot.name), kValueKey));
    FactValue fact;
    fact.span = node.span;
    return fact;
  }
  return read_fact_value(node, slot);
}

void set_grades(GradeSet grades, const FactValue& value, Span key, GradeTable& table,
                const ReadContext& context) {
  for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
    if (!grades.contains({i})) continue;
    FactValue& entry = table.by_grade[i];
    if (entry.span) {
      context.diagnostics
          .report(DiagnosticKind::DuplicateGrade, key, "grade " + dsl::format_grade({i}))
          .label(*entry.span, "the first value")
          .help("let each grade fall under one key");
      return;
    }
    entry = value;
  }
}

// `9..12: 1080`, or one value for every grade.
GradeTable bind_table(const DocumentNode& written, const ValueSlot& slot,
                      const ReadContext& context) {
  ValueSlot single = slot;
  single.type.by_grade = false;
  const DocumentNode& node = value_of(written, slot.name, context);
  GradeTable table;
  if (node.kind == NodeKind::Sequence) {
    report_wrong_value(node, single)
        .help("write a value for each grade, as in `{K..8: ..., 9..12: ...}`");
    table.by_grade.resize(dsl::kGradeCount);
    return table;
  }
  if (node.kind != NodeKind::Mapping) {
    table.by_grade.assign(dsl::kGradeCount, read_fact_value(node, single));
    return table;
  }
  table.by_grade.resize(dsl::kGradeCount);
  for (const DocumentEntry& entry : node.entries) {
    if (is_remark(entry.key)) continue;
    const GradeSet grades = read_grade_runs(entry.key, entry.key_span, slot);
    const FactValue value = bind_value(entry.value, single, context);
    set_grades(grades, value, entry.key_span, table, context);
  }
  return table;
}

RecordFacts bind_record(FactId list, const DocumentNode& item, FactBinder& binder) {
  const ReadContext& context = binder.context;
  RecordFacts record = empty_record(context.program, list);
  record.span = item.span;
  std::unordered_map<std::string_view, Span> seen;
  for (const DocumentEntry& entry : item.entries) {
    if (binder.limit.is_reached(entry.key_span)) return record;
    const auto [at, inserted] = seen.try_emplace(entry.key, entry.key_span);
    if (!inserted) {
      report_duplicate_key(entry, at->second, context.diagnostics);
    }
    const FactId field = context.program.find_field(list, entry.key);
    if (!field.valid()) {
      if (!is_remark(entry.key)) {
        report_unknown_field(list, entry, context.program, context.diagnostics);
      }
      continue;
    }
    const FactDeclaration& declaration = context.program.fact(field);
    const ValueSlot slot(context.program.full_name(field), declaration.type, context);
    if (declaration.type.by_grade) {
      record.tables[declaration.position] = bind_table(entry.value, slot, context);
    } else {
      record.fields[declaration.position] = bind_value(entry.value, slot, context);
    }
  }
  return record;
}

// `unknown` and its like, or a fault: what stands in place of a list.
FactState bind_no_list(const DocumentNode& node, const FactDeclaration& list,
                       const ValueSlot& slot) {
  if (node.is_blank()) {
    slot.diagnostics.report(DiagnosticKind::BlankValue, node.span, slot.name)
        .help("write `[]` if there is none, `unknown` if it is not known yet");
    return FactState::NotStated;
  }
  if (const auto state = read_state(node, slot.type)) return *state;
  auto report = report_wrong_value(node, slot);
  if (node.kind == NodeKind::Mapping) {
    report.help(fmt::format("begin each {} with `- `, even if there is only one", list.record));
  }
  return FactState::NotStated;
}

ListFacts bind_list(FactId fact, const DocumentNode& written, FactBinder& binder) {
  const ReadContext& context = binder.context;
  const FactDeclaration& declaration = context.program.fact(fact);
  const ValueSlot slot(declaration.name, declaration.type, context);
  const DocumentNode& node = value_of(written, slot.name, context);
  ListFacts list;
  list.span = node.span;
  if (node.kind != NodeKind::Sequence) {
    list.state = bind_no_list(node, declaration, slot);
    return list;
  }
  list.state = FactState::Stated;
  for (const DocumentNode& item : node.items) {
    if (binder.limit.is_reached(item.span)) break;
    if (item.kind == NodeKind::Mapping) {
      list.records.push_back(bind_record(fact, item, binder));
    } else {
      context.diagnostics
          .report(DiagnosticKind::WrongValue, item.span, slot.name,
                  fmt::format("a list with the facts of each {}", declaration.record),
                  describe(item))
          .help("write each as `key: value` lines behind one `- `");
    }
  }
  return list;
}

}  // namespace

bool FaultLimit::is_reached(Span key) {
  constexpr std::size_t kMaxFaults = 100;
  if (diagnostics_.error_count() - errors_before_ < kMaxFaults) return false;
  if (!said_) {
    diagnostics_.report(DiagnosticKind::TooManyFaults, key, kMaxFaults)
        .help("see whether this file is a design of the vocabulary in use");
  }
  said_ = true;
  return true;
}

void bind_fact(FactId fact, const DocumentEntry& entry, FactBinder& binder) {
  const ReadContext& context = binder.context;
  const FactDeclaration& declaration = context.program.fact(fact);
  if (declaration.type.kind == TypeKind::List) {
    binder.design.lists[fact.index] = bind_list(fact, entry.value, binder);
    return;
  }
  const ValueSlot slot(declaration.name, declaration.type, context);
  if (declaration.type.by_grade) {
    binder.design.tables[fact.index] = bind_table(entry.value, slot, context);
  } else {
    binder.design.facts[fact.index] = bind_value(entry.value, slot, context);
  }
}

}  // namespace checker
