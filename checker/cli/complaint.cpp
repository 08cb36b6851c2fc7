#include "checker/cli/complaint.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "checker/cli/files.h"
#include "dsl/diagnostics/suggest.h"

namespace checker {
namespace {

std::vector<std::string> verbs(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(verb->get_name());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void add_option_names(const CLI::App& app, std::vector<std::string>& names) {
  for (const CLI::App* verb : app.get_subcommands()) {
    for (const CLI::Option* option : verb->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    add_option_names(*verb, names);
  }
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  add_option_names(app, names);
  return names;
}

// The words that the verb which was given asks for: "DESIGN NORM". `missing` is one of them.
std::string positionals(const CLI::App& app, const std::string& missing) {
  std::string text;
  for (const CLI::App* verb : app.get_subcommands()) {
    for (const CLI::Option* option : verb->get_options()) {
      const bool is_asked_for = option->get_required() || option->get_name() == missing;
      if (option->get_positional() && is_asked_for) {
        text += (text.empty() ? "" : " ") + option->get_name();
      }
    }
  }
  return text;
}

// `--fail-on: block not in {blocked,costs}` with its words in backticks.
std::string quoted_members(const std::string& text) {
  constexpr std::string_view kNotIn = " not in {";
  const std::size_t colon = text.find(": ");
  const std::size_t at = text.find(kNotIn);
  if (colon == std::string::npos || at == std::string::npos || !text.ends_with('}')) return text;
  std::vector<std::string> members(1);
  for (const char c : text.substr(at + kNotIn.size(), text.size() - at - kNotIn.size() - 1)) {
    if (c == ',') {
      members.emplace_back();
    } else {
      members.back() += c;
    }
  }
  const std::string given = text.substr(colon + 2, at - colon - 2);
  return text.substr(0, colon) + ": `" + given + "` is none of " + dsl::list_words(members);
}

}  // namespace

std::string complaint(const CLI::App& app, const CLI::ParseError& error, int argc,
                      const char* const* argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  const std::vector<std::string> known = verbs(app);
  const std::string all_verbs = "the verbs are " + dsl::list_words(known);
  if (verb.empty()) return "say what to do; " + all_verbs;
  if (verb[0] != '-' && std::find(known.begin(), known.end(), verb) == known.end()) {
    if (is_design_name(verb)) return "did you mean `leeway check " + verb + "`?";
    return "there is no verb `" + verb + "`; " + dsl::suggest(verb, known, all_verbs);
  }
  if (verb == "new" && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const bool lacks_name = argc > 2 && std::string_view(argv[2]) == "pack";
    return lacks_name ? "a pack needs a name, as in `leeway new pack our_state.our_district`"
                      : "say what to begin: `leeway new pack NAME` or `leeway new design`";
  }
  std::string text = error.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto extras = app.remaining(true);
    const std::string extra =
        extras.empty() ? "" : extras.front().substr(0, extras.front().find('='));
    if (extra.starts_with("-")) {
      const std::string near = dsl::suggest(extra, option_names(app));
      return "there is no option `" + extra + "`" + (near.empty() ? "" : "; " + near);
    }
    const char* const quotes = verb == "eval" ? "; put the expression in quotes" : "";
    return "`" + extra + "` is one word too many" + quotes;
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string option = "`" + text.substr(0, text.find(':')) + "`";
    const bool lacks_value = text.find(" missing") != std::string::npos;
    return option + (lacks_value ? " lacks its value" : " takes one value and may stand once");
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && verb[0] == '-') {
    return "say what to do; " + all_verbs;
  }
  if (const std::size_t at = text.find(" is required"); at != std::string::npos) {
    const std::string missing = text.substr(0, at);
    return missing + " is missing, as in `leeway " + verb + " " +
           (missing.starts_with("--") ? missing + " ..." : positionals(app, missing)) + "`";
  }
  return quoted_members(text);
}

}  // namespace checker
