// Holds the batch engine to the evaluator: the same faults, the same verdicts, and where they are
// asked for the same leeway and missing facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checker/batch/engine.h"
#include "checker/eval/evaluate.h"
#include "tests/support/compiled.h"
#include "tests/support/judged_document.h"
#include <catch2/catch.hpp>

namespace batch_equality {

using checker::Outcome;
using checker::Verdict;
using checker::batch::Answer;
using checker::batch::BlockAnswer;
using checker::batch::Dates;
using checker::batch::Depth;
using checker::batch::Engine;
using checker::batch::Input;
using test_support::Expected;
using test_support::judge_as_document;

// A text with room behind it, as lines have in a stream.
class Lines {
 public:
  void add(const std::string& line) {
    text_ += line;
    ends_.push_back(text_.size());
  }

  // They stay until a line is added.
  std::vector<Input> inputs() {
    padded_ = text_ + std::string(checker::batch::kLinePadding, '\n');
    std::vector<Input> all;
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
      all.push_back(
          {std::string_view(padded_).substr(begin, end - begin), "designs.json", all.size() + 1});
      begin = end;
    }
    return all;
  }

 private:
  std::string text_;
  std::string padded_;
  std::vector<std::size_t> ends_;
};

// What the other way through the house says of a line. Outcomes alone are worked out on a shorter
// way, which has to come to the same.
inline Expected expect(const Input& input, const dsl::Program& program, const Dates& dates) {
  Expected expected = judge_as_document(input, program, dates);
  if (!expected.design) return expected;
  std::vector<dsl::NormId> norms;
  for (const Verdict& each : expected.verdicts) norms.push_back(each.norm);
  const auto outcomes = checker::outcomes_of(program, *expected.design, norms, expected.as_of);
  for (std::size_t n = 0; n < norms.size(); ++n) {
    INFO(program.norm(norms[n]).name);
    CHECK(checker::outcome_word(outcomes[n]) ==
          checker::outcome_word(expected.verdicts[n].outcome));
  }
  return expected;
}

// The outcome of a norm for one design of a block; exactly one must be set.
inline Outcome outcome_of(const BlockAnswer& block, std::size_t norm, std::size_t design) {
  int found = 0;
  Outcome outcome{};
  for (int i = 0; i < checker::kOutcomeCount; ++i) {
    const auto each = static_cast<Outcome>(i);
    if (!checker::batch::has_bit((*block.outcomes)[norm].of(each), design)) continue;
    outcome = each;
    ++found;
  }
  if (found != 1) FAIL(found << " outcomes of one norm");
  return outcome;
}

// Whether two verdicts tell the same leeway and the same missing facts, part by part.
inline bool same_details(const Verdict& a, const Verdict& b) {
  if (a.outcome != b.outcome || a.parts.size() != b.parts.size()) return false;
  for (std::size_t p = 0; p < a.parts.size(); ++p) {
    const checker::VerdictPart& one = a.parts[p];
    const checker::VerdictPart& other = b.parts[p];
    if (one.needs != other.needs || one.leeway.has_value() != other.leeway.has_value()) {
      return false;
    }
    if (one.leeway &&
        (one.leeway->amount != other.leeway->amount || one.leeway->unit != other.leeway->unit)) {
      return false;
    }
  }
  return true;
}

struct Counts {
  int details = 0;
  int judged = 0;
  int faulty = 0;
  int unseen_faults = 0;  // in facts that no norm reads
};

// A fault in what no norm reads may go unnoticed, unless details are asked for.
inline void check_equal(const Engine& engine, checker::batch::Judge& judge, Depth depth,
                        std::vector<Input> inputs, Counts& counts) {
  const bool sees_all = depth == Depth::Details;
  const BlockAnswer block = judge.judge(inputs);
  REQUIRE(block.answers.size() == inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Answer& answer = block.answers[i];
    INFO(inputs[i].text);
    const Expected expected = expect(inputs[i], engine.program(), engine.dates());
    if (!expected.fault.empty()) {
      ++(answer.fault ? counts.faulty : counts.unseen_faults);
      if (sees_all) CHECK(answer.fault);
      if (answer.fault) CHECK(answer.fault->code == expected.fault);
      continue;
    }
    if (answer.fault) FAIL(answer.fault->code << " " << answer.fault->message);
    ++counts.judged;
    CHECK(answer.as_of == expected.as_of);
    for (std::size_t n = 0; n < expected.verdicts.size(); ++n) {
      const Outcome outcome = outcome_of(block, n, i);
      if (outcome == expected.verdicts[n].outcome) continue;
      FAIL_CHECK(engine.program().typed().norms[n].name
                 << ": " << checker::outcome_word(outcome) << ", not "
                 << checker::outcome_word(expected.verdicts[n].outcome));
    }
    CHECK(block.details.empty() == (depth == Depth::Verdicts));
    if (block.details.empty()) continue;
    std::size_t told = 0;
    for (std::size_t n = 0; n < expected.verdicts.size(); ++n) {
      const Outcome outcome = expected.verdicts[n].outcome;
      if (!checker::is_failure(outcome) && outcome != Outcome::CannotTell) continue;
      const std::string& name = engine.program().typed().norms[n].name;
      if (told == block.details[i].size()) FAIL("no details of " << name);
      const Verdict& verdict = block.details[i][told++];
      INFO(name);
      CHECK(verdict.norm.index == n);
      CHECK(same_details(verdict, expected.verdicts[n]));
      ++counts.details;
    }
    CHECK(told == block.details[i].size());
  }
}

}  // namespace batch_equality
