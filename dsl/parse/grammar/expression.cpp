// Expressions, loosest first; what each level yields is put together in parts.cpp.
#include "dsl/parse/grammar/grammar.h"

namespace dsl::grammar {
namespace {

using ast::AggregateKind;
using ast::ArithmeticOperator;
using ast::ComparisonOperator;
using x3::attr;

constexpr PlainRule<ast::Expr, struct Disjunction> any_condition = "a condition";
constexpr PlainRule<ast::Expr, struct Disjunction> any_value = "a value";
constexpr NodeRule<OrParts> disjunction = "a condition";
constexpr NodeRule<AndParts> conjunction = "a condition";
constexpr PlainRule<ast::Expr, struct Negation> negation = "a condition";
constexpr NodeRule<ast::Not> inversion = "a condition";
constexpr NodeRule<ast::Conditional> conditional = "a value";

constexpr NodeRule<ComparisonParts> comparison = "a condition";
constexpr PlainRule<ComparisonTail, struct Tail> comparison_tail = "a comparison";
constexpr PlainRule<ast::Expr, struct RightSide> right_side = "a value";
constexpr PlainRule<RelationTail, struct Relation> relation = "a comparison";
constexpr PlainRule<BetweenTail, struct InBetween> between = "a comparison";
constexpr PlainRule<OneOfTail, struct OneOf> one_of = "a comparison";
constexpr PlainRule<MembersTail, struct Members> members = "a comparison";
constexpr PlainRule<PresenceTail, struct Presence> presence = "a comparison";
constexpr PlainRule<std::vector<ast::Expr>, struct Alternatives> alternatives = "a value";

constexpr NodeRule<CalculationParts, struct Sum> sum = "a value";
constexpr NodeRule<Operation, struct Addition> addition = "a value";
constexpr NodeRule<CalculationParts, struct Product> product = "a value";
constexpr NodeRule<Operation, struct Multiplication> multiplication = "a value";
constexpr NodeRule<RangeParts> range = "a value";
constexpr PlainRule<ast::Expr, struct Signed> with_sign = "a value";
constexpr PlainRule<ast::Expr, struct Countable> set = "a set";
constexpr PlainRule<ast::Expr, struct Signed> any_date = "a date";
constexpr PlainRule<ast::Expr, struct Signed> any_grade = "a grade";
constexpr NodeRule<ast::Negative> negative = "a value";
constexpr PlainRule<ast::Expr, struct Primary> primary = "a value";
constexpr NodeRule<ReferenceParts> reference = "a name";
constexpr PlainRule<std::vector<ast::Expr>, struct Arguments> arguments = "a value";

constexpr NodeRule<ast::Quantifier, struct Every> every = "a condition";
constexpr NodeRule<ast::Quantifier, struct Some> some = "a condition";
constexpr NodeRule<ast::Quantifier, struct No> no = "a condition";
constexpr NodeRule<ast::Aggregate> aggregate = "a value";
constexpr NodeRule<ast::Extreme> extreme = "a value";
constexpr PlainRule<ast::Expr, struct Side> side = "a value";
constexpr NodeRule<ast::Window> window = "a value";
constexpr NodeRule<ast::Share> share = "a value";
constexpr NodeRule<ast::ShareOf> share_of = "a value";
constexpr NodeRule<ast::CountOf> count_of = "a value";
constexpr NodeRule<ast::SizeOf> size_of = "a value";
constexpr NodeRule<ast::JudgedBy> judged_by = "a condition";
constexpr NodeRule<ast::VerdictOf> verdict_of = "a condition";
constexpr NodeRule<ast::ClassOf> class_of = "a value";
constexpr NodeRule<ast::SchoolYearEdge> school_year_edge = "a date";
constexpr NodeRule<ast::NearestWeekday> nearest_weekday = "a date";
constexpr NodeRule<ast::YearOf> year_of = "a value";
constexpr NodeRule<ast::DayInYear> day_in_year = "a date";
constexpr NodeRule<ast::WeekdayInYear> weekday_in_year = "a date";

constexpr NodeRule<RangeParts, struct ConstantRange> constant_range = "a value";
constexpr PlainRule<ast::Expr, struct SignedConstant> signed_constant = "a value";
constexpr NodeRule<ast::Negative, struct NegativeConstant> negative_constant = "a number";
constexpr NodeRule<RangeParts, struct GradeRange> grade_range = "a grade";
constexpr PlainRule<ast::Expr, struct OneGrade> one_grade = "a grade";
constexpr NodeRule<ast::Number, struct GradeNumber> grade_number = "a grade";

constexpr NameRule variable = "a name";
constexpr NameRule list = "a list";
constexpr ValueWordRule month = "a month";
constexpr NamesRule verdicts = "a verdict";
constexpr NameRule direction = "`up` or `down`";
constexpr TextRule question = "a question in quotes";

// clang-format off
constexpr Option<ComparisonOperator> kComparisons[] = {
    {">=",              ComparisonOperator::AtLeast},
    {"at least",        ComparisonOperator::AtLeast},
    {"no less than",    ComparisonOperator::AtLeast},
    {"no fewer than",   ComparisonOperator::AtLeast},
    {"no earlier than", ComparisonOperator::AtLeast},
    {"<=",              ComparisonOperator::AtMost},
    {"at most",         ComparisonOperator::AtMost},
    {"no more than",    ComparisonOperator::AtMost},
    {"no later than",   ComparisonOperator::AtMost},
    {">",               ComparisonOperator::MoreThan},
    {"more than",       ComparisonOperator::MoreThan},
    {"later than",      ComparisonOperator::MoreThan},
    {"after",           ComparisonOperator::MoreThan},
    {"<",               ComparisonOperator::LessThan},
    {"less than",       ComparisonOperator::LessThan},
    {"fewer than",      ComparisonOperator::LessThan},
    {"earlier than",    ComparisonOperator::LessThan},
    {"before",          ComparisonOperator::LessThan},
    {"!=",              ComparisonOperator::IsNot},
    {"is not",          ComparisonOperator::IsNot},
    {"=",               ComparisonOperator::Is},
    {"is",              ComparisonOperator::Is},
    {"includes",        ComparisonOperator::Includes},
    {"excludes",        ComparisonOperator::Excludes},
    {"overlaps",        ComparisonOperator::Overlaps},
    {"within",          ComparisonOperator::Within},
};
constexpr Option<ArithmeticOperator> kAdditions[] = {
    {"+", ArithmeticOperator::Add}, {"-", ArithmeticOperator::Subtract}};
constexpr Option<ArithmeticOperator> kMultiplications[] = {
    {"*", ArithmeticOperator::Multiply}, {"/", ArithmeticOperator::Divide}};
constexpr Option<AggregateKind> kAggregates[] = {
    {"sum of", AggregateKind::Sum}, {"min of", AggregateKind::Minimum}, {"max of", AggregateKind::Maximum}};
constexpr Option<bool> kExtremes[] = {
    {"lesser of", false}, {"earlier of", false}, {"greater of", true}, {"later of", true}};
constexpr Option<bool> kWindows[] = {{"least sum of", false}, {"greatest sum of", true}};
constexpr Option<bool> kVerdicts[] = {
    {"is one of", false}, {"is not one of", true}, {"is not", true}, {"is", false}};
constexpr Option<bool> kSchoolYearEdges[] = {
    {"start of the school year of", false}, {"end of the school year of", true}};
constexpr Option<bool> kCohorts[] = {{"class of", false}, {"ninth grade entry of", true}};
constexpr Option<bool> kNearest[] = {{"on or after", false}, {"on or before", true}};
constexpr Option<bool> kOneOf[] = {{"is one of", false}, {"is not one of", true}};
constexpr Option<bool> kMembers[] = {{"includes all of", false}, {"includes any of", true}};
constexpr Option<PresenceTail> kPresence[] = {
    {"is present", PresenceTail::Present}, {"is absent", PresenceTail::Absent}};

constexpr std::string_view kOrdinals[] = {"first", "second", "third", "fourth", "fifth", "last"};
// First words of the forms that are no name, call or literal.
constexpr std::string_view kForms[] = {
    "every", "some", "no", "sum", "min", "max", "count", "judged", "year", "lesser", "greater",
    "earlier", "later", "least", "greatest", "share", "verdict", "class", "ninth", "start", "end",
    "first", "second", "third", "fourth", "fifth", "last"};

const auto where          = word("where") > nested[any_condition];
const auto satisfies      = word("satisfies") > nested[any_condition];
const auto among          = word("among") > nested[any_condition];
const auto rounding       = word("rounded") > direction;
const auto in_the_year_of = word("in the year of") > nested[any_date];

const auto condition_def      = conditional | any_condition;
const auto conditional_def    = word("if") > nested[condition] > word("then") > nested[value]
                                           > word("else") > nested[value];
const auto any_condition_def  = disjunction;
const auto disjunction_def    = conjunction >> *(word("or") > conjunction);
const auto conjunction_def    = negation >> *(word("and") > negation);
const auto negation_def       = inversion | comparison;
const auto inversion_def      = word("not") > nested[negation];

const auto comparison_def      = sum >> -comparison_tail;
const auto comparison_tail_def = !clause_ahead >> (between | one_of | members | presence | relation);
const auto between_def         = word("between") > sum > word("and") > sum;
const auto one_of_def          = Table<bool>(kOneOf, "`is one of`") > alternatives;
const auto members_def         = Table<bool>(kMembers, "`includes all of`") > alternatives;
const auto alternatives_def    = list_of(sum);
const auto presence_def        = Table<PresenceTail>(kPresence, "`is present`");
const auto relation_def        = Table<ComparisonOperator>(kComparisons, "a comparison") > right_side;

// `is not present` would compare with a name.
const auto right_side_def      = !(word("present") | word("absent")) >> sum;

const auto sum_def            = product >> *addition;
const auto addition_def       = Table<ArithmeticOperator>(kAdditions, "`+`") >> one_more_operation > product > -rounding;
const auto product_def        = range >> *multiplication;
const auto multiplication_def = Table<ArithmeticOperator>(kMultiplications, "`*`") >> one_more_operation > range >> attr(std::optional<ast::Name>());
const auto range_def          = with_sign >> -(mark("..") > with_sign);
const auto with_sign_def      = negative | primary;
const auto negative_def       = mark("-") > nested[with_sign];

const auto parenthesized = mark("(") > nested[condition] > mark(")");
const auto form          = Ahead(kForms) >> (every | some | no | aggregate | count_of | size_of
                                             | share_of | share | extreme | window
                                             | judged_by | verdict_of | year_of | class_of
                                             | school_year_edge | weekday_in_year);
const auto primary_def   = past_blanks >> ( form
                                          | literal
                                          | upper_ahead >> (day_in_year | nearest_weekday | value_word)
                                          | reference
                                          | parenthesized);

const auto reference_def = name >> -(touching('(') > arguments > mark(")"));
const auto arguments_def = list_of(nested[value]);

const auto every_def     = word("every") >> attr(ast::QuantifierKind::Every)
                         > variable > word("in") > list > -where > satisfies;
const auto some_def      = word("some") >> attr(ast::QuantifierKind::Some)
                         > variable > word("in") > list > -where > -satisfies;
const auto no_def        = word("no") >> attr(ast::QuantifierKind::No)
                         >> variable >> word("in") > list > -where > -satisfies;
const auto aggregate_def = Table<AggregateKind>(kAggregates, "`sum of`") > nested[any_value]
                         > word("for") > variable > word("in") > list > -where;
const auto side_def      = sum;
const auto extreme_def   = Table<bool>(kExtremes, "`lesser of`") > nested[side] > word("and") > nested[side];
const auto window_def    = Table<bool>(kWindows, "`least sum of`") > nested[any_value]
                         > word("for any") > digits > word("consecutive") > variable
                         > word("in") > list > -where;
const auto share_of_def  = word("share of") >> variable >> word("in") > list > where > -among;
const auto share_def     = word("share of") > nested[any_value]
                         > word("for") > variable > word("in") > list > where > -among;
const auto count_of_def  = word("count of") >> variable >> word("in") > list > -where;
const auto size_of_def   = word("count of") > nested[set];
const auto set_def       = range;
const auto judged_by_def = word("judged by") > stakeholder > question;
const auto verdict_of_def = word("verdict of") > norm > Table<bool>(kVerdicts, "`is`") > verdicts;
const auto class_of_def   = Table<bool>(kCohorts, "`class of`") > nested[any_grade];
const auto school_year_edge_def = Table<bool>(kSchoolYearEdges, "`start of the school year of`")
                                > nested[any_date];
const auto nearest_weekday_def = value_word >> Table<bool>(kNearest, "`on or after`") > nested[any_date];
const auto year_of_def   = word("year of") > nested[any_date];

const auto day_in_year_def     = month >> digits >> &word("in") > in_the_year_of;
const auto weekday_in_year_def = Ahead(kOrdinals) >> name >> value_word >> word("in") > month > in_the_year_of;

// Constants, for tables and tests.
const auto constant_def          = past_blanks >> !word("all") >> constant_range;
const auto constant_range_def    = signed_constant >> -(mark("..") > signed_constant);
const auto signed_constant_def   = negative_constant | literal | value_word | name;
const auto negative_constant_def = mark("-") > literal;
const auto grades_def            = grade_range;
const auto grade_range_def       = one_grade >> -(mark("..") > one_grade);
const auto one_grade_def         = value_word | grade_number;
const auto grade_number_def      = digits >> attr(std::optional<ast::UnitWords>());
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(any_condition, disjunction, conjunction, negation, inversion, conditional)
BOOST_SPIRIT_DEFINE(comparison, comparison_tail, right_side, relation, between, one_of, members,
                    presence, alternatives)
BOOST_SPIRIT_DEFINE(sum, addition, product, multiplication, range, with_sign, negative, primary,
                    reference, arguments)
BOOST_SPIRIT_DEFINE(side, extreme, window, share, share_of, verdict_of, class_of, school_year_edge,
                    nearest_weekday)
BOOST_SPIRIT_DEFINE(every, some, no, aggregate, count_of, size_of, set, judged_by, year_of,
                    day_in_year, weekday_in_year)
BOOST_SPIRIT_DEFINE(constant_range, signed_constant, negative_constant, grade_range, one_grade,
                    grade_number)
BOOST_SPIRIT_DEFINE(condition, constant, grades)

BOOST_SPIRIT_INSTANTIATE(ExpressionRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ConstantRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(GradesRule, Iterator, Context)

}  // namespace dsl::grammar
