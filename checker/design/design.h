// A design: what a leader proposes, as typed facts, each with the place where it is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/core/value.h"
#include "dsl/program/program.h"
#include "dsl/text/span.h"

namespace checker {

using dsl::FactId;
using dsl::FactState;
using dsl::NormId;
using dsl::StakeholderId;

// One fact of one design. Not stated, stated as absent (`null`), `unknown` and `not_applicable`
// stay apart; only Stated has a value.
struct FactValue {
  FactState state = FactState::NotStated;
  std::optional<dsl::Value> value;
  std::optional<dsl::Span> span;  // where the value stands; none when it is not stated
};

// A table by grade: one entry for each grade, PK to 12; a grade that the design leaves out is
// NotStated.
struct GradeTable {
  std::vector<FactValue> by_grade;  // empty: not stated at all; else kGradeCount entries
};

// One record of a list; fields by their position.
struct RecordFacts {
  std::vector<FactValue> fields;
  std::vector<GradeTable> tables;  // parallel to `fields`, used by fields that are tables
  dsl::Span span;
};

// A list fact: Stated with its records, or one of the other states.
struct ListFacts {
  FactState state = FactState::NotStated;
  std::vector<RecordFacts> records;
  std::optional<dsl::Span> span;
};

// A relief on record, from the list `reliefs`. Dates are both included.
struct Relief {
  NormId norm;  // invalid when the design names a norm that no loaded rule file declares
  std::string norm_name;
  dsl::ReliefId declared;  // valid where a declared relief is named: all norms that it reaches
  StakeholderId by;
  std::optional<dsl::Date> from;
  std::optional<dsl::Date> until;
  std::string reference;
  dsl::Span span;
};

// Whether a relief on record is one from this norm.
bool is_from(const Relief& relief, NormId norm, const dsl::Program& program);

enum class ApprovalResult : std::uint8_t { Granted, Refused, Pending };

struct ApprovalRecord {
  NormId norm;
  std::string norm_name;
  ApprovalResult result = ApprovalResult::Pending;
  std::optional<dsl::Date> on;
  std::optional<dsl::Date> until;
  std::string reference;
  dsl::Span span;
};

// What somebody decided where no file can: settles a `judged by`.
struct Determination {
  NormId norm;
  std::string norm_name;
  StakeholderId by;
  bool holds = false;
  std::optional<dsl::Date> on;
  std::optional<dsl::Date> until;
  std::string reference;
  dsl::Span span;
};

// Which reading of a term counts: what somebody settled that a definition leaves open.
struct ChosenReading {
  dsl::DefinitionId term;
  std::string term_name;
  std::uint32_t reading = 0;  // of the term's readings
  StakeholderId by;
  std::optional<dsl::Date> on;
  std::optional<dsl::Date> until;
  std::string reference;
  dsl::Span span;
};

struct Design {
  std::string file_name;
  std::string name;  // the fact `name`; the file's name when not stated, empty without such a fact
  std::optional<dsl::Date> opens;
  std::optional<dsl::Date> as_of;

  std::vector<FactValue> facts;    // by FactId
  std::vector<GradeTable> tables;  // by FactId
  std::vector<ListFacts> lists;    // by FactId

  std::vector<Relief> reliefs;
  std::vector<ApprovalRecord> approvals;
  std::vector<Determination> determinations;
  std::vector<ChosenReading> readings;

  // What people know it by.
  const std::string& title() const { return name.empty() ? file_name : name; }

  std::optional<dsl::Span> span;  // the whole document; none for a design made in memory

  // Every fact not stated.
  static Design empty(const dsl::Program& program);
};

// Gives a fact, a list or a table by grade (then for every grade) another state, and a value where
// it is Stated. A list that is Stated so has no records. Keeps `name`, `opens` and `as_of` in step.
void set_fact(Design& design, const dsl::Program& program, FactId fact,
              std::optional<dsl::Grade> grade, FactValue value);

// A record of the list in which no field is stated.
RecordFacts empty_record(const dsl::Program& program, FactId list);
// As `set_fact`, for a field; `grade` for one entry of a table by grade.
void set_field(RecordFacts& record, const dsl::Program& program, FactId field,
               std::optional<dsl::Grade> grade, FactValue value);

// Takes `name`, `opens` and `as_of` from the facts of those names; what the vocabulary does not
// declare stays as it is.
void refresh_header(Design& design, const dsl::Program& program);

}  // namespace checker
