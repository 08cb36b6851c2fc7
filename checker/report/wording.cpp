#include "checker/report/wording.h"

#include <algorithm>

#include "checker/eval/fact_path.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::Op;
using dsl::TypeKind;

bool is_floor(const Leeway& leeway) {
  return leeway.op == Op::AtLeast || leeway.op == Op::MoreThan;
}

bool is_moment(const Leeway& leeway) {
  return leeway.limit_type.kind == TypeKind::Time || leeway.limit_type.kind == TypeKind::Date;
}

// A calculation that has no result: of a parameter, a definition or a date.
std::string no_value_text(dsl::ExprId id, const dsl::Program& program, dsl::Date as_of) {
  const std::string date = dsl::format_date(as_of);
  const dsl::TypedExpr& expr = program.expr(id);
  switch (expr.op) {
    case Op::Parameter:
      return fmt::format("`{}` has no value that fits on {}",
                         program.typed().parameters[expr.index].name, date);
    case Op::Definition:
      return fmt::format("`{}` is not in force on {}", program.typed().definitions[expr.index].name,
                         date);
    default: return "the year that it asks about has no such day";
  }
}

}  // namespace

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
  const dsl::Rational number(static_cast<std::int64_t>(count));
  return fmt::format("{} {}", dsl::format_for_people(number), count == 1 ? singular : plural);
}

std::string listed(const std::vector<std::string>& items, std::size_t most) {
  const std::size_t shown = items.size() > most ? most : items.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == items.size();
    text += (i == 0 ? "" : last ? " and " : ", ") + items[i];
  }
  if (shown < items.size()) text += fmt::format(" and {} more", items.size() - shown);
  return text;
}

std::string grades_text(dsl::GradeSet grades) {
  return grades.empty() ? std::string() : dsl::grades_in_words(grades);
}

std::string without_full_stop(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string spaced(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string on_one_line(std::string_view rule_text) {
  std::string text;
  bool quoted = false;
  bool comment = false;
  bool blank = false;
  for (std::size_t i = 0; i < rule_text.size(); ++i) {
    const char c = rule_text[i];
    const bool is_break = c == '\n' || c == '\r';
    if (comment && !is_break) continue;
    comment = c == '#' && !quoted;
    if (is_break || c == ' ' || c == '\t' || comment) {
      blank = true;
      continue;
    }
    if (blank && !text.empty()) text += ' ';
    blank = false;
    text += c;
    if (c == '\\' && quoted && i + 1 < rule_text.size()) text += rule_text[++i];
    if (c == '"') quoted = !quoted;
  }
  return text;
}

std::string relation_text(const Leeway& leeway) {
  const bool moment = is_moment(leeway);
  switch (leeway.op) {
    case Op::AtLeast: return moment ? "no earlier than" : "at least";
    case Op::AtMost: return moment ? "no later than" : "at most";
    case Op::MoreThan: return moment ? "later than" : "more than";
    default: return moment ? "earlier than" : "less than";
  }
}

std::string gap_text(const Leeway& leeway, const std::string& amount) {
  if (leeway.amount == dsl::Rational(0)) {
    const bool limit_counts = leeway.op == Op::AtLeast || leeway.op == Op::AtMost;
    return limit_counts ? "nothing to spare" : "exactly at the limit, which does not count";
  }
  if (dsl::Rational(0) < leeway.amount) return amount + " to spare";
  if (is_moment(leeway)) return amount + (is_floor(leeway) ? " too early" : " too late");
  return amount + (is_floor(leeway) ? " short" : " over");
}

std::string outcome_text(Outcome outcome, const dsl::Norm& norm) {
  switch (outcome) {
    case Outcome::Conflict:
      return fmt::format("stands against the design ({})", effect_word(norm.effect));
    case Outcome::NeedsApproval: return "needs approval";
    case Outcome::NeedsJudgment: return "needs judgment";
    case Outcome::CannotTell: return "cannot be told";
    case Outcome::Thinned: return "is not kept";
    case Outcome::Relieved: return "is relieved";
    case Outcome::Excepted: return "is excepted";
    case Outcome::Lifted: return "is lifted";
    case Outcome::Enabled: return "speaks for the design";
    case Outcome::Clear: return "is clear";
    case Outcome::DoesNotApply: return "does not apply";
  }
  return {};
}

std::string fault_text(const Cause& fault, const dsl::Program& program, dsl::Date as_of) {
  const std::string fact = fault.fact.fact.valid() ? fact_path(fault.fact, program) : "";
  switch (fault.kind) {
    case CauseKind::NoValueInForce: return no_value_text(fault.expr, program, as_of);
    case CauseKind::EmptyList:
      return fact.empty()
                 ? "there is nothing to take the least or greatest of"
                 : fmt::format("`{}` has no record that counts, so there is no least or greatest",
                               fact);
    case CauseKind::Overflow: return "a number in its calculation is too large to be exact";
    case CauseKind::DivisionByZero: return "its calculation divides by 0";
    case CauseKind::Absent:
      return fmt::format("its calculation needs `{}`, which the design says there is none of",
                         fact);
    case CauseKind::NotApplicable:
      return fmt::format("its calculation needs `{}`, which the design says does not apply", fact);
    case CauseKind::Literal: return "the rule itself says `unknown`";
    default: return fmt::format("`{}` is not known", fact);
  }
}

std::string scope_text(Reason reason, const dsl::Norm& norm, const dsl::Program& program,
                       const dsl::SourceMap& sources) {
  const auto condition = [&](dsl::ExprId expr) { return rule_text(expr, program, sources); };
  switch (reason) {
    case Reason::NotYetInForce:
      return fmt::format("in force from {} only", dsl::format_date(*norm.in_force.from));
    case Reason::NoLongerInForce:
      return fmt::format("in force until {} only", dsl::format_date(*norm.in_force.until));
    case Reason::Suspended: return "suspended on this date";
    case Reason::Pending:
      return norm.status_note.empty() ? "not enacted yet" : "not enacted yet: " + norm.status_note;
    case Reason::OutOfPack: {
      const dsl::Pack& pack = program.pack(norm.pack);
      return fmt::format("the rules of {} apply when {}", dsl::title_or_name(pack),
                         condition(pack.applies));
    }
    case Reason::OutOfScope:
      if (!norm.for_each || !norm.for_each->filter.valid()) {
        return "applies when " + condition(norm.applies);
      }
      return fmt::format("applies {}{}where {}",
                         norm.applies.valid() ? "when " + condition(norm.applies) : "",
                         norm.applies.valid() ? ", and " : "", condition(norm.for_each->filter));
    case Reason::NoInstance:
      if (!norm.for_each) return {};
      return fmt::format("there is nothing in {} that it could be about",
                         condition(norm.for_each->domain));
    default: return {};
  }
}

std::string condition_text(dsl::ExprId condition, const dsl::Program& program,
                           const dsl::SourceMap& sources) {
  const dsl::TypedExpr& expr = program.expr(condition);
  std::string text = rule_text(condition, program, sources);
  if (expr.op != dsl::Op::Definition) return text;
  const std::string& meaning = program.typed().definitions[expr.index].meaning;
  return meaning.empty() ? text : fmt::format("{} (`{}`)", meaning, text);
}

std::string_view text_of(dsl::Span span, const dsl::SourceMap& sources) {
  if (span.file >= sources.size()) return {};
  return sources.text(span);
}

std::string rule_text(dsl::ExprId expr, const dsl::Program& program,
                      const dsl::SourceMap& sources) {
  return expr.valid() ? on_one_line(text_of(program.expr(expr).span, sources)) : std::string();
}

std::string quoted_title(const dsl::Norm& norm) {
  return fmt::format("\"{}\"", dsl::title_or_name(norm));
}

}  // namespace checker
