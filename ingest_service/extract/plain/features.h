// What the furniture model is told about each unit of a text: its shape, its neighbours, its place,
// and how it relates to the rest of the text. No word of any language among it.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

inline constexpr int kFeatureCount = 107;
// The first of them are about the unit itself.
inline constexpr int kOwnFeatureCount = 46;
using OwnFeatureRow = std::array<float, kOwnFeatureCount>;
using FeatureRow = std::array<float, kFeatureCount>;

// Features of the pieces that are still body, computed once for the text and handed out row by row,
// so that a text of a million lines needs memory for its lines only.
class LineFeatureTable {
 public:
  explicit LineFeatureTable(const std::vector<Piece>& pieces);

  // Number of rows: pieces that were body at construction, in order.
  size_t size() const { return units_.size(); }
  // The piece that row `i` describes.
  size_t PieceOf(size_t i) const { return units_[i].piece; }
  int WordsOf(size_t i) const { return units_[i].shape.words; }
  FeatureRow Row(size_t i) const;
  // The first features of Row(i).
  OwnFeatureRow OwnRow(size_t i) const;

 private:
  // Of one unit, what its own row and those of its neighbours need.
  struct UnitFacts {
    size_t piece = 0;
    Shape shape;
    float words = 0;
    float lower_share = 0;
    float capital_share = 0;
    float mark_share = 0;
    float common_share = 0;  // Words that are among the commonest of the text: function words.
    float topic_share = 0;   // Other words that come in another paragraph too.
    float echo_share = 0;    // Runs of three words that stand in another unit too.
    int repeats = 0;         // Other units that say exactly the same.
    int same_start = 0;      // Other units that begin with the same two words.
    int same_end = 0;        // Other units that end with the same two words.
    int stamp_repeats = 0;   // Other units with a number and the same words behind it: dates of comments and teasers.
    int numbered = 0;        // Units of the enumeration that it is of (NumberedRuns).
    int mould_near = 0;      // Units near with the same Shape::mould.
    int mould_repeats = 0;   // Other units with it.
    bool glued = false;      // Shares its line with another unit.
    bool paragraph = false;
  };

  // Sums over units [0, i).
  struct Sums {
    double words = 0;
    double paragraph_words = 0;
    double sentences = 0;
    double capped_words = 0;
    double stamps = 0;  // Units that share their stamp with others.
  };

  void CollectFacts(const std::vector<Piece>& pieces);
  // Compares units with the rest by their outer form alone.
  void CompareForms(const std::vector<Piece>& pieces);
  void SumUp();
  template <typename IsMark>
  std::vector<int> DistancesBefore(IsMark is_mark) const;
  template <typename IsMark>
  std::vector<int> DistancesAfter(IsMark is_mark) const;
  void FindMain();
  void AddNeighbours(size_t i, FeatureRow* row, size_t* at) const;
  void AddWindow(size_t i, size_t reach, FeatureRow* row, size_t* at) const;
  void AddPlace(size_t i, FeatureRow* row, size_t* at) const;

  std::vector<UnitFacts> units_;
  std::vector<Sums> sums_;
  std::vector<int> since_paragraph_;  // Units since the last paragraph before.
  std::vector<int> until_paragraph_;
  std::vector<int> since_stamp_;  // The same for units that share their stamp with others.
  std::vector<int> until_stamp_;
  size_t main_begin_ = 0;  // The run of units with the most running text.
  size_t main_end_ = 0;
};

}  // namespace polygist::ingest
