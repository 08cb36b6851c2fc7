#include "checker/cli/new_pack.h"

#include <array>
#include <cctype>
#include <utility>

#include "checker/report/wording.h"
#include "dsl/parse/parse.h"
#include "dsl/syntax/format.h"

namespace checker {
namespace {

void replace_all(std::string& text, std::string_view mark, std::string_view with) {
  for (std::size_t at = text.find(mark); at != std::string::npos;
       at = text.find(mark, at + with.size())) {
    text.replace(at, mark.size(), with);
  }
}

}  // namespace

std::optional<std::string> write_new_pack(const NewPack& pack) {
  const std::string uses = pack.uses.empty() ? "" : "  uses " + pack.uses + "\n";
  const std::array<std::pair<std::string_view, std::string_view>, 4> marks = {
      {{"@USES@\n", uses}, {"@NAME@", pack.name}, {"@TITLE@", pack.title}, {"@FILE@", pack.file}}};
  std::string text(pack_template().text);
  for (const auto& [mark, with] : marks) replace_all(text, mark, with);
  dsl::Diagnostics diagnostics;
  const dsl::SourceFile file{0, pack.file, std::move(text)};
  const dsl::ast::Document document = dsl::parse(file, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return dsl::format(file, document);
}

std::string title_of_name(std::string_view name) {
  std::string title = spaced(name.substr(name.rfind('.') + 1));
  if (!title.empty()) {
    title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
  }
  return title;
}

}  // namespace checker
