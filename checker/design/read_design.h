// A document tree to a design: keys to facts, scalars to typed values, by the vocabulary.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "checker/design/design.h"
#include "checker/design/document.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace checker {

// The version of the design format that the key `leeway` names.
inline constexpr int kDesignFormatVersion = 1;

// Picks YAML or JSON by the name's ending (.json; anything else is YAML) and reads the design.
// Every fault becomes a diagnostic at its place; nullopt when there is an error.
// `facts` is a file of YAML with lines as in `group.fact: value` that take the place of what the
// design says; a fault in one is told at its place there.
std::optional<Design> read_design(const dsl::SourceFile& file, const dsl::Program& program,
                                  dsl::Diagnostics& diagnostics,
                                  const dsl::SourceFile* facts = nullptr);

// Whether a design has to name the version of its format. One of many in a stream need not.
enum class VersionKey : std::uint8_t { Required, Optional };

// The facts of a document that has been read; the other half of `read_design`.
std::optional<Design> bind_design(const DocumentNode& document, std::string file_name,
                                  const dsl::Program& program, dsl::Diagnostics& diagnostics,
                                  VersionKey version = VersionKey::Required);

}  // namespace checker
