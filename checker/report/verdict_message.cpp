#include "checker/report/verdict_message.h"

#include <algorithm>

#include "checker/report/text_parts.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr std::size_t kMostQuestions = 6;

void add(Lines& lines, const std::string& label, const std::string& text) {
  if (!text.empty()) lines.push_back({label, text});
}

void add_questions(Lines& lines, const PartEntry& part) {
  const std::vector<NeedEntry>& needs = part.hangs_on.empty() ? part.needs : part.hangs_on;
  for (std::size_t i = 0; i < needs.size() && i < kMostQuestions; ++i) {
    const NeedEntry& need = needs[i];
    std::string text = fmt::format("`{}`", need.fact);
    if (!need.record.empty()) text += " of " + need.record;
    text += ": " + need.question;
    if (need.whom) text += " Ask: " + need.whom->title;
    add(lines, "missing", text);
  }
  if (needs.size() > kMostQuestions) {
    lines.push_back({"", fmt::format("and {} more", needs.size() - kMostQuestions)});
  }
}

Lines undecided_lines(const PartOfNorm& each) {
  Lines lines;
  add(lines, "citation", citation_text(*each.norm));
  add_questions(lines, *each.part);
  if (each.part->hangs_on.empty()) {
    for (const JudgmentEntry& judgment : each.part->judgments) {
      add(lines, "judged by", fmt::format("{}: {}", judgment.by.title, judgment.question));
    }
  }
  add(lines, "no answer settles it", unanswerable_text(*each.part));
  add(lines, "an answer may not be enough", left_open_text(*each.part));
  return lines;
}

Lines settled_lines(const PartOfNorm& each) {
  const PartEntry& part = *each.part;
  Lines lines;
  add(lines, "citation", citation_text(*each.norm));
  if (part.outcome == Outcome::Relieved) add(lines, "relief", relief_on_record(part));
  if (is_held_off(part.outcome)) lines.push_back({"", held_off_text(part)});
  if (part.leeway) add(lines, "leeway", leeway_in_full(*part.leeway));
  add(lines, "because", part.reason);
  return lines;
}

Lines open_or_settled_lines(const VerdictEntry& verdict) {
  const PartOfNorm main{&verdict, &verdict.main()};
  return verdict.outcome == Outcome::CannotTell ? undecided_lines(main) : settled_lines(main);
}

void add_place(std::vector<Location>& places, const Location& place) {
  const bool told = std::any_of(places.begin(), places.end(),
                                [&](const Location& each) { return same_line(each, place); });
  if (!told && !place.file.empty()) places.push_back(place);
}

void add_places(std::vector<Location>& places, const PartEntry& part) {
  if (part.leeway) {
    for (const Location& place : part.leeway->has_from) add_place(places, place);
  }
  for (const FactLocation& fact : part.locations) {
    if (fact.decisive) add_place(places, fact.location);
  }
  if (part.relief) add_place(places, part.relief->location);
  if (part.approval) add_place(places, part.approval->location);
  for (const NeedEntry& need : part.hangs_on) add_place(places, need.location.value_or(Location{}));
  for (const NeedEntry& need : part.needs) add_place(places, need.location.value_or(Location{}));
  for (const FactLocation& fact : part.locations) add_place(places, fact.location);
}

}  // namespace

std::string status_text(const VerdictEntry& verdict) {
  if (verdict.outcome == Outcome::Conflict) return effect_text(verdict) + about_conflict(verdict);
  return spaced(outcome_word(verdict.outcome)) + for_text(verdict.main());
}

std::string headline(const VerdictEntry& verdict) {
  return fmt::format("{}: {}", verdict.title, status_text(verdict));
}

Lines message_lines(const VerdictEntry& verdict) {
  return lines_by_outcome(verdict, open_or_settled_lines);
}

std::string plain_text(const Lines& lines) {
  std::string text;
  for (const LabelledLine& line : lines) {
    if (!text.empty()) text += '\n';
    text += line.label.empty() ? line.text : line.label + ": " + line.text;
  }
  return text;
}

std::vector<Location> design_places(const VerdictEntry& verdict) {
  std::vector<Location> places;
  for (const PartEntry& part : verdict.parts) {
    if (part.outcome == verdict.outcome) add_places(places, part);
  }
  return places;
}

Location main_place(const std::vector<Location>& places, const Report& report) {
  return places.empty() ? Location{report.design_file, {}} : places.front();
}

}  // namespace checker
