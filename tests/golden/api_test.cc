// The API surface as text. A change here is a change that callers may feel: review it as such. Regenerate with
//   build/dev/tests/golden_api --update
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "polygist/ingest/v1/ingest_service.pb.h"
#include "polygist/summary/v1/summary_service.pb.h"

namespace polygist {
namespace {

const std::string kGoldenFile = std::string(POLYGIST_SOURCE_DIR) + "/tests/golden/api/surface.txt";
bool update = false;

std::string Surface() {
  std::string surface;
  for (const auto* file :
       {type::v1::RawContent::descriptor()->file(), ingest::v1::Article::descriptor()->file(),
        ingest::v1::IngestArticleRequest::descriptor()->file(), summary::v1::StatementGroup::descriptor()->file(),
        summary::v1::Explanation::descriptor()->file(), summary::v1::Summary::descriptor()->file(),
        summary::v1::Verification::descriptor()->file(), summary::v1::SummarizeArticlesRequest::descriptor()->file()}) {
    surface += "==== " + file->name() + "\n" + file->DebugString();
  }
  return surface;
}

TEST(ApiTest, SurfaceIsAsReviewed) {
  if (update) std::ofstream(kGoldenFile) << Surface();
  std::ifstream file(kGoldenFile);
  const std::string expected((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(Surface(), expected) << "Run golden_api --update and review the difference as a change of the API.";
}

}  // namespace
}  // namespace polygist

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) polygist::update |= std::string(argv[i]) == "--update";
  return RUN_ALL_TESTS();
}
