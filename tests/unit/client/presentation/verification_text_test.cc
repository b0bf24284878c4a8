#include "client/presentation/verification_text.h"

#include <google/protobuf/text_format.h>

#include "gtest/gtest.h"

namespace polygist::client {
namespace {

TEST(VerificationTextTest, VerdictThenFindings) {
  summary::v1::Verification verification;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        verdict: REFUTED
        sentences: 3
        verbatim: 2
        findings {
          code: "SENTENCE_DIFFERS"
          field: "merged.sentences[0].text"
          recorded: "The dem held."
          found: "The dam held."
          message: "It differs."
          remedy: "Do not use it."
          refutes: true
        }
        findings { code: "OPTIONS_MISSING" field: "options" message: "No options." remedy: "Record them." })pb",
      &verification));
  EXPECT_EQ(VerificationText(verification, 0),
            R"(REFUTED: 2 of 3 sentences stand word for word in their articles. The summary is not what it says.

SENTENCE_DIFFERS  merged.sentences[0].text
  It differs. Do not use it.
  recorded: The dem held.
  found:    The dam held.

OPTIONS_MISSING  options
  No options. Record them.
)");
}

}  // namespace
}  // namespace polygist::client
