#include "summary_service/lexicon/related_languages.h"

#include <unicode/localematcher.h>
#include <unicode/locid.h>

#include <map>
#include <mutex>
#include <vector>

namespace polygist::summary {
namespace {

std::string BestMatch(const std::string& language, std::span<const std::string> known) {
  UErrorCode error = U_ZERO_ERROR;
  icu::LocaleMatcher::Builder builder;
  builder.setNoDefaultLocale();
  for (const std::string& other : known) {
    if (other != language && other != "en") builder.addSupportedLocale(icu::Locale(other.c_str()));
  }
  const icu::LocaleMatcher matcher = builder.build(error);
  const icu::Locale* best = matcher.getBestMatch(icu::Locale(language.c_str()), error);
  return U_FAILURE(error) || best == nullptr ? "" : best->getLanguage();
}

}  // namespace

std::string RelatedLanguage(std::string_view language, std::span<const std::string> known) {
  static std::mutex mutex;
  static std::map<std::pair<std::string, std::vector<std::string>>, std::string> answers;
  std::pair<std::string, std::vector<std::string>> question(language, std::vector(known.begin(), known.end()));
  const std::lock_guard lock(mutex);
  auto place = answers.find(question);
  if (place == answers.end()) {
    std::string answer = BestMatch(question.first, known);
    place = answers.emplace(std::move(question), std::move(answer)).first;
  }
  return place->second;
}

}  // namespace polygist::summary
