#include "common/text/language_tag.h"

#include <gtest/gtest.h>

#include "common/base/error.h"

namespace polygist::text {
namespace {

TEST(CanonicalLanguageTagTest, Canonicalises) {
  EXPECT_EQ(CanonicalLanguageTag("EN-us").value(), "en-US");
  EXPECT_EQ(CanonicalLanguageTag("iw").value(), "he");
  EXPECT_EQ(CanonicalLanguageTag("zh_hant_TW").value(), "zh-Hant-TW");
  EXPECT_EQ(CanonicalLanguageTag("und").value(), "und");
}

TEST(CanonicalLanguageTagTest, RefusesWhatIsNoTag) {
  for (const char* tag : {"", "english language", "x", "123456789-", "en--US"}) {
    const auto result = CanonicalLanguageTag(tag);
    EXPECT_EQ(ReasonOf(result.status()), "LANGUAGE_TAG_INVALID") << tag;
  }
}

TEST(BaseLanguageTest, IsTheFirstSubtag) {
  EXPECT_EQ(BaseLanguage("zh-Hant-TW"), "zh");
  EXPECT_EQ(BaseLanguage("id"), "id");
  EXPECT_EQ(BaseLanguage(""), "und");
}

}  // namespace
}  // namespace polygist::text
