#include "checker/eval/leeway.h"

#include <algorithm>
#include <string>
#include <vector>

#include "checker/eval/operations.h"

namespace checker {
namespace {

using dsl::Op;
using dsl::Rational;
using dsl::Truth;
using dsl::TypeKind;
using dsl::Value;

// The leeway as a share of its limit; where the limit is 0 or a clock time, the amount itself.
Rational share(const Leeway& leeway) {
  const auto* limit = std::get_if<Rational>(&leeway.limit);
  if (limit == nullptr || *limit == Rational(0)) return leeway.amount;
  const auto positive = *limit < Rational(0) ? dsl::negate(*limit) : std::optional(*limit);
  const auto result = positive ? dsl::divide(leeway.amount, *positive) : std::nullopt;
  return result.value_or(leeway.amount);
}

class Measure {
 public:
  explicit Measure(const dsl::Program& program) : program_(program) {}

  std::optional<Leeway> of(const Derivation& node) const {
    if (!node.expr.valid() || !node.result.known()) return std::nullopt;
    const dsl::TypedExpr& expr = program_.expr(node.expr);
    switch (expr.op) {
      case Op::AtLeast:
      case Op::MoreThan:
      case Op::AtMost:
      case Op::LessThan: return comparison(node, node.children[0], node.children[1], expr.op);
      case Op::Between: {
        const auto low = comparison(node, node.children[0], node.children[1], Op::AtLeast);
        const auto high = comparison(node, node.children[0], node.children[2], Op::AtMost);
        if (!low || !high) return low ? low : high;
        // Both ends have one unit, so the distances themselves tell which is nearer.
        return low->amount < high->amount ? low : high;
      }
      case Op::And:
      case Op::Every: return among(node, true);
      case Op::Or:
      case Op::Some: return among(node, false);
      case Op::If: return node.children.size() > 1 ? of(node.children.back()) : std::nullopt;
      case Op::Definition: return node.children.empty() ? std::nullopt : of(node.children.back());
      default: return std::nullopt;
    }
  }

 private:
  std::optional<Leeway> comparison(const Derivation& node, const Derivation& has,
                                   const Derivation& limit, Op op) const {
    if (!has.result.known() || !limit.result.known()) return std::nullopt;
    const bool floor = op == Op::AtLeast || op == Op::MoreThan;
    const Value& first = floor ? *has.result.value : *limit.result.value;
    const Value& second = floor ? *limit.result.value : *has.result.value;
    const auto amount = distance(first, second);
    if (!amount) return std::nullopt;
    Leeway leeway;
    leeway.amount = *amount;
    leeway.comparison = node.expr;
    leeway.op = op;
    leeway.has = *has.result.value;
    leeway.limit = *limit.result.value;
    leeway.has_type = program_.expr(has.expr).type;
    leeway.limit_type = program_.expr(limit.expr).type;
    const dsl::UnitTable& units = program_.types().unit_words;
    switch (leeway.limit_type.kind) {
      case TypeKind::Quantity: leeway.unit = program_.types().unit(leeway.limit_type.unit); break;
      case TypeKind::Time: leeway.unit = *units.find("minute"); break;
      case TypeKind::Date: leeway.unit = *units.find("calendar_day"); break;
      default: break;
    }
    return leeway;
  }

  // All parts must hold: the tightest of those that share the outcome. One is enough: the roomiest,
  // and where all fail, one that the distance alone keeps from holding before any other.
  std::optional<Leeway> among(const Derivation& node, bool conjunction) const {
    const Truth outcome = truth_of(node.result);
    std::optional<Leeway> chosen;
    bool fails_besides = false;
    for (const Derivation& part : node.children) {
      if (!part.expr.valid() || part.is_filter ||
          program_.expr(part.expr).type.kind != TypeKind::Boolean ||
          truth_of(part.result) != outcome) {
        continue;
      }
      const auto leeway = of(part);
      if (!leeway) {
        fails_besides = fails_besides || (conjunction && outcome == Truth::False);
      } else if (!chosen || (conjunction ? tighter(*leeway, *chosen) : nearer(*leeway, *chosen))) {
        chosen = leeway;
      }
    }
    if (chosen && fails_besides) chosen->fails_besides = true;
    return chosen;
  }

  const dsl::Program& program_;
};

// How old somebody is too young is "2 years", not "2 years old".
void shorten_ages(std::string& unit) {
  constexpr std::string_view kOld = " old";
  if (unit.ends_with(kOld)) unit.resize(unit.size() - kOld.size());
}

}  // namespace

std::optional<Leeway> leeway_of(const Derivation& requirement, const dsl::Program& program) {
  return Measure(program).of(requirement);
}

bool tighter(const Leeway& a, const Leeway& b) { return share(a) < share(b); }

bool nearer(const Leeway& a, const Leeway& b) {
  if (a.fails_besides != b.fails_besides) return b.fails_besides;
  return tighter(b, a);
}

dsl::Type shown_type(const Leeway& leeway) {
  const bool has_share = leeway.has_type.kind == dsl::TypeKind::Percent;
  return leeway.limit_type.kind == dsl::TypeKind::Ratio && has_share ? leeway.has_type
                                                                     : leeway.limit_type;
}

bool is_share(const Leeway& leeway) { return shown_type(leeway).kind == dsl::TypeKind::Percent; }

Distance distance_of(const Leeway& leeway) {
  Distance distance{leeway.amount, leeway.unit};
  if (is_share(leeway)) {
    distance.unit = {{}, *Rational::make(1, 100), "percentage point", "percentage points"};
  }
  shorten_ages(distance.unit.singular);
  shorten_ages(distance.unit.plural);
  distance.value = dsl::divide(leeway.amount, distance.unit.scale).value_or(leeway.amount);
  return distance;
}

std::string format_leeway(const Leeway& leeway) {
  return dsl::format_quantity(leeway.amount, distance_of(leeway).unit);
}

}  // namespace checker
