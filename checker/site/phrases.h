// Expressions of the rules in plain English. A condition that stands in the rules stands in the
// words, too: what has no words here is given as the rule file has it, as code.
//
// Facts, parameters and definitions go by their meanings, in quotes, each a link. Whatever could be
// read in two ways when it stands beside `and`, `or` or a sign of arithmetic stands in parentheses.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/site/page.h"
#include "dsl/program/program.h"
#include "dsl/text/source_file.h"

namespace checker::site {

// "is at least", "must be at least".
enum class Mood { Is, Must };

class Phrases {
 public:
  // Both must outlive this.
  Phrases(const dsl::Program& program, const dsl::SourceMap& sources)
      : program_(program), sources_(sources) {}

  // What the variable in a slot of the frame is called: "grade", "block".
  void name_slot(std::uint32_t slot, std::string name, bool is_record = false) {
    slots_[slot] = {std::move(name), is_record};
  }

  // "“School days in the year” is at least 180 days per year". Not empty for a valid id.
  Prose condition(dsl::ExprId id, Mood mood = Mood::Is);

  // "“School days in the year”", "the sum of ...".
  Prose noun(dsl::ExprId id);

  // "each grade in “Grades served” where ...", and names the slot.
  Prose each(const dsl::ForEach& each);

 private:
  // Words, and whether they need parentheses beside others.
  struct Phrase {
    Prose text;
    bool is_compound = false;
  };
  struct Variable {
    std::string name;
    bool is_record = false;
  };
  // How the clauses are told: as facts or as duties, as they are or the other way round.
  struct Manner {
    Mood mood = Mood::Is;
    bool negated = false;

    Manner turned() const { return {mood, !negated}; }
  };

  Phrase clause(dsl::ExprId id, Manner manner);
  Phrase both_or_either(const dsl::TypedExpr& node, Manner manner);
  Phrase quantified(const dsl::TypedExpr& node, Manner manner);
  Phrase chosen(const dsl::TypedExpr& node, Manner manner);
  Phrase judged(const dsl::TypedExpr& node, Manner manner) const;
  Phrase verdict(const dsl::TypedExpr& node, Manner manner) const;
  Phrase comparison(const dsl::TypedExpr& node, Manner manner);
  Phrase membership(const dsl::TypedExpr& node, Manner manner);
  Phrase listed_values(const dsl::TypedExpr& node, Manner manner);
  Phrase so_or_not(Prose subject, Manner manner) const;
  Phrase as_written(const dsl::TypedExpr& node, Manner manner) const;

  Phrase term(dsl::ExprId id);
  Phrase called(Prose link, const dsl::TypedExpr& node, const std::vector<std::string>& names);
  Phrase parameter(const dsl::TypedExpr& node);
  Phrase variable(const dsl::TypedExpr& node) const;
  Phrase field(const dsl::TypedExpr& node);
  Phrase arithmetic(const dsl::TypedExpr& node, const std::string& sign);
  // nullopt for a division that the rules do not write as a share.
  std::optional<Phrase> share(const dsl::TypedExpr& node);
  Phrase aggregate(const dsl::TypedExpr& node);
  Phrase moved_date(const dsl::TypedExpr& node);
  Phrase date_around(const dsl::TypedExpr& node);
  Phrase source(const dsl::TypedExpr& node) const;
  std::string value(const dsl::TypedExpr& node) const;

  // The phrase in parentheses where it needs them.
  static Prose enclosed(const Phrase& phrase);
  Prose operand(dsl::ExprId id) { return enclosed(term(id)); }
  // " in “The weekly schedule” where ...": what a loop runs over; names its slot.
  Prose range_of(const dsl::TypedExpr& node);
  // "block" for a list of blocks, "grade" for a set of grades.
  std::string member_word(dsl::ExprId list) const;
  const dsl::TypedExpr& expr(dsl::ExprId id) const { return program_.expr(id); }

  const dsl::Program& program_;
  const dsl::SourceMap& sources_;
  std::map<std::uint32_t, Variable> slots_;  // those in scope
};

// "blocks" of "block".
std::string plural_of(const std::string& word);

// A value in prose: choices without their underscores, grades with "to".
std::string value_in_words(const dsl::Value& value, const dsl::Type& type,
                           const dsl::Program& program);

}  // namespace checker::site
