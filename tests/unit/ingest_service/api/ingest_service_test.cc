#include "ingest_service/api/ingest_service.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

#include "common/rpc/server.h"
#include "common/rpc/status_conversion.h"
#include "ingest_service/store/memory_article_store.h"
#include "tests/support/status_matchers.h"

namespace polygist::ingest {
namespace {

using google::protobuf::util::MessageDifferencer;
using polygist::testing::FieldOf;
using polygist::testing::IsOk;
using polygist::testing::StatusIs;

constexpr char kText[] =
    "Kebakaran hutan meluas di tiga kabupaten sejak Senin malam, kata badan penanggulangan bencana.\n\n"
    "Sedikitnya 1.200 warga mengungsi ke balai desa. Petugas masih berusaha memadamkan api di lereng gunung.\n";

class IngestServiceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    server_ = *rpc::Server::Start({.listen = "127.0.0.1:0"}, {&service_}, pool_.calls());
    channel_ = grpc::CreateChannel("127.0.0.1:" + std::to_string(server_->port()), grpc::InsecureChannelCredentials());
    stub_ = v1::IngestService::NewStub(channel_);
  }
  void TearDown() override { server_->Drain(); }

  template <typename Response, typename Request, typename Method>
  absl::StatusOr<Response> Call(Method method, const Request& request) {
    grpc::ClientContext context;
    Response response;
    const absl::Status status = rpc::FromGrpc((stub_.get()->*method)(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }

  absl::StatusOr<v1::IngestArticleResponse> Ingest(const std::string& id, const std::string& bytes = kText,
                                                   const std::string& source = "") {
    v1::IngestArticleRequest request;
    request.set_article_id(id);
    request.mutable_content()->set_bytes(bytes);
    request.mutable_content()->set_source(source);
    return Call<v1::IngestArticleResponse>(&v1::IngestService::Stub::IngestArticle, request);
  }

  absl::StatusOr<v1::Article> Get(const std::string& name, v1::ArticleView view = v1::FULL) {
    v1::GetArticleRequest request;
    request.set_name(name);
    request.set_view(view);
    return Call<v1::Article>(&v1::IngestService::Stub::GetArticle, request);
  }

  absl::StatusOr<v1::ListArticlesResponse> List(const v1::ListArticlesRequest& request) {
    return Call<v1::ListArticlesResponse>(&v1::IngestService::Stub::ListArticles, request);
  }

  MemoryArticleStore store_{StoreOptions()};
  rpc::WorkPool pool_{{.threads = 4, .queue_limit = 64}};
  IngestServiceImpl service_{store_, pool_, LanguageModels::Load(), {.max_content_bytes = 10'000, .stream_window = 4}};
  std::unique_ptr<rpc::Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::IngestService::Stub> stub_;
};

TEST_F(IngestServiceTest, TheSameInputAgainIsUnchangedAndOtherInputANewRevision) {
  const auto first = Ingest("a");
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(first->outcome(), v1::CREATED);
  EXPECT_EQ(first->article().name(), "collections/default/articles/a");
  EXPECT_EQ(Ingest("a")->outcome(), v1::UNCHANGED);
  const auto changed = Ingest("a", std::string(kText) + "\nApi padam pada Rabu pagi setelah hujan turun.\n");
  EXPECT_EQ(changed->outcome(), v1::UPDATED);
  EXPECT_NE(changed->article().revision(), first->article().revision());
  const auto old = Get(first->article().name() + "@" + first->article().revision());
  ASSERT_THAT(old, IsOk());
  EXPECT_EQ(old->text().find("Rabu"), std::string::npos);
  EXPECT_NE(Get(first->article().name())->text().find("Rabu"), std::string::npos);
}

TEST_F(IngestServiceTest, SentencesAreVerbatimInTextAndRawBytes) {
  ASSERT_THAT(Ingest("a"), IsOk());
  const auto article = Get("collections/default/articles/a", v1::RAW);
  ASSERT_THAT(article, IsOk());
  EXPECT_EQ(article->raw_content(), kText);
  EXPECT_EQ(article->language().tag(), "id");
  ASSERT_EQ(article->sentences_size(), 3);
  for (const v1::Sentence& sentence : article->sentences()) {
    const auto cut = [](const std::string& from, const type::v1::ByteSpan& span) {
      return from.substr(span.begin(), span.end() - span.begin());
    };
    EXPECT_EQ(cut(article->text(), sentence.span()), cut(article->raw_content(), sentence.raw()));
  }
}

TEST_F(IngestServiceTest, NormalizingGivesWhatIngestingStores) {
  v1::NormalizeArticleRequest request;
  request.mutable_content()->set_bytes(kText);
  auto normalized = Call<v1::NormalizeArticleResponse>(&v1::IngestService::Stub::NormalizeArticle, request);
  ASSERT_THAT(normalized, IsOk());
  ASSERT_THAT(Ingest("a"), IsOk());
  auto stored = Get("collections/default/articles/a");
  EXPECT_EQ(normalized->article().name(), "");
  stored->clear_name();
  stored->clear_create_time();
  stored->clear_update_time();
  EXPECT_TRUE(MessageDifferencer::Equals(normalized->article(), *stored));
}

TEST_F(IngestServiceTest, WhatIsNotThereIsNotFound) {
  EXPECT_THAT(Get("collections/default/articles/none"), StatusIs(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  ASSERT_THAT(Ingest("a"), IsOk());
  EXPECT_THAT(Get("collections/default/articles/a@00000000000000000000000000000000"),
              StatusIs(absl::StatusCode::kNotFound, "REVISION_NOT_FOUND"));
}

TEST_F(IngestServiceTest, ListsInPagesByFilter) {
  for (const char* id : {"a", "b", "c"}) ASSERT_THAT(Ingest(id, kText, "one"), IsOk());
  ASSERT_THAT(Ingest("d", kText, "two"), IsOk());
  v1::ListArticlesRequest request;
  request.set_page_size(2);
  request.mutable_filter()->add_sources("one");
  const auto first = List(request);
  ASSERT_THAT(first, IsOk());
  ASSERT_EQ(first->articles_size(), 2);
  EXPECT_EQ(first->articles(1).name(), "collections/default/articles/b");
  EXPECT_EQ(first->articles(0).text(), "");
  request.set_page_token(first->next_page_token());
  request.set_view(v1::BASIC);
  EXPECT_THAT(List(request), StatusIs(absl::StatusCode::kInvalidArgument, "PAGE_TOKEN_MISMATCH"));
  request.clear_view();
  const auto second = List(request);
  ASSERT_THAT(second, IsOk());
  ASSERT_EQ(second->articles_size(), 1);
  EXPECT_EQ(second->next_page_token(), "");
}

TEST_F(IngestServiceTest, BatchGetIsAllOrNothingInOneCollection) {
  ASSERT_THAT(Ingest("a"), IsOk());
  ASSERT_THAT(Ingest("b"), IsOk());
  v1::BatchGetArticlesRequest request;
  request.add_names("collections/default/articles/b");
  request.add_names("collections/default/articles/a");
  const auto both = Call<v1::BatchGetArticlesResponse>(&v1::IngestService::Stub::BatchGetArticles, request);
  ASSERT_THAT(both, IsOk());
  EXPECT_EQ(both->articles(0).name(), request.names(0));
  request.add_names("collections/default/articles/none");
  EXPECT_THAT(Call<v1::BatchGetArticlesResponse>(&v1::IngestService::Stub::BatchGetArticles, request),
              StatusIs(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  request.set_names(2, "collections/other/articles/a");
  const auto mixed = Call<v1::BatchGetArticlesResponse>(&v1::IngestService::Stub::BatchGetArticles, request);
  EXPECT_THAT(mixed, StatusIs(absl::StatusCode::kInvalidArgument, "COLLECTION_MISMATCH"));
  EXPECT_EQ(FieldOf(mixed), "names[2]");
}

TEST_F(IngestServiceTest, DeleteHeedsTheEtag) {
  const auto article = Ingest("a");
  ASSERT_THAT(article, IsOk());
  v1::DeleteArticleRequest request;
  request.set_name("collections/default/articles/a");
  request.set_etag("ffffffffffffffffffffffffffffffff");
  const auto method = &v1::IngestService::Stub::DeleteArticle;
  EXPECT_THAT(Call<google::protobuf::Empty>(method, request),
              StatusIs(absl::StatusCode::kAborted, "REVISION_MISMATCH"));
  request.set_etag(article->article().etag());
  EXPECT_THAT(Call<google::protobuf::Empty>(method, request), IsOk());
  EXPECT_THAT(Call<google::protobuf::Empty>(method, request),
              StatusIs(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
}

TEST_F(IngestServiceTest, AStreamAnswersEveryItemAndGoesOnAfterABadOne) {
  grpc::ClientContext context;
  const auto stream = stub_->IngestArticles(&context);
  constexpr int kItems = 50;  // More than the window.
  for (int i = 0; i < kItems; ++i) {
    v1::IngestArticlesRequest item;
    item.set_client_ref("ref-" + std::to_string(i));
    item.set_article_id("id-" + std::to_string(i));
    if (i % 10 != 3) item.mutable_content()->set_bytes(kText);
    ASSERT_TRUE(stream->Write(item));
  }
  stream->WritesDone();
  std::map<std::string, v1::IngestArticlesResponse> answers;
  v1::IngestArticlesResponse answer;
  while (stream->Read(&answer)) answers[answer.client_ref()] = answer;
  EXPECT_TRUE(stream->Finish().ok());
  ASSERT_EQ(static_cast<int>(answers.size()), kItems);
  for (int i = 0; i < kItems; ++i) {
    const v1::IngestArticlesResponse& one = answers["ref-" + std::to_string(i)];
    if (i % 10 == 3) {
      EXPECT_THAT(rpc::FromRpcStatus(one.error()), StatusIs(absl::StatusCode::kInvalidArgument, "CONTENT_EMPTY"));
    } else {
      EXPECT_EQ(one.acknowledgement().outcome(), v1::CREATED);
      EXPECT_THAT(Get(one.acknowledgement().name()), IsOk());
    }
  }
}

TEST_F(IngestServiceTest, AStreamWhoseCallerGoesAwayEnds) {
  grpc::ClientContext context;
  const auto stream = stub_->IngestArticles(&context);
  v1::IngestArticlesRequest item;
  item.mutable_content()->set_bytes(kText);
  ASSERT_TRUE(stream->Write(item));
  context.TryCancel();
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
}

TEST_F(IngestServiceTest, OddInputIsAnAnswerWithWarnings) {
  struct Odd {
    std::string bytes;
    std::string charset;
    std::string warning;
  };
  for (const Odd& odd : {Odd{kText, "utf-16", "CHARSET_LABEL_WRONG"},
                         Odd{"Kata \x01\x02 ini " + std::string(kText), "", "CONTROL_CHARACTERS"},
                         Odd{"Sepuluh kata saja ada di sini, tidak lebih dari itu.", "", "TEXT_SHORT"},
                         Odd{"12:30 - 14:45 / 3 : 1", "", "LANGUAGE_UNKNOWN"}}) {
    v1::IngestArticleRequest request;
    request.mutable_content()->set_bytes(odd.bytes);
    request.mutable_content()->set_charset(odd.charset);
    const auto response = Call<v1::IngestArticleResponse>(&v1::IngestService::Stub::IngestArticle, request);
    ASSERT_THAT(response, IsOk());
    std::vector<std::string> codes;
    for (const auto& warning : response->article().warnings()) codes.push_back(warning.code());
    EXPECT_THAT(codes, ::testing::Contains(odd.warning));
    EXPECT_GT(response->article().text_bytes(), 0);
  }
}

TEST_F(IngestServiceTest, ATemplateIsLearnedOnceAndChangesOnlyWhatNamesIt) {
  const std::string shared = "\nBaca juga kabar lain dari pulau seberang, setiap hari pada pukul enam pagi.\n";
  const std::vector<std::string> stories = {"Banjir merendam ratusan rumah di tepi sungai sejak Minggu malam.\n",
                                            "Nelayan menemukan kapal tua di dasar teluk dekat mercusuar.\n",
                                            "Harga cabai turun di pasar induk setelah panen raya dimulai.\n"};
  for (size_t i = 0; i < stories.size(); ++i) {
    ASSERT_THAT(Ingest("t" + std::to_string(i), stories[i] + kText + shared, "pulau.example"), IsOk());
  }
  v1::LearnTemplateRequest learn;
  learn.set_source("pulau.example");
  const auto learned = Call<v1::SourceTemplate>(&v1::IngestService::Stub::LearnTemplate, learn);
  ASSERT_THAT(learned, IsOk());
  EXPECT_EQ(learned->article_count(), 3);
  EXPECT_TRUE(learned->name().starts_with("collections/default/templates/pulau.example-")) << learned->name();
  const auto again = Call<v1::SourceTemplate>(&v1::IngestService::Stub::LearnTemplate, learn);
  EXPECT_EQ(again->name(), learned->name());

  v1::NormalizeArticleRequest request;
  request.mutable_content()->set_bytes("Pasar ikan dibuka kembali setelah dua tahun ditutup oleh badai.\n" + shared);
  const auto plain = Call<v1::NormalizeArticleResponse>(&v1::IngestService::Stub::NormalizeArticle, request);
  request.mutable_content()->mutable_options()->set_source_template(learned->name());
  const auto cleaned = Call<v1::NormalizeArticleResponse>(&v1::IngestService::Stub::NormalizeArticle, request);
  ASSERT_THAT(cleaned, IsOk());
  EXPECT_NE(plain->article().text().find("Baca juga"), std::string::npos);
  EXPECT_EQ(cleaned->article().text().find("Baca juga"), std::string::npos);
  EXPECT_NE(plain->article().revision(), cleaned->article().revision());
  EXPECT_EQ(cleaned->article().given().options().source_template(), learned->name());

  v1::DeleteTemplateRequest gone;
  gone.set_name(learned->name());
  EXPECT_THAT(Call<google::protobuf::Empty>(&v1::IngestService::Stub::DeleteTemplate, gone), IsOk());
  EXPECT_THAT(Call<v1::NormalizeArticleResponse>(&v1::IngestService::Stub::NormalizeArticle, request),
              StatusIs(absl::StatusCode::kNotFound, "TEMPLATE_NOT_FOUND"));
}

TEST_F(IngestServiceTest, TemplatesAreNoArticlesAndAreListedWithoutLines) {
  for (int i = 0; i < 3; ++i) {
    ASSERT_THAT(Ingest("t" + std::to_string(i),
                       kText + ("\nKapal ke-" + std::to_string(i) +
                                " tiba di pelabuhan pada pagi hari, kata syahbandar kepada wartawan.\n"),
                       "a.example"),
                IsOk());
  }
  v1::LearnTemplateRequest learn;
  learn.set_source("a.example");
  const auto learned = Call<v1::SourceTemplate>(&v1::IngestService::Stub::LearnTemplate, learn);
  ASSERT_THAT(learned, IsOk());
  EXPECT_GT(learned->lines_size(), 0);
  const auto page =
      Call<v1::ListTemplatesResponse>(&v1::IngestService::Stub::ListTemplates, v1::ListTemplatesRequest());
  ASSERT_EQ(page->templates_size(), 1);
  EXPECT_EQ(page->templates(0).name(), learned->name());
  EXPECT_EQ(page->templates(0).lines_size(), 0);
  EXPECT_EQ(List({})->articles_size(), 3);
}

TEST_F(IngestServiceTest, LearningNeedsASourceWithEnoughArticles) {
  v1::LearnTemplateRequest learn;
  EXPECT_THAT(Call<v1::SourceTemplate>(&v1::IngestService::Stub::LearnTemplate, learn),
              StatusIs(absl::StatusCode::kInvalidArgument, "SOURCE_EMPTY"));
  learn.set_source("a.example");
  EXPECT_THAT(Call<v1::SourceTemplate>(&v1::IngestService::Stub::LearnTemplate, learn),
              StatusIs(absl::StatusCode::kFailedPrecondition, "TOO_FEW_ARTICLES"));
  learn.set_min_share_percent(101);
  EXPECT_THAT(Call<v1::SourceTemplate>(&v1::IngestService::Stub::LearnTemplate, learn),
              StatusIs(absl::StatusCode::kInvalidArgument, "OPTION_OUT_OF_RANGE"));
}

TEST_F(IngestServiceTest, CapabilitiesNameLimitsAndLanguages) {
  const auto capabilities =
      Call<v1::Capabilities>(&v1::IngestService::Stub::GetCapabilities, v1::GetCapabilitiesRequest());
  ASSERT_THAT(capabilities, IsOk());
  EXPECT_EQ(capabilities->limits().max_content_bytes(), 10'000);
  EXPECT_GT(capabilities->languages_size(), 50);
  EXPECT_FALSE(capabilities->normalizer_version().empty());
}

}  // namespace
}  // namespace polygist::ingest
