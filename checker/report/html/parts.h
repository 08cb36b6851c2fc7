// What the sections of the HTML report are made of: texts with their code and links, lines with
// labels, names to link to, and whom an entry concerns.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checker/report/html/html.h"
#include "checker/report/report.h"
#include "checker/report/verdict_lines.h"

namespace checker::html {

// One design's report within the page.
struct Scope {
  const Report& report;
  std::string prefix;  // of all its ids; empty for the first

  std::string id(std::string_view name) const { return prefix + std::string(name); }
  std::string id_of_norm(const std::string& norm) const { return id("norm-" + norm); }
  std::string id_of_stakeholder(const std::string& name) const { return id("who-" + name); }
  // The address of such an id.
  static std::string link(const std::string& id) { return "#" + id; }
};

// The stakeholders that an entry concerns; the script filters by them.
class Concerned {
 public:
  void add(const Party& party) { ids_.insert(party.id); }
  // Who enforces, decides or judges it.
  void add(const VerdictEntry& verdict);
  void add(const PartEntry& part);

  bool has(const std::string& id) const { return ids_.count(id) > 0; }
  std::string text() const;  // separated by blanks

 private:
  std::set<std::string> ids_;
};

// What stands between backticks is code.
Html prose(std::string_view text);

// The text as a link, where the address is one of the web.
Html link_out(std::string_view text, const std::string& url);

// Linked to where each may be read; empty without citations.
Html citations(const VerdictEntry& verdict);

// Rows of a label and a text. The citation is left out, which is written apart.
Html rows(const Lines& lines);

// "TITLE, for grades 9..12"
std::string title_of(const PartOfNorm& each);

// A list with its own class; empty without items. Items hold their <li>.
Html list_of(Markup name, const Html& items);

}  // namespace checker::html
