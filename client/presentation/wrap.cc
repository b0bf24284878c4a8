#include "client/presentation/wrap.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

namespace polygist::client {
namespace {

icu::UnicodeString FromUtf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

int WidthOf(UChar32 c) {
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int WidthOf(const icu::UnicodeString& text) {
  int width = 0;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) width += WidthOf(text.char32At(i));
  return width;
}

// One space for each run of white space, none at the ends, no controls.
icu::UnicodeString Clean(std::string_view text) {
  const icu::UnicodeString raw = FromUtf8(text);
  icu::UnicodeString clean;
  bool space = false;
  for (int32_t i = 0; i < raw.length(); i = raw.moveIndex32(i, 1)) {
    const UChar32 c = raw.char32At(i);
    if (u_isUWhiteSpace(c) && c != 0xA0) {
      space = true;
    } else if (u_charType(c) != U_CONTROL_CHAR) {
      if (space && !clean.isEmpty()) clean.append(u' ');
      space = false;
      clean.append(c);
    }
  }
  return clean;
}

class Lines {
 public:
  Lines(int width, std::string_view first_indent)
      : width_(width), indent_(DisplayWidth(first_indent), ' '), out_(first_indent) {}

  // Appends a part between two places where a line may break.
  void Add(const icu::UnicodeString& part) {
    icu::UnicodeString visible = part;
    visible.trim();
    const int room = width_ - static_cast<int>(indent_.size());
    if (width_ > 0 && used_ > 0 && used_ + WidthOf(visible) > room) NewLine();
    part.toUTF8String(out_);
    used_ += WidthOf(part);
  }

  std::string Take() && {
    EndLine();
    return std::move(out_);
  }

 private:
  void EndLine() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    out_ += '\n';
  }
  void NewLine() {
    EndLine();
    out_ += indent_;
    used_ = 0;
  }

  int width_;
  std::string indent_;
  std::string out_;
  int used_ = 0;
};

}  // namespace

int DisplayWidth(std::string_view text) { return WidthOf(FromUtf8(text)); }

std::string Wrap(std::string_view text, int width, std::string_view first_indent) {
  const icu::UnicodeString clean = Clean(text);
  Lines lines(width, first_indent);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), error));
  if (U_FAILURE(error)) {
    lines.Add(clean);
    return std::move(lines).Take();
  }
  breaks->setText(clean);
  int32_t begin = 0;
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
    lines.Add(clean.tempSubStringBetween(begin, end));
    begin = end;
  }
  return std::move(lines).Take();
}

}  // namespace polygist::client
