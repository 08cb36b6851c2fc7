#include "checker/report/write_json.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "checker/report/json_parts.h"
#include "dsl/sema/words.h"
#include "dsl/syntax/norm_words.h"

namespace checker {
namespace {

using json_parts::add_place;
using json_parts::diagnostic;
using json_parts::grades;
using json_parts::Json;
using json_parts::list_of;
using json_parts::party;
using json_parts::text_or_null;

// Digits that a double holds exactly enough to be read back as the same decimal.
constexpr std::size_t kSafeDigits = 15;

template <typename T, typename Write>
Json optional_of(const std::optional<T>& item, Write write) {
  return item ? write(*item) : Json(nullptr);
}

Json date_of(const dsl::Date& date) { return dsl::format_date(date); }

Json place(const Location& location) {
  Json json = Json::object();
  add_place(json, location);
  return json;
}

// A JSON number where one says the value exactly, else null; `exact` beside it always does.
Json number_of(const dsl::Rational& value) {
  const std::string exact = dsl::format_exact(value);
  const bool is_decimal = exact.find('/') == std::string::npos;
  if (!is_decimal || exact.size() > kSafeDigits) return nullptr;
  if (value.is_whole()) return value.numerator();
  return dsl::to_double(value);
}

Json leeway(const LeewayEntry& entry) {
  return {{"value", number_of(entry.value)},
          {"exact", dsl::format_exact(entry.value)},
          {"unit", entry.unit},
          {"text", entry.text},
          {"facts", entry.facts},
          {"has", entry.has},
          {"limit", entry.limit},
          {"relation", entry.relation}};
}

Json fact_names(const std::vector<NeedEntry>& needs) {
  return list_of(needs, [](const NeedEntry& need) { return Json(need.fact); });
}

Json question(const NeedEntry& need) {
  Json json = {{"fact", need.fact},
               {"record", text_or_null(need.record)},
               {"question", need.question},
               {"ask", optional_of(need.whom, party)},
               {"stated_unknown", need.stated_unknown}};
  add_place(json, need.location.value_or(Location{}));
  return json;
}

Json judgment(const JudgmentEntry& entry) {
  return {{"by", party(entry.by)}, {"question", entry.question}};
}

Json relief(const ReliefEntry& entry) {
  Json json = {{"by", party(entry.by)},
               {"doubt", text_or_null(entry.doubt)},
               {"from", optional_of(entry.from, date_of)},
               {"until", optional_of(entry.until, date_of)},
               {"reference", text_or_null(entry.reference)}};
  add_place(json, entry.location);
  return json;
}

Json approval(const ApprovalEntry& entry) {
  static constexpr std::array<const char*, 3> kResults = {"granted", "refused", "pending"};
  Json json = {{"result", kResults.at(static_cast<std::size_t>(entry.result))},
               {"on", optional_of(entry.on, date_of)},
               {"until", optional_of(entry.until, date_of)},
               {"reference", text_or_null(entry.reference)}};
  add_place(json, entry.location);
  return json;
}

Json norm_ref(const NormRefEntry& entry) {
  return {{"norm", entry.norm}, {"title", entry.title}, {"citation", text_or_null(entry.citation)}};
}

Json exception_of(const PartEntry& part) {
  if (part.outcome != Outcome::Excepted) return nullptr;
  return {{"title", part.exception}, {"citation", text_or_null(part.exception_citation)}};
}

Json requirement(const RequirementEntry& entry) {
  Json json = {{"text", entry.text}};
  add_place(json, entry.location);
  return json;
}

Json fact_location(const FactLocation& entry) {
  Json json = place(entry.location);
  json["fact"] = entry.fact;
  json["value"] = entry.value;
  return json;
}

Json alternative(const AlternativeEntry& entry) {
  return {{"title", entry.title},
          {"citation", text_or_null(entry.citation)},
          {"gap", text_or_null(entry.gap)}};
}

Json reading(const ReadingEntry& entry) {
  return {{"term", entry.term},
          {"meaning", entry.meaning},
          {"reading", entry.reading},
          {"title", entry.title},
          {"verdict", outcome_word(entry.outcome)}};
}

// What a part says, and what a verdict says of its main part.
void add_part(Json& json, const PartEntry& part) {
  json["grades"] = grades(part.grades);
  json["records"] = part.records;
  json["reason"] = text_or_null(part.reason);
  json["reason_code"] = text_or_null(std::string(reason_word(part.reason_code)));
  json["leeway"] = optional_of(part.leeway, leeway);
  json["needs"] = fact_names(part.needs);
  json["questions"] = list_of(part.needs, question);
  json["judgments"] = list_of(part.judgments, judgment);
  json["hangs_on"] = fact_names(part.hangs_on);
  json["faults"] = part.faults;
  json["failed_requirements"] = list_of(part.failed, requirement);
  json["alternatives"] = list_of(part.alternatives, alternative);
  json["readings"] = list_of(part.readings, reading);
  json["effect_amount"] = text_or_null(part.effect_amount);
  json["relief"] = optional_of(part.relief, relief);
  json["exception"] = exception_of(part);
  json["lifted_by"] = optional_of(part.lifted_by, norm_ref);
  json["approval"] = optional_of(part.approval, approval);
  json["waits_for"] = list_of(part.waits_for, norm_ref);
  json["design_locations"] = list_of(part.locations, fact_location);
}

Json part(const PartEntry& entry) {
  Json json = {{"verdict", outcome_word(entry.outcome)}};
  add_part(json, entry);
  return json;
}

Json enforcement(const EnforcementEntry& entry) {
  return {{"by", party(entry.by)},
          {"through", entry.through},
          {"mechanism", text_or_null(entry.mechanism)},
          {"hangs_on_facts", entry.hangs_on_facts}};
}

Json citation(const CitationEntry& entry) {
  return {{"text", entry.text}, {"url", text_or_null(entry.url)}};
}

Json relief_route(const ReliefRouteEntry& entry) {
  return {{"relief", text_or_null(entry.relief)},
          {"title", text_or_null(entry.title)},
          {"by", party(entry.by)},
          {"by_hangs_on_facts", entry.by_hangs_on_facts},
          {"applicant", optional_of(entry.applicant, party)},
          {"vote", text_or_null(entry.vote)},
          {"under", text_or_null(entry.under)},
          {"due", text_or_null(entry.due)},
          {"lasting", text_or_null(entry.lasting)},
          {"renewal", text_or_null(entry.renewal)},
          {"note", text_or_null(entry.note)}};
}

Json appeal(const AppealEntry& entry) {
  return {{"to", party(entry.to)},
          {"within", text_or_null(entry.within)},
          {"note", text_or_null(entry.note)}};
}

// Who it is from and who holds to it.
void add_origin(Json& json, const VerdictEntry& entry) {
  const Party* stakeholder = entry.stakeholder();
  const bool cited = !entry.citations.empty();
  json["stakeholder"] = stakeholder == nullptr ? Json(nullptr) : Json(stakeholder->id);
  json["enforced"] = list_of(entry.enforced, enforcement);
  json["decided_by"] = optional_of(entry.decided_by, party);
  json["within"] = text_or_null(entry.within);
  json["lasting"] = text_or_null(entry.lasting);
  json["renewal"] = text_or_null(entry.renewal);
  json["due"] = text_or_null(entry.due);
  json["vote"] = text_or_null(entry.vote);
  json["tie"] = text_or_null(entry.tie);
  json["appeal"] = optional_of(entry.appeal, appeal);
  json["status"] = entry.pending ? "pending" : "enacted";
  json["status_note"] = text_or_null(entry.status_note);
  json["citation"] = cited ? Json(entry.citations.front().text) : Json(nullptr);
  json["citations"] = list_of(entry.citations, citation);
  json["sources"] = entry.sources;
  json["confidence"] = confidence_word(entry.confidence);
  json["confidence_note"] = text_or_null(entry.confidence_note);
  json["notes"] = entry.notes;
  json["requires"] = entry.requires_text;
  json["rule_location"] = place(entry.rule_location);
}

Json kept(const KeptEntry& entry) {
  Json json = norm_ref(entry.enablement);
  json["reason"] = text_or_null(entry.reason);
  return json;
}

Json verdict(const VerdictEntry& entry) {
  Json json = {{"norm", entry.norm},
               {"kind", kind_word(entry.kind)},
               {"title", entry.title},
               {"topic", text_or_null(entry.topic)},
               {"pack", text_or_null(entry.pack)},
               {"verdict", outcome_word(entry.outcome)},
               {"effect", effect_word(entry.effect)},
               {"effect_description", text_or_null(entry.effect_description)},
               {"fails", entry.fails}};
  add_origin(json, entry);
  add_part(json, entry.main());
  json["relief_routes"] = list_of(entry.relief_routes, relief_route);
  json["remedies"] = entry.remedies;
  json["kept_from"] = list_of(entry.kept_from, kept);
  // A single part is what stands above already.
  json["parts"] = entry.parts.size() > 1 ? list_of(entry.parts, part) : Json::array();
  return json;
}

Json change(const ChangeEntry& entry) {
  Json json = {{"date", date_of(entry.date)},
               {"norm", entry.norms.front()},
               {"norms", entry.norms},
               {"text", entry.text}};
  add_place(json, entry.location);
  return json;
}

Json end(const EndEntry& entry) {
  Json json = {{"date", date_of(entry.date)}, {"by", party(entry.by)}, {"text", entry.text}};
  add_place(json, entry.location);
  return json;
}

Json uncovered(const UncoveredEntry& entry) {
  return {{"fact", entry.fact},
          {"value", entry.value},
          {"location", place(entry.location)},
          {"packs", list_of(entry.packs, party)}};
}

Json baseline(const BaselineEntry& entry) {
  return {{"file", entry.file},
          {"holds_design", entry.holds_design},
          {"known", entry.known},
          {"new", entry.added},
          {"gone", entry.gone}};
}

// What is said only where the report was compared with a former one.
void add_baseline(Json& json, const Report& report) {
  if (!report.baseline) return;
  json["baseline"] = baseline(*report.baseline);
  for (std::size_t i = 0; i < report.verdicts.size(); ++i) {
    const VerdictEntry& verdict = report.verdicts[i];
    if (verdict.outcome == Outcome::Conflict) json["verdicts"][i]["known"] = verdict.known;
  }
}

Json design(const Report& report) {
  return {{"name", report.design_name},
          {"file", report.design_file},
          {"as_of", date_of(report.as_of)},
          {"as_of_source", report.as_of_source},
          {"totals", json_parts::totals(report.totals)},
          {"decision", decision_word(report.decision)},
          {"packs", list_of(report.packs_in_scope, party)},
          {"uncovered", list_of(report.uncovered, uncovered)},
          {"pending", list_of(report.pending, verdict)},
          {"verdicts", list_of(report.verdicts, verdict)},
          {"horizon", date_of(report.horizon)},
          {"changes", list_of(report.changes, change)},
          {"ends", list_of(report.ends, end)}};
}

// The as-of date that all designs share.
Json common_date(std::span<const Report> reports) {
  if (reports.empty()) return nullptr;
  const dsl::Date date = reports.front().as_of;
  const bool shared = std::all_of(reports.begin(), reports.end(),
                                  [&](const Report& report) { return report.as_of == date; });
  return shared ? date_of(date) : Json(nullptr);
}

}  // namespace

void write_json(std::ostream& out, const RunReport& run) {
  Json json = json_parts::opening(kReportSchemaVersion, run.exit);
  json["as_of"] = common_date(run.reports);
  json["totals"] = json_parts::totals(totals_of(run.reports));
  json["diagnostics"] = Json::array();
  json["designs"] = Json::array();
  for (const dsl::Diagnostic& each : run.diagnostics) {
    json["diagnostics"].push_back(diagnostic(each, run.sources));
  }
  for (const Report& report : run.reports) {
    json["designs"].push_back(design(report));
    add_baseline(json["designs"].back(), report);
  }
  json_parts::write(out, json);
}

}  // namespace checker
