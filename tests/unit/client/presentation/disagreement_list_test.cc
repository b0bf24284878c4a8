#include "client/presentation/disagreement_list.h"

#include <google/protobuf/text_format.h>

#include "gtest/gtest.h"
#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist::client {
namespace {

TEST(DisagreementListTest, AValueWithAllWhoGiveItAndOneSentence) {
  summary::v1::CompareArticlesResponse response;
  ASSERT_TRUE(
      google::protobuf::TextFormat::ParseFromString(R"pb(
                                                      disagreements {
                                                        kind: DISAGREE
                                                        about: "boats"
                                                        values {
                                                          text: "12"
                                                          value: 12
                                                          statement { text: "Twelve boats sank." article: 0 }
                                                        }
                                                        values {
                                                          text: "14"
                                                          value: 14
                                                          statement { text: "Es sanken 14 Boote." article: 1 }
                                                        }
                                                        values {
                                                          text: "zwölf"
                                                          value: 12
                                                          statement { text: "Zwölf Boote sind gesunken." article: 2 }
                                                        }
                                                        values {
                                                          text: "12"
                                                          value: 12
                                                          statement { text: "All 12 boats were old." article: 0 }
                                                        }
                                                      }
                                                      disagreements {
                                                        kind: APPROXIMATE
                                                        values {
                                                          text: "3 km"
                                                          value: 3
                                                          unit: "kilometer"
                                                          statement { text: "It is 3 km away." article: 0 }
                                                        }
                                                        values {
                                                          text: "3"
                                                          value: 3
                                                          statement { text: "It is 3 away." article: 1 }
                                                        }
                                                      })pb",
                                                    &response));
  EXPECT_EQ(DisagreementList(response.disagreements(), 0), R"(Differences

  boats (DISAGREE): 12 [1] [3], 14 [2]
    Twelve boats sank. [1]
    Es sanken 14 Boote. [2]

  (APPROXIMATE): 3 km [1], 3 [2]
    It is 3 km away. [1]
    It is 3 away. [2]

)");
}

TEST(DisagreementListTest, NothingWithoutDisagreements) { EXPECT_EQ(DisagreementList({}, 80), ""); }

}  // namespace
}  // namespace polygist::client
