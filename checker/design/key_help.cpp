#include "checker/design/key_help.h"

#include <algorithm>

#include "checker/design/design_format.h"
#include "checker/design/document.h"
#include "dsl/diagnostics/suggest.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::FactDeclaration;
using dsl::Program;

std::string_view last_word(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

bool is_below(std::string_view name, std::string_view group) {
  return name.size() > group.size() && name.starts_with(group) && name[group.size()] == '.';
}

// The longest part of a name that is a group; empty: the top of the design.
std::string_view group_of(std::string_view full_name, const Program& program) {
  std::string_view group = full_name;
  while (true) {
    const std::size_t dot = group.rfind('.');
    if (dot == std::string_view::npos) return {};
    group = group.substr(0, dot);
    if (is_group(group, program)) return group;
  }
}

// The keys that a group takes: its facts, lists and groups, each by its next word.
std::vector<std::string> keys_of(std::string_view group, const Program& program) {
  std::vector<std::string> keys;
  for (const FactDeclaration& fact : program.typed().facts) {
    if (fact.owner.valid()) continue;
    std::string_view rest = fact.name;
    if (!group.empty()) {
      if (!is_below(rest, group)) continue;
      rest.remove_prefix(group.size() + 1);
    }
    const std::string_view key = rest.substr(0, rest.find('.'));
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.emplace_back(key);
  }
  if (!group.empty()) return keys;
  for (const std::string_view key : {kNameKey, kStatusKey, kOpensKey, kAsOfKey, kReliefsKey,
                                     kApprovalsKey, kDeterminationsKey, kReadingsKey, kFormatKey}) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.emplace_back(key);
  }
  return keys;
}

// Where else a fact or a field has just this name: "`grades` belongs to `school`".
std::string help_for_misplaced(std::string_view word, std::string_view group,
                               const Program& program) {
  std::vector<std::string> places;
  bool at_top = false;
  for (const FactDeclaration& fact : program.typed().facts) {
    if (last_word(fact.name) != word) continue;
    if (fact.owner.valid()) {
      places.push_back(program.fact(fact.owner).name);
    } else if (fact.name.size() == word.size()) {
      at_top = !group.empty();
    } else {
      places.push_back(fact.name.substr(0, fact.name.size() - word.size() - 1));
    }
  }
  if (at_top) return fmt::format("`{}` belongs at the top of the design", word);
  if (places.empty() || places.size() > 3) return {};
  return fmt::format("`{}` belongs to {}", word, dsl::list_words(places));
}

// A misspelt fact of another group: "did you mean `school.grades`?". Short words resemble too many.
std::string help_for_far(std::string_view word, const Program& program) {
  constexpr std::size_t kShort = 4;
  if (word.size() < kShort) return {};
  std::vector<std::string> words;
  std::vector<std::string> names;
  for (const FactDeclaration& fact : program.typed().facts) {
    if (fact.owner.valid()) continue;
    words.emplace_back(last_word(fact.name));
    names.push_back(fact.name);
  }
  const auto near = dsl::nearest(word, words);
  if (!near) return {};
  const auto at = std::find(words.begin(), words.end(), *near) - words.begin();
  return fmt::format("did you mean `{}`?", names[static_cast<std::size_t>(at)]);
}

std::string list_keys(const std::vector<std::string>& keys, const std::string& where = "here") {
  constexpr std::size_t kFew = 12;
  return fmt::format("the {} {} {} {}", keys.size() == 1 ? "only key" : "keys", where,
                     keys.size() == 1 ? "is" : "are", dsl::list_words(keys, kFew));
}

// `days 180`: most likely the colon was forgotten.
std::string help_for_several_words(std::string_view word) {
  const std::size_t blank = word.find(' ');
  if (blank == std::string_view::npos) return {};
  return fmt::format("a key is one word and ends with a colon: `{}: {}`",
                     shown(word.substr(0, blank)), shown(word.substr(blank + 1)));
}

// What the entry's key names its groups with is kept in what is proposed for it.
std::string help_for_key(std::string_view full_name, const DocumentEntry& entry,
                         const Program& program) {
  const std::string_view group = group_of(full_name, program);
  const std::string_view word = group.empty() ? full_name : full_name.substr(group.size() + 1);
  const std::string before = entry.key.substr(0, entry.key.size() - word.size());
  std::string joined(word);
  std::replace(joined.begin(), joined.end(), ' ', '_');
  const std::string whole = group.empty() ? joined : fmt::format("{}.{}", group, joined);
  if (joined != word && program.find_fact(whole).valid()) {
    return fmt::format("did you mean `{}{}`?", before, joined);
  }
  if (std::string help = help_for_several_words(word); !help.empty()) return help;
  if (std::string help = help_for_misplaced(word, group, program); !help.empty()) return help;
  const std::vector<std::string> keys = keys_of(group, program);
  if (const auto near = dsl::nearest(word, keys)) {
    return fmt::format("did you mean `{}{}`?", before, *near);
  }
  if (std::string help = help_for_far(last_word(word), program); !help.empty()) return help;
  if (group.empty()) return "a key that begins with `x-` is left unread";
  return before.empty() ? list_keys(keys) : list_keys(keys, fmt::format("of `{}`", group));
}

void report(const DocumentEntry& entry, const std::string& help, dsl::Diagnostics& diagnostics) {
  diagnostics.report(DiagnosticKind::UnknownKey, entry.key_span, shown(entry.key)).help(help);
}

}  // namespace

bool is_group(std::string_view name, const Program& program) {
  const auto& groups = program.typed().groups;
  const auto& facts = program.typed().facts;
  return std::any_of(groups.begin(), groups.end(),
                     [name](const dsl::Group& group) { return group.name == name; }) ||
         std::any_of(facts.begin(), facts.end(), [name](const FactDeclaration& fact) {
           return !fact.owner.valid() && is_below(fact.name, name);
         });
}

void report_unknown_fact(std::string_view full_name, const DocumentEntry& entry,
                         const Program& program, dsl::Diagnostics& diagnostics) {
  report(entry, help_for_key(full_name, entry, program), diagnostics);
}

void report_unknown_field(dsl::FactId list, const DocumentEntry& entry, const Program& program,
                          dsl::Diagnostics& diagnostics) {
  std::vector<std::string> fields;
  for (const dsl::FactId field : program.fact(list).fields) {
    fields.emplace_back(program.fact(field).name);
  }
  std::string help = help_for_several_words(entry.key);
  const auto near = dsl::nearest(entry.key, fields);
  if (help.empty() && near) help = fmt::format("did you mean `{}`?", *near);
  if (help.empty()) help = help_for_misplaced(entry.key, program.fact(list).name, program);
  report(entry, help.empty() ? list_keys(fields) : help, diagnostics);
}

void report_unknown_key(const DocumentEntry& entry, const std::vector<std::string>& known,
                        dsl::Diagnostics& diagnostics) {
  const auto near = dsl::nearest(entry.key, known);
  report(entry, near ? fmt::format("did you mean `{}`?", *near) : list_keys(known), diagnostics);
}

void report_duplicate_key(const DocumentEntry& entry, dsl::Span first,
                          dsl::Diagnostics& diagnostics) {
  diagnostics.report(DiagnosticKind::DuplicateKey, entry.key_span, shown(entry.key))
      .label(first, "first given here")
      .help("keep one of the two");
}

}  // namespace checker
