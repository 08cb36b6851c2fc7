#include "checker/design/read_records.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "checker/design/design_format.h"
#include "checker/design/key_help.h"
#include "dsl/core/term.h"
#include "dsl/diagnostics/suggest.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::Span;
using dsl::Type;
using dsl::TypeKind;

// How a list of records is written: its key, the word for one of them, and their keys.
struct RecordFormat {
  std::string_view list;
  std::string_view word;
  std::vector<std::string_view> required;
  std::vector<std::string_view> optional;

  std::vector<std::string> keys() const {
    std::vector<std::string> all(required.begin(), required.end());
    all.insert(all.end(), optional.begin(), optional.end());
    return all;
  }
};

// One record, whose keys have been checked, and the reading of its values.
class RecordReader {
 public:
  RecordReader(const DocumentNode& record, const RecordFormat& format, const ReadContext& context)
      : record_(record), format_(format), context_(context) {
    check_keys();
  }

  // Whether all that was read so far was right.
  bool ok() const { return context_.diagnostics.error_count() == errors_before_; }

  std::string text(std::string_view key, TypeKind kind) {
    const auto value = read(key, kind);
    return value ? std::get<std::string>(*value) : std::string();
  }

  bool boolean(std::string_view key) {
    const auto value = read(key, TypeKind::Boolean);
    return value && std::get<bool>(*value);
  }

  std::optional<dsl::Date> date(std::string_view key) {
    const auto value = read(key, TypeKind::Date);
    if (!value) return std::nullopt;
    return std::get<dsl::Date>(*value);
  }

  // The scalar under a key that must be there, as it is written.
  const DocumentNode* node(std::string_view key) const {
    const DocumentEntry* entry = find_entry(record_, key);
    return entry == nullptr ? nullptr : &entry->value;
  }

  // Reports a period that ends before it starts.
  void check_period(std::string_view from_key, const std::optional<dsl::Date>& from,
                    const std::optional<dsl::Date>& until) {
    if (!from || !until || *from <= *until) return;
    context_.diagnostics.report(DiagnosticKind::EmptyPeriod, node(kUntilKey)->span)
        .label(node(from_key)->span, "it starts here")
        .help("the last day belongs to it and may not come before the first");
  }

  ValueSlot slot(std::string_view key, TypeKind kind) const {
    return {fmt::format("{}.{}", format_.list, key), Type{.kind = kind}, context_};
  }

 private:
  void check_keys() {
    std::unordered_map<std::string_view, Span> seen;
    const std::vector<std::string> known = format_.keys();
    for (const DocumentEntry& entry : record_.entries) {
      const auto [at, inserted] = seen.try_emplace(entry.key, entry.key_span);
      if (!inserted) {
        report_duplicate_key(entry, at->second, context_.diagnostics);
      } else if (!is_remark(entry.key) &&
                 std::find(known.begin(), known.end(), entry.key) == known.end()) {
        report_unknown_key(entry, known, context_.diagnostics);
      }
    }
    for (const std::string_view key : format_.required) {
      if (seen.contains(key)) continue;
      context_.diagnostics.report(DiagnosticKind::MissingKey, place(), format_.word, key)
          .help(fmt::format("add `{}` to it", key));
    }
  }

  // A record as a whole is shown by its first key.
  Span place() const {
    return record_.entries.empty() ? record_.span : record_.entries.front().key_span;
  }

  std::optional<dsl::Value> read(std::string_view key, TypeKind kind) {
    const DocumentNode* value = node(key);
    if (value == nullptr) return std::nullopt;
    const ValueSlot reading = slot(key, kind);
    const bool is_required =
        std::find(format_.required.begin(), format_.required.end(), key) != format_.required.end();
    const auto state = read_state(*value, reading.type);
    if (state == FactState::Absent && !value->is_blank() && !is_required) return std::nullopt;
    if (state && !value->is_blank()) {
      report_wrong_value(*value, reading)
          .help(is_required ? "leave the whole record out until it is known"
                            : fmt::format("leave `{}` out if there is none", key));
      return std::nullopt;
    }
    return read_value(*value, reading);
  }

  const DocumentNode& record_;
  const RecordFormat& format_;
  const ReadContext& context_;
  std::size_t errors_before_ = context_.diagnostics.error_count();
};

// Calls `read_one` with each record of the list.
template <typename ReadOne>
void read_list(const DocumentNode& node, const RecordFormat& format, const ReadContext& context,
               const ReadOne& read_one) {
  constexpr std::size_t kMaxFaults = 100;
  const ValueSlot whole(std::string(format.list), Type{.kind = TypeKind::List}, context);
  if (node.is_blank()) {
    context.diagnostics.report(DiagnosticKind::BlankValue, node.span, whole.name)
        .help("write `[]` if there is none, or leave the key out");
    return;
  }
  if (node.is_null) return;
  if (node.kind != NodeKind::Sequence) {
    const std::string begin =
        fmt::format("begin each {} with `- ` on a line of its own", format.word);
    report_wrong_value(node, whole)
        .help(node.kind == NodeKind::Scalar ? "write `[]` if there is none; else " + begin : begin);
    return;
  }
  const std::size_t errors_before = context.diagnostics.error_count();
  for (const DocumentNode& item : node.items) {
    if (context.diagnostics.error_count() - errors_before > kMaxFaults) return;
    if (item.kind != NodeKind::Mapping) {
      context.diagnostics
          .report(DiagnosticKind::WrongValue, item.span, whole.name,
                  fmt::format("a list with the keys of each {}", format.word), describe(item))
          .help(fmt::format("write it with its keys: {}", dsl::list_words(format.keys())));
      continue;
    }
    RecordReader record(item, format, context);
    read_one(record, item.span);
  }
}

// What every record closes with: its last day, where it is written down, its place in the design.
template <typename Record>
void read_end(std::string_view from_key, const std::optional<dsl::Date>& from, Span span,
              RecordReader& reader, Record& record) {
  record.until = reader.date(kUntilKey);
  record.reference = reader.text(kReferenceKey, TypeKind::Text);
  record.span = span;
  reader.check_period(from_key, from, record.until);
}

std::optional<ApprovalResult> read_result(const RecordReader& record, const ReadContext& context) {
  const std::vector<std::string> words = {"granted", "refused", "pending"};
  constexpr std::array kResults = {ApprovalResult::Granted, ApprovalResult::Refused,
                                   ApprovalResult::Pending};
  const DocumentNode* node = record.node(kResultKey);
  if (node == nullptr) return std::nullopt;
  const ValueSlot slot = record.slot(kResultKey, TypeKind::Choice);
  if (node->is_blank()) {
    report_blank_value(*node, slot);
  } else if (node->kind != NodeKind::Scalar || node->is_null) {
    report_wrong_value(*node, slot).help("the values are " + dsl::list_words(words));
  } else {
    const auto word = std::find(words.begin(), words.end(), node->scalar);
    if (word != words.end()) return kResults[static_cast<std::size_t>(word - words.begin())];
    context.diagnostics
        .report(DiagnosticKind::NotAChoice, node->span, shown(node->scalar), slot.name)
        .help("the values are " + dsl::list_words(words));
  }
  return std::nullopt;
}

// Which of the term's readings the record names; nullopt after a diagnostic, or where the term is
// not known.
std::optional<std::uint32_t> read_reading(const RecordReader& record, dsl::DefinitionId term,
                                          const ReadContext& context) {
  const DocumentNode* node = record.node(kReadingKey);
  if (node == nullptr || !term.valid()) return std::nullopt;
  const auto& readings = context.program.typed().definitions[term.index].readings;
  std::vector<std::string> words;
  words.reserve(readings.size());
  for (const dsl::Reading& each : readings) words.push_back(each.name);
  const auto word = std::find(words.begin(), words.end(), node->scalar);
  if (node->kind == NodeKind::Scalar && word != words.end()) {
    return static_cast<std::uint32_t>(word - words.begin());
  }
  const ValueSlot slot = record.slot(kReadingKey, TypeKind::Choice);
  context.diagnostics.report(DiagnosticKind::NotAChoice, node->span, shown(node->scalar), slot.name)
      .help("the readings are " + dsl::list_words(words));
  return std::nullopt;
}

dsl::DefinitionId read_term(const RecordReader& record, const std::string& name,
                            const ReadContext& context) {
  const auto& definitions = context.program.typed().definitions;
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < definitions.size(); ++i) {
    if (definitions[i].readings.empty()) continue;
    if (definitions[i].name == name) return {i};
    names.push_back(definitions[i].name);
  }
  const DocumentNode* node = record.node(kTermKey);
  if (node != nullptr && record.ok()) {
    context.diagnostics.report(DiagnosticKind::UnknownTermInDesign, node->span, shown(name))
        .help(dsl::suggest(name, names, "none of the rule files in use defines it so"));
  }
  return {};
}

// When a granted approval ends that says no end of its own: after what the rules say that it lasts.
std::optional<dsl::Date> end_by_rule(const ApprovalRecord& approval, const dsl::Program& program) {
  if (!approval.norm.valid() || !approval.on || approval.result != ApprovalResult::Granted) {
    return std::nullopt;
  }
  const dsl::Norm& norm = program.norm(approval.norm);
  if (!norm.lasting) return std::nullopt;
  const dsl::TypeTables& types = program.types();
  return dsl::last_day_of_term(*approval.on, *norm.lasting, types.unit(norm.lasting_unit),
                               types.unit_words);
}

}  // namespace

std::vector<Relief> read_reliefs(const DocumentNode& node, const ReadContext& context) {
  const RecordFormat format{
      kReliefsKey, "relief", {kNormKey, kByKey}, {kFromKey, kUntilKey, kReferenceKey}};
  std::vector<Relief> reliefs;
  read_list(node, format, context, [&](RecordReader& record, Span span) {
    Relief relief;
    relief.norm_name = record.text(kNormKey, TypeKind::Norm);
    relief.norm = context.program.find_norm(relief.norm_name);
    relief.declared = context.program.find_relief(relief.norm_name);
    relief.by = context.program.find_stakeholder(record.text(kByKey, TypeKind::Stakeholder));
    relief.from = record.date(kFromKey);
    read_end(kFromKey, relief.from, span, record, relief);
    if (record.ok()) reliefs.push_back(std::move(relief));
  });
  return reliefs;
}

std::vector<ApprovalRecord> read_approvals(const DocumentNode& node, const ReadContext& context) {
  const RecordFormat format{
      kApprovalsKey, "approval", {kNormKey, kResultKey}, {kOnKey, kUntilKey, kReferenceKey}};
  std::vector<ApprovalRecord> approvals;
  read_list(node, format, context, [&](RecordReader& record, Span span) {
    ApprovalRecord approval;
    approval.norm_name = record.text(kNormKey, TypeKind::Norm);
    approval.norm = context.program.find_norm(approval.norm_name);
    approval.result = read_result(record, context).value_or(ApprovalResult::Pending);
    approval.on = record.date(kOnKey);
    read_end(kOnKey, approval.on, span, record, approval);
    if (!approval.until) approval.until = end_by_rule(approval, context.program);
    if (record.ok()) approvals.push_back(std::move(approval));
  });
  return approvals;
}

std::vector<Determination> read_determinations(const DocumentNode& node,
                                               const ReadContext& context) {
  const RecordFormat format{kDeterminationsKey,
                            "determination",
                            {kNormKey, kByKey, kResultKey},
                            {kOnKey, kUntilKey, kReferenceKey}};
  std::vector<Determination> determinations;
  read_list(node, format, context, [&](RecordReader& record, Span span) {
    Determination determination;
    determination.norm_name = record.text(kNormKey, TypeKind::Norm);
    determination.norm = context.program.find_norm(determination.norm_name);
    determination.by = context.program.find_stakeholder(record.text(kByKey, TypeKind::Stakeholder));
    determination.holds = record.boolean(kResultKey);
    determination.on = record.date(kOnKey);
    read_end(kOnKey, determination.on, span, record, determination);
    if (record.ok()) determinations.push_back(std::move(determination));
  });
  return determinations;
}

std::vector<ChosenReading> read_readings(const DocumentNode& node, const ReadContext& context) {
  const RecordFormat format{
      kReadingsKey, "reading", {kTermKey, kReadingKey, kByKey}, {kOnKey, kUntilKey, kReferenceKey}};
  std::vector<ChosenReading> readings;
  read_list(node, format, context, [&](RecordReader& record, Span span) {
    ChosenReading chosen;
    chosen.term_name = record.text(kTermKey, TypeKind::Text);
    chosen.term = read_term(record, chosen.term_name, context);
    const auto reading = read_reading(record, chosen.term, context);
    chosen.by = context.program.find_stakeholder(record.text(kByKey, TypeKind::Stakeholder));
    chosen.on = record.date(kOnKey);
    read_end(kOnKey, chosen.on, span, record, chosen);
    if (!record.ok() || !reading) return;
    chosen.reading = *reading;
    readings.push_back(std::move(chosen));
  });
  return readings;
}

}  // namespace checker
