// Teaches X3 the standard's optional, and how a rule's attribute goes into a larger one.
//
// Wherever an overload `build(Whole&, Part&&)` exists, a rule that yields Part may stand where
// Whole is wanted: a node goes into a variant that holds it, a value into a struct whose only field
// it is, the parts of an expression into the node that they make (parts.h). This also keeps X3 from
// unwrapping structs of one field by itself.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "dsl/core/box.h"
#include "dsl/parse/grammar/parts.h"
#include "dsl/syntax/ast.h"
#include <boost/fusion/include/front.hpp>
#include <boost/fusion/include/is_sequence.hpp>
#include <boost/fusion/include/size.hpp>
#include <boost/spirit/home/x3.hpp>

namespace boost::spirit::x3::traits {

template <typename T>
struct is_optional<std::optional<T>> : mpl::true_ {};

template <typename T>
struct optional_value<std::optional<T>> : mpl::identity<T> {};

}  // namespace boost::spirit::x3::traits

namespace dsl::grammar {

template <typename T, typename Variant>
inline constexpr bool is_alternative = false;
template <typename T, typename... Ts>
inline constexpr bool is_alternative<T, std::variant<Ts...>> = (std::same_as<T, Ts> || ...);

template <typename T>
concept OneField =
    boost::fusion::traits::is_sequence<T>::value && boost::fusion::result_of::size<T>::value == 1;

template <typename Node>
requires is_alternative<Node, decltype(ast::Expr::node)>
void build(ast::Expr& whole, Node&& part) { whole.node = std::move(part); }

template <typename... Ts, typename Part>
requires is_alternative<Part, std::variant<Ts...>>
void build(std::variant<Ts...>& whole, Part&& part) { whole = std::move(part); }

inline void build(Box<ast::Expr>& whole, ast::Expr&& part) { *whole = std::move(part); }

inline void build(std::optional<Box<ast::Expr>>& whole, ast::Expr&& part) {
  whole.emplace(std::move(part));
}

template <typename T>
void build(std::vector<T>& whole, T&& part) {
  whole.push_back(std::move(part));
}

template <OneField Whole, typename Part>
requires std::assignable_from <
    std::remove_cvref_t<decltype(boost::fusion::front(std::declval<Whole&>()))>
&, Part > void build(Whole& whole, Part&& part) { boost::fusion::front(whole) = std::move(part); }

template <typename Whole, typename Part>
concept Builds =
    !std::same_as<Whole, Part> && !std::is_const_v<Whole> && requires(Whole & whole, Part&& part) {
  build(whole, std::move(part));
};

}  // namespace dsl::grammar

namespace boost::spirit::x3 {

template <typename Whole, typename Part>
requires dsl::grammar::Builds<Whole, Part>
struct transform_attribute<Whole, Part, void> {
  using type = Part;
  static Part pre(Whole&) { return Part(); }
  static void post(Whole& whole, Part&& part) { dsl::grammar::build(whole, std::move(part)); }
};

}  // namespace boost::spirit::x3
