// The value network as a part of a report: with what its ids lead to already in words.
#pragma once

#include <string>
#include <vector>

#include "checker/network/value_network.h"

namespace checker {

struct ReportInput;

// Whoever the rules declare.
struct StakeholderEntry {
  std::string id;     // `us.ia.de`
  std::string title;  // the id where it has none
  std::string kind;
  std::vector<std::string> holds;
  std::vector<std::string> upholds;
  std::vector<std::string> questions;  // its own, which the rules say to ask it
};

struct NetworkEntry {
  ValueNetwork network;
  std::vector<std::string> single_points;      // in the order of the network's, each as a sentence
  std::vector<StakeholderEntry> stakeholders;  // all, in the order of the rules
};

NetworkEntry network_entry(const ReportInput& input);

}  // namespace checker
