// leeway check --batch: many designs in, a line for each out.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <ostream>
#include <unistd.h>

#include "checker/batch/summary.h"
#include "checker/batch/write_answers.h"
#include "checker/batch/write_fault.h"
#include "checker/cli/batch_crew.h"
#include "checker/cli/batch_source.h"
#include "checker/cli/progress.h"
#include "checker/cli/verbs.h"
#include "checker/report/wording.h"
#include <fmt/core.h>

namespace checker {
namespace {

using batch::Engine;

enum class Telling : std::uint8_t { Lines, SummaryText, SummaryJson };

Telling telling_of(const CheckCommand& command) {
  if (!command.batch.summary) return Telling::Lines;
  const bool as_json = command.reports.front().format->name == "json";
  return as_json ? Telling::SummaryJson : Telling::SummaryText;
}

// One thread's share of the work, with all that it needs to itself.
class Worker {
 public:
  Worker(const Engine& engine, const batch::LineOptions& options, const CheckCommand& command)
      : engine_(engine),
        fail_on_(options.fail_on),
        judge_(engine, command.batch.details ? batch::Depth::Details : batch::Depth::Verdicts),
        writer_(engine.program(), options),
        summary_(engine.program()),
        telling_(telling_of(command)) {}

  ChunkAnswer answer(const DesignChunk& chunk) {
    ChunkAnswer answer;
    const std::span<const batch::Input> all(chunk.inputs);
    for (std::size_t first = 0; first < all.size(); first += batch::kBlockDesigns) {
      const auto inputs = all.subspan(first, std::min(batch::kBlockDesigns, all.size() - first));
      const batch::BlockAnswer block = judge_.judge(inputs);
      const batch::Decisions decisions = batch::decide_block(engine_.program(), block, fail_on_);
      summary_.add(engine_.program(), block, decisions);
      if (telling_ == Telling::Lines) {
        writer_.write(inputs, block, decisions, answer.lines);
      } else {
        tell_faults(inputs, block, answer.faults);
      }
    }
    return answer;
  }

  const batch::Summary& summary() const { return summary_; }
  const batch::Stats& stats() const { return judge_.stats(); }

 private:
  void tell_faults(std::span<const batch::Input> inputs, const batch::BlockAnswer& block,
                   std::vector<std::string>& faults) const {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const auto& fault = block.answers[i].fault;
      if (!fault) continue;
      faults.push_back(telling_ == Telling::SummaryJson ? batch::fault_json(inputs[i], *fault)
                                                        : batch::fault_text(inputs[i], *fault));
    }
  }

  const Engine& engine_;
  FailOn fail_on_;
  batch::Judge judge_;
  batch::AnswerWriter writer_;
  batch::Summary summary_;
  Telling telling_;
};

// Where the answers go. A file is opened, and what was in it is lost, when there is something to
// write: a text that is refused as a whole gets no answer.
class Output {
 public:
  Output(std::string file_name, std::ostream& without_file)
      : file_name_(std::move(file_name)), without_file_(without_file) {}

  std::ostream& stream() {
    if (file_name_.empty()) return without_file_;
    if (!is_opened_) {
      is_opened_ = true;
      file_.open(file_name_, std::ios::binary);
      if (!file_) fault_ = fmt::format("cannot write `{}`: {}", file_name_, std::strerror(errno));
    }
    return file_;
  }

  bool good() const { return file_name_.empty() ? without_file_.good() : file_.good(); }

  // Why a file does not hold all answers; empty where it does, and without one.
  std::string fault() const {
    if (!fault_.empty() || file_name_.empty() || file_) return fault_;
    return fmt::format("cannot write all answers to `{}`", file_name_);
  }

 private:
  std::string file_name_;
  std::ostream& without_file_;
  std::ofstream file_;
  bool is_opened_ = false;
  std::string fault_;
};

// Writes what is told of all, as the answers come. No more is kept than the first faults, which
// stand in the middle of a summary.
class Account {
 public:
  Account(Output& out, Telling telling, std::string header)
      : out_(out), telling_(telling), header_(std::move(header)) {}

  void add(const ChunkAnswer& answer) {
    begin();
    out_.stream() << answer.lines;
    for (const std::string& fault : answer.faults) add_fault(fault);
    if (telling_ == Telling::Lines) out_.stream() << std::flush;
  }

  void end(const dsl::Program& program, const batch::Summary& summary) {
    begin();
    std::ostream& out = out_.stream();
    if (telling_ == Telling::SummaryJson) out << batch::summary_json_rest(program, summary);
    if (telling_ == Telling::SummaryText) out << batch::summary_text(program, summary, faults_);
    out << std::flush;
  }

 private:
  void begin() {
    if (has_begun_) return;
    has_begun_ = true;
    out_.stream() << (telling_ == Telling::SummaryJson ? batch::summary_json_begin() : header_);
  }

  void add_fault(const std::string& fault) {
    if (telling_ == Telling::SummaryJson) {
      out_.stream() << (has_fault_ ? "," : "") << fault;
      has_fault_ = true;
    } else if (faults_.size() < batch::kShownFaults) {
      faults_.push_back(fault);
    }
  }

  Output& out_;
  Telling telling_;
  std::string header_;
  bool has_begun_ = false;
  bool has_fault_ = false;
  std::vector<std::string> faults_;
};

// Reads, judges and gives the answers to `write` until the source or the output ends.
template <typename Write>
void run_batch(BatchSource& source, const std::vector<AnswerChunk>& work, const Write& write) {
  if (work.size() == 1) {
    DesignChunk chunk;
    while (source.next(chunk) && write(chunk, work.front()(chunk))) {
    }
    return;
  }
  BatchCrew crew(work);
  const std::size_t limit = work.size() * 2;
  std::unique_ptr<BatchCrew::Task> spare;
  bool goes_on = true;
  while (goes_on) {
    auto task = spare ? std::move(spare) : std::make_unique<BatchCrew::Task>();
    task->done = false;
    if (!source.next(task->chunk)) break;
    crew.give(std::move(task));
    if (crew.open() < limit) continue;
    spare = crew.take();
    goes_on = write(spare->chunk, spare->answer);
  }
  while (crew.open() > 0) {
    const auto task = crew.take();
    write(task->chunk, task->answer);
  }
}

ExitStatus status_of(const batch::Summary& summary, const CheckCommand& command) {
  if (summary.faulty > 0) return ExitStatus::DesignFault;
  ExitStatus status = ExitStatus::Success;
  if (summary.undecided > 0) status = ExitStatus::Undecided;
  if (summary.conflict > 0) status = ExitStatus::Conflict;
  const bool nothing = summary.designs == summary.nothing_applies;
  if (nothing && !command.allow_empty) status = ExitStatus::NothingChecked;
  return command.exit_zero ? ExitStatus::Success : status;
}

batch::LineOptions line_options(const CheckCommand& command) {
  batch::LineOptions options;
  options.style = command.batch.columns ? batch::LineStyle::Columns : batch::LineStyle::Json;
  options.only.insert(command.only.begin(), command.only.end());
  options.fail_on = command.fail_on;
  return options;
}

ExitStatus run(const CheckCommand& command, const Streams& streams, const dsl::Program& program,
               BatchSource& source, Output& out) {
  const Engine engine(program, {command.look.as_of, choose_as_of(std::nullopt, nullptr).date});
  const batch::LineOptions options = line_options(command);
  std::vector<std::unique_ptr<Worker>> workers;
  std::vector<AnswerChunk> work;
  for (int i = 0; i < command.batch.jobs; ++i) {
    Worker& worker = *workers.emplace_back(std::make_unique<Worker>(engine, options, command));
    work.emplace_back([&worker](const DesignChunk& chunk) { return worker.answer(chunk); });
  }
  catch_stop_signals();
  Progress progress(streams.err, isatty(STDERR_FILENO) == 1);
  const bool shares_terminal = command.output.empty() && isatty(STDOUT_FILENO) == 1;
  Account account(out, telling_of(command), batch::AnswerWriter(program, options).header());
  std::uint64_t designs = 0;
  run_batch(source, work, [&](const DesignChunk& chunk, const ChunkAnswer& answer) {
    if (shares_terminal) progress.clear();
    account.add(answer);
    designs += chunk.inputs.size();
    progress.tell(designs, source.progress());
    return out.good();
  });
  progress.clear();
  const std::string fault = source.fault();
  if (!fault.empty()) streams.err << "leeway: " << fault << '\n';
  if (!fault.empty() && designs == 0) return ExitStatus::DesignFault;
  batch::Summary summary(program);
  batch::Stats stats;
  for (const auto& worker : workers) {
    summary.add(worker->summary());
    stats.add(worker->stats());
  }
  account.end(program, summary);
  if (command.batch.stats) streams.err << batch::stats_text(program, stats);
  if (const int signal = stop_requested(); signal != 0) {
    if (out.good()) {
      streams.err << fmt::format("leeway: stopped after {}, each of them answered\n",
                                 counted(summary.designs, "design", "designs"));
    }
    streams.err.flush();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  if (!fault.empty()) return ExitStatus::DesignFault;
  const ExitStatus status = status_of(summary, command);
  if (status == ExitStatus::NothingChecked) {
    streams.err << "leeway: "
                << (summary.designs == 0 ? "nothing was checked: there is no design in it"
                                         : exit_sentence(status))
                << '\n';
  }
  return status;
}

}  // namespace

ExitStatus run_check_batch(const CheckCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto program = load_program(command.common, RuleFiles::WithoutTests, sources, diagnostics);
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  if (!program) {
    advise_on_rules(diagnostics, command.common.rules, "--rules", streams);
    return ExitStatus::RuleFault;
  }
  std::string complaint;
  const auto source = open_batch(command.batch.path, command.stdin_name, complaint);
  if (!source) {
    streams.err << "leeway: " << complaint << '\n';
    return ExitStatus::DesignFault;
  }
  const bool is_named = !command.output.empty();
  if (source->reads(is_named ? command.output : "/dev/stdout")) {
    streams.err << "leeway: "
                << (is_named ? "`" + command.output + "`" : "the file of standard output")
                << " is one from which `--batch` reads designs; write the answers to another\n";
    return ExitStatus::Usage;
  }
  Output output(command.output, streams.out);
  const ExitStatus status = run(command, streams, *program, *source, output);
  const std::string fault = output.fault();
  if (fault.empty()) return status;
  streams.err << "leeway: " << fault << '\n';
  return ExitStatus::Usage;
}

}  // namespace checker
