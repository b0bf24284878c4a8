#include "common/text/normal_form.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <string>

namespace polygist::text {
namespace {

const icu::Normalizer2& Nfc() {
  UErrorCode error = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(error);  // Built into ICU: cannot fail.
}

icu::StringPiece ToPiece(std::string_view text) {
  return icu::StringPiece(text.data(), static_cast<int32_t>(text.size()));
}

}  // namespace

bool IsNfc(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  return Nfc().isNormalizedUTF8(ToPiece(text), error) != 0;
}

MappedText ToNfc(std::string_view text) {
  if (IsNfc(text)) return MappedText::Exact(std::string(text));
  UErrorCode error = U_ZERO_ERROR;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  icu::Edits edits;
  Nfc().normalizeUTF8(0, ToPiece(text), sink, &edits, error);
  MappedText mapped;
  for (auto edit = edits.getFineIterator(); edit.next(error);) {
    const std::string_view bytes = std::string_view(composed).substr(static_cast<size_t>(edit.destinationIndex()),
                                                                     static_cast<size_t>(edit.newLength()));
    if (edit.hasChange()) {
      mapped.AppendDerived(bytes, {edit.sourceIndex(), edit.sourceIndex() + edit.oldLength()});
    } else {
      mapped.AppendExact(bytes, edit.sourceIndex());
    }
  }
  return mapped;
}

}  // namespace polygist::text
