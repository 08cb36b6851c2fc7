// One value of a design by the type of its fact, exactly, with a clear word where it does not fit.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "checker/design/design.h"
#include "checker/design/document.h"
#include "dsl/diagnostics/diagnostics.h"
#include "dsl/program/program.h"

namespace checker {

// What every part of a design is read by and reported to.
struct ReadContext {
  const dsl::Program& program;
  dsl::Diagnostics& diagnostics;
};

// What a value is read for: the fact's full name, as messages give it, and its type.
struct ValueSlot {
  std::string name;
  dsl::Type type;
  const dsl::Program& program;
  dsl::Diagnostics& diagnostics;

  ValueSlot(std::string full_name, const dsl::Type& value_type, const ReadContext& context)
      : name(std::move(full_name)),
        type(value_type),
        program(context.program),
        diagnostics(context.diagnostics) {}

  const dsl::TypeTables& types() const { return program.types(); }
};

// Stated with a value, or one of `null`, `unknown` and `not_applicable`. NotStated after an error.
FactValue read_fact_value(const DocumentNode& node, const ValueSlot& slot);

// A plain value, not one of those words, of a type that is no set; nullopt after an error.
std::optional<dsl::Value> read_value(const DocumentNode& node, const ValueSlot& slot);

// The state that a scalar gives instead of a value: `null`, `unknown`, `not_applicable`.
std::optional<FactState> read_state(const DocumentNode& node, const dsl::Type& type);

// "a whole number", "a time of day": what messages say that the slot takes.
std::string wanted(const dsl::Type& type, const dsl::TypeTables& types);

// E0504, with a help where the text looks like one of the words for no value, or is a list where
// one value belongs.
dsl::Diagnostics::Builder report_wrong_value(const DocumentNode& node, const ValueSlot& slot);

// E0515: nothing stands where a value belongs.
void report_blank_value(const DocumentNode& node, const ValueSlot& slot);

}  // namespace checker
