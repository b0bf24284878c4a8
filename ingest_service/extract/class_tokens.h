// What the names that authors of pages give to elements say about the place: class, id, role, itemprop.
#pragma once

#include <cstdint>
#include <string_view>

namespace polygist::ingest {

// Kinds of places, in the order of the bits of a ClassMask; names as in data/class_tokens.tsv.
enum class ClassCategory : uint8_t {
  kArticle,
  kBody,
  kComment,
  kRelated,
  kPopular,
  kShare,
  kNav,
  kSidebar,
  kFooter,
  kHeader,
  kAd,
  kNewsletter,
  kCookie,
  kByline,
  kMeta,
  kTag,
  kCaption,
  kTitle,
  kLead,
  kList,
  kModal,
  kQuote,
  kLive,
  kVideo,
  kFact,
  kSearch,
  kButton,
  kFootnote,
  kParagraph,
  kAux,
  kToplevel,
  kPosting,
  kArticleBody,  // One name with a word of kArticle and one of kBody: "entry-content", "articleBody".
  kCount
};

using ClassMask = uint64_t;
static_assert(static_cast<int>(ClassCategory::kCount) <= 64);

constexpr ClassMask MaskOf(ClassCategory category) { return ClassMask{1} << static_cast<int>(category); }

// Categories of the words in an attribute value. Words are split at anything but ASCII letters, and where a
// lower-case letter meets an upper-case one; the unsplit name counts too ("readMore": read, more, readmore).
// Never matches part of a word: "shadow" is no "ad".
ClassMask ClassifyNames(std::string_view attribute_value);

// Categories that mark furniture rather than article text, for rules that work without the classifier.
ClassMask FurnitureMask();

}  // namespace polygist::ingest
