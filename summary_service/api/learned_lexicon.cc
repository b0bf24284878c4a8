#include "summary_service/api/learned_lexicon.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "common/base/digest.h"
#include "common/base/error.h"
#include "summary_service/lexicon/build/word_pairs.h"
#include "summary_service/lexicon/build/write_lexicon.h"
#include "summary_service/lexicon/lexicon_format.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

// With the mark and the digits of the digest they fill FileHeader::licence.
constexpr size_t kLongestName = 12;
constexpr size_t kDigestDigits = 10;

}  // namespace

absl::Status CheckSnapshotName(const std::string& snapshot) {
  const bool valid =
      !snapshot.empty() && snapshot.size() <= kLongestName && std::all_of(snapshot.begin(), snapshot.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
      });
  if (valid) return absl::OkStatus();
  return InvalidField("snapshot", "SNAPSHOT_NAME_INVALID",
                      absl::StrCat("Name the snapshot with 1 to ", kLongestName, " of a-z, 0-9, \"-\" and \"_\"."));
}

v1::LearnLexiconResponse ToLearnedLexicon(const std::string& snapshot, std::span<const LearnedWords> words) {
  lexicon_build::WordPairs pairs;
  v1::LearnLexiconResponse response;
  for (const LearnedWords& one : words) {
    pairs.AddWord(one.language, one.word, one.target, StemOf(one.translation, one.target),
                  one.weight_permille / 1000.0);
    v1::LearnedPair* added = response.add_pairs();
    added->set_language(one.language);
    added->set_word(one.word);
    added->set_target(one.target);
    added->set_translation(one.translation);
    added->set_weight_permille(one.weight_permille);
    added->set_sentence_pairs(one.sentence_pairs);
  }
  const std::string digest = DigestBuilder().Add(lexicon_build::LexiconBytes(pairs, "")).Hex();
  response.set_name(absl::StrCat(snapshot, "-", digest.substr(0, kDigestDigits)));
  response.set_lexicon(lexicon_build::LexiconBytes(pairs, std::string(lexicon_format::kLearnedMark) + response.name()));
  return response;
}

}  // namespace polygist::summary
