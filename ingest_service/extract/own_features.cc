#include "ingest_service/extract/own_features.h"

#include <algorithm>

namespace polygist::ingest {
namespace {

void AddShape(const TextBlock& block, FeatureRow* row) {
  const TextShape& s = block.shape;
  const double n = std::max(1, s.characters);
  const double words = std::max(1, s.words);
  row->Add("weight", Log(s.Weight()));
  row->Add("words", Log(s.words));
  row->Add("letters_per_word", s.letters / words);
  row->Add("letters", s.letters / n);
  row->Add("upper", Ratio(s.upper, s.letters));
  row->Add("digits", s.digits / n);
  row->Add("digit_groups", s.digit_groups / words);
  row->Add("commas", s.commas / words);
  row->Add("comma_count", Log(s.commas));
  row->Add("separators", s.separators / words);
  row->Add("separator_count", s.separators);
  row->Add("sentences", Log(s.sentence_ends));
  row->Add("words_per_sentence", words / (1 + s.sentence_ends));
  row->Add("capitalized", s.capitalized_words / words);
  row->Add("quotes", s.quotes);
  row->Add("ends_sentence", s.ends_sentence);
  row->Add("ends_colon", s.ends_colon);
  row->Add("ends_ellipsis", s.ends_ellipsis);
  row->Add("starts", s.starts_lower ? 1 : s.starts_upper ? 2 : s.starts_digit ? 3 : s.starts_quote ? 4 : 0);
  row->Add("has_at", s.has_at);
  row->Add("has_copyright", s.has_copyright);
  row->Add("has_url", s.has_url);
}

void AddInline(const TextBlock& block, FeatureRow* row) {
  const double weight = std::max(1, block.shape.Weight());
  row->Add("link_density", block.LinkDensity());
  row->Add("link_weight", Log(block.link_weight));
  row->Add("unlinked_weight", Log(block.shape.Weight() - block.link_weight));
  row->Add("links", block.links);
  row->Add("strong", block.strong_weight / weight);
  row->Add("emphasis", block.emphasis_weight / weight);
  row->Add("images", block.images);
  row->Add("line_breaks", block.line_breaks);
  row->Add("inline_per_word", Ratio(block.inline_elements, block.shape.words));
  row->Add("after_break", block.after_break);
  row->Add("kind", static_cast<int>(block.kind));
  row->Add("level", block.level);
}

}  // namespace

void AddOwnFeatures(const TextBlock& block, FeatureRow* row) {
  AddShape(block, row);
  AddInline(block, row);
}

}  // namespace polygist::ingest
