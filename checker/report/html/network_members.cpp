#include "checker/report/html/network_members.h"

#include "checker/report/html/picture_shapes.h"
#include "checker/report/network_report.h"
#include "checker/report/wording.h"
#include <fmt/format.h>

namespace checker::html {
namespace {

// "Days, hours and minutes of school, at risk: 2 conflicts"; what is held up, in one item at last.
Html features_of(const PictureMember& member, const NetworkPicture& picture,
                 const ValueNetwork& network) {
  Html items;
  std::string held_up;
  for (const PictureEdge& edge : picture.edges) {
    if (edge.member != member.member) continue;
    const FeatureAtLarge& feature = network.features[edge.feature];
    const std::string text = feature_text(feature.title) + (feature.at_risk ? ", at risk" : "");
    if (edge.stance == FeatureStance::HoldsUp) {
      held_up += (held_up.empty() ? "" : "; ") + text;
    } else {
      items.add(element("li", {{"class", std::string(class_of(edge.stance))}},
                        text_of(fmt::format("{}: {}", text, fmt::join(edge.lines, " ")))));
    }
  }
  if (!held_up.empty()) items.add(element("li", text_of("Holds up: " + held_up)));
  return list_of("features", items);
}

std::string open_decisions(const NetworkMember& member) {
  const int due = member.misalignment.decided_against() - member.misalignment.now();
  return due > 0 ? fmt::format("{}; {} if decided against", member.score(),
                               member.score_decided_against())
                 : fmt::format("{}", member.score());
}

Html member_row(const NetworkMember& member, const Scope& scope) {
  const auto cell = [](const std::string& text) { return element("td", text_of(text)); };
  std::string dependence = "not known";
  if (member.dependence) {
    dependence = fmt::format("{}{}", *member.dependence,
                             member.dependence_from == DependenceFrom::Norms ? ", assumed" : "");
  }
  Html row = element("th", {{"scope", "row"}},
                     element("a", {{"href", Scope::link(scope.id_of_stakeholder(member.name))}},
                             text_of(member_text(member))));
  row.add(cell(dependence)).add(cell(stance_text(member.stance)));
  const auto count = [&](Outcome outcome) { return fmt::format("{}", member.count(outcome)); };
  row.add(cell(count(Outcome::Conflict)));
  row.add(cell(fmt::format(
      "{}", member.count(Outcome::NeedsApproval) + member.count(Outcome::NeedsJudgment))));
  row.add(cell(count(Outcome::CannotTell))).add(cell(open_decisions(member)));
  return element("tr", row).add("\n");
}

}  // namespace

Html members_list(const Scope& scope, const ValueNetwork& network, const NetworkPicture& picture) {
  Html items("\n");
  for (const PictureMember& each : picture.members) {
    const NetworkMember& member = network.members[each.member];
    Html item = element("a",
                        {{"class", fmt::format("member {}", class_of(each.stance))},
                         {"href", Scope::link(scope.id_of_stakeholder(member.name))},
                         {"data-who", member.name}},
                        text_of(member_text(member)));
    item.add(element("p", {{"class", "quiet"}},
                     text_of(fmt::format("{}; {}", dependence_and_score(member),
                                         stance_side_text(each.stance)))));
    item.add(features_of(each, picture, network));
    items.add(element("li", item)).add("\n");
  }
  return list_of("members", items);
}

Html members_table(const Scope& scope, const ValueNetwork& network) {
  Html head;
  for (const char* title : {"Stakeholder", "Dependence", "Stance", "Conflicts", "Decisions due",
                            "Cannot be told", "Score"}) {
    head.add(element("th", {{"scope", "col"}}, text_of(title)));
  }
  Html body("\n");
  for (const NetworkMember& member : network.members) {
    const bool anything = !member.records.empty() || member.misalignment.decided_against() > 0 ||
                          member.count(Outcome::CannotTell) > 0;
    if (anything) body.add(member_row(member, scope));
  }
  Html table = element("caption",
                       text_of("Dependence goes from 0 to 4; the score is dependence times how far "
                               "the stakeholder is from the design."));
  table.add("\n").add(element("thead", element("tr", head))).add("\n");
  table.add(element("tbody", body));
  const Html frame = element("div",
                             {{"class", "table-frame"},
                              {"tabindex", "0"},
                              {"role", "region"},
                              {"aria-label", "Stakeholders, a table that can be scrolled"}},
                             element("table", table));
  Html all = element("summary", text_of("As a table"));
  return element("details", all.add(frame)).add("\n");
}

}  // namespace checker::html
