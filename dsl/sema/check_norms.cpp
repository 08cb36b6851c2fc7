// Norms of all six kinds: their clauses, and what each kind must and must not have.
#include <algorithm>

#include "dsl/diagnostics/suggest.h"
#include "dsl/sema/check_expression.h"
#include "dsl/sema/clauses.h"
#include "dsl/sema/literals.h"
#include "dsl/sema/scope.h"
#include "dsl/sema/words.h"
#include "dsl/syntax/norm_words.h"

namespace dsl::sema {
namespace {

using Words = std::set<std::string_view>;

struct KindRules {
  std::string_view name;
  Words allowed;
  Words required;
};

const KindRules& rules_of(NormKind kind) {
  static const Words kCommon = {"topic",    "cite",         "source", "confidence", "note",
                                "in force", "applies when", "remedy", "status",     "suspended"};
  const auto with = [](Words words) {
    words.insert(kCommon.begin(), kCommon.end());
    return words;
  };
  static const Words kDuty = with({"enforced by", "for each", "require", "forbid", "alternative",
                                   "unless", "effect", "relief by"});
  static const KindRules kRegulation = {
      kind_word(NormKind::Regulation), kDuty, {"require", "enforced by"}};
  static const KindRules kAgreement = {
      kind_word(NormKind::Agreement), kDuty, {"require", "enforced by"}};
  static const KindRules kPractice = {
      kind_word(NormKind::Practice), kDuty, {"require", "enforced by"}};
  static const KindRules kApproval = {
      kind_word(NormKind::Approval),
      with({"decided by", "after approval", "unless", "effect", "enforced by", "relief by", "due",
            "vote", "tie", "appeal to", "lasting"}),
      {"decided by"}};
  static const KindRules kEnablement = {kind_word(NormKind::Enablement),
                                        with({"lifts", "cannot lift", "unless", "enforced by"}),
                                        {"applies when"}};
  static const KindRules kPrinciple = {
      kind_word(NormKind::Principle),
      with({"upheld by", "for each", "require", "forbid", "alternative", "unless"}),
      {"require"}};
  switch (kind) {
    case NormKind::Regulation: return kRegulation;
    case NormKind::Agreement: return kAgreement;
    case NormKind::Practice: return kPractice;
    case NormKind::Approval: return kApproval;
    case NormKind::Enablement: return kEnablement;
    case NormKind::Principle: return kPrinciple;
  }
  return kRegulation;
}

// What to write for a clause that a norm must have.
std::string help_for_missing(std::string_view clause) {
  if (clause == "require") {
    return "say what must hold, as in `require FACT at least VALUE`";
  }
  if (clause == "enforced by") {
    return "say who enforces it, as in `enforced by STAKEHOLDER through HOLDING`";
  }
  if (clause == "decided by") return "say who decides it, as in `decided by local.school_board`";
  return "say when it applies, as in `applies when FACT is VALUE`";
}

class NormChecker {
 public:
  NormChecker(const ast::NormDecl& declaration, NormId id, Scope& scope)
      : declaration_(declaration), scope_(scope), norm_(scope.program.norms[id.index]) {
    context_.pack = norm_.pack;
    context_.norm = id;
  }

  Norm check() {
    const KindRules& rules = rules_of(declaration_.kind);
    const auto clauses = accepted_clauses(
        declaration_.clauses, rules.allowed,
        {"topic", "confidence", "in force", "applies when", "for each", "effect", "decided by",
         "upheld by", "status", "due", "vote", "tie", "appeal to", "lasting"},
        rules.name, declaration_.name.text, scope_.diagnostics);
    // The variable of `for each` may stand in every condition but `applies when`.
    for (const ast::Clause* clause : clauses) {
      if (const auto* each = std::get_if<ast::ForEachClause>(clause)) read(*each);
    }
    for (const ast::Clause* clause : clauses) {
      std::visit([this](const auto& node) { read_any(node); }, *clause);
    }
    join_alternatives();
    for (const std::string_view word : rules.required) require_clause(clauses, word, rules.name);
    norm_.frame_size = context_.frame_size;
    return std::move(norm_);
  }

 private:
  void require_clause(const std::vector<const ast::Clause*>& clauses, std::string_view word,
                      std::string_view kind) {
    const bool there = std::any_of(clauses.begin(), clauses.end(), [&](const ast::Clause* clause) {
      const std::string_view words = clause_words(*clause);
      const bool requires_too = words == "forbid" || words == "alternative";
      return words == word || (word == "require" && requires_too);
    });
    if (there || any_broken(declaration_.clauses)) return;
    scope_.diagnostics
        .report(DiagnosticKind::MissingClause, declaration_.name.span, kind, declaration_.name.text,
                word)
        .help(help_for_missing(word));
  }

  template <typename Node>
  void read_any(const Node& node) {
    if constexpr (requires { read(node); } && !std::is_same_v<Node, ast::ForEachClause>) read(node);
  }

  void read(const ast::TopicClause& node) {
    const auto topic =
        find_or_report(scope_.topics, node.topic, DiagnosticKind::UnknownTopic, scope_.diagnostics);
    if (topic) norm_.topic = {*topic};
  }
  void read(const ast::CiteClause& node) { norm_.citations.push_back(citation(node)); }
  void read(const ast::SourceClause& node) { norm_.sources.push_back(node.url.value); }
  void read(const ast::ConfidenceClause& node) {
    norm_.confidence = confidence(node, scope_.diagnostics);
    if (node.note) norm_.confidence_note = node.note->value;
  }
  void read(const ast::NoteClause& node) { norm_.notes.push_back(node.text.value); }
  void read(const ast::RemedyClause& node) { norm_.remedies.push_back(node.text.value); }

  StakeholderId stakeholder(const ast::Name& name) {
    const auto found = find_or_report(scope_.stakeholders, name, DiagnosticKind::UnknownStakeholder,
                                      scope_.diagnostics);
    return found ? StakeholderId{*found} : StakeholderId{};
  }

  void read(const ast::EnforcedClause& node) {
    Enforcement enforcement;
    enforcement.by = stakeholder(node.stakeholder);
    enforcement.condition = whole_condition(node.condition);
    for (const ast::Name& word : node.through) {
      enforcement.through.push_back(
          choice_word(word, "stakeholder_holding", "thing that a stakeholder holds", scope_));
    }
    if (node.mechanism) enforcement.mechanism = node.mechanism->value;
    norm_.enforced.push_back(std::move(enforcement));
  }
  void read(const ast::UpheldClause& node) {
    norm_.enforced.push_back({stakeholder(node.stakeholder), {}, {}, ""});
  }
  void read(const ast::InForceClause& node) {
    ast::InForceClause plain = node;
    if (node.from && node.from->or_later) {
      plain.from->or_later.reset();
      norm_.begins_later = outside_instances([&](ExpressionContext& outside) {
        return check_value(*node.from->or_later, Type{.kind = TypeKind::Date}, outside, scope_);
      });
    }
    norm_.in_force = plain_period(plain, "a norm", scope_.diagnostics);
  }
  void read(const ast::SuspendedClause& node) {
    Suspension suspension;
    suspension.period = resolve_period(node.from, node.until, scope_.diagnostics);
    if (node.reason) suspension.reason = node.reason->value;
    norm_.suspensions.push_back(std::move(suspension));
  }
  void read(const ast::StatusClause& node) {
    static const std::vector<std::string> kStatuses = {"enacted", "pending"};
    if (node.note) norm_.status_note = node.note->value;
    if (node.status.text == "pending") {
      norm_.status = Status::Pending;
    } else if (node.status.text != "enacted") {
      scope_.diagnostics
          .report(DiagnosticKind::BadWord, node.status.span, node.status.text, "status")
          .help(suggest(node.status.text, kStatuses, "write `enacted` or `pending`"));
    }
  }
  void read(const ast::AppliesClause& node) { norm_.applies = whole_condition(node.condition); }

  // What is asked of the design as a whole cannot name the variable of `for each`.
  template <typename Check>
  ExprId outside_instances(Check check) {
    ExpressionContext outside = context_;
    outside.variables.clear();
    const std::optional<ExprId> checked = check(outside);
    context_.frame_size = std::max(context_.frame_size, outside.frame_size);
    return checked.value_or(ExprId{});
  }
  ExprId whole_condition(const std::optional<ast::Expr>& condition) {
    if (!condition) return {};
    return outside_instances(
        [&](ExpressionContext& outside) { return check_condition(*condition, outside, scope_); });
  }

  void read(const ast::ForEachClause& node) {
    ast::Expr list;
    list.node = node.list;
    const auto domain = check_expr(list, std::nullopt, context_, scope_);
    if (!domain) {
      bind_unknown(node);
      return;
    }
    const Type type = scope_.program.expr(*domain).type;
    Type element = type;
    element.is_set = false;
    if (type.kind == TypeKind::List) {
      element = Type{.kind = TypeKind::Record, .list = type.list};
    } else if (type.kind != TypeKind::Grade || !type.is_set) {
      scope_.diagnostics.report(DiagnosticKind::WrongType, node.list.span,
                                "a set of grades or a list", describe(type, scope_.program.types));
      bind_unknown(node);
      return;
    }
    ForEach each;
    each.variable = node.variable.text;
    each.over_grades = type.kind == TypeKind::Grade;
    each.domain = *domain;
    each.slot = context_.bind(node.variable.text, element);
    if (node.filter) {
      if (const auto filter = check_condition(*node.filter, context_, scope_))
        each.filter = *filter;
    }
    norm_.for_each = each;
  }

  // Keeps the other clauses from complaining about the variable as well.
  void bind_unknown(const ast::ForEachClause& node) {
    context_.bind(node.variable.text, Type{.kind = TypeKind::Unknown});
  }

  void read(const ast::RequireClause& node) {
    if (const auto condition = check_condition(node.condition, context_, scope_)) {
      norm_.requirements.push_back(*condition);
    }
  }
  void read(const ast::ForbidClause& node) {
    if (const auto condition = check_condition(node.condition, context_, scope_)) {
      norm_.requirements.push_back(add_operation(Op::Not, node.span, {*condition}));
    }
  }
  void read(const ast::AlternativeClause& node) {
    Alternative alternative;
    alternative.title = node.title.value;
    alternative.span = node.span;
    if (node.cite) alternative.citation = citation(*node.cite);
    if (const auto condition = check_condition(node.condition, context_, scope_)) {
      alternative.condition = *condition;
      norm_.alternatives.push_back(std::move(alternative));
    }
  }
  void read(const ast::UnlessClause& node) {
    Exception exception;
    exception.title = node.title.value;
    exception.span = node.span;
    if (node.cite) exception.citation = citation(*node.cite);
    const auto condition = check_condition(node.condition, context_, scope_);
    std::vector<ExprId> all;
    if (condition) all.push_back(*condition);
    for (const ast::ButNot& but : node.but_not) {
      const auto taken_away = check_condition(but.condition, context_, scope_);
      if (!taken_away) return;
      CounterException counter{but.title.value, *taken_away, std::nullopt, but.span};
      if (but.cite) counter.citation = citation(*but.cite);
      exception.but_not.push_back(std::move(counter));
      all.push_back(add_operation(Op::Not, but.span, {*taken_away}));
    }
    if (!condition) return;
    exception.condition = all.size() == 1 ? all.front() : add_operation(Op::And, node.span, all);
    norm_.exceptions.push_back(std::move(exception));
  }

  // A yes/no operation that no text of its own stands for.
  ExprId add_operation(Op op, Span span, std::vector<ExprId> operands) {
    auto& exprs = scope_.program.exprs;
    exprs.push_back(
        {op, Type{.kind = TypeKind::Boolean}, span, 0, std::move(operands), std::nullopt});
    return {static_cast<std::uint32_t>(exprs.size() - 1)};
  }

  // The alternatives are one requirement: that some of them holds.
  void join_alternatives() {
    const auto& alternatives = norm_.alternatives;
    if (alternatives.empty()) return;
    if (alternatives.size() == 1) {
      norm_.requirements.push_back(alternatives.front().condition);
      return;
    }
    std::vector<ExprId> conditions;
    conditions.reserve(alternatives.size());
    for (const Alternative& each : alternatives) conditions.push_back(each.condition);
    norm_.requirements.push_back(add_operation(
        Op::Or, join(alternatives.front().span, alternatives.back().span), conditions));
  }

  void check_may_be_lifted(const std::vector<LiftTarget>& targets) {
    for (const LiftTarget& target : targets) {
      if (target.kind != LiftKind::Norm) continue;
      const Norm& lifted = scope_.program.norms[target.index];
      if (lifted.kind != NormKind::Enablement && lifted.kind != NormKind::Principle) continue;
      scope_.diagnostics
          .report(DiagnosticKind::CannotLift, target.span, norm_.name,
                  std::string(rules_of(lifted.kind).name), lifted.name)
          .help("only regulations, agreements, practices and approvals are lifted");
    }
  }
  void read(const ast::LiftsClause& node) {
    const std::vector<LiftTarget> targets = lift_targets(node.targets, norm_.pack, scope_);
    check_may_be_lifted(targets);
    norm_.lifts.insert(norm_.lifts.end(), targets.begin(), targets.end());
  }
  void read(const ast::CannotLiftClause& node) {
    norm_.cannot_lift.push_back(reach_limit(node, norm_.pack, scope_));
    check_may_be_lifted(norm_.cannot_lift.back().targets);
  }

  void read(const ast::EffectClause& node) {
    const auto effect = parse_effect(node.effect.text);
    if (!effect) {
      const std::vector<std::string> words(kEffectWords.begin(), kEffectWords.end());
      scope_.diagnostics
          .report(DiagnosticKind::BadWord, node.effect.span, node.effect.text, "kind of effect")
          .help(suggest(node.effect.text, words, "write one of " + list_words(words)));
      return;
    }
    norm_.effect = *effect;
    if (node.description) norm_.effect_description = node.description->value;
    if (!node.amount) return;
    const auto amount = check_expr(*node.amount, std::nullopt, context_, scope_);
    if (!amount) return;
    const Type& type = scope_.program.expr(*amount).type;
    if (is_number(type)) {
      norm_.effect_amount = *amount;
      return;
    }
    scope_.diagnostics.report(DiagnosticKind::WrongType, ast::span_of(*node.amount),
                              "an amount or a share", describe(type, scope_.program.types));
  }

  void read(const ast::ReliefClause& node) {
    ReliefRoute route;
    route.granter = {stakeholder(node.granter), whole_condition(node.condition)};
    route.span = node.span;
    for (const ast::Name& part : node.repeated) {
      scope_.diagnostics
          .report(DiagnosticKind::DuplicateClause, part.span, part.text, "relief by",
                  node.granter.text)
          .help("keep one of the two; another way out is a `relief by` of its own");
    }
    if (node.under) route.under = node.under->value;
    if (node.due) route.due = node.due->value;
    if (node.note) route.note = node.note->value;
    if (node.vote) route.vote = node.vote->value;
    if (node.applicant) route.applicant = stakeholder(*node.applicant);
    if (node.lasting) {
      if (const auto period = duration(*node.lasting, scope_)) {
        route.lasting = period->amount;
        route.lasting_unit = period->unit;
      }
    }
    route.renewal = renewal(node.renewal);
    norm_.reliefs.push_back(std::move(route));
  }

  void read(const ast::DecidedClause& node) {
    norm_.decided_by = stakeholder(node.stakeholder);
    if (!node.within) return;
    if (const auto period = duration(*node.within, scope_)) {
      norm_.within = period->amount;
      norm_.within_unit = period->unit;
    }
  }
  void read(const ast::DueClause& node) { norm_.due = node.when.value; }
  void read(const ast::VoteClause& node) { norm_.vote = node.majority.value; }
  void read(const ast::TieClause& node) { norm_.tie = node.rule.value; }
  void read(const ast::LastingClause& node) {
    if (const auto period = duration(node.period, scope_)) {
      norm_.lasting = period->amount;
      norm_.lasting_unit = period->unit;
    }
    norm_.renewal = renewal(node.renewal);
  }
  void read(const ast::AppealClause& node) {
    Appeal appeal;
    appeal.to = stakeholder(node.stakeholder);
    if (node.within) {
      if (const auto period = duration(*node.within, scope_)) {
        appeal.within = period->amount;
        appeal.within_unit = period->unit;
      }
    }
    if (node.note) appeal.note = node.note->value;
    norm_.appeal = std::move(appeal);
  }
  void read(const ast::AfterClause& node) {
    const auto approval = find_or_report(scope_.norms, node.approval, DiagnosticKind::UnknownNorm,
                                         scope_.diagnostics);
    if (!approval) return;
    const Norm& other = scope_.program.norms[*approval];
    if (other.kind != NormKind::Approval) {
      scope_.diagnostics
          .report(DiagnosticKind::NotApproval, node.approval.span, other.name,
                  "of the kind " + std::string(rules_of(other.kind).name))
          .label(other.name_span, "declared here")
          .help("after what no body decides, say when it applies: `applies when CONDITION`");
      return;
    }
    check_may_use(norm_.pack, other.pack, node.approval, scope_);
    norm_.after.push_back({*approval});
  }

  const ast::NormDecl& declaration_;
  Scope& scope_;
  ExpressionContext context_;
  Norm norm_;
};

}  // namespace

void check_norms(std::span<const ast::Document> documents, Scope& scope) {
  for (const ast::Document& document : documents) {
    for (const ast::Declaration& declaration : document.declarations) {
      const auto* norm = std::get_if<ast::NormDecl>(&declaration);
      if (norm == nullptr) continue;
      const auto at = scope.norms.find(norm->name.text);
      if (at == scope.norms.end() || scope.program.norms[at->second].name_span != norm->name.span) {
        continue;
      }
      const NormId id{at->second};
      Norm checked = NormChecker(*norm, id, scope).check();
      scope.program.norms[id.index] = std::move(checked);
    }
  }
}

}  // namespace dsl::sema
