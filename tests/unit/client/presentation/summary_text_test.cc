#include "client/presentation/summary_text.h"

#include <google/protobuf/text_format.h>

#include "client/presentation/json_output.h"
#include "gtest/gtest.h"

namespace polygist::client {
namespace {

summary::v1::SummarizeArticlesResponse Example() {
  summary::v1::SummarizeArticlesResponse response;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        summaries {
          language: "en"
          sentences {
            text: "The dam held."
            article: 1
            supporting_articles: [ 0, 1 ]
          }
          sentences { text: "The mayor" article: 1 flags: EXCERPT }
          warnings { code: "BUDGET_TOO_SMALL" message: "Not one whole sentence fits." }
        }
        merged {
          language: "mul"
          sentences { text: "Bendungan\ntidak jebol." article: 0 }
        }
        articles { name: "collections/default/articles/a" language: "id" }
        articles {
          name: "inline/1"
          client_ref: "b.txt"
          source: "Harbour Post"
          title: "Dam holds"
          language: "en"
          publish_time { seconds: 1930348800 }
        }
        digest: "d")pb",
      &response));
  return response;
}

TEST(SummaryTextTest, SectionsThenSources) {
  EXPECT_EQ(SummaryText(Example(), {}), R"(English

  The dam held. [2] [1]
  The mayor … [2]
  Note: Not one whole sentence fits. (BUDGET_TOO_SMALL)

All languages

  Bendungan tidak jebol. [1:id]

Sources

  [1] Indonesian
      collections/default/articles/a
  [2] Harbour Post: "Dam holds", English, 2031-03-04
      b.txt
)");
}

TEST(SummaryTextTest, AForeignLineHasItsGistAndEvidenceIsShownWhenAskedFor) {
  summary::v1::SummarizeArticlesResponse response = Example();
  summary::v1::SummarySentence& sentence = *response.mutable_merged()->mutable_sentences(0);
  sentence.set_language("id");
  sentence.mutable_gist()->set_text("16 · Salvo");
  sentence.mutable_gist()->add_items()->set_text("16");
  auto& evidence = *sentence.add_evidence();
  evidence.set_text("The dam held.");
  evidence.set_article(1);
  evidence.set_strength_permille(812);
  const std::string plain = SummaryText(response, {});
  EXPECT_NE(plain.find("  Bendungan tidak jebol. [1:id]\n      (Indonesian: 16 · Salvo)\n\n"), std::string::npos)
      << plain;
  const std::string full = SummaryText(response, {.width = 0, .evidence = true});
  EXPECT_NE(full.find("16 · Salvo)\n      = [2:en] The dam held. (81 %)\n"), std::string::npos) << full;
}

TEST(SummaryTextTest, EachLengthHasItsPart) {
  summary::v1::SummarizeArticlesResponse response;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        summaries {
          language: "en"
          sentences { text: "The dam held." first_budget: 1 }
          sentences { text: "He left." first_budget: 2 flags: DANGLING_PRONOUN }
          lengths {
            words: 2
            excerpt { text: "The dam" flags: EXCERPT }
          }
          lengths { sentences: 1 words: 3 }
          lengths { sentences: 2 words: 5 }
        })pb",
      &response));
  EXPECT_EQ(SummaryText(response, {}), R"(English

  Length 1 of 3, 2 words

  The dam … [1]

  Length 2 of 3, 3 words

  The dam held. [1]

  Length 3 of 3, 5 words

  The dam held. [1]
  […] He left. [1]

Sources

)");
}

TEST(SummaryTextTest, HalfAQuotationIsMarked) {
  summary::v1::SummarizeArticlesResponse response;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(summaries {
             language: "en"
             sentences { text: "It held,” said Ann Lee." flags: OPEN_QUOTE }
           })pb",
      &response));
  EXPECT_NE(SummaryText(response, {}).find("  […] It held,” said Ann Lee. [1]\n"), std::string::npos);
}

TEST(SummaryTextTest, LinesKeepTheWidth) {
  EXPECT_NE(SummaryText(Example(), {.width = 12, .evidence = false}).find("  The dam\n  held. [2]\n  [1]\n"),
            std::string::npos);
}

TEST(JsonOutputTest, ProtoFieldNamesAndZeroes) {
  const std::string json = ToJson(Example(), false);
  EXPECT_NE(json.find(R"("merged":{"language":"mul","sentences":[{"text":"Bendungan\ntidak jebol.","article":0,)"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("score_micros":"0")"), std::string::npos);
  EXPECT_EQ(json.find('\n'), std::string::npos);
}

}  // namespace
}  // namespace polygist::client
