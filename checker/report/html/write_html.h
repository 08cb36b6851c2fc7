// Reports for a browser: one page that holds all it needs, and that asks no network for anything.
//
// Its content security policy allows the page's own style sheet and script by their hashes and
// nothing else. All of it can be read without the script, which adds tabs, the filter by
// stakeholder and the buttons that print.
#pragma once

#include <ostream>
#include <span>

#include "checker/report/report.h"

namespace checker {

void write_html(std::ostream& out, std::span<const Report> reports);

}  // namespace checker
