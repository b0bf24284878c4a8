#include "client/ingest_stream.h"

#include <set>
#include <string>
#include <vector>

#include "client/channel.h"
#include "common/base/error.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/unit/client/fake_services.h"

namespace polygist::client {
namespace {

using ingest::v1::IngestArticlesRequest;
using ingest::v1::IngestArticlesResponse;
using ::testing::ElementsAre;

IngestArticlesRequest Item(const std::string& ref) {
  IngestArticlesRequest item;
  item.set_client_ref(ref);
  item.mutable_content()->set_bytes("text of " + ref);
  return item;
}

void Acknowledge(FakeIngest::Stream& stream, const std::string& ref) {
  IngestArticlesResponse answer;
  answer.set_client_ref(ref);
  answer.mutable_acknowledgement()->set_name("collections/default/articles/" + ref);
  stream.Write(answer);
}

class IngestStreamTest : public ::testing::Test {
 protected:
  IngestStream::OnAnswer Collect() {
    return [this](const IngestArticlesResponse& answer) { answered_.push_back(answer.client_ref()); };
  }
  IngestStreamOptions Quick() {
    return {.retry = {absl::Milliseconds(1), absl::Milliseconds(2), absl::Milliseconds(50)}, .max_unanswered = 3};
  }

  FakeServer server_;
  IngestClient client_{OpenChannel(server_.address)};
  std::vector<std::string> answered_;
};

TEST_F(IngestStreamTest, EveryItemIsAnswered) {
  server_.ingest.on_stream = [](FakeIngest::Stream& stream) {
    for (IngestArticlesRequest item; stream.Read(&item);) Acknowledge(stream, item.client_ref());
    return grpc::Status::OK;
  };
  IngestStream stream(client_, Quick(), Collect());
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(stream.Send(Item(std::to_string(i))).ok());
  ASSERT_TRUE(stream.Finish().ok());
  EXPECT_EQ(answered_.size(), 100u);
  EXPECT_EQ(std::set<std::string>(answered_.begin(), answered_.end()).size(), 100u);
}

TEST_F(IngestStreamTest, WhatIsUnansweredIsSentAgainWhenTheConnectionBreaks) {
  int streams = 0;
  std::vector<std::string> received;
  server_.ingest.on_stream = [&](FakeIngest::Stream& stream) {
    const bool breaks = ++streams == 1;
    for (IngestArticlesRequest item; stream.Read(&item);) {
      received.push_back(item.client_ref());
      if (breaks && item.client_ref() == "b") return grpc::Status(grpc::StatusCode::UNAVAILABLE, "");
      Acknowledge(stream, item.client_ref());
    }
    return grpc::Status::OK;
  };
  IngestStream stream(client_, Quick(), Collect());
  for (const char* ref : {"a", "b", "c"}) ASSERT_TRUE(stream.Send(Item(ref)).ok());
  ASSERT_TRUE(stream.Finish().ok());
  EXPECT_THAT(answered_, ElementsAre("a", "b", "c"));
  EXPECT_THAT(received, ElementsAre("a", "b", "b", "c"));
}

TEST_F(IngestStreamTest, AFailureThatStaysEndsTheStream) {
  server_.ingest.on_stream = [](FakeIngest::Stream&) { return grpc::Status(grpc::StatusCode::UNAVAILABLE, "down"); };
  IngestStream stream(client_, Quick(), Collect());
  stream.Send(Item("a")).IgnoreError();
  EXPECT_EQ(stream.Finish().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(stream.Send(Item("b")).code(), absl::StatusCode::kUnavailable);
}

TEST_F(IngestStreamTest, AServiceThatForgetsAnItemIsAtFault) {
  server_.ingest.on_stream = [](FakeIngest::Stream& stream) {
    for (IngestArticlesRequest item; stream.Read(&item);) {
    }
    return grpc::Status::OK;
  };
  IngestStream stream(client_, Quick(), Collect());
  ASSERT_TRUE(stream.Send(Item("a")).ok());
  EXPECT_EQ(ReasonOf(stream.Finish()), "STREAM_ENDED_EARLY");
}

TEST_F(IngestStreamTest, AReferenceThatWaitsForItsAnswerCannotBeUsedAgain) {
  server_.ingest.on_stream = [](FakeIngest::Stream& stream) {
    std::vector<std::string> refs;
    for (IngestArticlesRequest item; stream.Read(&item);) refs.push_back(item.client_ref());
    for (const std::string& ref : refs) Acknowledge(stream, ref);
    return grpc::Status::OK;
  };
  IngestStream stream(client_, Quick(), Collect());
  ASSERT_TRUE(stream.Send(Item("a")).ok());
  EXPECT_EQ(ReasonOf(stream.Send(Item("a"))), "CLIENT_REF_REPEATED");
  EXPECT_TRUE(stream.Finish().ok());
}

TEST_F(IngestStreamTest, AStreamMayBeDroppedHalfWay) {
  server_.ingest.on_stream = [](FakeIngest::Stream& stream) {
    for (IngestArticlesRequest item; stream.Read(&item);) {
    }
    return grpc::Status::OK;
  };
  IngestStream stream(client_, Quick(), Collect());
  ASSERT_TRUE(stream.Send(Item("a")).ok());
}

}  // namespace
}  // namespace polygist::client
