#include "ingest_service/templates/source_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

ExtractedBlock BlockAt(const std::string& line, int64_t begin) {
  return {BlockKind::kParagraph, 0, text::MappedText::Exact(line, begin)};
}

TEST(TemplateLearnerTest, LinesOfEnoughArticlesAreShared) {
  TemplateLearner learner;
  learner.Add({"Kapal kandas di teluk.", "Ikuti kami di ponsel"});
  learner.Add({"Pasar lama dibuka lagi.", "Ikuti kami di ponsel!"});
  learner.Add({"Hujan deras di hulu.", "IKUTI kami di ponsel", "Pasar lama dibuka lagi."});
  EXPECT_THAT(learner.SharedLines({}), ElementsAre(SharedLine{"Ikuti kami di ponsel", 3}));
}

TEST(TemplateLearnerTest, ALineOfOneArticleCountsOnce) {
  TemplateLearner learner;
  learner.Add({"Suite", "Suite", "Suite", "Le marché rouvre."});
  EXPECT_THAT(learner.SharedLines({}), IsEmpty());
}

TEST(TemplateLearnerTest, CopiesOfAnArticleCountOnce) {
  TemplateLearner learner;
  for (int i = 0; i < 5; ++i) learner.Add({"De brug gaat open.", "Volg ons"});
  EXPECT_EQ(learner.article_count(), 1);
  EXPECT_THAT(learner.SharedLines({}), IsEmpty());
}

TEST(TemplateLearnerTest, AskedForAShareOfTheArticles) {
  TemplateLearner learner;
  for (int i = 0; i < 20; ++i) {
    learner.Add({"Story " + std::to_string(i), i < 3 ? "Read on" : "Read on " + std::to_string(i)});
  }
  EXPECT_THAT(learner.SharedLines({.min_articles = 3, .min_share_percent = 20}), IsEmpty());
  EXPECT_THAT(learner.SharedLines({.min_articles = 3, .min_share_percent = 15}), SizeIs(1));
}

TEST(FoldTemplateLineTest, KeepsLettersAndDigitsOfAnyScript) {
  EXPECT_EQ(FoldTemplateLine(" Más  noticias: 24 h!"), FoldTemplateLine("más noticias 24h"));
  EXPECT_EQ(FoldTemplateLine("Читайте также →"), FoldTemplateLine("читайте ТАКЖЕ"));
  EXPECT_EQ(FoldTemplateLine("| »"), "");
}

class RemoveTemplateLinesTest : public ::testing::Test {
 protected:
  RemoveTemplateLinesTest() {
    template_.name = "collections/news/templates/example.org-1";
    template_.lines = {FoldTemplateLine("Follow us"), FoldTemplateLine("Photo: archive")};
    extraction_.blocks = {BlockAt("The bridge is open.", 0), BlockAt("FOLLOW US", 21)};
    extraction_.captions = {BlockAt("Photo: archive", 32)};
  }

  SourceTemplate template_;
  Extraction extraction_;
};

TEST_F(RemoveTemplateLinesTest, RemovesThemWithARecord) {
  RemoveTemplateLines(template_, {}, &extraction_);
  EXPECT_THAT(extraction_.blocks, SizeIs(1));
  EXPECT_THAT(extraction_.captions, IsEmpty());
  ASSERT_THAT(extraction_.removals, SizeIs(2));
  EXPECT_EQ(extraction_.removals[1].rule, "template.line");
  EXPECT_EQ(extraction_.removals[1].raw, (ByteSpan{21, 30}));
}

TEST_F(RemoveTemplateLinesTest, CanBeDisabled) {
  NormalizeOptions options;
  options.disabled_rules = {"template.line"};
  RemoveTemplateLines(template_, options, &extraction_);
  EXPECT_THAT(extraction_.blocks, SizeIs(2));
}

TEST_F(RemoveTemplateLinesTest, NeverLeavesNothing) {
  extraction_.blocks.erase(extraction_.blocks.begin());
  RemoveTemplateLines(template_, {}, &extraction_);
  EXPECT_THAT(extraction_.blocks, SizeIs(1));
}

}  // namespace
}  // namespace polygist::ingest
