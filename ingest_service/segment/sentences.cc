#include "ingest_service/segment/sentences.h"

#include <algorithm>
#include <optional>

#include "common/text/utf8.h"
#include "ingest_service/segment/boundary_rules.h"
#include "ingest_service/segment/candidate.h"
#include "ingest_service/segment/characters.h"
#include "ingest_service/segment/language_rules.h"
#include "ingest_service/segment/list_markers.h"

namespace polygist::ingest {
namespace {

using segment::Candidate;
using segment::LanguageRules;

// Cuts one block. Offsets count from the begin of the block.
class BlockCutter {
 public:
  BlockCutter(std::string_view text, ByteSpan span, int index, const LanguageRules& rules,
              std::vector<Sentence>* sentences)
      : block_(Slice(text, span)),
        offset_(span.begin),
        index_(index),
        rules_(rules),
        sentences_(sentences),
        quotes_(block_) {}

  void TakeWhole() { EndSentence(block_.size(), block_.size()); }

  void Cut() {
    list_.BeginSentence(block_, 0);
    size_t at = 0;
    while (at < block_.size()) {
      if (!rules_.interesting[static_cast<unsigned char>(block_[at])]) {
        ++at;
      } else {
        at = Visit(at);
      }
    }
    TakeWhole();
  }

 private:
  // Looks at one character; returns where to go on.
  size_t Visit(size_t at) {
    if (block_[at] == ' ') return VisitBlank(at);
    const char32_t c = segment::CharacterAt(block_, at);
    if (!segment::MayEndSentence(c) && block_[at] != ')' && static_cast<unsigned char>(block_[at]) >= 0x80) {
      return segment::After(block_, at);
    }
    if (segment::IsBullet(c)) return VisitBullet(at);
    if (const std::optional<size_t> item = list_.NextItem(block_, at)) EndSentence(*item, *item);
    const std::optional<Candidate> candidate = segment::ReadCandidate(block_, at, rules_, &quotes_);
    if (!candidate) return segment::After(block_, at);
    // At the end of the block Cut takes what is left, invisible characters included.
    const bool more = candidate->next < block_.size();
    if (more && segment::Decide(block_, begin_, *candidate, rules_).boundary) {
      EndSentence(candidate->run.end, candidate->next);
    }
    return std::max(candidate->run.end, std::max(candidate->next, at + 1));
  }

  size_t VisitBlank(size_t at) {
    const size_t next = segment::SkipBlanks(block_, at);
    if (segment::EndsAtBlank(block_, begin_, at, rules_)) EndSentence(at, next);
    return next;
  }

  // A bullet after a blank begins an item.
  size_t VisitBullet(size_t at) {
    if (at > begin_ && segment::IsBlank(segment::CharacterBefore(block_, at))) EndSentence(at, at);
    return segment::After(block_, at);
  }

  void EndSentence(size_t end, size_t next) {
    const std::string_view sentence = text::TrimWhiteSpace(block_.substr(begin_, end - begin_));
    if (!sentence.empty()) {
      const int64_t begin = offset_ + (sentence.data() - block_.data());
      sentences_->push_back({{begin, begin + static_cast<int64_t>(sentence.size())}, {}, index_});
    }
    begin_ = end;
    if (next < block_.size()) list_.BeginSentence(block_, next);
  }

  std::string_view block_;
  int64_t offset_;
  int index_;
  const LanguageRules& rules_;
  std::vector<Sentence>* sentences_;
  segment::ListTracker list_;
  segment::QuoteCounter quotes_;
  size_t begin_ = 0;  // Where the current sentence begins.
};

}  // namespace

std::vector<Sentence> SplitSentences(std::string_view text, std::span<const Block> blocks, std::string_view language) {
  const LanguageRules& usual_rules = segment::RulesFor(language);
  std::vector<Sentence> sentences;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const LanguageRules& rules = blocks[i].language ? segment::RulesFor(blocks[i].language->tag) : usual_rules;
    BlockCutter cutter(text, blocks[i].span, static_cast<int>(i), rules, &sentences);
    if (blocks[i].kind == BlockKind::kHeading) {
      cutter.TakeWhole();
    } else {
      cutter.Cut();
    }
  }
  return sentences;
}

}  // namespace polygist::ingest
