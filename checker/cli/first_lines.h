// Whether a text has a design of JSON on each line, told from its first lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace checker {

enum class TextForm : std::uint8_t {
  Lines,            // or nothing that says otherwise
  DesignOverLines,  // one value of JSON that goes on past its line
  ListOverLines,
  Yaml,
  NotYetKnown,  // more of the text is needed
};

// `is_whole`: nothing comes behind the text; then the form is known. A first line that breaks off
// is a bad line, unless what stands on the second is no line of a design.
TextForm form_of(std::string_view text, bool is_whole);

// Why a text of another form cannot be read line by line, and what to do. `name` is what messages
// call it, `argument` what the command line does. Empty for `Lines` and `NotYetKnown`.
std::string form_complaint(TextForm form, const std::string& name, const std::string& argument);

}  // namespace checker
