#include "client/presentation/comparison_text.h"

#include <google/protobuf/text_format.h>

#include "gtest/gtest.h"

namespace polygist::client {
namespace {

summary::v1::CompareArticlesResponse Example() {
  summary::v1::CompareArticlesResponse response;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        groups {
          members { text: "The dam held." article: 1 language: "en" }
          members { text: "Bendungan itu bertahan." article: 0 language: "id" }
          independent_origins: 2
          silent_articles: 2
        }
        quotes {
          speaker: "Ana Ruiz"
          wording_differs: true
          quotes { text: "We are safe." article: 1 language: "en" speaker: "Ana Ruiz" }
          quotes { text: "We are all safe." article: 2 language: "en" speaker: "Ruiz" }
        }
        quotes { quotes { text: "The water is high today." article: 2 language: "en" } }
        singles { text: "It rained." article: 2 language: "en" }
        articles { client_ref: "a" language: "id" }
        articles { client_ref: "b" language: "en" }
        articles { client_ref: "c" language: "en" })pb",
      &response));
  return response;
}

TEST(ComparisonTextTest, WhoSaysItWhoIsSilentAndWhoIsQuoted) {
  EXPECT_EQ(ComparisonText(Example(), {.width = 0, .singles = true}), R"(Said by several

  The dam held. [2:en]
  Bendungan itu bertahan. [1:id]
    (2 independent; silent: [3])

Quotes

  Ana Ruiz (wording differs)
    "We are safe." [2:en]
    "We are all safe." (Ruiz) [3:en]

  Speaker not told
    "The water is high today." [3:en]

Said by one

  It rained. [3:en]

Sources

  [1] Indonesian
      a
  [2] English
      b
  [3] English
      c
)");
}

TEST(ComparisonTextTest, SinglesAreShownOnlyWhenAskedFor) {
  EXPECT_EQ(ComparisonText(Example(), {}).find("Said by one"), std::string::npos);
}

}  // namespace
}  // namespace polygist::client
