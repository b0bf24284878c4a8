// Which language a text is in, with a calibrated confidence.
//
// Two judges are heard: CLD2 (about 160 languages) and, where it is loaded, our own linear judge over letter
// groups and words (second_judge.h), which is better at what CLD2 confuses and at short text, and knows
// languages CLD2 lacks. One fixed rule combines them. No clock, no randomness: same text, same answer.
//
//   const LanguageModels models = LanguageModels::Load();  // Once, at start-up; share it between threads.
//   Language language = IdentifyLanguage(article_text, {.declared = "fr"}, models);
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/article/article.h"

namespace polygist::ingest {

class LanguageTable;
class SecondJudge;

// What identification rests on. Immutable, cheap to copy, thread-safe.
class LanguageModels {
 public:
  // From the data inside this program. Never fails: without a usable second judge it goes without, and
  // Describe() says so.
  static LanguageModels Load();
  // The same with another second judge (second_judge.h); `second_judge` must outlive the models. Empty: none.
  static LanguageModels Load(std::string_view second_judge);

  // One line per judge, for logs and GetCapabilities: "cld2 full tables", "second judge 3f2a...".
  const std::vector<std::string>& Describe() const { return description_; }
  const LanguageTable& table() const { return *table_; }
  const SecondJudge* second_judge() const { return second_judge_.get(); }  // Null when there is none.

 private:
  std::shared_ptr<const LanguageTable> table_;
  std::shared_ptr<const SecondJudge> second_judge_;
  std::vector<std::string> description_;
};

// What is known beside the text. Weak evidence: it decides between near-equals and raises confidence, and
// never outweighs a text that speaks clearly.
struct LanguageHints {
  std::string declared;  // As a page states it ("fr", "en_US", "pt-BR"); unusable values are ignored.
};

// The language of most of `text`; "und" when there are no letters or they say too little.
//
// Tags are base languages ("id", "nb", "nn"), except where a script is part of what readers choose:
// "zh-Hans", "zh-Hant", "sr-Cyrl", "sr-Latn". Of long texts a sample is read: time is bounded whatever the
// length. Requires valid UTF-8 (other bytes are skipped).
Language IdentifyLanguage(std::string_view text, const LanguageHints& hints, const LanguageModels& models);

// The script alone (ISO 15924), for texts whose language the caller gave. Empty when there are no letters.
std::string IdentifyScript(std::string_view text);

// A block that is in another language than its article.
struct BlockLanguage {
  int block = 0;  // Index into the blocks given.
  Language language;

  friend bool operator==(const BlockLanguage&, const BlockLanguage&) = default;
};

// The blocks that are confidently in another language than `article`, ascending. Short blocks, blocks that
// may well be in the article's language, and near relatives told apart by little are not among them.
std::vector<BlockLanguage> IdentifyBlocks(std::string_view text, std::span<const Block> blocks, const Language& article,
                                          const LanguageModels& models);

// A language that IdentifyLanguage can answer.
struct SupportedLanguage {
  std::string tag;                   // BCP 47 base language.
  std::vector<std::string> scripts;  // ISO 15924, most usual first.

  friend bool operator==(const SupportedLanguage&, const SupportedLanguage&) = default;
};

// Ascending by tag.
std::vector<SupportedLanguage> SupportedLanguages(const LanguageModels& models);

}  // namespace polygist::ingest
