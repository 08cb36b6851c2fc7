#include "checker/report/turning_points.h"

#include <algorithm>
#include <set>
#include <utility>

#include "checker/report/reach.h"

namespace checker {
namespace {

using dsl::Date;
using dsl::NormId;

// The dates on which one norm may turn.
class TurnsOfNorm {
 public:
  TurnsOfNorm(const dsl::Program& program, const Design& design, NormId id)
      : program_(program), design_(design), id_(id), reach_(program) {}

  std::set<Date> collect() {
    const dsl::Norm& norm = program_.norm(id_);
    add_norm(norm);
    if (norm.for_each) {
      reach_.add(norm.for_each->domain);
      reach_.add(norm.for_each->filter);
    }
    for (const dsl::ExprId requirement : norm.requirements) reach_.add(requirement);
    for (const NormId enablement : program_.lifted_by(id_)) add_norm(program_.norm(enablement));
    add_reach();
    add_records(norm);
    return std::move(dates_);
  }

 private:
  void add(const std::optional<Date>& from, const std::optional<Date>& until) {
    if (from) dates_.insert(*from);
    if (until) dates_.insert(Date{until->days + 1});
  }
  void add(const dsl::Period& period) { add(period.from, period.until); }

  // What the norm and an enablement that lifts it have alike.
  void add_norm(const dsl::Norm& norm) {
    add(norm.in_force);
    for (const dsl::Suspension& suspension : norm.suspensions) add(suspension.period);
    reach_.add(norm.begins_later);
    if (norm.pack.valid()) reach_.add(program_.pack(norm.pack).applies);
    reach_.add(norm.applies);
    for (const dsl::Exception& exception : norm.exceptions) reach_.add(exception.condition);
  }

  void add_reach() {
    for (const dsl::ParameterId id : reach_.parameters()) {
      for (const dsl::ParameterVersion& version : program_.typed().parameters[id.index].versions) {
        add(version.period);
      }
    }
    for (const dsl::DefinitionId id : reach_.definitions()) {
      add(program_.typed().definitions[id.index].in_force);
      for (const ChosenReading& each : design_.readings) {
        if (each.term == id) add(each.on, each.until);
      }
    }
    for (const std::uint32_t index : reach_.judgments()) {
      const dsl::Judgment& judgment = program_.typed().judgments[index];
      for (const Determination& each : design_.determinations) {
        if (each.norm == judgment.norm && each.by == judgment.by) add(each.on, each.until);
      }
    }
  }

  void add_records(const dsl::Norm& norm) {
    for (const Relief& relief : design_.reliefs) {
      if (is_from(relief, id_, program_)) add(relief.from, relief.until);
    }
    for (const ApprovalRecord& approval : design_.approvals) {
      const bool comes_before =
          std::find(norm.after.begin(), norm.after.end(), approval.norm) != norm.after.end();
      if (approval.norm == id_ || comes_before) add(approval.on, approval.until);
    }
  }

  const dsl::Program& program_;
  const Design& design_;
  NormId id_;
  Reach reach_;
  std::set<Date> dates_;
};

}  // namespace

std::map<Date, std::vector<NormId>> turning_points(const dsl::Program& program,
                                                   const Design& design, Date after, Date until) {
  std::map<Date, std::vector<NormId>> points;
  const auto count = static_cast<std::uint32_t>(program.typed().norms.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const Date date : TurnsOfNorm(program, design, NormId{i}).collect()) {
      if (after < date && date <= until) points[date].push_back(NormId{i});
    }
  }
  return points;
}

}  // namespace checker
