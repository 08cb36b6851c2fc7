// Which rules `leeway test PATH` reads, and whose tests it runs.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "checker/cli/command_line.h"
#include "dsl/text/source_file.h"
#include "dsl/text/span.h"

namespace checker {

struct TestRules {
  std::vector<std::string> paths;  // what is read
  std::set<std::string> chosen;    // the files whose tests are run, by their true paths
  bool all_chosen = true;          // no path was given: the tests of every file that is read
  bool shipped_added = false;      // the shipped packs are read although nobody asked for them
  bool stand_alone = false;        // they are not, since the files have a vocabulary of their own

  bool is_chosen(dsl::Span span, const dsl::SourceMap& sources) const;
};

// The paths given are read besides the rules that the options ask for. Where `--rules` asks for
// none, and one of the files declares a `vocabulary`, they stand alone; else they are meant for the
// shipped packs and are read together with those.
TestRules choose_test_rules(const TestCommand& command);

}  // namespace checker
