// Tables of expressions with their values, the compact form of golden cases.
#pragma once

#include "tests/golden/leeway_process.h"

namespace golden {

// Runs every line of the table; tells on standard output what differs. Returns whether all agree
// (or, when updating, were brought to agree).
bool check_eval_table(const Setting&, const std::filesystem::path& table);

}  // namespace golden
