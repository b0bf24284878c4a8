// Shapes of the word before a mark.
#pragma once

#include <string>
#include <string_view>

namespace polygist::ingest::segment {

// Simple lower case, code point by code point, without invisible characters; "’" becomes "'".
std::string LowerCase(std::string_view word);
bool IsNumber(std::string_view word);        // Digits, with separators and signs: "1.000,50", "-3".
bool IsShortNumber(std::string_view word);   // May be an ordinal: "3", "1.-3", "27.10"; not "1-0", "9.30".
bool IsSingleLetter(std::string_view word);  // Without combining marks: "है" is a word.
bool IsUpperLetter(std::string_view word);   // One upper-case letter.
bool IsRomanNumeral(std::string_view word);  // Two letters or more of I, V, X, L, C.
// Single letters with full stops between them: "U.S", "z.b", "J.-P", "यू.एस".
bool IsDottedLetters(std::string_view word);
// At most four letters, in lower or title case, none of them a vowel; Latin script only.
bool IsVowelless(std::string_view word);
bool HasCapitalAfterFirst(std::string_view word);
bool HasLetterOrDigit(std::string_view text);
// Letters only, the last one lower case, at least two.
bool IsPlainLowerWord(std::string_view word);

}  // namespace polygist::ingest::segment
