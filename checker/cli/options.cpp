#include "checker/cli/options.h"

#include <algorithm>
#include <string_view>

#include "checker/cli/files.h"
#include "dsl/text/ascii.h"

namespace checker {
namespace {

constexpr char kListMark = ',';

// Whether the argument is an option of the verb that takes a list, with a value or before it.
bool asks_for_list(const CLI::App& verb, const std::string& argument) {
  if (!argument.starts_with("--")) return false;
  const CLI::Option* const option =
      verb.get_option_no_throw(argument.substr(0, argument.find('=')));
  return option != nullptr && option->get_delimiter() == kListMark;
}

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

// `school.form`: letters, digits and underscores in words with dots between them.
bool is_fact_name(std::string_view text) {
  return !text.empty() && !text.starts_with('.') && !text.ends_with('.') &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return dsl::is_letter(c) || dsl::is_digit(c) || c == '_' || c == '.';
         });
}

}  // namespace

CLI::Option* add_list(CLI::App& verb, const std::string& name,
                      std::function<void(const std::vector<std::string>&)> take,
                      const std::string& description, const std::string& type_name) {
  return verb
      .add_option_function<std::vector<std::string>>(
          name,
          [take = std::move(take), name](std::vector<std::string> words) {
            for (std::string& word : words) CLI::detail::trim(word);
            std::erase(words, "");
            if (words.empty()) {
              throw CLI::ValidationError(name, "it names nothing");
            }
            take(words);
          },
          description)
      ->delimiter(kListMark)
      ->allow_extra_args(false)
      ->type_name(type_name);
}

std::vector<std::string> join_lists(const CLI::App& app, int argc, const char* const* argv) {
  std::vector<std::string> given(argv + 1, argv + argc);
  const auto verbs = app.get_subcommands(
      [&](const CLI::App* verb) { return !given.empty() && verb->get_name() == given.front(); });
  if (verbs.empty()) return given;
  std::vector<std::string> joined;
  bool is_value = false;    // the last argument holds words of a list
  bool has_option = false;  // it is the option alone, and its value comes next
  for (const std::string& argument : given) {
    const bool goes_on = is_value && !argument.starts_with('-') && !is_design_name(argument) &&
                         (joined.back().ends_with(kListMark) || argument.starts_with(kListMark));
    if (goes_on) {
      joined.back() += argument;
      continue;
    }
    const bool asks = !has_option && asks_for_list(*verbs.front(), argument);
    const bool has_value = argument.find('=') != std::string::npos;
    is_value = has_option || (asks && has_value);
    has_option = asks && !has_value;
    joined.push_back(argument);
  }
  return joined;
}

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
              const bool is_fact = sign != std::string::npos && is_fact_name(each.substr(0, sign));
              const bool is_line = each.find_first_of("\r\n") == std::string::npos;
              if (!is_fact || !is_line || sign + 1 == each.size()) {
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
