// The second judge: linear scores of languages over hashed letter groups, learned from message catalogues,
// manual pages and word lists (training/README.md). It knows one section of languages per script, and circles
// of near relatives, which are told apart once more, with weights that are about nothing else.
//
// File, little-endian: "PGLJ", u8 version 4, u8 number of scripts, the sections of the scripts, u8 number of
// circles, the sections of the circles, u32 FNV-1a of all bytes before. Both begin alike:
//   name script, u8 log2 of buckets, u8 number of languages L, u32 unit (millionths), L names;
// then of a script: u32 usual support (millionths of nats per feature; 0: none), u32 number of weights W,
//   u8[buckets] weights of each bucket, W pairs of u8 language and i8 weight;
// of a circle: i8[buckets + WordClasses::kClasses][L] weights of its features (circle_features.h), and the
//   classes of words (word_classes.h).
// A name is a u8 length and its bytes; no script has two sections.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest_service/identify/word_classes.h"

namespace polygist::ingest {

// What the judge thinks of a text.
struct JudgeScore {
  std::string_view tag;  // Lives as long as the judge.
  // Log-odds against the best language, in nats, before calibration: 0 for the best, negative for others.
  float score = 0;
  // What speaks for the language per feature, in shares of what is usual in text of the script. Words of no
  // language have little of it, however many there are. 1 in scripts of so few languages that it says nothing.
  float familiarity = 0;
  bool among_relatives = false;  // Told by a circle, which the best language is in too.
  float of_script = 0;           // What the section of the script alone says, as `score`.
};

// The checksum at the end of the file.
constexpr uint32_t ChecksumOfJudgeFile(std::string_view bytes) {
  uint32_t hash = 0x811C9DC5U;
  for (const char byte : bytes) hash = (hash ^ static_cast<uint8_t>(byte)) * 0x01000193U;
  return hash;
}

class SecondJudge {
 public:
  // Reads and checks `bytes`, which must outlive the judge. DATA_LOSS with reason JUDGE_FILE_INVALID when
  // they are not such a file.
  static absl::StatusOr<SecondJudge> Open(std::string_view bytes);

  // All languages of `script`, best first, equals by tag; empty when the judge knows none, or `words`
  // (Evidence::words) is empty. Thread-safe.
  std::vector<JudgeScore> Judge(std::string_view words, std::string_view script) const;

  // Lets the circle of the best of `scores`, as Judge gave them for part of a text in `script`, read more of it:
  // `words`. What the section of the script said stands. Without a circle: `scores`. Thread-safe.
  std::vector<JudgeScore> JudgeRelatives(std::string_view words, std::string_view script,
                                         std::vector<JudgeScore> scores) const;

  // Tags of `script`, ascending.
  std::vector<std::string> LanguagesOf(std::string_view script) const;

 private:
  struct Section {
    int log2_buckets = 0;
    float unit = 0;
    std::vector<std::string> tags;
    float usual_support = 0;
    // Per bucket: index of its first pair << 8 | number of pairs; of a crowded one index of its row << 8 | kCrowded.
    std::vector<uint32_t> places;
    std::string_view pairs;
    std::vector<int8_t> rows;  // Weights of crowded buckets for every language, [row][Stride()].

    static constexpr uint32_t kCrowded = 255;
    // Languages, up to whole blocks of kBlock, which are added at once.
    static constexpr size_t kBlock = 16;
    size_t Stride() const { return (tags.size() + kBlock - 1) / kBlock * kBlock; }
    // Takes in the next bucket, whose pairs begin at `begin`.
    void AddBucket(size_t begin, uint32_t count);
  };
  struct Circle {
    int log2_buckets = 0;
    float unit = 0;
    std::vector<std::string> tags;
    std::string_view weights;  // [feature][tag]
    WordClasses classes;
  };
  struct Script {
    Section all;
    std::vector<Circle> circles;
  };

  // Adds up the weights of features, language by language.
  class Sums;

  static std::vector<JudgeScore> Judge(std::string_view words, const Section& section);
  // The circle of `script` that `tag` is in; null when there is none.
  static const Circle* CircleOf(std::string_view tag, const Script& script);
  // Lets `circle` decide among its languages in `scores`; what the section says counts `script_share`.
  static void AskCircle(std::string_view words, const Circle& circle, float script_share,
                        std::vector<JudgeScore>& scores);

  std::map<std::string, Script, std::less<>> scripts_;
};

}  // namespace polygist::ingest
