// The elements of HTML that matter to extraction, and how they behave in the parser and on the page.
#pragma once

#include <cstdint>
#include <string_view>

namespace polygist::ingest {

// In the order of the table in html_tags.cc.
enum class Tag : uint8_t {
  kText,
  kOther,
  kA,
  kAbbr,
  kAddress,
  kArea,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBase,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kCite,
  kCode,
  kCol,
  kColgroup,
  kDd,
  kDel,
  kDetails,
  kDialog,
  kDir,
  kDiv,
  kDl,
  kDt,
  kEm,
  kEmbed,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForm,
  kFrameset,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHgroup,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kIns,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kListing,
  kMain,
  kMap,
  kMark,
  kMath,
  kMenu,
  kMeta,
  kNav,
  kNoembed,
  kNoframes,
  kNoscript,
  kObject,
  kOl,
  kOptgroup,
  kOption,
  kP,
  kParam,
  kPicture,
  kPlaintext,
  kPre,
  kQ,
  kRp,
  kRt,
  kRuby,
  kS,
  kScript,
  kSection,
  kSelect,
  kSmall,
  kSource,
  kSpan,
  kStrike,
  kStrong,
  kStyle,
  kSub,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kTrack,
  kU,
  kUl,
  kVideo,
  kWbr,
  kXmp,
  kCount
};

// The element named `name` (any letter case); kOther for a name that is not in the list.
Tag TagOf(std::string_view name);
// Lower-case name; "#text" and "#other" for the first two.
std::string_view NameOf(Tag tag);

// No content and no end tag.
bool IsVoid(Tag tag);
// Starts and ends a block of text on the page (CSS display other than inline).
bool IsBlockLevel(Tag tag);
// Its start tag ends an open paragraph (HTML standard, "in body").
bool ClosesParagraph(Tag tag);
// Content is characters, not markup, up to the element's own end tag.
bool IsRawText(Tag tag);
// Its text is never shown as part of the page.
bool IsInvisible(Tag tag);
// May stand in the head without ending it.
bool BelongsInHead(Tag tag);
// Bold, italic and the like: what an unmatched end tag inside a block may not close the block for.
bool IsInline(Tag tag);
// 1 to 6 for h1 to h6, else 0.
int HeadingLevel(Tag tag);

}  // namespace polygist::ingest
