// Finds numbered things again by their hash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace polygist::summary {

// Numbers from 0 on of things that the caller keeps: eight bytes for each, and no copy of the thing itself, where a
// hash map would hold keys. Open addressing; not thread-safe.
class NumberTable {
 public:
  // Room for this many numbers before the table grows.
  explicit NumberTable(size_t expected = 0) { Resize(expected); }

  int32_t size() const { return size_; }

  // The number of the thing with this hash for which `is(number)` holds; size() when there is none, which becomes its
  // number: the caller keeps the thing before the next call.
  template <typename Is>
  int32_t FindOrAdd(size_t hash, const Is& is) {
    if (static_cast<size_t>(size_) * 2 >= slots_.size()) Resize(static_cast<size_t>(size_) * 2);
    Slot& slot = SlotOf(static_cast<uint32_t>(hash), is);
    if (slot.number == kEmpty) slot = {static_cast<uint32_t>(hash), size_++};
    return slot.number;
  }

  // The number of that thing; -1 when there is none.
  template <typename Is>
  int32_t Find(size_t hash, const Is& is) {
    return SlotOf(static_cast<uint32_t>(hash), is).number;
  }

 private:
  static constexpr int32_t kEmpty = -1;
  static constexpr size_t kLeastSlots = 16;

  struct Slot {
    uint32_t hash = 0;
    int32_t number = kEmpty;
  };

  // The slot that holds the thing, or the empty one for it.
  template <typename Is>
  Slot& SlotOf(uint32_t hash, const Is& is) {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != kEmpty && !(slots_[at].hash == hash && is(slots_[at].number))) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
  }

  // At most half of the slots, a power of two, are taken.
  void Resize(size_t expected) {
    size_t slots = kLeastSlots;
    while (slots < expected * 2) slots *= 2;
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
    for (const Slot& slot : old) {
      if (slot.number != kEmpty) SlotOf(slot.hash, [](int32_t) { return false; }) = slot;
    }
  }

  std::vector<Slot> slots_;
  int32_t size_ = 0;
};

}  // namespace polygist::summary
