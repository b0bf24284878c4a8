// How much memory a piece of work takes. A program that links counted_memory.cc counts what it asks operator new for.
#pragma once

#include <cstdint>

namespace polygist {

// Bytes that operator new gave and that were not given back, with what the allocator adds to round them up.
int64_t LiveBytes();
// The most of them since MarkBytes was last called.
int64_t MostBytes();
void MarkBytes();

// The most that `work` takes at a time, beyond what was taken before. One thread counts for all.
template <typename Work>
double MostMegabytes(const Work& work) {
  constexpr double kMegabyte = 1 << 20;
  MarkBytes();
  const int64_t before = LiveBytes();
  work();
  return static_cast<double>(MostBytes() - before) / kMegabyte;
}

}  // namespace polygist
