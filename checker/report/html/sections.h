// The parts of the HTML report, in the order in which they stand.
#pragma once

#include <string>
#include <vector>

#include "checker/report/html/parts.h"

namespace checker::html {

struct Section {
  std::string name;   // its id
  std::string title;  // "Conflicts"
  std::size_t count = 0;
  Html content;  // without the heading
};

// The picture, what the design would fall with, and the members as a table; empty without a
// network.
Html network_part(const Scope& scope);

Section conflicts_section(const Scope& scope);
Section decisions_section(const Scope& scope);
Section questions_section(const Scope& scope);
Section limits_section(const Scope& scope);
// What speaks for the design, and what would stand but is held off.
Section settled_section(const Scope& scope);
// What asks nothing of the design; empty unless it was asked for by name.
Section quiet_section(const Scope& scope);
Section dates_section(const Scope& scope);
// What norms would be that are not enacted; empty unless they were asked for.
Section pending_section(const Scope& scope);
// A page for each stakeholder, to carry into the meeting.
Section stakeholders_section(const Scope& scope);

}  // namespace checker::html
