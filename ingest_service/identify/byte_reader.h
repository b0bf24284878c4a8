// Values that follow each other in the bytes of a data file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace polygist::ingest {

// Takes values off the front of bytes. After the first that is not there ok() is false, and whatever is taken is
// empty or zero: it is enough to ask at the end.
class ByteReader {
 public:
  // The bytes must outlive it and what Bytes() gives.
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  bool ok() const { return ok_; }
  bool at_end() const { return bytes_.empty(); }

  std::string_view Bytes(size_t count) {
    if (count > bytes_.size()) {
      ok_ = false;
      bytes_ = {};
      return {};
    }
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

  // Little-endian; `width`: 1 to 4 bytes.
  uint32_t Number(size_t width) {
    uint32_t value = 0;
    const std::string_view taken = Bytes(width);
    for (size_t i = 0; i < taken.size(); ++i) value |= uint32_t{static_cast<uint8_t>(taken[i])} << (8 * i);
    return value;
  }

  // Behind its length, of one byte.
  std::string Name() { return std::string(Bytes(Number(1))); }

  // What takes itself off the front of bytes and says whether it could.
  template <typename Part>
  void Read(Part* part) {
    ok_ = part->Read(bytes_) && ok_;
  }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace polygist::ingest
