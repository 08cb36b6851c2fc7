#include "checker/batch/engine.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "checker/batch/json_text.h"
#include "checker/design/document_text.h"
#include "checker/design/read_design.h"
#include "checker/eval/consistency.h"
#include "checker/eval/evaluate.h"
#include <fmt/core.h>

namespace checker::batch {

using dsl::Date;
using dsl::NormId;

Engine::Engine(const dsl::Program& program, const Dates& dates)
    : program_(program),
      dates_(dates),
      layout_(program, dates.as_of),
      first_days_of_spans_(first_days_of_spans(program)) {}

const Plan& Engine::plan_for(Date as_of) const {
  const auto at = std::upper_bound(first_days_of_spans_.begin(), first_days_of_spans_.end(), as_of);
  const auto span = static_cast<std::size_t>(at - first_days_of_spans_.begin());
  const std::lock_guard lock(mutex_);
  auto& plan = plans_[span];
  if (!plan) {
    plan = std::make_unique<const Plan>(
        compile_plan(program_, layout_, as_of, dates_.as_of.has_value()));
  }
  return *plan;
}

void Stats::add(const Stats& other) {
  designs += other.designs;
  straight += other.straight;
  documents += other.documents;
  pairs += other.pairs;
  left.resize(std::max(left.size(), other.left.size()));
  for (std::size_t i = 0; i < other.left.size(); ++i) left[i] += other.left[i];
}

namespace {

Fault first_fault(const dsl::Diagnostics& diagnostics, const dsl::SourceMap& sources) {
  for (const dsl::Diagnostic& each : diagnostics.all()) {
    if (each.severity != dsl::Severity::Error) continue;
    const dsl::LineColumn place = sources.locate(each.span.file, each.span.begin);
    return {std::string(dsl::info(each.kind).code), each.message, each.help, place.line,
            place.column};
  }
  return {};
}

Fault too_long() {
  return {std::string(dsl::info(dsl::DiagnosticKind::FileTooLarge).code),
          fmt::format("this design has more than {} bytes", kMaxDocumentBytes), kTooLongHelp};
}

}  // namespace

class Judge::Desk {
 public:
  Desk(const Engine& engine, Depth depth)
      : engine_(engine),
        depth_(depth),
        reader_(engine.program(), engine.layout()),
        block_(engine.layout()),
        outcomes_(engine.program().typed().norms.size()) {
    stats_.left.resize(outcomes_.size());
  }

  void read(std::span<const Input> inputs) {
    inputs_ = inputs;
    block_.clear();
    answers_.assign(inputs.size(), {});
    designs_.clear();
    designs_.resize(inputs.size());
    names_.clear();
    by_columns_ = {};
    as_documents_ = {};
    for (std::size_t i = 0; i < inputs.size(); ++i) read_one(i);
    stats_.designs += inputs.size();
  }

  BlockAnswer evaluate() {
    for (NormOutcomes& each : outcomes_) each = {};
    run_plans();
    judge_rest();
    if (depth_ == Depth::Details) work_out_details();
    stats_.pairs += drop_faulty() * outcomes_.size();
    return {answers_, &outcomes_, details_};
  }

  const Stats& stats() const { return stats_; }

 private:
  // False, with a fault, where there is no date for the design.
  bool choose_date(const std::optional<Date>& opens, const std::optional<Date>& as_of,
                   Answer& answer) const {
    const Dates& dates = engine_.dates();
    for (const auto& date : {dates.as_of, opens, as_of, dates.today}) {
      if (!date) continue;
      answer.as_of = *date;
      return true;
    }
    answer.fault = Fault{"", "the design says no date, and none was given",
                         "say `opens` or `as_of` in the design, as 2026-09-01"};
    return false;
  }

  void read_one(std::size_t i) {
    const Input& input = inputs_[i];
    if (input.fault != nullptr || input.text.size() > kMaxDocumentBytes) {
      answers_[i].fault = input.fault != nullptr ? *input.fault : too_long();
      return;
    }
    // Details come from the document; then its faults count whatever the design comes to.
    if (input.line > 0 && depth_ == Depth::Verdicts) {
      if (const auto header = reader_.read(input.text, block_, i)) {
        answers_[i].name = header->name.empty() ? default_name(i) : header->name;
        if (choose_date(header->opens, header->as_of, answers_[i])) set_bit(by_columns_, i);
        ++stats_.straight;
        return;
      }
    }
    const Design* const design = document(i);
    if (design == nullptr) return;
    answers_[i].name = names_.emplace_back(quoted(design->name));
    if (fill(block_, engine_.layout(), i, *design)) set_bit(by_columns_, i);
  }

  std::string_view default_name(std::size_t i) {
    return names_.emplace_back(quoted(inputs_[i].file_name));
  }

  // The design as the reader of documents gives it; null where it has a fault.
  const Design* document(std::size_t i) {
    if (has_bit(as_documents_, i)) return designs_[i].get();
    set_bit(as_documents_, i);
    ++stats_.documents;
    const Input& input = inputs_[i];
    dsl::SourceMap sources;
    dsl::Diagnostics diagnostics;
    const dsl::SourceFile& file = sources.add(input.file_name, std::string(input.text));
    auto design = read_document(file, input.line > 0, diagnostics);
    if (design) {
      if (!choose_date(design->opens, design->as_of, answers_[i])) return nullptr;
      check_fact_requirements(engine_.program(), *design, answers_[i].as_of, diagnostics);
    }
    if (design && !diagnostics.has_errors()) {
      designs_[i] = std::make_unique<const Design>(std::move(*design));
    } else {
      answers_[i].fault = first_fault(diagnostics, sources);
    }
    return designs_[i].get();
  }

  std::optional<Design> read_document(const dsl::SourceFile& file, bool is_line,
                                      dsl::Diagnostics& diagnostics) const {
    if (!is_line) return read_design(file, engine_.program(), diagnostics);
    const auto tree = read_json(file, diagnostics);
    if (!tree) return std::nullopt;
    return bind_design(*tree, file.name, engine_.program(), diagnostics, VersionKey::Optional);
  }

  // The rules of each span of dates over the designs that fall into it.
  void run_plans() {
    std::vector<std::pair<const Plan*, Mask>> plans;
    Date last{};
    const Plan* plan = nullptr;
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      if (!has_bit(by_columns_, i)) continue;
      if (plan == nullptr || answers_[i].as_of != last) {
        last = answers_[i].as_of;
        plan = &engine_.plan_for(last);
      }
      auto at = std::find_if(plans.begin(), plans.end(),
                             [&](const auto& each) { return each.first == plan; });
      if (at == plans.end()) at = plans.insert(at, {plan, Mask{}});
      set_bit(at->second, i);
    }
    Mask disagree{};
    for (const auto& [each, active] : plans) {
      run_plan(engine_.program(), engine_.layout(), *each, block_, active, workspace_, outcomes_,
               disagree);
    }
    // What the reader of documents says of facts that contradict each other counts.
    for_each_bit(disagree, [this](std::size_t i) { document(i); });
  }

  // What the plans left, to the evaluator.
  void judge_rest() {
    std::vector<std::vector<NormId>> left(answers_.size());
    for (std::uint32_t n = 0; n < outcomes_.size(); ++n) {
      for_each_bit(outcomes_[n].left, [&](std::size_t i) { left[i].push_back({n}); });
    }
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      const bool all = !has_bit(by_columns_, i);
      if (answers_[i].fault || (left[i].empty() && !all)) continue;
      if (all) {
        for (std::uint32_t n = 0; n < outcomes_.size(); ++n) left[i].push_back({n});
      }
      judge_by_evaluator(i, left[i]);
    }
  }

  void judge_by_evaluator(std::size_t i, const std::vector<NormId>& norms) {
    const Design* const design = document(i);
    if (design == nullptr) return;
    const auto outcomes = outcomes_of(engine_.program(), *design, norms, answers_[i].as_of);
    for (std::size_t n = 0; n < norms.size(); ++n) {
      set_bit(outcomes_[norms[n].index].of(outcomes[n]), i);
      ++stats_.left[norms[n].index];
    }
  }

  // Only the evaluator knows more than verdicts.
  void work_out_details() {
    details_.assign(answers_.size(), {});
    std::vector<std::vector<NormId>> norms(answers_.size());
    for (std::uint32_t n = 0; n < outcomes_.size(); ++n) {
      for (const Outcome outcome : {Outcome::Conflict, Outcome::Thinned, Outcome::CannotTell}) {
        for_each_bit(outcomes_[n].of(outcome), [&](std::size_t i) { norms[i].push_back({n}); });
      }
    }
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      if (answers_[i].fault || norms[i].empty()) continue;
      const Design* const design = document(i);
      if (design == nullptr) continue;
      details_[i] = verdicts_of(engine_.program(), *design, norms[i], answers_[i].as_of);
    }
  }

  // Takes back what was said of designs with a fault; how many are left.
  std::size_t drop_faulty() {
    Mask judged{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      if (answers_[i].fault) continue;
      set_bit(judged, i);
      ++count;
    }
    if (count == answers_.size()) return count;
    for (NormOutcomes& norm : outcomes_) {
      for (Mask& mask : norm.by_outcome) {
        for (std::size_t w = 0; w < kWords; ++w) mask[w] &= judged[w];
      }
    }
    return count;
  }

  const Engine& engine_;
  Depth depth_;
  LineReader reader_;
  Block block_;
  Workspace workspace_;
  std::span<const Input> inputs_;
  std::vector<Answer> answers_;
  std::vector<std::unique_ptr<const Design>> designs_;
  std::deque<std::string> names_;
  Mask by_columns_{};    // what the plans can judge
  Mask as_documents_{};  // what has been read as a document, with or without a fault
  std::vector<NormOutcomes> outcomes_;
  std::vector<std::vector<Verdict>> details_;
  Stats stats_;
};

Judge::Judge(const Engine& engine, Depth depth) : desk_(std::make_unique<Desk>(engine, depth)) {}
Judge::~Judge() = default;

BlockAnswer Judge::judge(std::span<const Input> inputs) {
  desk_->read(inputs);
  return desk_->evaluate();
}

void Judge::read(std::span<const Input> inputs) { desk_->read(inputs); }
BlockAnswer Judge::evaluate() { return desk_->evaluate(); }
const Stats& Judge::stats() const { return desk_->stats(); }

}  // namespace checker::batch
