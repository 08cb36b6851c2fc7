// The formats of a report. A new one is a writer and a row in formats.cpp.
#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "checker/report/run_report.h"

namespace checker {

// Formats that people read heed a filter; those for programs tell everything.
enum class Audience { People, Programs };

struct ReportFormat {
  std::string_view name;  // what `--format` takes
  Audience audience{};
  void (*write)(std::ostream& out, const RunReport& run, const ReportStyle& style) = nullptr;
  bool draws_network = false;     // reads `Report::network`
  bool proposes_repairs = false;  // reads `VerdictEntry::repair`
};

// In the order in which help lists them.
std::span<const ReportFormat> report_formats();

// Null for a name that none has.
const ReportFormat* find_report_format(std::string_view name);

}  // namespace checker
