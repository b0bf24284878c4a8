// The rows of the table, from what features.cc collected.
#include <algorithm>
#include <cstdint>

#include "ingest_service/extract/plain/features.h"

namespace polygist::ingest {
namespace {

float Share(double part, double whole) { return whole > 0 ? static_cast<float>(part / whole) : 0.0F; }

template <typename Row, typename... Values>
void Put(Row* row, size_t* at, Values... values) {
  (((*row)[(*at)++] = static_cast<float>(values)), ...);
}

}  // namespace

FeatureRow LineFeatureTable::Row(size_t i) const {
  FeatureRow row{};
  const OwnFeatureRow own = OwnRow(i);
  std::copy(own.begin(), own.end(), row.begin());
  size_t at = own.size();
  AddNeighbours(i, &row, &at);
  for (const size_t reach : {3, 8, 20}) AddWindow(i, reach, &row, &at);
  for (const size_t reach : {8, 20}) AddMatter(i, reach, &row, &at);
  AddPlace(i, &row, &at);
  return row;
}

OwnFeatureRow LineFeatureTable::OwnRow(size_t i) const {
  OwnFeatureRow row{};
  size_t at = 0;
  const UnitFacts& unit = units_[i];
  const Shape& shape = unit.shape;
  const double words = std::max(shape.words, 1);
  const double code_points = std::max(shape.code_points, 1);
  Put(&row, &at, unit.words, shape.code_points, shape.sentence_ends, shape.sentence_ends * 10 / words,
      shape.ends_sentence, shape.ends_colon, shape.ends_cut, shape.starts_lower, shape.starts_mark,
      unit.capital_share, shape.all_capitals / words, unit.lower_share, shape.digits / code_points,
      unit.mark_share, shape.commas / words, shape.long_words, shape.letters / code_points,
      code_points / words, unit.paragraph, unit.common_share, unit.topic_share, unit.repeats, shape.copyright_signs,
      shape.at_signs, shape.quotes, shape.asks, shape.starts_digit, shape.bars, shape.cased, shape.slashes, shape.dashes, shape.colons,
      shape.cries, shape.numbers / words, shape.tail_words, shape.tail_words / words,
      shape.ends_bracket, shape.starts_bracket, unit.echo_share, unit.same_start, unit.glued, unit.same_end,
      unit.stamp_repeats, unit.numbering);
  return row;
}

void LineFeatureTable::AddNeighbours(size_t i, FeatureRow* row, size_t* at) const {
  static const UnitFacts kNoUnit;
  for (const int step : {-2, -1, 1, 2}) {
    const auto j = static_cast<int64_t>(i) + step;
    const bool inside = j >= 0 && j < static_cast<int64_t>(units_.size());
    const UnitFacts& unit = inside ? units_[static_cast<size_t>(j)] : kNoUnit;
    Put(row, at, unit.words, unit.lower_share, unit.mark_share, unit.common_share,
        unit.topic_share);
    Put(row, at, inside ? unit.shape.ends_sentence : -1);
    Put(row, at, unit.shape.digits * 1.0 / std::max(unit.shape.code_points, 1));
  }
}

void LineFeatureTable::AddWindow(size_t i, size_t reach, FeatureRow* row, size_t* at) const {
  const Sums& before = sums_[i >= reach ? i - reach : 0];
  const Sums& here = sums_[i];
  const Sums& next = sums_[i + 1];
  const Sums& after = sums_[std::min(i + 1 + reach, units_.size())];
  const double words = here.words - before.words + after.words - next.words;
  const double count = static_cast<double>(i - (i >= reach ? i - reach : 0)) +
                       static_cast<double>(std::min(i + 1 + reach, units_.size()) - i - 1);
  Put(row, at,
      Share(here.paragraph_words - before.paragraph_words + after.paragraph_words -
                next.paragraph_words,
            words));
  Put(row, at,
      Share(here.capped_words - before.capped_words + after.capped_words - next.capped_words,
            count));
  Put(row, at, Share(here.sentences - before.sentences + after.sentences - next.sentences, count));
}

// What the text around speaks of, before and after apart: comments and teasers follow an article of other matter.
void LineFeatureTable::AddMatter(size_t i, size_t reach, FeatureRow* row, size_t* at) const {
  const Sums& before = sums_[i >= reach ? i - reach : 0];
  const Sums& here = sums_[i];
  const Sums& next = sums_[i + 1];
  const Sums& after = sums_[std::min(i + 1 + reach, units_.size())];
  const double words_before = here.capped_words - before.capped_words;
  const double words_after = after.capped_words - next.capped_words;
  const double words = words_before + words_after;
  Put(row, at, Share(here.topic - before.topic, words_before), Share(after.topic - next.topic, words_after),
      Share(here.common - before.common + after.common - next.common, words),
      Share(here.marks - before.marks + after.marks - next.marks, words));
}

void LineFeatureTable::AddPlace(size_t i, FeatureRow* row, size_t* at) const {
  const Sums& all = sums_.back();
  const auto index = static_cast<double>(i);
  const auto main_begin = static_cast<double>(main_begin_);
  const auto main_end = static_cast<double>(main_end_);
  const double outside =
      index < main_begin ? main_begin - index : std::max(index - main_end + 1, 0.0);
  Put(row, at, since_paragraph_[i], until_paragraph_[i], sums_[i].paragraph_words,
      all.paragraph_words - sums_[i + 1].paragraph_words, Share(sums_[i].words, all.words), index,
      static_cast<double>(units_.size()) - index, all.words, static_cast<double>(units_.size()),
      Share(all.paragraph_words, all.words), i >= main_begin_ && i < main_end_, outside,
      Share(index - main_begin, main_end - main_begin),
      Share(sums_[main_end_].words - sums_[main_begin_].words, all.words),
      Share(sums_[i].paragraph_words, all.paragraph_words), sums_[i].words,
      Share(all.sentences, static_cast<double>(units_.size())));
  const Sums& main = sums_[main_begin_];
  Put(row, at, since_stamp_[i], until_stamp_[i], sums_[i].stamps, all.stamps - sums_[i + 1].stamps,
      all.stamps, sums_[main_end_].stamps - main.stamps, Share(all.stamps, static_cast<double>(units_.size())));
  Put(row, at, since_copyright_[i], until_copyright_[i], all.clocks - sums_[i + 1].clocks,
      Share(sums_[i].topic, sums_[i].capped_words),
      Share(all.topic - sums_[i + 1].topic, all.capped_words - sums_[i + 1].capped_words));
}

}  // namespace polygist::ingest
