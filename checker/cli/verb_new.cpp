// leeway new: a file to begin with, a pack or a design.
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "checker/cli/new_design.h"
#include "checker/cli/new_pack.h"
#include "checker/cli/verbs.h"
#include "dsl/text/ascii.h"

namespace checker {
namespace {

namespace fs = std::filesystem;

// The text goes into quotes of a rule file or of YAML.
bool fits_on_a_line(const std::string& text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
}

// `Two days out` as `two_days_out.yaml`.
std::string file_name_of(const std::string& title, const std::string& otherwise) {
  std::string name;
  for (const char c : title) {
    const bool is_word = dsl::is_lower(c) || dsl::is_digit(c);
    if (is_word) name += c;
    if (dsl::is_upper(c)) name += dsl::to_lower(c);
    if (c == ' ' && !name.empty() && name.back() != '_') name += '_';
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return (name.empty() ? otherwise : name) + ".yaml";
}

// The loaded pack whose name is the longest beginning of this one.
std::string pack_above(const std::string& name, const dsl::Program& program) {
  std::string above;
  for (const dsl::Pack& pack : program.typed().packs) {
    if (pack.name.size() > above.size() && name.starts_with(pack.name + ".")) above = pack.name;
  }
  return above;
}

ExitStatus refuse(const Streams& streams, const std::string& why) {
  streams.err << "leeway: " << why << '\n';
  return ExitStatus::Usage;
}

// Writes the file, or standard output for `-`.
ExitStatus write(const NewCommand& command, const std::string& file, const std::string& text,
                 const std::string& next, const Streams& streams) {
  if (file == "-") {
    streams.out << text;
    return ExitStatus::Success;
  }
  std::error_code error;
  const bool is_there = fs::exists(fs::symlink_status(file, error));
  if (is_there && !command.force) {
    return refuse(streams, "`" + file +
                               "` is there already; name another file with -o, or replace it with "
                               "--force");
  }
  const std::string fault = write_file(file, text);
  if (!fault.empty()) return refuse(streams, "cannot write `" + file + "`: " + fault);
  streams.out << file << '\n' << next << '\n';
  return ExitStatus::Success;
}

ExitStatus new_pack(const NewCommand& command, const dsl::Program& program,
                    const Streams& streams) {
  const auto& packs = program.typed().packs;
  const bool is_taken = std::any_of(
      packs.begin(), packs.end(), [&](const dsl::Pack& pack) { return pack.name == command.name; });
  if (is_taken) {
    return refuse(streams, "there is a pack `" + command.name + "` already; choose another name");
  }
  NewPack pack;
  pack.name = command.name;
  pack.title = command.title.empty() ? title_of_name(command.name) : command.title;
  pack.uses = pack_above(command.name, program);
  const std::string file = command.output.empty()
                               ? command.name.substr(command.name.rfind('.') + 1) + ".rules"
                               : command.output;
  pack.file = file == "-" ? "FILE" : file;
  const auto text = write_new_pack(pack);
  if (!text) {
    return refuse(streams, "`" + command.name +
                               "` cannot be the name of a pack; write lower-case words with points "
                               "between them, as in `our_state.our_district`");
  }
  return write(command, file, *text, "`leeway test " + file + "` runs its tests.", streams);
}

ExitStatus new_design(const NewCommand& command, const dsl::Program& program,
                      const Streams& streams) {
  const std::string title = command.title.empty() ? "New design" : command.title;
  const std::string file =
      command.output.empty() ? file_name_of(title, "new_design") : command.output;
  return write(command, file, write_new_design(title, program),
               "`leeway check " + file + "` says what stands in its way and what to ask.", streams);
}

}  // namespace

ExitStatus run_new(const NewCommand& command, const Streams& streams) {
  const bool is_pack = command.what == NewFile::Pack;
  const std::string option = is_pack ? "--title" : "--name";
  if (!fits_on_a_line(command.title) || (is_pack && command.title.find('"') != std::string::npos)) {
    return refuse(streams,
                  option + (is_pack ? " takes one line without quotes in it" : " takes one line"));
  }
  if (!fits_on_a_line(command.output)) return refuse(streams, "-o takes the name of a file");
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto program = load_program(command.common, RuleFiles::WithoutTests, sources, diagnostics);
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  if (!program) return ExitStatus::RuleFault;
  return is_pack ? new_pack(command, *program, streams) : new_design(command, *program, streams);
}

}  // namespace checker
