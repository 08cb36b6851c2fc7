// The names that the passes of `check` share: what is declared where, and who may use it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dsl/diagnostics/diagnostics.h"
#include "dsl/sema/typed_program.h"
#include "dsl/syntax/ast.h"

namespace dsl::sema {

// One kind of name: its text to the index in the program's table.
using NameTable = std::unordered_map<std::string, std::uint32_t>;

// The program under construction with its name tables. Names of different kinds do not clash,
// but facts, lists, parameters and definitions share one space, since expressions call them alike.
struct Scope {
  explicit Scope(Diagnostics& sink) : diagnostics(sink) {}

  TypedProgram program;
  Diagnostics& diagnostics;

  NameTable choices;
  NameTable facts;
  NameTable parameters;
  NameTable definitions;
  NameTable norms;
  NameTable stakeholders;
  NameTable packs;
  NameTable topics;
  NameTable reliefs;
};

// All names of a table, sorted, for suggestions.
std::vector<std::string> names_of(const NameTable& table);

// Reports `kind` at the name with a suggestion from the table when it is not there.
std::optional<std::uint32_t> find_or_report(const NameTable& table, const ast::Name& name,
                                            DiagnosticKind kind, Diagnostics& diagnostics);

// Reports E0210 at the span, with the list's fields, when there is none.
std::optional<FactId> find_field_or_report(FactId list, Span span, std::string_view name,
                                           Scope& scope);

// The pack whose name is the longest prefix of a declaration's name; invalid: none.
PackId pack_of(std::string_view name, const Scope& scope);

// A parameter that no rule file gives a value, but a design: `ask` and no `from`. It is a fact of
// the group that its name begins with; nullopt for any other parameter.
std::optional<ast::GroupDecl> supplied_fact(const ast::ParameterDecl& parameter);

// Reports E0214 unless `to` is `from`, or used by it directly or through others.
void check_may_use(PackId from, PackId to, const ast::Name& name, Scope& scope);

// The type that a rule file writes; nullopt after a diagnostic. `owner` names an inline choice.
std::optional<Type> resolve_type(const ast::TypeExpr& type, const std::string& owner, Scope& scope);

// `minutes per day`; nullopt after a diagnostic.
std::optional<Unit> resolve_unit(const ast::UnitWords& words, const TypedProgram& program,
                                 Diagnostics& diagnostics, DiagnosticKind unknown);

std::optional<Date> resolve_date(const ast::DateText& date, Diagnostics& diagnostics);

// Which day of a `school year 2026-27` a period means; a plain date means itself.
enum class SchoolYearDay : std::uint8_t { First, Last };
std::optional<Date> resolve_period_date(const ast::DateText& date, SchoolYearDay day,
                                        Diagnostics& diagnostics);

// Period with both ends checked; reports E0406 when it ends before it starts.
Period resolve_period(const std::optional<ast::DateText>& from,
                      const std::optional<ast::DateText>& until, Diagnostics& diagnostics);

// The passes, in their order. Each reads the documents and fills its part of the program.
void declare_names(std::span<const ast::Document> documents, Scope& scope);
void check_vocabulary(std::span<const ast::Document> documents, Scope& scope);
void check_calculations(std::span<const ast::Document> documents, Scope& scope);
void check_norms(std::span<const ast::Document> documents, Scope& scope);
void check_reliefs(std::span<const ast::Document> documents, Scope& scope);
void check_tests(std::span<const ast::Document> documents, Scope& scope);
void check_recursion(Scope& scope);

}  // namespace dsl::sema
