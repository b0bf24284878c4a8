#include "ingest_service/identify/language.h"

#include <algorithm>
#include <utility>

#include "common/text/language_tag.h"
#include "identify_data.h"
#include "ingest_service/identify/cld2_judge.h"
#include "ingest_service/identify/evidence.h"
#include "ingest_service/identify/language_table.h"

namespace polygist::ingest {
namespace {

// Below this a text says too little: two letters are a word of dozens of languages.
constexpr int kFewestLetters = 4;
constexpr int kFewestIdeographs = 2;

bool SaysTooLittle(const Evidence& evidence) {
  const bool dense = evidence.script == "Hani" || evidence.script == "Jpan" || evidence.script == "Kore";
  return evidence.letters < (dense ? kFewestIdeographs : kFewestLetters);
}

// Readers of Serbian and Chinese choose a script with the language.
std::string TagWithScript(const std::string& tag, const std::string& script) {
  return tag == "sr" ? tag + "-" + script : tag;
}

std::string ScriptWithVariant(const std::string& tag, const std::string& script) {
  if (tag == "zh-Hans") return "Hans";
  if (tag == "zh-Hant") return "Hant";
  return script;
}

int ConfidenceOf(const Cld2Candidate& best, bool reliable, int letters) {
  const int of_length = std::min(letters * 10, 990);
  return reliable ? of_length : std::min(of_length, best.percent * 6);
}

}  // namespace

LanguageModels LanguageModels::Load() {
  LanguageModels models;
  models.table_ = std::make_shared<const LanguageTable>(LanguageTable::Parse(data::kLanguages));
  models.description_ = {"cld2 full tables"};
  return models;
}

Language IdentifyLanguage(std::string_view text, const LanguageHints& hints,
                          const LanguageModels& models) {
  const Evidence evidence = CollectEvidence(text);
  Language language;
  language.script = evidence.script;
  if (SaysTooLittle(evidence)) return language;
  const std::vector<std::string> possible = models.table().WrittenIn(evidence.script);
  if (possible.size() == 1) {
    language.tag = TagWithScript(possible.front(), evidence.script);
    language.confidence_permille = 990;
    return language;
  }
  const Cld2Verdict verdict = AskCld2(evidence.words);
  for (const Cld2Candidate& candidate : verdict.candidates) {
    if (!models.table().IsWrittenIn(candidate.tag, evidence.script)) continue;
    language.tag = TagWithScript(candidate.tag, evidence.script);
    language.script = ScriptWithVariant(candidate.tag, evidence.script);
    language.confidence_permille = ConfidenceOf(candidate, verdict.reliable, evidence.letters);
    return language;
  }
  (void)hints;
  return language;
}

std::string IdentifyScript(std::string_view text) { return CollectEvidence(text).script; }

std::vector<BlockLanguage> IdentifyBlocks(std::string_view text, std::span<const Block> blocks,
                                          const Language& article, const LanguageModels& models) {
  constexpr int kFewestBytes = 60;
  constexpr int kSurePermille = 900;
  std::vector<BlockLanguage> different;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].span.size() < kFewestBytes) continue;
    Language language = IdentifyLanguage(Slice(text, blocks[i].span), {}, models);
    if (language.tag == "und" || language.confidence_permille < kSurePermille) continue;
    if (text::BaseLanguage(language.tag) == text::BaseLanguage(article.tag)) continue;
    different.push_back({static_cast<int>(i), std::move(language)});
  }
  return different;
}

std::vector<SupportedLanguage> SupportedLanguages(const LanguageModels& models) {
  std::vector<SupportedLanguage> languages;
  for (const auto& [tag, scripts] : models.table().scripts()) languages.push_back({tag, scripts});
  return languages;
}

}  // namespace polygist::ingest
