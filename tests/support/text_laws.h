// What holds of every text whatever, a rule file or a design: for the property tests, which try
// mutated texts, and the fuzz targets.
//
// Each function says in one line which law is broken; an empty string means that all hold.
#pragma once

#include <exception>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "checker/design/read_design.h"
#include "checker/design/test_overrides.h"
#include "checker/eval/check_records.h"
#include "checker/eval/consistency.h"
#include "checker/eval/evaluate.h"
#include "checker/report/report.h"
#include "checker/report/write_json.h"
#include "checker/report/write_text.h"
#include "dsl/compilation/compile.h"
#include "dsl/diagnostics/render_text.h"
#include "dsl/lint/lint.h"
#include "dsl/parse/parse.h"
#include "dsl/syntax/dump.h"
#include "dsl/syntax/format.h"

namespace test_support {

inline bool lies_in_a_file(dsl::Span span, const dsl::SourceMap& sources) {
  return span.file < sources.size() && span.begin <= span.end &&
         span.end <= sources.file(span.file).text.size();
}

// Messages about files as wholes have no place.
inline bool has_no_place(dsl::Span span) { return span.file == UINT32_MAX; }

inline std::string fault_of_messages(const dsl::Diagnostics& diagnostics,
                                     const dsl::SourceMap& sources) {
  for (const dsl::Diagnostic& each : diagnostics.all()) {
    const std::string code(dsl::info(each.kind).code);
    if (!has_no_place(each.span) && !lies_in_a_file(each.span, sources)) {
      return code + " has a place outside its file";
    }
    for (const dsl::Label& label : each.labels) {
      if (!lies_in_a_file(label.span, sources)) return code + " has a label outside its file";
    }
    if (each.message.empty()) return code + " has no message";
    std::ostringstream shown;
    dsl::render_text(shown, each, sources);
    if (shown.str().empty()) return code + " shows nothing";
  }
  return "";
}

// What can be parsed can be laid out, keeps its tree, and comes out the same the second time.
inline std::string fault_of_format(const dsl::SourceFile& file) {
  dsl::Diagnostics diagnostics;
  const dsl::ast::Document document = dsl::parse(file, diagnostics);
  if (diagnostics.has_errors()) return "";
  const auto once = dsl::format(file, document);
  if (!once) return "a word or a comment is lost in formatting";
  const dsl::SourceFile again{file.id, file.name, *once};
  const dsl::ast::Document reread = dsl::parse(again, diagnostics);
  if (diagnostics.has_errors()) return "formatted it cannot be parsed:\n" + *once;
  if (dsl::dump(reread) != dsl::dump(document)) return "formatted it has another tree:\n" + *once;
  const auto twice = dsl::format(again, reread);
  if (!twice) return "formatted twice it loses a word or a comment:\n" + *once;
  if (*twice != *once) return "formatted twice it changes:\n" + *once + "---\n" + *twice;
  return "";
}

// Of parsing alone: errors have places, and what has none can be laid out.
inline std::string fault_of_rule_text(const std::string& text) {
  dsl::SourceMap sources;
  const dsl::SourceFile& file = sources.add("text.rules", text);
  dsl::Diagnostics diagnostics;
  dsl::parse(file, diagnostics);
  const std::string fault = fault_of_messages(diagnostics, sources);
  return fault.empty() ? fault_of_format(file) : fault;
}

inline std::string fault_of_verdicts(const dsl::Program& program, const checker::Design& design,
                                     dsl::Date as_of, const dsl::SourceMap& sources) {
  const auto verdicts = checker::evaluate(program, design, as_of);
  if (verdicts.size() != program.typed().norms.size()) return "a norm has no verdict";
  const auto pending = checker::evaluate_pending(program, design, as_of);
  const checker::Report report = checker::build_report(
      {program, design, sources, verdicts, &pending, as_of, "the test", checker::FailOn{}});
  std::ostringstream out;
  checker::write_text(out, report, {60, false}, "exit");
  checker::write_json(out, {std::span(&report, 1), {}, sources, {0, "clear"}});
  // Of many norms only some are explained: the time goes there.
  const std::size_t step = 1 + verdicts.size() / 40;
  for (std::uint32_t i = 0; i < verdicts.size(); i += static_cast<std::uint32_t>(step)) {
    if (program.typed().norms[i].status == dsl::Status::Pending) continue;
    const auto explained = checker::explain(program, design, {i}, as_of);
    if (explained.verdict.outcome != verdicts[i].outcome) {
      return "`" + program.typed().norms[i].name + "` is explained as another verdict";
    }
  }
  return out.str().empty() ? "the report is empty" : "";
}

// Of a program: its places, lint, and the verdicts on the facts of its first tests.
inline std::string fault_of_program(const dsl::ProgramWithDocuments& compiled,
                                    const dsl::SourceMap& sources, std::size_t most_tests) {
  const dsl::TypedProgram& typed = compiled.program.typed();
  for (const dsl::TypedExpr& expr : typed.exprs) {
    if (!lies_in_a_file(expr.span, sources)) return "an expression has a place outside its file";
  }
  for (const dsl::Norm& norm : typed.norms) {
    if (!lies_in_a_file(norm.name_span, sources)) return "a norm has a place outside its file";
  }
  const dsl::Date today = *dsl::make_date(2026, 9, 1);
  for (const dsl::Finding& finding : dsl::lint(compiled.documents, compiled.program, {today})) {
    if (!lies_in_a_file(finding.diagnostic.span, sources)) {
      return "a finding has a place outside its file";
    }
  }
  std::size_t tests = 0;
  for (const dsl::TestCase& test : typed.tests) {
    if (!test.given.empty()) continue;
    if (++tests > most_tests) break;
    checker::Design design = checker::Design::empty(compiled.program);
    dsl::Diagnostics impossible;
    checker::apply_test_facts(design, test, compiled.program, impossible);
    const std::string fault =
        fault_of_verdicts(compiled.program, design, test.as_of.value_or(today), sources);
    if (!fault.empty()) return fault;
  }
  return tests > 0 ? ""
                   : fault_of_verdicts(compiled.program, checker::Design::empty(compiled.program),
                                       today, sources);
}

// Of rule files read together: a program or an error, never both, never neither.
inline std::string fault_of_rules(std::span<const dsl::SourceFile* const> files,
                                  const dsl::SourceMap& sources, std::size_t most_tests) {
  dsl::Diagnostics diagnostics;
  const auto compiled = dsl::compile_with_documents(files, diagnostics);
  if (compiled && diagnostics.has_errors()) return "a program comes with an error";
  if (!compiled && !diagnostics.has_errors()) return "there is no program and no error";
  const std::string fault = fault_of_messages(diagnostics, sources);
  if (!fault.empty() || !compiled) return fault;
  return fault_of_program(*compiled, sources, most_tests);
}

// Of a design: read or refused with an error, and what is read is judged. `sources` has the rules.
inline std::string fault_of_design(const dsl::Program& program, dsl::SourceMap sources,
                                   const std::string& name, const std::string& text) {
  const dsl::SourceFile& file = sources.add(name, text);
  dsl::Diagnostics diagnostics;
  const auto design = checker::read_design(file, program, diagnostics);
  if (!design && !diagnostics.has_errors()) return "there is no design and no error";
  std::string fault;
  if (design) {
    const dsl::Date as_of = design->opens ? *design->opens : *dsl::make_date(2026, 9, 1);
    checker::check_consistency(program, *design, as_of, diagnostics);
    checker::check_records(program, *design, checker::evaluate(program, *design, as_of), as_of,
                           diagnostics);
    fault = fault_of_verdicts(program, *design, as_of, sources);
  }
  return fault.empty() ? fault_of_messages(diagnostics, sources) : fault;
}

}  // namespace test_support
