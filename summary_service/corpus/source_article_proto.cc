#include "summary_service/corpus/source_article_proto.h"

#include <utility>

#include "absl/time/time.h"
#include "common/base/error.h"
#include "common/text/utf8.h"

namespace polygist::summary {
namespace {

ByteSpan ToSpan(const type::v1::ByteSpan& span) { return {span.begin(), span.end()}; }

BlockKind ToKind(ingest::v1::Block::Kind kind) {
  switch (kind) {
    case ingest::v1::Block::HEADING:
      return BlockKind::kHeading;
    case ingest::v1::Block::LIST_ITEM:
      return BlockKind::kListItem;
    case ingest::v1::Block::QUOTE:
      return BlockKind::kQuote;
    case ingest::v1::Block::TABLE_ROW:
      return BlockKind::kTableRow;
    case ingest::v1::Block::PREFORMATTED:
      return BlockKind::kPreformatted;
    default:
      return BlockKind::kParagraph;
  }
}

// Whether spans ascend, do not overlap and lie inside the text between code points.
template <typename Items>
bool SpansFit(const Items& items, const std::string& text) {
  int64_t previous = 0;
  for (const auto& item : items) {
    const ByteSpan span = item.span;
    if (span.begin < previous || span.end < span.begin || span.end > static_cast<int64_t>(text.size()) ||
        !text::IsCodePointBoundary(text, static_cast<size_t>(span.begin)) ||
        !text::IsCodePointBoundary(text, static_cast<size_t>(span.end))) {
      return false;
    }
    previous = span.end;
  }
  return true;
}

bool IsConsistent(const SourceArticle& article) {
  if (!SpansFit(article.blocks, article.text) || !SpansFit(article.sentences, article.text)) return false;
  const int blocks = static_cast<int>(article.blocks.size());
  for (const SourceSentence& sentence : article.sentences) {
    if (sentence.block < 0 || sentence.block >= blocks) return false;
    if (!article.blocks[static_cast<size_t>(sentence.block)].span.Contains(sentence.span)) return false;
  }
  return true;
}

}  // namespace

absl::StatusOr<FetchedArticle> FromProto(ingest::v1::Article message) {
  FetchedArticle fetched;
  SourceArticle& article = fetched.article;
  article.name = message.name();
  article.revision = message.revision();
  article.language = message.language().tag();
  article.source = message.source();
  article.url = message.url();
  article.title = message.title();
  article.text = std::move(*message.mutable_text());
  for (const auto& block : message.blocks()) article.blocks.push_back({ToKind(block.kind()), ToSpan(block.span())});
  for (const auto& sentence : message.sentences()) {
    article.sentences.push_back({ToSpan(sentence.span()), ToSpan(sentence.raw()), sentence.block()});
  }
  if (message.has_publish_time()) {
    article.publish_time =
        absl::FromUnixSeconds(message.publish_time().seconds()) + absl::Nanoseconds(message.publish_time().nanos());
  }
  article.fingerprint.assign(message.fingerprint().begin(), message.fingerprint().end());
  fetched.warnings.assign(message.warnings().begin(), message.warnings().end());
  fetched.normalizer_version = message.normalizer_version();
  if (message.has_given()) fetched.given = std::move(*message.mutable_given());
  if (!IsConsistent(article)) {
    return Error(absl::StatusCode::kInternal, "ARTICLE_INCONSISTENT",
                 "The ingest service returned an article whose spans do not fit its text.",
                 {{"article", article.name}});
  }
  return fetched;
}

}  // namespace polygist::summary
