// Compiled rules that are kept on the disk, so that the next run need not parse the same text.
#pragma once

#include <optional>
#include <span>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace checker {

// As `dsl::compile`, from the disk where a run before has kept the same rules, compiled by the same
// code. Rules of which there is anything to report, and rules of a few pages, are compiled each
// time. The folder is $LEEWAY_CACHE (`none`: nothing is kept), else `leeway` below the folder for
// such files, $XDG_CACHE_HOME or ~/.cache; where it cannot be used, only time is lost.
std::optional<dsl::Program> compile_or_recall(std::span<const dsl::SourceFile* const> files,
                                              dsl::Diagnostics& diagnostics);

}  // namespace checker
