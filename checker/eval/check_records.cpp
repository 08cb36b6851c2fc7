#include "checker/eval/check_records.h"

#include <algorithm>
#include <optional>
#include <string>

#include "checker/eval/evaluate.h"
#include "checker/eval/relief_basis.h"
#include "dsl/core/term.h"
#include "dsl/core/unit.h"
#include "dsl/syntax/norm_words.h"
#include <fmt/format.h>

namespace checker {
namespace {

bool is_used(std::uint32_t relief, const Verdict& verdict) {
  return std::any_of(verdict.parts.begin(), verdict.parts.end(),
                     [&](const VerdictPart& part) { return part.relief == relief; });
}

// A conflict needs a relief, though this one is out of time; what cannot be told may need it yet,
// and what another relieves would.
bool is_needed(std::uint32_t relief, const Verdict& verdict) {
  return is_used(relief, verdict) || verdict.outcome == Outcome::Relieved ||
         std::any_of(verdict.parts.begin(), verdict.parts.end(), [](const VerdictPart& part) {
           return part.outcome == Outcome::Conflict || part.outcome == Outcome::CannotTell ||
                  part.outcome == Outcome::NeedsJudgment;
         });
}

std::string in_words(Outcome outcome) {
  std::string words(outcome_word(outcome));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

constexpr const char* kStillHold =
    "leave it out, or check that the facts that it was granted for still hold";

class RecordCheck {
 public:
  RecordCheck(const dsl::Program& program, const Design& design,
              const std::vector<Verdict>& verdicts, dsl::Date as_of, dsl::Diagnostics& diagnostics)
      : program_(program),
        design_(design),
        verdicts_(verdicts),
        diagnostics_(diagnostics),
        evaluator_(program, design, as_of) {
    let_norms_be_asked(evaluator_);
  }

  void check() {
    for (std::uint32_t i = 0; i < design_.reliefs.size(); ++i) {
      const Relief& relief = design_.reliefs[i];
      if (relief.declared.valid()) {
        declared_relief(i, relief);
      } else if (relief.norm.valid()) {
        relief_from_norm(i, relief);
      }
    }
    for (const ApprovalRecord& record : design_.approvals) {
      if (record.norm.valid()) approval(record);
    }
  }

 private:
  using Kind = dsl::DiagnosticKind;

  void relief_from_norm(std::uint32_t index, const Relief& relief) {
    const Verdict& verdict = verdicts_[relief.norm.index];
    if (!is_needed(index, verdict)) {
      diagnostics_
          .report(Kind::UnusedRecord, relief.span,
                  fmt::format("the relief from `{}` is not needed: its verdict is {}",
                              relief.norm_name, in_words(verdict.outcome)))
          .help(kStillHold);
      return;
    }
    if (out_of_reach_of(evaluator_, relief, relief.norm).valid()) return;
    granted_so(relief);
  }

  // A declared relief is needed where one of the norms that it reaches needs it.
  void declared_relief(std::uint32_t index, const Relief& relief) {
    const bool needed =
        std::any_of(verdicts_.begin(), verdicts_.end(), [&](const Verdict& verdict) {
          return is_from(relief, verdict.norm, program_) && is_needed(index, verdict);
        });
    if (!needed) {
      diagnostics_
          .report(Kind::UnusedRecord, relief.span,
                  fmt::format("the relief `{}` is not needed: no norm that it reaches conflicts",
                              relief.norm_name))
          .help(kStillHold);
      return;
    }
    granted_so(relief);
  }

  // Whether the rules let it be granted by whom, for as long and from when the record says.
  void granted_so(const Relief& relief) {
    const ReliefBasis basis = basis_of(evaluator_, relief);
    if (basis.support != ReliefSupport::Given) {
      without_basis(relief, basis);
      return;
    }
    std::vector<Lasting> lastings;
    lastings.reserve(basis.routes.size());
    for (const ReliefRouteHere& route : basis.routes) lastings.push_back(lasting_of(route));
    check_length(relief, lastings);
    const bool all_declared =
        std::all_of(basis.routes.begin(), basis.routes.end(),
                    [](const ReliefRouteHere& route) { return route.declared.valid(); });
    if (all_declared) check_begin(relief, basis.routes.front().declared);
  }

  void without_basis(const Relief& relief, const ReliefBasis& basis) {
    const std::string& by = program_.stakeholder(relief.by).title;
    if (basis.support == ReliefSupport::OutOfTime) {
      out_of_time(relief, basis.declared, by);
      return;
    }
    const std::string& name = relief.norm_name;
    const bool names_norm = relief.norm.valid();
    std::string what;
    if (basis.support == ReliefSupport::OtherFacts) {
      what = fmt::format(
          "the rules let {} grant {}`{}` only where a condition holds that does not "
          "hold for this design",
          by, names_norm ? "relief from " : "", name);
    } else if (names_norm) {
      what = fmt::format("the rules name no relief from `{}` by {}", name, by);
    } else {
      what = fmt::format("the rules do not let {} grant `{}`", by, name);
    }
    auto message = diagnostics_.report(Kind::UnnamedRelief, relief.span, what);
    if (relief.declared.valid() && basis.support == ReliefSupport::NotNamed) {
      message.help(fmt::format("it is taken as recorded, though by the rules it is for {} to grant",
                               granters_of(relief.declared)));
    } else {
      message.help("it is taken as recorded; check who granted it and under what");
    }
  }

  std::string granters_of(dsl::ReliefId id) const {
    std::vector<std::string> titles;
    for (const dsl::Granter& granter : program_.relief(id).granters) {
      titles.push_back(program_.stakeholder(granter.by).title);
    }
    return fmt::format("{}", fmt::join(titles, " or "));
  }

  void out_of_time(const Relief& relief, dsl::ReliefId id, const std::string& by) {
    const dsl::DeclaredRelief& declared = program_.relief(id);
    const std::string what =
        relief.declared.valid()
            ? fmt::format("the relief `{}`", relief.norm_name)
            : fmt::format("the relief from `{}` by {}, `{}`,", relief.norm_name, by, declared.name);
    const std::string when =
        relief.from ? "counts from " + dsl::format_date(*relief.from) : "does not say from when";
    diagnostics_
        .report(Kind::UnnamedRelief, relief.span,
                fmt::format("{} is in force {}, but this record {}", what,
                            dsl::period_in_words(declared.in_force), when))
        .label(declared.span, "it is declared here")
        .help(
            "it is taken as recorded; what was granted in that time may run on after it, so "
            "check its first day");
  }

  struct Lasting {
    std::optional<dsl::Rational> amount;
    dsl::UnitId unit;
  };

  Lasting lasting_of(const ReliefRouteHere& route) const {
    if (route.own != nullptr) return {route.own->lasting, route.own->lasting_unit};
    const dsl::DeclaredRelief& declared = program_.relief(route.declared);
    return {declared.lasting, declared.lasting_unit};
  }

  // The record may be of any of the routes, so the one that lasts longest counts; one that says
  // nothing of it may last for ever.
  void check_length(const Relief& relief, const std::vector<Lasting>& lastings) {
    if (!relief.from) return;
    std::optional<dsl::Date> latest;
    std::string words;
    for (const Lasting& each : lastings) {
      if (!each.amount || !each.unit.valid()) return;
      const dsl::Unit& unit = program_.types().unit(each.unit);
      const auto last =
          dsl::last_day_of_term(*relief.from, *each.amount, unit, program_.types().unit_words);
      if (!last) return;
      if (latest && *last <= *latest) continue;
      latest = last;
      words = dsl::quantity_in_words(*each.amount, unit);
    }
    if (!latest || (relief.until && *relief.until <= *latest)) return;
    const std::string what = relief.until
                                 ? "runs longer than the " + words + " that the rules give it"
                                 : "has no last day, but the rules give it " + words;
    diagnostics_
        .report(Kind::ReliefTooLong, relief.span,
                fmt::format("the relief from `{}` {}", relief.norm_name, what))
        .help(
            fmt::format("from {} its last day would be {}; record a renewal as a relief of its own",
                        dsl::format_date(*relief.from), dsl::format_date(*latest)));
  }

  // What a declared relief asks for must hold on the first day, not only by now.
  void check_begin(const Relief& relief, dsl::ReliefId id) {
    const dsl::DeclaredRelief& declared = program_.relief(id);
    if (!declared.applies.valid() || !relief.from) return;
    Evaluator then(program_, design_, *relief.from);
    let_norms_be_asked(then);
    if (truth_of_condition(then, declared.applies, declared.frame_size) != dsl::Truth::False)
      return;
    diagnostics_
        .report(
            Kind::RecordTooEarly, relief.span,
            fmt::format("the relief from `{}` counts from {}, when what it asks for does not hold",
                        relief.norm_name, dsl::format_date(*relief.from)))
        .label(program_.expr(declared.applies).span, "it may only be had where this holds")
        .help("check its first day, and what has to be there before it");
  }

  void approval(const ApprovalRecord& record) {
    const dsl::Norm& norm = program_.norm(record.norm);
    if (norm.kind != dsl::NormKind::Approval) {
      diagnostics_
          .report(Kind::UnusedRecord, record.span,
                  fmt::format("`{}` is of the kind {}, so no approval decides it", norm.name,
                              kind_word(norm.kind)))
          .help(
              "a waiver or variance goes under `reliefs`, a determination under `determinations`");
      return;
    }
    if (record.result != ApprovalResult::Granted) return;
    for (const dsl::NormId before : norm.after) check_order(record, before);
  }

  void check_order(const ApprovalRecord& record, dsl::NormId before) {
    if (verdicts_[before.index].outcome == Outcome::DoesNotApply) return;
    const bool came_first = std::any_of(
        design_.approvals.begin(), design_.approvals.end(), [&](const ApprovalRecord& other) {
          return other.norm == before && other.result == ApprovalResult::Granted &&
                 (!other.on || !record.on || *other.on <= *record.on);
        });
    if (came_first) return;
    const std::string& name = program_.norm(before).name;
    const std::string day = record.on ? " on " + dsl::format_date(*record.on) : std::string();
    diagnostics_
        .report(Kind::RecordTooEarly, record.span,
                fmt::format("`{}` is granted{}, and `{}`, which must come first, is not by then",
                            record.norm_name, day, name))
        .help(fmt::format("record the approval `{}` with its day, or check the order", name));
  }

  const dsl::Program& program_;
  const Design& design_;
  const std::vector<Verdict>& verdicts_;
  dsl::Diagnostics& diagnostics_;
  Evaluator evaluator_;
};

}  // namespace

void check_records(const dsl::Program& program, const Design& design,
                   const std::vector<Verdict>& verdicts, dsl::Date as_of,
                   dsl::Diagnostics& diagnostics) {
  RecordCheck(program, design, verdicts, as_of, diagnostics).check();
}

}  // namespace checker
