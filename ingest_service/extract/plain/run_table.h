// Which runs of words come in more than one unit. Every word of a text begins a run, and each is asked for twice: a
// table that does nothing else takes half of the time of a general one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace polygist::ingest {

class RunTable {
 public:
  // For up to `runs` calls of Add.
  explicit RunTable(size_t runs);

  // Notes that a unit holds the run with this hash.
  void Add(uint64_t hash, uint32_t unit) {
    Slot& slot = slots_[PlaceOf(hash)];
    if (slot.unit == kNone) {
      slot = {hash, unit};
    } else if (slot.unit != unit) {
      slot.unit = kSeveral;
    }
  }

  // Whether more than one unit holds it. Requires that it was added.
  bool InSeveral(uint64_t hash) const { return slots_[PlaceOf(hash)].unit == kSeveral; }

 private:
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  static constexpr uint32_t kSeveral = 0xFFFFFFFE;
  struct Slot {
    uint64_t hash = 0;
    uint32_t unit = kNone;
  };

  // Where the hash is, or would be.
  size_t PlaceOf(uint64_t hash) const {
    size_t place = static_cast<size_t>(((hash ^ seed_) * 0x9E3779B97F4A7C15ULL) >> shift_);
    while (slots_[place].unit != kNone && slots_[place].hash != hash) place = (place + 1) & (slots_.size() - 1);
    return place;
  }

  uint64_t seed_;  // Another one in every process, so that no text can be made whose runs all collide.
  int shift_;
  std::vector<Slot> slots_;  // A power of two, at most four fifths full.
};

}  // namespace polygist::ingest
