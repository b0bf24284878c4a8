#include "summary_service/api/capabilities.h"

#include <unicode/uversion.h>

#include <string>

#include "common/rpc/server.h"
#include "summary_service/analysis/language_data.h"
#include "summary_service/pipeline/data_digest.h"
#include "summary_service/summary/engine_version.h"

namespace polygist::summary {
namespace {

type::v1::QualityTier TierOf(const LanguageData& data) {
  return data.stemmer && data.stop_words && data.coherence_lists ? type::v1::FULL : type::v1::GOOD;
}

}  // namespace

v1::EngineVersions MakeVersions(const Lexicon* lexicon) {
  v1::EngineVersions versions;
  versions.set_engine(std::string(kEngineVersion));
  versions.set_icu(U_ICU_VERSION);
  versions.add_data("lexicon/" + (lexicon != nullptr ? lexicon->digest() : "none"));
  versions.add_data("lists/" + EmbeddedDataDigest());
  if (lexicon == nullptr) return versions;
  for (const std::string& snapshot : lexicon->LearnedSnapshots()) versions.add_data("learned/" + snapshot);
  return versions;
}

v1::Capabilities MakeCapabilities(const Lexicon* lexicon, int max_articles) {
  v1::Capabilities capabilities;
  *capabilities.mutable_versions() = MakeVersions(lexicon);
  capabilities.mutable_limits()->set_max_articles(max_articles);
  capabilities.mutable_limits()->set_max_message_bytes(rpc::kMaxMessageBytes);
  for (const LanguageData& data : KnownLanguages()) {
    type::v1::LanguageSupport* language = capabilities.add_languages();
    language->set_language(data.language);
    language->set_stemmer(data.stemmer);
    language->set_stop_words(data.stop_words);
    language->set_coherence_lists(data.coherence_lists);
    language->set_tier(TierOf(data));
  }
  if (lexicon != nullptr) {
    for (const LexiconPair& pair : lexicon->Pairs()) {
      v1::LexiconPair* added = capabilities.add_lexicon_pairs();
      added->set_language(pair.language);
      added->set_target(pair.target);
      added->set_words(pair.words);
    }
    return capabilities;
  }
  type::v1::Warning* missing = capabilities.add_missing();
  missing->set_code("LEXICON_MISSING");
  missing->set_message(
      "No dictionaries are loaded: repetition across languages is told from names, numbers and cognates.");
  return capabilities;
}

}  // namespace polygist::summary
