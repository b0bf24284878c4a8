// The values every room of the ingest service shares.
//
// Spans named `raw` count bytes of the raw content as it was received; spans named `span` count UTF-8 bytes
// of Article::text. All are half-open.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "common/base/byte_span.h"
#include "common/text/mapped_text.h"

namespace polygist::ingest {

// What a caller may ask of normalization.
struct NormalizeOptions {
  bool keep_all = false;                 // Nothing is removed as furniture; text is still decoded and made NFC.
  std::set<std::string> disabled_rules;  // Names of removal rules (Removal::rule) that must not fire.
  std::string source_template;           // Name of the template to apply; empty: none.
};

// Lines that many articles of one source share: an immutable snapshot, made by an explicit command.
struct SourceTemplate {
  std::string name;  // "collections/{collection}/templates/{template}"; its ID ends in a digest of the lines.
  std::set<std::string> lines;  // As FoldTemplateLine makes them (ingest_service/templates).
};

// An article as its caller sent it. Everything but `bytes` may be empty.
struct RawContent {
  std::string bytes;
  std::string media_type;  // "text/plain", "text/html", "application/xhtml+xml", or empty: told from the bytes.
  std::string charset;     // A label ("utf-8", "windows-1252"), as the caller was told it. A hint.
  std::string url;
  std::string source;  // Who published it ("antaranews.com"). Empty: the host of `url`.
  std::string title;
  std::string language;  // BCP 47. Authoritative when given.
  std::optional<absl::Time> publish_time;
  std::map<std::string, std::string> labels;
  NormalizeOptions options;
  std::shared_ptr<const SourceTemplate>
      source_template;  // The one that options.source_template names, if it names one.
};

// Stable names: they are written to the store and to the wire.
enum class BlockKind {
  kParagraph = 1,
  kHeading = 2,
  kListItem = 3,
  kQuote = 4,
  kTableRow = 5,
  kPreformatted = 6,
  kCaption = 7,  // Never part of Article::text; see Article::captions.
};

struct Language {
  std::string tag = "und";      // BCP 47, canonical; "und" when unknown.
  int confidence_permille = 0;  // 0 to 1000, calibrated; 1000 when the caller gave the language.
  std::string script;           // ISO 15924 of most of the text ("Latn"); empty when the text has no letters.

  friend bool operator==(const Language&, const Language&) = default;
};

// A paragraph-like unit of Article::text. Blocks are ascending, never overlap, and are separated by "\n\n".
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  ByteSpan span;
  ByteSpan raw;
  int level = 0;                     // Headings: 1 to 6. List items: depth from 1. Otherwise 0.
  std::optional<Language> language;  // When it surely differs from the article's.

  friend bool operator==(const Block&, const Block&) = default;
};

struct Sentence {
  ByteSpan span;  // Without white space at either end. Inside one block.
  ByteSpan raw;
  int block = 0;  // Index into Article::blocks.

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// Something the raw content held that Article::text does not.
struct Removal {
  ByteSpan raw;
  std::string rule;    // Stable name of the rule, lower-case with dots: "plain.share-line".
  std::string reason;  // One clause for a person: "repeats the title".
  int confidence_percent = 100;

  friend bool operator==(const Removal&, const Removal&) = default;
};

// Odd but usable input. `code` is stable, UPPER_SNAKE_CASE.
struct Warning {
  std::string code;
  std::string message;

  friend bool operator==(const Warning&, const Warning&) = default;
};

// ---- what stages hand to each other -------------------------------------------------------------------

// One unit found by extraction, before cleaning. `text` maps back to the decoded text.
struct ExtractedBlock {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;
  text::MappedText text;
};

// What extraction makes of a decoded text. Removal spans count bytes of the decoded text here; the pipeline
// carries them back to raw bytes.
struct Extraction {
  std::vector<ExtractedBlock> blocks;    // Body in reading order: headings, paragraphs, lists, quotes, table rows.
  std::vector<ExtractedBlock> captions;  // kCaption only.
  std::string title;                     // Valid UTF-8, trimmed, one line; empty when none was found. Likewise:
  std::string byline;
  std::string site_name;
  std::string canonical_url;
  std::string language_hint;  // As the page states it (html lang, og:locale); not validated.
  std::optional<absl::Time> publish_time;
  int publish_time_confidence_percent = 0;
  std::vector<Removal> removals;
  std::vector<Warning> warnings;
};

// Where an article lives.
struct ArticleName {
  std::string collection;
  std::string id;

  friend auto operator<=>(const ArticleName&, const ArticleName&) = default;
};

// Content that was taken out of the body but belongs to the article.
struct Caption {
  std::string text;
  ByteSpan raw;

  friend bool operator==(const Caption&, const Caption&) = default;
};

// A normalized article: what ingest makes of a RawContent. The same content, options and normalizer version
// always make the same article.
struct Article {
  ArticleName name;
  std::string revision;  // Digest of bytes, given metadata, options and normalizer version.
  std::string normalizer_version;

  std::string text;  // UTF-8, NFC. Never empty when the input had text.
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;       // Ascending; every block that is not empty has at least one.
  std::vector<text::MappedRun> raw_map;  // Of `text`; the source is the raw bytes.
  std::vector<Caption> captions;
  std::vector<Removal> removals;  // Ascending by raw span.
  std::vector<Warning> warnings;

  std::string title;
  std::string byline;
  std::string site_name;
  std::string canonical_url;
  std::string source;
  std::string charset;  // What the bytes were decoded from, WHATWG name in lower case.
  std::string media_type;
  std::optional<absl::Time> publish_time;
  int publish_time_confidence_percent = 0;  // 100 when the caller gave it.
  Language language;
  std::vector<uint32_t> fingerprint;  // MinHash of word shingles (identify/fingerprint.h).
};

}  // namespace polygist::ingest
