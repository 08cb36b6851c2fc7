// Clauses of all declarations but facts and tables. Which clause may stand where is not asked here.
#include "dsl/parse/grammar/grammar.h"

namespace dsl::grammar {
namespace {

using x3::attr;

constexpr NodeRule<ast::UsesClause> uses_clause = "a clause";
constexpr NodeRule<ast::VerifiedClause> verified_clause = "a clause";
constexpr NodeRule<ast::CiteClause> cite_clause = "a clause";
constexpr NodeRule<ast::SourceClause> source_clause = "a clause";
constexpr NodeRule<ast::TopicClause> topic_clause = "a clause";
constexpr NodeRule<ast::ConfidenceClause> confidence_clause = "a clause";
constexpr NodeRule<ast::NoteClause> note_clause = "a clause";
constexpr NodeRule<ast::RemedyClause> remedy_clause = "a clause";
constexpr NodeRule<ast::EnforcedClause> enforced_clause = "a clause";
constexpr NodeRule<ast::UpheldClause> upheld_clause = "a clause";
constexpr NodeRule<ast::InForceClause> in_force_clause = "a clause";
constexpr NodeRule<ast::AppliesClause> applies_clause = "a clause";
constexpr NodeRule<ast::ForEachClause> for_each_clause = "a clause";
constexpr NodeRule<ast::RequireClause> require_clause = "a clause";
constexpr NodeRule<ast::UnlessClause> unless_clause = "a clause";
constexpr NodeRule<ast::LiftsClause> lifts_clause = "a clause";
constexpr NodeRule<ast::CannotLiftClause> cannot_lift_clause = "a clause";
constexpr NodeRule<ast::EffectClause> effect_clause = "a clause";
constexpr NodeRule<ReliefParts> relief_clause = "a clause";
constexpr NodeRule<ReliefTextPart> relief_text = "`under`";
constexpr NodeRule<ReliefApplicant> relief_applicant = "`applied for by`";
constexpr NodeRule<ReliefTerm> relief_term = "`lasting`";
constexpr PlainRule<std::vector<ReliefPart>, struct ReliefPartList> relief_parts = "`under`";
constexpr PlainRule<ReliefPart, struct ReliefPartRule> relief_part = "`under`";
constexpr NodeRule<ast::DecidedClause> decided_clause = "a clause";
constexpr NodeRule<ast::AfterClause> after_clause = "a clause";
constexpr NodeRule<ast::KindClause> kind_clause = "a clause";
constexpr NodeRule<ast::HoldsClause> holds_clause = "a clause";
constexpr NodeRule<ast::UpholdsClause> upholds_clause = "a clause";
constexpr NodeRule<ast::AsClause> as_clause = "a clause";

constexpr NodeRule<ast::StatusClause> status_clause = "a clause";
constexpr NodeRule<ast::SuspendedClause> suspended_clause = "a clause";
constexpr NodeRule<ast::ForbidClause> forbid_clause = "a clause";
constexpr NodeRule<ast::AlternativeClause> alternative_clause = "a clause";
constexpr NodeRule<ast::GrantedClause> granted_clause = "a clause";
constexpr NodeRule<ast::AppliedClause> applied_clause = "a clause";
constexpr NodeRule<ast::ReachesClause> reaches_clause = "a clause";
constexpr NodeRule<ast::CannotReachClause> cannot_reach_clause = "a clause";
constexpr NodeRule<ast::LastingClause> lasting_clause = "a clause";
constexpr NodeRule<ast::DueClause> due_clause = "a clause";
constexpr NodeRule<ast::VoteClause> vote_clause = "a clause";
constexpr NodeRule<ast::TieClause> tie_clause = "a clause";
constexpr NodeRule<ast::AppealClause> appeal_clause = "a clause";
constexpr NodeRule<ast::ReadingClause> reading_clause = "a clause";

constexpr PlainRule<ast::InForceFrom, struct ForceFrom> force_from = "a date";
constexpr PlainRule<ast::InForceFrom, struct LaterFrom> later_from = "a date";
constexpr PlainRule<ast::InForceFrom, struct PlainFrom> plain_from = "a date";
constexpr NodeRule<ast::ButNot> but_not = "`but not`";
constexpr NodeRule<ast::Renewal> renewal = "`renewable`";
constexpr NodeRule<ast::LiftTarget> lift_target = "a norm, `pack`, `topic` or `norms enforced by`";
constexpr PlainRule<std::vector<ast::LiftTarget>, struct LiftTargets> lift_targets =
    "a norm, `pack`, `topic` or `norms enforced by`";

constexpr NodeRule<ast::GivenClause> given_clause = "a clause";
constexpr NodeRule<ast::WithClause> with_clause = "a clause";
constexpr NodeRule<ast::AsOfClause> as_of_clause = "a clause";
constexpr NodeRule<ast::ExpectClause> expect_clause = "a clause";
constexpr PlainRule<ast::WithItem, struct WithItem> with_item = "a fact";
constexpr PlainRule<std::vector<ast::WithItem>, struct WithItems> with_items = "a fact";
constexpr NodeRule<ast::WithFact> with_fact = "a fact";
constexpr NodeRule<ast::WithDetermination> with_determination = "a fact";
constexpr NodeRule<ast::WithApproval> with_approval = "a fact";
constexpr NodeRule<ast::WithRelief> with_relief = "a fact";
constexpr NodeRule<ast::WithReading> with_reading = "a fact";
constexpr NodeRule<ast::WithRecord> with_record = "a fact";
constexpr NodeRule<ast::WithFact, struct WithField> with_field = "a field";
constexpr PlainRule<std::vector<ast::WithFact>, struct WithFields> with_fields = "a field";
constexpr PlainRule<std::vector<ast::Expr>, struct WithValues> with_values = "a value";
constexpr PlainRule<std::vector<ast::Expr>, struct WithSet> with_set = "a value";
constexpr NodeRule<ast::Leeway> leeway = "an amount";
constexpr NamesRule facts = "a fact";

constexpr NamesRule packs = "a pack";
constexpr NamesRule holdings = "a holding";
constexpr NameRule fact = "a fact";
constexpr NameRule topic = "a topic";
constexpr NameRule pack = "a pack";
constexpr NameRule approval = "an approval";
constexpr NameRule confidence = "`verified` or `recalled`";
constexpr NameRule effect = "`blocked`, `costs`, `unrecognised` or `pressure`";
constexpr NameRule variable = "a name";
constexpr NameRule domain = "a set or a list";
constexpr NameRule kind = "a kind of stakeholder";
constexpr NameRule approval_result = "`granted` or `refused`";
constexpr NameRule verdict = "a verdict";
constexpr NumberRule period = "a period";
constexpr NameRule status = "`enacted` or `pending`";
constexpr NameRule reading = "a name";
constexpr NameRule term = "a definition";
constexpr NameRule reading_name = "a reading";
constexpr NameRule list = "a list";
constexpr TextRule question = "a question in quotes";

constexpr std::string_view kForcePeriods[] = {"from", "until"};
constexpr Option<ReliefText> kReliefTexts[] = {
    {"vote", ReliefText::Vote}, {"under", ReliefText::Under}, {"due", ReliefText::Due}};
constexpr Option<bool> kYesNo[] = {{"yes", true}, {"no", false}};

// clang-format off

const auto when = word("when") > condition;
// On the line of the stakeholder whom it is about: on a line of its own it was meant for the norm.
const auto when_here = more_on_line >> when;

const auto uses_clause_def        = word("uses")        > packs;
const auto verified_clause_def    = word("verified")    > word("on") > date;
const auto cite_clause_def        = word("cite")        > text > -url;
const auto source_clause_def      = word("source")      > url;
// With a title it is the next declaration.
const auto topic_clause_def       = word("topic")       >> !(name >> text) > topic;
const auto confidence_clause_def  = word("confidence")  > confidence > -text;
const auto note_clause_def        = word("note")        > text;
const auto remedy_clause_def      = word("remedy")      > text;
const auto enforced_clause_def    = word("enforced")    > word("by") > stakeholder > -when_here
                                                        > -(word("through") > holdings) > -text;
const auto upheld_clause_def      = word("upheld")      > word("by") > stakeholder;
const auto in_force_clause_def    = word("in force")    > Ahead(kForcePeriods)
                                                        > -(word("from") > force_from)
                                                        > -(word("until") > period_date);
const auto force_from_def         = later_from | plain_from;
const auto later_from_def         = word("later of") > period_date > word("and") > value > end_of_condition;
const auto plain_from_def         = period_date >> attr(std::optional<ast::Expr>());
const auto suspended_clause_def   = word("suspended")   > word("from") > period_date
                                                        > -(word("until") > period_date) > -text;
const auto status_clause_def      = word("status")      > status > -text;
const auto applies_clause_def     = word("applies")     > word("when") > condition > end_of_condition;
const auto for_each_clause_def    = word("for each")    > variable > word("in") > domain
                                                        > -(word("where") > condition) > end_of_condition;
const auto require_clause_def     = word("require")     > condition > end_of_condition;
const auto forbid_clause_def      = word("forbid")      > condition > end_of_condition;
const auto alternative_clause_def = word("alternative") > title > when > -cite_clause > end_of_condition;
const auto unless_clause_def      = word("unless")      > title > when > -cite_clause > *but_not
                                                        > end_of_condition;
const auto but_not_def            = word("but not")     > title > when > -cite_clause;
const auto lifts_clause_def       = word("lifts")       > lift_targets;
const auto cannot_lift_clause_def = word("cannot lift") > lift_targets > -text;
const auto effect_clause_def      = word("effect")      > effect > -text > -(word("amount") > value > end_of_condition);
const auto relief_clause_def      = word("relief")      >> !(name >> text) > word("by") > stakeholder > -when_here
                                                        > relief_parts > -renewal > -text > end_of_clause;
const auto relief_parts_def       = *relief_part;
const auto relief_part_def        = relief_applicant | relief_text | relief_term;
const auto relief_applicant_def   = word("applied for by") > stakeholder;
const auto relief_text_def        = Table<ReliefText>(kReliefTexts, "`under`") > text;
const auto relief_term_def        = word("lasting") > period > -renewal;
const auto renewal_def            = word("renewable")   >> (digits >> word("times") | attr(std::string()));
const auto granted_clause_def     = word("granted")     > word("by") > stakeholder > -when_here > end_of_condition;
const auto applied_clause_def     = word("applied for by") > stakeholder;
const auto reaches_clause_def     = word("reaches")     > lift_targets;
const auto cannot_reach_clause_def = word("cannot reach") > lift_targets > -text;
const auto lasting_clause_def     = word("lasting")     > period > -renewal > end_of_clause;
const auto due_clause_def         = word("due")         > text;
const auto vote_clause_def        = word("vote")        > text;
const auto tie_clause_def         = word("tie")         > text;
const auto appeal_clause_def      = word("appeal")      > word("to") > stakeholder
                                                        > -(word("within") > period) > -text > end_of_clause;
const auto decided_clause_def     = word("decided")     > word("by") > stakeholder
                                                        > -(word("within") > period) > end_of_clause;
const auto after_clause_def       = word("after")       > word("approval") > approval;
const auto kind_clause_def        = word("kind")        > kind;
const auto holds_clause_def       = word("holds")       > holdings;
const auto upholds_clause_def     = word("upholds")     > names;
const auto ask_clause_def         = word("ask")         > question > -(word("of") > stakeholder);
const auto reading_clause_def     = word("reading")     > reading > title > word("as") > value > end_of_condition;
const auto as_clause_def          = word("as")          > value > end_of_condition;

const auto lift_target_def = (word("norms enforced by") >> attr(ast::LiftKind::Enforcer) > stakeholder)
                           | (word("pack")              >> attr(ast::LiftKind::Pack)     >> pack)
                           | (word("topic")             >> attr(ast::LiftKind::Topic)    >> topic)
                           | (attr(ast::LiftKind::Norm) >> norm);
const auto lift_targets_def = list_of(lift_target);

const auto clause_def = starts_here >> (
      cite_clause     | require_clause | applies_clause     | enforced_clause | unless_clause
    | in_force_clause | topic_clause   | for_each_clause    | source_clause   | confidence_clause
    | note_clause     | remedy_clause  | relief_clause      | effect_clause   | decided_clause
    | after_clause    | lifts_clause   | cannot_lift_clause | upheld_clause   | as_clause
    | kind_clause     | holds_clause   | upholds_clause     | ask_clause      | uses_clause
    | verified_clause | alternative_clause | forbid_clause | status_clause  | suspended_clause
    | granted_clause  | applied_clause | reaches_clause    | cannot_reach_clause | lasting_clause
    | due_clause      | vote_clause    | tie_clause        | appeal_clause  | reading_clause) > end_of_name;

const auto given_clause_def  = word("given")  > text;
const auto with_clause_def   = word("with")   > with_items > end_of_clause;
const auto as_of_clause_def  = word("as")     > word("of") > date;
const auto expect_clause_def = word("expect") > verdict > norm
                                              > -(word("for") > (word("grades") | word("grade")) > list_of(grades))
                                              > -(word("leeway") > leeway)
                                              > -(word("needs") > facts) > end_of_clause;

const auto with_items_def         = short_list_of(with_item);
const auto with_item_def          = with_determination | with_approval | with_relief | with_reading
                                  | with_record | with_fact;
const auto with_determination_def = word("determination") >> norm >> word("by") > stakeholder
                                                          > Table<bool>(kYesNo, "`yes` or `no`");
const auto with_approval_def      = word("approval")      >> norm > approval_result;
const auto with_relief_def        = word("relief")        >> norm >> word("by") > stakeholder
                                                          > word("from") > date > word("until") > date;
const auto with_reading_def       = word("reading")       >> term > reading_name;
const auto with_record_def        = name >> -digits >> word("in") > list
                                  > mark("(") > with_fields > mark(")");
const auto with_fields_def        = short_list_of(with_field);
const auto with_field_def         = field_name > -(touching('(') > grade > mark(")")) > with_values;
const auto with_fact_def          = fact > -(touching('(') > grade > mark(")")) > with_values;
// A set stands in parentheses; an empty one is `()`.
const auto with_values_def        = with_set | constant;
const auto with_set_def           = mark("(") > -list_of(constant) > mark(")");
const auto leeway_def             = x3::matches[mark("-")] > amount;

const auto test_clause_def = starts_here >> (expect_clause | with_clause | given_clause | as_of_clause);
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(uses_clause, verified_clause, cite_clause, source_clause, topic_clause,
                    confidence_clause, note_clause, remedy_clause, enforced_clause, upheld_clause)
BOOST_SPIRIT_DEFINE(in_force_clause, applies_clause, for_each_clause, require_clause, unless_clause,
                    lifts_clause, cannot_lift_clause, effect_clause, relief_clause, decided_clause)
BOOST_SPIRIT_DEFINE(status_clause, suspended_clause, forbid_clause, alternative_clause,
                    granted_clause, applied_clause, reaches_clause, cannot_reach_clause)
BOOST_SPIRIT_DEFINE(lasting_clause, due_clause, vote_clause, tie_clause, appeal_clause,
                    reading_clause, force_from, later_from, plain_from, but_not, renewal)
BOOST_SPIRIT_DEFINE(relief_parts, relief_part, relief_applicant, relief_text, relief_term)
BOOST_SPIRIT_DEFINE(after_clause, kind_clause, holds_clause, upholds_clause, ask_clause, as_clause,
                    lift_target, lift_targets, clause)
BOOST_SPIRIT_DEFINE(given_clause, with_clause, as_of_clause, expect_clause, with_items, with_item,
                    with_determination, with_approval, with_relief, with_reading, with_record,
                    with_fields, with_field, with_fact, with_values, with_set, leeway, test_clause)

BOOST_SPIRIT_INSTANTIATE(ClauseRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(AskRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(TestClauseRule, Iterator, Context)

}  // namespace dsl::grammar
