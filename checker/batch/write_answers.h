// The answers of a block as text: a line of JSON for each design, or of a table.
#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "checker/batch/decide_block.h"

namespace checker::batch {

enum class LineStyle : std::uint8_t {
  Json,     // the norms by verdict; how many are clear and how many do not apply
  Columns,  // comma-separated, a column for each norm
};

struct LineOptions {
  LineStyle style = LineStyle::Json;
  std::set<Outcome> only;  // only these verdicts, and only designs that have one; empty: all
  FailOn fail_on;
};

class AnswerWriter {
 public:
  AnswerWriter(const dsl::Program& program, LineOptions options);

  // What stands above the lines; empty for JSON.
  std::string header() const;
  // Adds the lines of a block's designs, in their order.
  void write(std::span<const Input> inputs, const BlockAnswer& block, const Decisions& decisions,
             std::string& out);

 private:
  bool is_listed(Outcome outcome) const;
  void collect(const BlockAnswer& block);
  void write_json(const Input& input, const BlockAnswer& block, std::string_view decision,
                  std::size_t design, std::string& out) const;
  void write_details(const std::vector<Verdict>& verdicts, std::string& out) const;
  void write_columns(const Input& input, const Answer& answer, std::string_view decision,
                     std::size_t design, std::string& out) const;

  const dsl::Program& program_;
  LineOptions options_;
  std::vector<std::string> names_;  // of the norms, in quotes
  // By design and outcome: the norms; those that are clear or do not apply are counted.
  std::vector<std::array<std::vector<std::uint32_t>, kOutcomeCount>> norms_;
  std::vector<std::uint32_t> clear_;
  std::vector<Outcome> table_;  // by design and norm, for columns
};

}  // namespace checker::batch
