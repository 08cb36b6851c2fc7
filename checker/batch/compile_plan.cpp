// Norms to the parts of a plan, pack by pack.
#include <algorithm>
#include <utility>

#include "checker/batch/plan_builder.h"
#include "checker/eval/needs.h"

namespace checker::batch {

using dsl::Date;
using dsl::NormId;
using dsl::NormKind;
using dsl::PackId;

PlanBuilder::PlanBuilder(const dsl::Program& program, const Layout& layout, Date as_of,
                         bool is_exact)
    : program_(program), layout_(layout), as_of_(as_of), is_exact_(is_exact) {}

Plan PlanBuilder::build() && {
  const auto& norms = program_.typed().norms;
  std::map<PackId, std::vector<NormId>> by_pack;
  for (std::uint32_t i = 0; i < norms.size(); ++i) by_pack[norms[i].pack].push_back({i});
  yes();
  unknown();
  fact_requirements();
  std::vector<Ref> applies;
  applies.reserve(by_pack.size());
  for (const auto& [pack, of_pack] : by_pack) {
    applies.push_back(condition(pack.valid() ? program_.pack(pack).applies : ExprId{}, {}));
  }
  plan_.shared_nodes = static_cast<std::uint32_t>(plan_.nodes.size());
  in_shared_ = false;
  std::size_t next = 0;
  for (const auto& [pack, of_pack] : by_pack) {
    PackPlan made;
    made.applies = applies[next++];
    made.first_node = static_cast<std::uint32_t>(plan_.nodes.size());
    of_pack_.clear();
    for (const NormId id : of_pack) made.norms.push_back(norm(id));
    made.last_node = static_cast<std::uint32_t>(plan_.nodes.size());
    plan_.packs.push_back(std::move(made));
  }
  return std::move(plan_);
}

void PlanBuilder::fact_requirements() {
  std::vector<Ref> all;
  notes_ = {};
  for (const dsl::FactRequirement& each : program_.typed().fact_requirements) {
    // A list that the design states is read as a document, and then its records are looked at.
    if (!each.list.valid()) all.push_back(condition(each.condition, Frame(each.frame_size)));
  }
  plan_.facts_agree = conjunction(std::move(all));
  plan_.facts_agree_opaque = notes_.opaque;
}

NormPlan PlanBuilder::norm(NormId id) {
  NormPlan made;
  made.norm = id;
  if (may_bind(program_.norm(id), as_of_)) made.parts = parts(id);
  return made;
}

std::vector<Part> PlanBuilder::parts(NormId id) {
  const dsl::Norm& norm = program_.norm(id);
  const Frame frame(norm.frame_size);
  if (!norm.for_each) return {part(id, frame, yes())};
  const dsl::ForEach& each = *norm.for_each;
  const Column* const domain = each.over_grades ? column(each.domain, frame) : nullptr;
  const auto fixed = domain == nullptr ? constant(each.domain, frame) : std::nullopt;
  if (!each.over_grades || (domain == nullptr && !fixed)) return {whole(id, yes())};
  std::vector<Part> all;
  for (std::uint8_t grade = 0; grade < dsl::kGradeCount; ++grade) {
    if (fixed && !std::get<dsl::GradeSet>(*fixed).contains({grade})) continue;
    Frame inner = frame;
    inner[each.slot] = dsl::Grade{grade};
    all.push_back(part(id, inner, domain == nullptr ? yes() : any_of(*domain, {grade})));
  }
  if (domain != nullptr) all.push_back(whole(id, of_column(NodeKind::Missing, *domain)));
  return all;
}

Part PlanBuilder::part(NormId id, const Frame& frame, Ref guard) {
  notes_ = {};
  Part made = formula(id, frame);
  made.guard = guard;
  take_notes(made);
  if (!made.watched.empty() && !made.opaque && !made.has_judgment) try_out(made, id, frame);
  return made;
}

Part PlanBuilder::formula(NormId id, const Frame& frame) {
  const dsl::Norm& norm = program_.norm(id);
  Part made;
  const ExprId filter = norm.for_each ? norm.for_each->filter : ExprId{};
  made.scope = conjunction({begun(norm, frame), in_pack(norm), condition(norm.applies, frame),
                            condition(filter, frame)});
  made.excepted = excepted(norm, frame);
  const bool can_be_lifted = norm.kind != NormKind::Enablement;
  made.lifted = can_be_lifted ? lifted(id) : yes().negated();
  const bool has_duty = norm.kind != NormKind::Enablement && norm.kind != NormKind::Approval;
  std::vector<Ref> required;
  if (has_duty) {
    for (const ExprId each : norm.requirements) required.push_back(condition(each, frame));
  }
  made.required = has_duty ? conjunction(std::move(required)) : yes().negated();
  made.stands = conjunction(
      {made.scope, made.excepted.negated(), made.lifted.negated(), made.required.negated()});
  return made;
}

std::size_t PlanBuilder::value_count(std::uint32_t column) const {
  const Column& of = layout_.column(column);
  if (of.kind == ColumnKind::YesNo) return 2;
  return of.kind == ColumnKind::Choice ? of.value_count + 1 : 1;
}

// Only where the evaluator tries out all facts of the formula, however many are missing.
void PlanBuilder::try_out(Part& part, NormId id, const Frame& frame) {
  constexpr std::size_t kMaxTried = 16;
  std::size_t all = 1;
  for (const std::uint32_t column : part.columns) {
    if (program_.fact(layout_.column(column).fact).computed.valid()) return;
    all *= value_count(column);
    if (all > kMaxCombinations) return;
  }
  std::size_t tried = 1;
  for (const std::uint32_t column : part.watched) {
    if (value_count(column) == 1) return;
    tried *= value_count(column);
  }
  if (tried > kMaxTried) return;
  std::vector<Case> cases;
  for (std::size_t i = 0; i < tried; ++i) cases.push_back(supposing(i, part.watched, id, frame));
  for (Ref Part::*const member :
       {&Part::stands, &Part::scope, &Part::excepted, &Part::lifted, &Part::required}) {
    std::vector<Ref> refs = {part.*member};
    for (const Case& each : cases) {
      refs.push_back(each.impossible);
      refs.push_back(each.part.*member);
    }
    part.*member = agreement(refs);
  }
  part.watched.clear();
}

// The formula under one combination of values of some columns, the first's changing fastest.
PlanBuilder::Case PlanBuilder::supposing(std::size_t combination,
                                         const std::vector<std::uint32_t>& columns, NormId id,
                                         const Frame& frame) {
  std::map<std::uint32_t, std::uint32_t> supposed;
  std::vector<Ref> differs;
  for (const std::uint32_t index : columns) {
    const Column& column = layout_.column(index);
    const std::size_t count = value_count(index);
    const auto value = static_cast<std::uint32_t>(combination % count);
    combination /= count;
    const bool yes_no = column.kind == ColumnKind::YesNo;
    const bool absent = !yes_no && value == column.value_count;
    supposed[index] = absent ? kAbsent : value;
    const Ref is_so = absent   ? of_column(NodeKind::Present, column).negated()
                      : yes_no ? (value == 1 ? any_of(column, {0}) : any_of(column, {0}).negated())
                               : any_of(column, {value});
    differs.push_back(is_so.negated());
  }
  Case made;
  made.impossible = disjunction(std::move(differs));
  supposed_ = std::move(supposed);
  made.part = formula(id, frame);
  supposed_.clear();
  return made;
}

Part PlanBuilder::whole(NormId id, Ref guard) {
  const dsl::Norm& norm = program_.norm(id);
  const Frame frame(norm.frame_size);
  notes_ = {};
  Part made;
  made.guard = guard;
  made.scope =
      conjunction({begun(norm, frame), in_pack(norm), condition(norm.applies, frame), unknown()});
  made.excepted = made.lifted = made.required = unknown();
  made.stands = made.scope;
  notes_.opaque = true;
  take_notes(made);
  return made;
}

// The date from which the norm is in force where a fact of the design puts it off.
Ref PlanBuilder::begun(const dsl::Norm& norm, const Frame& frame) {
  if (!norm.begins_later.valid()) return yes();
  const auto date = constant(norm.begins_later, frame);
  if (!date || !is_exact_) return opaque();
  return std::get<Date>(*date) <= as_of_ ? yes() : yes().negated();
}

Ref PlanBuilder::excepted(const dsl::Norm& norm, const Frame& frame) {
  std::vector<Ref> any;
  for (const dsl::Exception& each : norm.exceptions) {
    any.push_back(condition(each.condition, frame));
  }
  return disjunction(std::move(any));
}

Ref PlanBuilder::lifted(NormId id) {
  std::vector<Ref> any;
  for (const NormId by : program_.lifted_by(id)) {
    const dsl::Norm& enablement = program_.norm(by);
    if (!may_bind(enablement, as_of_)) continue;
    const Frame frame(enablement.frame_size);
    any.push_back(
        conjunction({begun(enablement, frame), in_pack(enablement),
                     condition(enablement.applies, frame), excepted(enablement, frame).negated()}));
  }
  return disjunction(std::move(any));
}

Ref PlanBuilder::in_pack(const dsl::Norm& norm) {
  if (!norm.pack.valid()) return yes();
  const dsl::Pack& pack = program_.pack(norm.pack);
  return condition(pack.applies, Frame(pack.frame_size));
}

void PlanBuilder::take_notes(Part& part) {
  part.opaque = notes_.opaque;
  part.has_judgment = notes_.has_judgment;
  for (const auto& [index, times] : notes_.occurrences) {
    const Column& column = layout_.column(index);
    part.columns.push_back(index);
    const bool few_values = column.kind == ColumnKind::YesNo || column.kind == ColumnKind::Choice;
    const bool worked_out = program_.fact(column.fact).computed.valid();
    if (notes_.watched.contains(index) || worked_out || (few_values && times > 1)) {
      part.watched.push_back(index);
    }
  }
}

Plan compile_plan(const dsl::Program& program, const Layout& layout, Date as_of, bool is_exact) {
  return PlanBuilder(program, layout, as_of, is_exact).build();
}

std::vector<Date> first_days_of_spans(const dsl::Program& program) {
  std::vector<Date> days;
  const auto add = [&days](const dsl::Period& period) {
    if (period.from) days.push_back(*period.from);
    if (period.until) days.push_back({period.until->days + 1});
  };
  for (const dsl::Norm& norm : program.typed().norms) {
    add(norm.in_force);
    for (const dsl::Suspension& each : norm.suspensions) add(each.period);
  }
  for (const dsl::Parameter& parameter : program.typed().parameters) {
    for (const dsl::ParameterVersion& version : parameter.versions) add(version.period);
  }
  for (const dsl::Definition& definition : program.typed().definitions) add(definition.in_force);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace checker::batch
