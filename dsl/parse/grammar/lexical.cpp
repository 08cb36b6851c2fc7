// Names, texts, numbers, dates and times.
#include "dsl/parse/grammar/grammar.h"

namespace dsl::grammar {
namespace {

using x3::attr;
using x3::char_;
using x3::lit;
using x3::raw;
using x3::repeat;
using x3::ascii::digit;
using x3::ascii::lower;
using x3::ascii::upper;

struct NextIsReserved {
  bool operator()(Iterator, Iterator next, const ParseState& state) const {
    Iterator end = next;
    while (end != state.end() && is_word_char(*end)) ++end;
    return is_reserved(view(next, end));
  }
};
constexpr Look<NextIsReserved> reserved;

struct NextIsUnit {
  bool operator()(Iterator, Iterator next, const ParseState& state) const {
    return unit_starts(next, state.end());
  }
};
constexpr Look<NextIsUnit> unit_ahead;

constexpr NodeRule<ast::UnitWords> unit = "a unit";
constexpr NodeRule<ast::Name, struct UnitWord> unit_word = "a unit";
constexpr PlainRule<std::vector<ast::Name>, struct UnitList> unit_list = "a unit";
constexpr PlainRule<std::string, struct Age> age = "years old";
constexpr PlainRule<std::string, struct UnitText> unit_text = "a unit";
constexpr PlainRule<std::string, struct Quoted> quoted = "a text in quotes";
constexpr NodeRule<ast::Percent> percent = "a percentage";
constexpr NodeRule<ast::Money> money = "an amount of money";
constexpr NodeRule<ast::TimeText> time = "a time of day";
constexpr NodeRule<ast::Boolean> boolean = "`yes` or `no`";
constexpr NodeRule<ast::UnknownLiteral> unknown = "`unknown`";

constexpr Option<bool> kBooleans[] = {
    {"yes", true}, {"true", true}, {"no", false}, {"false", false}};

// clang-format off

// Parts of tokens; no blanks are skipped in them.
const auto word_char  = char_("a-zA-Z0-9_");
const auto segment    = lower >> *char_("a-z0-9_");
const auto dotted     = segment >> *('.' >> segment);
const auto name_end   = !(word_char | '.' >> char_("a-zA-Z_"));
const auto number_end = !(word_char | char_(".:") >> digit);
const auto any_date   = repeat(4)[digit] >> '-' >> +digit >> '-' >> digit;
const auto numeral    = !any_date >> raw[+digit >> *('_' >> +digit) >> -('.' >> +digit)] >> number_end;
const auto half_day   = *char_(" \t") >> (lit("am") | "pm") >> !word_char;

const auto name_def         = !clause_ahead >> token[!reserved >> raw[dotted] >> name_end];
const auto field_name_def   = token[raw[dotted] >> name_end];
const auto value_word_def   = token[raw[upper >> *word_char] >> name_end];
const auto choice_value_def = !declaration_ahead >> token[!reserved >> raw[dotted | +word_char] >> name_end];
const auto grade_def        = token[raw[upper >> *word_char | +digit] >> number_end >> !lit('%')];
const auto digits_def       = token[raw[+digit] >> number_end >> !lit('%')];
const auto names_def        = list_of(name);

const auto quoted_def       = token['"' >> *('\\' >> char_("\"\\") | ~char_("\"\\\r\n")) >> '"'];
const auto text_def         = quoted;
const auto url_def          = token['<' >> raw[lit("http") >> -lit('s') >> "://" >> +~char_("<>\" \t\r\n")] >> '>'];

const auto day              = repeat(4)[digit] >> '-' >> repeat(2)[digit] >> '-' >> repeat(2)[digit];
const auto date_def         = token[raw[day] >> !word_char];
const auto school_year      = lit("school") >> +char_(" \t") >> "year" >> +char_(" \t")
                              >> repeat(4)[digit] >> '-' >> repeat(2)[digit];
const auto period_date_def  = token[raw[day | school_year] >> !word_char];
const auto time_def         = token[raw[digit >> -digit >> ':' >> digit >> digit >> -half_day] >> number_end];
const auto percent_def      = token[numeral >> '%'];
const auto money_def        = token['$' >> numeral];
const auto number_def       = token[numeral >> !lit('%')] >> -(more_on_line >> unit);
const auto amount_def       = percent | money | number;

// `years old` is one word; a unit stands on the line of its number.
const auto age_def          = (word("years old") | word("year old")) >> attr(std::string("years old"));
const auto unit_text_def    = token[raw[segment]];
const auto unit_word_def    = unit_ahead >> (age | unit_text);
const auto unit_list_def    = unit_word >> *(word("per") > unit_word);
const auto unit_def         = unit_list;

const auto boolean_def      = Table<bool>(kBooleans, "`yes` or `no`");
const auto unknown_def      = word("unknown") >> attr(ast::UnknownLiteral{});
const auto literal_def      = digit_ahead >> (date | time | percent | number)
                            | text | money | boolean | unknown;

// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(unit, unit_word, unit_list, age, unit_text, quoted, percent, money, time,
                    boolean, unknown)
BOOST_SPIRIT_DEFINE(name, field_name, value_word, choice_value, grade, names, text, url, date,
                    period_date, number, amount, digits, literal)

BOOST_SPIRIT_INSTANTIATE(NameRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(FieldNameRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ValueWordRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ChoiceValueRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(GradeRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(NamesRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(TextRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(UrlRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(DateRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(PeriodDateRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(NumberRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(AmountRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(DigitsRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(LiteralRule, Iterator, Context)

}  // namespace dsl::grammar
