#include "ingest_service/record/article_record.h"

#include <utility>

#include "absl/time/time.h"
#include "common/base/error.h"
#include "ingest_service/article/article_name.h"

namespace polygist::ingest {
namespace {

void SetSpan(ByteSpan span, type::v1::ByteSpan* message) {
  message->set_begin(span.begin);
  message->set_end(span.end);
}

void SetTime(absl::Time time, google::protobuf::Timestamp* message) {
  const int64_t micros = absl::ToUnixMicros(time);
  constexpr int64_t kMicrosPerSecond = 1'000'000;
  int64_t seconds = micros / kMicrosPerSecond;
  int64_t rest = micros % kMicrosPerSecond;
  if (rest < 0) {
    --seconds;
    rest += kMicrosPerSecond;
  }
  message->set_seconds(seconds);
  message->set_nanos(static_cast<int32_t>(rest * 1000));
}

void SetLanguage(const Language& language, v1::Language* message) {
  message->set_tag(language.tag);
  message->set_confidence(language.confidence_permille / 1000.0);
  message->set_script(language.script);
}

v1::Block::Kind ToProto(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
    case BlockKind::kCaption:  // Never in a text.
      return v1::Block::PARAGRAPH;
    case BlockKind::kHeading:
      return v1::Block::HEADING;
    case BlockKind::kListItem:
      return v1::Block::LIST_ITEM;
    case BlockKind::kQuote:
      return v1::Block::QUOTE;
    case BlockKind::kTableRow:
      return v1::Block::TABLE_ROW;
    case BlockKind::kPreformatted:
      return v1::Block::PREFORMATTED;
  }
  return v1::Block::KIND_UNSPECIFIED;
}

void SetOptions(const NormalizeOptions& options, type::v1::NormalizeOptions* message) {
  message->set_keep_all(options.keep_all);
  for (const std::string& rule : options.disabled_rules) message->add_disabled_rules(rule);
  message->set_source_template(options.source_template);
}

// What was given beside the bytes.
void SetGiven(const RawContent& content, type::v1::RawContent* message) {
  message->set_media_type(content.media_type);
  message->set_charset(content.charset);
  message->set_url(content.url);
  message->set_source(content.source);
  message->set_title(content.title);
  message->set_language(content.language);
  if (content.publish_time) SetTime(*content.publish_time, message->mutable_publish_time());
  for (const auto& [key, value] : content.labels) (*message->mutable_labels())[key] = value;
  SetOptions(content.options, message->mutable_options());
}

void SetWarnings(const std::vector<Warning>& warnings, v1::Article* message) {
  for (const Warning& warning : warnings) {
    type::v1::Warning* added = message->add_warnings();
    added->set_code(warning.code);
    added->set_message(warning.message);
  }
}

void SetHead(const Article& article, const RawContent& content, v1::Article* message) {
  message->set_revision(article.revision);
  message->set_etag(article.revision);
  message->set_normalizer_version(article.normalizer_version);
  message->set_title(article.title);
  message->set_byline(article.byline);
  message->set_site_name(article.site_name);
  message->set_source(article.source);
  message->set_url(content.url);
  message->set_canonical_url(article.canonical_url);
  if (article.publish_time) SetTime(*article.publish_time, message->mutable_publish_time());
  message->set_publish_time_confidence_percent(article.publish_time_confidence_percent);
  for (const auto& [key, value] : content.labels) (*message->mutable_labels())[key] = value;
  SetLanguage(article.language, message->mutable_language());
  message->set_media_type(article.media_type);
  message->set_charset(article.charset);
  message->set_raw_bytes(static_cast<int64_t>(content.bytes.size()));
  message->set_text_bytes(static_cast<int64_t>(article.text.size()));
  message->set_sentence_count(static_cast<int32_t>(article.sentences.size()));
  SetWarnings(article.warnings, message);
  message->mutable_fingerprint()->Add(article.fingerprint.begin(), article.fingerprint.end());
  SetGiven(content, message->mutable_given());
}

void SetBlocks(const Article& article, v1::Article* message) {
  for (const Block& block : article.blocks) {
    v1::Block* added = message->add_blocks();
    added->set_kind(ToProto(block.kind));
    SetSpan(block.span, added->mutable_span());
    SetSpan(block.raw, added->mutable_raw());
    added->set_level(block.level);
    if (block.language) SetLanguage(*block.language, added->mutable_language());
  }
}

void SetBody(const Article& article, v1::Article* message) {
  message->set_text(article.text);
  SetBlocks(article, message);
  for (const Sentence& sentence : article.sentences) {
    v1::Sentence* added = message->add_sentences();
    SetSpan(sentence.span, added->mutable_span());
    SetSpan(sentence.raw, added->mutable_raw());
    added->set_block(sentence.block);
  }
  for (const Removal& removal : article.removals) {
    v1::Removal* added = message->add_removals();
    SetSpan(removal.raw, added->mutable_raw());
    added->set_rule(removal.rule);
    added->set_reason(removal.reason);
    added->set_confidence_percent(removal.confidence_percent);
  }
  for (const Caption& caption : article.captions) {
    v1::Caption* added = message->add_captions();
    added->set_text(caption.text);
    SetSpan(caption.raw, added->mutable_raw());
  }
  for (const text::MappedRun& run : article.raw_map) {
    v1::RawRun* added = message->add_raw_map();
    SetSpan(run.text, added->mutable_span());
    SetSpan(run.source, added->mutable_raw());
    added->set_exact(run.exact);
  }
}

}  // namespace

v1::Article ToProto(const Article& article, const RawContent& content, v1::ArticleView view) {
  v1::Article message;
  if (!article.name.id.empty()) message.set_name(FormatArticleName(article.name));
  SetHead(article, content, &message);
  if (view == v1::FULL || view == v1::RAW) SetBody(article, &message);
  if (view == v1::RAW) message.set_raw_content(content.bytes);
  return message;
}

ArticleRow ToRow(const Article& article, const RawContent& content) {
  ArticleRow row;
  row.name = article.name;
  row.revision = article.revision;
  row.language = article.language.tag;
  row.source = article.source;
  row.publish_time = article.publish_time;
  row.labels = content.labels;
  row.raw = content.bytes;
  v1::Article head;
  SetHead(article, content, &head);
  row.head = head.SerializeAsString();
  v1::Article body;
  SetBody(article, &body);
  row.body = body.SerializeAsString();
  return row;
}

void SetTimes(absl::Time create_time, absl::Time update_time, v1::Article* article) {
  SetTime(create_time, article->mutable_create_time());
  SetTime(update_time, article->mutable_update_time());
}

absl::StatusOr<v1::Article> FromRow(ArticleRow row) {
  v1::Article article;
  if (!article.ParseFromString(row.head) || !article.MergeFromString(row.body)) {
    return Error(absl::StatusCode::kDataLoss, "RECORD_UNREADABLE",
                 "The stored article cannot be read. Ingest it again, and tell the operator.",
                 {{"article", FormatArticleName(row.name)}});
  }
  article.set_name(FormatArticleName(row.name));
  SetTimes(row.create_time, row.update_time, &article);
  article.set_raw_content(std::move(row.raw));
  return article;
}

RowParts PartsOf(v1::ArticleView view) {
  switch (view) {
    case v1::RAW:
      return RowParts::kAll;
    case v1::FULL:
      return RowParts::kHeadAndBody;
    default:
      return RowParts::kHead;
  }
}

}  // namespace polygist::ingest
