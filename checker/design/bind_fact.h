// The value under a fact's key to the fact: plain values, tables by grade and lists of records.
#pragma once

#include <cstddef>

#include "checker/design/design.h"
#include "checker/design/document.h"
#include "checker/design/read_value.h"

namespace checker {

// Ends the reading of a design that has too many faults to be meant as one.
class FaultLimit {
 public:
  explicit FaultLimit(dsl::Diagnostics& diagnostics)
      : diagnostics_(diagnostics), errors_before_(diagnostics.error_count()) {}

  // Asked before each key is read; says so once, at the key.
  bool is_reached(dsl::Span key);

 private:
  dsl::Diagnostics& diagnostics_;
  std::size_t errors_before_;
  bool said_ = false;
};

struct FactBinder {
  Design& design;
  const ReadContext& context;
  FaultLimit& limit;
};

void bind_fact(FactId fact, const DocumentEntry& entry, FactBinder& binder);

}  // namespace checker
