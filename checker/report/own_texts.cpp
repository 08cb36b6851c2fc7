// What a norm itself says, stage by stage.
#include <algorithm>
#include <utility>

#include "checker/report/rule_texts.h"
#include "checker/report/wording.h"
#include "dsl/sema/words.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::ExprId;

constexpr const char* kAlways = "always";

class OwnTexts {
 public:
  explicit OwnTexts(const Judged& judged)
      : judged_(judged), program_(judged.input.program), sources_(judged.input.sources) {}

  std::vector<PartText> at(Stage stage) {
    const dsl::Norm& norm = judged_.norm();
    switch (stage) {
      case Stage::Force: add(RulePart::InForce, "", force_text(norm), norm.name_span); break;
      case Stage::Pack:
        if (norm.pack.valid()) {
          const dsl::Pack& pack = program_.pack(norm.pack);
          add(RulePart::Pack, pack.name, pack.applies);
        }
        break;
      case Stage::Scope: add_scope(norm); break;
      case Stage::Exceptions: add_exceptions(norm); break;
      case Stage::Lifts: add_lifts(); break;
      case Stage::Requirements: add_requirements(norm); break;
    }
    return std::move(texts_);
  }

  PartText effect() const {
    const dsl::Norm& norm = judged_.norm();
    std::string text_of_effect(effect_word(norm.effect));
    if (norm.effect_amount.valid()) text_of_effect += ", " + text(norm.effect_amount);
    return {RulePart::Effect, "", text_of_effect, location_of(norm.name_span, sources_)};
  }

 private:
  std::string text(ExprId id) const { return rule_text(id, program_, sources_); }

  void add(RulePart part, std::string name, std::string text, dsl::Span span,
           bool decides = false) {
    texts_.push_back(
        {part, std::move(name), std::move(text), location_of(span, sources_), decides});
  }

  void add(RulePart part, std::string name, ExprId id, bool decides = false) {
    if (id.valid()) add(part, std::move(name), text(id), program_.expr(id).span, decides);
  }

  void add_scope(const dsl::Norm& norm) {
    add(RulePart::Applies, "", norm.applies);
    if (!norm.for_each) return;
    const dsl::ForEach& each = *norm.for_each;
    const std::string filter = each.filter.valid() ? " where " + text(each.filter) : "";
    add(RulePart::ForEach, "", text(each.domain) + filter, program_.expr(each.domain).span);
  }

  // Whether the stage comes out as it does because of its i-th condition.
  bool decides(Stage stage, std::size_t i) const {
    const dsl::Truth idle = stage == Stage::Requirements ? dsl::Truth::True : dsl::Truth::False;
    const auto& instances = judged_.explanation.instances;
    return std::any_of(instances.begin(), instances.end(), [&](const ExplainedInstance& each) {
      return truth_of(conditions_at(each, stage)[i].result) != idle;
    });
  }

  void add_exceptions(const dsl::Norm& norm) {
    for (std::size_t i = 0; i < norm.exceptions.size(); ++i) {
      add(RulePart::Exception, norm.exceptions[i].title, norm.exceptions[i].condition,
          decides(Stage::Exceptions, i));
    }
  }

  void add_requirements(const dsl::Norm& norm) {
    for (std::size_t i = 0; i < norm.requirements.size(); ++i) {
      add(RulePart::Requirement, "", norm.requirements[i], decides(Stage::Requirements, i));
    }
  }

  void add_lifts() {
    for (const ExplainedLift& lift : judged_.explanation.lifts) {
      const dsl::Norm& enablement = program_.norm(lift.enablement);
      const std::string force = force_text(enablement);
      std::string text_of_lift =
          enablement.applies.valid() ? "when " + text(enablement.applies) : kAlways;
      if (force != kAlways) text_of_lift += "; in force " + force;
      for (const dsl::Exception& each : enablement.exceptions) {
        text_of_lift += fmt::format("; unless \"{}\" when {}", each.title, text(each.condition));
      }
      add(RulePart::Lift, enablement.name, std::move(text_of_lift), enablement.name_span,
          lift.lifts != dsl::Truth::False);
    }
  }

  static std::string period_text(const dsl::Period& period) {
    const std::string dates = dsl::period_dates(period);
    return dates.empty() ? kAlways : dates;
  }

  // In order of weight: what is not enacted has no dates that count.
  std::string force_text(const dsl::Norm& norm) const {
    if (norm.status == dsl::Status::Pending) return "not enacted yet";
    std::string text_of_force = period_text(norm.in_force);
    if (norm.begins_later.valid()) {
      text_of_force += fmt::format(", not before {}", text(norm.begins_later));
    }
    for (const dsl::Suspension& each : norm.suspensions) {
      text_of_force += ", suspended " + period_text(each.period);
    }
    return text_of_force;
  }

  const Judged& judged_;
  const dsl::Program& program_;
  const dsl::SourceMap& sources_;
  std::vector<PartText> texts_;
};

}  // namespace

std::vector<PartText> own_texts(const Judged& judged, Stage stage) {
  return OwnTexts(judged).at(stage);
}

PartText effect_of(const Judged& judged) { return OwnTexts(judged).effect(); }

}  // namespace checker
