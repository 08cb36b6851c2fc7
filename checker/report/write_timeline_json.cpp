#include <string>
#include <vector>

#include "checker/report/json_parts.h"
#include "checker/report/write_timeline.h"
#include "dsl/sema/words.h"

namespace checker {
namespace {

using json_parts::Json;
using json_parts::text_or_null;

Json norms(const std::vector<TimelineNorm>& norms) {
  Json list = Json::array();
  for (const TimelineNorm& norm : norms) {
    Json spans = Json::array();
    for (const TimelineSpan& span : norm.spans) {
      spans.push_back({{"first", dsl::format_date(span.first)},
                       {"last", dsl::format_date(span.last)},
                       {"verdict", outcome_word(span.outcome)},
                       {"because", text_or_null(span.because)}});
    }
    list.push_back({{"norm", norm.norm},
                    {"title", norm.title},
                    {"citation", text_or_null(norm.citation)},
                    {"effect", dsl::effect_word(norm.effect)},
                    {"enforced", json_parts::list_of(norm.enforced, json_parts::party)},
                    {"spans", spans}});
  }
  return list;
}

}  // namespace

void write_timeline_json(std::ostream& out, const Timeline& timeline) {
  const Json document = {{"schema_version", kTimelineSchemaVersion},
                         {"design", timeline.design_name},
                         {"file", timeline.design_file},
                         {"from", dsl::format_date(timeline.from)},
                         {"to", dsl::format_date(timeline.to)},
                         {"conflicts", norms(timeline.conflicts)},
                         {"others", norms(timeline.others)},
                         {"undecided", timeline.undecided}};
  json_parts::write(out, document);
}

}  // namespace checker
