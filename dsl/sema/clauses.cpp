#include "dsl/sema/clauses.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "dsl/diagnostics/suggest.h"
#include "dsl/sema/literals.h"
#include "dsl/sema/words.h"

namespace dsl::sema {
namespace {

// "`decided by` stands in an approval; " for a clause that has one home or few.
std::string home_of(std::string_view words) {
  struct Home {
    std::string_view words;
    std::string_view declaration;
  };
  constexpr std::array<Home, 9> kHomes = {{
      {"decided by", "an approval"},
      {"after approval", "an approval"},
      {"require", "a regulation, agreement, practice or principle"},
      {"forbid", "a regulation, agreement, practice or principle"},
      {"lifts", "an enablement"},
      {"upheld by", "a principle"},
      {"granted by", "a declared `relief`"},
      {"reaches", "a declared `relief`"},
      {"kind", "a stakeholder"},
  }};
  for (const Home& home : kHomes) {
    if (home.words != words) continue;
    return "`" + std::string(words) + "` stands in " + std::string(home.declaration) + "; ";
  }
  return {};
}

}  // namespace

std::string_view clause_words(const ast::Clause& clause) {
  // In the order of the alternatives of ast::Clause.
  static constexpr std::array<std::string_view, std::variant_size_v<ast::Clause>> kWords = {
      "uses",
      "verified on",
      "cite",
      "source",
      "topic",
      "confidence",
      "note",
      "remedy",
      "enforced by",
      "upheld by",
      "in force",
      "applies when",
      "for each",
      "require",
      "unless",
      "lifts",
      "cannot lift",
      "effect",
      "relief by",
      "decided by",
      "after approval",
      "kind",
      "holds",
      "upholds",
      "ask",
      "as",
      "status",
      "suspended",
      "forbid",
      "alternative",
      "granted by",
      "applied for by",
      "reaches",
      "cannot reach",
      "lasting",
      "due",
      "vote",
      "tie",
      "appeal to",
      "reading",
      ""};
  return kWords.at(clause.index());
}

std::vector<const ast::Clause*> accepted_clauses(const std::vector<ast::Clause>& clauses,
                                                 const std::set<std::string_view>& allowed,
                                                 const std::set<std::string_view>& single,
                                                 std::string_view owner, const std::string& name,
                                                 Diagnostics& diagnostics) {
  std::vector<const ast::Clause*> accepted;
  std::unordered_map<std::string_view, Span> seen;
  for (const ast::Clause& clause : clauses) {
    const std::string_view words = clause_words(clause);
    if (words.empty()) continue;  // broken; reported by the parser
    if (!allowed.contains(words)) {
      const std::vector<std::string> names(allowed.begin(), allowed.end());
      diagnostics
          .report(DiagnosticKind::MisplacedClause, ast::span_of(clause), words,
                  std::string(owner) + " `" + name + "`")
          .help(home_of(words) + "here may stand " + list_words(names, 30));
      continue;
    }
    const auto [at, first] = seen.try_emplace(words, ast::span_of(clause));
    if (!first && single.contains(words)) {
      diagnostics.report(DiagnosticKind::DuplicateClause, ast::span_of(clause), words, owner, name)
          .label(at->second, "the first one")
          .help(words == "applies when"
                    ? "join the two with `and`"
                    : "keep one of the two, or give the second to another " + std::string(owner));
      continue;
    }
    accepted.push_back(&clause);
  }
  return accepted;
}

bool any_broken(const std::vector<ast::Clause>& clauses) {
  return std::any_of(clauses.begin(), clauses.end(), [](const ast::Clause& clause) {
    return std::holds_alternative<ast::BrokenClause>(clause);
  });
}

Citation citation(const ast::CiteClause& cite) {
  return {cite.citation.value, cite.url ? cite.url->value : "", cite.span};
}

Period plain_period(const ast::InForceClause& clause, std::string_view owner,
                    Diagnostics& diagnostics) {
  std::optional<ast::DateText> from;
  if (clause.from) from = clause.from->date;
  if (clause.from && clause.from->or_later) {
    diagnostics.report(DiagnosticKind::MisplacedClause, clause.span, "later of", owner)
        .help("only a norm can begin at the later of two dates");
  }
  return resolve_period(from, clause.until, diagnostics);
}

std::optional<Duration> duration(const ast::Number& number, Scope& scope) {
  const auto period = number_constant(number, scope);
  if (!period) return std::nullopt;
  if (period->type.kind != TypeKind::Quantity) {
    scope.diagnostics.report(DiagnosticKind::MissingUnit, number.span, "a period")
        .help("write the unit, as in `2 years`");
    return std::nullopt;
  }
  return Duration{std::get<Rational>(period->value), period->type.unit};
}

std::optional<Renewal> renewal(const std::optional<ast::Renewal>& written) {
  if (!written) return std::nullopt;
  const auto times = Rational::parse(written->times);
  if (written->times.empty() || !times) return Renewal{};
  return Renewal{times->numerator()};
}

namespace {

std::optional<LiftTarget> lift_target(const ast::LiftTarget& target, PackId pack, Scope& scope) {
  const auto find = [&](const NameTable& table, DiagnosticKind unknown) {
    return find_or_report(table, target.name, unknown, scope.diagnostics);
  };
  std::optional<std::uint32_t> index;
  switch (target.kind) {
    case LiftKind::Norm: index = find(scope.norms, DiagnosticKind::UnknownNorm); break;
    case LiftKind::Pack: index = find(scope.packs, DiagnosticKind::UnknownPack); break;
    case LiftKind::Topic: index = find(scope.topics, DiagnosticKind::UnknownTopic); break;
    case LiftKind::Enforcer:
      index = find(scope.stakeholders, DiagnosticKind::UnknownStakeholder);
      break;
  }
  if (!index) return std::nullopt;
  if (target.kind == LiftKind::Norm) {
    check_may_use(pack, scope.program.norms[*index].pack, target.name, scope);
  }
  return LiftTarget{target.kind, *index, target.span};
}

}  // namespace

std::vector<LiftTarget> lift_targets(const std::vector<ast::LiftTarget>& targets, PackId pack,
                                     Scope& scope) {
  std::vector<LiftTarget> found;
  for (const ast::LiftTarget& each : targets) {
    if (const auto target = lift_target(each, pack, scope)) found.push_back(*target);
  }
  return found;
}

Confidence confidence(const ast::ConfidenceClause& clause, Diagnostics& diagnostics) {
  if (const auto level = parse_confidence(clause.level.text)) return *level;
  diagnostics
      .report(DiagnosticKind::BadWord, clause.level.span, clause.level.text, "degree of confidence")
      .help(
          "write `verified` for what was read on a page, `recalled` for what was not, `disputed` "
          "where two sources disagree");
  return Confidence::Recalled;
}

std::string choice_word(const ast::Name& word, std::string_view choice, std::string_view what,
                        Scope& scope) {
  const auto at = scope.choices.find(std::string(choice));
  if (at != scope.choices.end()) {
    const ChoiceDeclaration& declaration = scope.program.types.choices[at->second];
    if (!declaration.find(word.text)) {
      scope.diagnostics.report(DiagnosticKind::BadWord, word.span, word.text, what)
          .label(declaration.span, "the words are listed here")
          .help(suggest(word.text, declaration.values,
                        "write one of " + list_words(declaration.values)));
    }
  }
  return word.text;
}

}  // namespace dsl::sema
