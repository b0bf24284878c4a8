// The quantities of a story with what they count and how exact they claim to be.
#pragma once

#include <span>
#include <vector>

#include "summary_service/merging/story.h"

namespace polygist::summary {

enum class Exactness {
  kExact,
  kAbout,    // "about 150"
  kAtLeast,  // "more than 150"
  kAtMost,   // "up to 150"
  kRange,    // "10 to 15": value to high.
  kVague,    // "hundreds": value to high.
};

struct Quantity {
  int sentence = 0;  // Index into Story::sentences.
  int term = 0;      // Index into Story::terms: the number, or the word for many.
  KeyKind kind = KeyKind::kNumber;
  double value = 0;
  double high = 0;  // Of ranges and vague amounts; `value` otherwise.
  std::string unit;
  double factor = 1;  // As Key::factor.
  Exactness exactness = Exactness::kExact;
  bool in_words = false;
  std::vector<int> anchors;  // Terms: what is counted, nearest first, at most two.
  std::vector<int> context;  // Terms: other words of the sentence near the number, names left out.
  double whole = 0;          // "16 of the 300": 300. 0 when no whole is said.
  ByteSpan span;             // UTF-8 bytes of the article's text: the number and its unit.
  ByteSpan anchor_span;      // Of the first anchor; empty when there is none.
};

// In reading order, without those of headings, which say again what the text says. Years, dates, times, list numbers,
// versions ("GPT-4", "1080p") are no quantities.
std::vector<Quantity> ReadQuantities(std::span<const SourceArticle> articles, const Story& story);

}  // namespace polygist::summary
