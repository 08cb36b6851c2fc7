// How fast designs are read and judged, beside how fast they could be read at best. All cases take
// the same text in memory, split it into lines and use the same number of threads.
//
// LEEWAY_BENCH_RULES names a rule file, LEEWAY_BENCH_DESIGNS a file of designs, one a line;
// script/bench sets both.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <simdjson.h>
#include <string>
#include <thread>
#include <vector>

#include "checker/batch/engine.h"
#include "dsl/compilation/compile.h"
#include <benchmark/benchmark.h>

namespace {

namespace ondemand = simdjson::ondemand;
using checker::batch::Engine;
using checker::batch::Input;
using checker::batch::kBlockDesigns;

std::string read_whole(const char* path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

struct Workload {
  dsl::SourceMap sources;
  std::optional<dsl::Program> program;
  std::string text;
  std::size_t end = 0;              // of the text without its padding
  std::vector<std::size_t> blocks;  // where each begins
  std::size_t designs = 0;

  Workload() {
    const char* const rules = std::getenv("LEEWAY_BENCH_RULES");
    const char* const path = std::getenv("LEEWAY_BENCH_DESIGNS");
    if (rules == nullptr || path == nullptr) {
      std::cerr << "set LEEWAY_BENCH_RULES and LEEWAY_BENCH_DESIGNS, or use script/bench\n";
      std::exit(64);
    }
    const dsl::SourceFile* const file = &sources.add(rules, read_whole(rules));
    dsl::Diagnostics diagnostics;
    program = dsl::compile(std::span(&file, 1), diagnostics);
    if (!program) std::exit(3);
    text = read_whole(path);
    end = text.size();
    text.resize(end + checker::batch::kLinePadding);
    for (std::size_t at = 0; at < end; ++designs) {
      if (designs % kBlockDesigns == 0) blocks.push_back(at);
      at = std::min(text.find('\n', at), end) + 1;
    }
  }

  // The lines of a block.
  void split(std::size_t block, std::vector<Input>& inputs) const {
    inputs.clear();
    const std::size_t limit = block + 1 < blocks.size() ? blocks[block + 1] : end;
    for (std::size_t at = blocks[block]; at < limit;) {
      const auto* const found =
          static_cast<const char*>(std::memchr(text.data() + at, '\n', end - at));
      const std::size_t line_end =
          found == nullptr ? end : static_cast<std::size_t>(found - text.data());
      inputs.push_back({std::string_view(text).substr(at, line_end - at), {}, at + 1});
      at = line_end + 1;
    }
  }
};

const Workload& workload() {
  static const Workload instance;
  return instance;
}

// Calls `work(block, thread)` for every block on so many threads.
template <typename Work>
void over_blocks(int threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&](int thread) {
    for (std::size_t i = next++; i < workload().blocks.size(); i = next++) work(i, thread);
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < threads; ++i) others.emplace_back(run, i);
  run(0);
}

void count_designs(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(workload().designs));
}

void parse_only(benchmark::State& state) {
  const int threads = static_cast<int>(state.range(0));
  std::vector<simdjson::dom::parser> parsers(static_cast<std::size_t>(threads));
  std::vector<std::vector<Input>> lines(static_cast<std::size_t>(threads));
  for (auto _ : state) {
    over_blocks(threads, [&](std::size_t block, int thread) {
      const auto own = static_cast<std::size_t>(thread);
      workload().split(block, lines[own]);
      for (const Input& line : lines[own]) {
        simdjson::dom::element root;
        auto error = parsers[own].parse(line.text.data(), line.text.size(), false).get(root);
        benchmark::DoNotOptimize(error);
      }
    });
  }
  count_designs(state);
}

// Every fact that the vocabulary declares, asked for by its name in the order of the vocabulary and
// read as a value of its type, and nothing else: what an engine over On-Demand has to do before it
// can judge.
class FactReader {
 public:
  FactReader() {
    for (const dsl::FactDeclaration& fact : workload().program->typed().facts) {
      Group* group = &root_;
      std::string_view name = fact.name;
      for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
        group = &inner(*group, name.substr(0, dot));
        name.remove_prefix(dot + 1);
      }
      group->facts.emplace_back(name);
    }
  }

  double read(std::string_view line) {
    ondemand::document document;
    if (parser_.iterate(line.data(), line.size(), line.size() + simdjson::SIMDJSON_PADDING)
            .get(document) != simdjson::SUCCESS) {
      return -1;
    }
    ondemand::object root;
    if (document.get_object().get(root) != simdjson::SUCCESS) return -1;
    double sum = 0;
    read(root, root_, sum);
    return sum;
  }

 private:
  struct Group {
    std::string name;
    std::vector<std::string> facts;
    std::vector<Group> groups;
  };

  static Group& inner(Group& group, std::string_view name) {
    for (Group& each : group.groups) {
      if (each.name == name) return each;
    }
    return group.groups.emplace_back(Group{std::string(name), {}, {}});
  }

  void read(ondemand::object& object, const Group& group, double& sum) {
    for (const std::string& fact : group.facts) {
      ondemand::value value;
      if (object.find_field_unordered(fact).get(value) == simdjson::SUCCESS) read(value, sum);
    }
    for (const Group& each : group.groups) {
      ondemand::object inner;
      if (object.find_field_unordered(each.name).get_object().get(inner) == simdjson::SUCCESS) {
        read(inner, each, sum);
      }
    }
  }

  static void read(ondemand::value& value, double& sum) {
    switch (value.type().value_unsafe()) {
      case ondemand::json_type::array:
        for (auto item : value.get_array()) {
          sum += static_cast<double>(item.get_string().value_unsafe().size());
        }
        break;
      case ondemand::json_type::number: sum += value.get_double().value_unsafe(); break;
      case ondemand::json_type::string:
        sum += static_cast<double>(value.get_string().value_unsafe().size());
        break;
      case ondemand::json_type::boolean: sum += value.get_bool().value_unsafe() ? 1 : 0; break;
      default: break;
    }
  }

  ondemand::parser parser_;
  Group root_;
};

void read_facts(benchmark::State& state) {
  const int threads = static_cast<int>(state.range(0));
  std::vector<FactReader> readers(static_cast<std::size_t>(threads));
  std::vector<std::vector<Input>> lines(static_cast<std::size_t>(threads));
  for (auto _ : state) {
    over_blocks(threads, [&](std::size_t block, int thread) {
      const auto own = static_cast<std::size_t>(thread);
      workload().split(block, lines[own]);
      double sum = 0;
      for (const Input& line : lines[own]) sum += readers[own].read(line.text);
      benchmark::DoNotOptimize(sum);
    });
  }
  count_designs(state);
}

std::vector<std::unique_ptr<checker::batch::Judge>> judges(const Engine& engine, int threads) {
  std::vector<std::unique_ptr<checker::batch::Judge>> made;
  for (int i = 0; i < threads; ++i) made.push_back(std::make_unique<checker::batch::Judge>(engine));
  return made;
}

const Engine& engine() {
  static const Engine instance(*workload().program, {*dsl::make_date(2026, 9, 1), {}});
  return instance;
}

// All verdicts of the first block, again and again; it stays in the columns.
void evaluate_only(benchmark::State& state) {
  checker::batch::Judge judge(engine());
  std::vector<Input> lines;
  workload().split(0, lines);
  judge.read(lines);
  for (auto _ : state) {
    auto answer = judge.evaluate();
    benchmark::DoNotOptimize(answer);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(lines.size()));
}

// From the text to the verdict of every norm on every design.
void end_to_end(benchmark::State& state) {
  const int threads = static_cast<int>(state.range(0));
  const auto each = judges(engine(), threads);
  std::vector<std::vector<Input>> lines(static_cast<std::size_t>(threads));
  for (auto _ : state) {
    over_blocks(threads, [&](std::size_t block, int thread) {
      const auto own = static_cast<std::size_t>(thread);
      workload().split(block, lines[own]);
      auto answer = each[own]->judge(lines[own]);
      benchmark::DoNotOptimize(answer);
    });
  }
  count_designs(state);
}

// What else runs on the machine can only slow a case down, so its fastest repetition counts.
double largest(const std::vector<double>& values) {
  return *std::max_element(values.begin(), values.end());
}

// One thread is timed by the processor, which others on the machine disturb less than the clock.
BENCHMARK(parse_only)->Arg(1)->MeasureProcessCPUTime()->ComputeStatistics("largest", largest);
BENCHMARK(read_facts)->Arg(1)->MeasureProcessCPUTime()->ComputeStatistics("largest", largest);
BENCHMARK(evaluate_only)->Arg(1)->MeasureProcessCPUTime()->ComputeStatistics("largest", largest);
BENCHMARK(end_to_end)->Arg(1)->MeasureProcessCPUTime()->ComputeStatistics("largest", largest);
BENCHMARK(parse_only)->Arg(2)->UseRealTime()->ComputeStatistics("largest", largest);
BENCHMARK(read_facts)->Arg(2)->UseRealTime()->ComputeStatistics("largest", largest);
BENCHMARK(end_to_end)->Arg(2)->UseRealTime()->ComputeStatistics("largest", largest);

}  // namespace

BENCHMARK_MAIN();
