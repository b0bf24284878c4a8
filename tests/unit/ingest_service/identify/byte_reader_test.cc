#include "ingest_service/identify/byte_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace polygist::ingest {
namespace {

TEST(ByteReaderTest, ValuesFollowEachOther) {
  ByteReader reader(
      std::string_view("\x02\x01\x03"
                       "abcxy",
                       8));
  EXPECT_EQ(reader.Number(2), 0x102u);
  EXPECT_EQ(reader.Name(), "abc");
  EXPECT_FALSE(reader.at_end());
  EXPECT_EQ(reader.Bytes(2), "xy");
  EXPECT_TRUE(reader.ok());
  EXPECT_TRUE(reader.at_end());
}

TEST(ByteReaderTest, BehindTheEndEverythingIsEmpty) {
  ByteReader reader("ab");
  EXPECT_EQ(reader.Number(4), 0u);
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(reader.Bytes(1), "");
  EXPECT_EQ(reader.Name(), "");
  EXPECT_FALSE(reader.ok());
}

TEST(ByteReaderTest, APartThatCannotBeReadSpoilsIt) {
  struct Part {
    bool Read(std::string_view& bytes) const {
      bytes.remove_prefix(1);
      return false;
    }
  } part;
  ByteReader reader("ab");
  reader.Read(&part);
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(reader.Bytes(1), "b");
}

}  // namespace
}  // namespace polygist::ingest
