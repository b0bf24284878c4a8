// The outer form of one unit of plain text: all that furniture is judged by. Nothing here knows a
// language.
#pragma once

#include <cstdint>
#include <string_view>

#include "ingest_service/extract/line_words.h"

namespace polygist::ingest {

struct Shape {
  int code_points = 0;
  int words = 0;  // Separated by white space; each ideograph counts as half a word, five Thai letters as one.
  int letters = 0;
  int digits = 0;
  int capitalised = 0;   // Words that start with a capital.
  int all_capitals = 0;  // Words of two letters or more without a small one.
  int lower_words = 0;   // Words that start with a small letter.
  // Terminators followed by white space and no small letter, or by the end. Thai and Lao have none: there a line as
  // long as a sentence is one.
  int sentence_ends = 0;
  int commas = 0;
  int link_marks = 0;  // | » › > / [ ] ( ) { } @ # © ® → ▶ * and the like, and "://".
  int long_words = 0;  // Longer than 30 code points: addresses, code.
  int quotes = 0;      // Quotation marks that open or close, of any kind.
  int bars = 0;        // "|" and "\u00B7", which stand between links.
  int slashes = 0;
  int dashes = 0;  // En and em dashes anywhere, hyphens between spaces.
  int colons = 0;
  int cries = 0;       // Question and exclamation marks.
  int numbers = 0;     // Words that start with a digit.
  int tail_words = 0;  // Words after the last sentence end: a credit behind a caption.
  int at_signs = 0;
  int copyright_signs = 0;
  // A hash of the marks and numbers in their order, but for full stops and apostrophes: what lines of one mould share
  // ("5 May – Utrecht (NL)"). 0 without any.
  uint64_t mould = 0;
  bool ends_sentence = false;  // With a terminator, closing quotes and brackets skipped.
  bool ends_colon = false;
  bool ends_cut = false;      // With "..." or an ellipsis.
  bool ends_bracket = false;  // With a closing bracket.
  bool ends_credit = false;   // With a sentence and, behind it, a word or three, a colon and a name: "Photo: Ann Lee".
  bool starts_bracket = false;
  bool starts_lower = false;
  bool starts_mark = false;  // With a bullet or another sign that is no letter, digit, quote or bracket.
  bool asks = false;         // Ends with a question or exclamation mark.
  bool starts_digit = false;
  bool starts_quote = false;
  bool starts_em_dash = false;
  bool cased = false;  // At least half of the letters are of a script with capitals.
};

// Of the text as cleaning will leave it: NFC, single spaces, nothing invisible. Requires valid
// UTF-8. Linear.
Shape LineShapeOf(std::string_view text);

}  // namespace polygist::ingest
