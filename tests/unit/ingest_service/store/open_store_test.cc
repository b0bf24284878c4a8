#include "ingest_service/store/open_store.h"

#include <filesystem>

#include "common/base/error.h"
#include "gtest/gtest.h"
#include "tests/support/article_rows.h"
#include "tests/support/temporary_directory.h"

namespace polygist::ingest {
namespace {

TEST(OpenStoreTest, OpensMemory) {
  const auto store = OpenStore("memory:", {});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_TRUE(PutAndWait(**store, testing::MakeRow("a")).ok());
}

TEST(OpenStoreTest, OpensASqliteFile) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.Path("articles.db");
  const auto store = OpenStore("sqlite:" + path, {});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_TRUE(PutAndWait(**store, testing::MakeRow("a")).ok());
  EXPECT_TRUE(std::filesystem::exists(path));
}

TEST(OpenStoreTest, RefusesOtherUrisAndNamesTheSchemes) {
  for (const char* uri : {"", "sqlite:", "memory", "memory:x", "/var/articles.db", "redis://x"}) {
    const auto store = OpenStore(uri, {});
    EXPECT_EQ(store.status().code(), absl::StatusCode::kInvalidArgument) << uri;
    EXPECT_EQ(ReasonOf(store.status()), "STORE_URI_INVALID") << uri;
    EXPECT_NE(store.status().message().find("sqlite:PATH"), absl::string_view::npos);
  }
}

TEST(OpenStoreTest, TakesPostgresUrisInBothSpellings) {
  for (const char* uri : {"postgresql://a/b?what=1", "postgres://a/b?what=1"}) {
    const auto store = OpenStore(uri, {});
    EXPECT_EQ(ReasonOf(store.status()), "STORE_URI_INVALID") << uri;
    EXPECT_EQ(store.status().message().find("none this program knows"), absl::string_view::npos) << uri;
  }
}

TEST(OpenStoreTest, RefusesOptionsOutOfRange) {
  StoreOptions options;
  options.readers = 0;
  EXPECT_EQ(ReasonOf(OpenStore("memory:", options).status()), "OPTION_OUT_OF_RANGE");
}

}  // namespace
}  // namespace polygist::ingest
