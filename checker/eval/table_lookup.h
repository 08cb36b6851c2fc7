// Which value of a table holds for keys of which some may be unknown.
#pragma once

#include <optional>
#include <vector>

#include "dsl/sema/typed_program.h"

namespace checker {

class TableLookup {
 public:
  TableLookup(const dsl::ParameterVersion& version, const dsl::Parameter& parameter,
              const dsl::TypeTables& types)
      : version_(version), parameter_(parameter), types_(types) {}

  // The value for these keys, one a column. With a key unknown it is the value that comes out
  // whatever the key turns out to be, as where every row that it could pick says the same. nullptr:
  // there is none for some key, or the values differ.
  const dsl::Value* value_for(std::vector<std::optional<dsl::Value>> keys) const;

 private:
  const dsl::ParameterValue* row_for(const std::vector<std::optional<dsl::Value>>& keys) const;
  // Every value that a column's key can have; empty where they cannot be listed.
  std::vector<dsl::Value> possible_keys(std::size_t column) const;
  // The same for a column whose keys cannot be listed: true where one row takes whatever stands
  // there and every row that fits has its value.
  const dsl::Value* value_of_all(const std::vector<std::optional<dsl::Value>>& keys) const;

  const dsl::ParameterVersion& version_;
  const dsl::Parameter& parameter_;
  const dsl::TypeTables& types_;
};

}  // namespace checker
