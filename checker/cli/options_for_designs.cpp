// The other verbs that read designs.
#include "checker/cli/options.h"

namespace checker {

void add_eval(CLI::App& app, EvalCommand& command) {
  CLI::App* verb = app.add_subcommand("eval", "Work out an expression of the rule language");
  verb->add_option("EXPRESSION", command.expression, "The expression, in quotes")->required();
  verb->add_option("--design", command.design, "The design whose facts it reads")
      ->type_name("FILE");
  add_as_of(*verb, command.as_of);
  verb->add_flag("--bare", command.bare, "Print the value alone, without notes on what is missing");
  add_common(*verb, command.common);
}

void add_explain(CLI::App& app, ExplainCommand& command) {
  CLI::App* verb = app.add_subcommand("explain", "Show how one norm's verdict comes about");
  verb->add_option("DESIGN", command.design, "A YAML or JSON file")->required();
  verb->add_option("NORM", command.norm, "The norm's name")->required();
  verb->add_flag("--every-step", command.every_step,
                 "Show how the figures of each block, week or grade were worked out, too");
  add_as_of(*verb, command.look.as_of);
  add_facts(*verb, command.look.facts);
  add_common(*verb, command.common);
}

void add_network(CLI::App& app, NetworkCommand& command) {
  CLI::App* verb = app.add_subcommand(
      "network", "Show on whom a design depends, how far each is from it, and who decides");
  verb->add_option("DESIGN", command.design, "A YAML or JSON file")->required();
  add_as_of(*verb, command.look.as_of);
  add_facts(*verb, command.look.facts);
  add_word<NetworkFormat>(*verb, "-f,--format", command.format,
                          {{"text", NetworkFormat::Text},
                           {"json", NetworkFormat::Json},
                           {"dot", NetworkFormat::Dot},
                           {"svg", NetworkFormat::Svg}},
                          "text, json, dot (for Graphviz) or svg (a picture)", "FORMAT");
  add_output_file(*verb, command.output);
  add_common(*verb, command.common);
}

void add_compare(CLI::App& app, CompareCommand& command) {
  CLI::App* verb = app.add_subcommand(
      "compare", "Show what changes between two designs, or between a design and a change to it");
  verb->add_option("FIRST", command.first, "A YAML or JSON file")->required();
  verb->add_option("SECOND", command.second,
                   "Another; without it FIRST is compared with itself, looked at as --as, --as-of\n"
                   "and --rules-b say");
  add_facts(*verb, command.look.facts, "A fact of the second side, as in school.form=charter");
  add_as_of(*verb, command.look.as_of, "The date of the second side");
  add_date(*verb, "--first-as-of", command.first_as_of,
           "The date of the first side; else as in `leeway check`");
  verb->add_option("--rules-b", command.second_rules,
                   "All rule files or folders of the second side, the vocabulary too; may be\n"
                   "repeated")
      ->allow_extra_args(false)
      ->type_name("PATH");
  add_format(*verb, command.format);
  add_output_file(*verb, command.output);
  add_common(*verb, command.common);
}

void add_timeline(CLI::App& app, TimelineCommand& command) {
  CLI::App* verb = app.add_subcommand(
      "timeline", "Show from when to when each conflict stands, and what changes it");
  verb->add_option("DESIGN", command.design, "A YAML or JSON file")->required();
  add_date(*verb, "--from", command.from, "The first day; else the date that `check` would use");
  add_date(*verb, "--to", command.to, "The last day; else three years later");
  add_facts(*verb, command.facts);
  add_format(*verb, command.format);
  add_output_file(*verb, command.output);
  add_common(*verb, command.common);
}

}  // namespace checker
