// Types one expression: names to ids, literals to constants, operators to operations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dsl/sema/scope.h"

namespace dsl::sema {

// The names bound around an expression: parameters of a definition, variables of `for`.
struct Variable {
  std::string name;
  Type type;
  std::uint32_t slot = 0;
};

// Where an expression stands, and the slots that it needs.
struct ExpressionContext {
  PackId pack;                   // whose `uses` limit what may be named
  NormId norm;                   // whose determination settles a `judged by`; invalid elsewhere
  FactId record_list;            // bare names are fields of this list's record in slot 0
  bool may_say_unknown = false;  // on the command line and in computed facts
  std::vector<Variable> variables;
  std::uint32_t next_slot = 0;
  std::uint32_t frame_size = 0;  // the most slots in use at once

  // Binds a name to a fresh slot until the matching `unbind`.
  std::uint32_t bind(std::string name, const Type& type);
  void unbind();
};

// nullopt after a diagnostic. `hint` is the type that the surroundings ask for: it gives bare
// words and bare grade numbers their meaning, and is not itself enforced.
std::optional<ExprId> check_expr(const ast::Expr& expr, const std::optional<Type>& hint,
                                 ExpressionContext& context, Scope& scope);

// A condition: anything but yes/no is an error.
std::optional<ExprId> check_condition(const ast::Expr& expr, ExpressionContext& context,
                                      Scope& scope);

// An expression whose type must fit `type`; `what` names the place in messages.
std::optional<ExprId> check_value(const ast::Expr& expr, const Type& type,
                                  ExpressionContext& context, Scope& scope);

// A literal of the type. A bare number takes the type's unit.
std::optional<Value> check_constant(const ast::Expr& expr, const Type& type, Scope& scope);

// Whether a value of type `from` may stand where `to` is asked for.
bool fits(const Type& from, const Type& to, const TypeTables& tables);

}  // namespace dsl::sema
