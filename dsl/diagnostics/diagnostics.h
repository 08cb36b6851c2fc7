// The collector that every stage reports into; it neither prints nor stops the work.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "dsl/diagnostics/diagnostic.h"
#include <fmt/core.h>

namespace dsl {

class Diagnostics {
 public:
  // Adds to the diagnostic that `report` just made.
  class Builder {
   public:
    Builder(Diagnostics& owner, std::size_t index) : owner_(owner), index_(index) {}
    Builder& label(Span span, std::string text);
    Builder& help(std::string text);
    Builder& details(std::string lines);

   private:
    Diagnostics& owner_;
    std::size_t index_;
  };

  // The arguments fill the `{}` of the kind's message in `kinds.def`.
  template <typename... Args>
  Builder report(DiagnosticKind kind, Span span, const Args&... args) {
    return add(kind, span, fmt::vformat(info(kind).format, fmt::make_format_args(args...)));
  }

  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }

  // Adds what another collector has found behind what is here.
  void append(Diagnostics&& other);
  // The same, but for what stands where something has been told since so many were here.
  void append_elsewhere(const Diagnostics& other, std::size_t since);

  // In the order of files and places; those at one place keep their order.
  void sort();

 private:
  Builder add(DiagnosticKind kind, Span span, std::string message);

  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

}  // namespace dsl
