// Clauses common to several declarations: which may stand where, and the citations among them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/sema/scope.h"

namespace dsl::sema {

// The words that open the clause: `in force`, `applies when`.
std::string_view clause_words(const ast::Clause& clause);

// Reports clauses outside `allowed` (E0403) and repeats of those in `single` (E0401), and returns
// the rest in order. `owner` is the declaration's kind, `norm` say, `name` its name.
std::vector<const ast::Clause*> accepted_clauses(const std::vector<ast::Clause>& clauses,
                                                 const std::set<std::string_view>& allowed,
                                                 const std::set<std::string_view>& single,
                                                 std::string_view owner, const std::string& name,
                                                 Diagnostics& diagnostics);

// Whether a clause of them could not be read: then what seems to be missing may be that one.
bool any_broken(const std::vector<ast::Clause>& clauses);

Citation citation(const ast::CiteClause& cite);

// The period of an `in force` whose beginning hangs on no fact; reports `later of` in `owner`.
Period plain_period(const ast::InForceClause& clause, std::string_view owner,
                    Diagnostics& diagnostics);

// `lasting 2 years`, `within 60 days`: the amount in base units with its unit; nullopt after a
// diagnostic.
struct Duration {
  Rational amount;
  UnitId unit;
};
std::optional<Duration> duration(const ast::Number& number, Scope& scope);

std::optional<Renewal> renewal(const std::optional<ast::Renewal>& written);

// What an enablement lifts or a relief reaches; what is not declared is reported and left out.
// `pack` is whose `uses` limit what may be named.
std::vector<LiftTarget> lift_targets(const std::vector<ast::LiftTarget>& targets, PackId pack,
                                     Scope& scope);
// What it cannot lift or reach, by a clause that has targets and may have a reason.
template <typename Clause>
ReachLimit reach_limit(const Clause& clause, PackId pack, Scope& scope) {
  return {lift_targets(clause.targets, pack, scope), clause.reason ? clause.reason->value : ""};
}

// `verified` or `recalled`; reports any other word and gives Recalled.
Confidence confidence(const ast::ConfidenceClause& clause, Diagnostics& diagnostics);

// A word of a closed list that the vocabulary declares as a choice of this name; where it declares
// none, any word will do. Returns the word.
std::string choice_word(const ast::Name& word, std::string_view choice, std::string_view what,
                        Scope& scope);

}  // namespace dsl::sema
