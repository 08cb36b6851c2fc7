// The value network: dependence, misalignment, who decides, single points of failure.
#include <algorithm>
#include <string>

#include "checker/eval/evaluate.h"
#include "checker/network/value_network.h"
#include "tests/support/compiled.h"
#include <catch2/catch.hpp>

namespace {

using namespace checker;
using test_support::date;

constexpr const char* kWorld = R"(
stakeholder agency "The agency"
  kind agency
  holds funding
stakeholder board "The board"
  kind board
stakeholder reader "A reader of transcripts"
  kind reader
stakeholder families "Families"
  kind families
stakeholder giver "A giver"
  kind giver
stakeholder minister "The minister"
  kind minister
topic time "Time"
topic credit "Credit"
vocabulary design "A design"
group f "Facts"
  fact kept, counted, lucky, free, big yes/no "Flags"
list network of member "Members"
  fact member stakeholder "Who"
  fact name text "Name"
  fact gives set of one of money, space "Gifts"
  fact dependence count "How much"
  fact stance count "How it stands"
  fact share percent "Share"
  fact ends date "End"
  fact alternative text "Who else"
regulation hard "A hard rule"
  topic time
  enforced by agency
  require f.kept
  relief by agency under "the code"
  relief by minister under "the act"
regulation dear "A rule that costs"
  topic time
  enforced by agency
  require f.kept
  effect costs
practice reads "A reader's rule"
  topic credit
  enforced by reader
  require f.counted
  effect unrecognised
practice grumbles "A grumble"
  enforced by board
  require f.counted
  effect pressure
approval vote "The board votes"
  applies when f.free
  decided by board
principle choice "A principle"
  upheld by families
  require f.kept
regulation big_rule "A rule for the big"
  topic credit
  enforced by reader when f.big
  enforced by agency when not f.big
  require f.counted
enablement luck "The lucky may"
  in force until 2030-06-30
  applies when f.lucky
  lifts hard
)";

struct World : test_support::Compiled {
  World() : Compiled(kWorld) {}

  ValueNetwork network(const std::string& facts_in_braces, const std::string& rest = "",
                       dsl::Date as_of = date(2027, 9, 1)) {
    designs.push_back(design("f: {" + facts_in_braces + "}\n" + rest));
    const auto verdicts = evaluate(*program, designs.back(), as_of);
    return build_value_network(*program, designs.back(), verdicts, as_of);
  }

  std::vector<Design> designs;
};

const NetworkMember& member(const ValueNetwork& network, const std::string& name) {
  const auto at = std::find_if(network.members.begin(), network.members.end(),
                               [&](const NetworkMember& each) { return each.name == name; });
  REQUIRE(at != network.members.end());
  return *at;
}

bool has(const ValueNetwork& network, const std::string& name) {
  return std::any_of(network.members.begin(), network.members.end(),
                     [&](const NetworkMember& each) { return each.name == name; });
}

const std::string kAllKept = "kept: true, counted: true, lucky: false, free: false, big: false";
const std::string kNoneKept = "kept: false, counted: false, lucky: false, free: true, big: false";

}  // namespace

TEST_CASE("network_members_are_those_that_hold_a_norm_or_are_named") {
  World world;
  const ValueNetwork network = world.network(kAllKept);
  CHECK(has(network, "agency"));
  CHECK(has(network, "families"));
  CHECK_FALSE(has(network, "giver"));
  CHECK_FALSE(has(network, "minister"));
  CHECK(has(world.network(kAllKept, "network: [{member: giver}]\n"), "giver"));
}

TEST_CASE("network_dependence_is_stated_or_assumed_from_what_norms_can_do") {
  World world;
  const ValueNetwork network = world.network(kAllKept);
  CHECK(member(network, "agency").dependence == 3);
  CHECK(member(network, "agency").dependence_from == DependenceFrom::Norms);
  CHECK(member(network, "reader").dependence == 1);
  CHECK(member(network, "board").dependence == 1);  // no vote is due
  CHECK_FALSE(member(network, "families").dependence);
  CHECK(member(network, "families").dependence_from == DependenceFrom::Nothing);
  CHECK(member(world.network(kNoneKept), "board").dependence == 3);
  const ValueNetwork stated = world.network(
      kAllKept, "network: [{member: agency, dependence: 0}, {member: agency, dependence: 1}]\n");
  CHECK(member(stated, "agency").dependence == 1);
  CHECK(member(stated, "agency").dependence_from == DependenceFrom::Design);
  CHECK(member(stated, "agency").records.size() == 2);
}

TEST_CASE("network_misalignment_weighs_conflicts_by_effect") {
  World world;
  const ValueNetwork none = world.network(kAllKept);
  CHECK(member(none, "agency").misalignment.now() == 0);
  const ValueNetwork network = world.network(kNoneKept);
  const Misalignment& agency = member(network, "agency").misalignment;
  CHECK(agency.conflicts == 4 + 3 + 4);
  CHECK(member(network, "agency").score() == 3 * 11);
  CHECK(member(network, "reader").misalignment.conflicts == 2);
  CHECK(member(network, "families").misalignment.pressure == 1);
  CHECK(member(network, "families").score() == 0);
}

TEST_CASE("network_keeps_what_is_not_decided_apart") {
  World world;
  const ValueNetwork network = world.network(kNoneKept);
  const NetworkMember& board = member(network, "board");
  CHECK(board.misalignment.pressure == 1);
  CHECK(board.misalignment.approvals == 4);
  CHECK(board.score() == 3);
  CHECK(board.score_decided_against() == 15);
  const ValueNetwork open = world.network("free: false, big: true");
  CHECK(member(open, "agency").misalignment.cannot_tell == 7);
  CHECK(member(open, "agency").score_decided_against() == 0);
  CHECK(open.deciding.empty());
}

TEST_CASE("network_stance_against_adds_and_stance_for_takes_nothing_off") {
  World world;
  const auto stance = [&](const std::string& value) {
    return member(world.network(kNoneKept, "network: [{member: agency, stance: " + value + "}]\n"),
                  "agency")
        .misalignment.now();
  };
  CHECK(stance("2") == 11);
  CHECK(stance("0") == 11);
  CHECK(stance("-1") == 13);
  CHECK(stance("-2") == 15);
}

TEST_CASE("network_enforcers_count_where_their_condition_holds_or_is_not_known") {
  World world;
  const auto reader_holds = [&](const std::string& big) {
    const ValueNetwork network = world.network("counted: false, big: " + big);
    return member(network, "reader").count(Outcome::Conflict);
  };
  CHECK(reader_holds("true") == 2);
  CHECK(reader_holds("false") == 1);
  CHECK(reader_holds("unknown") == 2);
}

TEST_CASE("network_features_are_topics_and_at_risk_where_a_needed_member_hinders") {
  World world;
  const ValueNetwork network = world.network(kNoneKept);
  REQUIRE(network.features.size() == 3);
  CHECK(network.features.front().at_risk);
  const NetworkMember& reader = member(network, "reader");
  REQUIRE(reader.features.size() == 1);
  CHECK(reader.features.front().stance == FeatureStance::Hinders);
  CHECK(reader.features.front().title == "Credit");
  const ValueNetwork kept = world.network(kAllKept);
  for (const FeatureAtLarge& each : kept.features) CHECK_FALSE(each.at_risk);
  CHECK(member(kept, "agency").features.front().stance == FeatureStance::HoldsUp);
}

TEST_CASE("network_an_enablement_holds_up_with_those_whose_norms_it_lifts") {
  World world;
  const ValueNetwork network =
      world.network("kept: false, counted: true, lucky: true, free: false, big: false");
  CHECK(member(network, "agency").count(Outcome::Enabled) == 1);
  CHECK(member(network, "agency").count(Outcome::Lifted) == 1);
  CHECK(member(network, "board").count(Outcome::Enabled) == 0);
}

TEST_CASE("network_ways_around_mark_those_who_are_not_the_member") {
  World world;
  const NetworkMember agency = member(world.network(kNoneKept), "agency");
  REQUIRE(agency.ways_around.size() == 2);
  CHECK_FALSE(agency.ways_around[0].somebody_else);
  CHECK(agency.ways_around[1].somebody_else);
  CHECK(agency.ways_around[1].by_title == "The minister");
}

TEST_CASE("network_two_members_decide_and_a_third_with_half_the_score_of_the_first") {
  World world;
  const auto deciding = [&](const std::string& reader_dependence) {
    const ValueNetwork network =
        world.network(kNoneKept, "network: [{member: reader, dependence: " + reader_dependence +
                                     ", stance: -2}, {member: agency, dependence: 1}]\n");
    std::vector<std::string> names;
    for (const std::size_t i : network.deciding) names.push_back(network.members[i].name);
    return names;
  };
  // board 15, agency 11, reader 6 or 12.
  CHECK(deciding("1") == std::vector<std::string>{"board", "agency"});
  CHECK(deciding("2") == std::vector<std::string>{"board", "reader", "agency"});
}

TEST_CASE("network_single_points_of_relief_approval_and_law") {
  World world;
  const ValueNetwork network = world.network(
      kNoneKept, "reliefs: [{norm: hard, by: minister, from: 2027-07-01, until: 2028-06-30}]\n");
  REQUIRE(network.single_points.size() == 2);
  CHECK(network.single_points[0].kind == SinglePointKind::Relief);
  CHECK(network.single_points[0].ends == date(2028, 6, 30));
  CHECK(network.single_points[0].norms.size() == 1);
  CHECK(network.single_points[1].kind == SinglePointKind::Approval);
  const ValueNetwork granted = world.network(
      kNoneKept, "approvals: [{norm: vote, result: granted, on: 2027-01-01, until: 2029-06-30}]\n");
  REQUIRE(granted.single_points.size() == 1);
  CHECK(granted.single_points[0].ends == date(2029, 6, 30));
  CHECK(world.network(kNoneKept, "approvals: [{norm: vote, result: granted, on: 2027-01-01}]\n")
            .single_points.empty());
  const ValueNetwork lucky =
      world.network("kept: false, counted: true, lucky: true, free: false, big: false");
  REQUIRE(lucky.single_points.size() == 1);
  CHECK(lucky.single_points[0].kind == SinglePointKind::Law);
  CHECK(lucky.single_points[0].ends == date(2030, 6, 30));
}

TEST_CASE("network_single_points_of_support") {
  World world;
  const auto points = [&](const std::string& record) {
    return world.network(kAllKept, "network: [" + record + "]\n").single_points.size();
  };
  CHECK(points("{member: giver, share: 50%}") == 0);
  CHECK(points("{member: giver, share: 51%}") == 1);
  CHECK(points("{member: giver, share: 51%, alternative: another}") == 1);
  CHECK(points("{member: giver, dependence: 3}") == 0);
  CHECK(points("{member: giver, dependence: 3, ends: 2028-06-30}") == 1);
  CHECK(points("{member: giver, dependence: 3, ends: unknown}") == 1);
  CHECK(points("{member: giver, dependence: 3, ends: unknown, alternative: another}") == 0);
  CHECK(points("{member: giver, dependence: 2, gives: [money], ends: unknown}") == 0);
  CHECK(points("{member: giver, gives: [money], ends: unknown}") == 1);
  CHECK(
      points("{member: giver, gives: [money], ends: unknown}, {member: agency, gives: [money]}") ==
      0);
}

TEST_CASE("network_without_such_a_list_in_the_vocabulary_is_built_from_norms") {
  test_support::Compiled world(R"(
stakeholder agency "The agency"
  kind agency
vocabulary design "A design"
group f "Facts"
  fact kept yes/no "Flag"
regulation hard "A hard rule"
  enforced by agency
  require f.kept
)");
  const Design design = world.design("f: {kept: false}\n");
  const auto verdicts = evaluate(*world.program, design, date(2027, 9, 1));
  const ValueNetwork network =
      build_value_network(*world.program, design, verdicts, date(2027, 9, 1));
  REQUIRE(network.members.size() == 1);
  CHECK(network.members.front().score() == 12);
  CHECK(network.deciding.size() == 1);
}
