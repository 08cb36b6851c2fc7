#include "checker/cli/options.h"

namespace checker {
namespace {

// Which rules the verb reads.
void add_rules(CLI::App& verb, CommonOptions& options) {
  verb.add_option("--rules", options.rules,
                  "Rule files or folders to use instead of the shipped packs; may be repeated")
      ->allow_extra_args(false)
      ->type_name("PATH");
  verb.add_option("--add-rules", options.add_rules,
                  "Rule files or folders to use besides them; may be repeated")
      ->allow_extra_args(false)
      ->type_name("PATH");
}

}  // namespace

void add_output(CLI::App& verb, CommonOptions& options) {
  verb.add_option("--log-level", options.log_level, "What to log on standard error")
      ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}))
      ->type_name("LEVEL");
  verb.add_flag_callback(
      "-v,--verbose", [&options] { options.log_level = "info"; }, "The same as --log-level info");
  add_word<ColorChoice>(
      verb, "--color", options.color,
      {{"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}},
      "auto, always or never; NO_COLOR is honoured", "WHEN");
}

void add_common(CLI::App& verb, CommonOptions& options) {
  add_rules(verb, options);
  add_output(verb, options);
}

void add_date(CLI::App& verb, const std::string& name, std::optional<dsl::Date>& date,
              const std::string& description) {
  verb.add_option_function<std::string>(
          name,
          [&date, name](const std::string& text) {
            date = dsl::parse_date(text);
            if (!date) {
              throw CLI::ValidationError(
                  name, "there is no such date as `" + text + "`; write it as 2027-08-16");
            }
          },
          description)
      ->type_name("DATE");
}

void add_as_of(CLI::App& verb, std::optional<dsl::Date>& as_of, const std::string& description) {
  add_date(verb, "--as-of", as_of, description);
}

void add_facts(CLI::App& verb, std::vector<std::string>& facts, const std::string& description) {
  verb.add_option_function<std::vector<std::string>>(
          "--as",
          [&facts](const std::vector<std::string>& given) {
            for (const std::string& each : given) {
              const std::size_t sign = each.find('=');
              if (sign == std::string::npos || sign == 0 || sign + 1 == each.size()) {
                throw CLI::ValidationError(
                    "--as",
                    "`" + each + "` is no FACT=VALUE: a fact's name, an equals sign, its value");
              }
            }
            facts = given;
          },
          description)
      ->allow_extra_args(false)
      ->type_name("FACT=VALUE");
}

void add_output_file(CLI::App& verb, std::string& output) {
  verb.add_option("-o,--output", output, "Write to a file instead of standard output")
      ->type_name("FILE");
}

void add_format(CLI::App& verb, OutputFormat& format) {
  add_word<OutputFormat>(verb, "-f,--format", format,
                         {{"text", OutputFormat::Text}, {"json", OutputFormat::Json}},
                         "text or json", "FORMAT");
}

CLI::Option* add_percent(CLI::App& verb, const std::string& name,
                         std::optional<dsl::Rational>& percent, const std::string& description) {
  return verb
      .add_option_function<std::string>(
          name,
          [&percent, name](const std::string& text) {
            percent = dsl::Rational::parse(text);
            if (!percent || *percent > dsl::Rational(100)) {
              throw CLI::ValidationError(name, "`" + text + "` is no number from 0 to 100");
            }
          },
          description)
      ->type_name("PERCENT");
}

}  // namespace checker
