#include "checker/report/write_sarif.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "checker/report/digest.h"
#include "checker/report/json_parts.h"
#include "checker/report/text_parts.h"
#include "checker/report/uri.h"
#include "checker/report/verdict_message.h"
#include "checker/report/wording.h"
#include "dsl/sema/words.h"
#include "dsl/syntax/norm_words.h"
#include "dsl/text/display_text.h"
#include <fmt/core.h>

namespace checker {
namespace {

using json_parts::Json;

constexpr const char* kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
// Where the relative paths begin: the folder that leeway ran in.
constexpr const char* kRoot = "%SRCROOT%";
// Code-scanning pages show no more.
constexpr std::size_t kMostLocations = 100;

// Plain text in which a reader of SARIF finds neither a link nor a placeholder; lines are kept.
std::string message_text(std::string_view text) {
  std::string result;
  for (const char c : dsl::printable_lines(text)) {
    if (c == '[' || c == ']' || c == '\\') result += '\\';
    if (c == '{' || c == '}') result += c;
    result += c;
  }
  return result;
}

Json message(std::string_view text) { return {{"text", message_text(text)}}; }

Json artifact(const std::string& file) {
  Json json = {{"uri", file_uri(file)}};
  if (!file.starts_with('/')) json["uriBaseId"] = kRoot;
  return json;
}

// Pages for reviews want a line; a design of which none is meant is marked at its first.
Json location(const Location& place) {
  const dsl::LineColumn start = place.start.line > 0 ? place.start : dsl::LineColumn{1, 1};
  return {{"physicalLocation",
           {{"artifactLocation", artifact(place.file)},
            {"region", {{"startLine", start.line}, {"startColumn", start.column}}}}}};
}

Json noted(const Location& place, std::string_view note) {
  Json json = location(place);
  json["message"] = message(note);
  return json;
}

struct Words {
  const char* kind;
  const char* level;
};

// By the standard every kind but `fail` is at level `none`.
Words words_of(const VerdictEntry& verdict, const ReportStyle& style) {
  const bool note = style.undecided_as_notes;
  switch (verdict.outcome) {
    case Outcome::Conflict: return {"fail", verdict.fails ? "error" : "warning"};
    case Outcome::NeedsApproval:
    case Outcome::NeedsJudgment: return note ? Words{"fail", "note"} : Words{"review", "none"};
    case Outcome::CannotTell: return note ? Words{"fail", "note"} : Words{"open", "none"};
    case Outcome::Thinned: return {"fail", "note"};
    case Outcome::Relieved:
      return {"fail", verdict.effect == dsl::Effect::Pressure ? "warning" : "error"};
    case Outcome::Enabled: return {"informational", "none"};
    case Outcome::DoesNotApply: return {"notApplicable", "none"};
    default: return {"pass", "none"};
  }
}

bool is_told(const VerdictEntry& verdict, const ReportStyle& style) {
  return style.every_norm || verdict.outcome <= Outcome::Relieved;
}

std::string law_text(const VerdictEntry& verdict) {
  std::string text = citation_text(verdict);
  for (const std::string& each : verdict.requires_text) {
    text += (text.empty() ? "Requires: " : "\nRequires: ") + each;
  }
  return text.empty() ? verdict.title : text;
}

std::string help_text(const VerdictEntry& verdict) {
  std::string text = law_text(verdict);
  for (const std::string& note : verdict.notes) text += "\n" + sentence(note);
  for (const std::string& remedy : verdict.remedies) text += "\nWay out: " + remedy;
  const std::string sure = confidence_text(verdict);
  return sure.empty() ? text : text + "\nHow sure: " + sure;
}

Json tags_of(const VerdictEntry& verdict) {
  Json tags = {kind_word(verdict.kind)};
  const Party* stakeholder = verdict.stakeholder();
  for (const std::string& tag :
       {verdict.pack, verdict.topic, stakeholder == nullptr ? std::string() : stakeholder->id}) {
    if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(tag);
  }
  return tags;
}

Json rule(const VerdictEntry& verdict) {
  const char* const level = verdict.effect == dsl::Effect::Pressure ? "warning" : "error";
  const bool is_principle = verdict.kind == dsl::NormKind::Principle;
  Json json = {{"id", verdict.norm},
               {"name", dsl::printable(verdict.title)},
               {"shortDescription", message(verdict.title)},
               {"fullDescription", message(law_text(verdict))},
               {"help", message(help_text(verdict))},
               {"defaultConfiguration", {{"level", is_principle ? "note" : level}}},
               {"properties",
                {{"tags", tags_of(verdict)},
                 {"effect", effect_word(verdict.effect)},
                 {"confidence", confidence_word(verdict.confidence)}}}};
  for (const CitationEntry& citation : verdict.citations) {
    const std::string uri = web_uri(citation.url);
    if (!uri.empty()) {
      json["helpUri"] = uri;
      break;
    }
  }
  return json;
}

// FNV-1a, 64 bits: not for secrets, only to be the same tomorrow.
std::string digest_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  }
  return fmt::format("{:016x}", hash);
}

// The norm and the design's file, but no line: the same finding after lines have moved.
Json fingerprints(const Report& report, const std::string& norm) {
  const std::string identity = norm + " " + report.design_file;
  return {{"leewayVerdict/v1", identity}, {"primaryLocationLineHash", digest_of(identity) + ":1"}};
}

// The other lines of the design, then the rule's.
Json related(const std::vector<Location>& places, const VerdictEntry& verdict) {
  Json list = Json::array();
  for (std::size_t i = 1; i < places.size() && i + 1 < kMostLocations; ++i) {
    list.push_back(noted(places[i], "also read from the design"));
  }
  std::vector<Location> rules = {verdict.rule_location};
  for (const PartEntry& part : verdict.parts) {
    if (part.outcome != verdict.outcome) continue;
    if (part.leeway) rules.push_back(part.leeway->rule);
    for (const RequirementEntry& each : part.failed) rules.push_back(each.location);
  }
  std::vector<Location> told;
  for (const Location& each : rules) {
    const bool is_told = std::any_of(told.begin(), told.end(),
                                     [&](const Location& other) { return same_line(other, each); });
    if (is_told || each.file.empty() || list.size() == kMostLocations) continue;
    list.push_back(noted(each, told.empty() ? "the rule" : "what the rule asks"));
    told.push_back(each);
  }
  return list;
}

Json suppressions(const PartEntry& part) {
  Json json = {{"kind", "external"},
               {"status", "accepted"},
               {"justification", dsl::printable("relief " + relief_on_record(part))}};
  if (part.relief && !part.relief->location.file.empty()) {
    json["location"] = location(part.relief->location);
  }
  return Json::array({json});
}

// What a baseline needs and the standard has no field for.
Json properties_of(const Report& report, const VerdictEntry& verdict) {
  Json grades = Json::array();
  Json records = Json::array();
  for (const PartEntry& part : verdict.parts) {
    if (part.outcome != verdict.outcome) continue;
    for (const Json& grade : json_parts::grades(part.grades)) grades.push_back(grade);
    for (const std::string& record : part.records) records.push_back(dsl::printable(record));
  }
  return {{"verdict", outcome_word(verdict.outcome)},
          {"norm", verdict.norm},
          {"design", report.design_file},
          {"fails", verdict.fails},
          {"grades", grades},
          {"records", records}};
}

void add_baseline_state(Json& json, const Report& report, const VerdictEntry& verdict) {
  if (!report.baseline) return;
  if (verdict.outcome == Outcome::Conflict) {
    json["baselineState"] = verdict.known ? "unchanged" : "new";
    return;
  }
  const auto& gone = report.baseline->gone;
  const bool is_gone = std::find(gone.begin(), gone.end(), verdict.norm) != gone.end();
  if (is_gone) json["baselineState"] = "updated";
}

// The value that the design would have to state, where one would do.
Json fixes(const VerdictEntry& verdict) {
  Json list = Json::array();
  if (!verdict.repair) return list;
  const Repair& repair = *verdict.repair;
  const LeewayEntry& leeway = *verdict.main().leeway;
  const Json region = {{"startLine", repair.from.start.line},
                       {"startColumn", repair.from.start.column},
                       {"endLine", repair.to.line},
                       {"endColumn", repair.to.column}};
  const Json replacement = {{"deletedRegion", region},
                            {"insertedContent", {{"text", repair.text}}}};
  const Json change = {{"artifactLocation", artifact(repair.from.file)},
                       {"replacements", Json::array({replacement})}};
  list.push_back({{"description", message(leeway.facts.front() + ": " + leeway.limit +
                                          " instead of " + leeway.has)},
                  {"artifactChanges", Json::array({change})}});
  return list;
}

// What every result says of a verdict, before what is its own.
Json result_of(const Report& report, const VerdictEntry& verdict, std::size_t rule_index,
               const Words& words, const std::string& headline, const Lines& lines) {
  const std::vector<Location> places = design_places(verdict);
  const std::string details = plain_text(lines);
  return {{"ruleId", verdict.norm},
          {"ruleIndex", rule_index},
          {"kind", words.kind},
          {"level", words.level},
          {"message", message(headline + (details.empty() ? "" : "\n") + details)},
          {"locations", Json::array({location(main_place(places, report))})},
          {"relatedLocations", related(places, verdict)},
          {"partialFingerprints", fingerprints(report, verdict.norm)}};
}

Json result(const Report& report, const VerdictEntry& verdict, const ReportStyle& style,
            std::size_t rule_index) {
  Json json = result_of(report, verdict, rule_index, words_of(verdict, style), headline(verdict),
                        message_lines(verdict));
  if (verdict.outcome == Outcome::Relieved) json["suppressions"] = suppressions(verdict.main());
  const Json repairs = fixes(verdict);
  if (!repairs.empty()) json["fixes"] = repairs;
  add_baseline_state(json, report, verdict);
  json["properties"] = properties_of(report, verdict);
  return json;
}

// A conflict of the baseline that is none any more, and whose norm is not told. Not `fail`: some
// pages show whatever fails, absent or not.
Json absent_result(const Report& report, const std::string& norm, std::string_view why) {
  return {{"ruleId", norm},
          {"kind", "notApplicable"},
          {"level", "none"},
          {"message", message(why)},
          {"locations", Json::array({location({report.design_file, {}})})},
          {"partialFingerprints", fingerprints(report, norm)},
          {"baselineState", "absent"}};
}

// In the order of the verdicts, then those of norms that the rules have no more.
void add_absent(const Report& report, const std::set<std::string>& told, Json& results) {
  if (!report.baseline) return;
  for (const std::string& norm : report.baseline->gone) {
    if (told.contains(norm)) continue;
    const auto verdict = std::find_if(report.verdicts.begin(), report.verdicts.end(),
                                      [&](const VerdictEntry& each) { return each.norm == norm; });
    const std::string why = verdict == report.verdicts.end()
                                ? "No conflict any more: the rules have no such norm"
                                : "No conflict any more: " + verdict->title;
    results.push_back(absent_result(report, norm, why));
  }
}

// What a norm would be that is not enacted. It decides nothing, so its verdict stays that it does
// not apply, for a baseline, too.
Json pending_result(const Report& report, const VerdictEntry& verdict, const VerdictEntry& supposed,
                    std::size_t rule_index) {
  const std::string headline = fmt::format("{}{}: not enacted; {}", supposed.title,
                                           for_text(supposed.main()), pending_text(supposed));
  Json json = result_of(report, supposed, rule_index, {"informational", "none"}, headline,
                        pending_lines(supposed));
  add_baseline_state(json, report, verdict);
  json["properties"] = {{"verdict", outcome_word(verdict.outcome)},
                        {"status", "pending"},
                        {"ifEnacted", outcome_word(supposed.outcome)},
                        {"norm", supposed.norm},
                        {"design", report.design_file},
                        {"fails", false}};
  return json;
}

Json notification(const dsl::Diagnostic& entry, const dsl::SourceMap& sources) {
  const std::string help = entry.help.empty() ? "" : "\n" + entry.help;
  Json json = {{"descriptor", {{"id", dsl::info(entry.kind).code}}},
               {"level", json_parts::severity_word(entry.severity)},
               {"message", message(entry.message + help)}};
  const Location place = location_of(entry.span, sources);
  if (!place.file.empty()) json["locations"] = Json::array({location(place)});
  return json;
}

Json invocation(const RunReport& run) {
  Json notifications = Json::array();
  bool successful = true;
  for (const dsl::Diagnostic& each : run.diagnostics) {
    notifications.push_back(notification(each, run.sources));
    successful = successful && each.severity != dsl::Severity::Error;
  }
  return {{"executionSuccessful", successful},
          {"exitCode", run.exit.code},
          {"exitCodeDescription", run.exit.meaning},
          {"toolExecutionNotifications", notifications}};
}

Json design_properties(const Report& report) {
  Json json = {{"file", report.design_file},
               {"name", dsl::printable(report.design_name)},
               {"asOf", dsl::format_date(report.as_of)},
               {"asOfSource", report.as_of_source},
               {"totals", json_parts::totals(report.totals)}};
  if (report.baseline) json["gone"] = report.baseline->gone;
  return json;
}

}  // namespace

void write_sarif(std::ostream& out, const RunReport& run, const ReportStyle& style) {
  Json rules = Json::array();
  Json results = Json::array();
  Json designs = Json::array();
  std::map<std::string_view, std::size_t> rule_index;
  for (const Report& report : run.reports) {
    designs.push_back(design_properties(report));
    const auto index_of = [&](const VerdictEntry& verdict) {
      const auto [at, is_new] = rule_index.try_emplace(verdict.norm, rules.size());
      if (is_new) rules.push_back(rule(verdict));
      return at->second;
    };
    std::set<std::string> told;
    for (const VerdictEntry& verdict : report.verdicts) {
      if (const VerdictEntry* supposed = if_enacted(report, verdict)) {
        results.push_back(pending_result(report, verdict, *supposed, index_of(*supposed)));
      } else if (is_told(verdict, style)) {
        results.push_back(result(report, verdict, style, index_of(verdict)));
      } else {
        continue;
      }
      told.insert(verdict.norm);
    }
    add_absent(report, told, results);
  }
  const Json driver = {
      {"name", "Leeway"}, {"version", LEEWAY_VERSION}, {"rules", std::move(rules)}};
  const Json json = {
      {"$schema", kSchema},
      {"version", "2.1.0"},
      {"runs",
       Json::array({{{"tool", {{"driver", driver}}},
                     {"invocations", Json::array({invocation(run)})},
                     {"columnKind", "unicodeCodePoints"},
                     {"originalUriBaseIds",
                      {{kRoot, {{"description", {{"text", "The folder that leeway ran in."}}}}}}},
                     {"results", std::move(results)},
                     {"properties", {{"designs", std::move(designs)}}}}})}};
  json_parts::write(out, json);
}

}  // namespace checker
