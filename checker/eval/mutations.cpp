#include "checker/eval/mutations.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "checker/eval/ingredients.h"
#include "checker/eval/moved_edges.h"
#include "checker/eval/moved_value.h"
#include "dsl/sema/operators.h"

namespace checker {
namespace {

using dsl::Date;
using dsl::ExprId;
using dsl::NormId;
using dsl::Op;
using dsl::Period;
using dsl::TypedProgram;
using dsl::TypeKind;
using dsl::Value;
using dsl::sema::operation_words;

constexpr std::array<int, 2> kBothWays = {1, -1};

// In the words of clock times and dates where those are compared.
std::string word_of(Op op, const dsl::TypedExpr& expr, const dsl::Program& program) {
  const bool compares = expr.operands.size() == 2 && expr.operands[1].valid();
  const TypeKind kind = compares ? program.expr(expr.operands[1]).type.kind : TypeKind::Unknown;
  if (kind == TypeKind::Time || kind == TypeKind::Date) {
    switch (op) {
      case Op::AtLeast: return "no earlier than";
      case Op::AtMost: return "no later than";
      case Op::MoreThan: return "after";
      case Op::LessThan: return "before";
      default: break;
    }
  }
  return std::string(operation_words(op));
}

// What may stand in an operator's place by mistake; none for an operator that has no opposite word.
std::vector<Op> mistaken_for(const dsl::TypedExpr& expr, const dsl::Program& program) {
  switch (expr.op) {
    case Op::AtLeast: return {Op::LessThan, Op::MoreThan};
    case Op::AtMost: return {Op::MoreThan, Op::LessThan};
    case Op::MoreThan: return {Op::AtMost, Op::AtLeast};
    case Op::LessThan: return {Op::AtLeast, Op::AtMost};
    case Op::Is: return {Op::IsNot};
    case Op::IsNot: return {Op::Is};
    case Op::OneOf: return {Op::NotOneOf};
    case Op::NotOneOf: return {Op::OneOf};
    case Op::Includes: return {Op::Excludes};
    case Op::Excludes:
      return {program.expr(expr.operands[1]).type.is_set ? Op::Overlaps : Op::Includes};
    case Op::Overlaps: return {Op::Excludes};
    case Op::Present: return {Op::Absent};
    case Op::Absent: return {Op::Present};
    case Op::And: return {Op::Or};
    case Op::Or: return {Op::And};
    case Op::Some: return {Op::No};
    case Op::No: return {Op::Some};
    default: return {};
  }
}

// Reads its operand as a fact or compares it, so that the operand is no condition itself.
bool reads_its_operands(Op op) {
  return op == Op::Present || op == Op::Absent || op == Op::Is || op == Op::IsNot ||
         op == Op::OneOf || op == Op::NotOneOf;
}

void negate(TypedProgram& program, ExprId id) {
  const ExprId operand{static_cast<std::uint32_t>(program.exprs.size())};
  dsl::TypedExpr inner = program.exprs[id.index];
  dsl::TypedExpr outer;
  outer.op = Op::Not;
  outer.type = inner.type;
  outer.span = inner.span;
  outer.operands = {operand};
  program.exprs.push_back(std::move(inner));
  program.exprs[id.index] = std::move(outer);
}

class Mutator {
 public:
  Mutator(const dsl::Program& program, std::span<const NormId> norms) : program_(program) {
    const auto count = static_cast<std::uint32_t>(program.typed().norms.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      ingredients_.push_back(ingredients_of({i}, program));
    }
    for (const NormId norm : norms) wanted_.push_back(&ingredients_[norm.index]);
  }

  std::vector<Mutation> all() {
    const TypedProgram& typed = program_.typed();
    for (const auto& pack : typed.packs) {
      owner_ = pack.name;
      condition(pack.applies);
    }
    for (std::uint32_t i = 0; i < typed.parameters.size(); ++i) {
      if (is_wanted(&Ingredients::parameters, i)) parameter(i);
    }
    for (std::uint32_t i = 0; i < typed.definitions.size(); ++i) {
      if (is_wanted(&Ingredients::definitions, i)) definition(i);
    }
    for (const dsl::FactDeclaration& fact : typed.facts) {
      owner_ = fact.name;
      condition(fact.computed);
    }
    for (std::uint32_t i = 0; i < typed.norms.size(); ++i) {
      // No test can reach what is not enacted.
      if (typed.norms[i].status == dsl::Status::Pending) continue;
      if (is_wanted(&Ingredients::norms, i)) norm({i});
    }
    std::stable_sort(
        mutations_.begin(), mutations_.end(), [](const Mutation& a, const Mutation& b) {
          return std::tie(a.span.file, a.span.begin) < std::tie(b.span.file, b.span.begin);
        });
    return std::move(mutations_);
  }

 private:
  using Table = std::vector<bool> Ingredients::*;

  bool is_wanted(Table table, std::uint32_t index) const {
    return std::any_of(wanted_.begin(), wanted_.end(),
                       [&](const Ingredients* each) { return (each->*table)[index]; });
  }

  std::vector<NormId> norms_with(Table table, std::uint32_t index) const {
    std::vector<NormId> norms;
    for (std::uint32_t i = 0; i < ingredients_.size(); ++i) {
      if ((ingredients_[i].*table)[index]) norms.push_back({i});
    }
    return norms;
  }

  void add(dsl::Span span, std::string from, std::string to, std::vector<NormId> affected,
           std::function<void(TypedProgram&)> apply, std::optional<dsl::Span> within = {}) {
    mutations_.push_back({owner_, span, within, std::move(from), std::move(to), std::move(apply),
                          std::move(affected)});
  }

  void condition(ExprId id) {
    if (id.valid() && is_wanted(&Ingredients::exprs, id.index))
      expression(id, std::nullopt, Op::And);
  }

  void expression(ExprId id, std::optional<dsl::Span> within, Op parent) {
    if (!id.valid()) return;
    const dsl::TypedExpr& expr = program_.expr(id);
    if (expr.op == Op::Constant) constant(id, within);
    if (expr.op == Op::DayInYear || expr.op == Op::WeekdayInYear) day_in_year(id);
    for (const Op other : mistaken_for(expr, program_)) {
      add(
          expr.span, word_of(expr.op, expr, program_), word_of(other, expr, program_),
          norms_with(&Ingredients::exprs, id.index),
          [id, other](TypedProgram& typed) { typed.exprs[id.index].op = other; }, expr.span);
    }
    if (is_turned_round(expr, parent)) turn_round(id);
    if (expr.op == Op::Or) drop_alternatives(id);
    const bool is_comparison = expr.type.kind == TypeKind::Boolean && expr.op != Op::And &&
                               expr.op != Op::Or && expr.op != Op::Not;
    for (const ExprId operand : expr.operands) {
      expression(operand, is_comparison ? std::optional(expr.span) : within, expr.op);
    }
  }

  static bool is_turned_round(const dsl::TypedExpr& expr, Op parent) {
    switch (expr.op) {
      case Op::WithinSet:
      case Op::Between:
      case Op::Every: return true;
      case Op::Fact:
      case Op::FactByGrade:
      case Op::Field:
      case Op::Definition:
        return expr.type.kind == TypeKind::Boolean && !reads_its_operands(parent);
      default: return false;
    }
  }

  void turn_round(ExprId id) {
    const dsl::TypedExpr& expr = program_.expr(id);
    const std::string words = condition_words(expr);
    add(
        expr.span, words, "not " + words, norms_with(&Ingredients::exprs, id.index),
        [id](TypedProgram& typed) { negate(typed, id); }, expr.span);
  }

  // The other side of an `or` alone.
  void drop_alternatives(ExprId id) {
    const dsl::TypedExpr& expr = program_.expr(id);
    for (const ExprId operand : expr.operands) {
      add(
          program_.expr(operand).span, "a side of `or`", "nothing",
          norms_with(&Ingredients::exprs, id.index),
          [id, operand](TypedProgram& typed) {
            auto& operands = typed.exprs[id.index].operands;
            std::erase(operands, operand);
            if (operands.size() == 1) {
              const dsl::TypedExpr other = typed.exprs[operands.front().index];
              typed.exprs[id.index] = other;
            }
          },
          expr.span);
    }
  }

  std::string condition_words(const dsl::TypedExpr& expr) const {
    if (expr.op == Op::Definition) return program_.typed().definitions[expr.index].name;
    const bool within_range = expr.op == Op::Between && expr.index == 1;
    const std::string_view word = operation_words(within_range ? Op::WithinSet : expr.op);
    return word.empty() ? program_.full_name({expr.index}) : std::string(word);
  }

  void constant(ExprId id, std::optional<dsl::Span> within) {
    const dsl::TypedExpr& expr = program_.expr(id);
    for (Value& moved : moved_values(*expr.constant, expr.type, program_.types())) {
      add(
          expr.span, text_of(*expr.constant, expr.type), text_of(moved, expr.type),
          norms_with(&Ingredients::exprs, id.index),
          [id, moved](TypedProgram& typed) { typed.exprs[id.index].constant = moved; }, within);
    }
  }

  void day_in_year(ExprId id) {
    const dsl::TypedExpr& expr = program_.expr(id);
    for (const int step : kBothWays) {
      const std::uint32_t moved = moved_day_in_year(expr.op, expr.index, step);
      add(
          expr.span, day_in_year_text(expr.op, expr.index), day_in_year_text(expr.op, moved),
          norms_with(&Ingredients::exprs, id.index),
          [id, moved](TypedProgram& typed) { typed.exprs[id.index].index = moved; }, expr.span);
    }
  }

  std::string text_of(const Value& value, const dsl::Type& type) const {
    return dsl::format_value(value, type, program_.types());
  }

  void parameter(std::uint32_t index) {
    const dsl::Parameter& parameter = program_.typed().parameters[index];
    const std::vector<NormId> affected = norms_with(&Ingredients::parameters, index);
    owner_ = parameter.name;
    for (std::size_t v = 0; v < parameter.versions.size(); ++v) {
      const dsl::ParameterVersion& version = parameter.versions[v];
      for (std::size_t e = 0; e < version.values.size(); ++e) {
        const dsl::ParameterValue& entry = version.values[e];
        for (const Value& moved : moved_values(entry.value, parameter.type, program_.types())) {
          add(entry.span, text_of(entry.value, parameter.type), text_of(moved, parameter.type),
              affected, [index, v, e, moved](TypedProgram& typed) {
                typed.parameters[index].versions[v].values[e].value = moved;
              });
        }
        for (const MovedEdge& moved : moved_edges(version.values, e)) {
          add(entry.span, moved.from, moved.to, affected,
              [index, v, rows = moved.rows](TypedProgram& typed) {
                typed.parameters[index].versions[v].values = rows;
              });
        }
      }
      version_dates(index, v, affected);
    }
  }

  // Where one version ends because the next begins, both dates are one.
  void version_dates(std::uint32_t index, std::size_t v, const std::vector<NormId>& affected) {
    const auto& versions = program_.typed().parameters[index].versions;
    const Period& period = versions[v].period;
    const auto adjoin = [&](std::size_t a, std::size_t b) {
      return versions[a].period.until && versions[b].period.from &&
             versions[a].period.until->days + 1 == versions[b].period.from->days;
    };
    std::vector<std::size_t> before;
    bool ends_by_itself = period.until.has_value();
    for (std::size_t other = 0; other < versions.size(); ++other) {
      if (adjoin(other, v)) before.push_back(other);
      if (adjoin(v, other)) ends_by_itself = false;
    }
    for (const int step : kBothWays) {
      if (period.from) {
        const Date moved{period.from->days + step};
        add(versions[v].span, "from " + dsl::format_date(*period.from),
            "from " + dsl::format_date(moved), affected,
            [index, v, before, moved](TypedProgram& typed) {
              auto& changed = typed.parameters[index].versions;
              changed[v].period.from = moved;
              for (const std::size_t other : before) {
                changed[other].period.until = Date{moved.days - 1};
              }
            });
      }
      if (ends_by_itself) {
        const Date moved{period.until->days + step};
        add(versions[v].span, "until " + dsl::format_date(*period.until),
            "until " + dsl::format_date(moved), affected, [index, v, moved](TypedProgram& typed) {
              typed.parameters[index].versions[v].period.until = moved;
            });
      }
    }
  }

  void definition(std::uint32_t index) {
    const dsl::Definition& definition = program_.typed().definitions[index];
    owner_ = definition.name;
    for (const ExprId body : bodies_of(definition)) condition(body);
    in_force(definition.in_force, definition.span, norms_with(&Ingredients::definitions, index),
             [index](TypedProgram& typed) -> Period& { return typed.definitions[index].in_force; });
  }

  void norm(NormId id) {
    const dsl::Norm& norm = program_.norm(id);
    owner_ = norm.name;
    const std::vector<NormId> affected = norms_with(&Ingredients::norms, id.index);
    in_force(norm.in_force, norm.name_span, affected,
             [id](TypedProgram& typed) -> Period& { return typed.norms[id.index].in_force; });
    for (std::size_t i = 0; i < norm.suspensions.size(); ++i) {
      in_force(norm.suspensions[i].period, norm.name_span, affected,
               [id, i](TypedProgram& typed) -> Period& {
                 return typed.norms[id.index].suspensions[i].period;
               });
    }
    for (std::size_t i = 0; i < norm.lifts.size(); ++i) {
      add(norm.lifts[i].span, "lifts", "nothing", affected, [id, i](TypedProgram& typed) {
        auto& lifts = typed.norms[id.index].lifts;
        lifts.erase(lifts.begin() + static_cast<std::ptrdiff_t>(i));
      });
    }
    condition(norm.begins_later);
    condition(norm.applies);
    if (norm.for_each) condition(norm.for_each->filter);
    for (const ExprId requirement : norm.requirements) condition(requirement);
    for (std::size_t i = 0; i < norm.exceptions.size(); ++i) {
      condition(norm.exceptions[i].condition);
      add(norm.exceptions[i].span, "unless \"" + norm.exceptions[i].title + "\"", "no exception",
          affected, [id, i](TypedProgram& typed) {
            auto& exceptions = typed.norms[id.index].exceptions;
            exceptions.erase(exceptions.begin() + static_cast<std::ptrdiff_t>(i));
          });
    }
  }

  template <typename Find>
  void in_force(const Period& period, dsl::Span span, const std::vector<NormId>& affected,
                const Find& find) {
    for (const int step : kBothWays) {
      if (period.from) {
        const Date moved{period.from->days + step};
        add(span, "in force from " + dsl::format_date(*period.from),
            "in force from " + dsl::format_date(moved), affected,
            [find, moved](TypedProgram& typed) { find(typed).from = moved; });
      }
      if (period.until) {
        const Date moved{period.until->days + step};
        add(span, "in force until " + dsl::format_date(*period.until),
            "in force until " + dsl::format_date(moved), affected,
            [find, moved](TypedProgram& typed) { find(typed).until = moved; });
      }
    }
  }

  const dsl::Program& program_;
  std::vector<Ingredients> ingredients_;  // by NormId
  std::vector<const Ingredients*> wanted_;
  std::string owner_;
  std::vector<Mutation> mutations_;
};

}  // namespace

std::vector<Mutation> mutations_of(const dsl::Program& program, std::span<const NormId> norms) {
  return Mutator(program, norms).all();
}

}  // namespace checker
