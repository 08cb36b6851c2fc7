// `test` declarations: the facts that a test sets, and what it expects of which norm.
#include <algorithm>
#include <array>

#include "dsl/diagnostics/suggest.h"
#include "dsl/sema/check_expression.h"
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

// Keeps the members sorted and without repeats; false when it was there.
template <typename T>
bool add_member(std::vector<T>& members, const T& member) {
  const auto at = std::lower_bound(members.begin(), members.end(), member);
  if (at != members.end() && *at == member) return false;
  members.insert(at, member);
  return true;
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

  static std::optional<FactState> state_word(const ast::Expr& expr) {
    if (std::holds_alternative<ast::UnknownLiteral>(expr.node)) return FactState::Unknown;
    const auto* name = std::get_if<ast::Name>(&expr.node);
    if (name == nullptr) return std::nullopt;
    if (name->text == "absent") return FactState::Absent;
    if (name->text == "not_applicable") return FactState::NotApplicable;
    return std::nullopt;
  }

  void read(const ast::WithFact& node) {
    const auto index =
        find_or_report(scope_.facts, node.fact, DiagnosticKind::UnknownFact, scope_.diagnostics);
    if (!index) return;
    TestFact fact;
    fact.fact = {*index};
    fact.span = node.span;
    Type type = scope_.program.facts[*index].type;
    if (node.grade_key) {
      fact.grade = parse_grade(node.grade_key->text);
      if (!fact.grade || !type.by_grade) {
        scope_.diagnostics.report(DiagnosticKind::WrongType, node.grade_key->span,
                                  "a grade, after a table by grade",
                                  "`" + node.grade_key->text + "`");
        return;
      }
    }
    type.by_grade = false;
    if (node.values.size() == 1) {
      if (const auto state = state_word(node.values.front())) {
        if (!may_have_state(type, *state)) {
          scope_.diagnostics
              .report(DiagnosticKind::YesOrNoOnly, ast::span_of(node.values.front()),
                      node.fact.text, *state == FactState::Absent ? "absent" : "not_applicable")
              .help("write `no` if it is not so, `unknown` if it is not known");
          return;
        }
        fact.state = *state;
        test_.facts.push_back(std::move(fact));
        return;
      }
    }
    if (type.kind == TypeKind::List) {
      scope_.diagnostics
          .report(DiagnosticKind::WrongType, node.span, "`unknown` or `absent` for a list",
                  "a value")
          .help("put the records into a design file and name it with `given`");
      return;
    }
    if (const auto value = constant(node.values, type)) {
      const auto* number = std::get_if<Rational>(&*value);
      if (type.kind == TypeKind::Count && number != nullptr && number->denominator() != 1) {
        scope_.diagnostics
            .report(DiagnosticKind::WrongType, ast::span_of(node.values.front()), "a whole number",
                    "a fraction")
            .help("a count is a number of things; no design can state this value");
        return;
      }
      fact.value = *value;
      test_.facts.push_back(std::move(fact));
    }
  }

  // Several values make a set.
  std::optional<Value> constant(const std::vector<ast::Expr>& values, const Type& type) {
    if (type.kind == TypeKind::Grade && type.is_set) {
      const auto grades = grade_set(values, scope_);
      return grades ? std::optional<Value>(*grades) : std::nullopt;
    }
    if (!type.is_set) {
      if (values.size() == 1) return check_constant(values.front(), type, scope_);
      scope_.diagnostics.report(DiagnosticKind::WrongType, ast::span_of(values.front()),
                                describe(type, scope_.program.types), "several values");
      return std::nullopt;
    }
    Type element = type;
    element.is_set = false;
    ChoiceSet choices;
    TextSet texts;
    for (const ast::Expr& expr : values) {
      const auto value = check_constant(expr, element, scope_);
      if (!value) return std::nullopt;
      const bool fresh = std::holds_alternative<ChoiceValue>(*value)
                             ? add_member(choices.members, std::get<ChoiceValue>(*value))
                             : add_member(texts.members, std::get<std::string>(*value));
      if (!fresh) {
        scope_.diagnostics.report(DiagnosticKind::DuplicateKey, ast::span_of(expr),
                                  format_value(*value, element, scope_.program.types));
      }
    }
    if (type.kind == TypeKind::Choice) return choices;
    return texts;
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
        for (const FactId field : scope_.program.facts[list->second].fields) {
          if (scope_.program.facts[field.index].name == name.text.substr(dot + 1)) return field;
        }
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
      if (!meant.empty()) {
        scope_.diagnostics
            .report(DiagnosticKind::BadWord, node.verdict.span, node.verdict.text, "verdict")
            .help("did you mean `" + meant + "`?");
        return;
      }
      scope_.diagnostics
          .report(DiagnosticKind::BadWord, node.verdict.span, node.verdict.text, "verdict")
          .help(suggest(node.verdict.text, words, "the verdicts are " + list_words(words)));
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
