#include "client/input/content_file.h"

#include <sstream>

#include "client/input/usage_error.h"
#include "common/text/utf8.h"
#include "gtest/gtest.h"

namespace polygist::client {
namespace {

TEST(ContentFileTest, ADashIsStandardInput) {
  std::istringstream input(std::string("a\0b\r\n", 5));
  EXPECT_EQ(*ReadContent("-", input), std::string("a\0b\r\n", 5));
  std::istringstream nothing;
  EXPECT_EQ(*ReadContent("-", nothing), "");
}

TEST(ContentFileTest, WhatCannotBeReadIsAUsageError) {
  std::istringstream input;
  EXPECT_TRUE(IsUsageError(ReadContent("/no/such/file", input).status()));
  EXPECT_TRUE(IsUsageError(ReadContent("/", input).status()));
}

TEST(ContentFileTest, TheEndingTellsTheMediaType) {
  EXPECT_EQ(MediaTypeOfPath("a/b.HTML"), "text/html");
  EXPECT_EQ(MediaTypeOfPath("b.htm"), "text/html");
  EXPECT_EQ(MediaTypeOfPath("b.txt"), "text/plain");
  EXPECT_EQ(MediaTypeOfPath("notes.md"), "text/plain");
  EXPECT_EQ(MediaTypeOfPath("b"), "");
  EXPECT_EQ(MediaTypeOfPath("-"), "");
}

TEST(ContentFileTest, LabelsFitAReference) {
  EXPECT_EQ(LabelOfPath("été.txt"), "été.txt");
  EXPECT_EQ(LabelOfPath("-"), "standard input");
  EXPECT_EQ(LabelOfPath("a\xff"
                        "b\xc3"),
            "a?b?");
  std::string long_path;
  while (long_path.size() < 400) long_path += "é";
  const std::string label = LabelOfPath(long_path + "x");
  EXPECT_LE(label.size(), 256u);
  EXPECT_TRUE(text::IsValidUtf8(label));
  EXPECT_EQ(label.back(), 'x');
}

}  // namespace
}  // namespace polygist::client
