#include "summary_service/api/verify_summary.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "summary_service/api/summarize_response.h"
#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

using testing::Contains;
using testing::IsEmpty;

FetchedArticle Fetched(const std::string& id, const SourceArticle& source) {
  FetchedArticle fetched;
  fetched.article = source;
  fetched.article.name = "collections/default/articles/" + id;
  fetched.article.revision = "revision-of-" + id;
  fetched.article.source = id + ".example";
  fetched.normalizer_version = "1/test";
  return fetched;
}

std::vector<FetchedArticle> Story() {
  return {Fetched("a", ArticleOf("nl", {"De brandweer bluste maandag een grote brand in de haven van Veldrecht.",
                                        "Volgens de burgemeester raakten 16 mensen gewond bij de brand in de haven.",
                                        "De oorzaak van de brand in de haven is nog niet bekend, zegt de politie."})),
          Fetched("b", ArticleOf("en", {"Firefighters put out a large fire in the port of Veldrecht on Monday.",
                                        "The mayor said 14 people were injured in the fire in the port.",
                                        "Police say the cause of the fire in the port is not yet known."}))};
}

class VerifySummaryTest : public testing::Test {
 protected:
  void SetUp() override {
    v1::SummaryOptions options;
    options.mutable_budget()->set_sentences(1);
    options.add_longer_budgets()->set_sentences(2);
    summary_ = *MakeSummarizeResponse({}, Story(), options, nullptr);
    for (const FetchedArticle& one : Story())
      found_.push_back({.match = Match::kExact, .article = one, .findings = {}});
  }

  v1::Verification Verify() const { return VerifySummary({}, summary_, found_, nullptr); }

  // "CODE field" of each finding.
  static std::vector<std::string> Told(const v1::Verification& verification) {
    std::vector<std::string> told;
    for (const v1::Finding& one : verification.findings()) told.push_back(absl::StrCat(one.code(), " ", one.field()));
    return told;
  }

  // Of the only finding with this code.
  static v1::Finding FindingOf(const v1::Verification& verification, const std::string& code) {
    v1::Finding found;
    for (const v1::Finding& one : verification.findings()) {
      if (one.code() == code) found = one;
    }
    EXPECT_EQ(found.code(), code) << verification.DebugString();
    EXPECT_NE(found.message(), "");
    EXPECT_NE(found.remedy(), "");
    return found;
  }

  v1::SummarizeArticlesResponse summary_;
  std::vector<FoundArticle> found_;
};

TEST_F(VerifySummaryTest, AnHonestSummaryIsVerified) {
  const v1::Verification verification = Verify();
  EXPECT_EQ(verification.verdict(), v1::Verification::VERIFIED) << verification.DebugString();
  EXPECT_THAT(Told(verification), IsEmpty());
  EXPECT_EQ(verification.sentences(), 6);
  EXPECT_EQ(verification.verbatim(), 6);
  EXPECT_EQ(verification.digest(), summary_.digest());
}

TEST_F(VerifySummaryTest, OneChangedByteInASentenceIsNamedWithItsPlace) {
  summary_.mutable_merged()->mutable_sentences(1)->mutable_text()->replace(5, 1, "X");
  const v1::Verification verification = Verify();
  EXPECT_EQ(verification.verdict(), v1::Verification::REFUTED);
  EXPECT_EQ(verification.verbatim(), 5);
  const v1::Finding finding = FindingOf(verification, "SENTENCE_DIFFERS");
  EXPECT_EQ(finding.field(), "merged.sentences[1].text");
  EXPECT_THAT(finding.message(), testing::HasSubstr("byte 5"));
  EXPECT_NE(finding.recorded(), finding.found());
  EXPECT_TRUE(finding.refutes());
}

TEST_F(VerifySummaryTest, AShiftedSpanIsToldFromAChangedSentence) {
  auto* span = summary_.mutable_summaries(0)->mutable_sentences(0)->mutable_span();
  const std::string before = absl::StrCat("[", span->begin(), ", ", span->end(), ")");
  span->set_begin(span->begin() + 1);
  span->set_end(span->end() + 1);
  const v1::Finding finding = FindingOf(Verify(), "SPAN_DIFFERS");
  EXPECT_EQ(finding.field(), "summaries[0].sentences[0].span");
  EXPECT_EQ(finding.found(), before);
  span->set_end(1 << 30);
  EXPECT_EQ(FindingOf(Verify(), "SPAN_DIFFERS").found(), before);
  span->set_begin(-1);
  EXPECT_EQ(Verify().verdict(), v1::Verification::REFUTED);
}

TEST_F(VerifySummaryTest, AnArticleIndexOutOfRangeIsRefused) {
  for (const int article : {-1, 2}) {
    summary_.mutable_merged()->mutable_sentences(0)->set_article(article);
    EXPECT_THAT(Told(Verify()), Contains("FIELD_DIFFERS merged.sentences[0].article")) << article;
  }
}

TEST_F(VerifySummaryTest, AChangedOptionDoesNotFitTheDigest) {
  summary_.mutable_options()->mutable_budget()->set_sentences(2);
  const v1::Verification verification = Verify();
  EXPECT_EQ(verification.verdict(), v1::Verification::REFUTED);
  EXPECT_EQ(FindingOf(verification, "DIGEST_DIFFERS").field(), "options");
  EXPECT_THAT(Told(verification), Contains(testing::StartsWith("FIELD_DIFFERS ")));
}

TEST_F(VerifySummaryTest, OptionsThatAreRefusedAreNamed) {
  summary_.mutable_options()->mutable_budget()->set_sentences(0);
  EXPECT_EQ(FindingOf(Verify(), "OPTIONS_REFUSED").field(), "options.budget.sentences");
}

TEST_F(VerifySummaryTest, AChangedEngineVersionIsToldFromAnotherEngine) {
  const std::string here = summary_.versions().engine();
  summary_.mutable_versions()->set_engine("0");
  const v1::Finding changed = FindingOf(Verify(), "DIGEST_DIFFERS");
  EXPECT_EQ(changed.field(), "versions.engine");
  EXPECT_EQ(changed.found(), here);
  // The digest of an engine that really was another one fits.
  std::vector<ArticleKey> keys;
  for (const auto& one : summary_.articles()) keys.push_back({one.name(), one.revision(), one.client_ref()});
  summary_.set_digest(DigestOf(keys, summary_.options(), summary_.versions()));
  const v1::Verification verification = Verify();
  EXPECT_EQ(verification.verdict(), v1::Verification::VERBATIM);
  EXPECT_THAT(Told(verification), testing::ElementsAre("ENGINE_DIFFERS versions.engine"));
}

TEST_F(VerifySummaryTest, OtherDictionariesAreNamed) {
  summary_.mutable_versions()->set_data(0, "lexicon/0123");
  EXPECT_EQ(FindingOf(Verify(), "LEXICON_DIFFERS").field(), "versions.data[0]");
}

TEST_F(VerifySummaryTest, AChangedRevisionIsToldByTheDigest) {
  summary_.mutable_articles(1)->set_revision("another");
  found_[1].match = Match::kOther;
  EXPECT_EQ(FindingOf(Verify(), "DIGEST_DIFFERS").field(), "articles[1].revision");
}

TEST_F(VerifySummaryTest, SentencesOfAnotherRevisionRefuteNothing) {
  found_[1].match = Match::kOther;
  found_[1].article->article.text[0] = 'X';
  const v1::Verification verification = Verify();
  EXPECT_EQ(verification.verdict(), v1::Verification::UNDECIDED);
  for (const v1::Finding& one : verification.findings()) EXPECT_FALSE(one.refutes()) << one.DebugString();
}

TEST_F(VerifySummaryTest, TheSameBytesCleanedByOtherRulesAreEnoughForWordForWord) {
  found_[1].match = Match::kSameBytes;
  EXPECT_EQ(Verify().verdict(), v1::Verification::VERBATIM);
}

TEST_F(VerifySummaryTest, AMissingArticleLeavesItsSentencesUndecided) {
  found_[0] = {.match = Match::kMissing,
               .article = {},
               .findings = {MakeFinding("ARTICLE_MISSING", "articles[0]", "", "", "m", "r")}};
  const v1::Verification verification = Verify();
  EXPECT_EQ(verification.verdict(), v1::Verification::UNDECIDED);
  EXPECT_LT(verification.verbatim(), verification.sentences());
  EXPECT_THAT(Told(verification), testing::ElementsAre("ARTICLE_MISSING articles[0]"));
}

TEST_F(VerifySummaryTest, WithoutOptionsOnlyTheWordsAreVerified) {
  summary_.clear_options();
  const v1::Verification verification = Verify();
  EXPECT_EQ(verification.verdict(), v1::Verification::VERBATIM);
  EXPECT_THAT(Told(verification), testing::ElementsAre("OPTIONS_MISSING options"));
}

TEST_F(VerifySummaryTest, AnythingElseThatComesOutOtherwiseIsNamed) {
  summary_.mutable_merged()->mutable_sentences(0)->set_score_micros(7);
  summary_.mutable_summaries(0)->set_language("fr");
  summary_.mutable_articles(0)->set_source("another.example");
  EXPECT_THAT(Told(Verify()),
              testing::UnorderedElementsAre("FIELD_DIFFERS merged.sentences[0].score_micros",
                                            "FIELD_DIFFERS summaries[0].language", "FIELD_DIFFERS articles[0].source"));
  summary_.mutable_merged()->mutable_sentences()->RemoveLast();
  EXPECT_THAT(Told(Verify()), Contains("FIELD_DIFFERS merged.sentences[1]"));
}

// Changes the n-th value of the message, counted through all messages in it. What is left of n.
int Change(google::protobuf::Message* message, int n) {
  using google::protobuf::FieldDescriptor;
  const auto* reflection = message->GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(*message, &fields);
  for (const FieldDescriptor* field : fields) {
    const int size = field->is_repeated() ? reflection->FieldSize(*message, field) : 1;
    for (int i = 0; i < size && n >= 0; ++i) {
      if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        n = Change(field->is_repeated() ? reflection->MutableRepeatedMessage(message, field, i)
                                        : reflection->MutableMessage(message, field),
                   n);
        continue;
      }
      if (n-- > 0) continue;
      const bool text = field->cpp_type() == FieldDescriptor::CPPTYPE_STRING;
      if (field->is_repeated()) {
        if (text)
          reflection->SetRepeatedString(message, field, i, reflection->GetRepeatedString(*message, field, i) + "x");
        if (field->cpp_type() == FieldDescriptor::CPPTYPE_INT32) {
          reflection->SetRepeatedInt32(message, field, i, reflection->GetRepeatedInt32(*message, field, i) + 1);
        }
      } else if (text) {
        reflection->SetString(message, field, reflection->GetString(*message, field) + "x");
      } else {
        google::protobuf::TextFormat::Parser().ParseFieldValueFromString("7", field, message);
      }
    }
  }
  return n;
}

TEST_F(VerifySummaryTest, NoValueCanBeChangedUnnoticed) {
  int changed = 0;
  for (int n = 0;; ++n) {
    found_.clear();
    VerifySummaryTest::SetUp();
    const v1::SummarizeArticlesResponse before = summary_;
    if (Change(&summary_, n) >= 0) break;  // There is no n-th value.
    if (summary_.SerializeAsString() == before.SerializeAsString()) continue;
    ++changed;
    const v1::Verification verification = Verify();
    EXPECT_NE(verification.verdict(), v1::Verification::VERIFIED) << n;
    EXPECT_THAT(Told(verification), testing::Not(IsEmpty())) << n;
  }
  EXPECT_GT(changed, 150);
}

}  // namespace
}  // namespace polygist::summary
