#include "ingest_service/identify/language.h"

#include <array>
#include <utility>

#include "common/base/digest.h"
#include "common/text/language_tag.h"
#include "identify_data.h"
#include "ingest_service/identify/cld2_judge.h"
#include "ingest_service/identify/decision.h"
#include "ingest_service/identify/evidence.h"
#include "ingest_service/identify/language_table.h"
#include "ingest_service/identify/second_judge.h"

namespace polygist::ingest {
namespace {

// Below this a text says too little: two letters are a word of dozens of languages.
constexpr int kFewestLetters = 4;
constexpr int kFewestIdeographs = 2;

// Of a script that one language is written in. Other languages may borrow it, so not 1000.
constexpr int kOnlyOnePermille = 990;

// How much of a text is read, and the lead that makes reading more needless. Most texts are clear from their
// first sample; near relatives are read at length. Without the first look the same answers take twice the time
// on Latin articles. What leads all but its near relatives by as much is left to their circle from then on.
struct Look {
  size_t sample_bytes;
  double enough_lead;
};
constexpr std::array<Look, 4> kLooks = {{{250, 7.5}, {500, 6.3}, {1500, 4.5}, {12'000, 0}}};

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

// The base language of what a page declares, in our tags; empty when it is unusable.
std::string DeclaredTag(std::string_view declared) {
  const absl::StatusOr<std::string> canonical = text::CanonicalLanguageTag(declared);
  if (!canonical.ok()) return "";
  const std::string base = text::BaseLanguage(*canonical);
  if (base == "no") return "nb";
  if (base == "zh")
    return canonical->find("Hant") != std::string::npos || canonical->ends_with("TW") || canonical->ends_with("HK")
               ? "zh-Hant"
               : "zh-Hans";
  return base;
}

Language AnswerOf(const std::string& tag, int permille, const std::string& script) {
  return {TagWithScript(tag, script), permille, ScriptWithVariant(tag, script)};
}

// Whether a glance at `block` shows nothing but the language of its article. Saves most blocks the full look.
bool MayWellBe(const Language& article, std::string_view block, const LanguageModels& models) {
  constexpr size_t kGlanceBytes = 120;
  constexpr float kNear = -1;  // Nats behind the best.
  if (models.second_judge() == nullptr) return false;
  const Evidence evidence = CollectEvidence(block, kGlanceBytes);
  for (const JudgeScore& score : models.second_judge()->Judge(evidence.words, evidence.script)) {
    if (score.score < kNear) return false;
    if (TagWithScript(std::string(score.tag), evidence.script) == article.tag) return true;
  }
  return false;
}

}  // namespace

LanguageModels LanguageModels::Load() { return Load(data::kSecondJudge); }

LanguageModels LanguageModels::Load(std::string_view second_judge) {
  LanguageModels models;
  models.table_ = std::make_shared<const LanguageTable>(LanguageTable::Parse(data::kLanguages));
  models.description_ = {"cld2 full tables"};
  absl::StatusOr<SecondJudge> judge = SecondJudge::Open(second_judge);
  if (judge.ok()) {
    models.second_judge_ = std::make_shared<const SecondJudge>(*std::move(judge));
    models.description_.push_back("second judge " + DigestBuilder().Add(second_judge).Hex());
  } else {
    models.description_.push_back("no second judge: near relatives and short texts are told apart less well");
  }
  return models;
}

Language IdentifyLanguage(std::string_view text, const LanguageHints& hints, const LanguageModels& models) {
  Language language;
  const std::string declared = DeclaredTag(hints.declared);
  Opinions opinions;
  bool only_relatives = false;
  for (const Look& look : kLooks) {
    const Evidence evidence = CollectEvidence(text, look.sample_bytes);
    only_relatives = only_relatives && evidence.script == language.script;
    language = {.tag = "und", .confidence_permille = 0, .script = evidence.script};
    Decision decision;
    if (!SaysTooLittle(evidence)) {
      const std::string_view only = models.table().OnlyLanguageOf(evidence.script);
      if (!only.empty()) return AnswerOf(std::string(only), kOnlyOnePermille, evidence.script);
      opinions = only_relatives ? AskRelatives(opinions, evidence, *models.second_judge())
                                : Ask(evidence, declared, models.table(), models.second_judge());
      decision = Decide(opinions);
      only_relatives = decision.lead_over_others >= look.enough_lead;
    }
    if (!decision.tag.empty()) {
      language = AnswerOf(decision.tag, ConfidencePermille(decision.lead), evidence.script);
    }
    if (decision.lead >= look.enough_lead || text.size() <= look.sample_bytes) break;
  }
  return language;
}

std::string IdentifyScript(std::string_view text) { return CollectEvidence(text).script; }

std::vector<BlockLanguage> IdentifyBlocks(std::string_view text, std::span<const Block> blocks, const Language& article,
                                          const LanguageModels& models) {
  constexpr int kFewestBytes = 60;  // Less is names and titles.
  constexpr int kSurePermille = 950;
  std::vector<BlockLanguage> different;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].span.size() < kFewestBytes) continue;
    const std::string_view block = Slice(text, blocks[i].span);
    if (MayWellBe(article, block, models)) continue;
    Language language = IdentifyLanguage(block, {.declared = article.tag}, models);
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
