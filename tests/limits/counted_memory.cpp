#include "tests/limits/counted_memory.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> total = 0;

}  // namespace

namespace counted_memory {

std::size_t taken() { return total; }

}  // namespace counted_memory

void* operator new(std::size_t size) {
  total += size;
  void* const memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
