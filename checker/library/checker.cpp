#include "checker/library/checker.h"

#include <mutex>
#include <optional>
#include <sstream>
#include <utility>

#include "checker/batch/write_answers.h"
#include "dsl/compilation/compile.h"
#include "dsl/diagnostics/render_text.h"

namespace leeway {

using checker::batch::Dates;
using checker::batch::Engine;
using checker::batch::Judge;

namespace {

// Room for one thread.
struct Seat {
  Seat(const Engine& engine, checker::batch::Depth depth)
      : judge(engine, depth), writer(engine.program(), {}) {}

  Judge judge;
  checker::batch::AnswerWriter writer;
};

// nullopt after a complaint.
std::optional<dsl::Date> read_date(const std::string& text, const char* what, std::string& errors) {
  const auto date = dsl::parse_date(text);
  if (!date) errors += "`" + text + "` is no date for `" + what + "`; write it as 2026-09-01\n";
  return date;
}

}  // namespace

struct Checker::State {
  dsl::SourceMap sources;
  std::optional<dsl::Program> program;
  std::optional<Engine> engine;
  checker::batch::Depth depth{};
  std::mutex mutex;
  std::vector<std::unique_ptr<Seat>> free;  // seats that nobody sits on

  std::unique_ptr<Seat> take_seat() {
    {
      const std::lock_guard lock(mutex);
      if (!free.empty()) {
        auto seat = std::move(free.back());
        free.pop_back();
        return seat;
      }
    }
    return std::make_unique<Seat>(*engine, depth);
  }

  void give_back(std::unique_ptr<Seat> seat) {
    const std::lock_guard lock(mutex);
    free.push_back(std::move(seat));
  }
};

Checker::Checker(std::unique_ptr<State> state) : state_(std::move(state)) {}
Checker::~Checker() = default;

std::unique_ptr<Checker> Checker::load(const std::vector<RuleText>& rules,
                                       const CheckerOptions& options, std::string& errors) {
  auto state = std::make_unique<State>();
  Dates dates;
  if (!options.as_of.empty()) dates.as_of = read_date(options.as_of, "as_of", errors);
  if (!options.today.empty()) dates.today = read_date(options.today, "today", errors);
  std::vector<const dsl::SourceFile*> files;
  files.reserve(rules.size());
  for (const RuleText& rule : rules) files.push_back(&state->sources.add(rule.name, rule.text));
  dsl::Diagnostics diagnostics;
  state->program = dsl::compile(files, diagnostics);
  if (!state->program) {
    std::ostringstream text;
    for (const dsl::Diagnostic& each : diagnostics.all()) {
      dsl::render_text(text, each, state->sources);
    }
    errors += text.str();
  }
  if (!errors.empty()) return nullptr;
  state->engine.emplace(*state->program, dates);
  if (options.details) state->depth = checker::batch::Depth::Details;
  return std::unique_ptr<Checker>(new Checker(std::move(state)));
}

std::string Checker::check(std::string_view design) const {
  std::string text(design);
  text.append(checker::batch::kLinePadding, '\n');
  const std::vector<checker::batch::Input> inputs = {
      {std::string_view(text).substr(0, design.size()), "design.json", 1}};
  auto seat = state_->take_seat();
  const auto block = seat->judge.judge(inputs);
  const auto decisions = checker::batch::decide_block(*state_->program, block, {});
  std::string line;
  seat->writer.write(inputs, block, decisions, line);
  line.pop_back();
  state_->give_back(std::move(seat));
  return line;
}

}  // namespace leeway
