#include <array>

#include "checker/report/location.h"
#include "checker/report/test_report.h"
#include <nlohmann/json.hpp>

namespace checker {
namespace {

using Json = nlohmann::ordered_json;

void add_place(Json& json, dsl::Span span, const dsl::SourceMap& sources) {
  const Location location = location_of(span, sources);
  json["file"] = location.file;
  json["line"] = location.start.line;
  json["column"] = location.start.column;
}

Json share(const Share& share) { return {{"seen", share.seen}, {"all", share.all}}; }

Json failure(const TestFailure& failure, const dsl::Program& program,
             const dsl::SourceMap& sources) {
  Json json = {{"norm", program.norm(failure.norm).name},
               {"message", failure.message},
               {"help", failure.help}};
  add_place(json, failure.span, sources);
  return json;
}

Json part(const PartCoverage& part, const dsl::SourceMap& sources) {
  static constexpr std::array<const char*, 4> kKinds = {"applicability", "requirement",
                                                        "alternative", "exception"};
  Json json = {{"part", kKinds.at(static_cast<std::size_t>(part.kind))},
               {"title", part.title.empty() ? Json(nullptr) : Json(part.title)},
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
    Json json = {{"of", each.owner}, {"from", each.from}, {"to", each.to}};
    add_place(json, each.span, sources);
    survivors.push_back(std::move(json));
  }
  return {{"mutants", run.mutants}, {"noticed", run.noticed}, {"survivors", std::move(survivors)}};
}

}  // namespace

void write_test_json(std::ostream& out, const TestReport& report, const dsl::Program& program,
                     const dsl::SourceMap& sources) {
  Json json = {{"passed", report.passed}, {"failed", report.failed}};
  json["failures"] = Json::array();
  for (const TestFailure& each : report.failures) {
    json["failures"].push_back(failure(each, program, sources));
  }
  json["coverage"] =
      report.coverage ? coverage_of(*report.coverage, program, sources) : Json(nullptr);
  json["mutation"] = report.mutation ? mutation_of(*report.mutation, sources) : Json(nullptr);
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace checker
