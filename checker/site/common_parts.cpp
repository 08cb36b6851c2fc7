// What several pages say in the same way: citations, confidence, sources, lists of norms.
#include "checker/report/wording.h"
#include "checker/site/links.h"
#include "checker/site/pages.h"
#include "dsl/syntax/norm_words.h"

namespace checker::site {

std::string kind_title(dsl::NormKind kind) {
  return Prose(std::string(dsl::ast::kind_word(kind))).capitalized().text();
}

std::vector<Prose> norm_items(const std::vector<dsl::NormId>& norms, const dsl::Program& program) {
  std::vector<Prose> items;
  for (const dsl::NormId id : norms) {
    const std::string kind(dsl::ast::kind_word(program.norm(id).kind));
    items.push_back(link_to(id, program).add(" (" + kind + ")"));
  }
  return items;
}

std::vector<Prose> citation_items(const std::vector<dsl::Citation>& citations) {
  std::vector<Prose> items;
  items.reserve(citations.size());
  for (const dsl::Citation& citation : citations) {
    items.push_back(Prose().link_out(citation.text, citation.url));
  }
  return items;
}

std::vector<Prose> source_items(const std::vector<std::string>& urls) {
  std::vector<Prose> items;
  items.reserve(urls.size());
  for (const std::string& url : urls) items.push_back(Prose().link_out(url, url));
  return items;
}

Prose confidence_prose(dsl::Confidence confidence, const std::string& note,
                       const std::vector<dsl::StakeholderId>& ask, const dsl::Program& program) {
  Prose text;
  switch (confidence) {
    case dsl::Confidence::Verified: text.add("Verified: the text was read"); break;
    case dsl::Confidence::Recalled: text.add("Recalled: the text was not read"); break;
    case dsl::Confidence::Disputed: text.add("Disputed: two sources do not agree"); break;
  }
  if (!note.empty()) text.add("; " + note);
  text.add(note.ends_with(".") ? "" : ".");
  if (confidence == dsl::Confidence::Verified && note.empty()) return text;
  std::vector<Prose> whom;
  whom.reserve(ask.size());
  for (const dsl::StakeholderId id : ask) whom.push_back(link_to(id, program));
  if (whom.empty()) return text.add(" Confirm it before you rely on it.");
  return text.add(" Confirm with ").add(joined(whom, " or ")).add(".");
}

SourceText source_around(dsl::Span span, const PageInput& input) {
  const dsl::Span whole = input.places.declaration_around(span);
  return {std::string(text_of(whole, input.rules.sources)), input.places.place(whole)};
}

std::vector<Prose> word_items(const std::vector<std::string>& words) {
  std::vector<Prose> items;
  items.reserve(words.size());
  for (const std::string& word : words) items.emplace_back(spaced(word));
  return items;
}

std::vector<Prose> text_items(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

std::vector<Prose> target_items(const std::vector<dsl::LiftTarget>& targets,
                                const dsl::Program& program) {
  std::vector<Prose> items;
  items.reserve(targets.size());
  for (const dsl::LiftTarget& target : targets) items.push_back(link_to(target, program));
  return items;
}

std::vector<Prose> limit_items(const std::vector<dsl::ReachLimit>& limits,
                               const dsl::Program& program) {
  std::vector<Prose> items;
  for (const dsl::ReachLimit& limit : limits) {
    Prose item;
    for (const dsl::LiftTarget& target : limit.targets) {
      if (!item.empty()) item.add(", ");
      item.add(link_to(target, program));
    }
    if (!limit.reason.empty()) item.add(": " + limit.reason);
    items.push_back(item);
  }
  return items;
}

std::string renewal_in_words(const dsl::Renewal& renewal) {
  if (!renewal.times) return ", renewable";
  return ", renewable " + counted(static_cast<std::size_t>(*renewal.times), "time", "times");
}

}  // namespace checker::site
