#include "summary_service/merging/translated_articles.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <tuple>

#include "common/text/utf8.h"
#include "summary_service/merging/length_mismatch.h"

namespace polygist::summary {
namespace {

// Measured on 150 translated pairs and 1,100 pairs of different articles on one event, seven languages: of the
// links of the latter .12 join sentences within this share of the text of each other; of the former .74 of
// links at even odds and .98 of sure ones.
constexpr double kNear = 0.05;
constexpr double kNearEvidence = 2.0;
constexpr double kFarEvidence = -1.2;
constexpr int kEvenOdds = 500;
constexpr int kWeakest = 430;  // Weaker links tell nothing.
constexpr double kFarEvidencePerMille = -0.02;
constexpr double kMostFarEvidence = -3.5;
// In .95 of the former and .27 of the latter the numbers of sentences are within a factor of e^.35; of these,
// LengthMismatch is below .75 in .8 and in none.
constexpr double kLikeLength = 0.35;
constexpr double kUnlikeLengthEvidence = -2.7;
constexpr double kNeutralMismatch = 0.85;
constexpr double kMismatchEvidence = 13;
constexpr double kLeastLengthEvidence = -3.5;
constexpr double kMostLengthEvidence = 4.5;
constexpr size_t kFewestSentences = 4;  // Fewer fit by chance.
// One pair in fifty is expected to be a translation, and odds of eight to one are asked for. No false one
// in the pairs above.
constexpr double kLeastEvidence = 6;
// A shortened rendering: this share of it is linked in order, by at least so many links.
constexpr double kShortenedShare = 0.75;
constexpr size_t kFewestShortened = 6;

struct Place {
  int article = 0;
  int sentence = 0;
  double position = 0;  // Of the middle of the sentence, as a share of the article.
};

size_t At(int index) { return static_cast<size_t>(index); }

std::vector<Place> PlacesOf(std::span<const SourceArticle> articles) {
  std::vector<Place> places;
  for (size_t a = 0; a < articles.size(); ++a) {
    const double size = std::max<double>(1, static_cast<double>(articles[a].text.size()));
    for (size_t s = 0; s < articles[a].sentences.size(); ++s) {
      const ByteSpan span = articles[a].sentences[s].span;
      const double middle = static_cast<double>(span.begin + span.end) / 2;
      places.push_back({static_cast<int>(a), static_cast<int>(s), middle / size});
    }
  }
  return places;
}

// Links that tell something, those between the same two articles side by side and in their order.
std::vector<const SentenceLink*> ByArticles(std::span<const SentenceLink> links, const std::vector<Place>& places) {
  const auto tells = [](const SentenceLink& link) { return link.strength_permille >= kWeakest; };
  std::vector<const SentenceLink*> sorted;
  sorted.reserve(static_cast<size_t>(std::count_if(links.begin(), links.end(), tells)));
  for (const SentenceLink& link : links) {
    if (tells(link)) sorted.push_back(&link);
  }
  const auto key_of = [&](const SentenceLink* link) {
    return std::tuple(places[At(link->a)].article, places[At(link->b)].article, link);
  };
  std::sort(sorted.begin(), sorted.end(),
            [&](const SentenceLink* x, const SentenceLink* y) { return key_of(x) < key_of(y); });
  return sorted;
}

double EvidenceOf(const Place& a, const Place& b, int strength) {
  if (std::abs(a.position - b.position) <= kNear) return kNearEvidence;
  return std::clamp(kFarEvidence + kFarEvidencePerMille * (strength - kEvenOdds), kMostFarEvidence, kFarEvidence);
}

struct PairEvidence {
  double sum = 0;
  std::vector<std::pair<int, int>> linked;  // Sentences of the first and of the second article, from even odds on.
};

// `between`: the links between two articles. `strongest`: by sentence, of these. A sentence has one rendering in an
// article.
PairEvidence EvidenceOf(std::span<const SentenceLink* const> between, const std::vector<Place>& places,
                        const std::vector<int16_t>& strongest) {
  PairEvidence evidence;
  for (const SentenceLink* link : between) {
    if (std::max(strongest[At(link->a)], strongest[At(link->b)]) > link->strength_permille) continue;
    const Place &a = places[At(link->a)], &b = places[At(link->b)];
    evidence.sum += EvidenceOf(a, b, link->strength_permille);
    if (link->strength_permille >= kEvenOdds) evidence.linked.push_back({a.sentence, b.sentence});
  }
  return evidence;
}

// Length of the longest part of `linked` that rises on both sides.
size_t LongestInOrder(std::vector<std::pair<int, int>> linked) {
  std::sort(linked.begin(), linked.end());
  std::vector<int> ends;  // ends[k]: the least last number of a rise of length k + 1.
  for (const auto& [first, second] : linked) {
    const auto place = std::lower_bound(ends.begin(), ends.end(), second);
    if (place == ends.end()) {
      ends.push_back(second);
    } else {
      *place = second;
    }
  }
  return ends.size();
}

std::vector<int> LengthsOf(const SourceArticle& article) {
  std::vector<int> lengths;
  for (const SourceSentence& sentence : article.sentences) {
    lengths.push_back(static_cast<int>(text::CountCodePoints(Slice(article.text, sentence.span))));
  }
  return lengths;
}

// What the lengths of the sentences say, like the links.
double LengthEvidence(const SourceArticle& a, const SourceArticle& b) {
  const auto size_a = static_cast<double>(a.sentences.size()), size_b = static_cast<double>(b.sentences.size());
  if (std::abs(std::log(size_a / size_b)) > kLikeLength) return kUnlikeLengthEvidence;
  if (std::min(a.sentences.size(), b.sentences.size()) < kFewestSentences) return 0;
  return std::clamp(kMismatchEvidence * (kNeutralMismatch - LengthMismatch(LengthsOf(a), LengthsOf(b))),
                    kLeastLengthEvidence, kMostLengthEvidence);
}

bool IsTranslation(const PairEvidence& evidence, const SourceArticle& a, const SourceArticle& b) {
  if (evidence.sum + kMostLengthEvidence >= kLeastEvidence && evidence.sum + LengthEvidence(a, b) >= kLeastEvidence) {
    return true;
  }
  const size_t in_order = LongestInOrder(evidence.linked);
  const size_t shorter = std::min(a.sentences.size(), b.sentences.size());
  return in_order >= kFewestShortened &&
         static_cast<double>(in_order) >= kShortenedShare * static_cast<double>(shorter);
}

}  // namespace

std::vector<std::pair<int, int>> TranslatedArticles(std::span<const SourceArticle> articles,
                                                    std::span<const SentenceLink> links) {
  const std::vector<Place> places = PlacesOf(articles);
  const std::vector<const SentenceLink*> sorted = ByArticles(links, places);
  // By sentence: the strongest of its links between the two articles at hand; zero between them.
  std::vector<int16_t> strongest(places.size());
  std::vector<std::pair<int, int>> translated;
  for (auto begin = sorted.begin(), end = begin; begin != sorted.end(); begin = end) {
    const int first = places[At((*begin)->a)].article, second = places[At((*begin)->b)].article;
    for (; end != sorted.end() && places[At((*end)->a)].article == first && places[At((*end)->b)].article == second;
         ++end) {
      for (const int sentence : {(*end)->a, (*end)->b}) {
        strongest[At(sentence)] = std::max(strongest[At(sentence)], (*end)->strength_permille);
      }
    }
    const std::span<const SentenceLink* const> between(begin, end);
    if (IsTranslation(EvidenceOf(between, places, strongest), articles[At(first)], articles[At(second)])) {
      translated.emplace_back(first, second);
    }
    for (const SentenceLink* link : between) strongest[At(link->a)] = strongest[At(link->b)] = 0;
  }
  return translated;
}

std::map<std::pair<int, int>, double> SharesInOrder(std::span<const SourceArticle> articles,
                                                    std::span<const SentenceLink> links) {
  const std::vector<Place> places = PlacesOf(articles);
  std::map<std::pair<int, int>, std::vector<std::pair<int, int>>> linked;
  for (const SentenceLink& link : links) {
    if (link.strength_permille < kEvenOdds) continue;
    const Place& a = places[static_cast<size_t>(link.a)];
    const Place& b = places[static_cast<size_t>(link.b)];
    linked[{a.article, b.article}].push_back({a.sentence, b.sentence});
  }
  std::map<std::pair<int, int>, double> shares;
  for (const auto& [pair, sentences] : linked) {
    const size_t shorter = std::min(articles[static_cast<size_t>(pair.first)].sentences.size(),
                                    articles[static_cast<size_t>(pair.second)].sentences.size());
    const size_t in_order = LongestInOrder(sentences);
    // One link is always in order.
    if (in_order > 1) shares[pair] = static_cast<double>(in_order) / static_cast<double>(shorter);
  }
  return shares;
}

}  // namespace polygist::summary
