#include "ingest_service/api/capabilities.h"

#include <unicode/uversion.h>

#include "common/rpc/server.h"
#include "ingest_service/api/list_query.h"
#include "ingest_service/pipeline/normalize_article.h"
#include "ingest_service/segment/language_rules.h"

namespace polygist::ingest {
namespace {

// Every language here is identified; what the tier adds is how much its sentences rest on.
type::v1::QualityTier TierOf(segment::OwnData sentences) {
  switch (sentences) {
    case segment::OwnData::kNone:
      return type::v1::BASIC;
    case segment::OwnData::kSome:
      return type::v1::GOOD;
    case segment::OwnData::kWhole:
      return type::v1::FULL;
  }
  return type::v1::BASIC;
}

}  // namespace

v1::Capabilities MakeCapabilities(const LanguageModels& models, int64_t max_content_bytes) {
  v1::Capabilities capabilities;
  capabilities.set_normalizer_version(NormalizerVersion(models));
  capabilities.set_icu_version(U_ICU_VERSION);
  v1::Limits* limits = capabilities.mutable_limits();
  limits->set_max_content_bytes(max_content_bytes);
  limits->set_max_batch_names(kMaxBatchNames);
  limits->set_max_page_size(kMaxPageSize);
  limits->set_max_message_bytes(rpc::kMaxMessageBytes);
  for (const SupportedLanguage& supported : SupportedLanguages(models)) {
    type::v1::LanguageSupport* language = capabilities.add_languages();
    language->set_language(supported.tag);
    language->set_identification(true);
    const segment::OwnData sentences = segment::RulesFor(supported.tag).own;
    language->set_sentence_rules(sentences != segment::OwnData::kNone);
    language->set_tier(TierOf(sentences));
  }
  for (const char* media_type : {"text/plain", "text/html", "application/xhtml+xml"}) {
    capabilities.add_media_types(media_type);
  }
  if (models.second_judge() == nullptr) {
    type::v1::Warning* missing = capabilities.add_missing();
    missing->set_code("SECOND_JUDGE_MISSING");
    missing->set_message(
        "The data of the second language judge cannot be read: near relatives and short texts are told apart less "
        "well, and languages that CLD2 lacks are not identified.");
  }
  return capabilities;
}

}  // namespace polygist::ingest
