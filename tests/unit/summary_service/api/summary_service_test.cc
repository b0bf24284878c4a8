#include "summary_service/api/summary_service.h"

#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/rpc/server.h"
#include "common/rpc/status_conversion.h"
#include "tests/support/status_matchers.h"

namespace polygist::summary {
namespace {

using polygist::testing::FieldOf;
using polygist::testing::IsOk;
using polygist::testing::StatusIs;

// An article with one sentence per string, each a block of its own.
FetchedArticle MakeArticle(const std::string& name, const std::string& language,
                           const std::vector<std::string>& sentences) {
  FetchedArticle fetched;
  SourceArticle& article = fetched.article;
  article.name = name;
  article.revision = "r-" + name;
  article.language = language;
  article.source = name + ".example";
  for (const std::string& sentence : sentences) {
    if (!article.text.empty()) article.text += "\n\n";
    const ByteSpan span{static_cast<int64_t>(article.text.size()),
                        static_cast<int64_t>(article.text.size() + sentence.size())};
    article.text += sentence;
    article.sentences.push_back({span, span, static_cast<int>(article.blocks.size())});
    article.blocks.push_back({BlockKind::kParagraph, span});
  }
  return fetched;
}

// Two articles, whatever is asked for; inline ones take their text from the request.
class FixedArticles final : public ArticleSource {
 public:
  absl::StatusOr<std::vector<FetchedArticle>> ByName(const RequestContext&,
                                                     std::span<const std::string> names) override {
    if (names[0].starts_with("collections/default/articles/none")) {
      return Error(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND", "No such article.", {{"field", "names.names[0]"}});
    }
    return std::vector<FetchedArticle>{
        MakeArticle("a", "nl",
                    {"De brandweer bluste maandag een grote brand in de haven van Veldrecht.",
                     "Volgens de burgemeester raakten 16 mensen gewond bij de brand in de haven.",
                     "De oorzaak van de brand in de haven is nog niet bekend, zegt de politie."}),
        MakeArticle("b", "en",
                    {"Firefighters put out a large fire in the port of Veldrecht on Monday.",
                     "The mayor said 14 people were injured in the fire in the port.",
                     "Police say the cause of the fire in the port is not yet known."})};
  }
  absl::StatusOr<std::vector<FetchedArticle>> ByQuery(const RequestContext& call, const v1::ArticleQuery&,
                                                      int) override {
    const std::string name = "collections/default/articles/a";
    return ByName(call, {&name, 1});
  }
  absl::StatusOr<std::vector<FetchedArticle>> Inline(const RequestContext&,
                                                     const v1::InlineArticles& articles) override {
    std::vector<FetchedArticle> fetched;
    for (const auto& article : articles.articles()) {
      fetched.push_back(MakeArticle(absl::StrCat("inline/", fetched.size()), "en", {article.content().bytes()}));
      fetched.back().client_ref = article.client_ref();
    }
    return fetched;
  }
};

class SummaryServiceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    server_ = *rpc::Server::Start({.listen = "127.0.0.1:0"}, {&service_}, pool_.calls());
    stub_ = v1::SummaryService::NewStub(
        grpc::CreateChannel("127.0.0.1:" + std::to_string(server_->port()), grpc::InsecureChannelCredentials()));
  }
  void TearDown() override { server_->Drain(); }

  static v1::SummarizeArticlesRequest Named() {
    v1::SummarizeArticlesRequest request;
    request.mutable_names()->add_names("collections/default/articles/a");
    return request;
  }

  absl::StatusOr<v1::SummarizeArticlesResponse> Summarize(const v1::SummarizeArticlesRequest& request) {
    grpc::ClientContext context;
    v1::SummarizeArticlesResponse response;
    const absl::Status status = rpc::FromGrpc(stub_->SummarizeArticles(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }

  FixedArticles articles_;
  rpc::WorkPool pool_{{.threads = 2, .queue_limit = 16}};
  SummaryServiceImpl service_{articles_, pool_, std::nullopt, {.max_articles = 3}};
  std::unique_ptr<rpc::Server> server_;
  std::unique_ptr<v1::SummaryService::Stub> stub_;
};

TEST_F(SummaryServiceTest, EverySentenceIsVerbatimAndItsPartsAddUp) {
  const auto response = Summarize(Named());
  ASSERT_THAT(response, IsOk());
  ASSERT_EQ(response->summaries_size(), 2);
  EXPECT_EQ(response->summaries(0).language(), "en");
  EXPECT_EQ(response->summaries(1).language(), "nl");
  EXPECT_EQ(response->merged().language(), "mul");
  const auto articles = *articles_.ByName({}, std::vector<std::string>{"x"});
  for (const auto* summary : {&response->summaries(0), &response->summaries(1), &response->merged()}) {
    EXPECT_GT(summary->sentences_size(), 0);
    for (const v1::SummarySentence& sentence : summary->sentences()) {
      const ByteSpan span{sentence.span().begin(), sentence.span().end()};
      EXPECT_EQ(sentence.text(), Slice(articles[sentence.article()].article.text, span));
      int64_t sum = 0;
      for (const v1::ScorePart& part : sentence.parts()) sum += part.value_micros();
      EXPECT_EQ(sum, sentence.score_micros());
    }
  }
}

TEST_F(SummaryServiceTest, EqualRequestsGiveEqualBytesAndOtherOptionsAnotherDigest) {
  const auto once = Summarize(Named());
  const auto again = Summarize(Named());
  ASSERT_THAT(once, IsOk());
  EXPECT_EQ(once->SerializeAsString(), again->SerializeAsString());
  v1::SummarizeArticlesRequest shorter = Named();
  shorter.mutable_options()->mutable_budget()->set_sentences(1);
  EXPECT_NE(Summarize(shorter)->digest(), once->digest());
  EXPECT_EQ(once->versions().data(0), "lexicon/none");
}

TEST_F(SummaryServiceTest, ScopeChoosesTheSummaries) {
  v1::SummarizeArticlesRequest request = Named();
  request.mutable_options()->set_scope(v1::MERGED);
  EXPECT_EQ(Summarize(request)->summaries_size(), 0);
  request.mutable_options()->set_scope(v1::PER_LANGUAGE);
  EXPECT_FALSE(Summarize(request)->has_merged());
}

TEST_F(SummaryServiceTest, BudgetsOutOfRangeNameTheField) {
  v1::SummarizeArticlesRequest request = Named();
  request.mutable_options()->mutable_budget()->set_sentences(3);
  request.mutable_options()->add_longer_budgets()->set_words(20);
  request.mutable_options()->add_longer_budgets()->set_sentences(2);
  const auto descending = Summarize(request);
  EXPECT_THAT(descending, StatusIs(absl::StatusCode::kInvalidArgument, "BUDGETS_NOT_ASCENDING"));
  EXPECT_EQ(FieldOf(descending.status()), "options.longer_budgets[1]");
  request = Named();
  request.mutable_options()->mutable_budget()->set_words(0);
  const auto words = Summarize(request);
  EXPECT_THAT(words, StatusIs(absl::StatusCode::kInvalidArgument, "BUDGET_OUT_OF_RANGE"));
  EXPECT_EQ(FieldOf(words), "options.budget.words");
  request.mutable_options()->mutable_budget()->set_ratio(1.5);
  EXPECT_EQ(FieldOf(Summarize(request)), "options.budget.ratio");
}

TEST_F(SummaryServiceTest, NothingToSummarizeAndTooMuchAreRefused) {
  EXPECT_THAT(Summarize({}), StatusIs(absl::StatusCode::kInvalidArgument, "NO_ARTICLES_GIVEN"));
  v1::SummarizeArticlesRequest many;
  for (int i = 0; i < 4; ++i) many.mutable_inline_()->add_articles()->mutable_content()->set_bytes("One.");
  const auto refused = Summarize(many);
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kInvalidArgument, "TOO_MANY_ARTICLES"));
  EXPECT_EQ(FieldOf(refused), "inline.articles");
}

TEST_F(SummaryServiceTest, FailuresOfTheSourceReachTheCaller) {
  v1::SummarizeArticlesRequest request;
  request.mutable_names()->add_names("collections/default/articles/none");
  EXPECT_THAT(Summarize(request), StatusIs(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
}

TEST_F(SummaryServiceTest, SentencesAreReferredToByArticleAndNumber) {
  v1::SummarizeArticlesRequest request = Named();
  auto* wanted = request.mutable_options()->add_must_include();
  wanted->set_article("a");
  wanted->set_sentence(2);
  request.mutable_options()->mutable_budget()->set_sentences(1);
  const auto response = Summarize(request);
  ASSERT_THAT(response, IsOk());
  EXPECT_THAT(response->summaries(1).sentences(0).text(), ::testing::StartsWith("De oorzaak"));
  wanted->set_sentence(3);
  EXPECT_THAT(Summarize(request), StatusIs(absl::StatusCode::kInvalidArgument, "SENTENCE_UNKNOWN"));
  wanted->set_article("nobody");
  EXPECT_THAT(Summarize(request), StatusIs(absl::StatusCode::kInvalidArgument, "ARTICLE_UNKNOWN"));
}

TEST_F(SummaryServiceTest, ComparisonTellsWhoSaysWhatAndWhereTheyDiffer) {
  v1::CompareArticlesRequest request;
  request.mutable_names()->add_names("collections/default/articles/a");
  grpc::ClientContext context;
  v1::CompareArticlesResponse response;
  ASSERT_TRUE(stub_->CompareArticles(&context, request, &response).ok());
  const auto articles = *articles_.ByName({}, std::vector<std::string>{"x"});
  int statements = response.singles_size();
  for (const auto& group : response.groups()) {
    EXPECT_GE(group.members_size(), 2);
    statements += group.members_size();
    for (const auto& member : group.members()) {
      EXPECT_EQ(member.text(),
                Slice(articles[member.article()].article.text, {member.span().begin(), member.span().end()}));
    }
  }
  EXPECT_GE(statements, 6) << "Every sentence is in a group or single.";
  EXPECT_EQ(response.articles_size(), 2);
}

TEST_F(SummaryServiceTest, ReadersGetTheirLanguageOrAGist) {
  v1::SummarizeArticlesRequest request = Named();
  request.mutable_options()->set_scope(v1::MERGED);
  request.mutable_options()->add_reading_languages("ja");
  const auto foreign = Summarize(request);
  ASSERT_THAT(foreign, IsOk());
  for (const v1::SummarySentence& sentence : foreign->merged().sentences()) {
    EXPECT_TRUE(sentence.has_gist());
    EXPECT_EQ(sentence.gist().language(), "ja");
    for (const v1::GistItem& item : sentence.gist().items()) EXPECT_NE(item.kind(), v1::GistItem::KIND_UNSPECIFIED);
  }
  const std::string digest = foreign->digest();
  request.mutable_options()->set_reading_languages(0, "nl");
  EXPECT_NE(Summarize(request)->digest(), digest);
  request.mutable_options()->set_reading_languages(0, "not a tag");
  const auto refused = Summarize(request);
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kInvalidArgument, "LANGUAGE_TAG_INVALID"));
  EXPECT_EQ(FieldOf(refused), "options.reading_languages[0]");
}

TEST_F(SummaryServiceTest, EvidenceIsVerbatimWithItsLanguageAndSource) {
  const auto articles = *articles_.ByName({}, std::vector<std::string>{"x"});
  const auto response = Summarize(Named());
  ASSERT_THAT(response, IsOk());
  for (const v1::SummarySentence& sentence : response->merged().sentences()) {
    for (const v1::Statement& one : sentence.evidence()) {
      const SourceArticle& article = articles[one.article()].article;
      EXPECT_EQ(one.text(), Slice(article.text, {one.span().begin(), one.span().end()}));
      EXPECT_EQ(one.language(), article.language);
      EXPECT_EQ(one.source(), article.source);
      EXPECT_GT(one.strength_permille(), 0);
    }
  }
}

TEST_F(SummaryServiceTest, LearningRefusesBadNamesAndTellsWhenNothingIsLearned) {
  v1::LearnLexiconRequest request;
  request.mutable_names()->add_names("collections/default/articles/a");
  v1::LearnLexiconResponse response;
  const auto learn = [&] {
    grpc::ClientContext context;
    return rpc::FromGrpc(stub_->LearnLexicon(&context, request, &response));
  };
  EXPECT_THAT(learn(), StatusIs(absl::StatusCode::kInvalidArgument, "SNAPSHOT_NAME_INVALID"));
  request.set_snapshot("Not Allowed");
  EXPECT_THAT(learn(), StatusIs(absl::StatusCode::kInvalidArgument, "SNAPSHOT_NAME_INVALID"));
  request.set_snapshot("ports");
  EXPECT_THAT(learn(), StatusIs(absl::StatusCode::kInvalidArgument, "NOTHING_LEARNED"));
}

TEST_F(SummaryServiceTest, CapabilitiesSayThatTheLexiconIsMissing) {
  grpc::ClientContext context;
  v1::Capabilities capabilities;
  ASSERT_TRUE(stub_->GetCapabilities(&context, {}, &capabilities).ok());
  EXPECT_EQ(capabilities.missing(0).code(), "LEXICON_MISSING");
  EXPECT_EQ(capabilities.limits().max_articles(), 3);
  EXPECT_GT(capabilities.languages_size(), 20);
}

class VerifySummaryRpcTest : public SummaryServiceTest {
 protected:
  void SetUp() override {
    SummaryServiceTest::SetUp();
    v1::SummarizeArticlesRequest request;
    for (const char* text :
         {"The dam above the old town held through the night.", "Divers look for two people in the lake."}) {
      request.mutable_inline_()->add_articles()->mutable_content()->set_bytes(text);
      request_.add_contents()->set_bytes(text);
    }
    *request_.mutable_summary() = *Summarize(request);
  }

  absl::StatusOr<v1::Verification> Verify() {
    grpc::ClientContext context;
    v1::VerifySummaryResponse response;
    const absl::Status status = rpc::FromGrpc(stub_->VerifySummary(&context, request_, &response));
    if (!status.ok()) return status;
    return response.verification();
  }

  v1::VerifySummaryRequest request_;
};

TEST_F(VerifySummaryRpcTest, InlineArticlesAreVerifiedFromTheirContents) {
  const auto verification = Verify();
  ASSERT_THAT(verification, IsOk());
  EXPECT_EQ(verification->verdict(), v1::Verification::VERIFIED) << verification->DebugString();
}

TEST_F(VerifySummaryRpcTest, ContentsThatAreNotSentAreMissing) {
  request_.mutable_contents()->RemoveLast();
  const auto verification = Verify();
  ASSERT_THAT(verification, IsOk());
  EXPECT_EQ(verification->verdict(), v1::Verification::UNDECIDED);
  ASSERT_EQ(verification->findings_size(), 1);
  EXPECT_EQ(verification->findings(0).code(), "ARTICLE_MISSING");
  EXPECT_EQ(verification->findings(0).field(), "articles[1]");
}

TEST_F(VerifySummaryRpcTest, OtherContentsAreAnotherRevision) {
  request_.mutable_summary()->mutable_articles(0)->set_revision("another");
  const auto verification = Verify();
  ASSERT_THAT(verification, IsOk());
  EXPECT_EQ(verification->findings(0).code(), "REVISION_DIFFERS");
  request_.mutable_summary()->mutable_articles(0)->set_normalizer_version("another");
  EXPECT_EQ(Verify()->findings(0).code(), "NORMALIZER_DIFFERS");
}

TEST_F(VerifySummaryRpcTest, AStoredArticleThatIsGoneIsMissing) {
  request_.mutable_summary()->mutable_articles(1)->set_name("collections/default/articles/none");
  request_.mutable_contents()->RemoveLast();
  const auto verification = Verify();
  ASSERT_THAT(verification, IsOk());
  EXPECT_EQ(verification->verdict(), v1::Verification::REFUTED);  // The digest names another article.
  EXPECT_EQ(verification->findings(0).field(), "articles[1].name");
}

TEST_F(VerifySummaryRpcTest, WhatCannotBeVerifiedNamesTheField) {
  request_.add_contents()->set_bytes("A third one.");
  EXPECT_THAT(Verify().status(), StatusIs(absl::StatusCode::kInvalidArgument, "CONTENT_SUPERFLUOUS"));
  EXPECT_EQ(FieldOf(Verify().status()), "contents[2]");
  request_.mutable_summary()->clear_articles();
  EXPECT_THAT(Verify().status(), StatusIs(absl::StatusCode::kInvalidArgument, "NO_ARTICLES_GIVEN"));
}

}  // namespace
}  // namespace polygist::summary
