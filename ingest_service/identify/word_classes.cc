#include "ingest_service/identify/word_classes.h"

namespace polygist::ingest {
namespace {

constexpr int kMostLog2Buckets = 20;
constexpr size_t kHeadBytes = 5;
constexpr size_t kEntryBytes = 2;

uint32_t ByteAt(std::string_view bytes, size_t at) { return static_cast<uint8_t>(bytes[at]); }

}  // namespace

bool WordClasses::Read(std::string_view& bytes) {
  if (bytes.size() < kHeadBytes) return false;
  log2_buckets_ = static_cast<int>(ByteAt(bytes, 0));
  uint64_t words = 0;
  for (size_t i = 1; i < kHeadBytes; ++i) words |= uint64_t{ByteAt(bytes, i)} << (8 * (i - 1));
  if (log2_buckets_ < 1 || log2_buckets_ > kMostLog2Buckets) return false;
  const size_t buckets = size_t{1} << log2_buckets_;
  if (bytes.size() - kHeadBytes < buckets || (bytes.size() - kHeadBytes - buckets) / kEntryBytes < words) return false;
  begins_.assign(1, 0);
  for (size_t b = 0; b < buckets; ++b) begins_.push_back(begins_.back() + ByteAt(bytes, kHeadBytes + b));
  entries_ = bytes.substr(kHeadBytes + buckets, kEntryBytes * words);
  if (begins_.back() != words) return false;
  for (size_t i = 1; i < entries_.size(); i += kEntryBytes) {
    if (ByteAt(entries_, i) >= kClasses) return false;
  }
  bytes.remove_prefix(kHeadBytes + buckets + entries_.size());
  return true;
}

uint32_t WordClasses::ClassOf(uint32_t hash) const {
  const uint32_t bucket = hash >> (32 - log2_buckets_);
  for (uint32_t i = begins_[bucket]; i < begins_[bucket + 1]; ++i) {
    if (ByteAt(entries_, kEntryBytes * i) == (hash & 0xFF)) return ByteAt(entries_, kEntryBytes * i + 1);
  }
  return 0;
}

}  // namespace polygist::ingest
