// leeway check --batch: many designs in, a line for each out.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <fstream>
#include <mutex>
#include <ostream>
#include <thread>
#include <unistd.h>

#include "checker/batch/summary.h"
#include "checker/batch/write_answers.h"
#include "checker/cli/batch_source.h"
#include "checker/cli/verbs.h"
#include <fmt/core.h>
#include <spdlog/spdlog.h>

namespace checker {
namespace {

using batch::Engine;

// One thread's share of the work, with all that it needs to itself.
class Worker {
 public:
  Worker(const Engine& engine, const batch::LineOptions& options, const BatchOptions& asked)
      : engine_(engine),
        fail_on_(options.fail_on),
        judge_(engine, asked.details ? batch::Depth::Details : batch::Depth::Verdicts),
        writer_(engine.program(), options),
        summary_(engine.program()),
        writes_lines_(!asked.summary) {}

  std::string answer(const DesignChunk& chunk) {
    std::string out;
    const std::span<const batch::Input> all(chunk.inputs);
    for (std::size_t first = 0; first < all.size(); first += batch::kBlockDesigns) {
      const auto inputs = all.subspan(first, std::min(batch::kBlockDesigns, all.size() - first));
      const batch::BlockAnswer block = judge_.judge(inputs);
      const batch::Decisions decisions = batch::decide_block(engine_.program(), block, fail_on_);
      summary_.add(engine_.program(), block, decisions);
      if (writes_lines_) writer_.write(inputs, block, decisions, out);
    }
    return out;
  }

  const batch::Summary& summary() const { return summary_; }
  const batch::Stats& stats() const { return judge_.stats(); }

 private:
  const Engine& engine_;
  FailOn fail_on_;
  batch::Judge judge_;
  batch::AnswerWriter writer_;
  batch::Summary summary_;
  bool writes_lines_;
};

// A line on the terminal that tells how far the work is; nowhere else.
class Progress {
 public:
  Progress(std::ostream& err, bool shows) : err_(err), shows_(shows) {}

  void tell(std::uint64_t designs, std::optional<double> share) {
    if (!shows_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    constexpr int kWidth = 30;
    std::string line = fmt::format("\r{} designs", designs);
    if (share) {
      const int done = static_cast<int>(std::min(*share, 1.0) * kWidth);
      line += fmt::format("  [{}{}] {:.0f}%", std::string(static_cast<std::size_t>(done), '#'),
                          std::string(static_cast<std::size_t>(kWidth - done), '.'), *share * 100);
    }
    err_ << line << std::flush;
    shown_ = true;
  }

  void end() {
    if (shown_) err_ << "\r\x1b[K" << std::flush;
  }

 private:
  std::ostream& err_;
  bool shows_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_;
};

// Chunks to the workers and their answers back, in order.
class Crew {
 public:
  explicit Crew(std::vector<std::unique_ptr<Worker>>& workers) {
    for (auto& worker : workers) {
      threads_.emplace_back([this, &worker = *worker] { work(worker); });
    }
  }
  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  struct Task {
    DesignChunk chunk;
    std::string answer;
    bool done = false;
  };

  void give(std::unique_ptr<Task> task) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(task.get());
      all_.push_back(std::move(task));
    }
    changed_.notify_all();
  }

  std::size_t open() const { return all_.size(); }

  // The oldest of the tasks, once it is done.
  std::unique_ptr<Task> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return all_.front()->done; });
    auto task = std::move(all_.front());
    all_.pop_front();
    return task;
  }

 private:
  void work(Worker& worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      Task* const task = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      task->answer = worker.answer(task->chunk);
      lock.lock();
      task->done = true;
      changed_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task*> waiting_;
  std::deque<std::unique_ptr<Task>> all_;
  bool closed_ = false;
  std::vector<std::jthread> threads_;  // last, so that it ends first
};

// Reads, judges and writes until the source or the output ends.
void run_batch(BatchSource& source, std::vector<std::unique_ptr<Worker>>& workers,
               std::ostream& out, Progress& progress) {
  std::uint64_t designs = 0;
  const auto write = [&](const DesignChunk& chunk, const std::string& answer) {
    out << answer << std::flush;
    designs += chunk.inputs.size();
    progress.tell(designs, source.progress());
  };
  if (workers.size() == 1) {
    DesignChunk chunk;
    while (out && source.next(chunk)) write(chunk, workers.front()->answer(chunk));
    return;
  }
  Crew crew(workers);
  const std::size_t limit = workers.size() * 2;
  std::unique_ptr<Crew::Task> spare;
  while (out) {
    auto task = spare ? std::move(spare) : std::make_unique<Crew::Task>();
    task->done = false;
    if (!source.next(task->chunk)) break;
    crew.give(std::move(task));
    if (crew.open() < limit) continue;
    spare = crew.take();
    write(spare->chunk, spare->answer);
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
               std::ostream& out) {
  std::string complaint;
  const auto source = open_batch(command.batch.path, command.stdin_name, complaint);
  if (!source) {
    streams.err << "leeway: " << complaint << '\n';
    return ExitStatus::DesignFault;
  }
  const Engine engine(program, {command.look.as_of, choose_as_of(std::nullopt, nullptr).date});
  const batch::LineOptions options = line_options(command);
  std::vector<std::unique_ptr<Worker>> workers;
  workers.reserve(static_cast<std::size_t>(command.batch.jobs));
  for (int i = 0; i < command.batch.jobs; ++i) {
    workers.push_back(std::make_unique<Worker>(engine, options, command.batch));
  }
  catch_stop_signals();
  Progress progress(streams.err, isatty(STDERR_FILENO) == 1);
  if (!command.batch.summary) out << batch::AnswerWriter(program, options).header();
  run_batch(*source, workers, out, progress);
  progress.end();
  batch::Summary summary(program);
  batch::Stats stats;
  for (const auto& worker : workers) {
    summary.add(worker->summary());
    stats.add(worker->stats());
  }
  if (command.batch.summary) {
    const bool as_json = command.reports.front().format->name == "json";
    out << (as_json ? batch::summary_json(program, summary)
                    : batch::summary_text(program, summary));
  }
  out << std::flush;
  if (command.batch.stats) streams.err << batch::stats_text(program, stats);
  if (const int signal = stop_requested(); signal != 0) {
    streams.err << fmt::format("leeway: stopped after {} designs; all of them are answered\n",
                               summary.designs);
    streams.err.flush();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  const ExitStatus status = status_of(summary, command);
  if (status == ExitStatus::NothingChecked) {
    streams.err << "leeway: " << exit_sentence(status) << '\n';
  }
  return status;
}

}  // namespace

ExitStatus run_check_batch(const CheckCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto program = load_program(command.common, RuleFiles::WithoutTests, sources, diagnostics);
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  if (!program) return ExitStatus::RuleFault;
  if (command.output.empty()) return run(command, streams, *program, streams.out);
  std::ofstream file(command.output, std::ios::binary);
  const ExitStatus status = run(command, streams, *program, file);
  if (file) return status;
  streams.err << "leeway: cannot write `" << command.output << "`\n";
  return ExitStatus::Usage;
}

}  // namespace checker
