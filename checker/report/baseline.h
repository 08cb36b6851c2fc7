// The conflicts that a former report tells of.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "checker/report/verdict_entry.h"

namespace checker {

// For which grades and records a norm conflicted; empty where it runs over neither.
struct KnownConflict {
  std::set<std::string> grades;
  std::set<std::string> records;  // by name, so that a record may move in its list
};

struct Baseline {
  std::string file;
  // By the design's file, then by norm. A design without conflicts has an empty map.
  std::map<std::string, std::map<std::string, KnownConflict>> designs;
};

// Whether all that conflicts now conflicted before: a further grade or record makes it a new one.
bool covers(const KnownConflict& known, const VerdictEntry& conflict);

// "Internship" of "block 2 (Internship)"; the text itself where the record has no name.
std::string record_name(std::string_view record);

struct ReadBaseline {
  Baseline baseline;
  std::string fault;  // why the text is none; empty when it is one
};

// A JSON or SARIF report of `leeway check`.
ReadBaseline read_baseline(const std::string& file, std::string_view text);

}  // namespace checker
