#include "checker/report/text_parts.h"

#include <algorithm>
#include <map>
#include <set>

#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr std::size_t kMostPlaces = 4;
constexpr std::size_t kMostFacts = 6;
constexpr std::size_t kMostRecords = 4;

// "12", "14-17"
std::vector<std::string> line_ranges(const std::set<std::uint32_t>& lines) {
  std::vector<std::string> ranges;
  for (auto at = lines.begin(); at != lines.end();) {
    const std::uint32_t first = *at;
    std::uint32_t last = first;
    while (++at != lines.end() && *at == last + 1) last = *at;
    ranges.push_back(first == last ? fmt::format("{}", first) : fmt::format("{}-{}", first, last));
  }
  return ranges;
}

}  // namespace

void heading(TerminalPage& page, std::string_view text) {
  page.gap();
  page.paragraph(0, kIndent, {{std::string(text), Ink::Strong}});
}

void labelled(TerminalPage& page, int indent, const std::string& label, const std::string& text) {
  if (text.empty()) return;
  page.paragraph(indent, kIndent, {{label + ":", Ink::Dim}, {" " + text}});
}

void write_lines(TerminalPage& page, int indent, const Lines& lines) {
  for (const LabelledLine& line : lines) {
    if (line.label.empty()) {
      page.paragraph(indent, kIndent, {{line.text, line.heads ? Ink::Strong : Ink::Plain}});
    } else {
      labelled(page, indent, line.label, line.text);
    }
  }
}

std::string in_brackets(const Location& location) {
  if (location.file.empty()) return {};
  return fmt::format(" ({}:{})", location.file, location.start.line);
}

std::string in_brackets(const std::vector<Location>& locations) {
  std::map<std::string, std::set<std::uint32_t>> lines;
  for (const Location& each : locations) {
    if (!each.file.empty()) lines[each.file].insert(each.start.line);
  }
  std::vector<std::string> places;
  for (const auto& [file, numbers] : lines) {
    const std::vector<std::string> ranges = line_ranges(numbers);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      places.push_back(i == 0 ? fmt::format("{}:{}", file, ranges[i]) : ranges[i]);
    }
  }
  if (places.empty()) return {};
  return fmt::format(" ({})", listed(places, kMostPlaces));
}

std::string fact_text(const FactLocation& fact) {
  return fmt::format("`{}` is {}{}", fact.fact, fact.value, in_brackets(fact.location));
}

std::string deciding_facts(const PartEntry& part, const std::vector<Location>& told) {
  const bool any_decisive = std::any_of(part.locations.begin(), part.locations.end(),
                                        [](const FactLocation& fact) { return fact.decisive; });
  std::vector<std::string> facts;
  for (const FactLocation& fact : part.locations) {
    const bool is_told = std::any_of(told.begin(), told.end(), [&](const Location& place) {
      return same_line(place, fact.location);
    });
    if (!is_told && fact.decisive == any_decisive) facts.push_back(fact_text(fact));
  }
  return listed(facts, kMostFacts);
}

std::string about_text(const PartEntry& part) {
  if (!part.grades.empty()) return grades_text(part.grades);
  return listed(part.records, kMostRecords);
}

std::string for_text(const PartEntry& part) {
  const std::string about = about_text(part);
  return about.empty() ? about : ", for " + about;
}

std::string citation_text(const VerdictEntry& verdict) {
  std::string text;
  for (const CitationEntry& citation : verdict.citations) {
    text += (text.empty() ? "" : "; ") + citation.text;
  }
  return text;
}

std::string leeway_in_full(const LeewayEntry& leeway) {
  return fmt::format("{} (the design {}, the rule {} {})", leeway.text, leeway.has, leeway.relation,
                     leeway.limit);
}

std::string notes_text(const VerdictEntry& verdict) {
  std::string text;
  for (const std::string& note : verdict.notes) text += (text.empty() ? "" : " ") + sentence(note);
  return text;
}

std::string sentence(const std::string& text) {
  const bool ended = text.empty() || text.ends_with('.') || text.ends_with('?') ||
                     text.ends_with('!') || text.ends_with(".\"");
  return ended ? text : text + ".";
}

std::string confidence_text(const VerdictEntry& verdict) {
  if (verdict.confidence == dsl::Confidence::Verified) return verdict.confidence_note;
  const Party* with = verdict.stakeholder();
  const bool disputed = verdict.confidence == dsl::Confidence::Disputed;
  std::string text = disputed ? "sources disagree" : "recalled, not read";
  if (with != nullptr) text += ": confirm with " + with->title;
  if (!verdict.confidence_note.empty()) text += " (" + verdict.confidence_note + ")";
  return text;
}

std::string lasting_text(const std::string& lasting, const std::string& renewal) {
  return lasting + (lasting.empty() || renewal.empty() ? "" : ", ") + renewal;
}

std::string appeal_text(const AppealEntry& appeal) {
  std::string text = "to " + appeal.to.title;
  if (!appeal.within.empty()) text += " within " + appeal.within;
  return appeal.note.empty() ? text : sentence(text) + " " + appeal.note;
}

}  // namespace checker
