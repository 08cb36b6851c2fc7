// Declarations: what opens each, and what it is made of.
#include "dsl/parse/grammar/grammar.h"
#include "dsl/syntax/norm_words.h"

namespace dsl::grammar {
namespace {

using ast::NormKind;
using x3::attr;

constexpr NodeRule<ast::PackDecl> pack_decl = "a declaration";
constexpr NodeRule<ast::StakeholderDecl> stakeholder_decl = "a declaration";
constexpr NodeRule<ast::TopicDecl> topic_decl = "a declaration";
constexpr NodeRule<ast::UnitDecl> unit_decl = "a declaration";
constexpr NodeRule<ast::ChoiceDecl> choice_decl = "a declaration";
constexpr NodeRule<ast::VocabularyDecl> vocabulary_decl = "a declaration";
constexpr NodeRule<ast::GroupDecl> group_decl = "a declaration";
constexpr NodeRule<ast::ListDecl> list_decl = "a declaration";
constexpr NodeRule<ParameterParts> parameter_decl = "a declaration";
constexpr NodeRule<ast::DefineDecl> define_decl = "a declaration";
constexpr NodeRule<ast::ReliefDecl> relief_decl = "a declaration";
constexpr NodeRule<ast::NormDecl> norm_decl = "a declaration";
constexpr NodeRule<ast::TestDecl> test_decl = "a declaration";

constexpr NodeRule<ast::TypeExpr> type = "a type";
constexpr PlainRule<std::variant<ast::NamedType, ast::OneOfType>, struct TypeBase> type_base =
    "a type";
constexpr NodeRule<ast::NamedType> named_type = "a type";
constexpr NodeRule<ast::OneOfType> one_of_type = "a type";
constexpr NodeRule<ast::UnitWords, struct TypeWords> type_words = "a type";
constexpr PlainRule<std::vector<ast::Name>, struct TypeWordList> type_word_list = "a type";
constexpr NodeRule<ast::Name, struct YesNo> yes_no = "`yes/no`";
constexpr NodeRule<ast::Name, struct Count> count = "`count`";
constexpr PlainRule<std::vector<ast::Name>, struct ChoiceValues> choice_values = "a value";
constexpr PlainRule<std::vector<ast::FormalParameter>, struct Formals> formals = "a parameter";
constexpr NodeRule<ast::FormalParameter> formal = "a parameter";

constexpr PlainRule<std::vector<FactOrBroken>, struct Facts> facts = "a fact";
struct FactId : Spanned, Recovers<Level::Fact> {};
constexpr x3::rule<FactId, FactParts> fact = "a fact";
constexpr PlainRule<FactItem, struct FactItemRule> fact_item = "a clause";
struct FactAskId : Recovers<Level::Clause> {};
constexpr x3::rule<FactAskId, ast::AskClause> fact_ask = "a question";
struct FactRequireId : Spanned, Recovers<Level::Clause> {};
constexpr x3::rule<FactRequireId, ast::RequireClause> fact_require = "a condition";
struct ComputedId : Recovers<Level::Clause> {};
constexpr x3::rule<ComputedId, ast::Expr> computed = "a computation";
constexpr PlainRule<std::vector<ast::Name>, struct FactNames> fact_names = "a name";

struct DatedValuesId : Recovers<Level::Clause> {};
constexpr x3::rule<DatedValuesId, ast::DatedValues> dated_values = "a table";
constexpr NodeRule<ast::DatedValues, struct Dated> dated = "a table";
constexpr NodeRule<ast::DatedValues, struct Undated> undated = "a table";
constexpr PlainRule<std::vector<ast::TableRow>, struct Rows> rows = "a value";
constexpr NodeRule<ast::TableRow> row = "a row";
constexpr NodeRule<ast::TableRow, struct OnlyRow> only_row = "a value";
constexpr PlainRule<std::vector<ast::TableKeys>, struct RowColumns> columns = "a grade";
constexpr NodeRule<ast::TableKeys> column = "a grade";
constexpr NodeRule<ast::TableKeys, struct LaterColumn> later_column = "a key, `all` or `else`";
constexpr PlainRule<std::vector<ast::Expr>, struct RowKeys> row_keys = "a grade";

// A grade or a value ends there, and no `-` touches it: a range has `..`.
struct NextIsNoHyphen {
  bool operator()(Iterator first, Iterator, const ParseState& state) const {
    return first == state.end() || *first != '-';
  }
};
constexpr Look<NextIsNoHyphen> no_hyphen;

// A row begins with the grade itself.
struct NextIsNoGradeWord {
  bool operator()(Iterator, Iterator next, const ParseState& state) const {
    return match_phrase(next, state.end(), "grade") == nullptr &&
           match_phrase(next, state.end(), "grades") == nullptr;
  }
};
constexpr Look<NextIsNoGradeWord> no_grade_word;

constexpr NumberRule equivalent = "a number with its unit";

// clang-format off
constexpr Option<NormKind> kNormKinds[] = {
    {kind_word(NormKind::Regulation), NormKind::Regulation},
    {kind_word(NormKind::Agreement),  NormKind::Agreement},
    {kind_word(NormKind::Practice),   NormKind::Practice},
    {kind_word(NormKind::Approval),   NormKind::Approval},
    {kind_word(NormKind::Enablement), NormKind::Enablement},
    {kind_word(NormKind::Principle),  NormKind::Principle}};

constexpr std::string_view kRowWords[] = {"all", "else", "PK", "TK", "K"};

const std::optional<ast::DateText> no_date;
const std::vector<ast::TableKeys> no_columns;
const std::vector<ast::Expr> no_keys;

constexpr auto clauses_of(Place place) { return *(clause | broken_in(place)); }

const auto type_def           = x3::matches[word("set of")] >> type_base >> x3::matches[word("by grade")];
const auto type_base_def      = one_of_type | named_type;
const auto one_of_type_def    = word("one of") > choice_values;
const auto named_type_def     = type_words;
const auto type_words_def     = type_word_list;
const auto type_word_list_def = (yes_no | count | name) >> *(word("per") > name);
const auto yes_no_def         = word("yes") >> mark("/") >> word("no") >> attr(std::string("yes/no"));
const auto count_def          = word("count") >> attr(std::string("count"));
const auto choice_values_def  = !clause_ahead >> list_of(choice_value);

const auto formals_def        = mark("(") > list_of(formal) > mark(")");
const auto formal_def         = name >> -type;

const auto pack_decl_def        = word("pack")        > name > title > clauses_of(Place::Pack);
const auto stakeholder_decl_def = word("stakeholder") > name > title > clauses_of(Place::Stakeholder);
const auto norm_decl_def        = Table<NormKind>(kNormKinds, "a norm") > name > title > clauses_of(Place::Norm);
const auto relief_decl_def      = word("relief")      > name > title > clauses_of(Place::Relief);
const auto topic_decl_def       = word("topic")       > name > title;
const auto unit_decl_def        = word("unit")        > name > mark(",") > name > title > -(word("is") > equivalent);
const auto choice_decl_def      = word("choice")      > name > title > word("of") > choice_values;
const auto define_decl_def      = word("define")      > name > -formals > type > -text
                                                      > clauses_of(Place::Definition);
const auto test_decl_def        = word("test")        > title > *(test_clause | broken_in(Place::Test));

const auto vocabulary_decl_def = word("vocabulary") > name > title > facts;
const auto group_decl_def      = word("group")      > name > title > facts;
const auto list_decl_def       = word("list")       > name > word("of") > name > title > facts;

const auto facts_def      = *(fact | broken_in(Place::Facts));
const auto fact_def       = starts_here >> word("fact") > fact_names > type > -text
                          > *fact_item > -computed > *fact_item;
const auto fact_names_def = !clause_ahead >> list_of(field_name);
const auto fact_item_def    = fact_ask | fact_require | failed_clause;
const auto fact_ask_def     = starts_here >> ask_clause;
const auto fact_require_def = starts_here >> word("require") > condition > end_of_condition;
const auto computed_def   = starts_here >> word("computed") > word("as") > value > end_of_condition;

const auto parameter_decl_def = word("parameter") > name > -formals > type > -text
                              > *(clause | dated_values | broken_in(Place::Parameter));

// `from DATE VALUE` on one line is a table without keys; else rows follow.
const auto dated_values_def = starts_here >> (dated | undated) > end_of_clause;
const auto dated_def        = word("from") > period_date > -(word("until") > period_date) > rows;
const auto undated_def      = line_start_ahead >> (digit_ahead | Ahead(kRowWords))
                            >> attr(no_date) >> attr(no_date) >> +row;
const auto rows_def         = only_row | +row;
const auto only_row_def     = more_on_line >> attr(no_columns) >> constant >> !more_on_line;
const auto row_def          = (columns | word("all") >> attr(no_columns)) > constant;
const auto columns_def      = column >> *(mark("|") > later_column);
const auto named_keys       = row_keys >> attr(false);
const auto every_key        = word("all") >> attr(no_keys) >> attr(false);
const auto other_keys       = word("else") >> attr(no_keys) >> attr(true);
const auto column_def       = named_keys | every_key >> &mark("|") | other_keys;
const auto later_column_def = named_keys | every_key | other_keys;
const auto row_keys_def     = (x3::eps > no_grade_word) >> short_list_of(constant) > no_hyphen;

const auto declaration_def = starts_here >> (
      norm_decl  | relief_decl | parameter_decl | define_decl | test_decl       | stakeholder_decl | topic_decl
    | group_decl | list_decl      | choice_decl | vocabulary_decl | unit_decl        | pack_decl);
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(type, type_base, one_of_type, named_type, type_words, type_word_list, yes_no,
                    count, choice_values, formals, formal)
BOOST_SPIRIT_DEFINE(pack_decl, relief_decl, stakeholder_decl, norm_decl, topic_decl, unit_decl,
                    choice_decl, define_decl, test_decl, vocabulary_decl, group_decl, list_decl)
BOOST_SPIRIT_DEFINE(facts, fact, fact_names, fact_item, fact_ask, fact_require, computed)
BOOST_SPIRIT_DEFINE(parameter_decl, dated_values, dated, undated, rows, row, only_row, columns,
                    column, later_column, row_keys, declaration)

BOOST_SPIRIT_INSTANTIATE(DeclarationRule, Iterator, Context)

}  // namespace dsl::grammar
