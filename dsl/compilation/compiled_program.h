// A compiled program as bytes, so that the same rules need not be parsed and checked again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace dsl {

// Stands for the texts that a program was compiled from, in their order and with their numbers, and
// for the code that compiled them: 32 hexadecimal digits. No guard against people who mean harm:
// who can write a file of bytes can make it stand for any rules.
std::string fingerprint(std::span<const SourceFile* const> files);

// The bytes hold the fingerprint of the rules and a checksum of themselves.
std::string to_bytes(const Program& program, std::string_view fingerprint);

// The program that the bytes were made of. nullopt where they are damaged, or belong to other
// rules or to another build of Leeway. Its spans are right for files with the same numbers.
std::optional<Program> from_bytes(std::string bytes, std::string_view fingerprint);

}  // namespace dsl
