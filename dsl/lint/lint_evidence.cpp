// Whether a reader can tell where a rule comes from, how it is enforced and what to do about it.
#include <algorithm>
#include <variant>

#include "dsl/lint/findings.h"
#include "dsl/syntax/norm_words.h"

namespace dsl::linting {
namespace {

// After so many years a verification is too old.
constexpr int kYearsOfTrust = 2;

bool has_address(const std::vector<Citation>& citations) {
  return std::any_of(citations.begin(), citations.end(),
                     [](const Citation& citation) { return !citation.url.empty(); });
}

// For whatever has citations, sources and a degree of confidence.
template <typename T>
void lint_reading(const T& declared, std::string_view kind, Span span, Findings& findings) {
  // What is recalled was read on no page.
  if (declared.confidence == Confidence::Recalled || declared.citations.empty()) return;
  if (!declared.sources.empty() || has_address(declared.citations)) return;
  findings.report(DiagnosticKind::NoSource, span, kind, declared.name)
      .help("add `source <https://...>`, or say `confidence recalled`");
}

void lint_norm(const Norm& norm, Findings& findings) {
  const std::string_view kind = ast::kind_word(norm.kind);
  if (norm.citations.empty() && norm.kind != NormKind::Principle) {
    findings.report(DiagnosticKind::NoCitation, norm.name_span, kind, norm.name)
        .help("add `cite \"...\"`, the text that says so");
  }
  if (norm.remedies.empty() && is_duty(norm.kind)) {
    findings.report(DiagnosticKind::NoRemedy, norm.name_span, kind, norm.name)
        .help("add `remedy \"...\"`, what a design could change");
  }
  if (norm.confidence == Confidence::Recalled && norm.confidence_note.empty()) {
    findings.report(DiagnosticKind::RecalledWithoutText, norm.name_span, kind, norm.name)
        .help("say what was not read: `confidence recalled \"...\"`");
  }
  lint_reading(norm, kind, norm.name_span, findings);
}

// 0 and 1 count and compare; they are no figures that somebody set.
bool is_figure(const TypedExpr& expr) {
  if (expr.op != Op::Constant || !expr.constant) return false;
  if (const auto* number = std::get_if<Rational>(&*expr.constant)) {
    return *number != Rational(0) && *number != Rational(1);
  }
  return std::holds_alternative<TimeOfDay>(*expr.constant) ||
         std::holds_alternative<Date>(*expr.constant);
}

bool has_figure(ExprId id, const Program& program) {
  if (!id.valid()) return false;  // an operand that may be left out, such as a filter
  const TypedExpr& expr = program.expr(id);
  return is_figure(expr) ||
         std::any_of(expr.operands.begin(), expr.operands.end(),
                     [&](ExprId operand) { return has_figure(operand, program); });
}

void report_figures(std::string_view kind, const std::string& name, Span span, Findings& findings) {
  findings.report(DiagnosticKind::FiguresWithoutCitation, span, kind, name)
      .help("add `cite \"...\"`, the text that sets them");
}

void lint_holdings(const ast::NormDecl& norm, Findings& findings) {
  if (!is_duty(norm.kind)) return;
  for (const ast::Clause& clause : norm.clauses) {
    const auto* enforced = std::get_if<ast::EnforcedClause>(&clause);
    if (enforced == nullptr || !enforced->through.empty()) continue;
    findings
        .report(DiagnosticKind::NoHolding, enforced->stakeholder.span, enforced->stakeholder.text)
        .help("say what it holds over a design: `enforced by " + enforced->stakeholder.text +
              " through ...`");
  }
}

Date years_later(Date date, int years) {
  const int year = year_of(date) + years;
  const auto same_day = make_date(year, month_of(date), day_of(date));
  // Only 29 February can be missing.
  return same_day ? *same_day : make_date(year, 2, 28).value_or(date);
}

void lint_pack(const ast::PackDecl& pack, Date as_of, Findings& findings) {
  for (const ast::Clause& clause : pack.clauses) {
    const auto* verified = std::get_if<ast::VerifiedClause>(&clause);
    const auto on = verified == nullptr ? std::nullopt : parse_date(verified->on.text);
    if (!on || years_later(*on, kYearsOfTrust) >= as_of) continue;
    findings
        .report(DiagnosticKind::StaleVerification, verified->on.span, pack.name.text,
                verified->on.text, kYearsOfTrust, format_date(as_of))
        .help("read its sources again and write the day on which you did");
  }
}

}  // namespace

void lint_evidence(std::span<const ast::Document> documents, const Program& program,
                   const LintOptions& options, Findings& findings) {
  const TypedProgram& typed = program.typed();
  for (const Norm& norm : typed.norms) lint_norm(norm, findings);
  for (const Parameter& parameter : typed.parameters) {
    if (parameter.citations.empty()) {
      report_figures("parameter", parameter.name, parameter.span, findings);
    }
    lint_reading(parameter, "parameter", parameter.span, findings);
  }
  for (const Definition& definition : typed.definitions) {
    const std::vector<ExprId> bodies = bodies_of(definition);
    const bool figures = std::any_of(bodies.begin(), bodies.end(),
                                     [&](ExprId body) { return has_figure(body, program); });
    if (definition.citations.empty() && figures) {
      report_figures("definition", definition.name, definition.span, findings);
    }
  }
  for (const ast::Document& document : documents) {
    for (const ast::Declaration& declaration : document.declarations) {
      if (const auto* norm = std::get_if<ast::NormDecl>(&declaration)) {
        lint_holdings(*norm, findings);
      } else if (const auto* pack = std::get_if<ast::PackDecl>(&declaration)) {
        if (options.as_of) lint_pack(*pack, *options.as_of, findings);
      }
    }
  }
}

}  // namespace dsl::linting
