// The disk: reads rule files and designs into a source map, with names fit for messages.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/text/source_file.h"

namespace checker {

// Which rule files of a folder are read.
enum class RuleFiles {
  WithoutTests,  // leaves out `*_tests.rules`, which no check needs
  All,
};

// A variable of the environment; empty where there is none.
std::string_view environment(const char* name);

// The shipped packs: $LEEWAY_RULES, else the checkout that the binary was built from, else where
// it was installed.
std::string shipped_rules_folder();

// Reads every `.rules` file under the paths, sorted by path, each once. Paths that cannot be read
// and folders without rules are reported (E0701, E0702).
std::vector<const dsl::SourceFile*> read_rule_files(const std::vector<std::string>& paths,
                                                    RuleFiles which, dsl::SourceMap& sources,
                                                    dsl::Diagnostics& diagnostics);

// The files that `read_rule_files` would read, by the paths under which the disk knows them.
std::set<std::string> rule_files_below(const std::vector<std::string>& paths);

// The path under which the disk knows a file.
std::string true_path(const std::string& path);

// The bytes of a file that this user wrote for itself: no link, no pipe or device, not of another
// user nor one that others may write. nullopt where it is none, and `errno` tells why.
std::optional<std::string> read_own(const std::string& path);

// One file whole; reports E0701 when it cannot be read.
const dsl::SourceFile* read_file(const std::string& path, dsl::SourceMap& sources,
                                 dsl::Diagnostics& diagnostics);

// Puts the text in the place of the file in one step: a reader finds the old text or the new one
// whole, with the permissions of the old. Gives what went wrong; empty when nothing did.
std::string replace_file(const std::string& path, const std::string& text);

// The same for a file that may not be there yet. What is no regular file, a pipe or a device, is
// written as it is.
std::string write_file(const std::string& path, const std::string& text);

// The whole text beside the place, then in its place in one step; a link there is replaced itself.
std::string put_in_place(const std::filesystem::path& target, const std::string& text,
                         std::filesystem::perms permissions);

// Gives what went wrong, as the others do.
std::string append_to_file(const std::string& path, const std::string& text);

// The path as a person would write it here: relative to the working folder when it lies below it.
std::string display_path(const std::string& path);

// Whether a file of this name is YAML, and whether it is a design's, by its ending.
bool is_yaml_name(std::string_view name);
bool is_design_name(std::string_view name);

}  // namespace checker
