// The program `leeway`: reads the command line, sets up the log, runs the verb.
#include <exception>
#include <iostream>
#include <new>
#include <variant>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "checker/cli/command_line.h"
#include "checker/cli/verbs.h"
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace {

using namespace checker;

void set_up_log(const std::string& level) {
  auto logger = spdlog::stderr_logger_st("leeway");
  logger->set_pattern("leeway: %l: %v");
  logger->set_level(spdlog::level::from_str(level));
  spdlog::set_default_logger(std::move(logger));
}

struct Runner {
  Streams streams;

  ExitStatus operator()(const CheckCommand& command) const {
    return command.batch.path.empty() ? run_check(command, streams)
                                      : run_check_batch(command, streams);
  }
  ExitStatus operator()(const EvalCommand& command) const { return run_eval(command, streams); }
  ExitStatus operator()(const ExplainCommand& command) const {
    return run_explain(command, streams);
  }
  ExitStatus operator()(const ExplainErrorCommand& command) const {
    return run_explain_error(command, streams);
  }
  ExitStatus operator()(const LintCommand& command) const { return run_lint(command, streams); }
  ExitStatus operator()(const TestCommand& command) const { return run_test(command, streams); }
  ExitStatus operator()(const FormatCommand& command) const { return run_fmt(command, streams); }
  ExitStatus operator()(const DocCommand& command) const { return run_doc(command, streams); }
  ExitStatus operator()(const NetworkCommand& command) const {
    return run_network(command, streams);
  }
  ExitStatus operator()(const CompareCommand& command) const {
    return run_compare(command, streams);
  }
  ExitStatus operator()(const TimelineCommand& command) const {
    return run_timeline(command, streams);
  }
  ExitStatus operator()(const NewCommand& command) const { return run_new(command, streams); }
};

// A run is short: memory is asked for in large pieces and given back at the end. It saves a sixth
// of a cold start.
void take_memory_in_large_pieces() {
#ifdef __GLIBC__
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
#endif
}

int run(int argc, char** argv) {
  const ParsedCommandLine parsed = parse_command_line(argc, argv);
  if (!parsed.command) {
    (parsed.status == ExitStatus::Success ? std::cout : std::cerr) << parsed.message;
    return static_cast<int>(parsed.status);
  }
  set_up_log(
      std::visit([](const auto& command) { return command.common.log_level; }, *parsed.command));
  const ExitStatus status = std::visit(Runner{{std::cin, std::cout, std::cerr}}, *parsed.command);
  if (std::cout.flush()) return static_cast<int>(status);
  std::cerr << "leeway: the answer could not be written to standard output\n";
  return static_cast<int>(ExitStatus::Internal);
}

}  // namespace

int main(int argc, char** argv) {
  take_memory_in_large_pieces();
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::cerr << "leeway: there is not enough memory\n";
  } catch (const std::exception& error) {
    spdlog::debug("{}", error.what());
    std::cerr << "leeway: " << exit_sentence(ExitStatus::Internal) << '\n';
  }
  return static_cast<int>(ExitStatus::Internal);
}
