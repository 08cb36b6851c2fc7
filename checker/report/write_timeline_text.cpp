#include <algorithm>
#include <string>
#include <vector>

#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include "checker/report/write_timeline.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

Ink ink_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::Conflict: return Ink::Red;
    case Outcome::NeedsApproval:
    case Outcome::NeedsJudgment:
    case Outcome::CannotTell: return Ink::Yellow;
    default: return Ink::Plain;
  }
}

class TimelineText {
 public:
  TimelineText(std::ostream& out, const Timeline& timeline, const TextStyle& style)
      : page_(out, style), timeline_(timeline) {}

  void write() {
    page_.paragraph(
        0, kIndent,
        {{timeline_.design_name, Ink::Strong},
         {fmt::format(" ({}), from {} to {}", timeline_.design_file,
                      dsl::format_date(timeline_.from), dsl::format_date(timeline_.to))}});
    page_.gap();
    page_.paragraph(0, 0, {{answer()}});
    if (timeline_.undecided > 0) {
      page_.paragraph(
          0, 0,
          {{counted(static_cast<std::size_t>(timeline_.undecided),
                    "norm is undecided on the first day", "norms are undecided on the first day") +
            "; `leeway check` tells what is missing."}});
    }
    write_changing();
    write_throughout();
    write_others();
  }

 private:
  std::string answer() const {
    const auto& conflicts = timeline_.conflicts;
    if (conflicts.empty()) return "No conflict stands against this design on any of these days.";
    const auto changing = static_cast<std::size_t>(
        std::count_if(conflicts.begin(), conflicts.end(),
                      [](const TimelineNorm& norm) { return norm.spans.size() > 1; }));
    const std::size_t staying = conflicts.size() - changing;
    std::string text = counted(conflicts.size(), "norm stands", "norms stand") +
                       " against this design on some of these days";
    if (staying == conflicts.size()) {
      return counted(conflicts.size(), "norm stands", "norms stand") +
             " against this design on all of these days.";
    }
    if (staying == 0) return text + ", none of them on all.";
    return fmt::format("{}, {} of them on all.", text, staying);
  }

  void write_changing() {
    bool begun = false;
    for (const TimelineNorm& norm : timeline_.conflicts) {
      if (norm.spans.size() == 1) continue;
      if (!begun) heading(page_, "STANDS AGAINST THE DESIGN FOR A TIME");
      begun = true;
      write_norm(norm);
    }
  }

  void write_norm(const TimelineNorm& norm) {
    page_.gap();
    page_.paragraph(
        kIndent, kIndent,
        {{norm.title, Ink::Strong}, {fmt::format(" [{}]", norm.norm), Ink::Dim}, {by_text(norm)}});
    for (const TimelineSpan& span : norm.spans) write_span(span, norm);
  }

  void write_span(const TimelineSpan& span, const TimelineNorm& norm) {
    std::string what = spaced(outcome_word(span.outcome));
    if (span.outcome == Outcome::Conflict) {
      what += fmt::format(" ({})", dsl::effect_word(norm.effect));
    }
    page_.paragraph(2 * kIndent, kIndent,
                    {{days_text(span) + ": "},
                     {what, ink_of(span.outcome)},
                     {span.because.empty() ? "" : "; " + span.because}});
  }

  std::string days_text(const TimelineSpan& span) const {
    if (span.last == timeline_.to) return "from " + dsl::format_date(span.first);
    if (span.first == timeline_.from) return "until " + dsl::format_date(span.last);
    return fmt::format("{} to {}", dsl::format_date(span.first), dsl::format_date(span.last));
  }

  static std::string by_text(const TimelineNorm& norm) {
    std::vector<std::string> titles;
    for (const Party& party : norm.enforced) {
      if (std::find(titles.begin(), titles.end(), party.title) == titles.end()) {
        titles.push_back(party.title);
      }
    }
    return titles.empty() ? "" : ", by " + listed(titles, 3);
  }

  void write_throughout() {
    bool begun = false;
    for (const TimelineNorm& norm : timeline_.conflicts) {
      if (norm.spans.size() > 1) continue;
      if (!begun) heading(page_, "STANDS AGAINST THE DESIGN ON ALL DAYS");
      begun = true;
      page_.paragraph(kIndent, kIndent,
                      {{norm.title, Ink::Strong},
                       {fmt::format(" [{}]", norm.norm), Ink::Dim},
                       {fmt::format(" ({}){}", dsl::effect_word(norm.effect), by_text(norm))}});
    }
  }

  void write_others() {
    if (timeline_.others.empty()) return;
    heading(page_, "OTHER CHANGES");
    for (const TimelineNorm& norm : timeline_.others) write_norm(norm);
  }

  TerminalPage page_;
  const Timeline& timeline_;
};

}  // namespace

void write_timeline_text(std::ostream& out, const Timeline& timeline, const TextStyle& style) {
  TimelineText(out, timeline, style).write();
}

}  // namespace checker
