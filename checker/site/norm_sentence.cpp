#include "checker/site/norm_sentence.h"

#include "checker/site/links.h"
#include "checker/site/phrases.h"

namespace checker::site {
namespace {

// "a; b; or c", each with its number where there are several.
Prose numbered(const std::vector<Prose>& items) {
  if (items.size() == 1) return items.front();
  Prose all;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) all.add(i + 1 == items.size() ? "; or " : "; ");
    all.add("(" + std::to_string(i + 1) + ") ").add(items[i]);
  }
  return all;
}

Prose titled(const std::string& title, const Prose& condition) {
  return Prose("“" + title + "”, which means that ").add(condition);
}

class Sentence {
 public:
  Sentence(const dsl::Norm& norm, const Rules& rules)
      : norm_(norm), program_(rules.program), phrases_(rules.program, rules.sources) {}

  Prose write() {
    Prose text = opening();
    text.add(core());
    text.add(exceptions());
    return text.add(".").capitalized();
  }

 private:
  // When and for what it binds; each part ends in a comma.
  Prose opening() {
    Prose text;
    if (norm_.status == dsl::Status::Pending) text.add("once it is enacted, ");
    text.add(period());
    if (norm_.pack.valid() && program_.pack(norm_.pack).applies.valid()) {
      text.add("where the rules of ").add(link_to(norm_.pack, program_)).add(" apply (");
      text.add(phrases_.condition(program_.pack(norm_.pack).applies)).add("), ");
    }
    if (norm_.applies.valid()) {
      text.add("when ").add(phrases_.condition(norm_.applies)).add(", ");
    }
    if (norm_.for_each) text.add("for ").add(phrases_.each(*norm_.for_each)).add(", ");
    if (norm_.applies.valid()) text.add("then ");
    return text;
  }

  Prose period() {
    Prose text;
    const std::string dates = dsl::period_in_words(norm_.in_force);
    if (!dates.empty()) text.add(dates);
    if (norm_.begins_later.valid()) {
      text.add(", but not before ").add(phrases_.noun(norm_.begins_later)).add(" if that is later");
    }
    for (const dsl::Suspension& suspension : norm_.suspensions) {
      text.add(text.empty() ? "except " : ", except ").add(dsl::period_in_words(suspension.period));
    }
    if (!text.empty()) text.add(", ");
    return text;
  }

  Prose core() {
    std::vector<Prose> parts;
    if (norm_.decided_by.valid()) parts.push_back(approval());
    if (norm_.kind == dsl::NormKind::Enablement) parts.push_back(enablement());
    // The last requirement is that one of the alternatives holds.
    const std::size_t plain = norm_.requirements.size() - (norm_.alternatives.empty() ? 0 : 1);
    for (std::size_t i = 0; i < plain; ++i) {
      parts.push_back(phrases_.condition(norm_.requirements[i], Mood::Must));
    }
    if (!norm_.alternatives.empty()) parts.push_back(alternatives());
    Prose text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) text.add(i + 1 == parts.size() ? "; and " : "; ");
      text.add(parts[i]);
    }
    return text;
  }

  Prose approval() const {
    Prose text = link_to(norm_.decided_by, program_);
    text.add(" must give its approval");
    if (norm_.within) {
      text.add(" within " + amount_in_words(*norm_.within, norm_.within_unit, program_));
    }
    std::vector<Prose> before;
    for (const dsl::NormId approval : norm_.after) {
      before.push_back(Prose("“").add(link_to(approval, program_)).add("”"));
    }
    if (!before.empty()) text.add(", after ").add(joined(before));
    return text;
  }

  Prose enablement() const {
    Prose text("the design is expressly allowed");
    std::vector<Prose> lifted;
    for (const dsl::LiftTarget& target : norm_.lifts) lifted.push_back(link_to(target, program_));
    if (!lifted.empty()) text.add(", and lifted are: ").add(joined(lifted));
    std::vector<Prose> kept;
    for (const dsl::ReachLimit& limit : norm_.cannot_lift) {
      for (const dsl::LiftTarget& target : limit.targets) kept.push_back(link_to(target, program_));
    }
    if (!kept.empty()) text.add("; but never lifted are: ").add(joined(kept));
    return text;
  }

  Prose alternatives() {
    std::vector<Prose> ways;
    for (const dsl::Alternative& way : norm_.alternatives) {
      ways.push_back(titled(way.title, phrases_.condition(way.condition)));
    }
    return Prose("one of these must hold: ").add(numbered(ways));
  }

  Prose exceptions() {
    std::vector<Prose> all;
    for (const dsl::Exception& exception : norm_.exceptions) all.push_back(one(exception));
    if (all.empty()) return {};
    const char* const joint = norm_.alternatives.empty() ? ", unless " : "; all this unless ";
    return Prose(joint).add(numbered(all));
  }

  Prose one(const dsl::Exception& exception) {
    // What takes it away again is worked into the condition, after the exception itself.
    const dsl::ExprId condition = exception.but_not.empty()
                                      ? exception.condition
                                      : program_.expr(exception.condition).operands.front();
    Prose text = titled(exception.title, phrases_.condition(condition));
    for (const dsl::CounterException& counter : exception.but_not) {
      text.add(", but not ").add(titled(counter.title, phrases_.condition(counter.condition)));
    }
    return text;
  }

  const dsl::Norm& norm_;
  const dsl::Program& program_;
  Phrases phrases_;
};

}  // namespace

Prose sentence_of(dsl::NormId norm, const Rules& rules) {
  return Sentence(rules.program.norm(norm), rules).write();
}

std::string amount_in_words(const dsl::Rational& amount, dsl::UnitId unit,
                            const dsl::Program& program) {
  return quantity_in_words(amount, program.types().unit(unit));
}

}  // namespace checker::site
