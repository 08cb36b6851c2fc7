// Many designs by the same rules: as fast as they can be read, and with the verdicts of the one
// evaluator (checker/eval).
//
// A block of designs is read into columns (read_line.h), the rules of the dates that occur in it
// are run over them as a flat program (run_plan.h), and what that cannot tell is asked of the
// evaluator, one design and norm at a time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checker/batch/plan.h"
#include "checker/batch/read_line.h"
#include "checker/batch/run_plan.h"
#include "checker/eval/verdict.h"
#include "dsl/program/program.h"

namespace checker::batch {

// How the date whose law is applied is chosen: `as_of`, else the design's `opens`, else its
// `as_of`, else `today`. A design for which none of them is there has a fault.
struct Dates {
  std::optional<dsl::Date> as_of;
  std::optional<dsl::Date> today;
};

// The rules, made ready once; several threads may use it at a time.
class Engine {
 public:
  // The program must outlive the engine.
  Engine(const dsl::Program& program, const Dates& dates);

  const dsl::Program& program() const { return program_; }
  const Layout& layout() const { return layout_; }
  const Dates& dates() const { return dates_; }
  const Plan& plan_for(dsl::Date as_of) const;

 private:
  const dsl::Program& program_;
  Dates dates_;
  Layout layout_;
  std::vector<dsl::Date> first_days_of_spans_;
  mutable std::mutex mutex_;
  mutable std::map<std::size_t, std::unique_ptr<const Plan>> plans_;  // by their span of dates
};

// Why a design could not be judged: the first of its faults.
struct Fault {
  std::string code;  // empty: no date was given for a design that says none
  std::string message;
  std::string help;        // empty: nothing to suggest
  std::uint32_t line = 1;  // in its text
  std::uint32_t column = 1;
};

// One design as it comes.
struct Input {
  std::string_view text;         // of a line: with `kLinePadding` bytes behind it
  std::string file_name;         // for messages, and to tell YAML from JSON
  std::uint64_t line = 0;        // in its file, from 1; 0: the file is the design
  const Fault* fault = nullptr;  // why there is no text, where it could not be had
};

struct Answer {
  std::string_view name;  // of the design, as JSON writes it, with its quotes
  dsl::Date as_of;
  std::optional<Fault> fault;
};

struct BlockAnswer {
  std::span<const Answer> answers;                 // one for each input
  const std::vector<NormOutcomes>* outcomes = {};  // by NormId; of designs without a fault
  // Where they were asked for, one list for each input: in full the verdicts that fall short or
  // cannot be told, in the order of the norms.
  std::span<const std::vector<Verdict>> details;
};

// How much is worked out of each design.
enum class Depth : std::uint8_t {
  Verdicts,
  // And of what falls short how far, of what cannot be told what is missing. Every design is read
  // as a document, so that a wrong value in a fact that no norm reads is a fault, too.
  Details,
};

struct Stats {
  std::uint64_t designs = 0;
  std::uint64_t straight = 0;       // designs that were read straight into columns
  std::uint64_t documents = 0;      // that were read as documents, then or later
  std::uint64_t pairs = 0;          // of a design and a norm
  std::vector<std::uint64_t> left;  // by NormId: pairs that the evaluator was asked for

  void add(const Stats& other);
};

// One thread's room for a block.
class Judge {
 public:
  explicit Judge(const Engine& engine, Depth depth = Depth::Verdicts);
  ~Judge();
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  // At most `kBlockDesigns` inputs. The answer stays until the next call, as long as they do.
  BlockAnswer judge(std::span<const Input> inputs);

  // The two halves of it.
  void read(std::span<const Input> inputs);
  BlockAnswer evaluate();

  const Stats& stats() const;

 private:
  class Desk;
  std::unique_ptr<Desk> desk_;
};

}  // namespace checker::batch
