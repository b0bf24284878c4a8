// Dictionaries, compiled and memory-mapped: which stems of other languages a word may stand for.
//
//   ASSIGN_OR_RETURN(const Lexicon lexicon, Lexicon::OpenFolder("build/lexicon"));
//   for (const Translation& t : lexicon.Translate("nl", "kunstenaars")) ...  // {"en", "artist",
//   1000}
//
// Everything that takes a `const Lexicon*` also runs without one, on names, numbers and cognates.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace polygist::summary {

namespace lexicon_file {
struct File;
}

// What a translation reached through the stem is worth against one of the word itself.
inline constexpr float kThroughStem = 0.9f;

struct Translation {
  std::string_view language;  // Base subtag.
  std::string_view stem;      // As StemOf(.., language) gives it. Lives as long as the lexicon.
  int weight_permille = 0;    // (0, 1000].

  friend bool operator==(const Translation&, const Translation&) = default;
};

struct LexiconPair {
  std::string language;
  std::string target;
  int64_t words = 0;  // Of `language` with a translation, in the file that has most of them.
};

// Immutable; copies share the mapping. Thread-safe. The files may be replaced by rename while
// mapped.
class Lexicon {
 public:
  // NOT_FOUND with LEXICON_NOT_FOUND; DATA_LOSS with LEXICON_DAMAGED when the size or a header is wrong;
  // FAILED_PRECONDITION with LEXICON_VERSION for another format version. Takes no longer for large files: what the
  // headers lead to is bounds-checked when it is used.
  static absl::StatusOr<Lexicon> Open(const std::vector<std::string>& paths);
  // Every *.lex in `folder`, by name.
  static absl::StatusOr<Lexicon> OpenFolder(const std::string& folder);

  // Reads everything: DATA_LOSS with LEXICON_DAMAGED when a file is not what was written.
  absl::Status Verify() const;

  // Best first, then by language and stem; at most `limit`. Empty when the word is unknown.
  // `folded` is as text::FoldForMatching gives it. Languages in `targets` only; all when empty.
  std::vector<Translation> Translate(std::string_view language, std::string_view folded,
                                     const std::vector<std::string>& targets = {}, size_t limit = 24) const;

  bool Covers(std::string_view language) const;
  // By language, then target.
  std::vector<LexiconPair> Pairs() const;
  // Names of the learned files among them (lexicon_format::kLearnedMark), in the order of opening.
  std::vector<std::string> LearnedSnapshots() const;
  // Names the content: equal lexicons have equal digests.
  const std::string& digest() const;
  // For WordLookup and ReachLookup.
  std::span<const lexicon_file::File> files() const;

 private:
  struct Files;
  explicit Lexicon(std::shared_ptr<const Files> files) : files_(std::move(files)) {}
  std::shared_ptr<const Files> files_;
};

}  // namespace polygist::summary
