#include "ingest_service/store/postgres_target.h"

#include "common/base/error.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace polygist::ingest {
namespace {

TEST(PostgresTargetTest, ShowsWhereButNoPassword) {
  struct Case {
    const char* uri;
    const char* display;
  };
  const Case cases[] = {
      {"postgresql://polygist:s3cret@db.example:5433/news", "postgresql://polygist@db.example:5433/news"},
      {"postgres://db.example/news?user=polygist&password=s3cret", "postgresql://polygist@db.example/news"},
      {"postgresql://polygist@one:1,two:2/news?sslmode=verify-full", "postgresql://polygist@one:1,two:2/news"},
      {"postgresql://polygist:s3%40cret@/news?host=%2Frun%2Fpostgresql", "postgresql://polygist@/run/postgresql/news"},
      {"postgresql://", "postgresql://"},
  };
  for (const Case& row : cases) {
    const auto target = ParsePostgresUri(row.uri);
    ASSERT_TRUE(target.ok()) << row.uri << ": " << target.status();
    EXPECT_EQ(target->display, row.display);
    EXPECT_EQ(target->uri, row.uri);
  }
}

TEST(PostgresTargetTest, EachHostHasItsTimeToConnect) {
  const auto one = ParsePostgresUri("postgresql://a/news");
  EXPECT_EQ(one->hosts, 1);
  EXPECT_EQ(one->host_timeout, absl::Seconds(5));
  const auto two = ParsePostgresUri("postgresql://a,b/news?connect_timeout=2");
  EXPECT_EQ(two->hosts, 2);
  EXPECT_EQ(two->host_timeout, absl::Seconds(2));
}

TEST(PostgresTargetTest, AnUnreadableUriIsNotRepeated) {
  for (const char* uri : {"postgresql://polygist:s3c%ret@db/news", "postgresql://a/news?s3cret=1",
                          "postgresql://polygist:p@s3cret@db/news"}) {
    const absl::Status status = ParsePostgresUri(uri).status();
    EXPECT_EQ(ReasonOf(status), "STORE_URI_INVALID") << uri;
    EXPECT_THAT(std::string(status.message()), ::testing::Not(::testing::HasSubstr("s3c")));
  }
}

}  // namespace
}  // namespace polygist::ingest
