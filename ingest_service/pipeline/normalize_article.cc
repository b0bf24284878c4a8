#include "ingest_service/pipeline/normalize_article.h"

#include <unicode/uversion.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/base/digest.h"
#include "common/text/language_tag.h"
#include "ingest_service/decode/charset.h"
#include "ingest_service/extract/main_content.h"
#include "ingest_service/extract/plain/plain_text.h"
#include "ingest_service/fingerprint/fingerprint.h"
#include "ingest_service/normalize/normalize.h"
#include "ingest_service/pipeline/media_type.h"
#include "ingest_service/segment/sentences.h"
#include "ingest_service/templates/source_template.h"

namespace polygist::ingest {
namespace {

constexpr int64_t kShortTextWords = 20;

Extraction Extract(const RawContent& content, const std::string& decoded, bool is_html) {
  if (is_html) return ExtractHtml(decoded, content.options, content.url);
  return ExtractPlainText(decoded,
                          {.title = content.title,
                           .language = content.language.empty() ? "" : text::BaseLanguage(content.language),
                           .source = content.source,
                           .url = content.url},
                          content.options);
}

Language LanguageOf(const RawContent& content, const std::string& hint, const std::string& text,
                    const LanguageModels& models) {
  if (content.language.empty()) return IdentifyLanguage(text, {.declared = hint}, models);
  return {.tag = content.language, .confidence_permille = 1000, .script = IdentifyScript(text)};
}

// Carries removal spans from the decoded text to the raw bytes, in order of place.
std::vector<Removal> ToRaw(std::vector<Removal> removals, const text::MappedText& decoded) {
  for (Removal& removal : removals) removal.raw = decoded.ToSource(removal.raw);
  std::stable_sort(removals.begin(), removals.end(), [](const Removal& a, const Removal& b) {
    return std::tie(a.raw.begin, a.raw.end) < std::tie(b.raw.begin, b.raw.end);
  });
  return removals;
}

void SetText(std::vector<Block> blocks, const text::MappedText& mapped, Article* article) {
  article->text = mapped.text();
  article->blocks = std::move(blocks);
  for (Block& block : article->blocks) block.raw = mapped.ToSource(block.span);
  article->raw_map = mapped.runs();
}

void SetLanguages(const RawContent& content, const std::string& hint, const LanguageModels& models, Article* article) {
  article->language = LanguageOf(content, hint, article->text, models);
  for (const BlockLanguage& other : IdentifyBlocks(article->text, article->blocks, article->language, models)) {
    article->blocks[static_cast<size_t>(other.block)].language = other.language;
  }
}

void SetSentences(const text::MappedText& mapped, Article* article) {
  article->sentences = SplitSentences(article->text, article->blocks, article->language.tag);
  for (Sentence& sentence : article->sentences) sentence.raw = mapped.ToSource(sentence.span);
}

void SetMetadata(const RawContent& content, const Extraction& extraction, Article* article) {
  article->title = CleanLine(content.title.empty() ? extraction.title : content.title);
  article->byline = CleanLine(extraction.byline);
  article->site_name = CleanLine(extraction.site_name);
  article->canonical_url = extraction.canonical_url;
  article->source = content.source.empty() ? article->site_name : content.source;
  article->publish_time = content.publish_time ? content.publish_time : extraction.publish_time;
  article->publish_time_confidence_percent = content.publish_time ? 100 : extraction.publish_time_confidence_percent;
}

void SetCaptions(const Extraction& extraction, const text::MappedText& decoded, Article* article) {
  for (const ExtractedBlock& block : extraction.captions) {
    const ByteSpan all{0, static_cast<int64_t>(block.text.text().size())};
    std::string text = CleanLine(block.text.text());
    if (text.empty()) continue;
    article->captions.push_back({std::move(text), decoded.ToSource(block.text.ToSource(all))});
  }
}

void AddOwnWarnings(Article* article) {
  const int64_t words = 1 + std::count(article->text.begin(), article->text.end(), ' ');
  if (article->text.empty()) {
    article->warnings.push_back({"TEXT_EMPTY", "The content holds no text."});
  } else if (words < kShortTextWords && article->text.size() < 200) {
    article->warnings.push_back({"TEXT_SHORT", "The text is short: language and summary rest on little."});
  }
  if (article->language.tag == "und") {
    article->warnings.push_back(
        {"LANGUAGE_UNKNOWN", "The language could not be identified; general rules were used. Give it if you know it."});
  }
}

template <typename Item>
void Append(std::vector<Item> from, std::vector<Item>* to) {
  to->insert(to->end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

std::string NormalizerVersion(const LanguageModels& models) {
  return absl::StrCat(kNormalizerVersion, "/icu-", U_ICU_VERSION, "/", absl::StrJoin(models.Describe(), "/"));
}

std::string RevisionOf(const RawContent& content, const std::string& normalizer_version) {
  DigestBuilder digest;
  digest.Add(content.bytes).Add(content.media_type).Add(content.charset).Add(content.url);
  digest.Add(content.source).Add(content.title).Add(content.language);
  digest.Add(content.publish_time ? absl::StrCat(absl::ToUnixMicros(*content.publish_time)) : "");
  digest.Add(static_cast<int64_t>(content.labels.size()));
  for (const auto& [key, value] : content.labels) digest.Add(key).Add(value);
  digest.Add(content.options.keep_all ? 1 : 0);
  for (const std::string& rule : content.options.disabled_rules) digest.Add(rule);
  // Its name holds a digest of its lines.
  if (content.source_template != nullptr) digest.Add(content.source_template->name);
  return digest.Add(normalizer_version).Hex();
}

Article NormalizeArticle(const RawContent& content, const LanguageModels& models) {
  Article article;
  article.normalizer_version = NormalizerVersion(models);
  article.revision = RevisionOf(content, article.normalizer_version);

  DecodedText decoded = DecodeBytes(content.bytes, content.charset, content.media_type);
  const bool is_html = IsHtml(content.media_type, decoded.text.text());
  Extraction extraction = Extract(content, decoded.text.text(), is_html);
  if (content.source_template != nullptr && !content.options.keep_all) {
    RemoveTemplateLines(*content.source_template, content.options, &extraction);
  }
  CleanedText cleaned = CleanBlocks(std::move(extraction.blocks));

  article.charset = decoded.charset;
  article.media_type = is_html ? "text/html" : "text/plain";
  article.warnings = std::move(decoded.warnings);
  Append(std::move(extraction.warnings), &article.warnings);
  Append(std::move(cleaned.warnings), &article.warnings);
  Append(std::move(cleaned.removals), &extraction.removals);
  article.removals = ToRaw(std::move(extraction.removals), decoded.text);

  const text::MappedText mapped = text::Compose(cleaned.text, decoded.text);
  SetText(std::move(cleaned.blocks), mapped, &article);
  SetMetadata(content, extraction, &article);
  SetCaptions(extraction, decoded.text, &article);
  SetLanguages(content, extraction.language_hint, models, &article);
  SetSentences(mapped, &article);
  article.fingerprint = Fingerprint(article.text);
  AddOwnWarnings(&article);
  return article;
}

}  // namespace polygist::ingest
