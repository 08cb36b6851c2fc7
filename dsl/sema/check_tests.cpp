// `test` declarations: the facts that a test sets, and what it expects of which norm.
#include <algorithm>
#include <array>

#include "dsl/diagnostics/suggest.h"
#include "dsl/sema/check_test_facts.h"
#include "dsl/sema/literals.h"
#include "dsl/sema/scope.h"
#include "dsl/sema/words.h"

namespace dsl::sema {
namespace {

// The verdict for a word that other tests or people use.
std::string verdict_meant(std::string_view word) {
  constexpr std::array<std::string_view, 7> kClear = {"pass", "passes", "ok",       "allowed",
                                                      "met",  "holds",  "satisfied"};
  constexpr std::array<std::string_view, 7> kConflict = {
      "fail", "fails", "violated", "violates", "violation", "blocked", "conflicts"};
  if (std::find(kClear.begin(), kClear.end(), word) != kClear.end()) return "clear";
  if (std::find(kConflict.begin(), kConflict.end(), word) != kConflict.end()) return "conflict";
  if (word == "unknown" || word == "unclear") return "cannot_tell";
  return {};
}

class TestChecker {
 public:
  explicit TestChecker(Scope& scope) : scope_(scope) {}

  TestCase check(const ast::TestDecl& declaration) {
    test_.title = declaration.title.value;
    test_.span = declaration.title.span;
    for (const ast::TestClause& clause : declaration.clauses) {
      std::visit([this](const auto& node) { read(node); }, clause);
    }
    if (!expects_) {
      scope_.diagnostics
          .report(DiagnosticKind::MissingClause, declaration.title.span, "test",
                  declaration.title.value, "expect")
          .help("say what must come out, as in `expect conflict NORM`");
    }
    return std::move(test_);
  }

 private:
  // What could not be read may have been the expectation.
  void read(const ast::BrokenClause&) { expects_ = true; }
  void read(const ast::GivenClause& node) {
    test_.given = node.path.value;
    test_.given_span = node.path.span;
  }
  void read(const ast::AsOfClause& node) {
    test_.as_of = resolve_date(node.date, scope_.diagnostics);
  }
  void read(const ast::WithClause& node) {
    for (const ast::WithItem& item : node.items) {
      std::visit([this](const auto& part) { read(part); }, item);
    }
  }

  NormId norm(const ast::Name& name) {
    const auto found =
        find_or_report(scope_.norms, name, DiagnosticKind::UnknownNorm, scope_.diagnostics);
    return found ? NormId{*found} : NormId{};
  }
  StakeholderId stakeholder(const ast::Name& name) {
    const auto found = find_or_report(scope_.stakeholders, name, DiagnosticKind::UnknownStakeholder,
                                      scope_.diagnostics);
    return found ? StakeholderId{*found} : StakeholderId{};
  }

  void read(const ast::WithFact& node) {
    if (auto fact = check_test_fact(node, scope_)) test_.facts.push_back(std::move(*fact));
  }
  void read(const ast::WithRecord& node) {
    if (auto record = check_test_record(node, scope_)) test_.records.push_back(std::move(*record));
  }

  void read(const ast::WithDetermination& node) {
    test_.determinations.push_back({norm(node.norm), stakeholder(node.stakeholder), node.holds});
  }
  void read(const ast::WithApproval& node) {
    if (node.result.text != "granted" && node.result.text != "refused") {
      scope_.diagnostics
          .report(DiagnosticKind::BadWord, node.result.span, node.result.text,
                  "result of an approval")
          .help("write `granted` or `refused`");
    }
    test_.approvals.push_back({norm(node.norm), node.result.text == "granted"});
  }
  void read(const ast::WithRelief& node) {
    TestRelief relief;
    if (const auto at = scope_.reliefs.find(node.norm.text); at != scope_.reliefs.end()) {
      relief.declared = {at->second};
    } else {
      relief.norm = norm(node.norm);
    }
    relief.by = stakeholder(node.stakeholder);
    relief.period = resolve_period(node.from, node.until, scope_.diagnostics);
    test_.reliefs.push_back(relief);
  }

  void read(const ast::WithReading& node) {
    const auto term = find_or_report(scope_.definitions, node.term, DiagnosticKind::UnknownFunction,
                                     scope_.diagnostics);
    if (!term) return;
    const auto& readings = scope_.program.definitions[*term].readings;
    std::vector<std::string> names;
    names.reserve(readings.size());
    for (const Reading& each : readings) names.push_back(each.name);
    const auto at = std::find(names.begin(), names.end(), node.reading.text);
    if (at == names.end()) {
      scope_.diagnostics
          .report(DiagnosticKind::BadWord, node.reading.span, node.reading.text,
                  "reading of `" + node.term.text + "`")
          .help(names.empty()
                    ? "it is defined in one way only"
                    : suggest(node.reading.text, names, "the readings are " + list_words(names)));
      return;
    }
    test_.readings.push_back({{*term}, static_cast<std::uint32_t>(at - names.begin())});
  }

  FactId fact_or_field(const ast::Name& name) {
    if (const auto at = scope_.facts.find(name.text); at != scope_.facts.end()) return {at->second};
    const std::size_t dot = name.text.rfind('.');
    if (dot != std::string::npos) {
      const auto list = scope_.facts.find(name.text.substr(0, dot));
      if (list != scope_.facts.end()) {
        const FactId field = find_field(scope_.program, {list->second}, name.text.substr(dot + 1));
        if (field.valid()) return field;
      }
    }
    find_or_report(scope_.facts, name, DiagnosticKind::UnknownFact, scope_.diagnostics);
    return {};
  }

  void read(const ast::ExpectClause& node) {
    expects_ = true;
    TestExpectation expectation;
    expectation.span = node.span;
    expectation.verdict = node.verdict.text;
    if (std::find(kVerdictWords.begin(), kVerdictWords.end(), node.verdict.text) ==
        kVerdictWords.end()) {
      const std::vector<std::string> words(kVerdictWords.begin(), kVerdictWords.end());
      const std::string meant = verdict_meant(node.verdict.text);
      scope_.diagnostics
          .report(DiagnosticKind::BadWord, node.verdict.span, node.verdict.text, "verdict")
          .help(meant.empty()
                    ? suggest(node.verdict.text, words, "the verdicts are " + list_words(words))
                    : "did you mean `" + meant + "`?");
      return;
    }
    expectation.norm = norm(node.norm);
    if (!expectation.norm.valid()) return;
    if (!node.grades.empty()) {
      const auto grades = grade_set(node.grades, scope_);
      if (!grades) return;
      expectation.grades = *grades;
    }
    if (node.leeway) {
      const auto amount = number_constant(node.leeway->amount, scope_);
      if (!amount) return;
      const auto value = std::get<Rational>(amount->value);
      expectation.leeway = node.leeway->negative ? negate(value) : value;
      expectation.leeway_type = amount->type;
    }
    for (const ast::Name& name : node.needs) {
      const FactId fact = fact_or_field(name);
      if (fact.valid()) expectation.needs.push_back(fact);
    }
    test_.expectations.push_back(std::move(expectation));
  }

  Scope& scope_;
  TestCase test_;
  bool expects_ = false;
};

}  // namespace

void check_tests(std::span<const ast::Document> documents, Scope& scope) {
  for (const ast::Document& document : documents) {
    for (const ast::Declaration& declaration : document.declarations) {
      if (const auto* test = std::get_if<ast::TestDecl>(&declaration)) {
        scope.program.tests.push_back(TestChecker(scope).check(*test));
      }
    }
  }
}

}  // namespace dsl::sema
