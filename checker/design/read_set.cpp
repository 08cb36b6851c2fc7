#include "checker/design/read_set.h"

#include <algorithm>
#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "checker/design/plain_word.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::DiagnosticKind;
using dsl::Grade;
using dsl::GradeSet;
using dsl::Span;
using dsl::TypeKind;
using dsl::Value;

constexpr const char* kGradesHelp = "grades are PK, TK, K and 1 to 12, ranges of them `9..12`";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// The grade that `k`, `09` and `grade 9` mean.
std::optional<Grade> near_grade(std::string_view text) {
  std::string lower = to_lower(text);
  if (lower.starts_with("grade ")) lower.erase(0, std::string_view("grade ").size());
  lower.erase(0, std::min(lower.find_first_not_of('0'), lower.size()));
  for (std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (lower.ends_with(ending)) lower.erase(lower.size() - ending.size());
  }
  for (std::uint8_t i = 0; i < dsl::kGradeCount; ++i) {
    if (to_lower(dsl::format_grade({i})) == lower) return Grade{i};
  }
  return std::nullopt;
}

// What to write for `9-12`.
std::string help_for_grades(std::string_view text) {
  for (const std::string_view word : {"grades ", "grade "}) {
    if (to_lower(text).starts_with(word)) return help_for_grades(text.substr(word.size()));
  }
  if (to_lower(text) == "kindergarten") return "write `K`";
  if (const auto grade = near_grade(text)) {
    return fmt::format("write `{}`", dsl::format_grade(*grade));
  }
  for (const std::string_view joint : {"-", "–", " to ", "..."}) {
    const std::size_t at = text.find(joint);
    if (at == std::string_view::npos) continue;
    const auto first = near_grade(trim(text.substr(0, at)));
    const auto last = near_grade(trim(text.substr(at + joint.size())));
    if (!first || !last) continue;
    return fmt::format("write `{}..{}`", dsl::format_grade(*first), dsl::format_grade(*last));
  }
  return kGradesHelp;
}

void report_bad_grades(std::string_view text, Span span, const ValueSlot& slot) {
  slot.diagnostics
      .report(DiagnosticKind::WrongValue, span, slot.name,
              slot.type.is_set || slot.type.by_grade ? "grades" : "a grade",
              text.empty() ? std::string("nothing") : "`" + shown(text) + "`")
      .help(help_for_grades(text));
}

GradeSet read_grade_run(std::string_view run, Span span, const ValueSlot& slot) {
  GradeSet grades;
  const std::size_t dots = run.find("..");
  if (dots == std::string_view::npos) {
    const auto grade = dsl::parse_grade(run);
    if (grade) {
      grades.insert(*grade);
    } else {
      report_bad_grades(run, span, slot);
    }
    return grades;
  }
  const auto first = dsl::parse_grade(trim(run.substr(0, dots)));
  const auto last = dsl::parse_grade(trim(run.substr(dots + 2)));
  if (!first || !last) {
    report_bad_grades(run, span, slot);
    return grades;
  }
  grades = GradeSet::range(*first, *last);
  if (grades.empty()) {
    slot.diagnostics.report(DiagnosticKind::EmptyRange, span)
        .help(fmt::format("write `{}..{}`", dsl::format_grade(*last), dsl::format_grade(*first)));
  }
  return grades;
}

// The members of a set as they are written, one by one.
std::vector<const DocumentNode*> members_of(const DocumentNode& node) {
  std::vector<const DocumentNode*> members;
  if (node.kind == NodeKind::Sequence) {
    for (const DocumentNode& item : node.items) members.push_back(&item);
  } else {
    members.push_back(&node);
  }
  return members;
}

// Only scalars with a value are members; the words for no value speak of a set as a whole.
bool check_member(const DocumentNode& member, const ValueSlot& slot) {
  const bool is_whole_set = read_state(member, slot.type).has_value();
  if (member.kind == NodeKind::Scalar && !is_whole_set) return true;
  if (member.is_blank()) {
    report_blank_value(member, slot);
    return false;
  }
  ValueSlot single = slot;
  single.type.is_set = false;
  auto report = report_wrong_value(member, single);
  if (is_whole_set) {
    report.help(fmt::format("write `{}: {}`, not as one of a list", slot.name, member.scalar));
  }
  return false;
}

void report_repeated(const DocumentNode& member, Span first, const ValueSlot& slot) {
  slot.diagnostics.report(DiagnosticKind::DuplicateKey, member.span, shown(member.scalar))
      .label(first, "first given here")
      .help("delete one of them, or write what was meant");
}

// Past so many faults in one set the rest of it is not looked at.
constexpr int kMaxBadMembers = 20;

std::optional<Value> read_grade_set(const DocumentNode& node, const ValueSlot& slot) {
  GradeSet all;
  int bad = 0;
  std::vector<std::pair<GradeSet, Span>> runs;
  for (const DocumentNode* member : members_of(node)) {
    if (bad == kMaxBadMembers) break;
    const GradeSet grades = check_member(*member, slot)
                                ? read_grade_runs(member->scalar, member->span, slot)
                                : GradeSet();
    const auto earlier = std::find_if(runs.begin(), runs.end(),
                                      [&](const auto& run) { return run.first.overlaps(grades); });
    if (earlier != runs.end()) {
      report_repeated(*member, earlier->second, slot);
      ++bad;
    } else if (grades.empty()) {
      ++bad;
    } else {
      runs.emplace_back(grades, member->span);
      all = GradeSet::from_bits(static_cast<std::uint16_t>(all.bits() | grades.bits()));
    }
  }
  if (bad > 0) return std::nullopt;
  return all;
}

// `Mon..Fri`: the values from the one to the other, in the order in which the choice declares them.
// nullopt when it is no range; empty after a diagnostic.
std::optional<std::vector<dsl::ChoiceValue>> read_choice_run(const DocumentNode& member,
                                                             const ValueSlot& single) {
  const std::string_view text = member.scalar;
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos || single.type.kind != TypeKind::Choice) return std::nullopt;
  DocumentNode end = member;
  end.scalar = trim(text.substr(0, dots));
  const auto first = read_value(end, single);
  end.scalar = trim(text.substr(dots + 2));
  const auto last = first ? read_value(end, single) : std::nullopt;
  std::vector<dsl::ChoiceValue> run;
  if (!first || !last) return run;
  const auto begin = std::get<dsl::ChoiceValue>(*first).index;
  const auto limit = std::get<dsl::ChoiceValue>(*last).index;
  for (std::uint16_t index = begin; index <= limit; ++index) run.push_back({index});
  if (run.empty()) {
    single.diagnostics.report(DiagnosticKind::EmptyRange, member.span)
        .help("write the earlier of the two first");
  }
  return run;
}

// What one member of a set stands for; empty after a diagnostic.
template <typename Member>
std::vector<Member> read_run(const DocumentNode& member, const ValueSlot& single) {
  if constexpr (std::is_same_v<Member, dsl::ChoiceValue>) {
    if (auto run = read_choice_run(member, single)) return std::move(*run);
  }
  const auto value = read_value(member, single);
  if (!value) return {};
  return {std::get<Member>(*value)};
}

// `Mon, Wed` or `Mon-Fri` where a list of choices belongs; false when it is no such text.
bool report_unlisted(const DocumentNode& node, const ValueSlot& slot) {
  const bool has_several = node.kind == NodeKind::Scalar && slot.type.kind == TypeKind::Choice &&
                           node.scalar.find_first_of(",-;") != std::string::npos;
  if (!has_several) return false;
  const auto& values = slot.types().choice(slot.type.choice).values;
  if (values.size() < 2 || slot.types().choice(slot.type.choice).find(node.scalar)) return false;
  report_wrong_value(node, slot)
      .help(fmt::format("list them in brackets, as in `[{}, {}]`", values[0], values[1]));
  return true;
}

// Sorted.
template <typename Member>
std::optional<std::vector<Member>> read_members(const DocumentNode& node, const ValueSlot& slot) {
  ValueSlot single = slot;
  single.type.is_set = false;
  if (report_unlisted(node, slot)) return std::nullopt;
  std::map<Member, Span> found;
  int bad = 0;
  for (const DocumentNode* member : members_of(node)) {
    if (bad == kMaxBadMembers) break;
    const auto run =
        check_member(*member, slot) ? read_run<Member>(*member, single) : std::vector<Member>();
    if (run.empty()) ++bad;
    for (const Member& value : run) {
      const auto [at, inserted] = found.try_emplace(value, member->span);
      if (inserted) continue;
      report_repeated(*member, at->second, slot);
      ++bad;
      break;
    }
  }
  if (bad > 0) return std::nullopt;
  std::vector<Member> members;
  members.reserve(found.size());
  for (const auto& [member, span] : found) members.push_back(member);
  return members;
}

}  // namespace

std::optional<Value> read_grade(const DocumentNode& node, const ValueSlot& slot) {
  if (const auto grade = dsl::parse_grade(node.scalar)) return *grade;
  report_bad_grades(node.scalar, node.span, slot);
  return std::nullopt;
}

GradeSet read_grade_runs(std::string_view text, Span span, const ValueSlot& slot) {
  GradeSet all;
  bool ok = true;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const GradeSet run = read_grade_run(trim(text.substr(begin, comma - begin)), span, slot);
    ok = ok && !run.empty();
    all = GradeSet::from_bits(static_cast<std::uint16_t>(all.bits() | run.bits()));
    begin = comma + 1;
  }
  return ok ? all : GradeSet();
}

std::optional<Value> read_set(const DocumentNode& node, const ValueSlot& slot) {
  if (node.kind == NodeKind::Mapping) {
    report_wrong_value(node, slot);
    return std::nullopt;
  }
  switch (slot.type.kind) {
    case TypeKind::Grade: return read_grade_set(node, slot);
    case TypeKind::Choice:
      if (auto members = read_members<dsl::ChoiceValue>(node, slot)) {
        return dsl::ChoiceSet{std::move(*members)};
      }
      return std::nullopt;
    default:
      if (auto members = read_members<std::string>(node, slot)) {
        return dsl::TextSet{std::move(*members)};
      }
      return std::nullopt;
  }
}

}  // namespace checker
