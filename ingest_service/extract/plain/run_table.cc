#include "ingest_service/extract/plain/run_table.h"

#include <algorithm>
#include <bit>
#include <random>

namespace polygist::ingest {
namespace {

uint64_t ProcessSeed() {
  static const uint64_t seed = (uint64_t{std::random_device()()} << 32) | std::random_device()();
  return seed;
}

}  // namespace

RunTable::RunTable(size_t runs) : seed_(ProcessSeed()), slots_(std::bit_ceil(std::max<size_t>(runs + runs / 4, 16))) {
  shift_ = 64 - std::countr_zero(slots_.size());
}

}  // namespace polygist::ingest
