#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "checker/design/bind_fact.h"
#include "checker/design/design_format.h"
#include "checker/design/key_help.h"
#include "checker/design/override_facts.h"
#include "checker/design/read_design.h"
#include "checker/design/read_records.h"
#include "checker/design/read_value.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::Span;
using dsl::TypeKind;

// The keys of a design met so far, by their full names, so that `school.state` and
// `school: {state: ...}` are known for one.
using SeenKeys = std::unordered_map<std::string, Span>;

struct Binder {
  Design& design;
  FactBinder facts;
  const ReadContext& context;
  SeenKeys seen = {};
};

std::string_view last_word(std::string_view name) { return name.substr(name.rfind('.') + 1); }

std::string join(std::string_view group, std::string_view key) {
  return group.empty() ? std::string(key) : fmt::format("{}.{}", group, key);
}

void bind_entries(std::string_view group, const DocumentNode& mapping, Binder& binder);

// `days 180` below `calendar:`; the colon was forgotten where the first word is a key.
std::string help_for_lost_colon(const std::string& group, const std::string& text,
                                const dsl::Program& program) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string::npos) return {};
  const std::string key = text.substr(0, blank);
  const std::string name = join(group, key);
  if (!program.find_fact(name).valid() && !is_group(name, program)) return {};
  std::string value = text.substr(blank + 1);
  value.erase(0, value.find_first_not_of("= "));
  return fmt::format("a key ends with a colon: `{}: {}`", key, shown(value));
}

// The facts of a group; left empty it states none.
void bind_group(const std::string& name, const DocumentEntry& entry, Binder& binder) {
  const DocumentNode& node = entry.value;
  if (node.kind == NodeKind::Mapping) return bind_entries(name, node, binder);
  if (node.is_blank()) return;
  auto report = binder.context.diagnostics.report(DiagnosticKind::WrongValue, node.span, name,
                                                  "a group of facts", describe(node));
  const std::size_t colon = node.scalar.find(':');
  const std::string lost_colon = help_for_lost_colon(name, node.scalar, binder.context.program);
  if (node.kind == NodeKind::Sequence) {
    report.help("write the facts below it without `- `");
  } else if (!lost_colon.empty()) {
    report.help(lost_colon);
  } else if (colon != std::string::npos && colon + 1 < node.scalar.size()) {
    report.help(fmt::format("put a space behind the colon: `{} {}`",
                            shown(node.scalar.substr(0, colon + 1)),
                            shown(node.scalar.substr(colon + 1))));
  } else {
    report.help("write its facts below it, or leave it out");
  }
}

// The facts that a design may state even where the vocabulary does not declare them.
bool bind_header(std::string_view key, const DocumentNode& node, Binder& binder) {
  const bool is_date = key == kOpensKey || key == kAsOfKey;
  if (!is_date && key != kNameKey && key != kStatusKey) return false;
  const dsl::Type type{.kind = is_date ? TypeKind::Date : TypeKind::Text};
  const FactValue fact = read_fact_value(node, {std::string(key), type, binder.context});
  if (!fact.value) return true;
  if (key == kNameKey) binder.design.name = std::get<std::string>(*fact.value);
  if (key == kOpensKey) binder.design.opens = std::get<dsl::Date>(*fact.value);
  if (key == kAsOfKey) binder.design.as_of = std::get<dsl::Date>(*fact.value);
  return true;
}

// Reliefs, approvals, determinations and readings; false: `key` is none of them.
bool bind_records(std::string_view key, const DocumentNode& node, const ReadContext& context,
                  Design& design) {
  if (key == kReliefsKey) {
    design.reliefs = read_reliefs(node, context);
  } else if (key == kApprovalsKey) {
    design.approvals = read_approvals(node, context);
  } else if (key == kDeterminationsKey) {
    design.determinations = read_determinations(node, context);
  } else if (key == kReadingsKey) {
    design.readings = read_readings(node, context);
  } else {
    return false;
  }
  return true;
}

// The keys of the format itself; false: `key` is none of them.
bool bind_format_key(std::string_view key, const DocumentNode& node, Binder& binder) {
  if (key == kFormatKey) return true;  // looked at before all others
  return bind_records(key, node, binder.context, binder.design) || bind_header(key, node, binder);
}

void bind_entry(const std::string& name, const DocumentEntry& entry, bool at_top, Binder& binder) {
  const dsl::Program& program = binder.context.program;
  if (const FactId fact = program.find_fact(name); fact.valid()) {
    dsl::Diagnostics& diagnostics = binder.context.diagnostics;
    const std::size_t told_before = diagnostics.all().size();
    bind_fact(fact, entry, binder.facts);
    // The records that change verdicts are read as such too. What that finds besides, as a record
    // that is not complete, is told; the rest has been.
    dsl::Diagnostics found;
    if (at_top) bind_records(name, entry.value, {program, found}, binder.design);
    diagnostics.append_elsewhere(found, told_before);
  } else if (is_group(name, program)) {
    bind_group(name, entry, binder);
  } else if (is_remark(last_word(name)) || (at_top && bind_format_key(name, entry.value, binder))) {
    return;
  } else {
    report_unknown_fact(name, entry, program, binder.context.diagnostics);
  }
}

// A key that comes again is read for its faults alone.
void bind_repeated(const std::string& name, const DocumentEntry& entry, bool at_top, Span first,
                   const Binder& binder) {
  report_duplicate_key(entry, first, binder.context.diagnostics);
  Design scratch = Design::empty(binder.context.program);
  Binder other{scratch, {scratch, binder.context, binder.facts.limit}, binder.context};
  bind_entry(name, entry, at_top, other);
}

void bind_entries(std::string_view group, const DocumentNode& mapping, Binder& binder) {
  for (const DocumentEntry& entry : mapping.entries) {
    if (binder.facts.limit.is_reached(entry.key_span)) return;
    const std::string name = join(group, entry.key);
    const auto [at, inserted] = binder.seen.try_emplace(name, entry.key_span);
    if (inserted) {
      bind_entry(name, entry, group.empty(), binder);
    } else {
      bind_repeated(name, entry, group.empty(), at->second, binder);
    }
  }
}

// False when the design is written in a version that nothing is known of.
bool check_version(const DocumentNode& root, VersionKey key, dsl::Diagnostics& diagnostics) {
  const DocumentEntry* entry = find_entry(root, kFormatKey);
  const std::string line = fmt::format("{}: {}", kFormatKey, kDesignFormatVersion);
  if (entry == nullptr && key == VersionKey::Optional) return true;
  if (entry == nullptr) {
    const Span place = root.entries.empty() ? root.span : root.entries.front().key_span;
    diagnostics.report(DiagnosticKind::MissingFormatVersion, place)
        .help(fmt::format("begin it with `{}`", line));
    return true;
  }
  const DocumentNode& version = entry->value;
  const std::string known = std::to_string(kDesignFormatVersion);
  if (version.is_plain(known)) return true;
  if (version.kind == NodeKind::Scalar && version.scalar == known) {
    diagnostics.report(DiagnosticKind::QuotedValue, version.span, known, "a number")
        .help("remove the quotes");
    return true;
  }
  diagnostics.report(DiagnosticKind::FormatVersion, version.span, describe(version))
      .help(fmt::format("write `{}`, or use a newer version of this program", line));
  return false;
}

}  // namespace

std::optional<Design> bind_design(const DocumentNode& document, std::string file_name,
                                  const dsl::Program& program, dsl::Diagnostics& diagnostics,
                                  VersionKey version) {
  const std::size_t errors_before = diagnostics.error_count();
  if (document.kind != NodeKind::Mapping) {
    diagnostics.report(DiagnosticKind::NotADesign, document.span, describe(document))
        .help("write `key: value` lines, each with a space behind its colon");
    return std::nullopt;
  }
  if (!check_version(document, version, diagnostics)) return std::nullopt;

  Design design = Design::empty(program);
  design.file_name = std::move(file_name);
  design.span = document.span;
  const ReadContext context{program, diagnostics};
  FaultLimit limit(diagnostics);
  Binder binder{design, {design, context, limit}, context};
  bind_entries({}, document, binder);
  refresh_header(design, program);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return design;
}

std::optional<Design> read_design(const dsl::SourceFile& file, const dsl::Program& program,
                                  dsl::Diagnostics& diagnostics, const dsl::SourceFile* facts) {
  const bool is_json = file.name.ends_with(".json");
  auto document = is_json ? read_json(file, diagnostics) : read_yaml(file, diagnostics);
  if (!document) return std::nullopt;
  if (facts != nullptr) {
    auto given = read_yaml(*facts, diagnostics);
    if (!given) return std::nullopt;
    override_facts(std::move(*given), *document);
  }
  return bind_design(*document, file.name, program, diagnostics);
}

}  // namespace checker
