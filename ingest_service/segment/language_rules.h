// What sentence boundaries need to know about a language, read from data/*.tsv.
#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace polygist::ingest::segment {

// What a word with a full stop after it says about the boundary there.
enum class Abbreviation {
  kNone,          // Not an abbreviation that we know.
  kBefore,        // Only ever stands before something ("Dr.", "z.B."): no boundary.
  kBeforeNumber,  // Likewise, when a number follows ("p. 55", "No. 5"); otherwise an ordinary word.
  kEither,        // May end a sentence ("Inc.", "U.S."): a boundary when a typical first word follows.
  kUnit,          // After a number it may end a sentence ("5 zł."), elsewhere it stands before something.
  kWord,          // A word in spite of its looks ("on X."), unless an initial or capitalized word stands
                  // beside it.
  kEnd,           // Mostly ends a list or sentence ("etc.", "usw."): a boundary before a capital.
};

// How much of what the rules know is of the language itself, and not of every language.
enum class OwnData {
  kNone,
  kSome,  // Marks, number habits, abbreviations or first words.
  // Abbreviations, and first words in scripts with capitals: elsewhere they tell nothing.
  kWhole,
};

struct LanguageRules {
  // Sorted by word; lower case, without the final full stop and without blanks inside ("z.b").
  std::vector<std::pair<std::string_view, Abbreviation>> abbreviations;
  // Words that rarely stand capitalized but at the begin of a sentence. Sorted, lower case.
  std::vector<std::string_view> starters;
  // Capitalized words that go on after an abbreviation of kind kEnd: "5 p.m. Friday". Sorted, lower
  // case.
  std::vector<std::string_view> continuers;
  // Words that tie what was said to the rest of its sentence ("diye" after "?"). Sorted, lower
  // case.
  std::vector<std::string_view> quote_continuations;
  // Likewise, by how the text goes on, where blanks do not part words ("と言" after 」).
  std::vector<std::string_view> quote_prefixes;
  // Words before and after which a blank ends a sentence, in scripts without full stops and without
  // blanks between words: "after" looks at how the text before the blank ends, "before" at how it
  // goes on.
  std::vector<std::string_view> blank_starters;
  std::vector<std::string_view> blank_enders;
  // Letters that an ordinary word may end in, where abbreviations can be told by them; empty: any.
  std::vector<char32_t> endings;
  // Further marks of the language that end a sentence when a blank follows (";" in Greek).
  std::vector<char32_t> spaced_marks;
  // "12. maja": a number with a full stop may be an ordinal before a lower-case letter.
  bool ordinals = false;
  // "12. Juni": before a capital too. Implies `ordinals`.
  bool ordinals_before_capitals = false;
  OwnData own = OwnData::kNone;
  // Whether a byte may be the first of a character worth looking at.
  std::array<bool, 256> interesting{};

  bool EndsAtBlanks() const { return !blank_starters.empty() || !blank_enders.empty(); }
  Abbreviation Find(std::string_view lower_case_word) const;
  // Of a word in any case. Entries with a capital ("Gen") match capitalized words only, the others
  // any; what follows an apostrophe or hyphen is tried by itself ("l'Ing", "Vize-Präs").
  Abbreviation FindAsWritten(std::string_view word) const;
  bool IsStarter(std::string_view lower_case_word) const;
  bool IsContinuer(std::string_view lower_case_word) const;
  bool TiesQuote(std::string_view lower_case_word) const;
  bool MayEndWord(char32_t letter) const;
};

// The rules of the base subtag of `language` (BCP 47), or the language-independent ones when there
// are none. Read once, at first use; the result lives as long as the program. Thread-safe.
const LanguageRules& RulesFor(std::string_view language);

}  // namespace polygist::ingest::segment
