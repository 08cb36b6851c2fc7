// The rules as meant: names resolved to ids, expressions typed, constants exact.
//
// All tables are indexed by ids. What could not be typed is left out after a diagnostic, so a
// TypedProgram may be incomplete; a Program (dsl/program) is the proof that it is not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/core/period.h"
#include "dsl/sema/typed_expression.h"
#include "dsl/sema/typed_test.h"
#include "dsl/syntax/ast.h"

namespace dsl {

using ast::NormKind;

struct Citation {
  std::string text;
  std::string url;  // empty when the rule gives none
  Span span;
};

enum class Confidence : std::uint8_t { Verified, Recalled, Disputed };
enum class Effect : std::uint8_t { Blocked, Costs, Unrecognised, Pressure };

struct Question {
  std::string text;
  StakeholderId whom;  // invalid: nobody in particular
};

// A fact of a design, a list, or a field of a list's records.
struct FactDeclaration {
  std::string name;   // `school.state`, `schedule`; for a field the bare `supervision`
  std::string group;  // `school`; empty at the top level; the list's name for a field
  Type type;
  std::string meaning;
  std::vector<Question> questions;
  ExprId computed;               // invalid: not computed. In a field, slot 0 is the record itself.
  std::uint32_t frame_size = 0;  // slots that `computed` needs
  FactId owner;                  // the list whose field this is; invalid otherwise
  std::uint32_t position = 0;    // the field's place in a record
  std::string record;            // a list's record name, `block`
  std::vector<FactId> fields;    // a list's fields in order
  Span span;
};

// What holds of every design that can be: `require end after start`.
struct FactRequirement {
  ExprId condition;
  FactId list;  // asked of each record, which is in slot 0; invalid: of the design
  std::uint32_t frame_size = 0;
  Span span;
};

struct Group {
  std::string name;
  std::string title;
};

struct Pack {
  std::string name;
  std::string title;
  std::vector<PackId> uses;
  ExprId applies;  // invalid: always
  std::uint32_t frame_size = 0;
  std::optional<Date> verified;
  Span span;
};

struct Stakeholder {
  std::string name;
  std::string title;
  std::string kind;
  std::vector<std::string> holds;
  std::vector<std::string> upholds;
  std::vector<std::string> questions;
  Span span;
};

struct Topic {
  std::string name;
  std::string title;
  Span span;
};

// The values of one column of a table that a row is for: ranges, both ends included.
struct TableKey {
  struct Range {
    Value low;
    Value high;
  };
  std::vector<Range> ranges;  // empty: any
  bool otherwise = false;     // any that no other row names
};

// Runs of grades, each a range.
TableKey key_of_grades(GradeSet grades);
// Whether a key is for the value; the value has the type of the key's column.
bool contains(const TableKey& key, const Value& value);
// Whether some value falls under both.
bool overlap(const TableKey& a, const TableKey& b);

struct ParameterValue {
  std::vector<TableKey> keys;  // one for each column; empty: for any
  Value value;
  Span span;

  // Of the rows that fit, the one with the fewest columns of `else` holds.
  std::size_t else_columns() const;
};

struct ParameterVersion {
  Period period;
  std::vector<ParameterValue> values;
  Span span;  // where it starts
};

struct Parameter {
  std::string name;
  std::string meaning;
  PackId pack;
  std::vector<Type> keys;  // of the columns of its table
  std::vector<std::string> key_names;
  Type type;
  std::vector<Citation> citations;
  std::vector<std::string> sources;
  Confidence confidence = Confidence::Verified;
  std::vector<ParameterVersion> versions;
  Span span;
};

// The version in force on the date; null where there is none.
const ParameterVersion* version_in_force(const Parameter& parameter, Date date);

// One way to understand a term whose wording leaves it open.
struct Reading {
  std::string name;
  std::string title;
  ExprId body;
  Span span;
};

struct Definition {
  std::string name;
  std::string meaning;
  PackId pack;
  std::vector<Type> parameters;  // slots 0, 1, ... of its frame
  std::vector<std::string> parameter_names;
  Type type;
  std::vector<Citation> citations;
  Period in_force;
  ExprId body;                    // invalid where there are readings
  std::vector<Reading> readings;  // none, or two and more
  std::uint32_t frame_size = 0;
  Span span;
};

struct Judgment {
  StakeholderId by;
  std::string question;
  NormId norm;  // the norm whose determination settles it
  Span span;
};

struct Enforcement {
  StakeholderId by;
  ExprId condition;  // invalid: always this one
  std::vector<std::string> through;
  std::string mechanism;
};

// What takes an exception away again.
struct CounterException {
  std::string title;
  ExprId condition;
  std::optional<Citation> citation;
  Span span;
};

struct Exception {
  std::string title;
  ExprId condition;  // with `but not` worked in
  std::optional<Citation> citation;
  std::vector<CounterException> but_not;
  Span span;
};

// One of several ways to meet a norm. Together they are one requirement, an `or` of them.
struct Alternative {
  std::string title;
  ExprId condition;
  std::optional<Citation> citation;
  Span span;
};

struct Suspension {
  Period period;
  std::string reason;
};

enum class Status : std::uint8_t { Enacted, Pending };

struct Appeal {
  StakeholderId to;
  std::optional<Rational> within;
  UnitId within_unit;
  std::string note;
};

// Who grants a relief, and when it is that one.
struct Granter {
  StakeholderId by;
  ExprId condition;  // invalid: always
};

// How often a relief can be had again; no number: without a limit.
struct Renewal {
  std::optional<std::int64_t> times;
};

struct ReliefRoute {
  Granter granter;
  StakeholderId applicant;  // invalid: not said
  std::string vote;
  std::string under;
  std::string due;
  std::optional<Rational> lasting;  // in base units of `lasting_unit`
  UnitId lasting_unit;
  std::optional<Renewal> renewal;
  std::string note;
  Span span;
};

using ast::LiftKind;

struct LiftTarget {
  LiftKind kind{};
  std::uint32_t index = 0;  // of the norm, pack, topic or stakeholder
  Span span;
};

// What an enablement cannot lift, or a declared relief cannot reach, in one clause.
struct ReachLimit {
  std::vector<LiftTarget> targets;
  std::string reason;  // empty: the rule gives none
};

// A way to be freed that reaches more norms than one.
struct DeclaredRelief {
  std::string name;
  std::string title;
  PackId pack;
  std::vector<Citation> citations;
  std::vector<std::string> sources;
  Confidence confidence = Confidence::Verified;
  std::string confidence_note;
  std::vector<std::string> notes;
  Period in_force;
  ExprId applies;  // invalid: always
  std::vector<Granter> granters;
  StakeholderId applicant;  // invalid: not said
  std::string vote;
  std::string due;
  std::optional<Rational> lasting;  // in base units of `lasting_unit`
  UnitId lasting_unit;
  std::optional<Renewal> renewal;
  std::vector<LiftTarget> reaches;
  std::vector<ReachLimit> cannot_reach;
  std::uint32_t frame_size = 0;
  Span span;
};

struct ForEach {
  std::string variable;
  bool over_grades = false;
  ExprId domain;  // a set of grades, or a list
  ExprId filter;  // invalid: none
  std::uint32_t slot = 0;
};

struct Norm {
  NormKind kind{};
  std::string name;
  std::string title;
  PackId pack;
  TopicId topic;
  std::vector<Citation> citations;
  std::vector<std::string> sources;
  Confidence confidence = Confidence::Verified;
  std::string confidence_note;
  std::vector<std::string> notes;
  std::vector<Enforcement> enforced;  // a principle's upholder stands here too
  Status status = Status::Enacted;
  std::string status_note;
  Period in_force;
  ExprId begins_later;  // a date that puts off `in_force.from` when it is later; invalid: none
  std::vector<Suspension> suspensions;
  ExprId applies;  // invalid: always
  std::optional<ForEach> for_each;
  std::vector<ExprId> requirements;       // all must hold
  std::vector<Alternative> alternatives;  // their `or` is the last of the requirements
  std::vector<Exception> exceptions;
  std::vector<LiftTarget> lifts;
  std::vector<ReachLimit> cannot_lift;
  Effect effect = Effect::Blocked;
  std::string effect_description;
  ExprId effect_amount;  // invalid: none given
  std::vector<ReliefRoute> reliefs;
  std::vector<std::string> remedies;
  StakeholderId decided_by;
  std::optional<Rational> within;
  UnitId within_unit;
  std::string due;
  std::string vote;
  std::string tie;
  std::optional<Appeal> appeal;
  std::optional<Rational> lasting;  // of an approval once granted, in base units of `lasting_unit`
  UnitId lasting_unit;
  std::optional<Renewal> renewal;
  std::vector<NormId> after;
  std::uint32_t frame_size = 0;
  Span span;
  Span name_span;
};

// Every expression that a norm's verdict or its report hangs on, its pack's aside.
std::vector<ExprId> expressions_of(const Norm& norm);
// The body, or that of each reading.
std::vector<ExprId> bodies_of(const Definition& definition);

struct TypedProgram {
  TypeTables types;
  std::vector<TypedExpr> exprs;
  std::vector<FactDeclaration> facts;
  std::vector<FactRequirement> fact_requirements;
  std::vector<Group> groups;
  std::vector<Pack> packs;
  std::vector<Stakeholder> stakeholders;
  std::vector<Topic> topics;
  std::vector<Parameter> parameters;
  std::vector<Definition> definitions;
  std::vector<Judgment> judgments;
  std::vector<Norm> norms;
  std::vector<DeclaredRelief> reliefs;
  std::vector<TestCase> tests;

  const TypedExpr& expr(ExprId id) const { return exprs[id.index]; }
  const FactDeclaration& fact(FactId id) const { return facts[id.index]; }
  const Norm& norm(NormId id) const { return norms[id.index]; }
  const Stakeholder& stakeholder(StakeholderId id) const { return stakeholders[id.index]; }
};

// The field of a list; invalid: it has none of that name.
FactId find_field(const TypedProgram& program, FactId list, std::string_view name);

// What people know it by.
template <typename Named>
const std::string& title_or_name(const Named& each) {
  return each.title.empty() ? each.name : each.title;
}

}  // namespace dsl
