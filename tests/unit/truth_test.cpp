// Kleene's laws over all pairs and triples of truth values.
#include "dsl/core/truth.h"

#include <catch2/catch.hpp>

using dsl::Truth;

namespace {

constexpr Truth kAll[] = {Truth::False, Truth::Unknown, Truth::True};

}  // namespace

TEST_CASE("unknown_and_false_is_false_and_unknown_or_true_is_true") {
  CHECK((Truth::Unknown & Truth::False) == Truth::False);
  CHECK((Truth::Unknown | Truth::True) == Truth::True);
  CHECK((Truth::Unknown & Truth::True) == Truth::Unknown);
  CHECK((Truth::Unknown | Truth::False) == Truth::Unknown);
  CHECK((!Truth::Unknown) == Truth::Unknown);
}

TEST_CASE("and_and_or_follow_kleenes_tables") {
  const Truth F = Truth::False;
  const Truth U = Truth::Unknown;
  const Truth T = Truth::True;
  const Truth conjunctions[3][3] = {{F, F, F}, {F, U, U}, {F, U, T}};
  const Truth disjunctions[3][3] = {{F, U, T}, {U, U, T}, {T, T, T}};
  for (int a = 0; a < 3; ++a) {
    for (int b = 0; b < 3; ++b) {
      CHECK((kAll[a] & kAll[b]) == conjunctions[a][b]);
      CHECK((kAll[a] | kAll[b]) == disjunctions[a][b]);
    }
  }
}

TEST_CASE("the_laws_of_a_kleene_algebra_hold_for_all_triples") {
  for (const Truth a : kAll) {
    CHECK((!!a) == a);
    for (const Truth b : kAll) {
      CHECK((a & b) == (b & a));
      CHECK((a | b) == (b | a));
      CHECK((a & (a | b)) == a);
      CHECK((a | (a & b)) == a);
      CHECK((!(a & b)) == ((!a) | (!b)));
      CHECK((!(a | b)) == ((!a) & (!b)));
      // Kleene's own: what contradicts itself is no more than what is so or not so.
      CHECK((a & (!a)) <= (b | (!b)));
      for (const Truth c : kAll) {
        CHECK(((a & b) & c) == (a & (b & c)));
        CHECK(((a | b) | c) == (a | (b | c)));
        CHECK((a & (b | c)) == ((a & b) | (a & c)));
        CHECK((a | (b & c)) == ((a | b) & (a | c)));
      }
    }
  }
}
