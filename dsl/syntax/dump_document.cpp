// Declarations and clauses as lines of nested lists, one clause a line.
#include <array>
#include <concepts>
#include <string_view>

#include "dsl/syntax/dump.h"
#include "dsl/syntax/norm_words.h"

namespace dsl {
namespace {

using namespace std::string_view_literals;

constexpr std::array kLifts = {"norm"sv, "pack"sv, "topic"sv, "enforcer"sv};

// The parts of clauses, each as one item of a list.
struct Items {
  static std::string item(const ast::Name& name) { return name.text; }
  static std::string item(const ast::Text& text) { return "\"" + text.value + "\""; }
  static std::string item(const ast::Url& url) { return "<" + url.value + ">"; }
  static std::string item(const ast::DateText& date) { return "(date " + date.text + ")"; }
  static std::string item(const ast::Number& number) { return dump(ast::Expr{number}); }
  static std::string item(const ast::Expr& expr) { return dump(expr); }
  static std::string item(std::string_view word) { return std::string(word); }
  template <std::same_as<bool> Flag>
  static std::string item(Flag flag) {
    return flag ? "yes" : "no";
  }

  // `(HEAD A B C)`
  template <typename... Parts>
  static std::string row(std::string_view head, const Parts&... parts) {
    return "(" + std::string(head) + ((" " + item(parts)) + ... + "") + ")";
  }

  static std::string item(const ast::LiftTarget& target) {
    return row(kLifts.at(static_cast<std::size_t>(target.kind)), target.name);
  }
  static std::string item(const ast::CiteClause& node) {
    return row("cite", node.citation, node.url);
  }
  static std::string item(const ast::AskClause& node) {
    return row("ask", node.question, node.whom);
  }
  static std::string item(const ast::TypeExpr& type) {
    struct Base {
      std::string operator()(const ast::NamedType& node) const {
        return row("unit", node.words.words);
      }
      std::string operator()(const ast::OneOfType& node) const {
        return row("one-of", node.values);
      }
    };
    return row("type", type.is_set ? "set"sv : "one"sv, std::visit(Base{}, type.base),
               type.by_grade ? "by-grade"sv : "plain"sv);
  }
  static std::string item(const ast::FormalParameter& formal) {
    return row("formal", formal.name, formal.type);
  }
  static std::string item(const ast::TableKeys& column) {
    return row(column.otherwise ? "else" : "keys", column.keys);
  }
  static std::string item(const ast::InForceFrom& from) {
    return row("from", from.date, from.or_later);
  }
  static std::string item(const ast::Renewal& renewal) {
    return row("renewable", std::string_view(renewal.times));
  }
  static std::string item(const ast::ButNot& node) {
    return row("but-not", node.title, node.condition, node.cite);
  }
  static std::string item(const ast::TableRow& table) {
    return row("row", table.columns, table.value);
  }
  static std::string item(const ast::DatedValues& values) {
    return row("values", values.from, values.until, values.rows);
  }
  static std::string item(const ast::RequireClause& node) { return row("require", node.condition); }
  static std::string item(const ast::FactDecl& fact) {
    return row("fact", fact.names, fact.type, fact.meaning, fact.ask, fact.computed, fact.required);
  }
  static std::string item(const ast::WithFact& with) {
    return row("fact", with.fact, with.grade_key, with.values);
  }
  static std::string item(const ast::WithItem& with) {
    struct Writer {
      std::string operator()(const ast::WithFact& node) const { return Items::item(node); }
      std::string operator()(const ast::WithDetermination& node) const {
        return row("determination", node.norm, node.stakeholder, node.holds);
      }
      std::string operator()(const ast::WithApproval& node) const {
        return row("approval", node.norm, node.result);
      }
      std::string operator()(const ast::WithReading& node) const {
        return row("reading", node.term, node.reading);
      }
      std::string operator()(const ast::WithRecord& node) const {
        return row("record", node.record, std::string_view(node.position.value_or("-")), node.list,
                   node.fields);
      }
      std::string operator()(const ast::WithRelief& node) const {
        return row("relief", node.norm, node.stakeholder, node.from, node.until);
      }
    };
    return std::visit(Writer{}, with);
  }
  static std::string item(const ast::Leeway& leeway) {
    return row("leeway", leeway.negative ? "-"sv : "+"sv, leeway.amount);
  }

  template <typename T>
  static std::string item(const std::optional<T>& part) {
    return part ? item(*part) : "-";
  }
  template <typename T>
  static std::string item(const std::vector<T>& parts) {
    std::string text;
    for (const T& part : parts) text += (text.empty() ? "" : " ") + item(part);
    return "[" + text + "]";
  }
};

template <typename T>
std::string item(const T& part) {
  return Items::item(part);
}

template <typename... Parts>
std::string row(std::string_view head, const Parts&... parts) {
  return Items::row(head, parts...);
}

struct ClauseWriter {
  std::string operator()(const ast::UsesClause& node) const { return row("uses", node.packs); }
  std::string operator()(const ast::VerifiedClause& node) const { return row("verified", node.on); }
  std::string operator()(const ast::CiteClause& node) const { return item(node); }
  std::string operator()(const ast::SourceClause& node) const { return row("source", node.url); }
  std::string operator()(const ast::TopicClause& node) const { return row("topic", node.topic); }
  std::string operator()(const ast::ConfidenceClause& node) const {
    return row("confidence", node.level, node.note);
  }
  std::string operator()(const ast::NoteClause& node) const { return row("note", node.text); }
  std::string operator()(const ast::RemedyClause& node) const { return row("remedy", node.text); }
  std::string operator()(const ast::EnforcedClause& node) const {
    return row("enforced", node.stakeholder, node.condition, node.through, node.mechanism);
  }
  std::string operator()(const ast::UpheldClause& node) const {
    return row("upheld", node.stakeholder);
  }
  std::string operator()(const ast::InForceClause& node) const {
    return row("in-force", node.from, node.until);
  }
  std::string operator()(const ast::AppliesClause& node) const {
    return row("applies", node.condition);
  }
  std::string operator()(const ast::ForEachClause& node) const {
    return row("for-each", node.variable, node.list, node.filter);
  }
  std::string operator()(const ast::RequireClause& node) const { return item(node); }
  std::string operator()(const ast::UnlessClause& node) const {
    return row("unless", node.title, node.condition, node.cite, node.but_not);
  }
  std::string operator()(const ast::ForbidClause& node) const {
    return row("forbid", node.condition);
  }
  std::string operator()(const ast::AlternativeClause& node) const {
    return row("alternative", node.title, node.condition, node.cite);
  }
  std::string operator()(const ast::StatusClause& node) const {
    return row("status", node.status, node.note);
  }
  std::string operator()(const ast::SuspendedClause& node) const {
    return row("suspended", node.from, node.until, node.reason);
  }
  std::string operator()(const ast::GrantedClause& node) const {
    return row("granted", node.stakeholder, node.condition);
  }
  std::string operator()(const ast::AppliedClause& node) const {
    return row("applied-for", node.stakeholder);
  }
  std::string operator()(const ast::ReachesClause& node) const {
    return row("reaches", node.targets);
  }
  std::string operator()(const ast::CannotReachClause& node) const {
    return row("cannot-reach", node.targets, node.reason);
  }
  std::string operator()(const ast::LastingClause& node) const {
    return row("lasting", node.period, node.renewal);
  }
  std::string operator()(const ast::DueClause& node) const { return row("due", node.when); }
  std::string operator()(const ast::VoteClause& node) const { return row("vote", node.majority); }
  std::string operator()(const ast::TieClause& node) const { return row("tie", node.rule); }
  std::string operator()(const ast::AppealClause& node) const {
    return row("appeal", node.stakeholder, node.within, node.note);
  }
  std::string operator()(const ast::ReadingClause& node) const {
    return row("reading", node.name, node.title, node.body);
  }
  std::string operator()(const ast::LiftsClause& node) const { return row("lifts", node.targets); }
  std::string operator()(const ast::CannotLiftClause& node) const {
    return row("cannot-lift", node.targets, node.reason);
  }
  std::string operator()(const ast::EffectClause& node) const {
    return row("effect", node.effect, node.description, node.amount);
  }
  std::string operator()(const ast::ReliefClause& node) const {
    return row("relief", node.granter, node.condition, node.applicant, node.vote, node.under,
               node.due, node.lasting, node.renewal, node.note);
  }
  std::string operator()(const ast::DecidedClause& node) const {
    return row("decided", node.stakeholder, node.within);
  }
  std::string operator()(const ast::AfterClause& node) const { return row("after", node.approval); }
  std::string operator()(const ast::KindClause& node) const { return row("kind", node.kind); }
  std::string operator()(const ast::HoldsClause& node) const { return row("holds", node.holdings); }
  std::string operator()(const ast::UpholdsClause& node) const {
    return row("upholds", node.values);
  }
  std::string operator()(const ast::AskClause& node) const { return item(node); }
  std::string operator()(const ast::AsClause& node) const { return row("as", node.body); }
  std::string operator()(const ast::GivenClause& node) const { return row("given", node.path); }
  std::string operator()(const ast::WithClause& node) const { return row("with", node.items); }
  std::string operator()(const ast::AsOfClause& node) const { return row("as-of", node.date); }
  std::string operator()(const ast::ExpectClause& node) const {
    return row("expect", node.verdict, node.norm, node.grades, node.leeway, node.needs);
  }
  std::string operator()(const ast::BrokenClause&) const { return "(broken)"; }
};

struct DeclarationWriter {
  std::string operator()(const ast::PackDecl& decl) const {
    return row("pack", decl.name, decl.title) + clauses(decl.clauses);
  }
  std::string operator()(const ast::StakeholderDecl& decl) const {
    return row("stakeholder", decl.name, decl.title) + clauses(decl.clauses);
  }
  std::string operator()(const ast::TopicDecl& decl) const {
    return row("topic", decl.name, decl.title);
  }
  std::string operator()(const ast::UnitDecl& decl) const {
    return row("unit", decl.singular, decl.plural, decl.title, decl.equals);
  }
  std::string operator()(const ast::ChoiceDecl& decl) const {
    return row("choice", decl.name, decl.title, decl.values);
  }
  std::string operator()(const ast::VocabularyDecl& decl) const {
    return row("vocabulary", decl.name, decl.title) + lines(decl.facts);
  }
  std::string operator()(const ast::GroupDecl& decl) const {
    return row("group", decl.name, decl.title) + lines(decl.facts);
  }
  std::string operator()(const ast::ListDecl& decl) const {
    return row("list", decl.name, decl.record, decl.title) + lines(decl.facts);
  }
  std::string operator()(const ast::ParameterDecl& decl) const {
    return row("parameter", decl.name, decl.parameters, decl.type, decl.meaning) +
           clauses(decl.clauses) + lines(decl.values);
  }
  std::string operator()(const ast::DefineDecl& decl) const {
    return row("define", decl.name, decl.parameters, decl.type, decl.meaning) +
           clauses(decl.clauses);
  }
  std::string operator()(const ast::ReliefDecl& decl) const {
    return row("relief", decl.name, decl.title) + clauses(decl.clauses);
  }
  std::string operator()(const ast::NormDecl& decl) const {
    return row(ast::kind_word(decl.kind), decl.name, decl.title) + clauses(decl.clauses);
  }
  std::string operator()(const ast::TestDecl& decl) const {
    return row("test", decl.title) + clauses(decl.clauses);
  }
  std::string operator()(const ast::BrokenDecl&) const { return "(broken)"; }

  template <typename Clause>
  static std::string clauses(const std::vector<Clause>& all) {
    std::string text;
    for (const Clause& clause : all) text += "\n  " + std::visit(ClauseWriter{}, clause);
    return text;
  }

  template <typename T>
  static std::string lines(const std::vector<T>& all) {
    std::string text;
    for (const T& one : all) text += "\n  " + item(one);
    return text;
  }
};

}  // namespace

std::string dump(const ast::Document& document) {
  std::string text;
  for (const ast::Declaration& declaration : document.declarations) {
    text += std::visit(DeclarationWriter{}, declaration) + "\n";
  }
  return text;
}

}  // namespace dsl
