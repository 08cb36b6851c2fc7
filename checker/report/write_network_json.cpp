#include "checker/report/write_network_json.h"

#include <string>
#include <string_view>
#include <vector>

#include "checker/report/json_parts.h"
#include "checker/report/location.h"
#include "dsl/sema/words.h"

namespace checker {
namespace {

using json_parts::Json;
using json_parts::list_of;
using json_parts::text_or_null;

template <typename T>
Json value_or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json date_or_null(const std::optional<dsl::Date>& date) {
  return date ? Json(dsl::format_date(*date)) : Json(nullptr);
}

// Percent as a number: 80 for 80 %.
Json percent_or_null(const std::optional<dsl::Rational>& share) {
  if (!share) return nullptr;
  const auto percent = dsl::multiply(*share, dsl::Rational(100));
  return percent ? Json(dsl::to_double(*percent)) : Json(nullptr);
}

std::string_view stance_word(FeatureStance stance) {
  switch (stance) {
    case FeatureStance::Hinders: return "hinders";
    case FeatureStance::Open: return "open";
    case FeatureStance::HoldsUp: return "holds_up";
  }
  return {};
}

std::string_view kind_word(SinglePointKind kind) {
  switch (kind) {
    case SinglePointKind::Relief: return "relief";
    case SinglePointKind::Approval: return "approval";
    case SinglePointKind::Support: return "support";
    case SinglePointKind::Law: return "law";
  }
  return {};
}

std::string_view source_word(DependenceFrom from) {
  switch (from) {
    case DependenceFrom::Design: return "design";
    case DependenceFrom::Norms: return "assumed";
    case DependenceFrom::Nothing: return "not_known";
  }
  return {};
}

Json norm(const NetworkNorm& norm) {
  return {{"norm", norm.name},
          {"title", norm.title},
          {"verdict", outcome_word(norm.outcome)},
          {"effect", dsl::effect_word(norm.effect)},
          {"weight", norm.weight},
          {"hangs_on_facts", norm.hangs_on_facts}};
}

class NetworkJson {
 public:
  explicit NetworkJson(const NetworkReport& report) : report_(report), network_(report.network) {}

  Json document() const {
    const Design& design = report_.design;
    return {
        {"schema_version", kNetworkSchemaVersion},
        {"design", design.title()},
        {"file", design.file_name},
        {"as_of", {{"date", dsl::format_date(network_.as_of)}, {"source", report_.as_of_source}}},
        {"deciding", list_of(network_.deciding, [&](std::size_t i) { return member_name(i); })},
        {"members", list_of(network_.members, [&](const auto& each) { return member(each); })},
        {"features", list_of(network_.features, [&](const auto& each) { return at_large(each); })},
        {"single_points",
         list_of(network_.single_points, [&](const auto& each) { return point(each); })}};
  }

 private:
  Json member_name(std::size_t i) const { return network_.members[i].name; }

  Json line_of(dsl::Span span) const {
    const Location location = location_of(span, report_.sources);
    return location.file.empty() ? Json(nullptr) : Json(location.start.line);
  }

  Json record(const NetworkRecord& record) const {
    return {{"name", text_or_null(record.name)},
            {"gives", record.gives},
            {"requires", text_or_null(record.asks_for)},
            {"prizes", record.prizes},
            {"dependence", value_or_null(record.dependence)},
            {"power", text_or_null(record.power)},
            {"stance", value_or_null(record.stance)},
            {"share_percent", percent_or_null(record.share)},
            {"ends", date_or_null(record.ends)},
            {"end_unknown", record.end_unknown},
            {"instrument", text_or_null(record.instrument)},
            {"alternative", text_or_null(record.alternative)},
            {"line", line_of(record.span)}};
  }

  static Json feature(const NetworkFeature& feature) {
    return {{"topic", text_or_null(feature.id)},          {"title", text_or_null(feature.title)},
            {"stance", stance_word(feature.stance)},      {"weight", feature.weight},
            {"hinders", list_of(feature.hinders, norm)},  {"open", list_of(feature.open, norm)},
            {"holds_up", list_of(feature.holds_up, norm)}};
  }

  Json member(const NetworkMember& member) const {
    const Misalignment& misalignment = member.misalignment;
    return {{"id", member.name},
            {"title", member.title},
            {"kind", text_or_null(member.kind)},
            {"holds", member.holds},
            {"upholds", member.upholds},
            {"dependence", value_or_null(member.dependence)},
            {"dependence_from", source_word(member.dependence_from)},
            {"stance", value_or_null(member.stance)},
            {"misalignment",
             {{"now", misalignment.now()},
              {"conflicts", misalignment.conflicts},
              {"pressure", misalignment.pressure},
              {"stance", misalignment.stance},
              {"approvals", misalignment.approvals},
              {"judgments", misalignment.judgments},
              {"cannot_tell", misalignment.cannot_tell}}},
            {"score", member.score()},
            {"score_decided_against", member.score_decided_against()},
            {"records", list_of(member.records, [&](const auto& each) { return record(each); })},
            {"features", list_of(member.features, feature)},
            {"ways_around", list_of(member.ways_around, [&](const WayAround& way) {
               return Json{{"norm", way.from.name},
                           {"by", report_.program.stakeholder(way.by).name},
                           {"by_title", way.by_title},
                           {"somebody_else", way.somebody_else}};
             })}};
  }

  Json at_large(const FeatureAtLarge& feature) const {
    const auto names = [&](std::size_t i) { return member_name(i); };
    return {
        {"topic", text_or_null(feature.id)},    {"title", text_or_null(feature.title)},
        {"at_risk", feature.at_risk},           {"hindering", list_of(feature.hindering, names)},
        {"open", list_of(feature.open, names)}, {"holding_up", list_of(feature.holding_up, names)}};
  }

  Json point(const SinglePoint& point) const {
    return {
        {"kind", kind_word(point.kind)},
        {"by", point.by.valid() ? Json(report_.program.stakeholder(point.by).name) : Json(nullptr)},
        {"title", point.title},
        {"text", single_point_text(point, report_.program)},
        {"only_source_of", point.only_source_of},
        {"share_percent", percent_or_null(point.share)},
        {"ends", date_or_null(point.ends)},
        {"end_unknown", point.end_unknown},
        {"norms", list_of(point.norms, norm)},
        {"line", point.span ? line_of(*point.span) : Json(nullptr)}};
  }

  const NetworkReport& report_;
  const ValueNetwork& network_;
};

}  // namespace

void write_network_json(std::ostream& out, const NetworkReport& report) {
  json_parts::write(out, NetworkJson(report).document());
}

}  // namespace checker
