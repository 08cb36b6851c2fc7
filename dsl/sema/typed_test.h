// A rule test as meant: the facts and records that it sets, and what has to come out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/core/period.h"
#include "dsl/core/value.h"
#include "dsl/sema/fact_state.h"
#include "dsl/sema/ids.h"
#include "dsl/text/span.h"

namespace dsl {

struct TestFact {
  FactId fact;
  std::optional<Grade> grade;
  FactState state = FactState::Stated;
  std::optional<Value> value;
  Span span;
};

// A record that is added to a list, or fields of one that is there.
struct TestRecord {
  FactId list;
  std::optional<std::uint32_t> position;  // from 0; none: a new one, behind the others
  std::vector<TestFact> fields;           // `fact` is a field of the list
  Span span;
};

struct TestDetermination {
  NormId norm;
  StakeholderId by;
  bool holds = false;
};

struct TestApproval {
  NormId norm;
  bool granted = false;
};

struct TestRelief {
  NormId norm;        // invalid where a declared relief is named
  ReliefId declared;  // invalid where a norm is
  StakeholderId by;
  Period period;
};

struct TestReading {
  DefinitionId term;
  std::uint32_t reading = 0;  // of the term's readings
};

struct TestExpectation {
  std::string verdict;  // `conflict`, `does_not_apply`, ...
  NormId norm;
  GradeSet grades;  // empty: not said
  std::optional<Rational> leeway;
  Type leeway_type;  // Count, Percent or Quantity, with `leeway`
  std::vector<FactId> needs;
  Span span;
};

struct TestCase {
  std::string title;
  std::string given;  // relative to the rule file; empty: no file
  Span given_span;
  std::vector<TestFact> facts;
  std::vector<TestRecord> records;  // in this order, after `facts`
  std::vector<TestDetermination> determinations;
  std::vector<TestApproval> approvals;
  std::vector<TestRelief> reliefs;
  std::vector<TestReading> readings;
  std::optional<Date> as_of;
  std::vector<TestExpectation> expectations;
  Span span;
};

}  // namespace dsl
