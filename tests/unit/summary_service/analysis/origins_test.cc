#include "summary_service/analysis/origins.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

using testing::ElementsAre;

SourceArticle With(std::vector<uint32_t> fingerprint) {
  SourceArticle article;
  article.fingerprint = std::move(fingerprint);
  return article;
}

TEST(CopiesByFingerprintTest, HalfOfTheEntriesMakeACopy) {
  const std::vector<SourceArticle> articles = {With({1, 2, 3, 4}), With({1, 2, 8, 9}), With({5, 6, 7, 4})};
  EXPECT_THAT(CopiesByFingerprint(articles), ElementsAre(0, 0, 2));
}

TEST(CopiesByFingerprintTest, CopiesOfCopiesAreCopies) {
  const std::vector<SourceArticle> articles = {With({1, 2, 3, 4}), With({5, 6, 7, 8}), With({1, 2, 7, 8})};
  EXPECT_THAT(CopiesByFingerprint(articles), ElementsAre(0, 0, 0));
}

TEST(CopiesByFingerprintTest, NothingIsKnownWithoutFingerprints) {
  const std::vector<SourceArticle> articles = {With({}), With({})};
  EXPECT_THAT(CopiesByFingerprint(articles), ElementsAre(0, 1));
}

}  // namespace
}  // namespace polygist::summary
