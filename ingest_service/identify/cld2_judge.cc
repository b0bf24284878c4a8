#include "ingest_service/identify/cld2_judge.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>
#include <cstdio>  // CLD2's header uses FILE without including it.

namespace polygist::ingest {
namespace {

struct CodeChange {
  std::string_view cld2;
  std::string_view tag;
};

// CLD2 speaks the codes of its day.
constexpr std::array<CodeChange, 8> kCodeChanges = {{{"iw", "he"},
                                                     {"in", "id"},
                                                     {"jw", "jv"},
                                                     {"tl", "fil"},
                                                     {"no", "nb"},
                                                     {"zh", "zh-Hans"},
                                                     {"mo", "ro"},
                                                     {"sr-ME", "sr"}}};

std::string TagOf(CLD2::Language language) {
  const std::string_view code = CLD2::LanguageCode(language);
  for (const CodeChange& change : kCodeChanges) {
    if (change.cld2 == code) return std::string(change.tag);
  }
  return std::string(code);
}

// Pseudo-languages ("xx-Qaai") say no more than the script does.
bool IsLanguage(CLD2::Language language) {
  return language != CLD2::UNKNOWN_LANGUAGE && language != CLD2::TG_UNKNOWN_LANGUAGE &&
         !std::string_view(CLD2::LanguageCode(language)).starts_with("xx-");
}

}  // namespace

Cld2Verdict AskCld2(std::string_view words) {
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  Cld2Verdict verdict;
  CLD2::ExtDetectLanguageSummary(words.data(), static_cast<int>(words.size()), /*is_plain_text=*/true, &no_hints,
                                 CLD2::kCLDFlagBestEffort, languages.data(), percents.data(), scores.data(),
                                 /*resultchunkvector=*/nullptr, &text_bytes, &verdict.reliable);
  for (size_t i = 0; i < languages.size(); ++i) {
    if (!IsLanguage(languages[i])) continue;
    verdict.candidates.push_back({TagOf(languages[i]), percents[i], static_cast<int>(scores[i])});
  }
  return verdict;
}

}  // namespace polygist::ingest
