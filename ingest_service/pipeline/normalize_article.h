// Raw content to a clean article: the one place that knows the order of the stages.
#pragma once

#include <string>

#include "ingest_service/article/article.h"
#include "ingest_service/identify/language.h"

namespace polygist::ingest {

// Rises when the same content would give another article.
inline constexpr int kNormalizerVersion = 9;

// Everything normalization depends on beside content and options: rules, ICU, language models.
std::string NormalizerVersion(const LanguageModels& models);

// Names the article that `content` makes under the rules of `normalizer_version`: 32 hexadecimal digits.
std::string RevisionOf(const RawContent& content, const std::string& normalizer_version);

// Decodes, extracts, cleans, identifies the language, splits sentences, and fingerprints. Never fails: what is odd
// about the content becomes a warning. Pure and deterministic; safe to call from any thread. The article has no name.
Article NormalizeArticle(const RawContent& content, const LanguageModels& models);

}  // namespace polygist::ingest
