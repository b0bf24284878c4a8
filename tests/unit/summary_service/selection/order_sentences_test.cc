#include "summary_service/selection/order_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

using testing::ElementsAre;

const std::vector<SentenceToOrder> kSentences = {{{0, 4}, 10}, {{1, 2}, 90}, {{1, 0}, 20}, {{0, 1}, 30}};

TEST(OrderSentencesTest, TheArticleWithTheBestSentenceComesFirst) {
  const std::vector<std::optional<absl::Time>> times(2);
  EXPECT_THAT(OrderSentences(kSentences, times), ElementsAre(2, 1, 3, 0));
}

TEST(OrderSentencesTest, TimeDecidesWhenEveryArticleHasOne) {
  const std::vector<std::optional<absl::Time>> times = {absl::FromUnixSeconds(1), absl::FromUnixSeconds(2)};
  EXPECT_THAT(OrderSentences(kSentences, times), ElementsAre(3, 0, 2, 1));
}

TEST(OrderSentencesTest, OneTimeIsNotEnough) {
  const std::vector<std::optional<absl::Time>> times = {absl::FromUnixSeconds(1), std::nullopt};
  EXPECT_THAT(OrderSentences(kSentences, times), ElementsAre(2, 1, 3, 0));
}

}  // namespace
}  // namespace polygist::summary
