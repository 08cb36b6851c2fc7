#include "checker/report/write_explanation.h"

#include <algorithm>
#include <string_view>

#include "checker/eval/fact_path.h"
#include "checker/report/wording.h"
#include "checker/report/write_value.h"
#include "dsl/syntax/norm_words.h"
#include "dsl/text/display_text.h"
#include <fmt/core.h>

namespace checker {
namespace {

using dsl::Op;

class Writer {
 public:
  Writer(std::ostream& out, const ExplanationContext& context, const TextStyle& style)
      : page_(out, style), context_(context), program_(context.program) {}

  void write(const Explanation& explanation) {
    const dsl::Norm& norm = program_.norm(explanation.verdict.norm);
    line(0, fmt::format("{} \"{}\"", norm.name, norm.title));
    line(1, fmt::format("{}, {}", kind_word(norm.kind), place(norm.name_span)));
    for (const dsl::Citation& citation : norm.citations) line(1, citation.text);
    line(1, fmt::format("on {}, as of {} ({})", context_.design.name,
                        dsl::format_date(context_.as_of), context_.as_of_source));
    line(0, "");
    for (const VerdictPart& part : explanation.verdict.parts) write_part(part);
    line(0, "");
    write_force(norm);
    const dsl::Pack* pack = norm.pack.valid() ? &program_.pack(norm.pack) : nullptr;
    if (pack != nullptr) section("pack " + pack->name + " applies when", explanation.pack);
    section("applies when", explanation.applies);
    if (norm.for_each) section("for each " + norm.for_each->variable + " in", explanation.domain);
    for (const ExplainedInstance& instance : explanation.instances) write_instance(instance, norm);
    for (const ExplainedLift& lift : explanation.lifts) write_lift(lift);
    if (left_out_) line(0, "");
    if (left_out_) line(0, "steps within a list are left out; `--every-step` shows them");
  }

 private:
  void write_part(const VerdictPart& part) {
    std::string text = "verdict: " + std::string(outcome_word(part.outcome));
    if (!part.grades.empty()) text += " for grades " + dsl::format_grades(part.grades);
    if (part.reason != Reason::None) {
      std::string reason(reason_word(part.reason));
      std::replace(reason.begin(), reason.end(), '_', ' ');
      text += " (" + reason + ")";
    }
    line(0, text);
    if (part.leeway) line(1, "leeway: " + format_leeway(*part.leeway));
    for (const FactRef& need : part.needs) line(1, "needs: " + fact_path(need, program_));
    if (part.lifted_by.valid()) line(1, "lifted by: " + program_.norm(part.lifted_by).name);
  }

  void write_force(const dsl::Norm& norm) {
    const std::string dates = dsl::period_dates(norm.in_force);
    if (dates.empty()) return;
    line(0, "in force " + dates + ": " + (norm.in_force.contains(context_.as_of) ? "yes" : "no"));
  }

  void write_instance(const ExplainedInstance& instance, const dsl::Norm& norm) {
    const std::string prefix = instance.label.empty() ? "" : instance.label + ": ";
    section(prefix + "where", instance.filter);
    for (const Derivation& requirement : instance.requirements) {
      section(prefix + "require", requirement);
    }
    for (std::size_t i = 0; i < instance.exceptions.size(); ++i) {
      section(prefix + "unless \"" + norm.exceptions[i].title + "\"", instance.exceptions[i]);
    }
  }

  void write_lift(const ExplainedLift& lift) {
    const dsl::Norm& enablement = program_.norm(lift.enablement);
    line(0, fmt::format("may be lifted by {} \"{}\"{}", enablement.name, enablement.title,
                        lift.in_force ? "" : " (not in force)"));
    section("  its pack applies when", lift.pack);
    section("  it applies when", lift.applies);
    for (std::size_t i = 0; i < lift.exceptions.size(); ++i) {
      section("  unless \"" + enablement.exceptions[i].title + "\"", lift.exceptions[i]);
    }
  }

  void section(const std::string& title, const std::optional<Derivation>& derivation) {
    if (!derivation) return;
    line(0, title);
    node(*derivation, 1);
  }

  std::string place(dsl::Span span) const {
    if (span.file >= context_.sources.size()) return "";
    const dsl::LineColumn at = context_.sources.locate(span.file, span.begin);
    return fmt::format("{}:{}:{}", context_.sources.file(span.file).name, at.line, at.column);
  }

  std::string state_words(const FactReading& reading) const {
    switch (reading.state) {
      case FactState::NotStated: return "not stated";
      case FactState::Absent: return "stated as absent";
      case FactState::Unknown: return "stated as unknown";
      case FactState::NotApplicable: return "stated as not applicable";
      case FactState::Stated: return reading.span ? place(*reading.span) : "set by the test";
    }
    return {};
  }

  void node(const Derivation& derivation, int depth, const std::string& label = "") {
    const dsl::TypedExpr& expr = program_.expr(derivation.expr);
    if (expr.op == Op::Constant) return;  // its text is in the line above
    const std::string value = plain_value(derivation.result, expr.type, program_, context_.design);
    const int used = depth * 2 + dsl::display_width(label) + dsl::display_width(value) + 3;
    std::string text = derivation.reading
                           ? fact_path(derivation.reading->ref, program_)
                           : shortened(on_one_line(context_.sources.text(expr.span)), used);
    text = label + text + " = " + value;
    std::string note;
    if (derivation.reading) {
      note = state_words(*derivation.reading);
      const bool computed =
          derivation.reading->state == FactState::NotStated && derivation.result.known();
      if (computed) note += "; worked out";
    } else if (expr.op == Op::Parameter || expr.op == Op::Definition) {
      note = source_of(expr);
    }
    line(depth, text, note);
    const bool in_loop = derivation.element.has_value();
    if (!in_loop || !derivation.result.known() || context_.every_step) {
      children(derivation, depth + 1);
    } else if (!derivation.children.empty()) {
      left_out_ = true;
    }
  }

  // `record 2: ` or `Mon: ` before what a loop says of one element.
  std::string element_label(const Derivation& child, const Derivation& loop) const {
    if (!child.element) return "";
    if (const auto* record = std::get_if<dsl::RecordValue>(&*child.element)) {
      return fmt::format("record {}: ", record->item + 1);
    }
    dsl::Type type = program_.expr(program_.expr(loop.expr).operands.front()).type;
    type.is_set = false;
    return dsl::format_value(*child.element, type, program_.types()) + ": ";
  }

  // `a + b + c` is a sum of a sum; its terms stand side by side.
  void children(const Derivation& derivation, int depth) {
    const Op op = program_.expr(derivation.expr).op;
    const bool chain = op == Op::Add || op == Op::Multiply;
    for (const Derivation& child : derivation.children) {
      if (chain && child.expr.valid() && program_.expr(child.expr).op == op) {
        children(child, depth);
      } else {
        node(child, depth, element_label(child, derivation));
      }
    }
  }

  // An expression's text, cut where its line would pass the width; its parts follow anyway.
  std::string shortened(const std::string& text, int used) const {
    constexpr int kLeastRoom = 24;
    return dsl::cut_to_width(text, std::max(kLeastRoom, page_.width() - used));
  }

  std::string source_of(const dsl::TypedExpr& expr) const {
    const auto& typed = program_.typed();
    const bool parameter = expr.op == Op::Parameter;
    const auto& citations = parameter ? typed.parameters[expr.index].citations
                                      : typed.definitions[expr.index].citations;
    const dsl::Span span =
        parameter ? typed.parameters[expr.index].span : typed.definitions[expr.index].span;
    std::string text = place(span);
    if (!citations.empty()) text += ", " + citations.front().text;
    return text;
  }

  // A note stands in brackets behind the text, or below it where there is no room.
  void line(int depth, const std::string& text, const std::string& note = "") {
    constexpr int kHanging = 4;
    const int indent = 2 * depth;
    const std::string bracket = note.empty() ? "" : "[" + note + "]";
    const std::string whole = bracket.empty() ? text : text + "   " + bracket;
    if (indent + dsl::display_width(whole) <= page_.width()) {
      page_.line(indent, {{whole}});
    } else {
      page_.paragraph(indent, kHanging, {{text}});
      page_.paragraph(indent + kHanging, 0, {{bracket}});
    }
  }

  dsl::TerminalPage page_;
  const ExplanationContext& context_;
  const dsl::Program& program_;
  bool left_out_ = false;
};

}  // namespace

void write_explanation(std::ostream& out, const Explanation& explanation,
                       const ExplanationContext& context, const TextStyle& style) {
  Writer(out, context, style).write(explanation);
}

}  // namespace checker
