#include "summary_service/api/comparison_proto.h"

#include <set>
#include <string>
#include <utility>

#include "summary_service/api/summarized_article_proto.h"

namespace polygist::summary {
namespace {

void AddSilent(const std::set<int>& speaking, std::span<const FetchedArticle> articles, v1::StatementGroup* message) {
  std::set<std::string> heard = {""};
  for (const int article : speaking) heard.insert(articles[static_cast<size_t>(article)].article.source);
  for (int i = 0; i < static_cast<int>(articles.size()); ++i) {
    if (speaking.contains(i)) continue;
    message->add_silent_articles(i);
    const std::string& source = articles[static_cast<size_t>(i)].article.source;
    if (heard.insert(source).second) message->add_silent_sources(source);
  }
}

v1::StatementGroup ToGroup(const StatementGroup& group, std::span<const FetchedArticle> articles) {
  v1::StatementGroup message;
  std::set<int> speaking;
  for (const GroupMember& member : group.members) {
    v1::Statement* added = message.add_members();
    *added = ToStatement(member.article, member.sentence, articles);
    added->set_strength_permille(member.strength_permille);
    added->set_partly(member.partly);
    speaking.insert(member.article);
  }
  for (const std::string& language : group.languages) message.add_languages(language);
  for (const std::string& source : group.sources) message.add_sources(source);
  message.set_independent_origins(group.independent_origins);
  AddSilent(speaking, articles, &message);
  return message;
}

v1::Disagreement::Kind ToKind(DisagreementKind kind) {
  switch (kind) {
    case DisagreementKind::kDisagree:
      return v1::Disagreement::DISAGREE;
    case DisagreementKind::kApproximate:
      return v1::Disagreement::APPROXIMATE;
    case DisagreementKind::kPartOf:
      return v1::Disagreement::PART_OF;
    case DisagreementKind::kLaterRevision:
      return v1::Disagreement::LATER_REVISION;
    case DisagreementKind::kRange:
      return v1::Disagreement::RANGE;
  }
  return v1::Disagreement::KIND_UNSPECIFIED;
}

// Adds the sentences that are in no group.
void AddSingles(const ArticleComparison& comparison, std::span<const FetchedArticle> articles,
                v1::CompareArticlesResponse* message) {
  std::set<std::pair<int, int>> grouped;
  for (const StatementGroup& group : comparison.groups) {
    for (const GroupMember& member : group.members) grouped.emplace(member.article, member.sentence);
  }
  for (int i = 0; i < static_cast<int>(articles.size()); ++i) {
    const SourceArticle& article = articles[static_cast<size_t>(i)].article;
    for (int s = 0; s < static_cast<int>(article.sentences.size()); ++s) {
      if (grouped.contains({i, s}) || IsHeading(KindOf(article, article.sentences[static_cast<size_t>(s)]))) continue;
      *message->add_singles() = ToStatement(i, s, articles);
    }
  }
}

}  // namespace

v1::Statement ToStatement(int article_index, int sentence, std::span<const FetchedArticle> articles) {
  const SourceArticle& article = articles[static_cast<size_t>(article_index)].article;
  const SourceSentence& source = article.sentences[static_cast<size_t>(sentence)];
  v1::Statement statement;
  statement.set_text(std::string(Slice(article.text, source.span)));
  statement.set_article(article_index);
  statement.set_language(article.language);
  statement.set_source(article.source);
  if (KindOf(article, source) == BlockKind::kTitle) {
    statement.set_title(true);
  } else {
    *statement.mutable_span() = SpanToProto(source.span);
    *statement.mutable_raw() = SpanToProto(source.raw);
  }
  return statement;
}

v1::Disagreement ToProto(const Disagreement& disagreement, std::span<const FetchedArticle> articles) {
  v1::Disagreement message;
  message.set_kind(ToKind(disagreement.kind));
  message.set_about(disagreement.about);
  for (const DisagreementValue& value : disagreement.values) {
    v1::DisagreementValue* added = message.add_values();
    *added->mutable_statement() = ToStatement(value.article, value.sentence, articles);
    *added->mutable_span() = SpanToProto(value.span);
    added->set_text(std::string(Slice(articles[static_cast<size_t>(value.article)].article.text, value.span)));
    added->set_value(value.value);
    added->set_unit(value.unit);
  }
  return message;
}

v1::QuoteGroup ToProto(const QuoteGroup& group, std::span<const FetchedArticle> articles) {
  v1::QuoteGroup message;
  message.set_speaker(group.speaker);
  message.set_speaker_key(group.speaker_key);
  for (const Quote& quote : group.quotes) {
    const SourceArticle& article = articles[static_cast<size_t>(quote.article)].article;
    v1::Quote* added = message.add_quotes();
    added->set_text(std::string(Slice(article.text, quote.span)));
    added->set_article(quote.article);
    *added->mutable_span() = SpanToProto(quote.span);
    added->set_speaker(quote.speaker);
    if (!quote.speaker.empty()) *added->mutable_speaker_span() = SpanToProto(quote.speaker_span);
    added->set_language(article.language);
    added->set_source(article.source);
    added->set_strength_permille(quote.strength_permille);
  }
  for (const std::string& language : group.languages) message.add_languages(language);
  for (const std::string& source : group.sources) message.add_sources(source);
  message.set_independent_origins(group.independent_origins);
  message.set_wording_differs(group.wording_differs);
  return message;
}

v1::CompareArticlesResponse ToProto(const ArticleComparison& comparison, std::span<const FetchedArticle> articles) {
  v1::CompareArticlesResponse message;
  for (const StatementGroup& group : comparison.groups) *message.add_groups() = ToGroup(group, articles);
  for (const Disagreement& disagreement : comparison.disagreements) {
    *message.add_disagreements() = ToProto(disagreement, articles);
  }
  AddSingles(comparison, articles, &message);
  for (const QuoteGroup& group : comparison.quotes) *message.add_quotes() = ToProto(group, articles);
  for (const FetchedArticle& article : articles) *message.add_articles() = ArticleToProto(article);
  return message;
}

}  // namespace polygist::summary
