// The verbs that read rules alone, and those that begin a file.
#include <algorithm>

#include "checker/cli/options.h"
#include "checker/cli/unknown_word.h"
#include "checker/report/message_page.h"
#include "dsl/lint/lint.h"

namespace checker {
namespace {

// An option that takes codes of findings.
void add_codes(CLI::App& verb, const std::string& name, std::vector<dsl::DiagnosticKind>& kinds,
               const std::string& description) {
  add_list(
      verb, name,
      [&kinds, name](const std::vector<std::string>& codes) {
        const std::vector<dsl::DiagnosticKind> all = dsl::finding_kinds();
        std::vector<std::string> known;
        known.reserve(all.size());
        for (const dsl::DiagnosticKind kind : all) known.emplace_back(dsl::info(kind).code);
        for (const std::string& given : codes) {
          const std::string code = message_code(given);
          const auto at = std::find(known.begin(), known.end(), code);
          if (at == known.end()) {
            throw CLI::ValidationError(name, unknown_word("no finding has the code", given, known));
          }
          kinds.push_back(all[static_cast<std::size_t>(at - known.begin())]);
        }
      },
      description, "CODES");
}

void add_new_file(CLI::App& verb, NewCommand& command) {
  verb.add_option("-o,--output", command.output,
                  "The file to write instead of one named after it; `-` is standard output")
      ->type_name("FILE");
  verb.add_flag("--force", command.force, "Replace a file that is there already");
  add_common(verb, command.common);
}

}  // namespace

void add_explain_error(CLI::App& app, ExplainErrorCommand& command) {
  CLI::App* verb = app.add_subcommand("explain-error", "Say what the code of a message means");
  verb->add_option("CODE", command.code, "The code, as in `leeway explain-error E0203`")
      ->required();
  add_output(*verb, command.common);
}

void add_lint(CLI::App& app, LintCommand& command) {
  CLI::App* verb = app.add_subcommand("lint", "Find what is worth mending in rule files");
  verb->add_option("PATH", command.paths,
                   "Rule files or folders that the findings are about; what else they need comes\n"
                   "by --add-rules. Without PATH the findings are about all that is read");
  add_codes(*verb, "--only", command.only, "Only findings with these codes, as in W0801,W0803");
  add_codes(*verb, "--ignore", command.ignore, "No findings with these codes");
  verb->add_flag("--notes", command.notes, "Show notes as well as warnings");
  verb->add_flag("--fix", command.fix, "Mend in the files what can be mended mechanically");
  add_word<LintFailOn>(
      *verb, "--fail-on", command.fail_on,
      {{"warning", LintFailOn::Warning}, {"note", LintFailOn::Note}, {"never", LintFailOn::Never}},
      "The least weighty finding that leaves with 3: warning, note or never", "WHAT");
  add_as_of(*verb, command.as_of, "The date on which a `verified on` must not be too old");
  add_format(*verb, command.format);
  add_common(*verb, command.common);
}

void add_test(CLI::App& app, TestCommand& command) {
  CLI::App* verb = app.add_subcommand("test", "Run the `test` declarations of the rule files");
  verb->add_option("PATH", command.paths,
                   "Only the tests of these rule files or folders, read together with the shipped\n"
                   "packs unless they declare a vocabulary of their own");
  verb->add_option("--filter", command.filter, "Only tests whose title or norm contains TEXT")
      ->type_name("TEXT");
  CLI::Option* coverage = verb->add_flag("--coverage", command.coverage,
                                         "Tell what of the norms the tests have not seen");
  add_percent(*verb, "--min", command.min,
              "Leave with 3 when the tests have seen less of the branches")
      ->needs(coverage);
  CLI::Option* mutate = verb->add_flag("--mutate", command.mutate,
                                       "Tell which small mistakes in the rules no test notices");
  add_percent(*verb, "--max-survivors", command.max_survivors,
              "Leave with 3 when more of the mistakes are not noticed")
      ->needs(mutate);
  add_format(*verb, command.format);
  add_common(*verb, command.common);
}

void add_fmt(CLI::App& app, FormatCommand& command) {
  CLI::App* verb = app.add_subcommand("fmt", "Lay out rule files in the one common form");
  verb->add_option(
      "PATH", command.common.rules,
      "Rule files or folders; `-` reads standard input and writes standard output; the "
      "shipped packs when none is given");
  verb->add_flag("--check", command.check, "Write nothing; list the files that would change");
  verb->add_flag("--diff", command.diff, "Write nothing; show how they would change");
  add_common(*verb, command.common);
}

void add_doc(CLI::App& app, DocCommand& command) {
  CLI::App* verb = app.add_subcommand("doc", "Write the rules as a site to browse and search");
  verb->add_option("-o,--output", command.output,
                   "The folder to write; it must be new, empty, or a site that leeway wrote")
      ->required()
      ->type_name("FOLDER");
  add_common(*verb, command.common);
}

void add_new(CLI::App& app, NewCommand& pack, NewCommand& design) {
  CLI::App* verb = app.add_subcommand("new", "Write a pack or a design to begin with");
  verb->require_subcommand(1);
  CLI::App* pack_verb =
      verb->add_subcommand("pack", "A pack with a figure, a rule and its tests, as an example");
  pack_verb->add_option("NAME", pack.name, "The pack's name, as in our_state.our_district")
      ->required();
  pack_verb->add_option("--title", pack.title, "What people call it")->type_name("TEXT");
  add_new_file(*pack_verb, pack);
  CLI::App* design_verb = verb->add_subcommand(
      "design", "A design with every fact that a rule reads, none of them known yet");
  design_verb->add_option("--name", design.title, "What people call it")->type_name("TEXT");
  design.what = NewFile::Design;
  add_new_file(*design_verb, design);
}

}  // namespace checker
