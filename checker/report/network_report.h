// The value network of one design, as its writers take it.
#pragma once

#include <string>

#include "checker/design/design.h"
#include "checker/network/value_network.h"
#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace checker {

struct NetworkReport {
  const dsl::Program& program;
  const Design& design;
  const dsl::SourceMap& sources;
  const ValueNetwork& network;
  std::string as_of_source;
};

// The name that the design gives a member, else its title: "Sixty workplaces (Employers and field
// sites)".
std::string member_text(const NetworkMember& member);

// "dependence 3 (assumed), score 12"
std::string dependence_and_score(const NetworkMember& member);

// "against", "neither for nor against", "for"; "not recorded".
std::string stance_text(const std::optional<int>& stance);

// "2 conflicts", "1 conflict and 2 principles not kept".
std::string hinders_text(const NetworkFeature& feature);

// "1 approval, 2 judgments, 5 that cannot be told".
std::string open_text(const NetworkFeature& feature);

// The title of a feature; a phrase for norms without a topic.
std::string feature_text(const std::string& title);

// What one would fall with, without a full stop: "The relief from "…" by X: 3 norms hang on it".
std::string single_point_text(const SinglePoint& point, const dsl::Program& program);

}  // namespace checker
