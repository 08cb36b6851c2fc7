#include "checker/batch/write_answers.h"

#include <algorithm>
#include <utility>

#include "checker/batch/json_text.h"
#include "checker/batch/write_fault.h"
#include "checker/eval/fact_path.h"
#include <fmt/core.h>

namespace checker::batch {
namespace {

bool is_counted(Outcome outcome) {
  return outcome == Outcome::Clear || outcome == Outcome::DoesNotApply;
}

// A text as one field of a comma-separated line.
std::string field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted_text = "\"";
  for (const char c : text) quoted_text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted_text + '"';
}

// Of a name as JSON writes it. One that would break the line stays as it is there.
std::string name_field(std::string_view json) {
  const std::string name = unquoted(json);
  const bool breaks_line = std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  return field(breaks_line ? json : name);
}

}  // namespace

AnswerWriter::AnswerWriter(const dsl::Program& program, LineOptions options)
    : program_(program), options_(std::move(options)) {
  for (const dsl::Norm& norm : program.typed().norms) names_.push_back('"' + norm.name + '"');
}

std::string AnswerWriter::header() const {
  if (options_.style == LineStyle::Json) return {};
  std::string line = "line,file,name,as_of,decision,error";
  for (const dsl::Norm& norm : program_.typed().norms) line += ',' + norm.name;
  return line + '\n';
}

bool AnswerWriter::is_listed(Outcome outcome) const {
  return options_.only.empty() ? !is_counted(outcome) : options_.only.contains(outcome);
}

void AnswerWriter::collect(const BlockAnswer& block) {
  const std::size_t norm_count = names_.size();
  norms_.resize(block.answers.size());
  for (auto& by_outcome : norms_) {
    for (auto& norms : by_outcome) norms.clear();
  }
  clear_.assign(block.answers.size(), 0);
  const bool columns = options_.style == LineStyle::Columns;
  if (columns) table_.assign(block.answers.size() * norm_count, Outcome::DoesNotApply);
  for (std::uint32_t n = 0; n < norm_count; ++n) {
    for (std::size_t o = 0; o < kOutcomeCount; ++o) {
      const auto outcome = static_cast<Outcome>(o);
      const Mask& mask = (*block.outcomes)[n].of(outcome);
      if (columns) {
        for_each_bit(mask, [&](std::size_t i) { table_[i * norm_count + n] = outcome; });
      }
      if (is_listed(outcome)) {
        for_each_bit(mask, [&](std::size_t i) { norms_[i][o].push_back(n); });
      }
      if (outcome == Outcome::Clear) for_each_bit(mask, [&](std::size_t i) { ++clear_[i]; });
    }
  }
}

void AnswerWriter::write(std::span<const Input> inputs, const BlockAnswer& block,
                         const Decisions& decisions, std::string& out) {
  collect(block);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Answer& answer = block.answers[i];
    const bool columns = options_.style == LineStyle::Columns;
    if (answer.fault && !columns) {
      out += fault_json(inputs[i], *answer.fault) + '\n';
      continue;
    }
    const bool has_listed = std::any_of(norms_[i].begin(), norms_[i].end(),
                                        [](const auto& norms) { return !norms.empty(); });
    if (!options_.only.empty() && !has_listed && !answer.fault) continue;
    const std::string_view decision =
        answer.fault ? std::string_view("error") : decision_word(decisions.of(i));
    if (columns) {
      write_columns(inputs[i], answer, decision, i, out);
    } else {
      write_json(inputs[i], block, decision, i, out);
    }
  }
}

// How far the norms that fall short are from holding, and what is missing where nobody can tell.
void AnswerWriter::write_details(const std::vector<Verdict>& verdicts, std::string& out) const {
  std::string leeway;
  std::string needs;
  for (const Verdict& verdict : verdicts) {
    if (!is_listed(verdict.outcome)) continue;
    const std::string& norm = names_[verdict.norm.index];
    const VerdictPart& part = verdict.main();
    if (part.leeway) {
      const Distance distance = distance_of(*part.leeway);
      leeway += fmt::format(R"({}{}:{{"exact":"{}","unit":{}}})", leeway.empty() ? "" : ",", norm,
                            dsl::format_exact(distance.value), quoted(distance.unit.plural));
    }
    std::string facts;
    for (const FactRef& fact : part.needs) {
      facts += (facts.empty() ? "" : ",") + quoted(fact_path(fact, program_));
    }
    if (!facts.empty()) needs += fmt::format("{}{}:[{}]", needs.empty() ? "" : ",", norm, facts);
  }
  if (!leeway.empty()) out += R"(,"leeway":{)" + leeway + '}';
  if (!needs.empty()) out += R"(,"needs":{)" + needs + '}';
}

void AnswerWriter::write_json(const Input& input, const BlockAnswer& block,
                              std::string_view decision, std::size_t design,
                              std::string& out) const {
  const Answer& answer = block.answers[design];
  out += '{' + json_place(input);
  out += R"(,"name":)";
  out += answer.name;
  out += R"(,"as_of":")";
  out += dsl::format_date(answer.as_of);
  out += R"(","decision":")";
  out += decision;
  out += '"';
  std::size_t listed = 0;
  for (std::size_t o = 0; o < kOutcomeCount; ++o) {
    const auto& norms = norms_[design][o];
    listed += norms.size();
    if (norms.empty()) continue;
    out += R"(,")";
    out += outcome_word(static_cast<Outcome>(o));
    out += "\":[";
    for (std::size_t n = 0; n < norms.size(); ++n) {
      if (n > 0) out += ',';
      out += names_[norms[n]];
    }
    out += ']';
  }
  if (!block.details.empty()) write_details(block.details[design], out);
  if (options_.only.empty()) {
    out += ",\"clear\":" + std::to_string(clear_[design]);
    out += ",\"does_not_apply\":" + std::to_string(names_.size() - listed - clear_[design]);
  }
  out += "}\n";
}

void AnswerWriter::write_columns(const Input& input, const Answer& answer,
                                 std::string_view decision, std::size_t design,
                                 std::string& out) const {
  out += input.line > 0 ? std::to_string(input.line) + ",," : ',' + field(input.file_name) + ',';
  if (!answer.fault) {
    out += name_field(answer.name) + ',' + dsl::format_date(answer.as_of) + ',' +
           std::string(decision) + ',';
  } else {
    out += ",,error," + field(fault_message(*answer.fault));
  }
  for (std::size_t n = 0; n < names_.size(); ++n) {
    out += ',';
    const Outcome outcome = table_[design * names_.size() + n];
    const bool is_told = options_.only.empty() || options_.only.contains(outcome);
    if (!answer.fault && is_told) out += outcome_word(outcome);
  }
  out += '\n';
}

}  // namespace checker::batch
