// The pack that a writer of rules begins with: a template, filled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checker/report/html/embedded_text.h"

namespace checker {

// What the template leaves open.
struct NewPack {
  std::string name;   // our_state.our_district
  std::string title;  // Our district; without quotes and line breaks
  std::string uses;   // the pack that it builds on; empty: none
  std::string file;   // the name under which its own comments speak of it
};

// The text of templates/new_pack.txt, with `@NAME@` and the like in it.
EmbeddedText pack_template();

// The rule file in the common form; nullopt when a pack cannot have this name.
std::optional<std::string> write_new_pack(const NewPack& pack);

// `our_state.our_district` as "Our district".
std::string title_of_name(std::string_view name);

}  // namespace checker
