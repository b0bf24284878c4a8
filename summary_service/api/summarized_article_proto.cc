#include "summary_service/api/summarized_article_proto.h"

#include "absl/time/time.h"

namespace polygist::summary {

type::v1::ByteSpan SpanToProto(ByteSpan span) {
  type::v1::ByteSpan message;
  message.set_begin(span.begin);
  message.set_end(span.end);
  return message;
}

v1::SummarizedArticle ArticleToProto(const FetchedArticle& fetched) {
  const SourceArticle& article = fetched.article;
  v1::SummarizedArticle message;
  message.set_name(article.name);
  message.set_revision(article.revision);
  message.set_source(article.source);
  message.set_url(article.url);
  message.set_title(article.title);
  message.set_language(article.language);
  if (article.publish_time) {
    const int64_t seconds = absl::ToUnixSeconds(*article.publish_time);
    const absl::Duration rest = *article.publish_time - absl::FromUnixSeconds(seconds);
    message.mutable_publish_time()->set_seconds(seconds);
    message.mutable_publish_time()->set_nanos(static_cast<int32_t>(absl::ToInt64Nanoseconds(rest)));
  }
  message.set_client_ref(fetched.client_ref);
  for (const type::v1::Warning& warning : fetched.warnings) *message.add_warnings() = warning;
  message.set_normalizer_version(fetched.normalizer_version);
  if (fetched.given) *message.mutable_given() = *fetched.given;
  return message;
}

}  // namespace polygist::summary
