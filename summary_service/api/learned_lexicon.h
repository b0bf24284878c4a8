// Learned pairs of words as a dictionary file.
#pragma once

#include <span>
#include <string>

#include "absl/status/status.h"
#include "polygist/summary/v1/summary_service.pb.h"
#include "summary_service/merging/learn_words.h"

namespace polygist::summary {

// INVALID_ARGUMENT with reason SNAPSHOT_NAME_INVALID and the field "snapshot".
absl::Status CheckSnapshotName(const std::string& snapshot);

// The file, its name and its pairs. `snapshot` is checked. The same words give the same file.
v1::LearnLexiconResponse ToLearnedLexicon(const std::string& snapshot, std::span<const LearnedWords> words);

}  // namespace polygist::summary
