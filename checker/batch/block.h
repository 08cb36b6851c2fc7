// The facts of up to `kBlockDesigns` designs, by column.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "checker/batch/layout.h"
#include "checker/batch/masks.h"
#include "checker/design/design.h"

namespace checker::batch {

class Block {
 public:
  explicit Block(const Layout& layout);

  // Forgets all designs.
  void clear();
  // Takes back what was set for one design.
  void forget(std::size_t design);

  // Each may be called once for a column and design.
  void set_yes_no(const Column& column, std::size_t design, bool value) {
    mark(column.known, design);
    if (value) mark(column.first_value, design);
  }
  void set_number(const Column& column, std::size_t design, std::int64_t value) {
    mark(column.known, design);
    numbers_[column.numbers * kBlockDesigns + design] = value;
  }
  void set_choice(const Column& column, std::size_t design, std::uint32_t value) {
    mark(column.known, design);
    mark(column.first_value + value, design);
  }
  // The members of a set are added one by one.
  void set_known(const Column& column, std::size_t design) { mark(column.known, design); }
  // False: it is a member already.
  bool add_member(const Column& column, std::size_t design, std::uint32_t value) {
    Mask& mask = masks_[column.first_value + value];
    if (has_bit(mask, design)) return false;
    set_bit(mask, design);
    return true;
  }
  void set_absent(const Column& column, std::size_t design) { mark(column.absent, design); }
  void set_records(std::size_t design) { mark(Layout::kRecords, design); }

  const Mask& mask(std::uint32_t index) const { return masks_[index]; }
  std::span<const std::int64_t, kBlockDesigns> numbers(std::uint32_t index) const {
    return std::span<const std::int64_t, kBlockDesigns>(&numbers_[index * kBlockDesigns],
                                                        kBlockDesigns);
  }

 private:
  void mark(std::uint32_t mask, std::size_t design) { set_bit(masks_[mask], design); }

  std::vector<Mask> masks_;
  std::vector<std::int64_t> numbers_;
};

// Puts a design that was read as a document into its place. False: some value does not fit its
// column, and the design has to be judged by the evaluator alone; then nothing is set.
bool fill(Block& block, const Layout& layout, std::size_t place, const Design& design);

}  // namespace checker::batch
