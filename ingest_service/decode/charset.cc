#include "ingest_service/decode/charset.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/base/strings.h"
#include "common/text/utf8.h"
#include "ingest_service/decode/charset_table.h"
#include "ingest_service/decode/convert.h"
#include "ingest_service/decode/detect.h"
#include "ingest_service/decode/misread.h"
#include "ingest_service/decode/mixed_text.h"
#include "ingest_service/decode/mojibake.h"
#include "ingest_service/decode/utf8_census.h"

namespace polygist::ingest {
namespace {

// A label for a legacy encoding is overruled only by an encoding that is this much more plausible.
// Near relatives (windows-1252 against iso-8859-15) differ by less, other scripts by more than 1. A
// few characters prove less than many: 3 must differ by 1.8.
constexpr double kOverruleLabel = 0.5;
constexpr double kOverruleByFew = 4.0;

// A label whose decoding scores this much is believed without a look at the others, which costs
// twenty times as much.
constexpr double kConvincing = 1.0;

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view charset;
};

const Charset* CharsetOfMark(std::string_view bytes, size_t* mark_size) {
  // UTF-32LE before UTF-16LE, whose mark it starts with.
  constexpr std::array<ByteOrderMark, 5> kMarks = {{{"\xEF\xBB\xBF", "utf-8"},
                                                    {std::string_view("\xFF\xFE\0\0", 4), "utf-32le"},
                                                    {std::string_view("\0\0\xFE\xFF", 4), "utf-32be"},
                                                    {"\xFF\xFE", "utf-16le"},
                                                    {"\xFE\xFF", "utf-16be"}}};
  for (const ByteOrderMark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    *mark_size = mark.bytes.size();
    return FindCharset(mark.charset);
  }
  return nullptr;
}

bool MayHoldMetaLabel(std::string_view bytes, std::string_view media_type) {
  if (media_type.find("html") != std::string_view::npos) return true;
  if (media_type.find("xml") != std::string_view::npos) return true;
  if (!media_type.empty()) return false;
  const size_t first = bytes.substr(0, 256).find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

void Warn(std::string code, std::string message, DecodedText* decoded) {
  decoded->warnings.push_back({std::move(code), std::move(message)});
}

// Chooses among encodings of bytes that are not UTF-8.
const Charset* ChooseLegacy(std::string_view bytes, const Charset* labelled) {
  if (labelled == nullptr || labelled->name == "utf-8") return DetectLegacy(bytes).charset;
  const Detection believed = Judge(bytes, *labelled);
  if (believed.score > kConvincing) return labelled;
  const Detection best = DetectLegacy(bytes);
  const double needed = kOverruleLabel + kOverruleByFew / static_cast<double>(std::max<int64_t>(believed.evidence, 1));
  return best.score > believed.score + needed ? best.charset : labelled;
}

// Encodings of a text: of its UTF-8 lines or all of it, and of the others where it is mixed.
struct Choice {
  const Charset* charset = nullptr;
  const Charset* other = nullptr;  // Null where nothing is mixed.
  std::vector<EncodedPart> parts;  // Empty likewise.
};

// Chooses the encoding of bytes without a byte order mark. `labelled` is null without a label.
Choice ChooseCharset(std::string_view bytes, const Charset* labelled) {
  if (const Charset* wide = DetectWideUnits(bytes)) return {wide};
  const bool utf16_labelled = labelled != nullptr && labelled->name.starts_with("utf-16");
  if (const Charset* escaped = DetectEscapes(bytes)) return {escaped};
  if (utf16_labelled && !text::IsValidUtf8(bytes)) return {labelled};
  const Charset* utf8 = FindCharset("utf-8");
  const Utf8Census census = TakeCensus(bytes);
  if (census.invalid == 0) return {utf8};
  std::vector<EncodedPart> parts = SplitMixedText(bytes);
  if (!parts.empty()) {
    const Charset* other = ChooseLegacy(OtherBytes(bytes, parts), labelled);
    return {utf8, other, std::move(parts)};
  }
  return {census.IsDamagedUtf8() ? utf8 : ChooseLegacy(bytes, labelled)};
}

// ASCII reads the same under every label but those of wide units.
bool IsAscii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void WarnOfLabel(std::string_view label, const Charset* labelled, const Charset& used, std::string_view bytes,
                 DecodedText* decoded) {
  if (label.empty()) return;
  const std::string quoted = absl::StrCat("\"", ToAbsl(label.substr(0, 40)), "\"");
  if (labelled == nullptr) {
    Warn("CHARSET_LABEL_UNKNOWN", absl::StrCat("No encoding is called ", quoted, ". The label was ignored."), decoded);
  } else if (labelled != &used && !(used.name == "utf-8" && IsAscii(bytes) && !labelled->name.starts_with("utf-16"))) {
    Warn("CHARSET_LABEL_WRONG", absl::StrCat("The label says ", quoted, ", but the bytes are ", ToAbsl(used.name), "."),
         decoded);
  }
}

Converted ConvertParts(std::string_view bytes, int64_t offset, const Choice& choice) {
  if (choice.parts.empty()) return Convert(bytes, *choice.charset, offset);
  Converted all;
  for (const EncodedPart& part : choice.parts) {
    const Converted converted =
        Convert(Slice(bytes, part.span), part.utf8 ? *choice.charset : *choice.other, offset + part.span.begin);
    all.text.Append(converted.text);
    all.invalid += converted.invalid;
  }
  return all;
}

void Decode(std::string_view bytes, size_t skipped, const Choice& choice, DecodedText* decoded) {
  Converted converted = ConvertParts(bytes, static_cast<int64_t>(skipped), choice);
  decoded->charset = choice.charset->name;
  if (choice.other != nullptr) {
    Warn("CHARSET_MIXED",
         absl::StrCat("Some lines are ", decoded->charset, ", others ", ToAbsl(choice.other->name), "."), decoded);
  }
  if (converted.invalid > 0) {
    Warn("INVALID_BYTES",
         absl::StrCat(converted.invalid, " byte sequences are not ", decoded->charset,
                      ". They were replaced by U+FFFD."),
         decoded);
  }
  Repaired repaired = RepairMisread(RepairMojibake(std::move(converted.text)));
  if (repaired.repaired > 0) {
    Warn("MOJIBAKE_REPAIRED",
         absl::StrCat(repaired.repaired, " characters had been decoded wrongly before and were put right."), decoded);
  }
  decoded->text = std::move(repaired.text);
}

}  // namespace

DecodedText DecodeBytes(std::string_view bytes, std::string_view charset_label, std::string_view media_type) {
  DecodedText decoded;
  std::string_view label = charset_label;
  if (label.empty() && MayHoldMetaLabel(bytes, media_type)) label = MetaLabel(bytes);
  const Charset* labelled = FindCharset(label);
  size_t mark_size = 0;
  Choice choice{CharsetOfMark(bytes, &mark_size)};
  const std::string_view body = bytes.substr(mark_size);
  if (choice.charset == nullptr) choice = ChooseCharset(body, labelled);
  WarnOfLabel(label, labelled, *choice.charset, body, &decoded);
  Decode(body, mark_size, choice, &decoded);
  return decoded;
}

}  // namespace polygist::ingest
