#include <array>

#include "checker/report/json_parts.h"
#include "checker/report/test_report.h"

namespace checker {
namespace {

using json_parts::Json;
using json_parts::text_or_null;

void add_place(Json& json, dsl::Span span, const dsl::SourceMap& sources) {
  json_parts::add_place(json, location_of(span, sources));
}

Json share(const Share& share) { return {{"seen", share.seen}, {"all", share.all}}; }

Json failure(const FailedExpectation& entry, const dsl::Program& program,
             const dsl::SourceMap& sources) {
  Json json = {{"test", entry.test},
               {"norm", program.norm(entry.failure.norm).name},
               {"message", entry.failure.message},
               {"help", text_or_null(entry.failure.help)}};
  add_place(json, entry.failure.span, sources);
  return json;
}

Json part(const PartCoverage& part, const dsl::SourceMap& sources) {
  static constexpr std::array<const char*, 4> kKinds = {"applicability", "requirement",
                                                        "alternative", "exception"};
  Json json = {{"part", kKinds.at(static_cast<std::size_t>(part.kind))},
               {"title", text_or_null(part.title)},
               {"seen_true", part.seen_true},
               {"seen_false", part.seen_false}};
  add_place(json, part.span, sources);
  return json;
}

Json coverage_of(const Coverage& coverage, const dsl::Program& program,
                 const dsl::SourceMap& sources) {
  Json norms = Json::array();
  for (const NormCoverage& norm : coverage.norms) {
    Json parts = Json::array();
    for (const PartCoverage& each : norm.parts) parts.push_back(part(each, sources));
    norms.push_back({{"norm", program.norm(norm.norm).name},
                     {"expectations", norm.expectations},
                     {"parts", std::move(parts)}});
  }
  return {{"norms_covered", share(coverage.norms_covered())},
          {"branches_covered", share(coverage.branches_covered())},
          {"norms", std::move(norms)}};
}

Json mutation_of(const MutationRun& run, const dsl::SourceMap& sources) {
  Json survivors = Json::array();
  for (const Mutation& each : run.survivors) {
    Json json = {
        {"declaration", each.owner},
        {"from", each.from},
        {"to", each.to},
        {"within", each.within ? Json(text_on_one_line(*each.within, sources)) : Json(nullptr)}};
    add_place(json, each.span, sources);
    survivors.push_back(std::move(json));
  }
  return {{"mutants", run.mutants}, {"noticed", run.noticed}, {"survivors", std::move(survivors)}};
}

}  // namespace

void write_test_json(std::ostream& out, const TestJsonInput& input) {
  const TestReport& report = input.report;
  Json json = json_parts::opening(kTestReportSchemaVersion, input.exit);
  json["passed"] = report.passed;
  json["failed"] = report.failed;
  json["failures"] = Json::array();
  for (const FailedExpectation& each : report.failures) {
    json["failures"].push_back(failure(each, *input.program, input.sources));
  }
  json["diagnostics"] = Json::array();
  for (const dsl::Diagnostic& each : input.diagnostics) {
    if (each.kind == dsl::DiagnosticKind::TestFailed) continue;
    json["diagnostics"].push_back(json_parts::diagnostic(each, input.sources));
  }
  json["coverage"] = report.coverage ? coverage_of(*report.coverage, *input.program, input.sources)
                                     : Json(nullptr);
  json["mutation"] = report.mutation ? mutation_of(*report.mutation, input.sources) : Json(nullptr);
  json_parts::write(out, json);
}

}  // namespace checker
