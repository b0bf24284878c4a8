#include "tests/support/counted_memory.h"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<int64_t> live = 0, most = 0;

}  // namespace

void* operator new(size_t size) {
  void* const block = std::malloc(size);
  if (block == nullptr) std::abort();
  const int64_t now = live += static_cast<int64_t>(malloc_usable_size(block));
  if (now > most) most = now;
  return block;
}

// Sanitizers have one of their own, which operator delete below could not give back.
void* operator new(size_t size, const std::nothrow_t&) noexcept { return operator new(size); }

void operator delete(void* block) noexcept {
  if (block != nullptr) live -= static_cast<int64_t>(malloc_usable_size(block));
  std::free(block);
}

void operator delete(void* block, size_t) noexcept { operator delete(block); }

namespace polygist {

int64_t LiveBytes() { return live; }
int64_t MostBytes() { return most; }
void MarkBytes() { most = live.load(); }

}  // namespace polygist
