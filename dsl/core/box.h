// A value on the heap that copies like a value; lets a tree contain itself.
#pragma once

#include <memory>
#include <utility>

namespace dsl {

template <typename T>
class Box {
 public:
  Box() : value_(std::make_unique<T>()) {}
  Box(T value)
      : value_(std::make_unique<T>(std::move(value))) {}  // NOLINT(google-explicit-constructor)
  Box(const Box& other) : value_(std::make_unique<T>(*other)) {}
  Box(Box&& other) noexcept : value_(std::move(other.value_)) {}
  Box& operator=(const Box& other) { return *this = Box(other); }
  Box& operator=(Box&& other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~Box() = default;

  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

  friend bool operator==(const Box& a, const Box& b) { return *a == *b; }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace dsl
