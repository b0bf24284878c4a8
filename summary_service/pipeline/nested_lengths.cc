#include "summary_service/pipeline/nested_lengths.h"

#include <algorithm>
#include <string_view>

#include "summary_service/analysis/length.h"

namespace polygist::summary {
namespace {

std::string_view ShownText(const SummarySentence& sentence, std::span<const SourceArticle> articles) {
  const SourceArticle& article = articles[sentence.ref.article];
  return Slice(article.text, article.sentences[sentence.ref.sentence].span).substr(0, sentence.shown_bytes);
}

void Add(std::string_view text, SummaryLength& length) {
  const Length measured = MeasureLength(text);
  length.words += measured.words;
  length.characters += measured.characters + (length.sentences > 0 ? 1 : 0);
  ++length.sentences;
}

// The best sentence of the shortest summary that has one.
const SummarySentence* Best(const Summary& summary) {
  const auto worse = [](const SummarySentence& a, const SummarySentence& b) {
    return a.first_budget != b.first_budget ? a.first_budget > b.first_budget : a.score_micros < b.score_micros;
  };
  const auto best = std::max_element(summary.sentences.begin(), summary.sentences.end(), worse);
  return best == summary.sentences.end() ? nullptr : &*best;
}

// The beginning of `sentence` within all of `budgets`.
SummarySentence Excerpt(SummarySentence sentence, std::span<const SourceArticle> articles,
                        std::span<const Budget> budgets, int budget) {
  for (const Budget& one : budgets.subspan(budget)) {
    sentence.shown_bytes = std::min(sentence.shown_bytes, LongestBeginning(ShownText(sentence, articles), one));
  }
  sentence.first_budget = budget;
  if (std::find(sentence.flags.begin(), sentence.flags.end(), SentenceFlag::kExcerpt) == sentence.flags.end()) {
    sentence.flags.push_back(SentenceFlag::kExcerpt);
  }
  return sentence;
}

}  // namespace

std::vector<SummaryLength> MeasureLengths(const Summary& summary, std::span<const SourceArticle> articles,
                                          std::span<const Budget> budgets) {
  std::vector<SummaryLength> lengths(budgets.size());
  const SummarySentence* best = Best(summary);
  for (int budget = 0; budget < static_cast<int>(budgets.size()); ++budget) {
    SummaryLength& length = lengths[budget];
    for (const SummarySentence& sentence : summary.sentences) {
      if (sentence.first_budget <= budget) Add(ShownText(sentence, articles), length);
    }
    if (length.sentences > 0 || best == nullptr) continue;
    length.excerpt = Excerpt(*best, articles, budgets, budget);
    Add(ShownText(*length.excerpt, articles), length);
    length.sentences = 0;
  }
  return lengths;
}

}  // namespace polygist::summary
