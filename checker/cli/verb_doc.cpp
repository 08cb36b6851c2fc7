// leeway doc: the rules as a site of pages that link to each other.
#include <ostream>

#include "checker/cli/site_folder.h"
#include "checker/cli/verbs.h"
#include "checker/report/wording.h"
#include "checker/site/build_site.h"
#include "dsl/compilation/compile.h"

namespace checker {

ExitStatus run_doc(const DocCommand& command, const Streams& streams) {
  dsl::SourceMap sources;
  dsl::Diagnostics diagnostics;
  const auto files =
      read_rule_files(rule_paths(command.common), RuleFiles::All, sources, diagnostics);
  const auto compiled = dsl::compile_with_documents(files, diagnostics);
  show_diagnostics(diagnostics, sources, streams, command.common.color);
  if (!compiled) return ExitStatus::RuleFault;
  const site::Site site = site::build_site({compiled->program, compiled->documents, sources});
  const std::string fault = write_site_folder(command.output, site::write_site(site));
  if (!fault.empty()) {
    streams.err << "leeway: " << fault << '\n';
    return ExitStatus::Usage;
  }
  streams.out << counted(site.pages.size(), "page", "pages") << " in " << command.output << '\n';
  return ExitStatus::Success;
}

}  // namespace checker
