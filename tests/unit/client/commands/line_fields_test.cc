#include "client/commands/line_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::client {
namespace {

using testing::HasSubstr;

Json Line() { return Json::parse(R"({"text":"a","none":null,"number":1,"yes":true})"); }

TEST(LineFieldsTest, TextThatIsThere) {
  EXPECT_EQ(OptionalText(Line(), "text").value(), "a");
  EXPECT_EQ(RequiredText(Line(), "text").value(), "a");
  EXPECT_EQ(RequiredText(Line(), "none").value(), "");
}

TEST(LineFieldsTest, TextThatIsNot) {
  EXPECT_EQ(OptionalText(Line(), "other").value(), "");
  EXPECT_EQ(OptionalText(Line(), "none").value(), "");
  EXPECT_THAT(RequiredText(Line(), "other").status().message(), HasSubstr("'other' is missing"));
}

TEST(LineFieldsTest, AnotherTypeIsRefused) {
  EXPECT_THAT(OptionalText(Line(), "number").status().message(), HasSubstr("'number' must be a string"));
  EXPECT_THAT(OptionalFlag(Line(), "number").status().message(), HasSubstr("'number' must be true or false"));
}

TEST(LineFieldsTest, FlagsAreFalseUnlessSet) {
  EXPECT_TRUE(OptionalFlag(Line(), "yes").value());
  EXPECT_FALSE(OptionalFlag(Line(), "none").value());
  EXPECT_FALSE(OptionalFlag(Line(), "other").value());
}

}  // namespace
}  // namespace polygist::client
