// Declared reliefs: ways to be freed that reach more norms than one.

#include "dsl/sema/check_expression.h"
#include "dsl/sema/clauses.h"
#include "dsl/sema/scope.h"

namespace dsl::sema {
namespace {

class ReliefChecker {
 public:
  ReliefChecker(const ast::ReliefDecl& declaration, DeclaredRelief relief, Scope& scope)
      : declaration_(declaration), scope_(scope), relief_(std::move(relief)) {
    relief_.pack = pack_of(relief_.name, scope);
    context_.pack = relief_.pack;
  }

  DeclaredRelief check() {
    const auto clauses = accepted_clauses(
        declaration_.clauses,
        {"cite", "source", "confidence", "note", "in force", "applies when", "granted by",
         "applied for by", "vote", "due", "lasting", "reaches", "cannot reach"},
        {"confidence", "in force", "applies when", "applied for by", "vote", "due", "lasting"},
        "relief", relief_.name, scope_.diagnostics);
    for (const ast::Clause* clause : clauses) {
      std::visit(
          [this](const auto& node) {
            if constexpr (requires { read(node); }) read(node);
          },
          *clause);
    }
    require(relief_.granters.empty(), "granted by",
            "say who grants it, as in `granted by STAKEHOLDER`");
    require(relief_.reaches.empty(), "reaches",
            "say what it frees from, as in `reaches pack PACK`");
    relief_.frame_size = context_.frame_size;
    return std::move(relief_);
  }

 private:
  void require(bool missing, std::string_view clause, std::string_view help) {
    if (!missing || any_broken(declaration_.clauses)) return;
    scope_.diagnostics
        .report(DiagnosticKind::MissingClause, declaration_.name.span, "relief", relief_.name,
                clause)
        .help(std::string(help));
  }

  StakeholderId stakeholder(const ast::Name& name) {
    const auto found = find_or_report(scope_.stakeholders, name, DiagnosticKind::UnknownStakeholder,
                                      scope_.diagnostics);
    return found ? StakeholderId{*found} : StakeholderId{};
  }
  ExprId condition(const ast::Expr& expr) {
    return check_condition(expr, context_, scope_).value_or(ExprId{});
  }

  void read(const ast::CiteClause& node) { relief_.citations.push_back(citation(node)); }
  void read(const ast::SourceClause& node) { relief_.sources.push_back(node.url.value); }
  void read(const ast::ConfidenceClause& node) {
    relief_.confidence = confidence(node, scope_.diagnostics);
    if (node.note) relief_.confidence_note = node.note->value;
  }
  void read(const ast::NoteClause& node) { relief_.notes.push_back(node.text.value); }
  void read(const ast::InForceClause& node) {
    relief_.in_force = plain_period(node, "a relief", scope_.diagnostics);
  }
  void read(const ast::AppliesClause& node) { relief_.applies = condition(node.condition); }
  void read(const ast::GrantedClause& node) {
    Granter granter;
    granter.by = stakeholder(node.stakeholder);
    if (node.condition) granter.condition = condition(*node.condition);
    relief_.granters.push_back(granter);
  }
  void read(const ast::AppliedClause& node) { relief_.applicant = stakeholder(node.stakeholder); }
  void read(const ast::VoteClause& node) { relief_.vote = node.majority.value; }
  void read(const ast::DueClause& node) { relief_.due = node.when.value; }
  void read(const ast::LastingClause& node) {
    if (const auto period = duration(node.period, scope_)) {
      relief_.lasting = period->amount;
      relief_.lasting_unit = period->unit;
    }
    relief_.renewal = renewal(node.renewal);
  }
  void read(const ast::ReachesClause& node) {
    const std::vector<LiftTarget> targets = lift_targets(node.targets, relief_.pack, scope_);
    relief_.reaches.insert(relief_.reaches.end(), targets.begin(), targets.end());
  }
  void read(const ast::CannotReachClause& node) {
    relief_.cannot_reach.push_back(reach_limit(node, relief_.pack, scope_));
  }

  const ast::ReliefDecl& declaration_;
  Scope& scope_;
  ExpressionContext context_;
  DeclaredRelief relief_;
};

}  // namespace

void check_reliefs(std::span<const ast::Document> documents, Scope& scope) {
  for (const ast::Document& document : documents) {
    for (const ast::Declaration& declaration : document.declarations) {
      const auto* relief = std::get_if<ast::ReliefDecl>(&declaration);
      if (relief == nullptr) continue;
      const auto at = scope.reliefs.find(relief->name.text);
      if (at == scope.reliefs.end()) continue;
      DeclaredRelief known = scope.program.reliefs[at->second];
      if (known.span != relief->name.span) continue;
      scope.program.reliefs[at->second] = ReliefChecker(*relief, std::move(known), scope).check();
    }
  }
}

}  // namespace dsl::sema
