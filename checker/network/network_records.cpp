#include "checker/network/network_records.h"

#include <string_view>
#include <utility>

#include "checker/design/design_format.h"

namespace checker {
namespace {

// One record's fields by their names. A field that the vocabulary lacks, or has with another type,
// is as one that is not stated.
class RecordFields {
 public:
  RecordFields(const dsl::Program& program, dsl::FactId list, const RecordFacts& record)
      : program_(program), list_(list), record_(record) {}

  FactState state(std::string_view name) const {
    const FactValue* fact = find(name);
    return fact == nullptr ? FactState::NotStated : fact->state;
  }

  template <typename T>
  std::optional<T> get(std::string_view name) const {
    const FactValue* fact = find(name);
    if (fact == nullptr || !fact->value) return std::nullopt;
    const T* value = std::get_if<T>(&*fact->value);
    return value == nullptr ? std::nullopt : std::optional(*value);
  }

  std::optional<int> whole_number(std::string_view name) const {
    const auto number = get<dsl::Rational>(name);
    if (!number || !number->is_whole()) return std::nullopt;
    return static_cast<int>(number->numerator());
  }

  std::string text(std::string_view name) const {
    return get<std::string>(name).value_or(std::string());
  }

  std::string word(std::string_view name) const {
    const auto choice = get<dsl::ChoiceValue>(name);
    return choice ? values_of(name)[choice->index] : std::string();
  }

  std::vector<std::string> words(std::string_view name) const {
    std::vector<std::string> words;
    const auto set = get<dsl::ChoiceSet>(name);
    if (!set) return words;
    for (const dsl::ChoiceValue member : set->members) {
      words.push_back(values_of(name)[member.index]);
    }
    return words;
  }

 private:
  const FactValue* find(std::string_view name) const {
    const dsl::FactId field = program_.find_field(list_, name);
    return field.valid() ? &record_.fields[program_.fact(field).position] : nullptr;
  }

  const std::vector<std::string>& values_of(std::string_view name) const {
    const dsl::FactId field = program_.find_field(list_, name);
    return program_.types().choice(program_.fact(field).type.choice).values;
  }

  const dsl::Program& program_;
  dsl::FactId list_;
  const RecordFacts& record_;
};

NetworkRecord network_record(const RecordFields& fields, dsl::Span span) {
  NetworkRecord record;
  record.name = fields.text(kNameKey);
  record.gives = fields.words(kGivesField);
  record.asks_for = fields.text(kRequiresField);
  record.prizes = fields.words(kPrizesField);
  record.dependence = fields.whole_number(kDependenceField);
  record.power = fields.word(kPowerField);
  record.stance = fields.whole_number(kStanceField);
  record.share = fields.get<dsl::Rational>(kShareField);
  record.ends = fields.get<dsl::Date>(kEndsField);
  record.end_unknown = fields.state(kEndsField) == FactState::Unknown;
  record.instrument = fields.word(kInstrumentField);
  record.alternative = fields.text(kAlternativeField);
  record.span = span;
  return record;
}

}  // namespace

std::vector<NamedMember> network_records(const dsl::Program& program, const Design& design) {
  std::vector<NamedMember> members;
  const dsl::FactId list = program.find_fact(kNetworkKey);
  if (!list.valid() || program.fact(list).type.kind != dsl::TypeKind::List) return members;
  for (const RecordFacts& record : design.lists[list.index].records) {
    const RecordFields fields(program, list, record);
    const dsl::StakeholderId id = program.find_stakeholder(fields.text(kMemberField));
    if (id.valid()) members.push_back({id, network_record(fields, record.span)});
  }
  return members;
}

}  // namespace checker
