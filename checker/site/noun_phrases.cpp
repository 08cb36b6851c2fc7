// What conditions are about: facts, figures, sums, dates.
#include <algorithm>
#include <array>

#include "checker/report/wording.h"
#include "checker/site/links.h"
#include "checker/site/phrases.h"

namespace checker::site {

using dsl::Op;
using dsl::TypedExpr;
using dsl::TypeKind;

namespace {

constexpr std::array<const char*, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
constexpr std::array<const char*, 6> kOrdinals = {"first",  "second", "third",
                                                  "fourth", "fifth",  "last"};

std::string quoted(const std::string& meaning, const std::string& name) {
  return "“" + (meaning.empty() ? name : meaning) + "”";
}

}  // namespace

std::string plural_of(const std::string& word) {
  if (word.ends_with("s") || word.ends_with("x") || word.ends_with("ch") || word.ends_with("sh")) {
    return word + "es";
  }
  const bool is_y = word.ends_with("y") && word.size() > 1 &&
                    std::string_view("aeiou").find(word[word.size() - 2]) == std::string::npos;
  return is_y ? word.substr(0, word.size() - 1) + "ies" : word + "s";
}

std::string value_in_words(const dsl::Value& value, const dsl::Type& type,
                           const dsl::Program& program) {
  std::string text = format_value(value, type, program.types());
  if (std::holds_alternative<dsl::GradeSet>(value)) {
    for (std::size_t at = text.find(".."); at != std::string::npos; at = text.find("..")) {
      text.replace(at, 2, " to ");
    }
  }
  const bool is_choice = std::holds_alternative<dsl::ChoiceValue>(value) ||
                         std::holds_alternative<dsl::ChoiceSet>(value);
  return is_choice ? spaced(text) : text;
}

Prose Phrases::noun(dsl::ExprId id) { return term(id).text; }

Prose Phrases::enclosed(const Phrase& phrase) {
  if (!phrase.is_compound) return phrase.text;
  return Prose("(").add(phrase.text).add(")");
}

std::string Phrases::value(const TypedExpr& node) const {
  if (node.type.kind == TypeKind::Text && std::holds_alternative<std::string>(*node.constant)) {
    return "“" + std::get<std::string>(*node.constant) + "”";
  }
  return value_in_words(*node.constant, node.type, program_);
}

Phrases::Phrase Phrases::source(const TypedExpr& node) const {
  const std::string written = on_one_line(text_of(node.span, sources_));
  return {Prose().code(written.empty() ? "?" : written), false};
}

Phrases::Phrase Phrases::term(dsl::ExprId id) {
  const TypedExpr& node = expr(id);
  switch (node.op) {
    case Op::Constant: return node.constant ? Phrase{Prose(value(node)), false} : source(node);
    case Op::Unknown: return {"an unknown value", false};
    case Op::Fact: return {link_to(dsl::FactId{node.index}, program_), false};
    case Op::FactByGrade:
      return called(link_to(dsl::FactId{node.index}, program_), node, {"grade"});
    case Op::Variable: return variable(node);
    case Op::Field: return field(node);
    case Op::AsOfDate: return {"the date on which it is asked", false};
    case Op::Parameter: return parameter(node);
    case Op::Definition: {
      const dsl::Definition& definition = program_.typed().definitions[node.index];
      const dsl::DefinitionId called_one{node.index};
      return called(
          Prose().link(quoted_title(called_one, program_), address_of(called_one, program_)), node,
          definition.parameter_names);
    }
    case Op::Negate: return {Prose("minus ").add(operand(node.operands[0])), true};
    case Op::Add: return arithmetic(node, " plus ");
    case Op::Subtract: return arithmetic(node, " minus ");
    case Op::Multiply: return arithmetic(node, " times ");
    case Op::Divide: return share(node).value_or(arithmetic(node, " divided by "));
    case Op::Sum:
    case Op::Minimum:
    case Op::Maximum:
    case Op::Count:
    case Op::LeastSum:
    case Op::GreatestSum:
    case Op::Lesser:
    case Op::Greater:
    case Op::Size: return aggregate(node);
    case Op::If: {
      Prose text = operand(node.operands[1]);
      text.add(" if ").add(enclosed(clause(node.operands[0], {})));
      return {text.add(", otherwise ").add(operand(node.operands[2])), true};
    }
    case Op::AddMonths: return moved_date(node);
    case Op::YearOf:
    case Op::ClassOf:
    case Op::NinthGradeEntry:
    case Op::SchoolYearStart:
    case Op::SchoolYearEnd:
    case Op::WeekdayOnOrAfter:
    case Op::WeekdayOnOrBefore:
    case Op::DayInYear:
    case Op::WeekdayInYear: return date_around(node);
    default: return source(node);
  }
}

// "“Hours of work” for the grade", "“Hours of work” with program “Program” and credits 0.5".
Phrases::Phrase Phrases::called(Prose link, const TypedExpr& node,
                                const std::vector<std::string>& names) {
  if (node.operands.empty()) return {link, false};
  std::vector<Prose> arguments;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    Prose argument = operand(node.operands[i]);
    const std::string name = i < names.size() ? spaced(names[i]) : "";
    const bool says_itself = node.operands.size() == 1 || argument.text() == "the " + name;
    arguments.push_back(says_itself ? argument : Prose(name + " ").add(argument));
  }
  return {link.add(" for ").add(joined(arguments)), arguments.size() > 1};
}

// A figure that has one value only is told with it.
Phrases::Phrase Phrases::parameter(const TypedExpr& node) {
  const dsl::Parameter& figure = program_.typed().parameters[node.index];
  Prose link = Prose().link(quoted(figure.meaning, figure.name),
                            address_of(dsl::ParameterId{node.index}, program_));
  const bool is_plain = figure.versions.size() == 1 && figure.versions[0].values.size() == 1 &&
                        !figure.versions[0].period.until && node.operands.empty();
  if (is_plain) {
    link.add(" (" + value_in_words(figure.versions[0].values[0].value, figure.type, program_) +
             ")");
  }
  return called(link, node, figure.key_names);
}

Phrases::Phrase Phrases::variable(const TypedExpr& node) const {
  const auto at = slots_.find(node.index);
  if (at == slots_.end()) return source(node);
  return {Prose("the " + at->second.name), false};
}

// Whose field it is stands there only where more than one record could be meant.
Phrases::Phrase Phrases::field(const TypedExpr& node) {
  Prose text = link_to(dsl::FactId{node.index}, program_);
  const bool is_plain = expr(node.operands[0]).op == Op::Variable;
  const auto records = std::count_if(slots_.begin(), slots_.end(),
                                     [](const auto& slot) { return slot.second.is_record; });
  if (records < 2 && is_plain) return {text, false};
  return {text.add(" of ").add(operand(node.operands[0])), true};
}

Phrases::Phrase Phrases::arithmetic(const TypedExpr& node, const std::string& sign) {
  Prose text = operand(node.operands[0]);
  return {text.add(sign).add(operand(node.operands[1])), true};
}

// `share of E for x in LIST where C among D` is two sums or counts over the same words of the rule:
// of those for which `D and C` holds, and of those for which `D` holds.
std::optional<Phrases::Phrase> Phrases::share(const TypedExpr& node) {
  const TypedExpr& part = expr(node.operands[0]);
  const TypedExpr& whole = expr(node.operands[1]);
  const bool is_share = part.op == whole.op && (part.op == Op::Sum || part.op == Op::Count) &&
                        part.span == node.span && whole.span == node.span;
  if (!is_share) return std::nullopt;
  const dsl::ExprId base = whole.operands[1];
  const dsl::ExprId counted = base.valid() ? expr(part.operands[1]).operands[1] : part.operands[1];
  const std::string words = plural_of(member_word(part.operands[0]));
  const Prose range = range_of(whole);
  Prose text("the share");
  if (part.op == Op::Sum) text.add(" of the sum of ").add(operand(part.operands[2]));
  text.add(part.op == Op::Sum ? " over the " : " of the ").add(words).add(range);
  text.add(part.op == Op::Sum ? " that comes from those for which " : " for which ");
  text.add(enclosed(clause(counted, {})));
  slots_.erase(whole.index);
  return Phrase{text, true};
}

std::string Phrases::member_word(dsl::ExprId list) const {
  const dsl::Type& type = expr(list).type;
  if (type.list.valid()) return spaced(program_.fact(type.list).record);
  if (type.kind == TypeKind::Grade) return "grade";
  if (type.kind == TypeKind::Choice && !program_.types().choice(type.choice).is_inline) {
    return spaced(program_.types().choice(type.choice).name);
  }
  return "value";
}

Prose Phrases::range_of(const TypedExpr& node) {
  const std::string word = member_word(node.operands[0]);
  Prose text(" in ");
  text.add(operand(node.operands[0]));
  // Two loops over the same list, one inside the other, need two names.
  const bool is_taken = std::any_of(slots_.begin(), slots_.end(),
                                    [&](const auto& slot) { return slot.second.name == word; });
  name_slot(node.index, is_taken ? "other " + word : word,
            expr(node.operands[0]).type.list.valid());
  if (is_taken) text.add(" (the other " + word + ")");
  if (node.operands[1].valid()) {
    text.add(" where ").add(enclosed(clause(node.operands[1], {})));
  }
  return text;
}

Phrases::Phrase Phrases::aggregate(const TypedExpr& node) {
  if (node.op == Op::Lesser || node.op == Op::Greater) {
    const bool dates = node.type.kind == TypeKind::Date || node.type.kind == TypeKind::Time;
    const char* const lesser = dates ? "the earlier of " : "the lesser of ";
    const char* const greater = dates ? "the later of " : "the greater of ";
    Prose text(node.op == Op::Lesser ? lesser : greater);
    return {text.add(operand(node.operands[0])).add(" and ").add(operand(node.operands[1])), true};
  }
  if (node.op == Op::Size) {
    return {Prose("the number of members of ").add(operand(node.operands[0])), false};
  }
  const std::string word = member_word(node.operands[0]);
  const Prose range = range_of(node);
  if (node.op == Op::Count) {
    slots_.erase(node.index);
    return {Prose("the number of " + plural_of(word)).add(range), true};
  }
  const Prose body = operand(node.operands[2]);
  slots_.erase(node.index);
  switch (node.op) {
    case Op::Sum:
      return {Prose("the sum of ").add(body).add(" over every " + word).add(range), true};
    case Op::Minimum:
      return {Prose("the least ").add(body).add(" of any " + word).add(range), true};
    case Op::Maximum:
      return {Prose("the greatest ").add(body).add(" of any " + word).add(range), true};
    default: break;
  }
  const std::string length = format_for_people(std::get<dsl::Rational>(*node.constant));
  Prose text(node.op == Op::LeastSum ? "the least sum of " : "the greatest sum of ");
  text.add(body).add(" over any " + length + " " + plural_of(word) + " in a row");
  return {text.add(range), true};
}

Phrases::Phrase Phrases::moved_date(const TypedExpr& node) {
  if (!node.constant) return source(node);
  const auto* months = std::get_if<dsl::Rational>(&*node.constant);
  if (months == nullptr) return source(node);
  const bool is_back = *months < dsl::Rational(0);
  Prose text = operand(node.operands[1]);
  text.add(is_back ? " before " : " after ").add(operand(node.operands[0]));
  text.add(node.index == static_cast<std::uint32_t>(dsl::MonthEnd::Down)
               ? " (or the last day of that month)"
               : " (or the first day of the month that follows)");
  return {text, true};
}

Phrases::Phrase Phrases::date_around(const TypedExpr& node) {
  const Phrase about = term(node.operands[0]);
  const auto with = [&](const std::string& words) {
    return Phrase{Prose(words).add(enclosed(about)), about.is_compound};
  };
  switch (node.op) {
    case Op::YearOf: return with("the year of ");
    case Op::ClassOf: return with("the year of graduation of ");
    case Op::NinthGradeEntry: return with("the year of entry into grade 9 of ");
    case Op::SchoolYearStart: return with("the first day of the school year of ");
    case Op::SchoolYearEnd: return with("the last day of the school year of ");
    case Op::WeekdayOnOrAfter:
      return with(std::string("the ") + kWeekdays.at(node.index) + " on or after ");
    case Op::WeekdayOnOrBefore:
      return with(std::string("the ") + kWeekdays.at(node.index) + " on or before ");
    case Op::DayInYear:
      return with(std::string(kMonths.at(node.index / 100 - 1)) + " " +
                  std::to_string(node.index % 100) + " in the year of ");
    default: break;
  }
  const std::uint32_t ordinal = node.index / 10'000;
  const std::uint32_t weekday = node.index / 100 % 100;
  const std::uint32_t month = node.index % 100;
  return with(std::string("the ") + kOrdinals.at(ordinal - 1) + " " + kWeekdays.at(weekday) +
              " in " + kMonths.at(month - 1) + " in the year of ");
}

Prose Phrases::each(const dsl::ForEach& each) {
  const std::string word = spaced(each.variable);
  name_slot(each.slot, word, expr(each.domain).type.list.valid());
  Prose text("each " + word + " in ");
  text.add(operand(each.domain));
  if (each.filter.valid()) text.add(" where ").add(enclosed(clause(each.filter, {})));
  return text;
}

}  // namespace checker::site
