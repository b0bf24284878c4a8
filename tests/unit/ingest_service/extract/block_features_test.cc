#include "ingest_service/extract/block_features.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace polygist::ingest {
namespace {

class PageTest : public testing::Test {
 protected:
  PageTest()
      : document_(
            ParseHtml("<title>Das Haus</title><h1>Das Haus</h1><div class=story><p>Der erste Absatz steht hier, und er "
                      "ist ganz gewiss schon lang genug dazu, "
                      "um als laufender Text zu zählen.</p><p><a href=x>Mehr</a></p><p>Der zweite Absatz.</p></div>")),
        blocks_(BuildBlocks(document_)),
        contexts_(document_, blocks_),
        structure_(AnalyzeStructure(document_, blocks_, contexts_)),
        by_rules_(SelectByRules(document_, blocks_, contexts_, structure_)),
        metadata_(ReadMetadata(document_, blocks_)) {}

  PageEvidence evidence() const { return {document_, blocks_, contexts_, structure_, by_rules_, metadata_}; }

  float Value(const FeatureTable& table, size_t block, const std::string& name) const {
    const auto names = FeatureNames();
    const auto found = std::find(names.begin(), names.end(), name);
    EXPECT_NE(found, names.end()) << name;
    return table.row(block)[found - names.begin()];
  }

  HtmlDocument document_;
  std::vector<TextBlock> blocks_;
  ElementContexts contexts_;
  PageStructure structure_;
  std::vector<bool> by_rules_;
  PageMetadata metadata_;
};

TEST_F(PageTest, RowsAreAsWideAsThereAreNames) {
  const FeatureTable table = ComputeFeatures(evidence());
  EXPECT_EQ(table.width, FeatureNames().size());
  EXPECT_EQ(table.values.size(), table.width * blocks_.size());
  for (const float value : table.values) EXPECT_TRUE(std::isfinite(value));
}

TEST_F(PageTest, NamesAreDistinct) {
  const auto names = FeatureNames();
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

TEST_F(PageTest, FeaturesSayWhatTheyAreCalled) {
  const FeatureTable table = ComputeFeatures(evidence());
  EXPECT_EQ(Value(table, 0, "title_cover"), 1.0f);
  EXPECT_EQ(Value(table, 1, "running"), 1.0f);
  EXPECT_EQ(Value(table, 2, "link_density"), 1.0f);
  EXPECT_EQ(Value(table, 1, "ends_sentence"), 1.0f);
  EXPECT_EQ(Value(table, 1, "prev1_heading"), 1.0f);
}

TEST(BlockFeaturesTest, APageWithoutBlocksHasNoRows) {
  const HtmlDocument document = ParseHtml("");
  const std::vector<TextBlock> blocks;
  const ElementContexts contexts(document, blocks);
  const PageStructure structure = AnalyzeStructure(document, blocks, contexts);
  const PageMetadata metadata;
  EXPECT_EQ(ComputeFeatures({document, blocks, contexts, structure, {}, metadata}).width, 0u);
}

}  // namespace
}  // namespace polygist::ingest
