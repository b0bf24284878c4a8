#include "summary_service/api/summary_proto.h"

#include <string>

#include "summary_service/api/comparison_proto.h"
#include "summary_service/api/summarized_article_proto.h"

namespace polygist::summary {
namespace {

v1::SentenceFlag ToProto(SentenceFlag flag) {
  switch (flag) {
    case SentenceFlag::kExcerpt:
      return v1::EXCERPT;
    case SentenceFlag::kDanglingPronoun:
      return v1::DANGLING_PRONOUN;
    case SentenceFlag::kDanglingConnective:
      return v1::DANGLING_CONNECTIVE;
    case SentenceFlag::kOpenQuote:
      return v1::OPEN_QUOTE;
    case SentenceFlag::kDanglingAttribution:
      return v1::DANGLING_ATTRIBUTION;
  }
  return v1::SENTENCE_FLAG_UNSPECIFIED;
}

v1::GistItem::Kind ToProto(GistKind kind) {
  switch (kind) {
    case GistKind::kName:
      return v1::GistItem::NAME;
    case GistKind::kNumber:
      return v1::GistItem::NUMBER;
    case GistKind::kMoney:
      return v1::GistItem::MONEY;
    case GistKind::kPercent:
      return v1::GistItem::PERCENT;
    case GistKind::kMeasure:
      return v1::GistItem::MEASURE;
    case GistKind::kDate:
      return v1::GistItem::DATE;
    case GistKind::kTime:
      return v1::GistItem::TIME;
    case GistKind::kCountry:
      return v1::GistItem::COUNTRY;
    case GistKind::kLanguage:
      return v1::GistItem::LANGUAGE;
  }
  return v1::GistItem::KIND_UNSPECIFIED;
}

v1::Gist ToProto(const Gist& gist) {
  v1::Gist message;
  message.set_language(gist.language);
  for (const GistItem& item : gist.items) {
    if (!message.text().empty()) message.mutable_text()->append(" · ");
    message.mutable_text()->append(item.text);
    v1::GistItem* added = message.add_items();
    added->set_kind(ToProto(item.kind));
    added->set_text(item.text);
    *added->mutable_span() = SpanToProto(item.span);
  }
  return message;
}

v1::Statement ToProto(const Evidence& evidence, std::span<const FetchedArticle> articles) {
  v1::Statement message = ToStatement(evidence.ref.article, evidence.ref.sentence, articles);
  message.set_strength_permille(evidence.strength_permille);
  return message;
}

v1::SummarySentence ToProto(const SummarySentence& sentence, std::span<const FetchedArticle> articles) {
  v1::SummarySentence message;
  const SourceArticle& article = articles[static_cast<size_t>(sentence.ref.article)].article;
  const SourceSentence& source = article.sentences[static_cast<size_t>(sentence.ref.sentence)];
  const ByteSpan span{source.span.begin, source.span.begin + sentence.shown_bytes};
  message.set_text(std::string(Slice(article.text, span)));
  message.set_article(sentence.ref.article);
  *message.mutable_span() = SpanToProto(span);
  *message.mutable_raw() = SpanToProto(source.raw);
  message.set_language(article.language);
  message.set_score_micros(sentence.score_micros);
  for (const ScorePart& part : sentence.parts) {
    v1::ScorePart* added = message.add_parts();
    added->set_name(part.name);
    added->set_value_micros(part.value_micros);
  }
  message.set_rank(sentence.rank);
  message.set_first_budget(sentence.first_budget);
  for (const SentenceFlag flag : sentence.flags) message.add_flags(ToProto(flag));
  message.mutable_supporting_articles()->Add(sentence.supporting_articles.begin(), sentence.supporting_articles.end());
  message.set_independent_origins(sentence.independent_origins);
  for (const std::string& source_name : sentence.supporting_sources) message.add_supporting_sources(source_name);
  for (const std::string& language : sentence.supporting_languages) message.add_supporting_languages(language);
  for (const Evidence& one : sentence.evidence) *message.add_evidence() = ToProto(one, articles);
  if (sentence.stands_for) *message.mutable_stands_for() = ToProto(*sentence.stands_for, articles);
  if (sentence.gist) *message.mutable_gist() = ToProto(*sentence.gist);
  return message;
}

v1::SummaryLength ToProto(const SummaryLength& length, std::span<const FetchedArticle> articles) {
  v1::SummaryLength message;
  message.set_sentences(length.sentences);
  message.set_words(static_cast<int32_t>(length.words));
  message.set_characters(static_cast<int32_t>(length.characters));
  if (length.excerpt) *message.mutable_excerpt() = ToProto(*length.excerpt, articles);
  return message;
}

v1::Summary ToProto(const Summary& summary, std::span<const FetchedArticle> articles) {
  v1::Summary message;
  message.set_language(summary.language);
  for (const SummarySentence& sentence : summary.sentences) {
    *message.add_sentences() = ToProto(sentence, articles);
  }
  message.mutable_articles()->Add(summary.articles.begin(), summary.articles.end());
  for (const SummaryWarning& warning : summary.warnings) {
    type::v1::Warning* added = message.add_warnings();
    added->set_code(warning.code);
    added->set_message(warning.message);
  }
  for (const SummaryLength& length : summary.lengths) *message.add_lengths() = ToProto(length, articles);
  return message;
}

}  // namespace

v1::SummarizeArticlesResponse ToProto(const Summaries& summaries, std::span<const FetchedArticle> articles) {
  v1::SummarizeArticlesResponse message;
  for (const Summary& summary : summaries.per_language) *message.add_summaries() = ToProto(summary, articles);
  if (summaries.merged) *message.mutable_merged() = ToProto(*summaries.merged, articles);
  for (const FetchedArticle& article : articles) *message.add_articles() = ArticleToProto(article);
  return message;
}

}  // namespace polygist::summary
